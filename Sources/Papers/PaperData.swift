public import PlanValues

/// Rows and columns of plain values, for spreadsheets and CSV.
///
/// Sections of one paper that have data have the same columns, so that their rows may stand below each other.
public struct PaperData: Sendable {
  /// One value.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Text.
    case text(String)
    /// A whole number.
    case whole(Int)
    /// An exact number.
    case number(ExactDecimal)
    /// An amount in baht.
    case money(Money)
    /// A day.
    case date(CalendarDate)

    /// Text, or nothing.
    public init(_ text: String?) {
      self = text.map { .text($0) } ?? .empty
    }
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its head.
    public var name: String
    /// How wide it is, in shares.
    public var width: Int

    /// Makes a column.
    public init(_ name: String, width: Int = 10) {
      self.name = name
      self.width = width
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows, one value for each column.
  public var rows: [[Value]]

  /// Makes data.
  public init(columns: [Column], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }
}
