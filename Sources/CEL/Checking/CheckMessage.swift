import Diagnostics

/// What the checker says, in both languages, in one place.
enum CheckMessage {
  static func result(_ found: LocalizedText, expected: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: thai("นิพจน์นี้ให้", found.th, "แต่ต้องเป็น", expected.th),
      en: "this gives \(found.en), but \(expected.en) is needed"
    )
  }

  static func needsBool(_ found: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: thai("ตรงนี้ต้องเป็นค่าจริงเท็จ แต่พบ", found.th),
      en: "a truth value is needed here, but this is \(found.en)"
    )
  }

  static func needsOptional(_ found: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: thai("หลัง ? ต้องเป็นค่าที่อาจไม่มี แต่พบ", found.th),
      en: "an optional value is needed after ?, but this is \(found.en)"
    )
  }

  static func mapKey(_ found: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: thai(found.th, "ใช้เป็นคีย์ไม่ได้ ใช้ได้เฉพาะข้อความ จำนวนเต็ม หรือค่าจริงเท็จ"),
      en: "\(found.en) cannot be a key; text, whole numbers and truth values can"
    )
  }

  static func recordLiteral(_ name: String) -> LocalizedText {
    LocalizedText(
      th: "สร้างระเบียน \(name) ในนิพจน์ไม่ได้",
      en: "a record \(name) cannot be made in an expression"
    )
  }

  static func unknownMessage(_ name: String) -> LocalizedText {
    LocalizedText(th: "ไม่รู้จักชนิดข้อมูล \(name)", en: "there is no type \(name)")
  }

  static func notIterable(_ found: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: thai("ต้องเป็นรายการ แต่พบ", found.th),
      en: "a list or map is needed here, but this is \(found.en)"
    )
  }

  // MARK: Names

  static func unknownName(_ name: String) -> LocalizedText {
    LocalizedText(th: "ไม่รู้จักชื่อ \(name)", en: "there is no variable \(name)")
  }

  static func functionAsName(_ name: String) -> LocalizedText {
    LocalizedText(
      th: "\(name) เป็นฟังก์ชัน ไม่ใช่ค่า",
      en: "\(name) is a function, not a value"
    )
  }

  static func unknownFunction(_ name: String) -> LocalizedText {
    LocalizedText(th: "ไม่มีฟังก์ชัน \(name)()", en: "there is no function \(name)()")
  }

  static func fieldAsFunction(_ name: String, of record: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: thai("\(name) เป็นช่องข้อมูลของ", record.th, "ไม่ใช่ฟังก์ชัน"),
      en: "\(name) is a field of \(record.en), not a function"
    )
  }

  static func withoutBrackets(_ name: String) -> LocalizedText {
    LocalizedText(th: "ให้เขียน .\(name) โดยไม่มีวงเล็บ", en: "write .\(name) without brackets")
  }

  static func unknownField(_ field: String, in record: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: thai(record.th, "ไม่มีช่องข้อมูล", field),
      en: "\(record.en) has no field \(field)"
    )
  }

  /// Of several records, of which there may be many.
  static func unknownField(_ field: String, inAny records: [LocalizedText]) -> LocalizedText {
    if records.count == 1 { return unknownField(field, in: records[0]) }
    guard records.count <= 3 else {
      return LocalizedText(
        th: "ไม่มีระเบียนใดในที่นี้ที่มีช่องข้อมูล \(field)",
        en: "none of the records that this can be has a field \(field)"
      )
    }
    return LocalizedText(
      th: "\(records.map(\.th).joined(separator: " และ")) ไม่มีช่องข้อมูล \(field)",
      en: "\(records.map(\.en).joined(separator: " and ")) have no field \(field)"
    )
  }

  static func fieldHelp(_ suggestion: String?, fields: [String]) -> LocalizedText? {
    if let suggestion { return .didYouMean(suggestion) }
    guard !fields.isEmpty else { return nil }
    let shown = fields.prefix(8).joined(separator: ", ") + (fields.count > 8 ? " …" : "")
    return LocalizedText(th: "ช่องข้อมูลที่มี: \(shown)", en: "its fields: \(shown)")
  }

  static func noFields(_ found: LocalizedText, field: String) -> LocalizedText {
    LocalizedText(
      th: thai(found.th, "ไม่มีช่องข้อมูล จึงเลือก .\(field) ไม่ได้"),
      en: "this is \(found.en) and has no field \(field)"
    )
  }

  static func noFieldsHelp(_ found: CELType, field: String, of value: String?) -> LocalizedText? {
    // What other languages call the number of elements.
    let sizes = ["length", "len", "count", "size"]
    switch found {
    case .list, .string, .bytes:
      if sizes.contains(field) { return SyntaxMessage.write("size(\(value ?? "…"))") }
    default: break
    }
    guard case .list = found else { return nil }
    return LocalizedText(
      th: "ให้เลือกจากแต่ละรายการ เช่น .map(x, x.ชื่อช่อง) หรือ .all(x, …)",
      en: "select it of each element, as in .map(x, x.field) or .all(x, …)"
    )
  }

  // MARK: Calls

  static func macroStyle(_ name: String, isMember: Bool) -> LocalizedText {
    if isMember {
      return LocalizedText(
        th: "ให้เรียก \(name)(…) โดยไม่มีค่าข้างหน้า",
        en: "\(name)(…) is not called on a value"
      )
    }
    if name == "bind" {
      return LocalizedText(
        th: "ให้เรียก cel.bind(ชื่อ, ค่า, นิพจน์)",
        en: "bind(…) is called as cel.bind(name, value, expression)"
      )
    }
    return LocalizedText(
      th: "ให้เรียก รายการ.\(name)(…)",
      en: "\(name)(…) is called on a value, as in a.\(name)(…)"
    )
  }

  static func macroArity(_ name: String, _ arities: [Int], found: Int) -> LocalizedText {
    let numbers = arities.map(String.init)
    let th = numbers.joined(separator: " หรือ ")
    let en = numbers.joined(separator: " or ") + (arities == [1] ? " argument" : " arguments")
    return LocalizedText(
      th: "\(name)() ต้องมี \(th) ค่า แต่พบ \(found) ค่า",
      en: "\(name)() takes \(en), not \(found)"
    )
  }

  static func callStyle(_ name: String, isMember: Bool) -> LocalizedText {
    isMember
      ? LocalizedText(
        th: "\(name)() ต้องเรียกต่อท้ายค่า เช่น a.\(name)(…)",
        en: "\(name)() is called on a value, as in a.\(name)(…)"
      )
      : LocalizedText(
        th: "\(name)() ไม่ได้เรียกต่อท้ายค่า ให้เขียน \(name)(…)",
        en: "\(name)() is not called on a value; write \(name)(…)"
      )
  }

  static func noOverload(_ name: String, _ found: [LocalizedText], isMember: Bool) -> LocalizedText
  {
    let th = found.map(\.th)
    let en = found.map(\.en)
    switch (name, found.count) {
    case (Operator.conditional, 3):
      return LocalizedText(
        th: thai("ค่าสองทางของ ? : ต่างชนิดกัน คือ", th[1], "กับ", th[2]),
        en: "the two values of ? : differ: \(en[1]) and \(en[2])"
      )
    case (Operator.index, 2), (Operator.optionalIndex, 2):
      return LocalizedText(
        th: thai("ใช้", th[1], "ใน [ ] หลัง", th[0], "ไม่ได้"),
        en: "\(en[0]) cannot be indexed by \(en[1])"
      )
    case (Operator.isIn, 2):
      return LocalizedText(
        th: thai("หา", th[0], "ใน", th[1], "ด้วย in ไม่ได้"),
        en: "in cannot look for \(en[0]) in \(en[1])"
      )
    case (Operator.equals, 2), (Operator.notEquals, 2):
      return LocalizedText(
        th: thai("เทียบ", th[0], "กับ", th[1], "ไม่ได้"),
        en: "\(en[0]) cannot be compared with \(en[1])"
      )
    case (Operator.mapInsert, _):
      return LocalizedText(
        th: "transformMapEntry() ต้องได้ค่าแบบ {คีย์: ค่า}",
        en: "transformMapEntry() needs entries such as {k: v}"
      )
    default: break
    }
    if let sign = OperatorSpelling.binary(name)?.text, found.count == 2 {
      return LocalizedText(
        th: thai("ใช้ \(sign) กับ", th[0], "และ", th[1], "ไม่ได้"),
        en: "\(sign) cannot be used between \(en[0]) and \(en[1])"
      )
    }
    if let sign = OperatorSpelling.unary(name), found.count == 1 {
      return LocalizedText(
        th: thai("ใช้ \(sign) กับ", th[0], "ไม่ได้"),
        en: "\(sign) cannot be used on \(en[0])"
      )
    }
    return call(name, th, en, isMember: isMember)
  }

  /// Functions that macros put in the place of others bear their names behind an @ and take first what
  /// nobody wrote.
  private static func call(
    _ name: String,
    _ th: [String],
    _ en: [String],
    isMember: Bool
  ) -> LocalizedText {
    let isHidden = name.hasPrefix("@")
    let called = isHidden ? String(name.dropFirst()) : name
    let hidden = isHidden || isMember ? 1 : 0
    let shownTh = Array(th.dropFirst(hidden))
    let shownEn = Array(en.dropFirst(hidden))
    let ofTh = isMember ? thai("\(called)() ของ", th.first ?? "") : "\(called)()"
    let ofEn = isMember ? "\(called)() on \(en.first ?? "")" : "\(called)()"
    guard !shownEn.isEmpty else {
      return LocalizedText(
        th: thai(ofTh, "ต้องมีค่าในวงเล็บ"),
        en: "\(ofEn) needs a value in its brackets"
      )
    }
    return LocalizedText(
      th: thai(ofTh, "ใช้กับ", thaiList(shownTh), "ไม่ได้"),
      en: "\(ofEn) does not take (\(shownEn.joined(separator: ", ")))"
    )
  }

  /// What to do about arguments that do not fit.
  static func mixedList(_ name: String) -> LocalizedText {
    LocalizedText(
      th: "\(name)() ใช้กับรายการที่มีค่าต่างชนิดปนกันไม่ได้",
      en: "\(name)() does not take a list of values of several types"
    )
  }

  static let mixedListHelp = LocalizedText(
    th: "เขียนทุกค่าให้เป็นชนิดเดียวกัน เช่น [baht(2), baht(3)]",
    en: "write all values in one type, as in [baht(2), baht(3)]"
  )

  static func noOverloadHelp(
    _ name: String,
    _ found: [CELType],
    _ overloads: [Overload],
    isMember: Bool,
    labels: [String: LocalizedText],
    hidden: Set<CELType>
  ) -> LocalizedText? {
    if found.contains(.null), found.count == 2 {
      return LocalizedText(
        th: "ถ้าต้องการรู้ว่ามีข้อมูลหรือไม่ ให้ใช้ has(…)",
        en: "to ask whether data is there, use has(…)"
      )
    }
    if OperatorSpelling.binary(name) != nil, found.count == 2 {
      let numbers: Set<CELType> = [.int, .uint, .double]
      if name == Operator.modulo, found.contains(.double) {
        return LocalizedText(
          th: "% ใช้กับจำนวนเต็มเท่านั้น ให้แปลงทั้งสองค่าด้วย int(…)",
          en: "% takes whole numbers only: convert both with int(…)"
        )
      }
      if numbers.contains(found[0]), numbers.contains(found[1]) {
        return LocalizedText(
          th: "ให้แปลงเป็นชนิดเดียวกันก่อน เช่น double(…) หรือ int(…)",
          en: "convert one of them first, with double(…) or int(…)"
        )
      }
      let texts: Set<CELType> = [.string, .bool, .timestamp, .duration, .int, .uint, .double]
      if name == Operator.add, found.contains(.string), texts.isSuperset(of: found) {
        return LocalizedText(
          th: "ให้แปลงเป็นข้อความก่อนด้วย string(…)",
          en: "turn the other into text with string(…)"
        )
      }
      // That the two cannot be compared says it all.
      if [Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual]
        .contains(name)
      {
        return nil
      }
    }
    if name == Operator.isIn {
      return LocalizedText(
        th: "in ใช้หาค่าในรายการหรือคีย์ในชุดคีย์กับค่า",
        en: "in looks for an element of a list or a key of a map"
      )
    }
    if name == Operator.index || name == Operator.optionalIndex {
      return LocalizedText(
        th: "รายการใช้จำนวนเต็มบอกลำดับ ส่วนชุดคีย์กับค่าใช้คีย์",
        en: "a list is indexed by a whole number, a map by its keys"
      )
    }
    guard name != Operator.equals, name != Operator.notEquals, name != Operator.conditional,
      name != Operator.mapInsert
    else { return nil }
    let hidden = hidden.subtracting(found)
    let shown = overloads.filter { $0.parameters.allSatisfy { !hidden.contains($0) } }
    return expected(
      name,
      nearest(shown.isEmpty ? overloads : shown, to: found),
      isMember: isMember,
      labels: labels
    )
  }

  /// The forms that agree with most of the types found; all when none agrees with any.
  private static func nearest(_ overloads: [Overload], to found: [CELType]) -> [Overload] {
    let scores = overloads.map { overload in
      2 * zip(overload.parameters, found).count { $0 == $1 }
        - (overload.parameters.count == found.count ? 0 : 1)
    }
    guard let best = scores.max(), best > 0 else { return overloads }
    return zip(overloads, scores).filter { $0.1 == best }.map(\.0)
  }

  static func withoutQuotes(_ number: String) -> LocalizedText {
    LocalizedText(
      th: "ถ้าเป็นตัวเลข ให้เขียน \(number) โดยไม่มีเครื่องหมายคำพูด",
      en: "if it is a number, write \(number) without quotation marks"
    )
  }

  private static func expected(
    _ name: String,
    _ overloads: [Overload],
    isMember: Bool,
    labels: [String: LocalizedText]
  ) -> LocalizedText? {
    var th: [String] = []
    var en: [String] = []
    for overload in overloads {
      let words = overload.parameters.map { $0.words(labels) }
      let shownTh = form(name, words.map(\.th), isMember: isMember)
      let shownEn = form(name, words.map(\.en), isMember: isMember)
      if !en.contains(shownEn) {
        th.append(shownTh)
        en.append(shownEn)
      }
    }
    guard !en.isEmpty else { return nil }
    let limit = 6
    let more = en.count > limit ? " …" : ""
    return LocalizedText(
      th: "ใช้ได้กับ " + th.prefix(limit).joined(separator: ", ") + more,
      en: "it takes " + en.prefix(limit).joined(separator: ", ") + more
    )
  }

  private static func form(_ name: String, _ words: [String], isMember: Bool) -> String {
    let shown = words.dropFirst(isMember || name.hasPrefix("@") ? 1 : 0).joined(separator: ", ")
    guard isMember, let target = words.first else { return "(\(shown))" }
    return "\(target).\(name)(\(shown))"
  }
}
