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

  /// The same for functions of texts, which go before ``words``.
  public var wordsOnText: [String: LocalizedText] = [:]

  /// The same for functions that take a variable and an expression, as in `list.count(x, x > 0)`.
  public var folds: [String: LocalizedText] = [:]

  /// What to write instead of an operator between types that it does not take.
  public var operators: [Use: LocalizedText] = [:]

  /// A literal as a value of a type of the host, by the type's name; nil where it cannot be one.
  public var literals: [String: @Sendable (Literal) -> String?] = [:]

  /// The functions that make such values of what is written.
  public var constructors: Set<String> = []

  /// The functions that ask whether a value is missing, and whether it is there.
  public var presence: (missing: String, present: String)?

  /// The value type that stands for fractions, where there are no binary ones.
  public var fraction: String?

  /// Makes hints that say nothing.
  public init() {}

  /// A name in small letters without joining signs: `isNull` and `is_null` are one.
  public static func key(of name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0 != "_" }))
  }

  /// What to write instead of a name, or of a function on a value of a type.
  public func instead(of name: String, on type: CELType? = nil) -> LocalizedText? {
    guard !words.isEmpty else { return nil }
    let key = Self.key(of: name)
    return (type == .string ? wordsOnText[key] : nil) ?? words[key]
  }

  func instead(ofFold name: String) -> LocalizedText? {
    folds.isEmpty ? nil : folds[Self.key(of: name)] ?? instead(of: name)
  }

  /// What to write instead of a name that nothing declares.
  public func instead(ofName name: String) -> LocalizedText? {
    guard let meant = Self.constant(name) else { return instead(of: name) }
    return meant == "null" && presence != nil
      ? instead(of: meant) ?? SyntaxMessage.write(meant) : SyntaxMessage.write(meant)
  }

  /// The constant that a word of another language stands for, such as `True` or `yes`.
  public static func constant(_ word: String) -> String? {
    switch word.lowercased() {
    case "true", "yes": "true"
    case "false", "no": "false"
    case "null", "none", "nil", "undefined": "null"
    default: nil
    }
  }
}
