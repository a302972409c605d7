import Alignment
import Catalogues
public import Diagnostics
import DocumentReading
import Reporting
import RuleModel
import Submissions

/// The lists of what there is, as text for people.
public struct Listing: Sendable {
  /// What can be listed.
  public enum Subject: String, Sendable, CaseIterable {
    /// The rules.
    case rules
    /// The kinds of submission.
    case kinds
    /// The catalogues.
    case catalogues
    /// The plans of the registry.
    case plans
    /// The steps of the work.
    case steps
    /// The forms of papers.
    case papers
    /// The profiles: choices of rules for an occasion.
    case profiles
    /// The items of a plan or framework, or of a catalogue.
    case items
  }

  private let workspace: Workspace
  private let folder: String
  private let language: Language

  /// Lists what a workspace has, and the profiles of its folder of rules, in a language.
  public init(_ workspace: Workspace, of folder: String, language: Language) {
    self.workspace = workspace
    self.folder = folder
    self.language = language
  }

  /// One entry a line, in the order of the files; wrapped to 80 columns.
  ///
  /// - Parameters:
  ///   - subject: What is listed.
  ///   - name: Of ``Subject/items`` the plan, framework or catalogue.
  /// - Returns: The text.
  /// - Throws: What is wrong with the files of frameworks, or that there is nothing of that name.
  public func text(_ subject: Subject, of name: String? = nil) throws(DiagnosticError) -> String {
    var canvas = TextCanvas(columns: 80, hasColor: false)
    switch subject {
    case .rules:
      for rule in workspace.rules { write(rule, &canvas) }
    case .kinds:
      for kind in workspace.kinds.kinds {
        let jobs = kind.jobs.map(String.init).joined(separator: ", ")
        let note = language == .th ? "งานที่ \(jobs)" : "jobs \(jobs)"
        write(kind.id, kind.title, note, &canvas)
      }
    case .catalogues:
      for catalogue in workspace.catalogues.ids.compactMap({ workspace.catalogues[$0] }) {
        let note = "\(catalogue.items.count) \(language == .th ? "รายการ" : "items")"
        write(catalogue.id, catalogue.title, note, &canvas)
      }
      let graph = try workspace.alignmentGraph()
      for framework in graph.frameworks { write(framework, &canvas) }
    case .plans: write("plans", &canvas)
    case .steps: write("steps", &canvas)
    case .papers:
      for form in PaperForm.all { write(form, &canvas) }
    case .profiles:
      for profile in try profiles() { write(profile, &canvas) }
    case .items: try FrameworkListing(workspace, language: language).write(name, &canvas)
    }
    return canvas.text
  }

  /// The profiles of the folder by their names.
  private func profiles() throws(DiagnosticError) -> [Profile] {
    let folder = try RuleFolder(folder)
    var profiles: [Profile] = []
    for name in folder.profileNames {
      guard let path = folder.profile(named: name) else { continue }
      let document = try DocumentReader.readOne(try FileReader.read(path))
      profiles.append(try ProfileLoader.load(document, in: workspace.ruleContext).get())
    }
    return profiles
  }

  private func write(_ profile: Profile, _ canvas: inout TextCanvas) {
    let note = profile.extends.map {
      language == .th ? "ต่อยอดจาก \($0)" : "extends \($0)"
    }
    write(profile.id, profile.title, note, &canvas)
  }

  private func write(_ framework: Framework, _ canvas: inout TextCanvas) {
    var notes = ["\(framework.items.count) \(language == .th ? "รายการ" : "items")"]
    if let plan = framework.plan { notes.append(language == .th ? "แผน \(plan)" : "plan \(plan)") }
    write(framework.id, framework.title, notes.joined(separator: ", "), &canvas)
  }

  private func write(_ rule: Rule, _ canvas: inout TextCanvas) {
    let severity = ReportWords(language: language).severity(rule.severity)
    write(rule.id, rule.title, severity, &canvas)
  }

  private func write(_ form: PaperForm, _ canvas: inout TextCanvas) {
    var notes = [form.question[language]]
    if let leftOpen = form.leftOpen {
      notes.append((language == .th ? "เว้นไว้ให้กรอก: " : "left open: ") + leftOpen[language])
    }
    if let usage = form.usage { notes.append(usage[language]) }
    if form.languages == [.th] {
      notes.append(language == .th ? "มีเฉพาะภาษาไทย" : "in Thai only")
    }
    let number = form.number.map { "\($0)  " } ?? ""
    canvas.paragraph("\(form.id)  \(number)\(form.title[language])", hanging: 4)
    for note in notes { canvas.paragraph(note, indent: 4) }
  }

  private func write(_ catalogue: String, _ canvas: inout TextCanvas) {
    for item in workspace.catalogues[catalogue]?.items ?? [] {
      write(item.id, item.name, note(on: item), &canvas)
    }
  }

  /// The editions of a plan; an empty list of them says that there is no such plan.
  private func note(on item: CatalogueItem) -> String? {
    guard let editions = item.editions else { return nil }
    if editions.isEmpty { return language == .th ? "ไม่มีแผนนี้" : "there is no such plan" }
    return editions.map { "\($0.years.lowerBound)-\($0.years.upperBound)" }.joined(separator: ", ")
  }

  private func write(
    _ id: String,
    _ title: LocalizedText,
    _ note: String?,
    _ canvas: inout TextCanvas
  ) {
    let tail = note.map { " (\($0))" } ?? ""
    canvas.paragraph("\(id)  \(title[language])\(tail)", hanging: 4)
  }
}
