import Diagnostics
import DocumentArena
import Findings
import PlanValues
import RuleModel
import SourceText

// The results of one submission.
extension ReportReader {
  static func result(_ node: SavedNode) throws(DiagnosticError) -> SubmissionResult {
    var excerpts = SavedPlaces()
    var structure: [Finding] = []
    for item in try node.list("structure") { structure.append(try finding(item, &excerpts)) }
    var left: [SubmissionResult.LeftOut] = []
    for item in node.value("structure_left_out")?.elements ?? [] {
      left.append(
        SubmissionResult.LeftOut(code: try item.text("code"), count: try item.int("count"))
      )
    }
    var rules: [RuleResult] = []
    for item in try node.list("rules") { rules.append(try rule(item, &excerpts)) }
    var idle: [LocalizedText] = []
    for item in try node.list("idle_waivers") { idle.append(try item.localized()) }
    var remarks: [RemarkAnswer] = []
    for item in node.value("remarks")?.elements ?? [] { remarks.append(try remark(item)) }
    var alignment: AlignmentTable?
    if let saved = node.value("alignment") { alignment = try self.alignment(saved, &excerpts) }
    var record: SubmissionRecord?
    if let saved = node.value("record") { record = try self.record(saved) }
    return SubmissionResult(
      header: try header(node, excerpts.excerpts),
      structure: structure,
      structureLeftOut: left,
      rules: rules,
      idleWaivers: idle,
      remarks: remarks,
      alignment: alignment,
      record: record
    )
  }

  private static func header(
    _ node: SavedNode,
    _ excerpts: [FindingPlace: SavedExcerpt]
  ) throws(DiagnosticError) -> SubmissionHeader {
    SubmissionHeader(
      file: try node.text("file"),
      id: try node.optionalText("id"),
      title: try node.optionalText("title"),
      kind: try node.optionalText("kind"),
      kindTitle: try node.optionalLocalized("kind_title"),
      job: try node.optionalInt("job"),
      stage: try node.text("stage"),
      stageTitle: try node.localized("stage_title"),
      round: try node.int("round"),
      fiscalYear: try node.optionalInt("fiscal_year"),
      submitter: try node.optionalText("submitter"),
      document: nil,
      previousID: try node.optionalText("previous_id"),
      excerpts: excerpts
    )
  }

  private static func rule(
    _ node: SavedNode,
    _ excerpts: inout SavedPlaces
  ) throws(DiagnosticError) -> RuleResult {
    var findings: [Finding] = []
    for item in try node.list("findings") { findings.append(try finding(item, &excerpts)) }
    var idle: [(reason: NotApplicableReason, detail: LocalizedText)] = []
    for item in try node.list("not_applicable_parts") {
      idle.append(
        (try item.choice("reason", NotApplicableReason.self), try item.localized("detail"))
      )
    }
    let hasReason = node.value("reason") != nil
    return RuleResult(
      rule: RuleFacts(
        id: try node.text("id"),
        title: try node.localized("title"),
        family: try node.choice("family", Family.self),
        severity: try node.choice("severity", Severity.self),
        weight: try node.int("weight"),
        basis: try node.choice("basis", Basis.self),
        clauses: try node.texts("clauses"),
        isWaivable: try node.bool("waivable", or: false)
      ),
      outcome: try node.choice("outcome", Outcome.self),
      isScored: try node.bool("scored", or: true),
      reason: hasReason ? try node.choice("reason", NotApplicableReason.self) : nil,
      reasonDetail: try node.optionalLocalized("reason_detail"),
      parts: try parts(try node.member("parts")),
      findings: findings,
      leftOut: try node.optionalInt("findings_left_out") ?? 0,
      notApplicableParts: idle
    )
  }

  private static func parts(_ node: SavedNode) throws(DiagnosticError) -> PartCounts {
    var counts = PartCounts()
    counts.pass = try node.int("pass")
    counts.fail = try node.int("fail")
    counts.unknown = try node.int("unknown")
    counts.error = try node.int("error")
    counts.notChecked = try node.int("not_checked")
    counts.notApplicable = try node.int("not_applicable")
    counts.waived = try node.int("waived")
    return counts
  }

  private static func remark(_ node: SavedNode) throws(DiagnosticError) -> RemarkAnswer {
    RemarkAnswer(
      source: try node.choice("source", RemarkAnswer.Source.self),
      id: try node.optionalText("id"),
      from: try node.optionalText("from"),
      text: try node.optionalText("text"),
      change: try node.optionalText("change"),
      location: try node.optionalText("where"),
      status: try node.optionalText("status")
    )
  }

  // MARK: Findings

  private static func finding(
    _ node: SavedNode,
    _ excerpts: inout SavedPlaces
  ) throws(DiagnosticError) -> Finding {
    var related: [Finding.RelatedPlace] = []
    for item in try node.list("related") {
      related.append(
        Finding.RelatedPlace(
          text: try item.localized("text"),
          place: try place(try item.member("place"), &excerpts)
        )
      )
    }
    var values: [Finding.ValueRead] = []
    for item in try node.list("values") {
      values.append(
        Finding.ValueRead(name: try item.text("name"), value: try item.localized("value"))
      )
    }
    var missing: [DocumentPath] = []
    for item in try node.list("missing") { missing.append(try item.path()) }
    return Finding(
      rule: try node.text("rule"),
      outcome: try node.choice("outcome", Outcome.self),
      severity: try node.choice("severity", Severity.self),
      isSofter: try node.bool("softer"),
      message: try node.localized("message"),
      remedy: try node.localized("remedy"),
      clauses: try node.texts("clauses"),
      place: try place(try node.member("place"), &excerpts),
      related: related,
      missing: missing,
      part: try node.text("part"),
      element: try node.optionalText("element") ?? "",
      fingerprint: try node.text("fingerprint"),
      values: values,
      waiver: try node.optionalText("waiver"),
      approval: try approval(node.value("approval"))
    )
  }

  private static func approval(_ node: SavedNode?) throws(DiagnosticError) -> Finding.Approval? {
    guard let node else { return nil }
    return Finding.Approval(
      approver: try node.text("approver"),
      from: try date(node, "from"),
      until: try date(node, "until")
    )
  }

  static func place(
    _ node: SavedNode,
    _ excerpts: inout SavedPlaces
  ) throws(DiagnosticError) -> FindingPlace {
    let place = try shortPlace(node, &excerpts)
    if let text = try node.optionalText("excerpt"), let carets = try node.optionalText("carets") {
      excerpts.excerpts[place] = SavedExcerpt(text: text, carets: carets)
    }
    return place
  }

  static func shortPlace(
    _ node: SavedNode,
    _ places: inout SavedPlaces
  ) throws(DiagnosticError) -> FindingPlace {
    var spot: (position: SourcePosition, scheme: PlaceScheme)?
    if let saved = node.value("spot") { spot = try places.position(of: saved) }
    var position = spot?.position
    if spot == nil { position = try Self.position(node) }
    return FindingPlace(
      file: try node.text("file"),
      path: try node.member("path").path(),
      position: position,
      length: UInt32(clamping: try node.int("length")),
      isAbsent: try node.bool("absent"),
      label: try node.localized("label"),
      scheme: spot?.scheme ?? .lines
    )
  }
}

// The docket.
extension ReportReader {
  static func docket(_ node: SavedNode) throws(DiagnosticError) -> Docket {
    var companions: [Docket.Companion] = []
    for item in try node.list("companions") {
      companions.append(
        Docket.Companion(
          submission: try name(item),
          role: try item.choice("role", Docket.Companion.Role.self)
        )
      )
    }
    var references: [Docket.Reference] = []
    var places = SavedPlaces()
    for item in try node.list("references") { references.append(try reference(item, &places)) }
    var duplicates: [Docket.Duplicate] = []
    for item in try node.list("duplicates") {
      duplicates.append(
        Docket.Duplicate(
          id: try item.text("id"),
          round: try item.int("round"),
          files: try item.texts("files")
        )
      )
    }
    var stray: [LocalizedText] = []
    for item in try node.list("stray_waivers") { stray.append(try item.localized()) }
    return Docket(
      companions: companions,
      references: references,
      duplicates: duplicates,
      strayWaivers: stray
    )
  }

  private static func reference(
    _ node: SavedNode,
    _ places: inout SavedPlaces
  ) throws(DiagnosticError) -> Docket.Reference {
    let target = node.value("target")
    return Docket.Reference(
      file: try node.text("file"),
      id: try node.optionalText("id"),
      place: try shortPlace(try node.member("place"), &places),
      written: try node.text("written"),
      state: try node.choice("state", Docket.Reference.State.self),
      target: target == nil ? nil : try name(try node.member("target")),
      suggestion: try node.optionalText("suggestion")
    )
  }

  private static func name(_ node: SavedNode) throws(DiagnosticError) -> Docket.Name {
    Docket.Name(
      file: try node.text("file"),
      id: try node.optionalText("id"),
      round: try node.int("round"),
      kind: try node.optionalText("kind"),
      title: try node.optionalText("title")
    )
  }
}
