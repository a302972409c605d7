import Catalogues
import Diagnostics
import DocumentArena

/// Reads the declaration of one field.
struct FieldReader {
  let decoder: FileDecoder
  let types: FieldTypeReader
  let isRoot: Bool

  func read(_ node: NodeID, name: String) -> Field? {
    guard let mapping = MappingReader(node, decoder, keys: KindKeys.field) else { return nil }
    let type = types.read(mapping)
    let label = mapping.required("label").flatMap(decoder.localized)
    let clauses = mapping.optional("clause").map(readClauses) ?? []
    let requirement = mapping.optional("required").map(readRequirement) ?? .no
    let derivation = mapping.optional("derive").map(readDerivation)
    let unique = mapping.optional("unique").map(readUnique)
    let refersTo = mapping.optional("refers_to").flatMap(decoder.text)
    guard let type, let label else { return nil }
    if !decoder.isSound { checkOptions(mapping, type) }
    let bounds = readBounds(mapping, type)
    let constant = mapping.optional("default").flatMap { readConstant($0, type) }
    return Field(
      name: name,
      type: type,
      label: label,
      clauses: clauses,
      absentIsEmpty: mapping.optional("absent").map(readAbsent) ?? false,
      minCount: bounds.minCount,
      maxCount: bounds.maxCount,
      longestText: bounds.longestText,
      minValue: bounds.minValue,
      maxValue: bounds.maxValue,
      defaultValue: constant,
      requirement: requirement,
      derivedByJob: derivation?.values ?? [:],
      isMismatchReported: derivation?.isMismatchReported ?? true,
      isUnique: unique?.isUnique ?? false,
      uniqueWithin: unique?.within,
      refersTo: refersTo,
      namesSubmission: mapping.optional("names_submission").flatMap(readSubmissionName),
      factsOf: mapping.optional("facts_of").flatMap { decoder.name($0, .identifier) },
      unknownCode: readUnknown(mapping.optional("unknown"), type)
    )
  }

  private func readClauses(_ node: NodeID) -> [String] {
    if decoder.document.kind(of: node) == .list {
      return decoder.texts(node)?.map(\.text) ?? []
    }
    return decoder.text(node).map { [$0] } ?? []
  }

  private func readRequirement(_ node: NodeID) -> Field.Requirement {
    guard decoder.document.kind(of: node) == .map else {
      return decoder.bool(node) == true ? .always : .no
    }
    guard let mapping = MappingReader(node, decoder, keys: KindKeys.requirement) else {
      return .no
    }
    let jobs = mapping.optional("jobs").flatMap { decoder.list($0) }?
      .compactMap { decoder.int($0, in: 1...24).map { Int($0) } }
    let stage = mapping.optional("from_stage").flatMap(decoder.text)
    return .only(jobs: jobs, fromStage: stage)
  }

  private func readDerivation(
    _ node: NodeID
  ) -> (values: [Int: String], isMismatchReported: Bool) {
    guard let mapping = MappingReader(node, decoder, keys: KindKeys.derivation) else {
      return ([:], true)
    }
    let by = LocalizedText(th: "ที่มาของค่า", en: "source of the value")
    _ = mapping.required("by").flatMap { decoder.code($0, of: ["job"], what: by) }
    let mismatch = LocalizedText(th: "วิธีรายงานค่าที่ไม่ตรง", en: "way to report a mismatch")
    let report = mapping.optional("mismatch").flatMap {
      decoder.code($0, of: KindKeys.mismatches, what: mismatch)
    }
    var values: [Int: String] = [:]
    if let list = mapping.required("values"), let entries = MappingReader(list, decoder) {
      for (_, child) in entries.entries {
        let job = decoder.numericKey(child, in: DecodingBounds.jobs, what: DecodingBounds.job)
        let code = decoder.text(child)
        if let job, let code { values[job] = code }
      }
    }
    return (values, report != "none")
  }

  private func readUnique(_ node: NodeID) -> (isUnique: Bool, within: String?) {
    guard decoder.document.kind(of: node) == .map else {
      return (decoder.bool(node) ?? false, nil)
    }
    guard let mapping = MappingReader(node, decoder, keys: KindKeys.unique) else {
      return (false, nil)
    }
    let within = mapping.required("within").flatMap { decoder.name($0, .identifier) }
    return (within != nil, within)
  }

  /// `any`, `earlier-round`, `later-round`, or a list of kinds.
  private func readSubmissionName(_ node: NodeID) -> Field.SubmissionName? {
    if decoder.document.kind(of: node) == .list {
      return decoder.texts(node).map { .kinds($0.map(\.text)) }
    }
    let what = LocalizedText(th: "เรื่องที่อ้างถึง", en: "submission named")
    switch decoder.code(node, of: KindKeys.submissionNames, what: what) {
    case "any": return .any
    case "earlier-round": return .earlierRound
    case "later-round": return .laterRound
    default: return nil
    }
  }

  private func readAbsent(_ node: NodeID) -> Bool {
    let what = LocalizedText(th: "ความหมายของรายการที่ไม่มี", en: "meaning of an absent list")
    return decoder.code(node, of: KindKeys.absences, what: what) != nil
  }

  private func readUnknown(_ node: NodeID?, _ type: FieldType) -> StructureCode? {
    guard let node else { return type.isCoded ? .notInList : nil }
    let what = LocalizedText(th: "รหัสข้อค้นพบ", en: "structure finding")
    return decoder.code(node, of: KindKeys.unknownCodes, what: what).flatMap {
      StructureCode(rawValue: $0)
    }
  }

  private struct Bounds {
    var minCount = 0
    var maxCount = 0
    var longestText: Int?
    var minValue: Int64?
    var maxValue: Int64?
  }

  private func readBounds(_ mapping: MappingReader, _ type: FieldType) -> Bounds {
    var bounds = Bounds(maxCount: type.isList ? 500 : 2000)
    if let node = mapping.optional("min"), let count = decoder.int(node, in: 0...100_000) {
      bounds.minCount = Int(count)
    }
    if let node = mapping.optional("max"), let count = decoder.int(node, in: 1...100_000) {
      bounds.maxCount = Int(count)
      if bounds.minCount > bounds.maxCount {
        decoder.reversedRange(from: Int64(bounds.minCount), until: count, at: node)
      }
    }
    if let node = mapping.optional("max_text"), let count = decoder.int(node, in: 1...100_000) {
      bounds.longestText = Int(count)
    }
    bounds.minValue = mapping.optional("min_value").flatMap { decoder.int($0) }
    if let node = mapping.optional("max_value"), let value = decoder.int(node) {
      bounds.maxValue = value
      if let least = bounds.minValue, least > value {
        decoder.reversedRange(from: least, until: value, at: node)
      }
    }
    return bounds
  }

  private func readConstant(_ node: NodeID, _ type: FieldType) -> Field.Constant? {
    switch type {
    case .text, .code, .catalogue: decoder.text(node).map { .text($0) }
    case .int, .beYear: decoder.int(node).map { .int($0) }
    case .bool: decoder.bool(node).map { .bool($0) }
    default: nil
    }
  }

  /// Options that say nothing about a type are mistakes: their author expects an effect.
  private func checkOptions(_ mapping: MappingReader, _ type: FieldType) {
    let isNumber = [.int, .decimal, .money, .beYear].contains(type)
    let hasConstant = isRoot && (isNumber ? type == .int || type == .beYear : true)
    let fits: [(key: String, fits: Bool)] = [
      ("min", type.isList), ("absent", type.isList),
      ("max", type.isList || type == .text), ("max_text", type == .list(.text)),
      ("min_value", isNumber), ("max_value", isNumber),
      ("unknown", type.isCoded), ("derive", isRoot && type.isCoded && !type.isList),
      ("default", hasConstant && !type.isList && !type.isContainer),
      ("unique", !type.isList && !type.isContainer),
      ("refers_to", type.element == .text), ("names_submission", type == .text),
      ("facts_of", type.isRecord),
    ]
    for (key, fits) in fits where !fits {
      guard let node = decoder.document.child(of: mapping.node, key) else { continue }
      decoder.report(
        .optionDoesNotFit,
        .error,
        LocalizedText(
          th: "\(DecodingWords.quoted(key)) ใช้กับช่องข้อมูลชนิดนี้ไม่ได้",
          en: "\(DecodingWords.quoted(key)) does not apply to this field"
        ),
        at: decoder.key(node)
      )
    }
    if type.isList, mapping.has("absent"), mapping.has("min") {
      decoder.report(
        .choice,
        LocalizedText(
          th: "รายการที่ไม่มีถือว่าว่าง (absent) ใช้ร่วมกับจำนวนขั้นต่ำ (min) ไม่ได้",
          en: "an absent list cannot both count as empty (absent) and need entries (min)"
        ),
        at: mapping.ownPlace
      )
    }
  }
}

extension Field {
  /// The most scalars of a text: of the field, or of one element of a list of texts.
  public var mostScalars: Int { type.isList ? longestText ?? 2_000 : maxCount }

  /// The most scalars of a code or of a name of a catalogue.
  public static let longestCode = 200
}

extension FieldType {
  /// Whether it is a record.
  public var isRecord: Bool { if case .record = self { true } else { false } }

  /// Whether it is a list.
  public var isList: Bool { if case .list = self { true } else { false } }

  /// The type of the elements of a list; of others the type itself.
  public var element: FieldType { if case .list(let element) = self { element } else { self } }

  /// Whether it, or its elements, are codes of a list or catalogue.
  public var isCoded: Bool {
    switch element {
    case .code, .catalogue: true
    default: false
    }
  }

  /// Whether it holds fields or entries of its own.
  public var isContainer: Bool {
    switch self {
    case .list, .map, .record: true
    default: false
    }
  }
}
