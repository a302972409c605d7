// Papers are what people put into meeting files: headings, tables, parts to fill in, signatures. A paper
// knows no rule and no finding, and a renderer (HTML, Markdown, CSV, Word, Excel) knows no form: forms make
// papers (Reporting), renderers write them. A new block is a case of ``Paper/Block``; the compiler then
// names every renderer that must learn it.

public import Diagnostics

/// A paper, A4, in one language.
public struct Paper: Sendable {
  /// What follows each other in a paper.
  public enum Block: Sendable {
    /// Text, or a heading.
    case paragraph(PaperParagraph)
    /// Rows and columns.
    case table(PaperTable)
    /// Names with their values: เรื่อง, วันที่, หน่วยงานผู้เสนอ.
    case fields(PaperFields)
    /// Points, numbered or not, or choices to tick.
    case list(PaperList)
    /// Something that the reader must bear in mind.
    case note(PaperNote)
    /// Empty lines that a person writes on.
    case lines(PaperLines)
    /// A place for a signature.
    case signature(PaperSignature)
    /// A picture of figures, with the figures.
    case chart(PaperChart)
    /// What follows begins a new page.
    case pageBreak
  }

  /// A part of the paper with one orientation of the page.
  public struct Section: Sendable {
    /// A short name, for tabs and tables of contents; need not be unique.
    public var name: String
    /// Whether the pages lie across.
    public var isLandscape: Bool
    /// What is on them.
    public var blocks: [Block]
    /// The same as rows and columns for spreadsheets, where the section has something that fits.
    public var data: PaperData?

    /// Makes a section.
    public init(
      name: String = "",
      isLandscape: Bool = false,
      blocks: [Block],
      data: PaperData? = nil
    ) {
      self.name = name
      self.isLandscape = isLandscape
      self.blocks = blocks
      self.data = data
    }
  }

  /// The title, also for the file's properties.
  public var title: String
  /// What it is about: the title of the submission, or how many there are; empty where it says nothing.
  public var subject = ""
  /// The parts, at least one.
  public var sections: [Section]
  /// The language of its text.
  public var language: Language
  /// Whether the number of each page stands at its head.
  public var hasPageNumbers = true
  /// Whether figures in its Thai text are written ๐–๙, as in official letters.
  public var hasThaiDigits = false

  /// Makes a paper.
  public init(title: String, sections: [Section], language: Language = .th) {
    self.title = title
    self.sections = sections
    self.language = language
  }
}
