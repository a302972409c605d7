/// A column of a table.
public struct PaperColumn: Hashable, Sendable {
  /// The width in shares of the whole.
  public var width: Int
  /// Where the lines of its cells stand.
  public var alignment: PaperParagraph.Alignment

  /// Makes a column.
  public init(_ width: Int, _ alignment: PaperParagraph.Alignment = .left) {
    self.width = width
    self.alignment = alignment
  }
}

/// A cell of a table.
public struct PaperCell: Hashable, Sendable {
  /// The paragraphs; none for an empty cell.
  public var paragraphs: [PaperParagraph]
  /// What it says by its look.
  public var tone: PaperTone
  /// How many columns it spans.
  public var span = 1
  /// Whether it names the row: the head of its cells for those who hear the table.
  public var isRowHead = false

  /// Makes a cell of paragraphs.
  public init(_ paragraphs: [PaperParagraph], tone: PaperTone = .plain) {
    self.paragraphs = paragraphs
    self.tone = tone
  }

  /// Makes a cell of plain text.
  public init(
    _ text: String,
    isBold: Bool = false,
    tone: PaperTone = .plain,
    isCode: Bool = false
  ) {
    self.init([PaperParagraph([PaperRun(text, isBold: isBold, isCode: isCode)])], tone: tone)
  }

  /// The same cell, naming its row.
  public var asRowHead: PaperCell {
    var cell = self
    cell.isRowHead = true
    return cell
  }

  /// The same cell over several columns.
  public func spanning(_ columns: Int) -> PaperCell {
    var cell = self
    cell.span = max(columns, 1)
    return cell
  }

  /// The text without its look, a paragraph a line.
  public var plainText: String { paragraphs.map(\.plainText).joined(separator: "\n") }
}

/// What the rows of a table can be chosen by: ระดับ “ต้องแก้ไข”, ด้าน “ความสอดคล้อง”.
public struct PaperMark: Hashable, Sendable {
  /// By what is chosen, an identifier: `severity`, `family`.
  public var facet: String
  /// The name of that.
  public var facetName: String
  /// The value, an identifier: `error`.
  public var value: String
  /// The name of the value.
  public var valueName: String

  /// Makes a mark; facet and value are ASCII letters, digits and hyphens.
  public init(facet: String, facetName: String, value: String, valueName: String) {
    self.facet = facet
    self.facetName = facetName
    self.value = value
    self.valueName = valueName
  }
}

/// A row of a table.
public struct PaperRow: Hashable, Sendable {
  /// The cells from the left; together they span the columns.
  public var cells: [PaperCell]
  /// What it can be chosen by.
  public var marks: [PaperMark]

  /// Makes a row.
  public init(_ cells: [PaperCell], marks: [PaperMark] = []) {
    self.cells = cells
    self.marks = marks
  }
}

/// A table; it takes the whole width of the page.
public struct PaperTable: Hashable, Sendable {
  /// What it shows, said to those who cannot see it; shown above it where it is not empty.
  public var caption: String
  /// The columns.
  public var columns: [PaperColumn]
  /// How many rows from the top are heads, and repeat on each page.
  public var headerRows: Int
  /// The rows.
  public var rows: [PaperRow]
  /// Whether its lines are drawn.
  public var hasLines = true

  /// Makes a table.
  public init(
    caption: String = "",
    columns: [PaperColumn],
    headerRows: Int = 1,
    rows: [PaperRow]
  ) {
    self.caption = caption
    self.columns = columns
    self.headerRows = headerRows
    self.rows = rows
  }

  /// Makes a table with one row of heads.
  public init(
    caption: String = "",
    columns: [PaperColumn],
    heads: [String],
    rows: [PaperRow]
  ) {
    let head = PaperRow(heads.map { PaperCell($0, isBold: true, tone: .head) })
    self.init(caption: caption, columns: columns, rows: [head] + rows)
  }
}
