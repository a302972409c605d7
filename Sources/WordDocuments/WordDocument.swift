// WordDocuments reads and writes Word documents (ISO/IEC 29500, WordprocessingML) as paragraphs and
// tables. It knows no field and no form: what a heading means is decided by the mapping above it.

/// A document as it was read.
public struct WordDocument: Sendable {
  /// One paragraph of the body.
  public struct Paragraph: Hashable, Sendable {
    /// Which paragraph it is, from 1; paragraphs inside tables do not count.
    public let number: Int
    /// Its place in the outline, 1 for the highest; nil for a paragraph that is no heading.
    public let level: Int?
    /// The text; tabs and line breaks inside it stay.
    public let text: String
    /// Whether it belongs to the table of contents that the word processor makes.
    public internal(set) var isContents = false
  }

  /// One cell of a table.
  public struct Cell: Hashable, Sendable {
    /// The column of the grid in which it begins, from 1.
    public let column: Int
    /// How many columns it spans.
    public let span: Int
    /// Whether it continues the cell above it.
    public let isContinued: Bool
    /// The text; its paragraphs are separated by line feeds.
    public let text: String
  }

  /// One table of the body.
  public struct Table: Hashable, Sendable {
    /// Which table it is, from 1.
    public let number: Int
    /// The rows from the top.
    public let rows: [[Cell]]
  }

  /// What follows each other in the body.
  public enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
  }

  /// The body from the start.
  public let blocks: [Block]
}

/// The bounds of a document beyond those of its package.
public struct WordLimits: Sendable {
  /// The number of paragraphs and cells together.
  public var blocks = 200_000

  /// The length of all texts in bytes.
  public var textBytes = 64 << 20

  /// How deep tables may nest.
  public var nestedTables = 16

  /// The limits of the product.
  public static let standard = WordLimits()

  /// Makes the limits of the product, to be lowered by the caller.
  public init() {}
}
