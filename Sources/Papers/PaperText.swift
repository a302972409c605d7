/// What a text or a cell says by its look; never by its look alone.
public enum PaperTone: String, Sendable, CaseIterable {
  /// Nothing.
  case plain
  /// A head of a table or a strong band.
  case head
  /// As it should be.
  case good
  /// To be looked at.
  case caution
  /// To be mended.
  case bad
  /// Less important.
  case muted
}

extension PaperTone {
  /// The colour of text in this tone, `RRGGBB`, readable on white and on ``fillColor``; nil for black.
  public var textColor: String? {
    switch self {
    case .plain, .head: nil
    case .good: "1B5E20"
    case .caution: "7A4A00"
    case .bad: "A31515"
    case .muted: "555555"
    }
  }

  /// The colour behind a cell in this tone, `RRGGBB`; nil for white.
  public var fillColor: String? {
    switch self {
    case .plain, .muted: nil
    case .head: "DDEBF7"
    case .good: "E2F0D9"
    case .caution: "FFF2CC"
    case .bad: "FBE5E5"
    }
  }
}

/// Text in one look.
public struct PaperRun: Hashable, Sendable {
  /// The text; line feeds become line breaks.
  public var text: String
  /// Whether it is bold.
  public var isBold: Bool
  /// The size in points; nil for that of the paragraph.
  public var size: Int?
  /// What it says by its look.
  public var tone: PaperTone
  /// Whether it is an id, a file name or another text that machines read: its digits stay as they are.
  public var isCode: Bool
  /// Whether it is a dotted line on which a person writes; the text is the dots.
  public var isBlank = false

  /// Makes a run.
  public init(
    _ text: String,
    isBold: Bool = false,
    size: Int? = nil,
    tone: PaperTone = .plain,
    isCode: Bool = false
  ) {
    self.text = text
    self.isBold = isBold
    self.size = size
    self.tone = tone
    self.isCode = isCode
  }

  /// A dotted line on which a person writes, about so many letters wide.
  public static func blank(_ width: Int = 24) -> PaperRun {
    var run = PaperRun(String(repeating: ".", count: max(width, 3)))
    run.isBlank = true
    return run
  }
}

/// A paragraph or a heading.
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
  public var runs: [PaperRun]
  /// The level in the outline, 1 to 4, without gaps on the way down; nil for text.
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
  public init(_ runs: [PaperRun], headingLevel: Int? = nil) {
    self.runs = runs
    self.headingLevel = headingLevel
  }

  /// Makes a paragraph of plain text.
  public init(_ text: String, headingLevel: Int? = nil) {
    self.init([PaperRun(text)], headingLevel: headingLevel)
  }

  /// The text without its look.
  public var plainText: String { runs.map(\.text).joined() }
}

extension Paper.Block {
  /// A heading of a level from 1.
  public static func heading(_ text: String, _ level: Int) -> Paper.Block {
    .paragraph(PaperParagraph(text, headingLevel: level))
  }

  /// A paragraph of plain text.
  public static func text(_ text: String, _ tone: PaperTone = .plain) -> Paper.Block {
    .paragraph(PaperParagraph([PaperRun(text, tone: tone)]))
  }
}
