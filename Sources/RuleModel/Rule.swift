// RuleModel is a rule as its author wrote it: one file, one value, every key accounted for, each
// expression still text with its place. Types, fields and codes are checked by RuleCompiler.

public import Catalogues
public import Diagnostics
public import DocumentArena

/// How bad it is when a rule fails.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// For the screener's attention only.
  case info
  /// Should be mended.
  case warning
  /// Must be mended before the item goes forward.
  case error

  /// Orders by gravity: info, warning, error.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The families of rules, in the order in which reports list them.
public enum Family: String, Sendable, CaseIterable {
  /// Agreement with plans.
  case alignment
  /// Everything is there.
  case completeness
  /// Figures and years agree.
  case consistency
  /// Steps are taken, in order, by the right body.
  case procedure
  /// Notices and publication.
  case disclosure
  /// Deadlines and amounts.
  case threshold
}

/// Whether the manual says it, or we read it into the manual.
public enum Basis: String, Sendable, CaseIterable {
  /// The clause itself states it.
  case text
  /// A working reading of a general duty; shown as ข้อควรพิจารณา.
  case derived
}

/// A rule.
///
/// Immutable and shared: a class only so that passing it on costs one reference.
public final class Rule: Sendable {
  /// The id, such as `J02-CMP-003`.
  public let id: String
  /// What it asks, as a heading.
  public let title: LocalizedText
  /// The family.
  public let family: Family
  /// The severity of its findings.
  public let severity: Severity
  /// The weight in scores, 1 to 10.
  public let weight: Int
  /// Text or reading.
  public let basis: Basis
  /// The clauses, such as `J2 §5.4`.
  public let sources: [String]
  /// To what it applies.
  public let applicability: Applicability
  /// The fiscal years in force, Buddhist Era, inclusive; nil ends are open.
  public let inForce: YearRange?
  /// Whether a waiver may set it aside.
  public let isWaivable: Bool
  /// Its parameters.
  public let parameters: [ParameterDeclaration]
  /// Named expressions.
  public let definitions: [Definition]
  /// Whether the rule concerns this submission.
  public let when: ExpressionText?
  /// The elements that it looks at one by one.
  public let selectors: [Selector]
  /// Whether it concerns this element.
  public let whereCondition: ExpressionText?
  /// What it is when there is no element.
  public let ifNone: IfNone?
  /// The items, all of which are asked for.
  public let items: [CheckItem]
  /// The sentence of its findings.
  public let message: MessageTemplate?
  /// What to do.
  public let remedy: LocalizedText
  /// Remarks for readers of the rule book.
  public let notes: LocalizedText?
  /// Its examples; empty when they were not read.
  public let examples: [RuleExample]
  /// The file, for places.
  public let document: Document

  /// Puts a rule together; the loader does.
  public init(
    id: String,
    title: LocalizedText,
    family: Family,
    severity: Severity,
    weight: Int,
    basis: Basis,
    sources: [String],
    applicability: Applicability,
    inForce: YearRange?,
    isWaivable: Bool,
    parameters: [ParameterDeclaration],
    definitions: [Definition],
    when: ExpressionText?,
    selectors: [Selector],
    whereCondition: ExpressionText?,
    ifNone: IfNone?,
    items: [CheckItem],
    message: MessageTemplate?,
    remedy: LocalizedText,
    notes: LocalizedText?,
    examples: [RuleExample],
    document: Document
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.severity = severity
    self.weight = weight
    self.basis = basis
    self.sources = sources
    self.applicability = applicability
    self.inForce = inForce
    self.isWaivable = isWaivable
    self.parameters = parameters
    self.definitions = definitions
    self.when = when
    self.selectors = selectors
    self.whereCondition = whereCondition
    self.ifNone = ifNone
    self.items = items
    self.message = message
    self.remedy = remedy
    self.notes = notes
    self.examples = examples
    self.document = document
  }
}

/// To which kinds, jobs and stages a rule applies.
public struct Applicability: Sendable {
  /// The kinds; nil for all.
  public let kinds: [String]?
  /// The jobs; nil for all.
  public let jobs: [Int]?
  /// The first stage, by its code.
  public let fromStage: String

  /// Makes an applicability.
  public init(kinds: [String]?, jobs: [Int]?, fromStage: String) {
    self.kinds = kinds
    self.jobs = jobs
    self.fromStage = fromStage
  }
}

/// Fiscal years, Buddhist Era, inclusive; nil ends are open.
public struct YearRange: Hashable, Sendable {
  /// The first year.
  public let from: Int?
  /// The last year.
  public let until: Int?

  /// Makes a range.
  public init(from: Int?, until: Int?) {
    self.from = from
    self.until = until
  }

  /// Whether the range holds a year.
  public func contains(_ year: Int) -> Bool {
    (from.map { $0 <= year } ?? true) && (until.map { year <= $0 } ?? true)
  }
}

/// A CEL expression as written, with the scalar it stands in.
public struct ExpressionText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// The scalar node in the rule's file.
  public let node: NodeID

  /// Makes an expression text.
  public init(_ text: String, at node: NodeID) {
    self.text = text
    self.node = node
  }
}

/// A named expression, computed once per element when it is first asked for.
public struct Definition: Sendable {
  /// The name.
  public let name: String
  /// The expression.
  public let expression: ExpressionText

  /// Makes a definition.
  public init(name: String, expression: ExpressionText) {
    self.name = name
    self.expression = expression
  }
}

/// `for_each: {name: source}`; a union of paths has several sources.
public struct Selector: Sendable {
  /// The name of the element.
  public let name: String
  /// Paths (`projects`, `strategies[].alignments`) or one computed list.
  public let sources: [ExpressionText]
  /// The node of the entry.
  public let node: NodeID

  /// Makes a selector.
  public init(name: String, sources: [ExpressionText], node: NodeID) {
    self.name = name
    self.sources = sources
    self.node = node
  }
}

/// The outcome of a rule or an `each` that finds no element.
public enum IfNone: String, Sendable, CaseIterable {
  /// Elements are asked for.
  case fail
  /// It cannot be told.
  case unknown
  /// Nothing is asked.
  case notApplicable = "not-applicable"
}

/// A sentence in two languages with placeholders in braces.
public struct MessageTemplate: Hashable, Sendable {
  /// The two forms, placeholders unresolved.
  public let text: LocalizedText
  /// The Thai form in pieces.
  public let thai: TextTemplate
  /// The English form in pieces.
  public let english: TextTemplate
  /// The nodes of the two forms.
  public let thaiNode: NodeID
  /// The node of the English form.
  public let englishNode: NodeID

  /// Makes a template of its two forms.
  public init(text: LocalizedText, thaiNode: NodeID, englishNode: NodeID) {
    self.init(
      text: text,
      thai: TextTemplate(text.th),
      english: TextTemplate(text.en),
      thaiNode: thaiNode,
      englishNode: englishNode
    )
  }

  init(
    text: LocalizedText,
    thai: TextTemplate,
    english: TextTemplate,
    thaiNode: NodeID,
    englishNode: NodeID
  ) {
    self.text = text
    self.thai = thai
    self.english = english
    self.thaiNode = thaiNode
    self.englishNode = englishNode
  }
}
