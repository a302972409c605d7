/// Text in one look.
public struct TextRun: Hashable, Sendable {
  /// The text; line feeds become line breaks.
  public var text: String
  /// Whether it is bold.
  public var isBold: Bool
  /// The size in points; nil for that of the paragraph's style.
  public var size: Int?
  /// The colour, `RRGGBB`.
  public var color: String?

  /// Makes a run.
  public init(_ text: String, isBold: Bool = false, size: Int? = nil, color: String? = nil) {
    self.text = text
    self.isBold = isBold
    self.size = size
    self.color = color
  }
}

/// A paragraph to be written.
public struct PaperParagraph: Hashable, Sendable {
  /// Where the lines stand.
  public enum Alignment: String, Sendable {
    case left
    case center
    case right
    /// Both edges straight, as official Thai papers have it.
    case thaiDistribute
  }

  /// The text.
  public var runs: [TextRun]
  /// The level in the outline, 1 to 3; nil for text.
  public var headingLevel: Int?
  /// Where the lines stand.
  public var alignment = Alignment.left
  /// How far the first line stands in, in hundredths of a centimetre.
  public var firstLineIndent = 0
  /// How far all lines stand in, in hundredths of a centimetre.
  public var indent = 0
  /// The space below, in points.
  public var spaceAfter = 0
  /// Whether it stays on one page with the next paragraph.
  public var keepsWithNext = false

  /// Makes a paragraph of runs.
  public init(_ runs: [TextRun], headingLevel: Int? = nil) {
    self.runs = runs
    self.headingLevel = headingLevel
  }

  /// Makes a paragraph of plain text.
  public init(_ text: String, headingLevel: Int? = nil) {
    self.init([TextRun(text)], headingLevel: headingLevel)
  }
}

/// A cell of a table to be written.
public struct PaperCell: Hashable, Sendable {
  /// The paragraphs; at least one, if empty.
  public var paragraphs: [PaperParagraph]
  /// The colour behind the text, `RRGGBB`.
  public var fillColor: String?
  /// How many columns it spans.
  public var span = 1

  /// Makes a cell of paragraphs.
  public init(_ paragraphs: [PaperParagraph], fillColor: String? = nil) {
    self.paragraphs = paragraphs
    self.fillColor = fillColor
  }

  /// Makes a cell of plain text.
  public init(_ text: String, isBold: Bool = false, fillColor: String? = nil) {
    self.init([PaperParagraph([TextRun(text, isBold: isBold)])], fillColor: fillColor)
  }
}

/// A table to be written; it takes the whole width of the page.
public struct PaperTable: Hashable, Sendable {
  /// The widths of the columns, in shares of the whole.
  public var widths: [Int]
  /// How many rows from the top repeat on each page.
  public var headerRows: Int
  /// The rows.
  public var rows: [[PaperCell]]
  /// Whether its lines are drawn.
  public var hasLines = true

  /// Makes a table.
  public init(widths: [Int], headerRows: Int = 1, rows: [[PaperCell]]) {
    self.widths = widths
    self.headerRows = headerRows
    self.rows = rows
  }
}

/// A paper to be written, A4.
public struct PaperContent: Sendable {
  /// What follows each other.
  public enum Block: Sendable {
    case paragraph(PaperParagraph)
    case table(PaperTable)
    case pageBreak
  }

  /// A part of the paper with one orientation of the page.
  public struct Section: Sendable {
    /// Whether the pages lie across.
    public var isLandscape: Bool
    /// What is on them.
    public var blocks: [Block]

    /// Makes a section.
    public init(isLandscape: Bool = false, blocks: [Block]) {
      self.isLandscape = isLandscape
      self.blocks = blocks
    }
  }

  /// The title in the file's properties.
  public var title: String
  /// The parts.
  public var sections: [Section]
  /// Whether the number of each page stands at its head.
  public var hasPageNumbers = true
  /// The language of the text for spelling, `th` or `en`.
  public var language = "th"

  /// Makes a paper.
  public init(title: String, sections: [Section]) {
    self.title = title
    self.sections = sections
  }
}
