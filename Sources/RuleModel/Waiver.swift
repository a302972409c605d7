public import DocumentArena
public import PlanValues

/// A decision of a person to set a rule aside for one submission, or a part of it, for some days.
public struct Waiver: Sendable {
  /// One step to the element that a waiver is about: `projects[id=p2]`.
  public struct Step: Hashable, Sendable {
    /// The list.
    public let list: String
    /// The field that identifies the element.
    public let field: String
    /// Its value.
    public let value: String

    /// Makes a step.
    public init(list: String, field: String, value: String) {
      self.list = list
      self.field = field
      self.value = value
    }
  }

  /// The rule.
  public let rule: String
  /// The id of the submission.
  public let submission: String
  /// The way to the element; empty for the whole submission.
  public let element: [Step]
  /// The parts that are set aside; nil for all.
  public let parts: [String]?
  /// Why.
  public let reason: String
  /// Who decided it.
  public let approver: String
  /// The first day on which it holds.
  public let from: CalendarDate
  /// The last day on which it holds.
  public let until: CalendarDate
  /// The node of the waiver.
  public let node: NodeID
  /// The file.
  public let document: Document

  /// Puts a waiver together; the loader does.
  public init(
    rule: String,
    submission: String,
    element: [Step],
    parts: [String]?,
    reason: String,
    approver: String,
    from: CalendarDate,
    until: CalendarDate,
    node: NodeID,
    document: Document
  ) {
    self.rule = rule
    self.submission = submission
    self.element = element
    self.parts = parts
    self.reason = reason
    self.approver = approver
    self.from = from
    self.until = until
    self.node = node
    self.document = document
  }

  /// Whether it holds on a day; the first and the last day count.
  public func holds(on day: CalendarDate) -> Bool { from <= day && day <= until }
}
