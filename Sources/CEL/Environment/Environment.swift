public import Diagnostics
public import DocumentArena
internal import SourceText

/// What an expression may refer to: variables, functions, macros, records and value types.
///
/// A value; the standard library is ``Environment/standard``, and the host adds its own. Adding a
/// name twice replaces a variable and adds overloads to a function.
public struct Environment: Sendable {
  /// Variables by name.
  public var variables: [String: CELType] = [:]

  /// What variables of type `dyn` can be, by name, where the host knows it.
  ///
  /// A selection that none of the types knows is refused; nothing else is judged by them.
  public var possibleTypes: [String: [CELType]] = [:]

  /// What functions whose result is `dyn` can give, by name and by their arguments; nil for anything.
  public var possibleResults: [String: @Sendable ([Expression]) -> [CELType]?] = [:]

  /// The keys of the maps that functions give, by name, where these are always the same.
  ///
  /// Another one that is selected of a call is refused.
  public var keysOfResults: [String: [String]] = [:]

  /// Functions by name, operators by their ``Operator`` names.
  public var functions: [String: FunctionDeclaration] = [:]

  /// Constants by name, such as the values of an enumeration; the planner sees only the value.
  public var constants: [String: Literal] = [:]

  /// Checks of literal arguments, by overload id and by the number of the parameter, of which the
  /// target of a member is the first.
  ///
  /// A literal that can only fail (a regular expression, a date) is so refused when the rule is loaded.
  public var literalChecks: [String: [Int: LiteralCheck]] = [:]

  /// Macros by name.
  public var macros: [String: [MacroDeclaration]] = [:]

  /// Records of the host by name.
  public var records = RecordTable()

  /// Value types of the host by name.
  public var opaqueTypes: [String: OpaqueTypeDeclaration] = [:]

  /// Reads a whole number that is not written as CEL writes it, such as `๒๕๗๐`.
  ///
  /// Asked only for what the standard reading does not know; nil when the scalar is no whole number.
  public var readInteger: (@Sendable (Document, NodeID) -> Int64?)?

  /// Whether a node that is no mapping says nothing, so that it stands for a record without fields.
  ///
  /// An element of a list may be null or "-": what is asked of it is then missing in it.
  public var isBlankRecord: (@Sendable (Document, NodeID) -> Bool)?

  /// What the records and value types of the host are called in messages, by the names of the types.
  public var typeLabels: [String: LocalizedText] = [:]

  /// What to say about what people write who know other languages.
  ///
  /// Made when something is wrong: programs that are right never ask.
  public var makeHints: @Sendable () -> WritingHints = { WritingHints() }

  package var hints: WritingHints { makeHints() }

  /// The namespace in which names are looked up, as in the specification's name resolution.
  public var container = ""

  /// Whether `has(a.b)` is false, and `a.?b` empty, where `a` itself is absent.
  ///
  /// Off, they are unknown there, as everything else that needs `a`.
  public var testsSeeAbsentOperands = false

  /// The sizes taken for values of which nothing else is known, when costs are bounded.
  public var sizes = DefaultSizes()

  /// Bounds on parsing and running.
  public var limits = ExpressionLimits()

  /// Makes an environment in which nothing is declared.
  public init() {}
}

extension Environment {
  /// The variables in the order of their names (UTF-8), which is that of their slots.
  package var variablesBySlot: [String] { variables.keys.sorted { $0.precedesInBytes($1) } }

  /// The full names that a name can stand for, in the order in which they are tried: in the container
  /// first, then outwards; one that begins with a point stands for itself.
  func candidates(_ name: String) -> [String] {
    if name.utf8.first == UInt8(ascii: ".") { return [String(name.dropFirst())] }
    guard !container.isEmpty else { return [name] }
    var parts = container.split(separator: ".")
    var names: [String] = []
    while !parts.isEmpty {
      names.append(parts.joined(separator: ".") + "." + name)
      parts.removeLast()
    }
    return names + [name]
  }
}

/// The bounds on one expression; constants in one place.
public struct ExpressionLimits: Sendable {
  /// The longest expression, in bytes.
  public var maxLength = 100_000
  /// The deepest nesting; the specification asks for at least 12.
  public var maxDepth = 250
  /// The most diagnostics collected from one expression.
  public var maxDiagnostics = 30
  /// The most steps one evaluation may take; a step is one call, selection or element visited.
  public var maxSteps: UInt64 = 10_000_000

  /// The default bounds.
  public init() {}
}

/// A function with its overloads.
public struct FunctionDeclaration: Sendable {
  /// The name as called.
  public let name: String

  /// The overloads; their parameter types must not overlap.
  public var overloads: [Overload]

  /// Makes a function.
  public init(_ name: String, _ overloads: [Overload]) {
    self.name = name
    self.overloads = overloads
  }
}

/// A record type of the host: named fields with types, and how its nodes are read.
public struct RecordDeclaration: Sendable {
  /// The name of the type.
  public let name: String

  /// The fields by name.
  public var fields: [String: FieldDeclaration]

  /// Makes a record type.
  public init(_ name: String, fields: [FieldDeclaration]) {
    self.name = name
    self.fields = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// One field of a record type.
public struct FieldDeclaration: Sendable {
  /// What selecting the field gives when the document does not have it (or has null).
  public enum Absent: Sendable {
    /// Unknown, with the full path of what is missing: missing data is never a pass.
    case unknown
    /// An empty list: a ledger in which nothing is written.
    case emptyList
    /// A constant.
    case value(Value)
  }

  /// The name.
  public let name: String

  /// The type that expressions see.
  public let type: CELType

  /// The interned key.
  public let key: KeyID

  /// What an absent field is.
  public let absent: Absent

  /// Whether an empty list counts as absent (a list that the kind requires to have elements).
  public let emptyCountsAsAbsent: Bool

  /// Whether a text, list or mapping says nothing, so that it counts as absent; nil when all count.
  public let isBlank: (@Sendable (Document, NodeID) -> Bool)?

  /// The largest that a value can be; nil where the type says enough.
  public let size: SizeBound?

  /// Makes a field.
  public init(
    _ name: String,
    _ type: CELType,
    key: KeyID,
    absent: Absent = .unknown,
    emptyCountsAsAbsent: Bool = false,
    size: SizeBound? = nil,
    isBlank: (@Sendable (Document, NodeID) -> Bool)? = nil
  ) {
    self.name = name
    self.type = type
    self.key = key
    self.absent = absent
    self.emptyCountsAsAbsent = emptyCountsAsAbsent
    self.size = size
    self.isBlank = isBlank
  }

  /// Whether a list or mapping holds nothing, so that it counts as absent.
  ///
  /// That is a list without elements, or only with blank ones where blanks are told apart; and what is
  /// blank where neither list nor mapping is expected.
  func isEmpty(_ kind: NodeKind, _ node: NodeID, _ document: Document) -> Bool {
    switch (type, kind) {
    case (.record, .map), (.map, .map), (.dyn, _): return false
    case (.list, .list):
      if document.count(of: node) == 0 { return emptyCountsAsAbsent }
      guard let isBlank, emptyCountsAsAbsent || isEmptyWhenAbsent else { return false }
      return isBlank(document, node)
    default: return isBlank?(document, node) ?? false
    }
  }

  /// Whether a list is what it is, whatever it holds: none of its forms counts as absent.
  var isPlainList: Bool {
    !emptyCountsAsAbsent && (isBlank == nil || !isEmptyWhenAbsent)
  }

  private var isEmptyWhenAbsent: Bool {
    if case .emptyList = absent { return true }
    return false
  }
}

/// A value type of the host whose values fit in 64 bits, such as money in satang.
public struct OpaqueTypeDeclaration: Sendable {
  /// The name of the type.
  public let name: String

  /// Reads a value from a scalar node; nil when the text is no such value (which gives unknown).
  public let read: @Sendable (Document, NodeID) -> Int64?

  /// The text of a value, for messages and `string()`.
  public let describe: @Sendable (Int64) -> String

  /// The function that makes a value of a text, for suggestions: `money` in `money("0.5")`.
  public let constructor: String?

  /// Makes a value type.
  public init(
    _ name: String,
    read: @escaping @Sendable (Document, NodeID) -> Int64?,
    describe: @escaping @Sendable (Int64) -> String,
    constructor: String? = nil
  ) {
    self.name = name
    self.read = read
    self.describe = describe
    self.constructor = constructor
  }
}
