import OpenXML

/// Writes workbooks: the same content gives the same bytes on every machine and day.
///
/// Texts are written into their cells as texts, so that none can become a formula.
public struct WorkbookWriter: Sendable {
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = CommonParts.officeRelations

  private let title: String
  private let sheets: [SheetContent]

  /// What the workbook is about, for its properties; empty where it says nothing.
  public var subject = ""
  /// The language of its text for its properties, such as `th-TH`; empty where it is not known.
  public var language = ""

  /// Makes a writer of sheets in the order of their tabs; there must be one that is not hidden.
  public init(title: String, sheets: [SheetContent]) {
    self.title = title
    self.sheets = sheets
  }

  /// The workbook as the bytes of its file.
  public func bytes() -> [UInt8] {
    var styles = StyleTable()
    var parts: [(name: String, text: String)] = []
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      parts.append(("xl/worksheets/sheet\(number).xml", SheetPart(sheet).text(&styles)))
      guard !sheet.notes.isEmpty else { continue }
      let notes = NotesPart(sheet.notes)
      parts.append(("xl/worksheets/_rels/sheet\(number).xml.rels", notes.relations(number)))
      parts.append(("xl/comments\(number).xml", notes.comments(by: "Krong")))
      parts.append(("xl/drawings/vmlDrawing\(number).vml", notes.drawing))
    }
    var writer = PackageWriter()
    writer.add("[Content_Types].xml", contentTypes)
    writer.add("_rels/.rels", CommonParts.packageRelations(main: "xl/workbook.xml"))
    writer.add(
      "docProps/core.xml",
      CommonParts.properties(title: title, subject: subject, language: language)
    )
    writer.add("xl/workbook.xml", workbook)
    writer.add("xl/_rels/workbook.xml.rels", workbookRelations)
    writer.add("xl/styles.xml", styles.part)
    for part in parts { writer.add(part.name, part.text) }
    return writer.finished()
  }

  private var contentTypes: String {
    let base = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var overrides = [
      ("/xl/workbook.xml", base + "sheet.main+xml"), ("/xl/styles.xml", base + "styles+xml"),
    ]
    for (index, sheet) in sheets.enumerated() {
      overrides.append(("/xl/worksheets/sheet\(index + 1).xml", base + "worksheet+xml"))
      if !sheet.notes.isEmpty {
        overrides.append(("/xl/comments\(index + 1).xml", base + "comments+xml"))
      }
    }
    return CommonParts.contentTypes(
      defaults: [("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")],
      overrides: overrides
    )
  }

  private var workbook: String {
    var markup = Markup()
    markup.element("workbook", ["xmlns": Self.namespace, "xmlns:r": Self.relations]) { markup in
      markup.element("sheets") { markup in
        for (index, sheet) in sheets.enumerated() {
          markup.element(
            "sheet",
            [
              "name": sheet.name, "sheetId": String(index + 1),
              "state": sheet.isHidden ? "hidden" : "visible", "r:id": "rId\(index + 1)",
            ]
          )
        }
      }
      writeNames(&markup)
      markup.element("calcPr", ["calcId": "0", "fullCalcOnLoad": "1"])
    }
    return markup.text
  }

  /// Repeated rows and filters are names that Excel knows.
  private func writeNames(_ markup: inout Markup) {
    var names: [(name: String, sheet: Int, text: String, isHidden: Bool)] = []
    for (index, sheet) in sheets.enumerated() {
      let quoted = Self.quoted(sheet.name)
      if let filter = sheet.filter {
        let text = "\(quoted)!\(Self.absolute(filter.first)):\(Self.absolute(filter.last))"
        names.append(("_xlnm._FilterDatabase", index, text, true))
      }
      if sheet.printing.repeatedRows > 0 {
        let text = "\(quoted)!$1:$\(sheet.printing.repeatedRows)"
        names.append(("_xlnm.Print_Titles", index, text, false))
      }
    }
    guard !names.isEmpty else { return }
    markup.element("definedNames") { markup in
      for name in names {
        markup.element(
          "definedName",
          [
            "name": name.name, "localSheetId": String(name.sheet),
            "hidden": name.isHidden ? "1" : "0",
          ],
          text: name.text
        )
      }
    }
  }

  /// The name of a sheet as formulas write it.
  public static func quoted(_ sheet: String) -> String {
    "'"
      + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static func absolute(_ place: CellPlace) -> String {
    "$\(CellPlace.columnName(place.column))$\(place.row)"
  }

  private var workbookRelations: String {
    var links = sheets.indices.map {
      (Self.relations + "/worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    links.append((Self.relations + "/styles", "styles.xml"))
    return CommonParts.relations(links)
  }
}
