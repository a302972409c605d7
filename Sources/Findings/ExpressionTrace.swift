public import Diagnostics

/// A subexpression with what came of it: its value, where it stands, and where the value comes from.
public struct ExpressionTrace: Sendable {
  /// What came of a subexpression.
  public enum Outcome: String, Sendable {
    /// It has a value.
    case value
    /// Data that it needs is missing.
    case unknown
    /// It could not be computed.
    case error
    /// Nothing asked for it: another operand had decided, or there was no element.
    case notEvaluated = "not-evaluated"
  }

  /// The subexpression as written; one that a path or macro stands for, as CEL.
  public let text: String

  /// Where it stands.
  public let place: Diagnostic.Place

  /// Its type.
  public let type: LocalizedText

  /// What came of it.
  public let outcome: Outcome

  /// The value as CEL writes it; of errors the message in English.
  public let value: String

  /// The value as people read it: amounts, days, labels of codes.
  public let shown: LocalizedText

  /// Where in the submissions the value stands; nil for what was computed.
  public let origin: FindingPlace?

  /// The paths of what is missing.
  public let missing: [String]

  /// The subexpressions that it is made of, in the order in which they are written.
  public let parts: [ExpressionTrace]

  /// Makes a trace.
  public init(
    text: String,
    place: Diagnostic.Place,
    type: LocalizedText,
    outcome: Outcome,
    value: String,
    shown: LocalizedText,
    origin: FindingPlace?,
    missing: [String],
    parts: [ExpressionTrace]
  ) {
    self.text = text
    self.place = place
    self.type = type
    self.outcome = outcome
    self.value = value
    self.shown = shown
    self.origin = origin
    self.missing = missing
    self.parts = parts
  }
}
