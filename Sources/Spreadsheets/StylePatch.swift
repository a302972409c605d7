import OpenXML

/// Adds looks to the styles of somebody's workbook: those of marks, and those of a sheet of our own.
///
/// Looks that an earlier marking has added are used again, so that a workbook does not grow each time.
struct StylePatch {
  private let part: String?
  private var styles: PartPatch?
  private var looks: [CellMark.Look] = []
  private var marksBefore = 0
  private var table = StyleTable()
  /// Whether all looks of the table are there already.
  private var isTableThere = false

  init(_ archive: PackageArchive, of main: String) throws(PackageProblem) {
    let target = try Relations.read(archive, of: main).first { $0.isOf("styles") }?.target
    guard let target, archive.part(target) != nil else {
      part = nil
      return
    }
    part = target
    let styles = try PartPatch(archive, target, depth: 2)
    var base = StyleTable.Base(fonts: 0, fills: 0, borders: 0, cells: 0)
    func count(_ name: String) -> Int {
      styles.outline.child(name).map { styles.outline.children(of: $0).count } ?? 0
    }
    base.fonts = count("fonts")
    base.fills = count("fills")
    base.borders = count("borders")
    base.cells = count("cellXfs")
    marksBefore = count("dxfs")
    table = StyleTable(base: base)
    self.styles = styles
  }

  /// The number of the look of marks.
  mutating func number(of look: CellMark.Look) -> Int {
    if let index = looks.firstIndex(of: look) { return marksBefore + index }
    if let known = place(of: [Self.markup(look)], in: "dxfs") { return known }
    looks.append(look)
    return marksBefore + looks.count - 1
  }

  /// The part of a sheet whose looks are added.
  mutating func sheet(_ content: SheetContent) -> String {
    let text = SheetPart(content).text(&table)
    guard let base = earlierBase(of: table) else { return text }
    isTableThere = true
    table = StyleTable(base: base)
    return SheetPart(content).text(&table)
  }

  /// Where the looks of a table stand already, put there by an earlier marking; nil when not all do.
  private func earlierBase(of table: StyleTable) -> StyleTable.Base? {
    let new = table.fragments
    guard let fonts = place(of: new.fonts, in: "fonts"),
      let fills = place(of: new.fills, in: "fills"),
      let borders = place(of: new.borders, in: "borders")
    else { return nil }
    var base = StyleTable.Base(fonts: fonts, fills: fills, borders: borders, cells: 0)
    guard let cells = place(of: table.moved(to: base).fragments.cells, in: "cellXfs") else {
      return nil
    }
    base.cells = cells
    return base
  }

  /// The number of the first of some elements that stand in a list one behind the other.
  private func place(of elements: [String], in list: String) -> Int? {
    guard let styles, !elements.isEmpty, let number = styles.outline.child(list) else { return nil }
    let all = styles.outline.children(of: number)
    guard all.count >= elements.count else { return nil }
    return (0...all.count - elements.count).last { start in
      elements.indices.allSatisfy { index in
        styles.source(of: all[start + index]).elementsEqual(elements[index].utf8)
      }
    }
  }

  /// Writes the looks that were asked for.
  mutating func write(
    into patch: inout PackagePatch,
    _ main: String,
    _ names: OfficeNames
  ) throws(PackageProblem) {
    guard var styles, let part else {
      let name = patch.freeName("xl/krongStyles", ".xml")
      let marks = looks.map(Self.markup).joined()
      let element = "<dxfs count=\"\(looks.count)\">\(marks)</dxfs></styleSheet>"
      let text = table.part.dropLast("</styleSheet>".count) + element
      patch.add(
        name,
        String(text),
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
      )
      _ = try patch.link(main, to: name, type: names.relation("styles"))
      return
    }
    if !isTableThere {
      let new = table.fragments
      try add(new.fonts, "fonts", &styles)
      try add(new.fills, "fills", &styles)
      try add(new.borders, "borders", &styles)
      try add(new.cells, "cellXfs", &styles)
    }
    let marks = looks.map(Self.markup)
    if !marks.isEmpty {
      if styles.outline.child("dxfs") != nil {
        try add(marks, "dxfs", &styles)
      } else {
        let text = "<dxfs count=\"\(marks.count)\">\(marks.joined())</dxfs>"
        styles.insert(text, before: ["tableStyles", "colors", "extLst"])
      }
    }
    if !styles.isUnchanged { patch.replace(part, with: styles.finished) }
  }

  private func add(
    _ elements: [String],
    _ list: String,
    _ styles: inout PartPatch
  ) throws(PackageProblem) {
    guard !elements.isEmpty else { return }
    guard let number = styles.outline.child(list) else { throw .damaged(part: part) }
    styles.append(elements, into: number)
    styles.raiseCount(of: number, by: elements.count)
  }

  private static func markup(_ look: CellMark.Look) -> String {
    Markup.fragment { markup in
      markup.element("dxf") { markup in
        markup.element("fill") { markup in
          markup.element("patternFill", ["patternType": "solid"]) { markup in
            // In these formats Excel takes the colour of the background, others that of the foreground.
            markup.element("fgColor", ["rgb": "FF" + look.fill])
            markup.element("bgColor", ["rgb": "FF" + look.fill])
          }
        }
        markup.element("border") { markup in
          for side in ["left", "right", "top", "bottom"] as [StaticString] {
            markup.element(side, ["style": "thin"]) {
              $0.element("color", ["rgb": "FF" + look.line])
            }
          }
        }
      }
    }
  }
}
