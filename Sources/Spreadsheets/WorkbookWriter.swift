import OpenXML

/// Writes workbooks: the same content gives the same bytes on every machine and day.
///
/// Texts are written into their cells as texts, so that none can become a formula.
public struct WorkbookWriter: Sendable {
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private let title: String
  private let sheets: [SheetContent]

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
      parts.append(("xl/comments\(number).xml", notes.comments))
      parts.append(("xl/drawings/vmlDrawing\(number).vml", notes.drawing))
    }
    var writer = PackageWriter()
    writer.add("[Content_Types].xml", contentTypes)
    writer.add("_rels/.rels", packageRelations)
    writer.add("docProps/core.xml", properties)
    writer.add("xl/workbook.xml", workbook)
    writer.add("xl/_rels/workbook.xml.rels", workbookRelations)
    writer.add("xl/styles.xml", styles.part)
    for part in parts { writer.add(part.name, part.text) }
    return writer.finished()
  }

  private var contentTypes: String {
    let base = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var markup = Markup()
    markup.element("Types", ["xmlns": "\(Self.package)/content-types"]) { markup in
      let defaults = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"),
      ]
      for (ending, type) in defaults {
        markup.element("Default", ["Extension": ending, "ContentType": type])
      }
      var overrides = [
        ("/xl/workbook.xml", base + "sheet.main+xml"), ("/xl/styles.xml", base + "styles+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ]
      for (index, sheet) in sheets.enumerated() {
        overrides.append(("/xl/worksheets/sheet\(index + 1).xml", base + "worksheet+xml"))
        if !sheet.notes.isEmpty {
          overrides.append(("/xl/comments\(index + 1).xml", base + "comments+xml"))
        }
      }
      for (part, type) in overrides {
        markup.element("Override", ["PartName": part, "ContentType": type])
      }
    }
    return markup.text
  }

  private var packageRelations: String {
    RelationsPart.text([
      (Self.relations + "/officeDocument", "xl/workbook.xml"),
      (Self.package + "/relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  private var properties: String {
    var markup = Markup()
    markup.element(
      "cp:coreProperties",
      [
        "xmlns:cp": Self.package + "/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      ]
    ) { $0.element("dc:title", text: title) }
    return markup.text
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
      let quoted =
        "'"
        + sheet.name.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
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

  private static func absolute(_ place: CellPlace) -> String {
    "$\(CellPlace.columnName(place.column))$\(place.row)"
  }

  private var workbookRelations: String {
    var links = sheets.indices.map {
      (Self.relations + "/worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    links.append((Self.relations + "/styles", "styles.xml"))
    return RelationsPart.text(links)
  }
}

/// The part that holds the links of another part.
enum RelationsPart {
  static func text(_ links: [(type: String, target: String)]) -> String {
    var markup = Markup()
    markup.element(
      "Relationships",
      ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]
    ) { markup in
      for (index, link) in links.enumerated() {
        markup.element(
          "Relationship",
          ["Id": "rId\(index + 1)", "Type": link.type, "Target": link.target]
        )
      }
    }
    return markup.text
  }
}
