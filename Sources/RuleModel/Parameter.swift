public import Catalogues
public import Diagnostics
public import DocumentArena

/// A parameter of a rule: a value that offices and years may change.
public struct ParameterDeclaration: Sendable {
  /// The types of parameters.
  public indirect enum ParameterType: Hashable, Sendable {
    /// A whole number.
    case int
    /// An exact number.
    case decimal
    /// An amount.
    case money
    /// True or false.
    case bool
    /// Text.
    case text
    /// A day.
    case date
    /// A Buddhist-era year.
    case beYear
    /// A code: of a catalogue (`plan`, `step`, `document-type`, `party`) or of a code list.
    case code(String)
    /// The id of a catalogue.
    case catalogue
    /// A list.
    case list(ParameterType)
  }

  /// The name.
  public let name: String
  /// The name of the shared parameter it takes its value from; nil for its own.
  public let shared: String?
  /// The type.
  public let type: ParameterType
  /// The default, as a node of ``document``.
  public let defaultValue: NodeID
  /// Values by fiscal year, each in force until the next.
  public let byFiscalYear: [(year: Int, value: NodeID)]
  /// Values by job.
  public let byJob: [Int: NodeID]
  /// The least value.
  public let min: Int64?
  /// The greatest value.
  public let max: Int64?
  /// What people call it.
  public let label: LocalizedText?
  /// The unit, such as `days`.
  public let unit: String?
  /// The file in which the values stand.
  public let document: Document

  /// Makes a parameter.
  public init(
    name: String,
    shared: String? = nil,
    type: ParameterType,
    defaultValue: NodeID,
    byFiscalYear: [(year: Int, value: NodeID)] = [],
    byJob: [Int: NodeID] = [:],
    min: Int64? = nil,
    max: Int64? = nil,
    label: LocalizedText? = nil,
    unit: String? = nil,
    document: Document
  ) {
    self.name = name
    self.shared = shared
    self.type = type
    self.defaultValue = defaultValue
    self.byFiscalYear = byFiscalYear
    self.byJob = byJob
    self.min = min
    self.max = max
    self.label = label
    self.unit = unit
    self.document = document
  }
}

/// One example of a rule: a fragment of a submission and what the rule must make of it.
public struct RuleExample: Sendable {
  /// The name, where it has one.
  public let name: String?
  /// The outcome wanted, as written: `pass`, `fail`, `unknown`, `not-applicable`, `waived`, `error`.
  public let outcome: String
  /// The fragment.
  public let fragment: NodeID
  /// The as-of date as written.
  public let asOf: String?
  /// Parameter values by name.
  public let params: [String: NodeID]
  /// Office values.
  public let office: NodeID?
  /// The editions of plans among them.
  public let planEditions: [PlanEditions]
  /// Other submissions of the docket.
  public let with: [NodeID]
  /// Waivers.
  public let waivers: [NodeID]
  /// The paths at which findings must point, in order; nil when not stated.
  public let at: [String]?
  /// The share of parts wanted, such as `2/7`.
  public let share: String?
  /// The data that must be named as missing.
  public let missing: [String]?
  /// The reason of not-applicable wanted.
  public let why: String?
  /// Texts that must occur in a message.
  public let says: LocalizedText?
  /// Softer findings wanted: severity and path.
  public let also: [String]?
  /// The node of the example.
  public let node: NodeID

  /// Makes an example.
  public init(
    name: String?,
    outcome: String,
    fragment: NodeID,
    asOf: String?,
    params: [String: NodeID],
    office: NodeID?,
    planEditions: [PlanEditions],
    with: [NodeID],
    waivers: [NodeID],
    at: [String]?,
    share: String?,
    missing: [String]?,
    why: String?,
    says: LocalizedText?,
    also: [String]?,
    node: NodeID
  ) {
    self.name = name
    self.outcome = outcome
    self.fragment = fragment
    self.asOf = asOf
    self.params = params
    self.office = office
    self.planEditions = planEditions
    self.with = with
    self.waivers = waivers
    self.at = at
    self.share = share
    self.missing = missing
    self.why = why
    self.says = says
    self.also = also
    self.node = node
  }
}
