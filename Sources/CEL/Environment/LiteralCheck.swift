public import Diagnostics

/// A check of an argument that is written as a literal; nil accepts it.
public typealias LiteralCheck = @Sendable (Literal) -> LiteralRefusal?

/// Why a literal can never be an argument, and what to write instead where that is known.
public struct LiteralRefusal: Sendable {
  /// What is wrong with it.
  public let message: LocalizedText

  /// The way out.
  public let help: LocalizedText?

  /// Makes a refusal.
  public init(_ message: LocalizedText, help: LocalizedText? = nil) {
    self.message = message
    self.help = help
  }
}

extension Environment {
  /// Checks a text that is written for a parameter of an overload.
  public mutating func checkText(
    of parameter: Int,
    _ overload: String,
    _ check: @escaping @Sendable (String) -> LiteralRefusal?
  ) {
    literalChecks[overload, default: [:]][parameter] = { literal in
      guard case .string(let text) = literal else { return nil }
      return check(text.string)
    }
  }

  /// Checks a whole number that is written for a parameter of an overload.
  public mutating func checkInteger(
    of parameter: Int,
    _ overload: String,
    _ check: @escaping @Sendable (Int64) -> LiteralRefusal?
  ) {
    literalChecks[overload, default: [:]][parameter] = { literal in
      guard case .int(let number) = literal else { return nil }
      return check(number)
    }
  }
}
