import Catalogues
import Diagnostics
import DocumentArena
import Reporting
import RuleCompiler
import RuleModel
import SourceText
import Submissions

extension RuleBook {
  /// One rule in words, before any format.
  struct Entry: Sendable {
    let id: String
    let title: String
    let family: Family
    /// The jobs; empty for all.
    let jobs: [Int]
    /// Short facts: severity, weight, basis, what it applies to.
    let facts: [(label: String, value: String)]
    /// The clauses, with the anchor of those that the manual has.
    let sources: [(citation: String, anchor: String?)]
    /// What is asked, each line with its depth.
    let checks: [(depth: Int, text: String)]
    /// Guards and names: what they are and the expression.
    let conditions: [(label: String, expression: String)]
    let messages: [String]
    let remedy: String
    let notes: String?
    let parameters: [Parameter]
    let examples: [Example]
    let file: String
  }

  /// A parameter with all its values.
  struct Parameter: Sendable {
    let name: String
    let label: String
    let type: String
    /// The least and greatest value and the unit.
    let bounds: String
    /// The values: what each is for, and the value.
    let values: [(when: String, value: String)]
  }

  /// An example as its author wrote it.
  struct Example: Sendable {
    let number: Int
    let outcome: String
    let name: String?
    let lines: [String]
  }
}

/// Puts the entries of the book together.
struct EntryReader {
  let explanation: Explanation

  private var workspace: Workspace { explanation.workspace }
  private var language: Language { explanation.language }
  private func pick(_ th: String, _ en: String) -> String { explanation.pick(th, en) }

  func entry(_ rule: Rule) -> RuleBook.Entry {
    let words = ReportWords(language: language)
    let facts: [(label: String, value: String)] = [
      (pick("ระดับความสำคัญ", "severity"), words.severity(rule.severity)),
      (pick("ค่าน้ำหนัก", "weight"), String(rule.weight)),
      (pick("ที่มา", "basis"), explanation.basis(of: rule)),
      (pick("ใช้กับ", "applies to"), explanation.applicability(of: rule)),
      (
        pick("ขอยกเว้น", "waiver"),
        rule.isWaivable ? pick("ขอยกเว้นได้", "may be waived") : pick("ขอยกเว้นไม่ได้", "none")
      ),
    ]
    let sources = rule.sources.map { source in
      let isKnown = workspace.clauses?.text(source) != nil
      return (citation: source, anchor: isKnown ? BookAnchor.clause(source) : nil)
    }
    let kind = RuleCompiler.kinds(of: rule, in: workspace.makeContext()).first
    return RuleBook.Entry(
      id: rule.id,
      title: rule.title[language],
      family: rule.family,
      jobs: rule.applicability.jobs ?? [],
      facts: facts,
      sources: sources,
      checks: kind.map { CheckWords(rule, $0, workspace.catalogues, language).lines } ?? [],
      conditions: conditions(of: rule),
      messages: explanation.messages(of: rule),
      remedy: rule.remedy[language],
      notes: rule.notes?[language],
      parameters: rule.parameters.map(parameter),
      examples: examples(of: rule),
      file: rule.document.source.name
    )
  }

  private func conditions(of rule: Rule) -> [(label: String, expression: String)] {
    var conditions: [(label: String, expression: String)] = []
    if let when = rule.when { conditions.append((pick("เมื่อ", "when"), when.text)) }
    if let condition = rule.whereCondition {
      conditions.append((pick("เฉพาะรายการที่", "only elements where"), condition.text))
    }
    for definition in rule.definitions {
      conditions.append((definition.name, definition.expression.text))
    }
    return conditions
  }

  // MARK: Parameters

  private func parameter(_ declaration: ParameterDeclaration) -> RuleBook.Parameter {
    let document = declaration.document
    var values = [(when: pick("ปกติ", "standard"), value: text(declaration.defaultValue, document))]
    for row in declaration.byFiscalYear {
      let when = pick("ตั้งแต่ปีงบประมาณ พ.ศ. \(row.year)", "from fiscal year \(row.year)")
      values.append((when, text(row.value, document)))
    }
    for (job, value) in declaration.byJob.sorted(by: { $0.key < $1.key }) {
      values.append((pick("งานที่ \(job)", "job \(job)"), text(value, document)))
    }
    let bounds = [
      declaration.min.map { "≥ \($0)" }, declaration.max.map { "≤ \($0)" }, declaration.unit,
      declaration.shared.map { pick("ใช้ร่วม: \($0)", "shared: \($0)") },
    ]
    return RuleBook.Parameter(
      name: declaration.name,
      label: declaration.label?[language] ?? "",
      type: Self.name(of: declaration.type),
      bounds: bounds.compactMap(\.self).joined(separator: ", "),
      values: values
    )
  }

  private func text(_ node: NodeID, _ document: Document) -> String {
    guard document.kind(of: node) == .list else { return document.text(of: node) }
    let items = document.children(of: node).map { document.text(of: $0) }
    return items.isEmpty ? pick("ไม่มี", "none") : items.joined(separator: ", ")
  }

  private static func name(of type: ParameterDeclaration.ParameterType) -> String {
    switch type {
    case .int: "int"
    case .decimal: "decimal"
    case .money: "money"
    case .bool: "bool"
    case .text: "text"
    case .date: "date"
    case .beYear: "be-year"
    case .code(let name): name
    case .catalogue: "catalogue"
    case .list(let element): "list of \(name(of: element))"
    }
  }

  // MARK: Examples

  private func examples(of rule: Rule) -> [RuleBook.Example] {
    let document = rule.document
    let lines = document.source.bytes.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    let starts = rule.examples.map { example in
      document.position(of: example.node).map { Int($0.line) } ?? 0
    }
    let keys = document.children(of: document.root).compactMap { child in
      document.keyPosition(of: child).map { Int($0.line) }
    }
    return rule.examples.enumerated().map { index, example in
      let start = starts[index]
      let later = starts.dropFirst(index + 1).first { $0 > start } ?? Int.max
      let end = min(later, keys.first { $0 > start } ?? Int.max, lines.count + 1)
      let own = start > 0 && start < end ? lines[(start - 1)..<(end - 1)] : []
      return RuleBook.Example(
        number: index + 1,
        outcome: example.outcome,
        name: example.name,
        lines: Self.flush(own.map { String(decoding: $0, as: UTF8.self) })
      )
    }
  }

  /// Lines without the blanks that all of them begin with, and without empty lines at the end.
  private static func flush(_ lines: [String]) -> [String] {
    var lines = lines.map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
    while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
    let filled = lines.filter { !$0.allSatisfy { $0 == " " } }
    let indent = filled.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }
  }
}
