import Catalogues
import Diagnostics
import DocumentArena
import PlanValues
import ThaiText

/// The check of a document against its kind: STR-001 to STR-011 of section A of the requirements.
///
/// One pass over the document; every node is looked at once.
struct StructureCheck {
  let document: Document
  let kind: SubmissionKind
  let catalogues: CatalogueSet
  let isKindKnown: Bool

  private(set) var findings: [StructureFinding] = []
  private var counts = Tally()
  /// What rules see otherwise than it is written.
  private(set) var changes: [RuleView.Change] = []
  /// Values that must name an element elsewhere, with the path of what they name.
  private var references: [(node: NodeID, path: String)] = []
  /// For each record the positions of those of its fields that the document has, by the numbers of their keys.
  private var fieldsByKey: [String: [Int: Int]] = [:]

  init(
    _ document: Document,
    _ kind: SubmissionKind,
    _ catalogues: CatalogueSet,
    isKindKnown: Bool
  ) {
    self.document = document
    self.kind = kind
    self.catalogues = catalogues
    self.isKindKnown = isKindKnown
  }

  /// The findings in document order, those of one node by their codes.
  var sortedFindings: [StructureFinding] {
    findings.enumerated().sorted { a, b in
      let left = (a.element.node.rawValue, a.element.code.rawValue, a.offset)
      let right = (b.element.node.rawValue, b.element.code.rawValue, b.offset)
      return left < right
    }.map(\.element)
  }

  mutating func run(_ header: SubmissionHeader) {
    let root = document.root
    guard document.kind(of: root) == .map else {
      if !document.isBlank(root) { wrongType(root, .mapping) }
      return
    }
    check(record: root, as: kind.root, key: "")
    checkJob(header)
    checkReferences()
  }

  /// Adds a finding; those beyond the bound of their code are only counted.
  mutating func add(_ finding: StructureFinding) {
    if counts.add(finding.code.rawValue) <= CheckLimits.findingsOfOneSort {
      findings.append(finding)
    }
  }

  /// How many findings were only counted, by code.
  var leftOut: [StructureLeftOut] {
    StructureCode.allCases.compactMap { code in
      let rest = counts.count(of: code.rawValue) - CheckLimits.findingsOfOneSort
      return rest > 0 ? StructureLeftOut(code: code, count: rest) : nil
    }
  }

  mutating func addReference(_ node: NodeID, to path: String) {
    references.append((node, path))
  }

  // MARK: Records

  /// The fields of one record; `key` names it, "" the submission itself.
  private mutating func check(record node: NodeID, as record: RecordType, key: String) {
    let fields = fields(of: record, key: key)
    var number = CutNumber()
    defer { report(number) }
    for child in document.children(of: node) {
      if number.takes(child, in: document) { continue }
      report(number)
      number = CutNumber()
      if let place = fields[Int(document.node(child).key.rawValue)] {
        let field = record.fields[place]
        check(child, as: field.type, of: field)
        if field.type.isNumber { number.begin(at: child, in: document) }
      } else if isKindKnown || !key.isEmpty {
        // Of an unknown kind only the envelope is known, so nothing can be said of other fields.
        unknownField(child, record)
      }
    }
  }

  private mutating func fields(of record: RecordType, key: String) -> [Int: Int] {
    if let known = fieldsByKey[key] { return known }
    var fields: [Int: Int] = [:]
    for (place, field) in record.fields.enumerated() {
      if let key = document.keys.find(field.name) { fields[Int(key.rawValue)] = place }
    }
    fieldsByKey[key] = fields
    return fields
  }

  private mutating func unknownField(_ node: NodeID, _ record: RecordType) {
    var values: [String: String] = [:]
    let names = record.fields.map(\.name)
    values["suggestion"] = Suggestion.nearest(to: document.keyName(of: node), among: names)
    add(StructureFinding(.unknownField, at: node, pointsAtKey: true, values: values))
  }

  // MARK: Values

  private mutating func check(_ node: NodeID, as type: FieldType, of field: Field) {
    switch type {
    case .list(let element): check(list: node, of: element, field)
    case .map(let element):
      guard isContainer(node, .map, .mapping) else { return }
      guard document.count(of: node) <= field.maxCount else {
        return tooLong(node, .shortList(most: field.maxCount))
      }
      for child in document.children(of: node) { check(child, as: element, of: field) }
    case .record(let name):
      guard let record = kind.records[name], isContainer(node, .map, .mapping) else { return }
      check(record: node, as: record, key: name)
    case .code(let name): check(code: node, of: kind.codeLists[name], field)
    case .catalogue(let id): check(item: node, of: catalogues[id], field)
    default: check(scalar: node, as: type, field)
    }
  }

  /// Whether a node is a container of a kind; another value that says something is STR-002.
  private mutating func isContainer(
    _ node: NodeID,
    _ kind: NodeKind,
    _ type: ExpectedType
  ) -> Bool {
    guard document.kind(of: node) != kind else { return true }
    if !document.isBlank(node) { wrongType(node, type) }
    return false
  }

  private mutating func check(list node: NodeID, of element: FieldType, _ field: Field) {
    guard isContainer(node, .list, .list) else { return }
    if document.count(of: node) > field.maxCount {
      return tooLong(node, .shortList(most: field.maxCount))
    }
    for child in document.children(of: node) { check(child, as: element, of: field) }
    guard case .record(let name) = element, let record = kind.records[name] else { return }
    for field in record.fields where field.isUnique { checkUnique(field, in: node) }
  }

  private mutating func check(scalar node: NodeID, as type: FieldType, _ field: Field) {
    if type == .text, isPlainText(node, field) { return }
    switch FieldValue(node, as: type, in: document) {
    case .unreadable(.buddhistDate): buddhistDate(node)
    case .unreadable:
      // A number that is no year, and one to another base, would still be a number to rules.
      if type == .beYear || type == .int, ![.list, .map].contains(document.kind(of: node)) {
        changes.append(.unreadable(node))
      }
      wrongType(node, isPartOfSatang(node, type) ? .wholeSatang : ExpectedType(type, field))
    case .int(let number) where !field.allows(number): outOfBounds(node, type, field)
    case .decimal(let number) where !field.allows(number): outOfBounds(node, type, field)
    case .money(let amount) where !field.allows(amount): outOfBounds(node, type, field)
    case .text(let text):
      let most = field.mostScalars
      if text.utf8.count > most, text.unicodeScalars.count > most {
        tooLong(node, .shortText(most: most))
      } else if let path = field.refersTo {
        addReference(node, to: path)
      }
    default: break
    }
  }

  /// Whether a number is no amount only because it has more than two decimals.
  private func isPartOfSatang(_ node: NodeID, _ type: FieldType) -> Bool {
    guard type == .money else { return false }
    if case .decimal = FieldValue(node, as: .decimal, in: document) { return true }
    return false
  }

  /// Hides from rules a value that cannot be computed with.
  mutating func markUnreadable(_ node: NodeID) { changes.append(.unreadable(node)) }

  /// What is longer than its bound, and cannot be read by rules for that.
  private mutating func tooLong(_ node: NodeID, _ expected: ExpectedType) {
    changes.append(.overlong(node))
    wrongType(node, expected)
  }

  /// A number beyond its bounds: a value under STR-002 is not computed with (requirements, section A).
  private mutating func outOfBounds(_ node: NodeID, _ type: FieldType, _ field: Field) {
    changes.append(.unreadable(node))
    wrongType(node, ExpectedType(type, field))
  }

  /// The usual text, told from its bytes without making a string of it.
  private func isPlainText(_ node: NodeID, _ field: Field) -> Bool {
    let raw = document.node(node)
    return raw.kind == .string && field.refersTo == nil && Int(raw.count) <= field.mostScalars
  }

  private mutating func buddhistDate(_ node: NodeID) {
    var values = ["value": shown(node)]
    values["suggestion"] = CalendarDate.read(document.text(of: node))?.date.description
    add(StructureFinding(.buddhistDate, at: node, values: values))
  }

  // MARK: Codes

  private mutating func check(code node: NodeID, of list: CodeList?, _ field: Field) {
    guard let list, let code = code(node) else { return }
    let isKnown = list.codes.contains { $0.id.utf8.elementsEqual(code) }
    if !isKnown { unknownCode(node, list.codes.map { ($0.id, $0.label) }, field) }
  }

  private mutating func check(item node: NodeID, of catalogue: Catalogue?, _ field: Field) {
    guard let unknown = field.unknownCode else {
      // Any name is allowed here; only lists and mappings are of the wrong type.
      _ = code(node)
      return
    }
    guard code(node) != nil, let catalogue else { return }
    let written = document.text(of: node)
    let text = SpacesAround.trimmed(written)
    guard catalogue.item(text) == nil else { return }
    // Steps and document types are looked up by their ids; of other catalogues names will do.
    if unknown == .notInList, catalogue.hasItem(called: text) { return }
    unknownCode(node, catalogue.items.map { ($0.id, $0.name) }, field)
  }

  /// The bytes of a code; nil for blank values and, with STR-002, for others than scalars.
  private mutating func code(_ node: NodeID) -> ArraySlice<UInt8>? {
    switch document.kind(of: node) {
    case .null: return nil
    case .string:
      var bytes = document.bytes(of: node)
      if let trimmed = SpacesAround.trimmed(bytes) {
        let start = trimmed.lowerBound - bytes.startIndex
        changes.append(.trimmed(node, start: start, length: trimmed.count))
        bytes = bytes[trimmed]
      }
      if bytes.count > Field.longestCode,
        document.text(of: node).unicodeScalars.count > Field.longestCode
      {
        tooLong(node, .shortText(most: Field.longestCode))
        return nil
      }
      return document.isBlank(node) ? nil : bytes
    case .int, .double: return document.bytes(of: node)
    case .bool:
      wrongType(node, .text)
      return nil
    case .list, .map:
      if !document.isBlank(node) { wrongType(node, .text) }
      return nil
    }
  }

  private mutating func unknownCode(
    _ node: NodeID,
    _ codes: [(id: String, name: LocalizedText)],
    _ field: Field
  ) {
    guard let code = field.unknownCode else { return }
    let offer = CodeOffer(for: document.text(of: node), among: codes)
    var values = ["value": shown(node)]
    values["suggestion"] = offer.suggestion
    values["allowed"] = offer.allowed?.en
    values["allowed_th"] = offer.allowed?.th
    add(StructureFinding(code, at: node, values: values))
  }

  // MARK: Kind and job

  private mutating func checkJob(_ header: SubmissionHeader) {
    guard isKindKnown, let job = header.job, let jobNode = header.jobNode else { return }
    if !kind.jobs.contains(job), let kindNode = header.kindNode {
      let values = [
        "kind": kind.title.en, "kind_th": kind.title.th, "job": String(job),
        "allowed": kind.jobs.map { String($0) }.joined(separator: ", "),
      ]
      add(StructureFinding(.kindAndJob, at: jobNode, values: values, related: kindNode))
    }
    for field in kind.root.fields where field.isMismatchReported {
      guard let expected = field.derivedByJob[job], case .code(let name) = field.type,
        let node = document.child(of: document.root, field.name),
        case .text(let text) = FieldValue(node, as: .text, in: document),
        case let code = SpacesAround.trimmed(text), !code.utf8.elementsEqual(expected.utf8),
        kind.codeLists[name]?.codes.contains(where: { $0.id == code }) ?? false
      else { continue }
      let values = ["value": text, "job": String(job), "suggestion": expected]
      add(StructureFinding(.againstJob, at: node, values: values, related: jobNode))
    }
  }

  // MARK: References

  private mutating func checkReferences() {
    var targets: [String: Set<[UInt8]>] = [:]
    for (node, path) in references {
      if targets[path] == nil { targets[path] = values(onPath: path) }
      let isHeld = targets[path]?.contains(IDText.key(node, document)) ?? false
      if !isHeld {
        add(StructureFinding(.danglingReference, at: node, values: ["value": shown(node)]))
      }
    }
  }

  /// The values at the end of a path such as `previous_resolution.remarks.id`, lists gone through.
  private func values(onPath path: String) -> Set<[UInt8]> {
    var nodes = [document.root]
    for name in path.split(separator: ".") {
      guard let key = document.keys.find(String(name)) else { return [] }
      var next: [NodeID] = []
      for node in nodes {
        if document.kind(of: node) == .list {
          next += document.children(of: node).compactMap { document.child(of: $0, key) }
        } else if let child = document.child(of: node, key) {
          next.append(child)
        }
      }
      nodes = next
    }
    return Set(nodes.filter { !document.isBlank($0) }.map { IDText.key($0, document) })
  }
}
