public import Diagnostics
import Alignment
import Catalogues
import DocumentArena
import Reporting
import RuleModel
import Submissions

/// Explains rules, structure findings, codes of diagnostics and items of plans, as text for people.
public struct Explanation: Sendable {
  let workspace: Workspace
  let language: Language

  /// Explains what a workspace has; load it with clauses and examples to have them in the text.
  public init(_ workspace: Workspace, language: Language) {
    self.workspace = workspace
    self.language = language
  }

  /// The text for a rule or a code, in any letter case; throws with a suggestion when there is none.
  ///
  /// Of a saved report, a name that ends in `.json`, its findings with their numbers.
  public func text(_ name: String) throws(DiagnosticError) -> String {
    if FolderListing.hasEnding(name, [".json"]) {
      return try FindingExplanation(workspace, language: language).list(in: name)
    }
    let wanted = name.uppercased()
    if let rule = workspace.rules.first(where: { $0.id == wanted }) { return text(of: rule) }
    let codes = ExplainedCodes.all
    if let code = codes.first(where: { $0.code.text == wanted }) {
      var canvas = TextCanvas(columns: 80, hasColor: false)
      canvas.paragraph("\(code.code.text)  \(code.title[language])")
      canvas.blank()
      canvas.paragraph(code.text[language])
      if let example = code.example {
        canvas.blank()
        canvas.paragraph(pick("ตัวอย่าง:", "example:"))
        for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
          canvas.line([TextRun(String(line))], indent: 2)
        }
      }
      return canvas.text
    }
    let graph = try workspace.alignmentGraph()
    if let text = FrameworkListing(workspace, language: language)
      .explanation(of: name, in: graph)
    {
      return text
    }
    let items = graph.nodes.map { graph.item($0).code }
    let known = workspace.rules.map(\.id) + codes.map(\.code.text) + items
    throw DiagnosticError([
      Diagnostic(
        .nothingOfThatName,
        .error,
        LocalizedText(th: "ไม่มีเกณฑ์หรือรหัส “\(name)”", en: "there is no rule or code “\(name)”"),
        at: Diagnostic.Place(file: "explain", position: nil),
        help: .didYouMean(nearestTo: wanted, among: known)
      )
    ])
  }

  func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  private func text(of rule: Rule) -> String {
    let words = ReportWords(language: language)
    var canvas = TextCanvas(columns: 80, hasColor: false)
    canvas.paragraph("\(rule.id)  \(rule.title[language])", hanging: 2)
    canvas.blank()
    let weight = pick("ค่าน้ำหนัก \(rule.weight)", "weight \(rule.weight)")
    canvas.paragraph(
      [words.family(rule.family), words.severity(rule.severity), weight, basis(of: rule)]
        .joined(separator: " · ")
    )
    write(pick("ใช้กับ", "applies to"), applicability(of: rule), &canvas)
    write(pick("ที่มา", "source"), ClauseText.of(rule.sources, language), &canvas)
    for source in rule.sources {
      if let clause = workspace.clauses?.text(source) {
        canvas.paragraph("\(source)  \(clause)", indent: 4, hanging: 2)
      }
    }
    for message in messages(of: rule) {
      write(pick("เมื่อไม่เป็นไปตามเกณฑ์", "when it is not met"), message, &canvas)
    }
    write(pick("แนวทางแก้ไข", "remedy"), rule.remedy[language], &canvas)
    if let notes = rule.notes { write(pick("หมายเหตุ", "note"), notes[language], &canvas) }
    writeChecks(of: rule, &canvas)
    writeParameters(of: rule, &canvas)
    writeExamples(of: rule, &canvas)
    canvas.blank()
    write(pick("แฟ้ม", "file"), rule.document.source.name, &canvas)
    return canvas.text
  }

  private func write(_ label: String, _ text: String, _ canvas: inout TextCanvas) {
    canvas.paragraph("\(label): \(text)", hanging: 2)
  }

  func basis(of rule: Rule) -> String {
    rule.basis == .text
      ? pick("ตามถ้อยคำในคู่มือ", "stated by the manual")
      : pick("ตามแนวปฏิบัติที่สำนักงานกำหนด", "a working reading set by the office")
  }

  func applicability(of rule: Rule) -> String {
    let all = pick("ทุกประเภทเรื่อง", "all kinds")
    let kinds = rule.applicability.kinds?.map { workspace.kinds[$0]?.title[language] ?? $0 }
    var parts = [kinds?.joined(separator: ", ") ?? all]
    if let jobs = rule.applicability.jobs {
      let list = jobs.map(String.init).joined(separator: ", ")
      parts.append(pick("งานที่ \(list)", "jobs \(list)"))
    }
    let code = rule.applicability.fromStage
    let stage = workspace.kinds.stages.first { $0.id == code }?.label[language] ?? code
    parts.append(pick("ตั้งแต่สถานะ \(stage)", "from stage \(stage)"))
    if let years = rule.inForce {
      let from = years.from.map(String.init) ?? ""
      let until = years.until.map(String.init) ?? ""
      parts.append(pick("ปีงบประมาณ \(from)-\(until)", "fiscal years \(from)-\(until)"))
    }
    return parts.joined(separator: " · ")
  }

  func messages(of rule: Rule) -> [String] {
    var seen: Set<String> = []
    let own = rule.message.map { [$0.text[language]] } ?? []
    let items = rule.items.compactMap { $0.message?.text[language] }
    return (own + items).filter { seen.insert($0).inserted }
  }

  private func writeParameters(of rule: Rule, _ canvas: inout TextCanvas) {
    for parameter in rule.parameters {
      let label = parameter.label.map { " (\($0[language]))" } ?? ""
      let value = self.value(parameter.defaultValue, of: parameter)
      let parts = ["\(parameter.name) = \(value)\(label)"] + others(of: parameter)
      write(pick("ค่าที่กำหนดได้", "parameter"), parts.joined(separator: " · "), &canvas)
    }
  }

  /// A value of a parameter with its unit.
  private func value(_ node: NodeID, of parameter: ParameterDeclaration) -> String {
    let document = parameter.document
    let items = document.children(of: node).map { document.text(of: $0) }
    let shown = items.isEmpty ? document.text(of: node) : items.joined(separator: ", ")
    return parameter.unit.map { "\(shown) \($0)" } ?? shown
  }

  /// The other values that a parameter has, its bounds, and whether other rules share it.
  private func others(of parameter: ParameterDeclaration) -> [String] {
    var parts = parameter.byFiscalYear.map { year, node in
      let value = self.value(node, of: parameter)
      return pick("ตั้งแต่ปีงบประมาณ \(year): \(value)", "from fiscal year \(year): \(value)")
    }
    for (job, node) in parameter.byJob.sorted(by: { $0.key < $1.key }) {
      let value = self.value(node, of: parameter)
      parts.append(pick("งานที่ \(job): \(value)", "job \(job): \(value)"))
    }
    switch (parameter.min, parameter.max) {
    case (let min?, let max?): parts.append(pick("\(min) ถึง \(max)", "\(min) to \(max)"))
    case (let min?, nil): parts.append(pick("ไม่น้อยกว่า \(min)", "at least \(min)"))
    case (nil, let max?): parts.append(pick("ไม่เกิน \(max)", "at most \(max)"))
    case (nil, nil): break
    }
    if let shared = parameter.shared {
      parts.append(
        pick("ใช้ร่วมกับเกณฑ์อื่น: \(shared)", "shared with other rules as \(shared)")
      )
    }
    return parts
  }

  private func writeExamples(of rule: Rule, _ canvas: inout TextCanvas) {
    guard !rule.examples.isEmpty else { return }
    canvas.blank()
    canvas.paragraph(pick("ตัวอย่าง", "examples"))
    for (index, example) in rule.examples.enumerated() {
      let name = example.name.map { "  \($0)" } ?? ""
      let at = example.at.map { "  \($0.joined(separator: ", "))" } ?? ""
      canvas.paragraph("\(index + 1). \(example.outcome)\(name)\(at)", indent: 2, hanging: 3)
    }
  }
}
