public import Diagnostics

/// Which ways through the rules their tests take.
public struct CoverageReport: Sendable {
  /// One way that can be taken.
  public struct Goal: Sendable {
    /// The sorts of ways.
    public enum Kind: String, Sendable {
      /// An outcome of the rule.
      case outcome
      /// A condition holds or does not: `when`, `where`, `pending`, `unless`, `optional`.
      case condition
      /// A part of a check passes or fails.
      case part
      /// An operand of an expression decides.
      case operand
    }

    /// What sort of way.
    public let kind: Kind
    /// The place in the rule's file: `check[0].present[1]`, `when`; the outcome.
    public let subject: String
    /// Which way: `true`, `fail`, `a && b: a false`.
    public let branch: String
    /// Where, for lines; nil for outcomes.
    public let position: Position?
    /// How often the tests take it.
    public let count: Int

    /// Makes a goal.
    public init(
      kind: Kind,
      subject: String,
      branch: String,
      position: Position?,
      count: Int
    ) {
      self.kind = kind
      self.subject = subject
      self.branch = branch
      self.position = position
      self.count = count
    }
  }

  /// A line and a column.
  public struct Position: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int

    /// Makes a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The goals of one rule.
  public struct RuleCoverage: Sendable {
    /// The rule.
    public let rule: String
    /// What it asks.
    public let title: LocalizedText
    /// Its file.
    public let file: String
    /// How many examples and cases there are of it.
    public let tests: Int
    /// The ways that can be taken.
    public let goals: [Goal]
    /// The outcomes that it can never come to, with the reason; they are not counted.
    public let unreachable: [(outcome: String, reason: LocalizedText)]

    /// Makes the coverage of a rule.
    public init(
      rule: String,
      title: LocalizedText,
      file: String,
      tests: Int,
      goals: [Goal],
      unreachable: [(outcome: String, reason: LocalizedText)]
    ) {
      self.rule = rule
      self.title = title
      self.file = file
      self.tests = tests
      self.goals = goals
      self.unreachable = unreachable
    }

    /// The ways that are taken, of those that can be.
    public var share: Share {
      Share(reached: goals.count { $0.count > 0 }, of: goals.count)
    }
  }

  /// A part of a whole, exact.
  public struct Share: Sendable {
    /// How many are reached.
    public let reached: Int
    /// Of how many.
    public let total: Int

    /// Makes a share.
    public init(reached: Int, of total: Int) {
      self.reached = reached
      self.total = total
    }

    /// Hundredths of a percent, rounded down: only all of them are 10,000.
    public var hundredths: Int { total == 0 ? 10_000 : reached * 10_000 / total }

    /// The percentage with two decimals, rounded down.
    public var text: String {
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
  }

  /// The rules, by id.
  public let rules: [RuleCoverage]

  /// Puts a report together.
  public init(rules: [RuleCoverage]) {
    self.rules = rules
  }

  /// All goals of all rules.
  public var share: Share { share(of: nil) }

  /// The goals of one sort, or all.
  public func share(of kind: Goal.Kind?) -> Share {
    var reached = 0
    var total = 0
    for rule in rules {
      for goal in rule.goals where kind == nil || goal.kind == kind {
        total += 1
        if goal.count > 0 { reached += 1 }
      }
    }
    return Share(reached: reached, of: total)
  }
}
