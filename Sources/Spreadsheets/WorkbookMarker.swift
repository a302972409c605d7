// Puts marks into somebody's own workbook: notes and colours at cells, and one sheet more. Everything
// else stays as it is, byte for byte, and old marks give way to new ones.

public import OpenXML

/// A mark at cells of a workbook.
public struct CellMark: Sendable {
  /// The colours of a mark.
  public struct Look: Hashable, Sendable {
    /// The colour behind the text, `RRGGBB`.
    public let fill: String
    /// The colour of the lines around the cell, `RRGGBB`.
    public let line: String

    /// Makes a look.
    public init(fill: String, line: String) {
      self.fill = fill
      self.line = line
    }
  }

  /// The name of the sheet.
  public let sheet: String
  /// The cell.
  public let place: CellPlace
  /// What its note says.
  public let note: String
  /// How it looks.
  public let look: Look

  /// Makes a mark.
  public init(sheet: String, place: CellPlace, note: String, look: Look) {
    self.sheet = sheet
    self.place = place
    self.note = note
    self.look = look
  }
}

/// Marks a workbook.
///
/// Colours are conditional formats that always hold, so that the cells keep their own looks, and notes
/// have an author of their own: both are found again when the copy is marked once more.
public struct WorkbookMarker {
  static let author = PackagePatch.author

  private static let base = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  private var patch: PackagePatch
  private let workbook: Workbook
  private let main: String
  private let names: OfficeNames
  private var styles: StylePatch

  /// Opens a workbook for marking.
  public init(_ archive: PackageArchive, _ workbook: Workbook) throws(PackageProblem) {
    let relation = try Relations.read(archive, of: "").first { $0.isOf("officeDocument") }
    guard let relation else { throw .notPackage }
    main = relation.target
    names = OfficeNames(try XMLOutline(archive, main, depth: 0).namespace)
    patch = PackagePatch(archive)
    self.workbook = workbook
    styles = try StylePatch(archive, of: main)
  }

  /// The workbook with marks, and with a sheet that takes the place of an older one of the same names.
  ///
  /// - Parameters:
  ///   - marks: At most one for a cell.
  ///   - content: The sheet to add.
  ///   - former: The names by which the sheet of an earlier time is known.
  /// - Returns: The bytes of the marked workbook.
  /// - Throws: What is wrong with a part that must be changed.
  public mutating func marked(
    _ marks: [CellMark],
    sheet content: SheetContent,
    former: [String]
  ) throws(PackageProblem) -> [UInt8] {
    for sheet in workbook.sheets where !Self.isOne(sheet.name, of: former) {
      let own = marks.filter { $0.sheet.utf8.elementsEqual(sheet.name.utf8) }
      try mark(sheet, own.sorted { $0.place < $1.place })
    }
    try add(content, former)
    try styles.write(into: &patch, main, names)
    return try patch.finished()
  }

  private static func isOne(_ name: String, of names: [String]) -> Bool {
    names.contains { $0.utf8.elementsEqual(name.utf8) }
  }

  // MARK: The sheet of its own

  private mutating func add(_ content: SheetContent, _ former: [String]) throws(PackageProblem) {
    let text = styles.sheet(content)
    if let old = workbook.sheets.first(where: { Self.isOne($0.name, of: former) }) {
      return patch.replace(old.part, with: Array(text.utf8))
    }
    let part = patch.freeName("xl/worksheets/krong", ".xml")
    patch.add(part, text, type: Self.base + "worksheet+xml")
    let id = try patch.link(main, to: part, type: names.relation("worksheet"))
    var list = try PartPatch(patch.archive, main, depth: 2)
    guard let sheets = list.outline.child("sheets") else { throw .damaged(part: main) }
    let used = list.outline.children(of: sheets).compactMap {
      list.outline.elements[$0].value("sheetId").flatMap { Int($0) }
    }
    let number = min((used.max() ?? 0), 65_533) + 1
    list.append(
      [
        Markup.fragment(
          "sheet",
          [
            "name": content.name, "sheetId": String(number), "xmlns:r": names.relations, "r:id": id,
          ]
        )
      ],
      into: sheets
    )
    if content.printing.repeatedRows > 0 { repeatRows(of: content, index: used.count, &list) }
    patch.replace(main, with: list.finished)
  }

  /// The rows that stand on each printed page are a name that Excel knows.
  private func repeatRows(of content: SheetContent, index: Int, _ list: inout PartPatch) {
    let name = Markup.fragment { markup in
      markup.element(
        "definedName",
        ["name": "_xlnm.Print_Titles", "localSheetId": String(index)],
        text: "\(WorkbookWriter.quoted(content.name))!$1:$\(content.printing.repeatedRows)"
      )
    }
    if let names = list.outline.child("definedNames") {
      list.append([name], into: names)
    } else {
      let followers = [
        "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
        "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
      ]
      list.insert("<definedNames>\(name)</definedNames>", before: followers)
    }
  }

  // MARK: Marks of a sheet

  private mutating func mark(_ sheet: Sheet, _ marks: [CellMark]) throws(PackageProblem) {
    var notes = try NotesPatch(patch.archive, of: sheet.part)
    guard !marks.isEmpty || notes.hasMarks || hasColours(sheet) else { return }
    var part = try PartPatch(patch.archive, sheet.part, depth: 1)
    if hasColours(sheet) { try removeColours(sheet, &part) }
    writeColours(marks, sheet, &part)
    notes.write(marks.map { ($0.place, $0.note) })
    if let drawing = try notes.finish(into: &patch, names, sheet.part) {
      let tag = Markup.fragment(
        "legacyDrawing",
        ["xmlns:r": names.relations, "r:id": drawing]
      )
      part.insert(tag, before: SheetOrder.behind("legacyDrawing"))
    }
    if !part.isUnchanged { patch.replace(sheet.part, with: part.finished) }
  }

  /// A condition that always holds and that nobody else writes.
  private static let condition = "LEN(\"krong\")=5"

  private func hasColours(_ sheet: Sheet) -> Bool {
    guard let bytes = try? patch.archive.read(sheet.part) else { return false }
    return ByteText.contains(bytes[...], "krong")
  }

  private func removeColours(_ sheet: Sheet, _ part: inout PartPatch) throws(PackageProblem) {
    // The rules lie one level deeper than what is changed.
    let deep = try PartPatch(patch.archive, sheet.part, depth: 2)
    let outline = deep.outline
    for (number, element) in part.outline.elements.enumerated()
    where element.depth == 1 && element.name == "conditionalFormatting" {
      let deepNumber = outline.elements.firstIndex { $0.start == element.start }
      let rules = deepNumber.map { outline.children(of: $0) } ?? []
      let own = rules.filter { ByteText.contains(deep.source(of: $0), "krong") }
      if own.count == rules.count {
        if !own.isEmpty { part.remove(number) }
      } else {
        for rule in own { part.replace(outline.elements[rule].range, with: "") }
      }
    }
  }

  private mutating func writeColours(
    _ marks: [CellMark],
    _ sheet: Sheet,
    _ part: inout PartPatch
  ) {
    // A rule of the planner's own goes first: a smaller number does.
    var priority = (try? Self.greatestPriority(patch.archive, sheet.part)) ?? 1_000
    var looks: [CellMark.Look] = []
    for mark in marks where !looks.contains(mark.look) { looks.append(mark.look) }
    for look in looks {
      priority += 1
      let ranges = marks.filter { $0.look == look }.map { mark in
        let merged = sheet.merged.first { $0.first == mark.place }
        return merged.map { "\($0.first.name):\($0.last.name)" } ?? mark.place.name
      }
      let number = styles.number(of: look)
      let text = Markup.fragment { markup in
        markup.element(
          "conditionalFormatting",
          ["sqref": ranges.joined(separator: " ")]
        ) { markup in
          markup.element(
            "cfRule",
            [
              "type": "expression", "dxfId": String(number), "priority": String(priority),
            ]
          ) { $0.element("formula", text: Self.condition) }
        }
      }
      part.insert(text, before: SheetOrder.behind("conditionalFormatting"))
    }
  }

  private static func greatestPriority(
    _ archive: PackageArchive,
    _ part: String
  ) throws(PackageProblem) -> Int {
    let outline = try XMLOutline(archive, part, depth: 2)
    return outline.elements.filter { $0.name == "cfRule" }
      .compactMap { $0.value("priority").flatMap { Int($0) } }
      .max().map { min($0, 1_000_000) } ?? 0
  }
}

/// The names that transitional and strict files have each their own of (ISO/IEC 29500-1 and -4).
public struct OfficeNames: Sendable {
  /// The namespace of links.
  public let relations: String

  /// Takes the names that go with the namespace of a part.
  public init(_ namespace: String) {
    relations =
      ByteText.contains(Array(namespace.utf8)[...], "purl.oclc.org")
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : CommonParts.officeRelations
  }

  /// The kind of a link.
  public func relation(_ word: String) -> String { "\(relations)/\(word)" }
}

/// The order of the children of a sheet's root (ISO/IEC 29500-1, 18.3.1.99).
enum SheetOrder {
  private static let names = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
    "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
    "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
    "AlternateContent", "webPublishItems", "tableParts", "extLst",
  ]

  /// The elements that may only stand behind one.
  static func behind(_ name: String) -> [String] {
    guard let index = names.firstIndex(of: name) else { return [] }
    return Array(names[(index + 1)...])
  }
}

/// Finds text in bytes.
enum ByteText {
  static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    first(text, in: bytes) != nil
  }

  static func first(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(text.utf8)
    guard let head = wanted.first, bytes.count >= wanted.count else { return nil }
    var offset = bytes.startIndex
    let last = bytes.endIndex - wanted.count
    while offset <= last {
      if bytes[offset] == head, bytes[offset..<offset + wanted.count].elementsEqual(wanted) {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
