import Diagnostics
import Spreadsheets

/// Gathers what is to be said about a file that is read through a mapping.
struct IntakeReport {
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  /// How many things of one sort are told one by one.
  private static let named = 20

  init(_ file: String) {
    self.file = file
  }

  /// Whether the file cannot be used.
  private(set) var isBroken = false

  mutating func add(
    _ code: DiagnosticCode,
    _ severity: Diagnostic.Severity,
    _ th: String,
    _ en: String,
    at place: String? = nil,
    help: LocalizedText? = nil
  ) {
    let name = place.map { "\(file) › \($0)" } ?? file
    diagnostics.append(
      Diagnostic(
        code,
        severity,
        LocalizedText(th: th, en: en),
        at: Diagnostic.Place(file: name, position: nil),
        help: help
      )
    )
  }

  // MARK: Headings

  /// Single values whose sheets or labels are not there.
  mutating func missing(_ singles: [Mapping.Single]) {
    let names = singles.filter(\.isExpected).map { single in
      switch single.spot {
      case .cell: single.sheets.first ?? single.field.text
      case .label(let labels): labels.first ?? single.field.text
      }
    }
    missing(headings: names, at: singles.first?.sheets.first.map { "\($0)!" })
  }

  private mutating func missing(headings names: [String], at place: String?) {
    guard !names.isEmpty else { return }
    let list = Self.list(names)
    add(
      .headingMissing,
      .warning,
      "ไม่พบหัวข้อ \(list.th)",
      "these headings are not there: \(list.en)",
      at: place
    )
  }

  /// The first of some headings; the others are counted.
  static func list(_ names: [String]) -> LocalizedText {
    let shown = names.prefix(6).map { "“\($0)”" }.joined(separator: " ")
    let rest = names.count - 6
    guard rest > 0 else { return LocalizedText(verbatim: shown) }
    return LocalizedText(th: "\(shown) และอีก \(rest) หัวข้อ", en: "\(shown) and \(rest) more")
  }

  /// A table that is not there, or lacks columns.
  mutating func missing(_ table: Mapping.Table, _ places: [FoundTable], _ sheets: [SheetView]) {
    let expected = table.columns.filter(\.isExpected)
    guard !places.isEmpty else {
      guard !expected.isEmpty else { return }
      let list = Self.list(expected.compactMap(\.headings.first))
      add(
        .headingMissing,
        .warning,
        "ไม่พบตารางที่มีหัวคอลัมน์ \(list.th)",
        "there is no table with the headings \(list.en)",
        at: table.sheets.first.map { "\($0)!" }
      )
      return
    }
    for place in places {
      let names = table.columns.indices
        .filter { table.columns[$0].isExpected && place.columns[$0] == nil }
        .compactMap { table.columns[$0].headings.first }
      guard !names.isEmpty else { continue }
      let list = Self.list(names)
      add(
        .headingMissing,
        .warning,
        "ไม่พบคอลัมน์ \(list.th)",
        "these columns are not there: \(list.en)",
        at: "\(sheets[place.sheet].sheet.name)!\(place.headerRow):\(place.headerRow)"
      )
    }
  }

  /// Headings of a Word document that are not there.
  mutating func missing(_ sections: [Mapping.Section]) {
    missing(headings: sections.compactMap(\.headings.first), at: nil)
  }

  /// A heading of a Word document that no field takes.
  mutating func notRead(_ heading: String, paragraph: Int) {
    add(
      .columnNotRead,
      .warning,
      "หัวข้อ “\(ListText.trimmed(heading))” ไม่ตรงกับช่องใด จึงไม่ได้อ่าน",
      "the heading “\(ListText.trimmed(heading))” fits no field; it was not read",
      at: "¶ \(paragraph)"
    )
  }

  /// A table under a heading that has none of the columns.
  mutating func tableNotRead(_ section: Mapping.Section) {
    let columns = (section.columns ?? []).compactMap(\.headings.first).map { "“\($0)”" }
    add(
      .headingMissing,
      .warning,
      "ตารางใต้หัวข้อ “\(section.headings.first ?? "")” ไม่มีคอลัมน์ \(columns.joined(separator: " "))",
      "the table under “\(section.headings.first ?? "")” lacks the columns \(columns.joined(separator: " "))"
    )
  }

  /// Columns that hold something, but no table takes.
  mutating func add(
    _ unread: [UnreadColumns],
    _ taken: [Int: Set<Int>],
    _ sheets: [SheetView]
  ) {
    var told: Set<CellPlace> = []
    for entry in unread {
      let view = sheets[entry.sheet]
      let columns = entry.columns.subtracting(taken[entry.sheet] ?? [])
      for column in columns.sorted().prefix(Self.named) {
        let lower = CellPlace(row: entry.table.headerRow, column: column)
        let upper = CellPlace(row: entry.table.topRow, column: column)
        let place = view.text(lower).isEmpty ? upper : lower
        let heading = view.text(place)
        guard !CellContent.text(heading).isBlank, told.insert(place).inserted else { continue }
        columnNotRead(heading, "\(view.sheet.name)!\(place.name)")
      }
    }
  }

  /// A column that holds something, but no field takes.
  mutating func columnNotRead(_ heading: String, _ place: String) {
    let shown = ListText.trimmed(heading.split(separator: "\n").joined(separator: " "))
    add(
      .columnNotRead,
      .warning,
      "คอลัมน์ “\(shown)” มีข้อมูล แต่ไม่ตรงกับช่องใด จึงไม่ได้อ่าน",
      "the column “\(shown)” holds something, but fits no field; it was not read",
      at: place
    )
  }

  // MARK: Cells

  mutating func add(_ trouble: CellTrouble) {
    let help = LocalizedText(
      th: "เปิดแฟ้มด้วย Excel แล้วบันทึก จากนั้นตรวจใหม่",
      en: "open the file in Excel, save it, and check again"
    )
    for place in trouble.uncomputed {
      add(
        .formulaNotComputed,
        .error,
        "สูตรในเซลล์นี้ยังไม่ได้คำนวณ จึงไม่รู้ค่า"
          + rest(trouble.uncomputedCount, place, trouble.uncomputed).th,
        "the formula was never computed, so its value is not known"
          + rest(trouble.uncomputedCount, place, trouble.uncomputed).en,
        at: place,
        help: help
      )
    }
    for place in trouble.failed {
      add(
        .cellFailed,
        .warning,
        "เซลล์นี้แสดงข้อผิดพลาดของสูตร จึงไม่รู้ค่า" + rest(trouble.failedCount, place, trouble.failed).th,
        "the cell shows an error of its formula, so its value is not known"
          + rest(trouble.failedCount, place, trouble.failed).en,
        at: place
      )
    }
  }

  /// Behind the last one that is told: how many more there are.
  private func rest(_ count: Int, _ place: String, _ places: [String]) -> LocalizedText {
    let more = count - places.count
    guard more > 0, let last = places.last, last.utf8.elementsEqual(place.utf8) else {
      return LocalizedText(verbatim: "")
    }
    return LocalizedText(th: " (และอีก \(more) เซลล์)", en: " (and \(more) more cells)")
  }

  mutating func add(hiddenSheets names: [String]) {
    for name in names {
      add(
        .hiddenRead,
        .warning,
        "แผ่นงานนี้ซ่อนไว้ แต่อ่านและตรวจด้วย",
        "the sheet is hidden; it was read all the same",
        at: "\(name)!"
      )
    }
  }

  mutating func add(hiddenRows rows: [Int], _ view: SheetView) {
    guard let first = rows.first else { return }
    let more = rows.count - 1
    add(
      .hiddenRead,
      .warning,
      more > 0 ? "แถวนี้และอีก \(more) แถวซ่อนไว้ แต่อ่านและตรวจด้วย" : "แถวนี้ซ่อนไว้ แต่อ่านและตรวจด้วย",
      more > 0
        ? "this row and \(more) more are hidden; they were read all the same"
        : "the row is hidden; it was read all the same",
      at: "\(view.sheet.name)!\(first):\(first)"
    )
  }

  /// A label with nothing beside it, and something further on.
  mutating func noValue(_ label: CellPlace, _ other: CellPlace, _ view: SheetView) {
    let name = shown(view, label)
    let value = shown(view, other)
    add(
      .labelWithoutValue,
      .warning,
      "เซลล์ถัดจาก “\(name)” ว่าง และไม่ได้อ่าน “\(value)” ในเซลล์ \(other.name)",
      "the cell beside “\(name)” is blank; “\(value)” in \(other.name) was not read",
      at: "\(view.sheet.name)!\(label.name)",
      help: LocalizedText(
        th: "ถ้าเป็นค่าของหัวข้อนี้ ให้ย้ายมาไว้ในเซลล์ถัดจากหัวข้อ หรือระบุเซลล์ในการจับคู่",
        en: "if it is the value, put it beside the label, or name its cell in the mapping"
      )
    )
  }

  /// Cells of rows that are no element of their table.
  mutating func add(passedOver places: [CellPlace], _ view: SheetView) {
    for place in places.prefix(Self.named) {
      let text = shown(view, place)
      add(
        .rowNotRead,
        .warning,
        "“\(text)” ไม่ได้อยู่ในรายการของตาราง จึงไม่ได้อ่าน",
        "“\(text)” is no part of an element of the table; it was not read",
        at: "\(view.sheet.name)!\(place.name)"
      )
    }
    let rest = places.count - Self.named
    guard rest > 0 else { return }
    add(
      .rowNotRead,
      .warning,
      "ยังมีอีก \(rest) แห่งในแผ่นงานนี้ที่ไม่ได้อยู่ในรายการของตาราง",
      "\(rest) more places on this sheet are no part of an element of the table",
      at: "\(view.sheet.name)!"
    )
  }

  /// What a cell shows, on one line and not too long.
  private func shown(_ view: SheetView, _ place: CellPlace) -> String {
    let text =
      switch view.sheet[place] {
      case .text(let text), .number(let text), .percentage(let text), .date(let text),
        .failure(let text):
        text
      case .boolean(let truth): truth ? "TRUE" : "FALSE"
      case .uncomputed, nil: "="
      }
    let line = ListText.trimmed(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count > 60 ? String(line.prefix(59)) + "…" : line
  }

  // MARK: The file

  mutating func tooLarge() {
    isBroken = true
    add(
      .intakeTooLarge,
      .error,
      "แฟ้มมีข้อมูลมากเกินกว่าที่รับได้",
      "the file holds more values than are read",
      help: LocalizedText(th: "แบ่งเป็นหลายแฟ้ม", en: "split it into several files")
    )
  }

  mutating func givenTwice(_ path: FieldPath) {
    add(
      CodeFamilyCode.givenTwice,
      .warning,
      "การจับคู่กำหนดช่อง \(path.text) ไว้สองครั้ง ใช้ครั้งแรก",
      "the mapping gives \(path.text) twice; the first counts"
    )
  }
}
