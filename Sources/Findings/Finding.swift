public import Diagnostics
public import DocumentArena
public import PlanValues
public import RuleModel

/// One thing found: a failed part of a rule, or one that is unknown, in error, not checked or waived.
public struct Finding: Hashable, Sendable {
  /// The rule, or the structure code (`STR-004`).
  public let rule: String

  /// What the part came to: fail, unknown, error, not-checked or waived.
  public let outcome: Outcome

  /// The severity: the rule's, or the item's when that is softer.
  public let severity: Severity

  /// Whether it is a softer item, which changes neither outcome nor share.
  public let isSofter: Bool

  /// What is found, as an officer would write it.
  public let message: LocalizedText

  /// What to do.
  public let remedy: LocalizedText

  /// The clauses that ask for it, such as `J2 §5.4`; of a step its own.
  public let clauses: [String]

  /// Where.
  public let place: FindingPlace

  /// Other places that have to do with it.
  public let related: [RelatedPlace]

  /// The data that is missing, for unknown parts.
  public let missing: [DocumentPath]

  /// The part: a field, plan, step, document type, period or value; part of the fingerprint.
  public let part: String

  /// The way to the element in which it lies, as a waiver names it: `projects[id=p2]`.
  ///
  /// Empty for the submission as a whole, and where the element has nothing that identifies it.
  public let element: String

  /// Stable over rounds and unrelated edits: 32 hexadecimal digits.
  public let fingerprint: String

  /// The values that were read, in the order in which they were read, for explanations.
  public let values: [ValueRead]

  /// The reason of the waiver, for waived findings.
  public let waiver: String?

  /// Who answers for the waiver, and from when until when.
  public let approval: Approval?

  /// Who answers for a waiver, and for how long.
  public struct Approval: Hashable, Sendable {
    /// Who decided it.
    public let approver: String
    /// The first day on which it holds.
    public let from: CalendarDate
    /// The last day on which it holds.
    public let until: CalendarDate

    /// Makes an approval.
    public init(approver: String, from: CalendarDate, until: CalendarDate) {
      self.approver = approver
      self.from = from
      self.until = until
    }
  }

  /// Another place that has to do with a finding.
  public struct RelatedPlace: Hashable, Sendable {
    /// What it has to do with it.
    public let text: LocalizedText
    /// The place.
    public let place: FindingPlace

    /// Makes a related place.
    public init(text: LocalizedText, place: FindingPlace) {
      self.text = text
      self.place = place
    }
  }

  /// A value that decided.
  public struct ValueRead: Hashable, Sendable {
    /// The path or name as written in the rule.
    public let name: String
    /// The value as text.
    public let value: LocalizedText

    /// Makes a value.
    public init(name: String, value: LocalizedText) {
      self.name = name
      self.value = value
    }
  }

  /// Makes a finding.
  public init(
    rule: String,
    outcome: Outcome,
    severity: Severity,
    isSofter: Bool = false,
    message: LocalizedText,
    remedy: LocalizedText,
    clauses: [String],
    place: FindingPlace,
    related: [RelatedPlace] = [],
    missing: [DocumentPath] = [],
    part: String,
    element: String = "",
    fingerprint: String,
    values: [ValueRead] = [],
    waiver: String? = nil,
    approval: Approval? = nil
  ) {
    self.rule = rule
    self.outcome = outcome
    self.severity = severity
    self.isSofter = isSofter
    self.message = message
    self.remedy = remedy
    self.clauses = clauses
    self.place = place
    self.related = related
    self.missing = missing
    self.part = part
    self.element = element
    self.fingerprint = fingerprint
    self.values = values
    self.waiver = waiver
    self.approval = approval
  }
}

/// What became of one rule on one submission.
public struct RuleResult: Sendable {
  /// The facts about the rule that reports and scores need.
  public let rule: RuleFacts

  /// The outcome.
  public let outcome: Outcome

  /// Whether it counts in score and verdict; a profile may keep it out of both.
  public let isScored: Bool

  /// Why it is not applicable.
  public let reason: NotApplicableReason?

  /// What that reason is about: the plans without an edition in force, the elements looked for; of a
  /// rule that is not selected, what left it out.
  public let reasonDetail: LocalizedText?

  /// How many parts came to what.
  public let parts: PartCounts

  /// The findings, in document order; softer ones too.
  public let findings: [Finding]

  /// How many more findings there are than are kept; ``parts`` counts them too.
  public let leftOut: Int

  /// The parts that are not applicable, with reasons, for lists that people read; ``parts`` counts
  /// them all, here are not more than people read.
  public let notApplicableParts: [(reason: NotApplicableReason, detail: LocalizedText)]

  /// Makes a result.
  public init(
    rule: RuleFacts,
    outcome: Outcome,
    isScored: Bool = true,
    reason: NotApplicableReason? = nil,
    reasonDetail: LocalizedText? = nil,
    parts: PartCounts = PartCounts(),
    findings: [Finding] = [],
    leftOut: Int = 0,
    notApplicableParts: [(reason: NotApplicableReason, detail: LocalizedText)] = []
  ) {
    self.rule = rule
    self.outcome = outcome
    self.isScored = isScored
    self.reason = reason
    self.reasonDetail = reasonDetail
    self.parts = parts
    self.findings = findings
    self.leftOut = leftOut
    self.notApplicableParts = notApplicableParts
  }
}

/// The facts about a rule that stand in results.
///
/// A class, because it is handed about far more often than it is made.
public final class RuleFacts: Sendable {
  /// The id.
  public let id: String
  /// The heading.
  public let title: LocalizedText
  /// The family.
  public let family: Family
  /// The severity.
  public let severity: Severity
  /// The weight.
  public let weight: Int
  /// Text or reading.
  public let basis: Basis
  /// The clauses.
  public let clauses: [String]

  /// Whether a waiver may set it aside.
  public let isWaivable: Bool

  /// Takes the facts of a rule, as a profile changes them.
  public convenience init(_ rule: Rule, _ tailoring: Tailoring.RuleTailoring? = nil) {
    self.init(
      id: rule.id,
      title: rule.title,
      family: rule.family,
      severity: tailoring?.severity ?? rule.severity,
      weight: tailoring?.weight ?? rule.weight,
      basis: rule.basis,
      clauses: rule.sources,
      isWaivable: tailoring?.isWaivable ?? rule.isWaivable
    )
  }

  /// Makes facts of their parts, for saved reports.
  public init(
    id: String,
    title: LocalizedText,
    family: Family,
    severity: Severity,
    weight: Int,
    basis: Basis,
    clauses: [String],
    isWaivable: Bool = false
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.severity = severity
    self.weight = weight
    self.basis = basis
    self.clauses = clauses
    self.isWaivable = isWaivable
  }
}

/// How many parts of a rule came to what; parts of softer items do not count.
public struct PartCounts: Hashable, Sendable {
  /// Parts that pass.
  public var pass = 0
  /// Parts that fail.
  public var fail = 0
  /// Parts that are unknown.
  public var unknown = 0
  /// Parts in error.
  public var error = 0
  /// Parts for a person to judge.
  public var notChecked = 0
  /// Parts that are not applicable.
  public var notApplicable = 0
  /// Parts whose failure is waived.
  public var waived = 0

  /// Makes counts of nothing.
  public init() {}

  /// The parts that the share is taken of: pass, fail, unknown and error; waived ones count as
  /// passed.
  public var counted: Int { pass + fail + unknown + error + waived }

  /// The parts that pass or are waived.
  public var met: Int { pass + waived }
}
