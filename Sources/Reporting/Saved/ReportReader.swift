public import Diagnostics
public import DocumentArena
import Findings
import PlanValues
import RuleModel
import Scoring
import SourceText

/// Reads reports that were saved as JSON, `report/1`.
public enum ReportReader {
  /// Reads a report.
  ///
  /// Scores are computed anew from the results; where a saved one differs, a problem is noted.
  ///
  /// - Throws: Where the file is none of ours.
  public static func read(_ document: Document) throws(DiagnosticError) -> Report {
    let root = SavedNode(document, document.root)
    guard try root.text("krong").utf8.elementsEqual(JSONReporter.format.utf8) else {
      throw root.wrong()
    }
    var submissions: [CheckedSubmission] = []
    var problems: [Diagnostic] = []
    for node in try root.list("submissions") {
      let result = try result(node)
      let card = Scorecard.compute(from: result)
      if let problem = try difference(node, card) { problems.append(problem) }
      submissions.append(CheckedSubmission(result: result, scorecard: card))
    }
    for node in try root.list("problems") { problems.append(try problem(node)) }
    return Report(
      receipt: try receipt(try root.member("receipt")),
      submissions: submissions,
      problems: problems,
      docket: try root.value("docket").map(docket) ?? Docket(),
      comparison: nil
    )
  }

  private static func difference(
    _ node: SavedNode,
    _ card: Scorecard
  ) throws(DiagnosticError) -> Diagnostic? {
    let score = try node.member("score")
    let total = try score.member("total")
    let saved = score.document.text(of: total.node)
    let isNull = score.document.kind(of: total.node) == .null
    let verdict = try node.text("verdict")
    let isSame = card.total.map { $0.description.utf8.elementsEqual(saved.utf8) } ?? isNull
    guard !isSame || !verdict.utf8.elementsEqual(card.verdict.rawValue.utf8) else { return nil }
    let computed = card.total?.description ?? "-"
    return Diagnostic(
      .scoreDiffers,
      .warning,
      LocalizedText(
        th:
          "คะแนนที่บันทึกไว้ (\(isNull ? "-" : saved)) ไม่ตรงกับที่คิดใหม่จากผลตรวจ (\(computed)) หรือผลสรุปไม่ตรงกัน",
        en:
          "the saved score (\(isNull ? "-" : saved)) or verdict is not what the results give (\(computed))"
      ),
      at: Diagnostic.Place(
        file: node.document.source.name,
        position: node.document.position(of: total.node)
      ),
      help: LocalizedText(
        th: "แฟ้มอาจถูกแก้ไข ใช้คะแนนที่คิดใหม่",
        en: "the file may have been changed; the score computed anew is used"
      )
    )
  }

  // MARK: Receipt and problems

  private static func receipt(_ node: SavedNode) throws(DiagnosticError) -> Receipt {
    Receipt(
      engineVersion: try node.text("engine"),
      asOf: try date(node, "as_of"),
      isDateGiven: try node.bool("as_of_given"),
      stage: try node.optionalText("stage"),
      profile: try node.text("profile"),
      rules: try items(node, "rules"),
      kinds: try items(node, "kinds"),
      catalogues: try items(node, "catalogues"),
      configuration: try items(node, "configuration"),
      inputs: try items(node, "inputs"),
      attachments: node.value("attachments") == nil ? [] : try items(node, "attachments"),
      office: try office(node),
      settings: node.value("settings") == nil ? [] : try settings(node)
    )
  }

  private static func office(_ node: SavedNode) throws(DiagnosticError) -> Receipt.Office? {
    guard let office = node.value("office") else { return nil }
    return Receipt.Office(id: try office.text("id"), name: try office.localized("name"))
  }

  private static func settings(_ node: SavedNode) throws(DiagnosticError) -> [Receipt.Setting] {
    var settings: [Receipt.Setting] = []
    for item in try node.list("settings") {
      settings.append(
        Receipt.Setting(
          source: try item.choice("source", Receipt.Setting.Source.self),
          name: try item.text("name"),
          label: try item.optionalLocalized("label"),
          value: try item.localized("value"),
          standard: try item.localized("default")
        )
      )
    }
    return settings
  }

  private static func items(
    _ node: SavedNode,
    _ key: String
  ) throws(DiagnosticError) -> [Receipt.Item] {
    var items: [Receipt.Item] = []
    for item in try node.list(key) {
      items.append(Receipt.Item(name: try item.text("name"), sha256: try item.text("sha256")))
    }
    return items
  }

  static func date(_ node: SavedNode, _ key: String) throws(DiagnosticError) -> CalendarDate {
    guard let date = CalendarDate(iso: try node.text(key)) else { throw node.wrong() }
    return date
  }

  private static func problem(_ node: SavedNode) throws(DiagnosticError) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    for note in try node.list("notes") {
      let place = note.value("place")
      notes.append(
        Diagnostic.Note(
          try note.localized("text"),
          at: place == nil ? nil : try filePlace(try note.member("place"))
        )
      )
    }
    return Diagnostic(
      DiagnosticCode(try node.text("code")),
      try node.choice("severity", Diagnostic.Severity.self),
      try node.localized("message"),
      at: try filePlace(try node.member("place")),
      notes: notes,
      help: try node.optionalLocalized("help")
    )
  }

  private static func filePlace(_ node: SavedNode) throws(DiagnosticError) -> Diagnostic.Place {
    Diagnostic.Place(
      file: try node.text("file"),
      position: try position(node),
      length: UInt32(clamping: try node.int("length"))
    )
  }

  static func position(_ node: SavedNode) throws(DiagnosticError) -> SourcePosition? {
    guard let line = try node.optionalInt("line"), let column = try node.optionalInt("column")
    else { return nil }
    return SourcePosition(line: UInt32(clamping: line), column: UInt32(clamping: column))
  }
}
