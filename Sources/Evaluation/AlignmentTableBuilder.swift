import Alignment
import CEL
import Catalogues
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import RuleModel
import Submissions
import ThaiText

/// Makes the alignment table of a submission from its links and from what the rules found.
struct AlignmentTableBuilder {
  let scope: SubmissionScope
  let rules: [Rule]
  let results: [RuleResult]

  /// One row before its cells are filled.
  private struct Source {
    let value: Value
    let steps: [DocumentPath.Step]
    let list: String?
    let label: LocalizedText
    let links: [(plan: String, link: Value)]
  }

  private var graph: AlignmentGraph { scope.rules.alignment.graph }
  private var names: PlaceNames { PlaceNames(scope: scope) }

  /// The table; nil for kinds without links.
  func table() -> AlignmentTable? {
    guard scope.kind.root.field("alignments") != nil else { return nil }
    let asked = rules.filter { Applicable.servesKindAndJob($0, scope.submission) }
      .flatMap(PlansAskedFor.of)
    let sources = rowSources()
    let plans = self.plans(asked, sources)
    let askingRules = Set(asked.map(\.rule))
    let all = results.filter { $0.rule.family == .alignment }.flatMap(\.findings)
      .filter { $0.outcome == .fail }
    let failures = all.filter { askingRules.contains($0.rule) }
    let others = all.filter { !askingRules.contains($0.rule) }
    let rows = sources.map { source in
      row(source, plans, asked, failures.filter(isIn(source)), others.filter(isIn(source)))
    }
    let columns = plans.enumerated().map { index, plan in
      column(plan, asked, rows.map { $0.cells[index] })
    }
    return AlignmentTable(
      columns: columns,
      rows: rows,
      coverage: CoverageBuilder(scope: scope).coverage()
    )
  }

  // MARK: Rows

  private func rowSources() -> [Source] {
    let whole = LocalizedText(th: "ทั้งเรื่อง", en: "the submission")
    var sources = [
      Source(
        value: scope.root,
        steps: [],
        list: nil,
        label: whole,
        links: links(of: scope.root)
      )
    ]
    for field in scope.kind.root.fields {
      guard case .list(.record(let name)) = field.type,
        let record = scope.kind.records[name], record.field("alignments") != nil
      else { continue }
      let shape = FieldShape(type: .record(name), owner: scope.kind)
      let elements = scope.context.elements(of: scope.context.field(field.name, of: scope.root))
      for (index, element) in (elements ?? []).enumerated() {
        sources.append(
          Source(
            value: element,
            steps: [.key(field.name), .index(index)],
            list: field.name,
            label: RowLabel.of(element, shape, index + 1, scope),
            links: links(of: element)
          )
        )
      }
    }
    return sources
  }

  /// The links of an element with the codes of their plans, or the texts where there is no code.
  private func links(of element: Value) -> [(plan: String, link: Value)] {
    let list = scope.context.field("alignments", of: element)
    return (scope.context.elements(of: list) ?? []).compactMap { link in
      guard let text = scope.context.field("plan", of: link).string else { return nil }
      return (scope.rules.names.item("plans", text)?.id ?? text, link)
    }
  }

  /// A row; `found` are the findings of rules that ask for plans by name, `others` those of the other rules.
  private func row(
    _ source: Source,
    _ plans: [String],
    _ asked: [PlansAskedFor],
    _ found: [Finding],
    _ others: [Finding]
  ) -> AlignmentTable.Row {
    let cells = plans.map { plan in
      AlignmentTable.Cell(
        links: source.links.filter { $0.plan.utf8.elementsEqual(plan.utf8) }.map {
          link($0.1, plan, others)
        },
        findings: found.filter { finding in
          finding.part.split(separator: "|").contains { $0.utf8.elementsEqual(plan.utf8) }
            && asked.contains {
              $0.rule == finding.rule && $0.list == source.list && $0.plans.contains(plan)
            }
        }.map(\.rule)
      )
    }
    let origin = source.value.origin ?? NodeReference(document: 0, node: NodeID(0))
    let steps: [DocumentPath.Step] = source.list == nil ? [.key("alignments")] : []
    let target = PathFinder.target(steps, below: origin, in: scope.documents)
    let list = source.steps + [.key("alignments")]
    return AlignmentTable.Row(
      label: source.label,
      place: names.place(target),
      cells: cells,
      findings: Self.rules(of: others.filter { $0.place.path.steps == list })
    )
  }

  /// The rules of findings, each once.
  private static func rules(of findings: [Finding]) -> [String] {
    Set(findings.map(\.rule)).sorted()
  }

  /// Whether a finding is about the links of a row.
  private func isIn(_ source: Source) -> (Finding) -> Bool {
    { finding in
      let steps = finding.place.path.steps
      guard source.list == nil else { return steps.starts(with: source.steps) }
      if case .key("alignments")? = steps.first { return true }
      return steps.isEmpty
    }
  }

  // MARK: Links

  /// A link; what rules on all links found stands beside it, by its place.
  private func link(_ link: Value, _ plan: String, _ others: [Finding]) -> AlignmentTable.Link {
    let cited = filled(scope.context.field("item", of: link))
    let edition = filled(scope.context.field("edition", of: link))
    let citation =
      cited.map { graph.citation($0, plan: plan, edition: edition ?? "") } ?? .blank
    var form: String?
    if case .found(_, let how) = citation { form = how.rawValue }
    let origin = link.origin ?? NodeReference(document: 0, node: NodeID(0))
    let place = names.place(PathFinder.target([.key("item")], below: origin, in: scope.documents))
    let steps = place.path.steps.dropLast()
    let faults = others.filter {
      $0.place.file == place.file && $0.place.path.steps.starts(with: steps)
    }
    return AlignmentTable.Link(
      cited: cited,
      reason: filled(scope.context.field("how", of: link)),
      edition: edition,
      place: place,
      recognition: recognition(citation),
      form: form,
      item: citation.node.map(item),
      suggestions: citation.suggestions.map(item),
      findings: steps.isEmpty ? [] : Self.rules(of: faults)
    )
  }

  private func filled(_ value: Value) -> String? {
    guard let text = value.string, !isBlank(text) else { return nil }
    return text
  }

  private func recognition(_ citation: Citation) -> AlignmentTable.Recognition {
    switch citation {
    case .found: .found
    case .torn: .torn
    case .unknown: .unknown
    case .notListed: .notListed
    case .noItems: .noItems
    case .blank: .blank
    }
  }

  private func item(_ node: PlanNode) -> AlignmentTable.Item {
    let years = graph.framework(of: node).years
    let isInForce = scope.planYears.flatMap { asked in years.map { $0.overlap(asked) } } ?? true
    return AlignmentTable.Item(
      code: graph.item(node).code,
      name: graph.item(node).name,
      isVerified: graph.isVerified(node),
      isInForce: isInForce
    )
  }

  // MARK: Columns

  /// The plans asked for and cited, in the order of the registry; then those that it does not have.
  private func plans(_ asked: [PlansAskedFor], _ sources: [Source]) -> [String] {
    let cited = sources.flatMap { $0.links.map(\.plan) }
    let wanted = Set((asked.flatMap(\.plans) + cited).map { Text($0) })
    let registry = scope.rules.names.items("plans").map(\.id)
    let known = registry.filter { wanted.contains(Text($0)) }
    var seen = Set(registry.map { Text($0) })
    let others = cited.filter { seen.insert(Text($0)).inserted }
    return known + others
  }

  private func column(
    _ plan: String,
    _ asked: [PlansAskedFor],
    _ cells: [AlignmentTable.Cell]
  ) -> AlignmentTable.Column {
    let item = scope.rules.names.item("plans", code: plan)
    let name = item.flatMap { item in
      scope.submission.job.flatMap { item.nameByJob[$0] } ?? item.name
    }
    let rules = Set(asked.filter { $0.plans.contains(plan) }.map(\.rule)).sorted()
    return AlignmentTable.Column(
      plan: plan,
      name: name ?? LocalizedText(verbatim: plan),
      level: item?.level,
      rules: rules,
      isInForce: item.map { !scope.hasNoEdition($0) } ?? true,
      unserved: unserved(cells)
    )
  }

  /// The items beside those that are served, on the top of the same lists.
  private func unserved(_ cells: [AlignmentTable.Cell]) -> [AlignmentTable.Item] {
    let codes = cells.flatMap(\.links).compactMap(\.item?.code)
    let served = codes.compactMap { graph.node(ofCode: $0) }
    let tops = Set(served.map { graph.ancestors(of: $0).last ?? $0 })
    guard let first = tops.min(), item(first).isInForce else { return [] }
    let kind = graph.item(first).kind
    return graph.nodes(ofFramework: graph.owner(of: first)).filter { node in
      graph.parent(of: node) == nil && graph.item(node).kind == kind && !tops.contains(node)
    }.map(item)
  }
}

/// What rows of tables are called.
enum RowLabel {
  static func of(
    _ element: Value,
    _ shape: FieldShape?,
    _ number: Int,
    _ scope: SubmissionScope
  ) -> LocalizedText {
    LocalizedText(
      th: ElementLabel.text(element, shape, number: number, .th, in: scope) ?? String(number),
      en: ElementLabel.text(element, shape, number: number, .en, in: scope) ?? String(number)
    )
  }
}
