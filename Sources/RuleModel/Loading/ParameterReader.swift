package import Catalogues
import Diagnostics
package import DocumentArena
package import PlanValues
import Submissions

/// Reads declarations of parameters, of rules and shared ones.
struct ParameterReader {
  let decoder: FileDecoder
  let kinds: KindSet
  let catalogues: CatalogueSet

  /// A declaration with its own values.
  func read(_ node: NodeID, name: String) -> ParameterDeclaration? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.parameter) else { return nil }
    let values = ParameterValues(decoder: decoder, kinds: kinds, catalogues: catalogues)
    let type = mapping.required("type").flatMap(values.type)
    let defaultValue = mapping.required("default")
    let label = mapping.optional("label").flatMap(decoder.localized)
    let unit = mapping.optional("unit").flatMap(decoder.text)
    let min = mapping.optional("min").flatMap { decoder.int($0) }
    let max = mapping.optional("max").flatMap { decoder.int($0) }
    if let min, let max, min > max {
      decoder.reversedRange(from: min, until: max, at: mapping.optional("max"))
    }
    guard let type else { return nil }
    let bounds = ParameterValues.Bounds(min: min, max: max)
    if let defaultValue { values.check(defaultValue, type, bounds) }
    let byYear =
      mapping.optional("by_fiscal_year").map { readYears($0, type, bounds, values) } ?? []
    let byJob = mapping.optional("by_job").map { readJobs($0, type, bounds, values) } ?? [:]
    guard let defaultValue else { return nil }
    return ParameterDeclaration(
      name: name,
      type: type,
      defaultValue: defaultValue,
      byFiscalYear: byYear,
      byJob: byJob,
      min: min,
      max: max,
      label: label,
      unit: unit,
      document: decoder.document
    )
  }

  private func readYears(
    _ node: NodeID,
    _ type: ParameterDeclaration.ParameterType,
    _ bounds: ParameterValues.Bounds,
    _ values: ParameterValues
  ) -> [(year: Int, value: NodeID)] {
    guard let mapping = MappingReader(node, decoder) else { return [] }
    var rows: [(year: Int, value: NodeID)] = []
    for (_, child) in mapping.entries {
      values.check(child, type, bounds)
      let year = decoder.numericKey(child, in: DecodingBounds.years, what: DecodingBounds.year)
      if let year { rows.append((year, child)) }
    }
    return rows.sorted { $0.year < $1.year }
  }

  private func readJobs(
    _ node: NodeID,
    _ type: ParameterDeclaration.ParameterType,
    _ bounds: ParameterValues.Bounds,
    _ values: ParameterValues
  ) -> [Int: NodeID] {
    guard let mapping = MappingReader(node, decoder) else { return [:] }
    var rows: [Int: NodeID] = [:]
    for (_, child) in mapping.entries {
      values.check(child, type, bounds)
      let job = decoder.numericKey(child, in: DecodingBounds.jobs, what: DecodingBounds.job)
      if let job { rows[job] = child }
    }
    return rows
  }

  /// A declaration in a rule: its own, or `{shared: name}`.
  func readInRule(
    _ node: NodeID,
    name: String,
    shared: [ParameterDeclaration]
  ) -> ParameterDeclaration? {
    guard decoder.document.child(of: node, "shared") != nil else { return read(node, name: name) }
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.sharedParameter),
      let target = mapping.optional("shared").flatMap(decoder.text)
    else { return nil }
    guard let declaration = shared.first(where: { $0.name == target }) else {
      decoder.unknownName(
        target,
        at: mapping.optional("shared").map(decoder.value) ?? mapping.ownPlace,
        what: LocalizedText(th: "พารามิเตอร์ร่วม", en: "shared parameter"),
        among: shared.map(\.name)
      )
      return nil
    }
    return declaration.taken(as: name)
  }
}

extension ParameterDeclaration {
  /// The same values under the name that a rule gives them.
  func taken(as name: String) -> ParameterDeclaration {
    ParameterDeclaration(
      name: name,
      shared: self.name,
      type: type,
      defaultValue: defaultValue,
      byFiscalYear: byFiscalYear,
      byJob: byJob,
      min: min,
      max: max,
      label: label,
      unit: unit,
      document: document
    )
  }
}

/// Types and values of parameters.
struct ParameterValues {
  let decoder: FileDecoder
  let kinds: KindSet
  let catalogues: CatalogueSet

  /// The bounds of a number, inclusive.
  struct Bounds {
    var min: Int64?
    var max: Int64?
  }

  /// The catalogues behind the code types that rules name in the singular.
  static let catalogueOfType = [
    ("plan", "plans"), ("step", "steps"), ("document-type", "document-types"), ("party", "parties"),
  ]

  private static let scalars: [(String, ParameterDeclaration.ParameterType)] = [
    ("int", .int), ("decimal", .decimal), ("money", .money), ("bool", .bool), ("text", .text),
    ("date", .date), ("be-year", .beYear),
  ]

  /// A type as written: `int`, `list of document-type`.
  func type(_ node: NodeID) -> ParameterDeclaration.ParameterType? {
    guard let text = decoder.text(node) else { return nil }
    let isList = text.hasPrefix("list of ")
    let name = isList ? String(text.dropFirst("list of ".count)) : text
    guard let type = scalar(name) else {
      let names =
        Self.scalars.map(\.0) + Self.catalogueOfType.map(\.0) + ["catalogue"]
        + kinds.envelope.codeLists.keys.sorted() + catalogues.ids
      decoder.unknownName(
        name,
        at: decoder.value(node),
        what: LocalizedText(th: "ชนิดของพารามิเตอร์", en: "parameter type"),
        among: names
      )
      return nil
    }
    return isList ? .list(type) : type
  }

  private func scalar(_ name: String) -> ParameterDeclaration.ParameterType? {
    if let scalar = Self.scalars.first(where: { $0.0 == name }) { return scalar.1 }
    if name == "catalogue" { return .catalogue }
    let isCode =
      Self.catalogueOfType.contains { $0.0 == name } || kinds.codeList(name) != nil
      || catalogues[name] != nil
    return isCode ? .code(name) : nil
  }

  /// Checks a value against its type; mistakes are noted.
  func check(_ node: NodeID, _ type: ParameterDeclaration.ParameterType, _ bounds: Bounds) {
    let document = decoder.document
    switch type {
    case .int: if decoder.int(node) != nil { checkBounds(node, bounds) }
    case .decimal, .money:
      guard [.int, .double].contains(document.kind(of: node)) else {
        decoder.wrongType(node, expected: LocalizedText(th: "ตัวเลข", en: "a number"))
        return
      }
      if isReadable(node, type) { checkBounds(node, bounds) }
    case .bool: _ = decoder.bool(node)
    case .text: _ = decoder.text(node)
    case .date: _ = decoder.date(node)
    case .beYear: _ = decoder.buddhistYear(node)
    case .code(let name): checkCode(node, name)
    case .catalogue:
      let what = LocalizedText(th: "ทะเบียน", en: "catalogue")
      _ = decoder.code(node, of: catalogues.ids, what: what)
    case .list(let element):
      for child in decoder.list(node, min: 0) ?? [] { check(child, element, bounds) }
    }
  }

  /// Whether a number can be computed with: a rule would otherwise end in an error each time it runs.
  private func isReadable(
    _ node: NodeID,
    _ type: ParameterDeclaration.ParameterType
  ) -> Bool {
    let text = decoder.document.text(of: node)
    let isMoney = type == .money
    let isThere = isMoney ? Money(literal: text) != nil : ExactDecimal(literal: text) != nil
    guard !isThere else { return true }
    decoder.report(
      .outOfBounds,
      LocalizedText(
        th: "\(text) ใหญ่เกินไปหรือละเอียดเกินไป คำนวณไม่ได้",
        en: "\(text) cannot be computed with: it is too large or has too many decimal places"
      ),
      at: decoder.value(node),
      help: isMoney
        ? LocalizedText(
          th: "จำนวนเงินมีทศนิยมไม่เกิน 2 ตำแหน่ง และไม่เกิน 92,000 ล้านล้านบาท",
          en: "an amount has at most two decimal places and is below 92,000,000,000,000,000 baht"
        )
        : LocalizedText(
          th: "ตัวเลขมีทศนิยมไม่เกิน 6 ตำแหน่ง และไม่เกิน 9.2 ล้านล้าน",
          en: "a number has at most six decimal places and is below 9,200,000,000,000"
        )
    )
    return false
  }

  private func checkBounds(_ node: NodeID, _ bounds: Bounds) {
    guard let number = ExactDecimal(literal: decoder.document.text(of: node)) else { return }
    let isTooSmall = bounds.min.flatMap { ExactDecimal($0) }.map { number < $0 } ?? false
    let isTooLarge = bounds.max.flatMap { ExactDecimal($0) }.map { number > $0 } ?? false
    guard isTooSmall || isTooLarge else { return }
    let range = [bounds.min.map { "≥ \($0)" }, bounds.max.map { "≤ \($0)" }].compactMap { $0 }
      .joined(separator: ", ")
    decoder.report(
      .outOfBounds,
      LocalizedText(
        th: "\(decoder.document.text(of: node)) อยู่นอกช่วงของพารามิเตอร์ (\(range))",
        en: "\(decoder.document.text(of: node)) is outside the bounds of the parameter (\(range))"
      ),
      at: decoder.value(node)
    )
  }

  private func checkCode(_ node: NodeID, _ name: String) {
    let codes: [String]
    if let catalogue = Self.catalogueOfType.first(where: { $0.0 == name })?.1 {
      codes = catalogues[catalogue]?.items.map(\.id) ?? []
    } else {
      let list = kinds.codeList(name)?.codes.map(\.id)
      codes = list ?? catalogues[name]?.items.map(\.id) ?? []
    }
    _ = decoder.code(
      node,
      of: codes,
      what: LocalizedText(th: "ค่าของ \(name)", en: "code of \(name)")
    )
  }
}

extension FileDecoder {
  /// A day in C.E., `yyyy-mm-dd`.
  package func date(_ node: NodeID) -> CalendarDate? {
    guard let text = text(node) else { return nil }
    if let date = CalendarDate(iso: text), date.year <= DateReading.lastCommonEraYear {
      return date
    }
    let meant = CalendarDate.read(text)?.date
    report(
      .malformedDate,
      LocalizedText(
        th: "\(DecodingWords.quoted(text)) ไม่ใช่วันที่แบบ ปปปป-ดด-วว (ค.ศ.)",
        en: "\(DecodingWords.quoted(text)) is no date of the form yyyy-mm-dd (C.E.)"
      ),
      at: value(node),
      help: meant.map {
        LocalizedText(th: "หมายถึง \($0) หรือไม่", en: "did you mean \($0)?")
      }
    )
    return nil
  }
}
