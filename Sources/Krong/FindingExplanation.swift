import CEL
public import Diagnostics
import DocumentArena
import DocumentReading
import Evaluation
import Findings
import PlanValues
import Reporting
import RuleCompiler
import Scoring
import SourceText
import Submissions

/// Explains a finding of a saved report by judging its submission again.
public struct FindingExplanation: Sendable {
  private let workspace: Workspace
  private let language: Language

  /// Explains with the rules of a workspace, which must be those of the report.
  public init(_ workspace: Workspace, language: Language) {
    self.workspace = workspace
    self.language = language
  }

  /// The text for a finding, named by its number in the report or by the beginning of its fingerprint.
  ///
  /// - Throws: Why it cannot be explained: there is no such finding, or the submission or the rules are
  ///   no longer those of the report.
  public func text(_ name: String, in path: String) throws(DiagnosticError) -> String {
    let report = try ReportToExplain(path)
    let found = try report.finding(name)
    try checkRules(report, found.rule)
    let asked = workspace.rules.filter { $0.id == found.rule }
    let submissions = workspace.withAttachments(
      try report.submissions(workspace),
      asked,
      report.options
    )
    guard let index = submissions.firstIndex(where: found.isOn) else { throw changed(found, path) }
    let context = workspace.makeContext()
    let submission = submissions[index]
    var others = submissions
    others.remove(at: index)
    guard let rule = workspace.rules.first(where: { $0.id == found.rule }) else {
      throw Self.structure(found, path)
    }
    let set = CompiledRuleSet([rule], for: workspace.kinds(met: [submission.kind.id]), in: context)
    let trace = Evaluator.trace(
      found.fingerprint,
      of: found.rule,
      set,
      on: submission,
      docket: others,
      settings: workspace.settings(report.options)
    )
    guard let trace else { throw changed(found, path) }
    return text(of: trace, clauses: workspace)
  }

  /// The findings of a report with the numbers by which they are asked for.
  ///
  /// - Throws: That the file is no report.
  func list(in path: String) throws(DiagnosticError) -> String {
    let findings = try ReportToExplain(path).findings
    var canvas = TextCanvas(columns: 80, hasColor: false)
    guard !findings.isEmpty else {
      canvas.paragraph(language == .th ? "รายงานนี้ไม่มีข้อค้นพบ" : "the report has no findings")
      return canvas.text
    }
    var file = ""
    for (index, found) in findings.enumerated() {
      if found.file != file {
        file = found.file
        canvas.paragraph(found.id.isEmpty ? file : "\(found.id)  \(file)")
      }
      let place = found.place.isEmpty ? "" : "  \(found.place)"
      canvas.paragraph("\(index + 1). \(found.rule)\(place)", indent: 2, hanging: 3)
      canvas.paragraph(found.message[language], indent: 5)
    }
    canvas.blank()
    canvas.paragraph(
      language == .th
        ? "อธิบายข้อหนึ่งด้วย krong explain \(path) ลำดับที่"
        : "krong explain \(path) NUMBER explains one of them"
    )
    return canvas.text
  }

  // MARK: What changed

  private func checkRules(_ report: ReportToExplain, _ rule: String) throws(DiagnosticError) {
    let digests = workspace.digests
    let now = [
      ("rules", digests.rules.filter { $0.name == rule }), ("kinds", digests.kinds),
      ("catalogues", digests.catalogues + frameworks(of: report)),
      ("configuration", digests.configuration),
    ]
    for (group, items) in now {
      let before = report.digests(group)
      for item in items where before[item.name] != item.sha256 {
        throw Self.stop(
          .reportOutdated,
          report.path,
          LocalizedText(
            th: "อธิบายซ้ำไม่ได้ เพราะ \(item.name) ในชุดเกณฑ์ไม่ใช่ฉบับที่ใช้ทำรายงานนี้",
            en:
              "this cannot be explained, because \(item.name) of the rules is not what the report was made with"
          )
        )
      }
      let names = Set(items.map(\.name))
      let gone = before.keys.filter { !names.contains($0) }.sorted().joined(separator: ", ")
      if group != "rules", !gone.isEmpty {
        throw Self.stop(
          .reportOutdated,
          report.path,
          LocalizedText(
            th: "อธิบายซ้ำไม่ได้ เพราะไม่ได้ระบุสิ่งที่ใช้ทำรายงานนี้: \(gone)",
            en:
              "this cannot be explained, because what the report was made with was not given: \(gone)"
          )
        )
      }
    }
  }

  /// The files of frameworks, read when the report was made with some: a check that asked for no plan
  /// has none.
  private func frameworks(of report: ReportToExplain) -> [Receipt.Item] {
    let catalogues = Set(workspace.digests.catalogues.map(\.name))
    guard report.digests("catalogues").keys.contains(where: { !catalogues.contains($0) }) else {
      return []
    }
    _ = workspace.frameworks.source.graph
    return workspace.frameworks.items
  }

  private func changed(_ found: ReportToExplain.Found, _ path: String) -> DiagnosticError {
    Self.stop(
      .reportOutdated,
      path,
      LocalizedText(
        th: "ตรวจซ้ำแล้วไม่พบข้อค้นพบ \(found.fingerprint) ของ \(found.rule) จึงอธิบายไม่ได้",
        en:
          "judged again, \(found.rule) has no finding \(found.fingerprint), so it cannot be explained"
      )
    )
  }

  private static func structure(_ found: ReportToExplain.Found, _ path: String) -> DiagnosticError {
    stop(
      .nothingOfThatName,
      path,
      LocalizedText(
        th: "\(found.rule) ไม่ได้มาจากเกณฑ์ในชุดนี้ ดูความหมายด้วย krong explain \(found.rule)",
        en:
          "\(found.rule) comes from no rule of this set; krong explain \(found.rule) says what it means"
      )
    )
  }

  static func stop(
    _ code: DiagnosticCode,
    _ file: String,
    _ message: LocalizedText
  ) -> DiagnosticError {
    let help = LocalizedText(
      th: "ตรวจใหม่ด้วย krong check … --output json=แฟ้ม แล้วอธิบายจากรายงานใหม่",
      en: "check again with krong check … --output json=FILE, and explain from the new report"
    )
    return DiagnosticError([
      Diagnostic(
        code,
        .error,
        message,
        at: Diagnostic.Place(file: file, position: nil),
        help: code == .reportOutdated ? help : nil
      )
    ])
  }

  // MARK: Text

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  private func text(of trace: FindingTrace, clauses workspace: Workspace) -> String {
    let finding = trace.finding
    var canvas = TextCanvas(columns: 80, hasColor: false)
    let title = workspace.rules.first { $0.id == finding.rule }?.title[language] ?? ""
    canvas.paragraph("\(finding.rule)  \(title)", hanging: 2)
    canvas.blank()
    canvas.paragraph(finding.message[language])
    canvas.paragraph("\(place(finding.place))  \(finding.place.label[language])", indent: 2)
    if let reason = finding.waiver {
      let approver = finding.approval.map { " (\($0.approver))" } ?? ""
      canvas.paragraph(pick("ได้รับยกเว้น: ", "waived: ") + reason + approver, hanging: 2)
    }
    if !trace.reads.isEmpty {
      canvas.blank()
      canvas.paragraph(pick("ค่าที่อ่าน", "what was read"))
      for read in trace.reads {
        let origin = read.origin.map { "  ← \(place($0))" } ?? ""
        canvas.paragraph("\(read.name) = \(read.value[language])\(origin)", indent: 2, hanging: 2)
      }
    }
    add(trace.guards, pick("เหตุที่ต้องตรวจข้อนี้", "why it is asked"), to: &canvas)
    let conditions = pick("เงื่อนไขและค่าของแต่ละส่วน", "the condition and the value of each part")
    add(trace.conditions, conditions, to: &canvas)
    if trace.conditions.isEmpty, finding.outcome == .notChecked {
      canvas.blank()
      canvas.paragraph(
        pick(
          "ข้อนี้ผู้พิจารณาเป็นผู้ตัดสิน จึงไม่มีเงื่อนไขที่คำนวณได้",
          "a person judges this, so there is no condition to compute"
        )
      )
    }
    canvas.blank()
    canvas.paragraph(pick("ที่มา: ", "source: ") + ClauseText.of(finding.clauses, language))
    for source in finding.clauses {
      if let clause = workspace.clauses?.text(source) {
        canvas.paragraph("\(source)  \(clause)", indent: 2, hanging: 2)
      }
    }
    canvas.paragraph(pick("แนวทางแก้ไข: ", "remedy: ") + finding.remedy[language], hanging: 2)
    canvas.paragraph(pick("ลายนิ้วมือ: ", "fingerprint: ") + finding.fingerprint)
    return canvas.text
  }

  private func add(_ traces: [ExpressionTrace], _ heading: String, to canvas: inout TextCanvas) {
    if traces.isEmpty { return }
    canvas.blank()
    canvas.paragraph(heading)
    for trace in traces {
      for line in trace.lines(in: language) { canvas.line([TextRun(line)], indent: 2) }
    }
  }

  private func place(_ place: FindingPlace) -> String {
    place.position.map { "\(place.file):\($0.line):\($0.column)" } ?? place.file
  }
}
