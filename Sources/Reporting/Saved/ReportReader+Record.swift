import Diagnostics
import Findings
import PlanValues

// What the submission itself says and papers repeat.
extension ReportReader {
  static func record(_ node: SavedNode) throws(DiagnosticError) -> SubmissionRecord {
    var tables: [SubmissionRecord.Table] = []
    for item in try node.list("tables") { tables.append(try table(item)) }
    var budget: [SubmissionRecord.BudgetShare] = []
    for item in try node.list("budget") {
      guard let amount = Money(try item.text("amount")) else { throw item.wrong() }
      budget.append(
        SubmissionRecord.BudgetShare(
          plan: try item.optionalText("plan"),
          category: try item.optionalText("category"),
          amount: amount
        )
      )
    }
    return SubmissionRecord(tables: tables, budget: budget)
  }

  private static func table(_ node: SavedNode) throws(DiagnosticError) -> SubmissionRecord.Table {
    var columns: [SubmissionRecord.Table.Column] = []
    for item in try node.list("columns") {
      columns.append(
        SubmissionRecord.Table.Column(
          name: try item.text("name"),
          label: try item.localized("label")
        )
      )
    }
    var rows: [[SubmissionRecord.Value?]] = []
    for row in try node.list("rows") {
      var values: [SubmissionRecord.Value?] = []
      for value in row.elements { values.append(value.isNull ? nil : try self.value(value)) }
      guard values.count == columns.count else { throw row.wrong() }
      rows.append(values)
    }
    return SubmissionRecord.Table(
      path: try node.text("path"),
      label: try node.localized("label"),
      columns: columns,
      rows: rows,
      leftOut: try node.int("left_out")
    )
  }

  private static func value(_ node: SavedNode) throws(DiagnosticError) -> SubmissionRecord.Value {
    let type = try node.text("type")
    if type.utf8.elementsEqual("list".utf8) {
      var values: [SubmissionRecord.Value] = []
      for item in try node.list("values") { values.append(try scalar(item)) }
      return .list(values)
    }
    return try scalar(node)
  }

  private static func scalar(_ node: SavedNode) throws(DiagnosticError) -> SubmissionRecord.Value {
    let text = try node.text("value")
    let value: SubmissionRecord.Value? =
      switch try node.text("type") {
      case "text": .text(text)
      case "code": .code(text, try node.localized("name"))
      case "whole": Int64(text).map { .whole($0) }
      case "number": ExactDecimal(text).map { .number($0) }
      case "money": Money(text).map { .money($0) }
      case "date": CalendarDate(iso: text).map { .date($0) }
      case "bool": .bool(text.utf8.elementsEqual("true".utf8))
      default: nil
      }
    guard let value else { throw node.wrong() }
    return value
  }
}
