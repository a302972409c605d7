public import Diagnostics

/// What came of reading one or several of our own files: a value, or what is wrong, or both.
public struct Loaded<Value: Sendable>: Sendable {
  /// The value; nil when there is an error.
  public let value: Value?

  /// What was made of the sound parts all the same; only to find further mistakes by.
  package let part: Value?

  /// What is wrong or doubtful, in the order of the places; warnings may stand beside a value.
  public let diagnostics: [Diagnostic]

  /// Puts a value together with what was noticed; with an error the value does not count.
  public init(_ value: Value?, _ diagnostics: [Diagnostic]) {
    let isBroken = diagnostics.contains { $0.severity == .error }
    self.value = isBroken ? nil : value
    part = value
    self.diagnostics = diagnostics
  }

  /// The value; throws what is wrong when there is none.
  public func get() throws(DiagnosticError) -> Value {
    guard let value else { throw DiagnosticError(diagnostics) }
    return value
  }
}
