public import Catalogues
public import Diagnostics
public import DocumentArena
import PlanValues
import ThaiText

/// What people call a place of a submission: “โครงการที่ 2 งบประมาณ”, "Project 2 budget".
public struct PlaceLabel: Sendable {
  /// How elements of lists are named.
  public enum Detail: Sendable {
    /// By their position: โครงการที่ 2.
    case short
    /// With their name, where they have one: โครงการที่ 2 “อบรมครูปฐมวัย”.
    case full
  }

  private let document: Document
  private let kind: SubmissionKind
  private let catalogues: CatalogueSet
  private let job: Int?

  /// Prepares the names of the places of one submission.
  public init(document: Document, kind: SubmissionKind, catalogues: CatalogueSet, job: Int?) {
    self.document = document
    self.kind = kind
    self.catalogues = catalogues
    self.job = job
  }

  /// Prepares the names of the places of one submission.
  public init(_ submission: Submission, catalogues: CatalogueSet) {
    self.init(
      document: submission.document,
      kind: submission.kind,
      catalogues: catalogues,
      job: submission.job
    )
  }

  /// The name of a value.
  public func of(_ node: NodeID, _ detail: Detail = .short) -> LocalizedText {
    of(document.path(of: node), detail)
  }

  /// The name of a value that may be absent.
  public func of(_ path: DocumentPath, _ detail: Detail = .short) -> LocalizedText {
    of(path, along: nil, detail)
  }

  /// The name of a value that may be absent, given the nodes that its path passes, as far as they exist.
  ///
  /// The cost does not depend on how many elements stand before it.
  public func of(
    _ path: DocumentPath,
    along nodes: [NodeID]?,
    _ detail: Detail = .short
  ) -> LocalizedText {
    var walk = LabelWalk(node: document.root, type: .record(""))
    for (position, step) in path.steps.enumerated() {
      walk.given = nodes.map { position < $0.count ? $0[position] : nil }
      take(step, &walk, detail)
    }
    let pieces = walk.elements + Self.withoutRepeats(walk.fields)
    guard !pieces.isEmpty else { return LocalizedText(th: "เรื่องนี้", en: "the submission") }
    return LocalizedText(
      th: pieces.map(\.th).joined(separator: " "),
      en: pieces.map(\.en).joined(separator: " ")
    )
  }

  /// The name of the innermost list around a value; of the value itself outside lists.
  public func list(around path: DocumentPath, along nodes: [NodeID]?) -> LocalizedText {
    let index = path.steps.lastIndex { step in
      if case .index = step { true } else { false }
    }
    guard let index else { return of(path, along: nodes) }
    return of(DocumentPath(Array(path.steps[..<index])), along: nodes)
  }

  /// The name of an element of a list of records, such as the `{element}` of messages; nil when the
  /// path does not end at one.
  public func element(_ path: DocumentPath, _ detail: Detail = .full) -> LocalizedText? {
    guard case .index(let index)? = path.steps.last else { return nil }
    var walk = LabelWalk(node: document.root, type: .record(""))
    for step in path.steps.dropLast() { take(step, &walk, detail) }
    guard case .list(.record(let name))? = walk.type, let record = kind.records[name] else {
      return nil
    }
    return label(of: record, child(walk.node, index), index + 1, walk.fields.last, detail)
  }

  // MARK: The walk

  private struct LabelWalk {
    var node: NodeID?
    /// The node that the next step leads to, where the caller knows it.
    var given: NodeID??
    var type: FieldType?
    var elements: [LocalizedText] = []
    var fields: [LocalizedText] = []
    /// Whether the record has another list of such elements, so that their name alone does not tell
    /// them apart.
    var isOneOfSeveral = false
  }

  private func take(_ step: DocumentPath.Step, _ walk: inout LabelWalk, _ detail: Detail) {
    switch (step, walk.type) {
    case (.key(let name), .record(let record)?):
      let fields = record.isEmpty ? kind.root : kind.records[record]
      let field = fields?.field(name)
      walk.fields.append(field?.label ?? LocalizedText(verbatim: ShownText.cut(name, to: 60)))
      walk.type = field?.type
      walk.isOneOfSeveral = field.map { isOneOfSeveral($0, in: fields) } ?? false
      walk.node = walk.given ?? walk.node.flatMap { document.child(of: $0, name) }
    case (.key(let name), let type):
      walk.fields.append(LocalizedText(verbatim: ShownText.cut(name, to: 60)))
      if case .map(let element)? = type { walk.type = element } else { walk.type = nil }
      walk.node = walk.given ?? walk.node.flatMap { document.child(of: $0, name) }
    case (.index(let index), .list(.record(let name))?):
      walk.node = walk.given ?? child(walk.node, index)
      if let record = kind.records[name] {
        let label = label(of: record, walk.node, index + 1, walk.fields.last, detail)
        if walk.isOneOfSeveral, let list = walk.fields.last { walk.elements.append(list) }
        walk.elements.append(label)
        walk.fields = []
      }
      walk.type = .record(name)
    case (.index(let index), let type):
      walk.node = walk.given ?? child(walk.node, index)
      walk.fields.append(Self.position(index + 1))
      walk.type = type?.isList ?? false ? type?.element : nil
    }
  }

  private func isOneOfSeveral(_ field: Field, in record: RecordType?) -> Bool {
    guard case .list(.record(let name)) = field.type, let record,
      kind.records[name]?.elementLabel != nil || kind.records[name]?.blankElementLabel != nil
    else { return false }
    return record.fields.count { $0.type == field.type } > 1
  }

  private func child(_ node: NodeID?, _ index: Int) -> NodeID? {
    guard let node, document.kind(of: node) == .list else { return nil }
    return document.children(of: node).dropFirst(index).first { _ in true }
  }

  private static func position(_ number: Int) -> LocalizedText {
    LocalizedText(th: "ลำดับที่ \(number)", en: "entry \(number)")
  }

  /// A label that the next one holds already is left out: “ชื่อหน่วยงานผู้เสนอ” says “หน่วยงานผู้เสนอ”.
  private static func withoutRepeats(_ labels: [LocalizedText]) -> [LocalizedText] {
    labels.indices.filter { index in
      guard index + 1 < labels.count else { return true }
      return !ThaiNormalizer.contains(labels[index + 1].th, labels[index].th)
    }.map { labels[$0] }
  }

  // MARK: Elements

  private func label(
    of record: RecordType,
    _ node: NodeID?,
    _ number: Int,
    _ list: LocalizedText?,
    _ detail: Detail
  ) -> LocalizedText {
    if detail == .full, let label = record.elementLabel,
      let filled = fill(label, record, node, number, needsAll: true)
    {
      return filled
    }
    if let label = record.blankElementLabel ?? record.elementLabel,
      let filled = fill(label, record, node, number, needsAll: false)
    {
      return filled
    }
    let position = Self.position(number)
    guard let list else { return position }
    return LocalizedText(th: "\(list.th) \(position.th)", en: "\(list.en) \(position.en)")
  }

  /// A label with its placeholders filled in; nil when a field is blank.
  ///
  /// `{number}` is the element's own field of that name where it is filled, else its position;
  /// `{position}` is always the position, unless the element has a field of that name.
  private func fill(
    _ label: LocalizedText,
    _ record: RecordType,
    _ node: NodeID?,
    _ number: Int,
    needsAll: Bool
  ) -> LocalizedText? {
    func text(_ form: String, _ language: Language) -> String? {
      var result = ""
      for part in TextTemplate(form).parts {
        switch part {
        case .text(let text): result += text
        case .placeholder(let placeholder):
          let hasOwn = record.field(placeholder.name) != nil
          if let value = value(of: placeholder.name, record, node, language) {
            result += value
          } else if placeholder.name == "number", !hasOwn || !needsAll {
            result += String(number)
          } else if placeholder.name == "position", !hasOwn {
            result += String(number)
          } else {
            return nil
          }
        }
      }
      return result
    }
    guard let th = text(label.th, .th), let en = text(label.en, .en) else { return nil }
    return LocalizedText(th: th, en: en)
  }

  private func value(
    of name: String,
    _ record: RecordType,
    _ node: NodeID?,
    _ language: Language
  ) -> String? {
    guard let field = record.field(name), let node,
      let child = document.child(of: node, name), !document.isBlank(child)
    else { return nil }
    return shown(child, field.type, language)
  }

  /// A value as people read it in a label: dates in words, codes by their names.
  private func shown(_ node: NodeID, _ type: FieldType, _ language: Language) -> String {
    switch (FieldValue(node, as: type, in: document), type) {
    case (.date(let date), _): return date.formatted(language == .th ? .thai : .english)
    case (.money(let amount), _): return amount.formatted()
    case (.text(let text), .code(let name)):
      let code = kind.codeLists[name]?.codes.first { $0.id.utf8.elementsEqual(text.utf8) }
      return code?.label[language] ?? ShownText.cut(text, to: 60)
    case (.text(let text), .catalogue(let id)):
      guard let item = catalogues[id]?.item(text) else { return ShownText.cut(text, to: 60) }
      return (job.flatMap { item.nameByJob[$0] } ?? item.name)[language]
    default:
      return document.count(of: node) > 0 ? "…" : ShownText.cut(document.text(of: node), to: 60)
    }
  }
}
