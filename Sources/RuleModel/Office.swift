public import Catalogues
public import Diagnostics
public import DocumentArena

/// A value that an office or a profile gives to a parameter.
public struct ParameterSetting: Sendable {
  /// The rule whose parameter it is; nil for a shared parameter.
  public let rule: String?
  /// The name of the parameter.
  public let name: String
  /// The value; nil when it is given by fiscal year.
  public let value: NodeID?
  /// Values by fiscal year, each in force until the next.
  public let byFiscalYear: [(year: Int, value: NodeID)]
  /// The node of the setting.
  public let node: NodeID
}

/// An office: what it is called, and the values that it sets.
public struct Office: Sendable {
  /// The id.
  public let id: String
  /// The name.
  public let name: LocalizedText
  /// The province, in Thai.
  public let province: String?
  /// The current academic year, Buddhist Era; nil when the submission's own counts.
  public let academicYear: Int?
  /// The parameters that it sets.
  public let settings: [ParameterSetting]
  /// The files of the plans of its own area, from where its file lies.
  public let frameworks: [String]
  /// The editions of plans that it adds to the registry.
  public let planEditions: [PlanEditions]
  /// The file.
  public let document: Document
}

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

  /// The rules that stay; nil for no choice of that sort.
  ///
  /// All choices that are given must fit.
  public struct Selection: Sendable {
    /// By the stage from which they apply.
    public let stages: [String]?
    /// By family.
    public let families: [Family]?
    /// By basis.
    public let bases: [Basis]?
    /// By id.
    public let rules: [String]?

    /// Whether a rule stays.
    public func selects(_ rule: Rule) -> Bool {
      (stages?.contains(rule.applicability.fromStage) ?? true)
        && (families?.contains(rule.family) ?? true) && (bases?.contains(rule.basis) ?? true)
        && (rules?.contains(rule.id) ?? true)
    }
  }

  /// The id.
  public let id: String
  /// What it is called.
  public let title: LocalizedText
  /// The profile whose choices come first.
  public let extends: String?
  /// The rules that stay; nil for all.
  public let selection: Selection?
  /// The rules that are left out.
  public let deselected: [String]
  /// What it changes about rules.
  public let changes: [Change]
  /// The parameters that it sets.
  public let settings: [ParameterSetting]
  /// The file.
  public let document: Document
}
