public import DocumentArena

/// One item of a check: a check kind with its arguments and modifiers.
public struct CheckItem: Sendable {
  /// What is asked.
  public let kind: CheckKind
  /// Whether it is asked.
  public let when: ExpressionText?
  /// While this holds, a part that would fail is unknown instead: it is not yet due.
  public let pending: ExpressionText?
  /// A severity below the rule's: its findings stand apart and change neither outcome nor share.
  public let severity: Severity?
  /// Names the item in messages.
  public let label: MessageTemplate?
  /// Where to point when the kind has nothing better.
  public let at: ExpressionText?
  /// The sentence of its findings.
  public let message: MessageTemplate?
  /// The node of the item.
  public let node: NodeID

  /// Makes an item.
  public init(
    kind: CheckKind,
    when: ExpressionText? = nil,
    pending: ExpressionText? = nil,
    severity: Severity? = nil,
    label: MessageTemplate? = nil,
    at: ExpressionText? = nil,
    message: MessageTemplate? = nil,
    node: NodeID
  ) {
    self.kind = kind
    self.when = when
    self.pending = pending
    self.severity = severity
    self.label = label
    self.at = at
    self.message = message
    self.node = node
  }
}

/// A value slot: a text is CEL, a number or truth value stands for itself, a YAML list is literal.
public enum ValueText: Sendable {
  /// CEL.
  case expression(ExpressionText)
  /// A scalar that stands for itself; read it from the rule's document.
  case literal(NodeID)
  /// A list of scalars that stand for themselves.
  case literals([NodeID], list: NodeID)
}

/// The check kinds and combinators of the rule language; the language reference defines them.
public indirect enum CheckKind: Sendable {
  /// Each of the fields is filled.
  case present([ExpressionText])
  /// A list holds an entry for each value asked for.
  case covers(Covers)
  /// A document of each type is there, filled, dated between steps.
  case documents(Documents)
  /// A link to each plan is stated.
  case alignedTo(AlignedTo)
  /// The items that links name agree with the crosswalks between plans.
  case chain(ExpressionText)
  /// A value is one of a set.
  case oneOf(OneOf)
  /// A value names an entry of a list, here or in another submission.
  case reference(Reference)
  /// A value lies within bounds.
  case within(Within)
  /// A value equals another.
  case equal(value: ValueText, to: ValueText)
  /// A total equals the sum of its lines.
  case total(of: ExpressionText, lines: [ExpressionText])
  /// A list has so many filled (distinct) elements.
  case count(of: ExpressionText, distinct: Bool, min: ValueText?, max: ValueText?)
  /// A text matches, or does not match, a regular expression.
  case pattern(value: ValueText, matches: ExpressionText?, notMatches: ExpressionText?)
  /// No two elements agree in the fields.
  case unique(list: ExpressionText, by: [ExpressionText], unless: ExpressionText?)
  /// One step before another.
  case before(Before)
  /// The steps of a table are recorded in order.
  case steps([StepRow])
  /// A report for each period that is due.
  case reportedEach(ReportedEach)
  /// A condition.
  case assert(ExpressionText)
  /// A question for a person.
  case ask(question: MessageTemplate, rubric: [MessageTemplate])
  /// Items for each element of a list or mapping.
  case each(Each)
  /// One of the alternatives.
  case any([CheckItem])
  /// All of a group.
  case all([CheckItem])
  /// The contrary.
  case not(CheckItem)

  /// The arguments of `covers`.
  public struct Covers: Sendable {
    /// The lists searched, a union when several.
    public var lists: [ExpressionText]
    /// The field of an entry that is compared; nil for the entry itself.
    public var key: ExpressionText?
    /// The one value asked for.
    public var value: ValueText?
    /// The values all of which are asked for.
    public var allOf: ValueText?
    /// The values one of which is asked for.
    public var anyOf: ValueText?
    /// Fields of an entry that must have a literal value, with the node of the literal.
    public var match: [(field: ExpressionText, literal: NodeID)]
    /// A condition over `entry`.
    public var whereCondition: ExpressionText?
    /// Fields of an entry that must be filled.
    public var filled: [ExpressionText]
    /// Fields of an entry one of which must be filled.
    public var filledAny: [ExpressionText]

    /// Makes a form with nothing asked for; the loader fills it.
    public init(lists: [ExpressionText]) {
      self.lists = lists
      match = []
      filled = []
      filledAny = []
    }
  }

  /// The arguments of `documents`.
  public struct Documents: Sendable {
    /// The types all of which are asked for.
    public var types: ValueText?
    /// The types one of which is asked for.
    public var anyOf: ValueText?
    /// Fields that must be filled; title and date when nil.
    public var filled: [ExpressionText]?
    /// Not dated before the first record of this step (CEL or a literal code).
    public var afterStep: ExpressionText?
    /// Not dated after the first record of this step.
    public var beforeStep: ExpressionText?

    /// Makes an empty form; the loader fills it.
    public init() {}
  }

  /// The arguments of `aligned_to`.
  public struct AlignedTo: Sendable {
    /// The list of links; `alignments` when nil.
    public var list: ExpressionText?
    /// The plans all of which are asked for.
    public var allOf: ValueText?
    /// The plans one of which is asked for.
    public var anyOf: ValueText?
    /// Levels of the registry; a plan of one of them is asked for.
    public var levels: [Int]?
    /// Fields of a link that must be filled; item and how when nil.
    public var filled: [ExpressionText]?
    /// Whether the item must be one of the plan, where all items of the plan are known.
    public var isInCatalogue = false

    /// Makes an empty form; the loader fills it.
    public init() {}
  }

  /// The arguments of `one_of`.
  public struct OneOf: Sendable {
    /// The value.
    public var value: ValueText
    /// The set.
    public var options: ValueText?
    /// The catalogue that is the set.
    public var catalogue: String?
    /// The plan whose items are the set.
    public var itemsOf: ValueText?
    /// The edition cited.
    public var edition: ValueText?
    /// The fiscal year in which the item must be in force.
    public var inForce: ValueText?

    /// Makes a form of a value; the loader fills it.
    public init(value: ValueText) { self.value = value }
  }

  /// The arguments of `reference`.
  public struct Reference: Sendable {
    /// The value.
    public var value: ValueText
    /// The list of the other submission (or of this one), a path.
    public var list: ExpressionText
    /// The field of an entry that is compared; the entry itself when nil.
    public var key: ExpressionText?
    /// The id of the other submission; this one when nil.
    public var target: ExpressionText?

    /// Makes a form; the loader fills it.
    public init(value: ValueText, list: ExpressionText) {
      self.value = value
      self.list = list
    }
  }

  /// The arguments of `within`.
  public struct Within: Sendable {
    /// The value.
    public var value: ValueText
    /// Not less than.
    public var min: ValueText?
    /// Not more than.
    public var max: ValueText?
    /// More than.
    public var above: ValueText?
    /// Less than.
    public var below: ValueText?

    /// Makes a form; the loader fills it.
    public init(value: ValueText) { self.value = value }
  }

  /// The arguments of `before`.
  public struct Before: Sendable {
    /// The step that must come first.
    public var earlier: ExpressionText
    /// The step that must come after.
    public var later: ExpressionText
    /// The party that must have taken the earlier step, where its record says who did.
    public var by: ExpressionText?
    /// The party to whom the earlier step must be addressed, where its record says to whom.
    public var to: ExpressionText?
    /// When true, a record of the earlier step in any round counts.
    public var earlierAnyRound: ValueText?

    /// Makes a form; the loader fills it.
    public init(earlier: ExpressionText, later: ExpressionText) {
      self.earlier = earlier
      self.later = later
    }
  }

  /// One row of a step table.
  public struct StepRow: Sendable {
    /// The step.
    public var step: ExpressionText
    /// The clause of the row.
    public var clause: String
    /// Whether the step is asked for only where it applies.
    public var optional: ValueText?

    /// Makes a row.
    public init(step: ExpressionText, clause: String, optional: ValueText?) {
      self.step = step
      self.clause = clause
      self.optional = optional
    }
  }

  /// The arguments of `reported_each`.
  public struct ReportedEach: Sendable {
    /// The periods.
    public enum Period: String, Sendable, CaseIterable {
      /// Fiscal quarters.
      case quarter
      /// Fiscal years.
      case year
    }

    /// The period.
    public var period: Period
    /// The list of reports.
    public var list: ExpressionText
    /// The field that names the period; the period's name when nil.
    public var key: ExpressionText?
    /// Days after the end of the period.
    public var graceDays: ValueText?
    /// The recipients all of which must have had a report of the period.
    public var recipients: ValueText?
    /// The field of a report that lists its recipients; `recipients` when nil.
    public var recipientField: ExpressionText?

    /// Makes a form; the loader fills it.
    public init(period: Period, list: ExpressionText) {
      self.period = period
      self.list = list
    }
  }

  /// The arguments of `each`.
  public struct Each: Sendable {
    /// The lists, a union when several.
    public var lists: [ExpressionText]
    /// The name of the element, or of key and value of a mapping.
    public var names: [String]
    /// Whether an element is looked at.
    public var whereCondition: ExpressionText?
    /// What it is when there is no element.
    public var ifNone: IfNone?
    /// The items.
    public var items: [CheckItem]

    /// Makes a form; the loader fills it.
    public init(lists: [ExpressionText], names: [String], items: [CheckItem]) {
      self.lists = lists
      self.names = names
      self.items = items
    }
  }
}
