import Catalogues
import Diagnostics
import DocumentArena
import Findings
import PlanValues
import Submissions

/// Takes from a submission what papers repeat.
///
/// Field names, labels and types are the kind's; here stands only which of its records papers ask for, so
/// that a report does not carry every word of a plan.
struct RecordBuilder {
  private let document: Document
  private let kind: SubmissionKind
  private let catalogues: CatalogueSet
  private let job: Int?

  /// The records by their paths without positions.
  private static let paths = [
    "documents", "comments", "previous_resolution", "previous_resolution.remarks", "responses",
    "resolution", "resolution.remarks", "notices", "publication", "reports", "quarters",
    "acceleration", "annual_reports", "submitter", "agenda",
  ]

  /// Of these lists only some fields, since the others may be as long as minutes.
  private static let only = [("agenda", fields: ["number", "meeting", "title", "concerned"])]

  /// Records inside the elements of a list, whose fields stand beside those of the element.
  private static let inside = [
    ("annual_reports", field: "publication"), ("agenda", field: "resolution"),
  ]

  /// Lists of records inside such records, of which papers repeat one text each.
  private static let texts = [("agenda", field: "resolution", list: "remarks", text: "text")]

  /// Lists that papers ask for only where they have a certain field: lines of money spent.
  private static let onlyWith = [("lines", field: "disbursed")]

  /// Fields of the submission itself.
  private static let own = ["received_on", "requested_on", "submitted_on", "subject_ref"]

  /// Lists of money: the first that a kind has, and the fields that may say amount, plan and category.
  private static let budgets = ["projects", "lines", "to"]
  private static let amounts = ["budget", "amount"]
  private static let plans = ["plan", "group", "strategy_ref"]
  private static let categories = ["category", "budget_source"]

  init(_ submission: Submission, _ catalogues: CatalogueSet) {
    document = submission.document
    kind = submission.kind
    self.catalogues = catalogues
    job = submission.job
  }

  func record() -> SubmissionRecord {
    var tables: [SubmissionRecord.Table] = []
    let own = Self.own.compactMap { kind.field($0) }.map { Column(field: $0) }
    if let table = table("", LocalizedText(verbatim: ""), own, [document.root]) {
      tables.append(table)
    }
    tables += Self.paths.compactMap { table($0) }
    for (path, field) in Self.onlyWith {
      guard let found = record(at: path), found.record.field(field) != nil else { continue }
      if let table = table(path) { tables.append(table) }
    }
    return SubmissionRecord(tables: tables, budget: budget())
  }

  // MARK: Tables

  private func table(_ path: String) -> SubmissionRecord.Table? {
    guard let found = record(at: path) else { return nil }
    let only = Self.only.first { $0.0.utf8.elementsEqual(path.utf8) }?.fields
    let fields = only.map { names in names.compactMap { found.record.field($0) } }
    var columns = (fields ?? found.record.fields).map { Column(field: $0) }
    for (list, name) in Self.inside where list.utf8.elementsEqual(path.utf8) {
      guard let field = found.record.field(name), case .record(let type) = field.type else {
        continue
      }
      columns += (kind.records[type]?.fields ?? []).map { field in
        let texts = Self.texts.first {
          $0.0.utf8.elementsEqual(path.utf8) && $0.field.utf8.elementsEqual(name.utf8)
            && $0.list.utf8.elementsEqual(field.name.utf8)
        }
        return Column(field: field, inside: name, text: texts?.text)
      }
    }
    return table(path, found.label, columns, found.nodes)
  }

  /// A field of a record, or of the one record in a field of it.
  private struct Column {
    let field: Field
    var inside: String?
    /// Of a list of records, the field whose texts are the value.
    var text: String?

    var name: String { inside.map { "\($0).\(field.name)" } ?? field.name }
  }

  private func table(
    _ path: String,
    _ label: LocalizedText,
    _ columns: [Column],
    _ nodes: [NodeID]
  ) -> SubmissionRecord.Table? {
    let scalars = columns.filter { $0.text != nil || Self.isScalar($0.field.type) }
    let filled = nodes.filter { !document.isBlank($0) }
    let kept = filled.prefix(CheckLimits.recordRows)
    let rows = kept.map { node in
      scalars.map { column -> SubmissionRecord.Value? in
        let owner = column.inside.map { document.child(of: node, $0) } ?? node
        guard let node = owner.flatMap({ document.child(of: $0, column.field.name) }) else {
          return nil
        }
        return column.text.map { texts($0, in: node) } ?? value(node, column.field.type)
      }
    }
    guard rows.contains(where: { $0.contains { $0 != nil } }) else { return nil }
    return SubmissionRecord.Table(
      path: path,
      label: label,
      columns: scalars.map { SubmissionRecord.Table.Column(name: $0.name, label: $0.field.label) },
      rows: rows,
      leftOut: filled.count - kept.count
    )
  }

  /// What a path leads to: the type of its records, what people call them, and the records themselves.
  private func record(
    at path: String
  ) -> (record: RecordType, label: LocalizedText, nodes: [NodeID])? {
    var record: RecordType? = kind.root
    var label = LocalizedText(verbatim: "")
    var nodes = [document.root]
    for step in path.split(separator: ".").map(String.init) {
      guard let field = record?.field(step) else { return nil }
      label = field.label
      nodes = nodes.compactMap { document.child(of: $0, step) }
      switch field.type {
      case .record(let name): record = kind.records[name]
      case .list(.record(let name)):
        record = kind.records[name]
        nodes = nodes.filter { document.kind(of: $0) == .list }
          .flatMap { Array(document.children(of: $0)) }
      default: return nil
      }
    }
    return record.map { ($0, label, nodes.filter { document.kind(of: $0) == .map }) }
  }

  private static func isScalar(_ type: FieldType) -> Bool {
    switch type {
    case .record, .map: false
    case .list(let element): isScalar(element)
    default: true
    }
  }

  // MARK: Values

  /// The texts of one field of the records in a list; nil when there are none.
  private func texts(_ name: String, in list: NodeID) -> SubmissionRecord.Value? {
    guard document.kind(of: list) == .list else { return nil }
    let texts = document.children(of: list).compactMap { record in
      document.child(of: record, name).flatMap { value($0, .text) }
    }
    return texts.isEmpty ? nil : .list(texts)
  }

  private func value(_ node: NodeID, _ type: FieldType) -> SubmissionRecord.Value? {
    if case .list(let element) = type {
      guard document.kind(of: node) == .list else { return nil }
      let values = document.children(of: node).compactMap { value($0, element) }
      return values.isEmpty ? nil : .list(values)
    }
    switch FieldValue(node, as: type, in: document) {
    case .blank: return nil
    case .text(let text): return named(text, type)
    case .int(let number): return .whole(number)
    case .decimal(let number): return .number(number)
    case .money(let amount): return .money(amount)
    case .date(let date): return .date(date)
    case .bool(let truth): return .bool(truth)
    case .unreadable:
      // A list where a text belongs is a finding of its own.
      let text = document.text(of: node)
      return text.isEmpty ? nil : .text(text)
    }
  }

  private func named(_ text: String, _ type: FieldType) -> SubmissionRecord.Value {
    switch type {
    case .code(let list):
      let code = kind.codeLists[list]?.codes.first { $0.id.utf8.elementsEqual(text.utf8) }
      return code.map { .code(text, $0.label) } ?? .text(text)
    case .catalogue(let id):
      let item = catalogues[id]?.item(text)
      let name = item.map { item in job.flatMap { item.nameByJob[$0] } ?? item.name }
      return name.map { .code(text, $0) } ?? .text(text)
    default: return .text(text)
    }
  }

  // MARK: Budget

  /// The sums by plan and category; nothing where an amount cannot be read or the sum has no bounds.
  private func budget() -> [SubmissionRecord.BudgetShare] {
    for path in Self.budgets {
      guard let found = record(at: path), let amount = field(Self.amounts, of: found.record),
        amount.type == .money, !found.nodes.isEmpty
      else { continue }
      let plan = field(Self.plans, of: found.record)
      let category = field(Self.categories, of: found.record)
      guard plan != nil || category != nil else { continue }
      return shares(found.nodes, amount, plan, category)
    }
    return []
  }

  private func field(_ names: [String], of record: RecordType) -> Field? {
    names.compactMap { record.field($0) }.first
  }

  private struct Key: Hashable {
    let plan: String?
    let category: String?
  }

  private func shares(
    _ nodes: [NodeID],
    _ amount: Field,
    _ plan: Field?,
    _ category: Field?
  ) -> [SubmissionRecord.BudgetShare] {
    var order: [Key] = []
    var sums: [Key: Money] = [:]
    for node in nodes {
      guard let child = document.child(of: node, amount.name),
        case .money(let money) = FieldValue(child, as: .money, in: document)
      else { continue }
      let key = Key(plan: text(plan, of: node), category: text(category, of: node))
      if sums[key] == nil { order.append(key) }
      guard let sum = (sums[key] ?? .zero).adding(money) else { return [] }
      sums[key] = sum
    }
    return order.map { key in
      SubmissionRecord.BudgetShare(
        plan: key.plan,
        category: key.category,
        amount: sums[key] ?? .zero
      )
    }
  }

  private func text(_ field: Field?, of node: NodeID) -> String? {
    guard let field, let child = document.child(of: node, field.name),
      case .text(let text) = FieldValue(child, as: .text, in: document)
    else { return nil }
    return text
  }
}
