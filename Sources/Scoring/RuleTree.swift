/// Rules in groups, as XCCDF 1.2 scores them: a benchmark is the group at the root.
///
/// Weights are whole numbers; decimal ones are taken times one factor for the whole tree, and flat
/// scores then come in that unit.
public struct RuleTree: Sendable {
  /// What a rule came to, in the words of XCCDF 1.2.
  public enum Result: String, Sendable, CaseIterable {
    /// It holds.
    case pass
    /// It does not hold.
    case fail
    /// The check could not be computed.
    case error
    /// It could not be told.
    case unknown
    /// It asks nothing of what was checked.
    case notApplicable = "notapplicable"
    /// Nobody checked.
    case notChecked = "notchecked"
    /// It was left out.
    case notSelected = "notselected"
    /// It only gathers information.
    case informational
    /// It did not hold and was mended during the check.
    case fixed

    /// Whether a rule of this result counts; one that does and does not pass scores nothing.
    public var counts: Bool {
      switch self {
      case .pass, .fail, .error, .unknown, .fixed: true
      case .notApplicable, .notChecked, .notSelected, .informational: false
      }
    }

    /// Whether it scores.
    public var passes: Bool { self == .pass || self == .fixed }
  }

  /// The part of a rule in the score, in the words of XCCDF 1.2.
  public enum Role: String, Sendable, CaseIterable {
    /// Checked and counted.
    case full
    /// Checked and told, not counted.
    case unscored
    /// Not checked.
    case unchecked
  }

  /// A rule.
  public struct Rule: Sendable {
    /// The id.
    public let id: String
    /// The weight, from 0.
    public let weight: Int
    /// What it came to.
    public let result: Result
    /// Its part in the score.
    public let role: Role

    /// Makes a rule.
    public init(id: String, weight: Int, result: Result, role: Role = .full) {
      self.id = id
      self.weight = min(max(weight, 0), RuleTree.greatestWeight)
      self.result = result
      self.role = role
    }

    /// Whether it counts.
    var counts: Bool { role == .full && result.counts }
  }

  /// A group.
  public struct Group: Sendable {
    /// The id.
    public let id: String
    /// The weight among its neighbours, from 0.
    public let weight: Int
    /// What is in it.
    public let children: [Node]

    /// Makes a group.
    public init(id: String, weight: Int = 1, children: [Node]) {
      self.id = id
      self.weight = min(max(weight, 0), RuleTree.greatestWeight)
      self.children = children
    }
  }

  /// A rule or a group.
  public indirect enum Node: Sendable {
    /// A rule.
    case rule(Rule)
    /// A group.
    case group(Group)

    var weight: Int {
      switch self {
      case .rule(let rule): rule.weight
      case .group(let group): group.weight
      }
    }
  }

  /// Weights above this are read as this: it keeps sums of a million rules within bounds.
  static let greatestWeight = 1_000_000

  /// What stands at the root.
  public let children: [Node]

  /// Makes a tree.
  public init(_ children: [Node]) {
    self.children = children
  }

  /// The rules in the order of the tree.
  var rules: [Rule] {
    var rules: [Rule] = []
    Self.collect(children, into: &rules)
    return rules
  }

  private static func collect(_ nodes: [Node], into rules: inout [Rule]) {
    for node in nodes {
      switch node {
      case .rule(let rule): rules.append(rule)
      case .group(let group): collect(group.children, into: &rules)
      }
    }
  }
}
