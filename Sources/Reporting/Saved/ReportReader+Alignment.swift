import Diagnostics
import Findings

// The alignment table of a saved report.
extension ReportReader {
  static func alignment(
    _ node: SavedNode,
    _ places: inout SavedPlaces
  ) throws(DiagnosticError) -> AlignmentTable {
    var columns: [AlignmentTable.Column] = []
    for item in try node.list("columns") {
      columns.append(
        AlignmentTable.Column(
          plan: try item.text("plan"),
          name: try item.localized("name"),
          level: try item.optionalInt("level"),
          rules: try item.texts("rules"),
          isInForce: try item.bool("in_force"),
          unserved: try items(item, "unserved")
        )
      )
    }
    var rows: [AlignmentTable.Row] = []
    for item in try node.list("rows") {
      var cells: [AlignmentTable.Cell] = []
      for cell in try item.list("cells") { cells.append(try self.cell(cell, &places)) }
      rows.append(
        AlignmentTable.Row(
          label: try item.localized("label"),
          place: try place(try item.member("place"), &places),
          cells: cells,
          findings: try item.optionalTexts("findings")
        )
      )
    }
    var coverage: AlignmentTable.Coverage?
    if let saved = node.value("coverage") { coverage = try self.coverage(saved, &places) }
    return AlignmentTable(columns: columns, rows: rows, coverage: coverage)
  }

  private static func cell(
    _ node: SavedNode,
    _ places: inout SavedPlaces
  ) throws(DiagnosticError) -> AlignmentTable.Cell {
    var links: [AlignmentTable.Link] = []
    for item in try node.list("links") {
      var entry: AlignmentTable.Item?
      if let saved = item.value("entry") { entry = try self.item(saved) }
      links.append(
        AlignmentTable.Link(
          cited: try item.optionalText("item"),
          reason: try item.optionalText("how"),
          edition: try item.optionalText("edition"),
          place: try place(try item.member("place"), &places),
          recognition: try item.choice("recognition", AlignmentTable.Recognition.self),
          form: try item.optionalText("form"),
          item: entry,
          suggestions: try items(item, "suggestions"),
          findings: try item.optionalTexts("findings")
        )
      )
    }
    return AlignmentTable.Cell(links: links, findings: try node.texts("findings"))
  }

  private static func items(
    _ node: SavedNode,
    _ key: String
  ) throws(DiagnosticError) -> [AlignmentTable.Item] {
    var items: [AlignmentTable.Item] = []
    for item in try node.list(key) { items.append(try self.item(item)) }
    return items
  }

  private static func item(_ node: SavedNode) throws(DiagnosticError) -> AlignmentTable.Item {
    AlignmentTable.Item(
      code: try node.text("code"),
      name: try node.localized("name"),
      isVerified: try node.bool("verified"),
      isInForce: try node.bool("in_force")
    )
  }

  private static func coverage(
    _ node: SavedNode,
    _ places: inout SavedPlaces
  ) throws(DiagnosticError) -> AlignmentTable.Coverage {
    var objectives: [AlignmentTable.Coverage.Objective] = []
    for item in try node.list("objectives") {
      var projects: [LocalizedText] = []
      for project in try item.list("projects") { projects.append(try project.localized()) }
      objectives.append(
        AlignmentTable.Coverage.Objective(
          label: try item.localized("label"),
          place: try place(try item.member("place"), &places),
          projects: projects
        )
      )
    }
    var idle: [(label: LocalizedText, place: FindingPlace)] = []
    for item in try node.list("idle_projects") {
      idle.append((try item.localized("label"), try place(try item.member("place"), &places)))
    }
    return AlignmentTable.Coverage(
      objectives: objectives,
      idle: idle,
      projectCount: try node.int("projects")
    )
  }
}
