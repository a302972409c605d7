import OpenXML
import PlanValues

/// The part of one sheet; its elements stand in the order that the schema asks for.
struct SheetPart {
  private let sheet: SheetContent

  init(_ sheet: SheetContent) {
    self.sheet = sheet
  }

  func text(_ styles: inout StyleTable) -> String {
    var rows = styles
    var markup = Markup()
    markup.element(
      "worksheet",
      ["xmlns": WorkbookWriter.namespace, "xmlns:r": WorkbookWriter.relations]
    ) { markup in
      markup.element("sheetPr") { $0.element("pageSetUpPr", ["fitToPage": "1"]) }
      writeView(&markup)
      markup.element("sheetFormatPr", ["defaultRowHeight": "24"])
      writeColumns(&markup)
      markup.element("sheetData") { writeRows(&rows, &$0) }
      writeBehindRows(&markup)
    }
    styles = rows
    return markup.text
  }

  private func writeView(_ markup: inout Markup) {
    markup.element("sheetViews") { markup in
      markup.element("sheetView", ["workbookViewId": "0"]) { markup in
        guard sheet.frozenRows > 0 else { return }
        markup.element(
          "pane",
          [
            "ySplit": String(sheet.frozenRows), "topLeftCell": "A\(sheet.frozenRows + 1)",
            "activePane": "bottomLeft", "state": "frozen",
          ]
        )
      }
    }
  }

  private func writeColumns(_ markup: inout Markup) {
    guard !sheet.columnWidths.isEmpty else { return }
    markup.element("cols") { markup in
      for (index, width) in sheet.columnWidths.enumerated() {
        markup.element(
          "col",
          [
            "min": String(index + 1), "max": String(index + 1), "width": "\(width)",
            "customWidth": "1",
          ]
        )
      }
    }
  }

  private func writeRows(_ styles: inout StyleTable, _ markup: inout Markup) {
    let places = Dictionary(grouping: sheet.cells.keys, by: \.row)
    for row in sheet.rows {
      let cells = (places[row] ?? []).sorted()
      var numbers: [Int] = []
      for place in cells {
        numbers.append(styles.number(of: sheet.cells[place]?.style ?? CellStyle()))
      }
      let content: (inout Markup) -> Void = { markup in
        for (place, style) in zip(cells, numbers) {
          guard let cell = sheet.cells[place] else { continue }
          Self.write(cell.input, place, style, &markup)
        }
      }
      if let height = sheet.rowHeights[row] {
        markup.element("row", ["r": String(row), "ht": "\(height)", "customHeight": "1"], content)
      } else {
        markup.element("row", ["r": String(row)], content)
      }
    }
  }

  private static func write(
    _ input: CellInput,
    _ place: CellPlace,
    _ style: Int,
    _ markup: inout Markup
  ) {
    let name = place.name
    let look = String(style)
    switch input {
    case .blank: markup.element("c", ["r": name, "s": look])
    case .number(let text):
      markup.element("c", ["r": name, "s": look]) { $0.element("v", text: text) }
    case .date(let iso):
      guard let serial = SerialDate.serial(iso) else {
        write(.text(iso), place, style, &markup)
        return
      }
      markup.element("c", ["r": name, "s": look]) { $0.element("v", text: String(serial)) }
    case .formula(let formula, let value):
      markup.element("c", ["r": name, "s": look]) { markup in
        markup.element("f", text: formula)
        markup.element("v", text: value)
      }
    case .text(let text):
      markup.element("c", ["r": name, "s": look, "t": "inlineStr"]) { markup in
        markup.element("is") {
          let text = CellText.fitting(text)
          $0.element("t", ["xml:space": "preserve"], text: EscapedText.escaped(text))
        }
      }
    }
  }
}

// MARK: - What stands behind the rows

extension SheetPart {
  private func writeBehindRows(_ markup: inout Markup) {
    if sheet.isProtected {
      markup.element(
        "sheetProtection",
        [
          "sheet": "1", "objects": "1", "scenarios": "1", "formatColumns": "0", "formatRows": "0",
          "insertRows": "0", "deleteRows": "0", "sort": "0", "autoFilter": "0",
        ]
      )
    }
    if let filter = sheet.filter {
      markup.element("autoFilter", ["ref": Self.name(filter)])
    }
    if !sheet.merged.isEmpty {
      markup.element("mergeCells", ["count": String(sheet.merged.count)]) { markup in
        for range in sheet.merged { markup.element("mergeCell", ["ref": Self.name(range)]) }
      }
    }
    if !sheet.validations.isEmpty {
      markup.element("dataValidations", ["count": String(sheet.validations.count)]) { markup in
        for validation in sheet.validations { Self.write(validation, &markup) }
      }
    }
    if !sheet.links.isEmpty {
      markup.element("hyperlinks") { markup in
        for link in sheet.links {
          markup.element("hyperlink", ["ref": link.place.name, "location": link.target])
        }
      }
    }
    writePrinting(&markup)
    if !sheet.notes.isEmpty { markup.element("legacyDrawing", ["r:id": "rId2"]) }
  }

  private static func name(_ range: CellRange) -> String {
    "\(range.first.name):\(range.last.name)"
  }

  private static func write(_ validation: CellValidation, _ markup: inout Markup) {
    let (type, formulas) = formulas(validation.rule)
    markup.element(
      "dataValidation",
      [
        "type": type, "operator": formulas.count == 2 ? "between" : "greaterThanOrEqual",
        "errorStyle": validation.isStrict ? "stop" : "warning", "allowBlank": "1",
        "showInputMessage": "1", "showErrorMessage": "1",
        "error": cut(validation.refusal, 225), "promptTitle": cut(validation.promptTitle, 32),
        "prompt": cut(validation.prompt, 255), "sqref": name(validation.range),
      ]
    ) { markup in
      for (index, formula) in formulas.enumerated() {
        markup.element(index == 0 ? "formula1" : "formula2", text: formula)
      }
    }
  }

  private static func formulas(_ rule: CellValidation.Rule) -> (type: String, [String]) {
    switch rule {
    case .list(let range): ("list", [range])
    case .date: ("date", ["1"])
    case .number: ("decimal", ["0"])
    case .whole(let least, let most): ("whole", [String(least), String(most)])
    }
  }

  /// Excel refuses a file with longer hints; it counts UTF-16 units.
  private static func cut(_ text: String, _ units: Int) -> String {
    guard text.utf16.count > units else { return text }
    var result = ""
    for character in text where result.utf16.count + character.utf16.count < units {
      result.append(character)
    }
    return result + "…"
  }

  private func writePrinting(_ markup: inout Markup) {
    markup.element("printOptions", ["horizontalCentered": "1"])
    markup.element(
      "pageMargins",
      [
        "left": "0.6", "right": "0.6", "top": "0.75", "bottom": "0.75", "header": "0.3",
        "footer": "0.3",
      ]
    )
    markup.element(
      "pageSetup",
      [
        "paperSize": "9", "orientation": sheet.printing.isLandscape ? "landscape" : "portrait",
        "fitToWidth": String(sheet.printing.pagesAcross), "fitToHeight": "0",
      ]
    )
    let (header, footer) = (sheet.printing.header, sheet.printing.footer)
    guard !header.isEmpty || !footer.isEmpty else { return }
    markup.element("headerFooter") { markup in
      if !header.isEmpty { markup.element("oddHeader", text: header) }
      if !footer.isEmpty { markup.element("oddFooter", text: footer) }
    }
  }
}

/// Notes at cells: their texts, and the boxes that Excel draws them in.
struct NotesPart {
  private let notes: [(place: CellPlace, text: String)]

  init(_ notes: [(place: CellPlace, text: String)]) {
    self.notes = notes.sorted { $0.place < $1.place }
  }

  func relations(_ number: Int) -> String {
    CommonParts.relations([
      (WorkbookWriter.relations + "/comments", "../comments\(number).xml"),
      (WorkbookWriter.relations + "/vmlDrawing", "../drawings/vmlDrawing\(number).vml"),
    ])
  }

  /// The part of the texts, of an author.
  func comments(by author: String) -> String {
    var markup = Markup()
    markup.element("comments", ["xmlns": WorkbookWriter.namespace]) { markup in
      markup.element("authors") { $0.element("author", text: author) }
      markup.element("commentList") { markup in
        for note in notes { Self.write(note.place, note.text, author: 0, &markup) }
      }
    }
    return markup.text
  }

  /// The text of one note, for a part that has others.
  static func comment(_ place: CellPlace, _ text: String, author: Int) -> String {
    Markup.fragment { write(place, text, author: author, &$0) }
  }

  private static func write(
    _ place: CellPlace,
    _ text: String,
    author: Int,
    _ markup: inout Markup
  ) {
    markup.element("comment", ["ref": place.name, "authorId": String(author)]) { markup in
      markup.element("text") { write(text, &$0) }
    }
  }

  /// Writes the text of a note.
  static func write(_ text: String, _ markup: inout Markup) {
    markup.element("r") { markup in
      markup.element("rPr") { markup in
        markup.element("sz", ["val": "14"])
        markup.element("rFont", ["val": StyleTable.fontName])
      }
      markup.element("t", ["xml:space": "preserve"], text: EscapedText.escaped(text))
    }
  }

  /// What the boxes of notes have in common.
  static func shapeType(id: String) -> String {
    "<v:shapetype id=\"\(id)\" coordsize=\"21600,21600\" o:spt=\"202\""
      + " path=\"m,l,21600r21600,l21600,xe\"/>"
  }

  /// The box of a note.
  static func shape(id: String, type: String, _ place: CellPlace, _ text: String) -> String {
    let lines = LineEstimate.lines(text, width: 38, fontSize: 14)
    return "<v:shape id=\"\(id)\" type=\"#\(type)\" style=\"position:absolute;visibility:hidden\""
      + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
      + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
      + "<x:Anchor>\(place.column),12,\(max(0, place.row - 2)),4,"
      + "\(place.column + 4),20,\(place.row + lines + 1),4</x:Anchor>"
      + "<x:AutoFill>False</x:AutoFill><x:Row>\(place.row - 1)</x:Row>"
      + "<x:Column>\(place.column - 1)</x:Column></x:ClientData></v:shape>"
  }

  /// The part of the boxes; Excel still asks for them in the markup of before 2007.
  static func drawing(_ content: String) -> String {
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
      + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\(content)</xml>"
  }

  /// The part of the boxes of these notes.
  var drawing: String {
    var text = Self.shapeType(id: "note")
    for (index, note) in notes.enumerated() {
      text += Self.shape(id: "note\(index)", type: "note", note.place, note.text)
    }
    return Self.drawing(text)
  }
}
