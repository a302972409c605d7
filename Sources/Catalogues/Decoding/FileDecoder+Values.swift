package import Diagnostics
package import DocumentArena
import SourceText

// Values of single nodes. Each returns nil, with the mistake noted, when the node holds another thing.

extension FileDecoder {
  /// Notes that a node is not what is expected.
  package func wrongType(
    _ node: NodeID,
    expected: LocalizedText,
    help: @autoclosure () -> LocalizedText? = nil,
    mends: @autoclosure () -> [Mend] = []
  ) {
    let found = DecodingWords.kind(document.kind(of: node))
    report(
      .wrongType,
      LocalizedText(
        th: "ต้องเป็น\(expected.th) แต่พบ\(found.th)",
        en: "\(expected.en) is expected here, not \(found.en)"
      ),
      at: value(node),
      help: help(),
      mends: mends()
    )
  }

  /// A text that says something; numbers are taken as they are written.
  package func text(_ node: NodeID) -> String? {
    switch document.kind(of: node) {
    case .string, .int, .double: break
    default:
      wrongType(node, expected: LocalizedText(th: "ข้อความ", en: "a text"))
      return nil
    }
    let text = document.text(of: node)
    guard text.utf8.contains(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D }) else {
      report(
        .noValue,
        LocalizedText(th: "ข้อความนี้ว่าง", en: "this text is empty"),
        at: value(node),
        help: UnquotedText.help(forEmpty: node, self)
      )
      return nil
    }
    return text
  }

  /// A truth value.
  package func bool(_ node: NodeID) -> Bool? {
    guard document.kind(of: node) == .bool else {
      wrongType(
        node,
        expected: LocalizedText(th: " true หรือ false", en: "true or false"),
        help: yesNoHelp(node),
        mends: yesNo(node).map { rewriting(node, as: $0, .certain) } ?? []
      )
      return nil
    }
    return document.bytes(of: node).first.map { $0 | 0x20 == UInt8(ascii: "t") }
  }

  private func yesNoHelp(_ node: NodeID) -> LocalizedText? {
    yesNo(node).map { LocalizedText(th: "เขียนว่า \($0)", en: "write \($0)") }
  }

  /// What a word of another version of YAML means.
  private func yesNo(_ node: NodeID) -> String? {
    switch document.text(of: node).lowercased() {
    case "yes", "y", "on": "true"
    case "no", "n", "off": "false"
    default: nil
    }
  }

  /// A whole number within bounds.
  package func int(_ node: NodeID, in range: ClosedRange<Int64> = .min ... .max) -> Int64? {
    guard document.kind(of: node) == .int, let number = Int64(document.text(of: node)) else {
      wrongType(node, expected: LocalizedText(th: "จำนวนเต็ม", en: "a whole number"))
      return nil
    }
    guard range.contains(number) else {
      report(
        .outOfBounds,
        LocalizedText(
          th: "\(number) อยู่นอกช่วง \(range.lowerBound) ถึง \(range.upperBound)",
          en: "\(number) is not between \(range.lowerBound) and \(range.upperBound)"
        ),
        at: value(node)
      )
      return nil
    }
    return number
  }

  /// A year of the Buddhist era; of a year of the common era it is said which one is meant.
  package func buddhistYear(
    _ node: NodeID,
    in range: ClosedRange<Int> = DecodingBounds.years
  ) -> Int64? {
    guard document.kind(of: node) == .int, let number = Int64(document.text(of: node)),
      let year = Int(exactly: number), !range.contains(year)
    else { return int(node) }
    let (inEra, overflow) = year.addingReportingOverflow(543)
    report(
      .outOfBounds,
      LocalizedText(
        th: "\(year) ไม่ใช่ปี พ.ศ. ระหว่าง \(range.lowerBound) ถึง \(range.upperBound)",
        en: "\(year) is no year of the Buddhist era (\(range.lowerBound) to \(range.upperBound))"
      ),
      at: value(node),
      help: !overflow && range.contains(inEra)
        ? LocalizedText(
          th: "ปีในแฟ้มนี้เป็น พ.ศ. หมายถึง \(inEra) หรือไม่ (ค.ศ. \(year))",
          en: "years are Buddhist-era here; did you mean \(inEra) (\(year) C.E.)?"
        ) : nil,
      mends: !overflow && range.contains(inEra)
        ? rewriting(node, as: String(inEra), .proposed) : []
    )
    return nil
  }

  /// The elements of a list.
  package func list(_ node: NodeID, min: Int = 1, help: LocalizedText? = nil) -> [NodeID]? {
    guard document.kind(of: node) == .list else {
      wrongType(
        node,
        expected: LocalizedText(th: "รายการ (list)", en: "a list"),
        help: help,
        mends: inBrackets(node)
      )
      return nil
    }
    let elements = Array(document.children(of: node))
    guard elements.count >= min else {
      let message =
        min == 1
        ? LocalizedText(th: "รายการนี้ว่าง", en: "this list is empty")
        : LocalizedText(
          th: "รายการนี้ต้องมีอย่างน้อย \(min) ข้อ",
          en: "this list must have at least \(min) entries"
        )
      report(.noValue, message, at: value(node))
      return nil
    }
    return elements
  }

  /// The texts of a list, each given once.
  package func texts(_ node: NodeID, min: Int = 1) -> [(text: String, node: NodeID)]? {
    guard let elements = list(node, min: min) else { return nil }
    var result: [(text: String, node: NodeID)] = []
    for element in elements {
      guard let text = text(element) else { continue }
      if !isSound, let first = result.first(where: { $0.text.hasSameBytes(as: text) }) {
        givenTwice(text, at: value(element), first: value(first.node))
      } else {
        result.append((text, element))
      }
    }
    return result
  }

  /// Notes that something is given twice.
  package func givenTwice(
    _ name: String,
    at place: Diagnostic.Place,
    first: Diagnostic.Place?,
    severity: Diagnostic.Severity = .error
  ) {
    report(
      family.code(.givenTwice),
      severity,
      LocalizedText(
        th: "\(DecodingWords.quoted(name)) ซ้ำกัน",
        en: "\(DecodingWords.quoted(name)) is given twice"
      ),
      at: place,
      notes: first.map {
        [
          Diagnostic.Note(
            LocalizedText(th: "ปรากฏครั้งแรกที่นี่", en: "first given here"),
            at: $0
          )
        ]
      } ?? []
    )
  }

  /// One of a closed list of codes.
  package func code(_ node: NodeID, of codes: [String], what: LocalizedText) -> String? {
    guard let text = text(node) else { return nil }
    guard codes.contains(where: { $0.hasSameBytes(as: text) }) else {
      unknownName(text, at: value(node), what: what, among: codes)
      return nil
    }
    return text
  }

  /// One case of an enumeration with text values.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: NodeID,
    of type: Choice.Type,
    what: LocalizedText
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(node) else { return nil }
    if let choice = type.init(rawValue: text) { return choice }
    unknownName(text, at: value(node), what: what, among: type.allCases.map(\.rawValue))
    return nil
  }

  /// Notes a name that its list does not have.
  package func unknownName(
    _ name: String,
    at place: Diagnostic.Place,
    what: LocalizedText,
    among names: [String]
  ) {
    report(
      .unknownName,
      LocalizedText(
        th: "ไม่รู้จัก\(what.th) \(DecodingWords.quoted(name))",
        en: "unknown \(what.en) \(DecodingWords.quoted(name))"
      ),
      at: place,
      help: DecodingWords.suggestion(for: name, among: names),
      mends: renaming(name, at: place, among: names)
    )
  }
}
