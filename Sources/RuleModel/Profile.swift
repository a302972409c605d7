public import Diagnostics
public import DocumentArena
import SourceText

/// A choice of rules for an occasion.
public struct Profile: Sendable {
  /// What a profile changes about one rule.
  public struct Change: Sendable {
    /// The rule.
    public let rule: String
    /// Another severity.
    public let severity: Severity?
    /// Another weight.
    public let weight: Int?
    /// Whether a waiver may set it aside.
    public let isWaivable: Bool?
    /// The node of the change.
    public let node: NodeID
  }

  /// The id.
  public let id: String
  /// What it is called.
  public let title: LocalizedText
  /// The profile whose choices come first.
  public let extends: String?
  /// The rules that stay; nil for all.
  public let selection: RuleSelection?
  /// The rules that are left out; nil for none.
  public let deselection: RuleSelection?
  /// The rules that are judged and told, but count in neither score nor verdict; nil for none.
  public let unscored: RuleSelection?
  /// What it changes about rules.
  public let changes: [Change]
  /// The parameters that it sets.
  public let settings: [ParameterSetting]
  /// The file.
  public let document: Document

  /// Where it names the profile that it extends.
  public var extendsPlace: Diagnostic.Place? {
    document.child(of: document.root, "extends").map {
      Diagnostic.Place(file: document.source.name, position: document.position(of: $0))
    }
  }
}

/// Rules by what they are; all that is given must fit.
public struct RuleSelection: Sendable {
  /// By the stage from which they apply.
  public let stages: [String]?
  /// By family.
  public let families: [Family]?
  /// By basis.
  public let bases: [Basis]?
  /// By severity, as the rules have it.
  public let severities: [Severity]?
  /// By what they cite: a job (`J2`), a section (`J2 §5`) or a clause (`J2 §5.4`).
  public let clauses: [String]?
  /// By id.
  public let rules: [String]?
  /// The ids with the nodes at which they stand.
  let ruleNodes: [(id: String, node: NodeID)]

  /// Whether a rule is one of them.
  public func contains(_ rule: Rule) -> Bool {
    (stages?.contains(rule.applicability.fromStage) ?? true)
      && (families?.contains(rule.family) ?? true) && (bases?.contains(rule.basis) ?? true)
      && (severities?.contains(rule.severity) ?? true)
      && (rules?.contains(rule.id) ?? true) && (clauses.map { cites(rule, $0) } ?? true)
  }

  private func cites(_ rule: Rule, _ clauses: [String]) -> Bool {
    rule.sources.contains { source in
      clauses.contains { Self.holds(source.utf8, below: $0.utf8) }
    }
  }

  /// Whether a clause is another one or stands below it: `J2 §5.4` below `J2 §5` and `J2`.
  private static func holds(_ source: String.UTF8View, below clause: String.UTF8View) -> Bool {
    guard source.starts(with: clause) else { return false }
    let rest = source.dropFirst(clause.count)
    return rest.first.map { [0x20, 0x2E, 0x28].contains($0) } ?? true
  }
}
