import PlanValues
import ThaiText

/// How a cell looks; equal looks are stored once.
public struct CellStyle: Hashable, Sendable {
  /// Where text stands in its cell, across.
  public enum Alignment: String, Sendable {
    /// As Excel does it: text left, numbers right.
    case general
    case left
    case center
    case right
  }

  /// Whether the text is bold.
  public var isBold = false
  /// The size of the text in points.
  public var fontSize = 16
  /// The colour of the text, `RRGGBB`.
  public var textColor: String?
  /// The colour behind the text, `RRGGBB`.
  public var fillColor: String?
  /// Whether thin lines surround the cell.
  public var hasBorder = false
  /// Whether long text is broken into lines.
  public var isWrapped = false
  /// Where the text stands across.
  public var alignment = Alignment.general
  /// How far text stands in from the edge at which it is aligned, in steps of Excel.
  public var indent = 0
  /// The format of numbers, such as `#,##0.00`; nil for Excel's own.
  public var numberFormat: String?
  /// Whether the cell is locked once its sheet is protected.
  public var isLocked = true

  /// Plain cells, to be changed.
  public init() {}

  /// The style with some changes.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }
}

/// What is written into a cell.
public enum CellInput: Hashable, Sendable {
  /// Text; it stays text, whatever it begins with.
  case text(String)
  /// A number by its decimal text.
  case number(String)
  /// A day in ISO form, `2025-11-05`.
  case date(String)
  /// A formula without its `=`, with the value that it has now, as a decimal text.
  case formula(String, value: String)
  /// Nothing, for cells that only have a look.
  case blank
}

/// A list of allowed values, or a rule for what may be typed, over some cells.
public struct CellValidation: Hashable, Sendable {
  /// What is allowed.
  public enum Rule: Hashable, Sendable {
    /// One of the cells of a range, such as `_codes!$A$1:$A$9`; Excel shows them as a drop-down.
    case list(String)
    /// A day from 1 January 1900 on.
    case date
    /// A number from zero on.
    case number
    /// A whole number between two bounds.
    case whole(Int, Int)
  }

  /// The cells.
  public var range: CellRange
  /// What is allowed.
  public var rule: Rule
  /// The heading of the hint that shows when the cell is entered.
  public var promptTitle: String
  /// The hint.
  public var prompt: String
  /// Whether other values are refused; else Excel only warns.
  public var isStrict: Bool
  /// What is said then.
  public var refusal: String

  /// Makes a validation.
  public init(
    range: CellRange,
    rule: Rule,
    promptTitle: String = "",
    prompt: String = "",
    isStrict: Bool = true,
    refusal: String = ""
  ) {
    self.range = range
    self.rule = rule
    self.promptTitle = promptTitle
    self.prompt = prompt
    self.isStrict = isStrict
    self.refusal = refusal
  }
}

/// How a sheet is printed.
public struct PrintSetup: Hashable, Sendable {
  /// Whether the paper lies across.
  public var isLandscape = false
  /// How many rows from the top repeat on each page.
  public var repeatedRows = 0
  /// Over how many pages side by side the columns are spread, at most.
  public var pagesAcross = 1
  /// The text at the foot of each page, in Excel's codes: `&P` page, `&N` pages.
  public var footer = "&C&P/&N"
  /// The text at the head of each page, in the same codes; ``plain(_:)`` writes others.
  public var header = ""

  /// A text as it stands, at most so long that Excel takes it.
  public static func plain(_ text: String) -> String {
    var result = ""
    var units = 0
    for scalar in text.unicodeScalars {
      let shown = scalar == "&" ? "&&" : scalar.value < 0x20 ? " " : String(scalar)
      units += shown.utf16.count
      guard units <= 200 else { return result + "…" }
      result += shown
    }
    return result
  }

  /// A4 upright with page numbers, to be changed.
  public init() {}
}

/// A sheet to be written.
public struct SheetContent: Sendable {
  /// One cell with its look.
  public struct Cell: Sendable {
    var input: CellInput
    var style: CellStyle
  }

  /// The name on the tab: at most 31 characters, none of `[]:*?/\`.
  public var name: String
  /// Whether the tab is hidden.
  public var isHidden = false
  /// The widths of the columns from the first on, in characters.
  public var columnWidths: [Double] = []
  /// The merged ranges.
  public var merged: [CellRange] = []
  /// The rules for what may be typed.
  public var validations: [CellValidation] = []
  /// Notes at cells.
  public var notes: [(place: CellPlace, text: String)] = []
  /// How many rows from the top stay in view.
  public var frozenRows = 0
  /// Links from cells to other cells of the workbook, such as `'โครงการ'!D12`.
  public var links: [(place: CellPlace, target: String)] = []
  /// The range that has filter buttons.
  public var filter: CellRange?
  /// Whether locked cells are protected; without a password, against slips only.
  public var isProtected = false
  /// How the sheet is printed.
  public var printing = PrintSetup()
  /// The size of the workbook's standard type in points: widths of columns count its digits.
  ///
  /// The usual one is that of Excel's own workbooks; those that ``WorkbookWriter`` writes have
  /// ``CellStyle/fontSize`` as it is at first.
  public var digitSize = 11

  private(set) var cells: [CellPlace: Cell] = [:]
  private(set) var rowHeights: [Int: Double] = [:]

  /// Starts an empty sheet.
  public init(name: String) {
    self.name = name
  }

  /// Puts something into a cell.
  public mutating func set(_ place: CellPlace, _ input: CellInput, _ style: CellStyle = CellStyle())
  {
    cells[place] = Cell(input: input, style: style)
  }

  /// Sets the height of a row in points.
  ///
  /// Excel does not make rows with broken lines taller by itself when it opens a file.
  public mutating func setHeight(ofRow row: Int, _ points: Double) {
    rowHeights[row] = points
  }

  /// Makes a row tall enough for a text in a column as wide as so many characters.
  public mutating func fit(row: Int, _ text: String, width: Double, fontSize: Int = 16) {
    let width = width * Double(digitSize) / 11
    let lines = LineEstimate.lines(text, width: width, fontSize: fontSize)
    let points = Double(lines) * Double(fontSize) * 1.7
    rowHeights[row] = max(rowHeights[row] ?? 0, min(409, points))
  }

  var rows: [Int] { Set(cells.keys.map(\.row)).union(rowHeights.keys).sorted() }
}

/// How many lines a text takes in a column.
enum LineEstimate {
  /// A column of width 1 takes one digit of the standard 11-point type; marks above and below letters
  /// take no width.
  static func lines(_ text: String, width: Double, fontSize: Int) -> Int {
    let perLine = max(1, width * 11 / Double(fontSize))
    // Words are not cut in the middle: a tenth of a wide line stays free, and of a narrow one, where a
    // long Thai word more often does not fit, up to a half.
    let used = min(0.9, 0.5 + perLine / 100)
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let letters = line.unicodeScalars.count { !ThaiScalar.isMark($0.value) }
      lines += max(1, Int((Double(letters) / (perLine * used)).rounded(.up)))
    }
    return max(1, lines)
  }
}

extension SheetContent {
  /// Puts nothing but a look into a cell that holds nothing.
  public mutating func setIfEmpty(_ place: CellPlace, _ style: CellStyle) {
    if cells[place] == nil { set(place, .blank, style) }
  }

  /// The exact sum of the numbers in a range, as a decimal text; "0" when it is too large.
  public func sum(_ range: CellRange) -> String {
    var numbers: [ExactDecimal] = []
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        guard case .number(let text)? = cells[CellPlace(row: row, column: column)]?.input,
          let number = ExactDecimal(literal: text)
        else { continue }
        numbers.append(number)
      }
    }
    return ExactDecimal.sum(numbers)?.formatted(grouped: false) ?? "0"
  }
}
