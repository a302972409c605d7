import Diagnostics
import Findings
import PlanValues

// What the submission itself says and papers repeat.
extension JSONReporter {
  func write(_ record: SubmissionRecord, _ writer: inout JSONWriter) {
    writer.member("tables", record.tables) { writer, table in
      writer.object {
        $0.member("path", table.path)
        $0.member("label", table.label)
        $0.member("columns", table.columns) { writer, column in
          writer.object {
            $0.member("name", column.name)
            $0.member("label", column.label)
          }
        }
        $0.member("rows", table.rows) { writer, row in
          writer.list(row) { writer, value in
            if let value { write(value, &writer) } else { writer.null() }
          }
        }
        $0.member("left_out", table.leftOut)
      }
    }
    writer.member("budget", record.budget) { writer, share in
      writer.object {
        $0.member("plan", share.plan)
        $0.member("category", share.category)
        $0.member("amount", share.amount.plainText)
      }
    }
  }

  private func write(_ value: SubmissionRecord.Value, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("type", value.typeName)
      switch value {
      case .text(let text): $0.member("value", text)
      case .code(let code, let name):
        $0.member("value", code)
        $0.member("name", name)
      case .whole(let number): $0.member("value", String(number))
      case .number(let number): $0.member("value", number.description)
      case .money(let amount): $0.member("value", amount.plainText)
      case .date(let date): $0.member("value", date.formatted(.iso))
      case .bool(let truth): $0.member("value", truth ? "true" : "false")
      case .list(let values): $0.member("values", values) { write($1, &$0) }
      }
    }
  }
}

extension SubmissionRecord.Value {
  /// The name of the type in saved reports.
  fileprivate var typeName: String {
    switch self {
    case .text: "text"
    case .code: "code"
    case .whole: "whole"
    case .number: "number"
    case .money: "money"
    case .date: "date"
    case .bool: "bool"
    case .list: "list"
    }
  }
}
