public import Diagnostics

/// What to say about what people write who know other languages and spreadsheets; the host fills it.
public struct WritingHints: Sendable {
  /// An operator between two types.
  public struct Use: Hashable, Sendable {
    /// The name of the operator (``Operator``).
    public let function: String
    /// The type before it.
    public let left: CELType
    /// The type behind it.
    public let right: CELType

    /// Makes a use.
    public init(_ function: String, _ left: CELType, _ right: CELType) {
      self.function = function
      self.left = left
      self.right = right
    }
  }

  /// What to write instead of a function or field that does not exist, by ``key(of:)``.
  public var words: [String: LocalizedText] = [:]

  /// What to write instead of an operator between types that it does not take.
  public var operators: [Use: LocalizedText] = [:]

  /// The value type that stands for fractions, where there are no binary ones.
  public var fraction: String?

  /// Makes hints that say nothing.
  public init() {}

  /// A name in small letters without joining signs: `isNull` and `is_null` are one.
  public static func key(of name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0 != "_" }))
  }

  func instead(of name: String) -> LocalizedText? {
    words.isEmpty ? nil : words[Self.key(of: name)]
  }
}
