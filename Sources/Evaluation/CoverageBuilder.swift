import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import Submissions
import ThaiText

/// Which strategies the projects of a submission serve, and which projects serve none.
struct CoverageBuilder {
  let scope: SubmissionScope

  private struct Strategy {
    let value: Value
    let label: LocalizedText
    let names: [String]
  }

  /// The coverage; nil for kinds whose projects name no strategy.
  func coverage() -> AlignmentTable.Coverage? {
    guard let field = scope.kind.root.field("projects"),
      case .list(.record(let name)) = field.type,
      scope.kind.records[name]?.field("strategy_ref") != nil
    else { return nil }
    let shape = FieldShape(type: .record(name), owner: scope.kind)
    let projects = elements("projects", of: scope.root)
    let strategies = self.strategies()
    var served: [[LocalizedText]] = Array(repeating: [], count: strategies.count)
    var idle: [(label: LocalizedText, place: FindingPlace)] = []
    for (index, project) in projects.enumerated() {
      let label = RowLabel.of(project, shape, index + 1, scope)
      let cited = scope.context.field("strategy_ref", of: project).string ?? ""
      let position = strategies.firstIndex { strategy in
        strategy.names.contains { ThaiNormalizer.same($0, cited) }
      }
      if let position {
        served[position].append(label)
      } else if isBlank(cited) || !strategies.isEmpty {
        idle.append((label, place(project, [.key("strategy_ref")])))
      }
    }
    return AlignmentTable.Coverage(
      objectives: zip(strategies, served).map { strategy, projects in
        AlignmentTable.Coverage.Objective(
          label: strategy.label,
          place: place(strategy.value, []),
          projects: projects
        )
      },
      idle: idle,
      projectCount: projects.count
    )
  }

  /// The strategies of this submission, else of the development plan that it refers to.
  private func strategies() -> [Strategy] {
    if scope.kind.root.field("strategies") != nil { return strategies(of: scope.root, scope.kind) }
    guard let id = scope.context.field("development_plan_ref", of: scope.root).string,
      case .map(.entries(let entries)) = scope.docket.payload,
      let other = entries[Value(.string(id))], case .record(let name) = other.payload,
      let kind = scope.rules.kind(name)
    else { return [] }
    return strategies(of: other, kind)
  }

  private func strategies(of submission: Value, _ kind: SubmissionKind) -> [Strategy] {
    guard let field = kind.root.field("strategies"), case .list(.record(let name)) = field.type
    else { return [] }
    let shape = FieldShape(type: .record(name), owner: kind)
    return elements("strategies", of: submission).enumerated().map { index, strategy in
      let names = ["id", "name"].compactMap { scope.context.field($0, of: strategy).string }
      return Strategy(
        value: strategy,
        label: RowLabel.of(strategy, shape, index + 1, scope),
        names: names
      )
    }
  }

  private func elements(_ field: String, of value: Value) -> [Value] {
    scope.context.elements(of: scope.context.field(field, of: value)) ?? []
  }

  private func place(_ value: Value, _ steps: [DocumentPath.Step]) -> FindingPlace {
    let origin = value.origin ?? NodeReference(document: 0, node: NodeID(0))
    return PlaceNames(scope: scope)
      .place(PathFinder.target(steps, below: origin, in: scope.documents))
  }
}
