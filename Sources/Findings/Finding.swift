public import Diagnostics
public import DocumentArena
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

  /// Stable over rounds and unrelated edits: 32 hexadecimal digits.
  public let fingerprint: String

  /// The values that were read, in the order in which they were read, for explanations.
  public let values: [ValueRead]

  /// The reason of the waiver, for waived findings.
  public let waiver: String?

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
    fingerprint: String,
    values: [ValueRead] = [],
    waiver: String? = nil
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
    self.fingerprint = fingerprint
    self.values = values
    self.waiver = waiver
  }
}

/// What became of one rule on one submission.
public struct RuleResult: Sendable {
  /// The facts about the rule that reports and scores need.
  public let rule: RuleFacts

  /// The outcome.
  public let outcome: Outcome

  /// Why it is not applicable.
  public let reason: NotApplicableReason?

  /// What that reason is about: the plans without an edition in force, the elements looked for.
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
    reason: NotApplicableReason? = nil,
    reasonDetail: LocalizedText? = nil,
    parts: PartCounts = PartCounts(),
    findings: [Finding] = [],
    leftOut: Int = 0,
    notApplicableParts: [(reason: NotApplicableReason, detail: LocalizedText)] = []
  ) {
    self.rule = rule
    self.outcome = outcome
    self.reason = reason
    self.reasonDetail = reasonDetail
    self.parts = parts
    self.findings = findings
    self.leftOut = leftOut
    self.notApplicableParts = notApplicableParts
  }
}

/// The facts about a rule that stand in results.
public struct RuleFacts: Sendable {
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

  /// Takes the facts of a rule.
  public init(_ rule: Rule) {
    self.init(
      id: rule.id,
      title: rule.title,
      family: rule.family,
      severity: rule.severity,
      weight: rule.weight,
      basis: rule.basis,
      clauses: rule.sources
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
    clauses: [String]
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.severity = severity
    self.weight = weight
    self.basis = basis
    self.clauses = clauses
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

/// What became of one submission: the value that everything after evaluation reads.
public struct SubmissionResult: Sendable {
  /// The header of the submission, as far as it could be read.
  public let header: SubmissionHeader

  /// What is wrong with the form.
  public let structure: [Finding]

  /// How many more findings there are on the form than are kept, by code.
  public let structureLeftOut: [LeftOut]

  /// The rules, in the order of their ids.
  public let rules: [RuleResult]

  /// Waivers for this submission that matched nothing or are out of date.
  public let idleWaivers: [LocalizedText]

  /// What it serves, plan by plan; nil when that was not asked for, or the kind has no links.
  public let alignment: AlignmentTable?

  /// How many findings of a code were counted without their details.
  public struct LeftOut: Hashable, Sendable {
    /// The code.
    public let code: String

    /// How many.
    public let count: Int

    /// Names a number.
    public init(code: String, count: Int) {
      self.code = code
      self.count = count
    }
  }

  /// Makes a result.
  public init(
    header: SubmissionHeader,
    structure: [Finding],
    structureLeftOut: [LeftOut] = [],
    rules: [RuleResult],
    idleWaivers: [LocalizedText] = [],
    alignment: AlignmentTable? = nil
  ) {
    self.header = header
    self.structure = structure
    self.structureLeftOut = structureLeftOut
    self.rules = rules
    self.idleWaivers = idleWaivers
    self.alignment = alignment
  }
}

/// The header of a submission, for reports.
public struct SubmissionHeader: Sendable {
  /// The file.
  public let file: String
  /// The id.
  public let id: String?
  /// The title.
  public let title: String?
  /// The kind's id.
  public let kind: String?
  /// The kind's name.
  public let kindTitle: LocalizedText?
  /// The job.
  public let job: Int?
  /// The stage under which it was judged.
  public let stage: String
  /// The stage's name.
  public let stageTitle: LocalizedText
  /// The round.
  public let round: Int
  /// The fiscal year, Buddhist Era.
  public let fiscalYear: Int?
  /// The name of the submitter.
  public let submitter: String?
  /// The lines of the file, for snippets; empty when the report must not carry them.
  public let document: Document?

  /// Makes a header.
  public init(
    file: String,
    id: String?,
    title: String?,
    kind: String?,
    kindTitle: LocalizedText?,
    job: Int?,
    stage: String,
    stageTitle: LocalizedText,
    round: Int,
    fiscalYear: Int?,
    submitter: String?,
    document: Document?
  ) {
    self.file = file
    self.id = id
    self.title = title
    self.kind = kind
    self.kindTitle = kindTitle
    self.job = job
    self.stage = stage
    self.stageTitle = stageTitle
    self.round = round
    self.fiscalYear = fiscalYear
    self.submitter = submitter
    self.document = document
  }
}
