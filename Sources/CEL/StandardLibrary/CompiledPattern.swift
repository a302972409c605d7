internal import LinearRegex

/// A regular expression, compiled once; the only place that knows the module LinearRegex.
struct CompiledPattern: Sendable {
  private let pattern: String

  /// Compiles a pattern; an error where it is none.
  init(_ pattern: String) throws(Stop) {
    self.pattern = pattern
  }

  /// Whether the pattern matches anywhere in the text.
  func matches(_ text: String) throws(Stop) -> Bool {
    throw .error(.undeclared("matches"))
  }
}
