public import Diagnostics
public import PlanValues

/// What a submission itself says and papers repeat: resolution, documents, notices, reports, lines of money.
///
/// Tables of scalar values with the names that the kind gives them, so that a paper can be made of a saved
/// report without the file. A record of which there is one is a table of one row.
public struct SubmissionRecord: Sendable {
  /// One value.
  public enum Value: Hashable, Sendable {
    /// Text, or what could not be read as its type.
    case text(String)
    /// A code with its name.
    case code(String, LocalizedText)
    /// A whole number or a year.
    case whole(Int64)
    /// An exact number.
    case number(ExactDecimal)
    /// An amount.
    case money(Money)
    /// A day.
    case date(CalendarDate)
    /// Yes or no.
    case bool(Bool)
    /// Several.
    case list([Value])
  }

  /// A list of records, or one record.
  public struct Table: Sendable {
    /// A field.
    public struct Column: Hashable, Sendable {
      /// The name in the kind.
      public let name: String
      /// What people call it.
      public let label: LocalizedText

      /// Makes a column.
      public init(name: String, label: LocalizedText) {
        self.name = name
        self.label = label
      }
    }

    /// The path without positions, such as `resolution.remarks`.
    public let path: String
    /// What people call it.
    public let label: LocalizedText
    /// The fields.
    public let columns: [Column]
    /// The elements in their order, a value for each field; nil for a blank one.
    public let rows: [[Value?]]
    /// How many more elements there are than are kept.
    public let leftOut: Int

    /// Makes a table.
    public init(
      path: String,
      label: LocalizedText,
      columns: [Column],
      rows: [[Value?]],
      leftOut: Int = 0
    ) {
      self.path = path
      self.label = label
      self.columns = columns
      self.rows = rows
      self.leftOut = leftOut
    }

    /// The values of a field, in the order of the rows; nil for blank ones and for fields that are not there.
    public func values(_ name: String) -> [Value?] {
      guard let index = columns.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        return rows.map { _ in nil }
      }
      return rows.map { index < $0.count ? $0[index] : nil }
    }
  }

  /// What was planned or asked for under one plan and category.
  public struct BudgetShare: Hashable, Sendable {
    /// The budget plan or strategy; nil when blank.
    public let plan: String?
    /// The category or source; nil when blank.
    public let category: String?
    /// The sum.
    public let amount: Money

    /// Makes a share.
    public init(plan: String?, category: String?, amount: Money) {
      self.plan = plan
      self.category = category
      self.amount = amount
    }
  }

  /// The tables, in the order of the kind; those that the submission leaves blank are not there.
  public let tables: [Table]

  /// The budget by plan and category, in the order in which they first occur.
  public let budget: [BudgetShare]

  /// Makes a record.
  public init(tables: [Table], budget: [BudgetShare] = []) {
    self.tables = tables
    self.budget = budget
  }

  /// The table of a path.
  public func table(_ path: String) -> Table? {
    tables.first { $0.path.utf8.elementsEqual(path.utf8) }
  }

  /// The value of a field of a record of which there is one.
  public func value(_ path: String, _ name: String) -> Value? {
    table(path)?.values(name).first ?? nil
  }
}
