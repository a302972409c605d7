import Diagnostics
import SourceText
import Spreadsheets

/// Writes papers as workbooks: the same content gives the same bytes on every machine and day.
///
/// Each section is a sheet as it would be printed. Rows and columns for filters and sums stand in sheets of
/// their own behind the first one: the rows of all sections with the same columns below each other, as in
/// ``CSVPaper``.
public struct ExcelPaper: Sendable {
  private let paper: Paper

  /// Makes a writer of a paper.
  public init(_ paper: Paper) {
    self.paper = paper
  }

  /// The workbook as the bytes of its file.
  public var bytes: [UInt8] {
    var names = UniqueNames(longest: SheetName.longest)
    let title = VisibleText.of(paper.title)
    let look = ExcelLook(language: paper.language, title: title)
    var sheets: [SheetContent] = []
    for section in paper.sections {
      let name = names.unique(sheetName(section.name), group: "")
      sheets.append(ExcelPageSheet(section, look: look).sheet(named: name))
    }
    let data = ExcelDataSheet.tables(of: paper).map { table in
      let name = names.unique(look.dataName, group: "")
      return ExcelDataSheet(table, look: look).sheet(named: name)
    }
    if sheets.isEmpty { sheets.append(SheetContent(name: sheetName(""))) }
    sheets.insert(contentsOf: data, at: 1)
    var writer = WorkbookWriter(title: title, sheets: sheets)
    writer.subject = VisibleText.of(paper.subject)
    writer.language = paper.language.tag
    return writer.bytes()
  }

  private func sheetName(_ name: String) -> String {
    let allowed = SheetName.allowed(VisibleText.of(name))
    if !allowed.isEmpty { return allowed }
    let title = SheetName.allowed(VisibleText.of(paper.title))
    return title.isEmpty ? "Krong" : title
  }
}

/// What the sheets of a workbook have in common.
struct ExcelLook {
  let language: Language
  let title: String

  /// The size of the text; sheets are printed as wide as the page, so it is a proportion.
  static let fontSize = 14

  func sheet(named name: String) -> SheetContent {
    var sheet = SheetContent(name: name)
    sheet.digitSize = CellStyle().fontSize
    return sheet
  }

  var plain: CellStyle {
    CellStyle().with { style in
      style.fontSize = Self.fontSize
      style.isWrapped = true
    }
  }

  func cell(_ tone: PaperTone, isBold: Bool = false) -> CellStyle {
    plain.with { style in
      style.hasBorder = true
      style.isBold = isBold || tone == .head
      style.fillColor = PaperColors.fill(tone)
      style.textColor = PaperColors.text(tone)
    }
  }

  var dataName: String { language == .th ? "ข้อมูล" : "Data" }

  func printing(isLandscape: Bool, repeatedRows: Int, hasTitle: Bool) -> PrintSetup {
    var printing = PrintSetup()
    printing.isLandscape = isLandscape
    printing.repeatedRows = repeatedRows
    if hasTitle { printing.header = "&C" + PrintSetup.plain(title) }
    printing.footer = language == .th ? "&Cหน้า &P / &N" : "&CPage &P / &N"
    return printing
  }

  // MARK: Text

  /// How many UTF-16 units Excel lets a cell have.
  static let longestText = 32_767

  /// A text as a cell can hold it; of a longer one the beginning, and that it is one.
  func text(_ text: String) -> String {
    let visible = CSVPaper.visible(text)
    guard visible.utf16.count > Self.longestText else { return visible }
    let note =
      language == .th
      ? " … (ตัดข้อความที่ยาวเกินหนึ่งเซลล์ของ Excel)" : " … (cut: longer than a cell of Excel)"
    var left = Self.longestText - note.utf16.count
    var result = String.UnicodeScalarView()
    for scalar in visible.unicodeScalars {
      left -= UTF16.width(scalar)
      guard left >= 0 else { break }
      result.append(scalar)
    }
    return String(result) + note
  }

  /// A text with its look: one that begins like a formula stays text even when somebody edits it.
  func input(_ text: String, _ style: CellStyle) -> (CellInput, CellStyle) {
    let shown = self.text(text)
    guard !shown.isEmpty else { return (.blank, style) }
    let isGuarded = CSVPaper.startsFormula(shown)
    return (.text(shown), isGuarded ? style.with { $0.numberFormat = "@" } : style)
  }
}
