import Catalogues
import Diagnostics
import DocumentArena
import Krong
import RuleModel
import Submissions

/// What is said of a word: both languages, the one asked for first.
struct Hover {
  let language: Language
  let knowledge: RuleKnowledge

  /// Markdown for what a word stands for.
  func markdown(_ referent: Referent) -> String {
    switch referent {
    case .key(let name, let description, let inner):
      return lines(["**\(name)**", description, keys(inner)])
    case .field(let field, _, let owner): return lines(of: field, owner)
    case .local(let local):
      let list = local.sources.map { "`\($0)`" }.joined(separator: ", ")
      return lines(["**\(local.name)**", pick("แต่ละรายการของ \(list)", "each of \(list)")])
    case .definition(let definition):
      return lines(["**\(definition.name)**", cel(definition.text)])
    case .parameter(let parameter, let shared):
      return lines(["**params.\(parameter.name)**", shared.map(text) ?? cel(parameter.text)])
    case .sharedParameter(let parameter): return text(parameter)
    case .function(let function): return function.markdown ?? "**\(function.name)**"
    case .rule(let rule): return text(rule)
    case .item(let item, let catalogue): return text(item, catalogue)
    case .code(let code, let list, _):
      return lines(["**\(code.id)**", both(code.label), "`\(list)`"])
    case .frameworkItem(let item, let framework):
      return lines(["**\(item.code)**", both(item.name), both(framework.title), item.note])
    case .clause(let citation, let text): return lines(["**\(citation)**", text])
    case .kind(let kind):
      let jobs = kind.jobs.map(String.init).joined(separator: ", ")
      return lines(["**\(kind.id)**", both(kind.title), pick("งานที่ \(jobs)", "jobs \(jobs)")])
    case .catalogue(let catalogue):
      let count = catalogue.items.count
      return lines([
        "**\(catalogue.id)**", both(catalogue.title), pick("\(count) รายการ", "\(count) items"),
      ])
    case .profile(let name): return "**\(name)**"
    case .type(let name): return "**\(name)**"
    case .value(let text, let description): return lines(["**\(text)**", description])
    }
  }

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  private func both(_ text: LocalizedText) -> String {
    if text.th.utf8.elementsEqual(text.en.utf8) { return text.th }
    return language == .th ? "\(text.th)\n\n\(text.en)" : "\(text.en)\n\n\(text.th)"
  }

  private func lines(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func cel(_ text: String) -> String { "```cel\n\(text.trimmed)\n```" }

  /// The keys that may stand inside.
  private func keys(_ inner: [SchemaWalk.Known]) -> String? {
    guard !inner.isEmpty, inner.count <= 24 else { return nil }
    return inner.map { known in
      let mark = known.isRequired ? " *" : ""
      return "- `\(known.text)`\(mark) \(known.label?[language] ?? "")"
    }.joined(separator: "\n")
  }

  private func lines(of field: Field, _ owner: SubmissionKind) -> String {
    var parts: [String?] = ["**\(field.name)** `\(field.type.name)`", both(field.label)]
    switch field.requirement {
    case .no: break
    case .always: parts.append(pick("ต้องระบุ", "required"))
    case .only(let jobs, let stage):
      let inJobs = jobs.map { $0.map(String.init).joined(separator: ", ") }
      let code = stage.flatMap { id in owner.codeLists["stage"]?.codes.first { $0.id == id } }
      let th =
        (inJobs.map { " งานที่ \($0)" } ?? "") + (code.map { " ตั้งแต่สถานะ\($0.label.th)" } ?? "")
      let en =
        (inJobs.map { " in jobs \($0)" } ?? "") + (code.map { " from stage \($0.label.en)" } ?? "")
      parts.append(pick("ต้องระบุ\(th)", "required\(en)"))
    }
    for citation in field.clauses {
      let text = knowledge.context.clauses?.text(citation)
      parts.append(text.map { "**\(citation)** \($0)" } ?? citation)
    }
    return lines(parts)
  }

  private func text(_ parameter: ParameterDeclaration) -> String {
    let document = parameter.document
    let items = document.children(of: parameter.defaultValue).map { document.text(of: $0) }
    let value =
      items.isEmpty ? document.text(of: parameter.defaultValue) : items.joined(separator: ", ")
    return lines([
      "**\(parameter.name)**", parameter.label.map(both),
      pick("ค่าปกติ `\(value)`", "default `\(value)`"),
    ])
  }

  private func text(_ rule: Rule) -> String {
    let clauses = rule.sources.joined(separator: ", ")
    return lines([
      "**\(rule.id)** \(rule.severity.rawValue)", both(rule.title), rule.remedy[language], clauses,
    ])
  }

  private func text(_ item: CatalogueItem, _ catalogue: String) -> String {
    var parts: [String?] = ["**\(item.id)**", both(item.name), "`\(catalogue)`"]
    if !item.aliases.isEmpty { parts.append(item.aliases.joined(separator: " · ")) }
    if let editions = item.editions {
      let years = editions.map { "\($0.id) (\($0.years.lowerBound)-\($0.years.upperBound))" }
      parts.append(years.joined(separator: ", "))
    }
    return lines(parts)
  }
}
