import CEL
package import DocumentArena
import Findings
import RuleCompiler

/// Counts which ways evaluations take through a rule: how conditions come out, which parts pass and
/// fail, and which operand decides an expression.
///
/// Local to one run of tests; evaluations without it pay nothing but a test for nil.
package final class EvaluationRecorder {
  /// A way that can be taken.
  package struct Point: Hashable, Sendable {
    /// What is counted about a place.
    package enum Branch: Hashable, Sendable {
      /// A condition holds.
      case holds
      /// A condition does not hold.
      case holdsNot
      /// A part passes.
      case passes
      /// A part fails.
      case fails
      /// An operand decides; the number after the last one: none did.
      case operand(Int)
    }

    /// The node in the rule's file.
    package let node: NodeID
    /// The offset in the text of the node, of an operator.
    package let offset: Int
    /// What is counted.
    package let branch: Branch

    /// Names a way.
    package init(_ node: NodeID, offset: Int = 0, _ branch: Branch) {
      self.node = node
      self.offset = offset
      self.branch = branch
    }
  }

  /// How often each way was taken.
  package private(set) var counts: [Point: Int] = [:]

  private var traced: [ObjectIdentifier: (program: Program, sites: [DecisionSite])] = [:]

  /// Makes a recorder that has counted nothing.
  package init() {}

  /// Evaluates a formula and counts which operands decide in it.
  func value(of formula: Formula, _ activation: inout Activation) -> Value {
    let key = formula.program.identity
    let known = traced[key] ?? make(formula)
    traced[key] = known
    guard !known.sites.isEmpty else { return formula.program.evaluate(&activation) }
    let (value, log) = known.program.log(&activation)
    replay(log, known.sites)
    return value
  }

  private func make(_ formula: Formula) -> (program: Program, sites: [DecisionSite]) {
    let sites = DecisionSite.all(in: formula)
    return (sites.isEmpty ? formula.program : formula.program.tracing(), sites)
  }

  private func replay(_ log: [(id: ExpressionID, value: Value)], _ sites: [DecisionSite]) {
    var latest: [ExpressionID: Value] = [:]
    for (id, value) in log {
      latest[id] = value
      for site in sites where site.id == id {
        if let index = site.deciding(value, latest) {
          count(Point(site.node, offset: site.offset, .operand(index)))
        }
        for operand in site.operands { latest[operand] = nil }
      }
    }
  }

  /// Counts how a condition came out.
  func count(_ condition: Formula, _ holds: Value) {
    guard let node = condition.origins.first?.node, let flag = holds.bool else { return }
    count(Point(node, flag ? .holds : .holdsNot))
  }

  /// Counts parts that pass and fail.
  func count(_ family: PartFamily?, _ item: CompiledItem, _ parts: ArraySlice<PartResult>) {
    let node = family.map { $0.node(in: item) } ?? item.node
    for part in parts {
      switch part.outcome {
      case .pass: count(Point(node, .passes))
      case .fail: count(Point(node, .fails))
      default: continue
      }
    }
  }

  private func count(_ point: Point) { counts[point, default: 0] += 1 }
}
