// CEL is the Common Expression Language: text → tokens → syntax tree → checked tree → typed closures
// over the arena. It knows no YAML and nothing of plans or budgets; what is special there is handed
// in as an environment (types, functions, macros).
//
//   Syntax/ → Checking/ → Planning/, with Values/, Environment/ and StandardLibrary/ beside them.

public import SourceText

/// The number of a node of the syntax tree; places and types are kept by this number.
public struct ExpressionID: Hashable, Comparable, Sendable {
  /// The number, from 1; 0 for nodes that stand nowhere in the text.
  public let rawValue: UInt32

  /// Makes an id of its number.
  public init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Orders ids as they were given out.
  public static func < (a: ExpressionID, b: ExpressionID) -> Bool { a.rawValue < b.rawValue }
}

/// A node of the syntax tree; macros are already expanded to comprehensions.
public struct Expression: Hashable, Sendable {
  /// The number that places and types refer to.
  public let id: ExpressionID

  /// What the node is.
  public let kind: Kind

  /// Makes a node.
  public init(_ id: ExpressionID, _ kind: Kind) {
    self.id = id
    self.kind = kind
  }

  /// Whether the node is a name.
  var isName: Bool {
    if case .identifier = kind { return true }
    return false
  }

  /// The forms of an expression.
  public indirect enum Kind: Hashable, Sendable {
    /// A literal.
    case literal(Literal)
    /// A name; a leading `.` is kept in the text.
    case identifier(String)
    /// `operand.field`, `operand.?field`, or the test `has(operand.field)`.
    case select(operand: Expression, field: String, mode: SelectMode)
    /// `function(arguments)` or `target.function(arguments)`; operators too, by ``Operator`` names.
    case call(function: String, target: Expression?, arguments: [Expression])
    /// `[a, ?b]`.
    case list([ListElement])
    /// `{k: v, ?k: v}`.
    case map([MapEntry])
    /// `Name{field: value}`.
    case message(name: String, fields: [MessageField])
    /// A fold over a list or map: what the macros become.
    case comprehension(Comprehension)
    /// A place where the parser could not go on; only in trees that came with diagnostics.
    case invalid
  }

  /// The ways of selecting a field.
  public enum SelectMode: Hashable, Sendable {
    /// `a.b`
    case plain
    /// `has(a.b)`
    case test
    /// `a.?b`
    case optional
  }

  /// One element of a list literal.
  public struct ListElement: Hashable, Sendable {
    /// The value.
    public let value: Expression
    /// Whether it was written `?value`.
    public let isOptional: Bool

    /// Makes an element.
    public init(_ value: Expression, isOptional: Bool = false) {
      self.value = value
      self.isOptional = isOptional
    }
  }

  /// One entry of a map literal.
  public struct MapEntry: Hashable, Sendable {
    /// The number of the entry.
    public let id: ExpressionID
    /// The key.
    public let key: Expression
    /// The value.
    public let value: Expression
    /// Whether it was written `?key: value`.
    public let isOptional: Bool

    /// Makes an entry.
    public init(_ id: ExpressionID, key: Expression, value: Expression, isOptional: Bool = false) {
      self.id = id
      self.key = key
      self.value = value
      self.isOptional = isOptional
    }
  }

  /// One field of a message literal.
  public struct MessageField: Hashable, Sendable {
    /// The number of the field.
    public let id: ExpressionID
    /// The name.
    public let name: String
    /// The value.
    public let value: Expression
    /// Whether it was written `?name: value`.
    public let isOptional: Bool

    /// Makes a field.
    public init(_ id: ExpressionID, name: String, value: Expression, isOptional: Bool = false) {
      self.id = id
      self.name = name
      self.value = value
      self.isOptional = isOptional
    }
  }
}

/// The literals.
public enum Literal: Hashable, Sendable {
  /// `null`
  case null
  /// `true`, `false`
  case bool(Bool)
  /// `-1`, `0x1F`
  case int(Int64)
  /// `1u`
  case uint(UInt64)
  /// `1.5`
  case double(Double)
  /// `"text"`, as UTF-8; equality of trees compares the code points, see the note at ``Text``.
  case string(Text)
  /// `b"bytes"`
  case bytes([UInt8])
}

/// Text compared byte by byte.
///
/// Swift's own `String` equality is canonical equivalence, which makes different Thai spellings
/// equal; CEL compares code points.
public struct Text: Hashable, Sendable {
  /// The text.
  public let string: String

  /// Wraps a text.
  public init(_ string: String) {
    self.string = string
  }

  /// Compares the UTF-8 bytes.
  public static func == (a: Text, b: Text) -> Bool {
    a.string.hasSameBytes(as: b.string)
  }

  /// Hashes the UTF-8 bytes.
  public func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // No text is the beginning of another one with this byte behind it.
    hasher.combine(0xFF as UInt8)
  }
}

/// A fold: `accumulator` starts as `initial`; while `condition` holds, `step` replaces it for each
/// element; `result` is the value.
///
/// The planner recognises the standard macros by `macro` and runs dedicated loops for them.
public struct Comprehension: Hashable, Sendable {
  /// The name of the element (of a map: of the key).
  public let variable: String
  /// The name of the value in the two-variable forms.
  public let secondVariable: String?
  /// What is folded over.
  public let range: Expression
  /// The name of the accumulator.
  public let accumulator: String
  /// Its first value.
  public let initial: Expression
  /// Whether to go on.
  public let condition: Expression
  /// The next value.
  public let step: Expression
  /// The value of the whole.
  public let result: Expression
  /// The macro it came from, nil for a fold that no macro made.
  public let macro: MacroForm?

  /// Makes a fold.
  public init(
    variable: String,
    secondVariable: String? = nil,
    range: Expression,
    accumulator: String,
    initial: Expression,
    condition: Expression,
    step: Expression,
    result: Expression,
    macro: MacroForm? = nil
  ) {
    self.variable = variable
    self.secondVariable = secondVariable
    self.range = range
    self.accumulator = accumulator
    self.initial = initial
    self.condition = condition
    self.step = step
    self.result = result
    self.macro = macro
  }

  /// Compares all but the bodies of the macro, which stand in the step.
  public static func == (a: Comprehension, b: Comprehension) -> Bool {
    a.variable == b.variable && a.secondVariable == b.secondVariable
      && a.accumulator == b.accumulator && a.range == b.range && a.initial == b.initial
      && a.condition == b.condition && a.step == b.step && a.result == b.result
      && a.macro.map(\.name) == b.macro.map(\.name)
  }

  /// Hashes all but the bodies of the macro, which stand in the step.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(variable)
    hasher.combine(secondVariable)
    hasher.combine(accumulator)
    hasher.combine(range)
    hasher.combine(initial)
    hasher.combine(condition)
    hasher.combine(step)
    hasher.combine(result)
    hasher.combine(macro.map(\.name))
  }
}

/// A standard macro with its body as written, so that it can run as a dedicated loop.
public indirect enum MacroForm: Hashable, Sendable {
  /// `range.all(x, p)`
  case all(Expression)
  /// `range.exists(x, p)`
  case exists(Expression)
  /// `range.exists_one(x, p)`
  case existsOne(Expression)
  /// `range.map(x, filter?, t)`
  case map(filter: Expression?, transform: Expression)
  /// `range.filter(x, p)`
  case filter(Expression)
  /// `range.transformList(i, v, filter?, t)`
  case transformList(filter: Expression?, transform: Expression)
  /// `range.transformMap(k, v, filter?, t)`
  case transformMap(filter: Expression?, transform: Expression)
  /// `range.transformMapEntry(k, v, filter?, t)`
  case transformMapEntry(filter: Expression?, transform: Expression)

  /// The name of the macro.
  var name: String {
    switch self {
    case .all: "all"
    case .exists: "exists"
    case .existsOne: "exists_one"
    case .map: "map"
    case .filter: "filter"
    case .transformList: "transformList"
    case .transformMap: "transformMap"
    case .transformMapEntry: "transformMapEntry"
    }
  }
}

/// The names under which operators stand in the tree, as in the CEL specification's standard definitions.
public enum Operator {
  /// Stands for `a ? b : c`.
  public static let conditional = "_?_:_"
  /// Stands for `a && b`.
  public static let and = "_&&_"
  /// Stands for `a || b`.
  public static let or = "_||_"
  /// Stands for `!a`.
  public static let not = "!_"
  /// Stands for `-a`.
  public static let negate = "-_"
  /// Stands for `a + b`.
  public static let add = "_+_"
  /// Stands for `a - b`.
  public static let subtract = "_-_"
  /// Stands for `a * b`.
  public static let multiply = "_*_"
  /// Stands for `a / b`.
  public static let divide = "_/_"
  /// Stands for `a % b`.
  public static let modulo = "_%_"
  /// Stands for `a == b`.
  public static let equals = "_==_"
  /// Stands for `a != b`.
  public static let notEquals = "_!=_"
  /// Stands for `a < b`.
  public static let less = "_<_"
  /// Stands for `a <= b`.
  public static let lessOrEqual = "_<=_"
  /// Stands for `a > b`.
  public static let greater = "_>_"
  /// Stands for `a >= b`.
  public static let greaterOrEqual = "_>=_"
  /// Stands for `a in b`.
  public static let isIn = "@in"
  /// Stands for `a[b]`.
  public static let index = "_[_]"
  /// Stands for `a[?b]`.
  public static let optionalIndex = "_[?_]"
  /// The condition of a fold that may stop early.
  public static let notStrictlyFalse = "@not_strictly_false"
}

/// A parsed expression: the tree and where its nodes stand in the text.
public struct SyntaxTree: Sendable {
  /// The text that was parsed.
  public let source: String

  /// The root.
  public let root: Expression

  /// The span of each node in the text, as UTF-8 offsets.
  public let spans: ExpressionMap<SourceSpan>

  /// The macro calls as written, by the id of what they expanded to, for printing and messages.
  public let macroCalls: ExpressionMap<Expression>

  /// Makes a tree.
  public init(
    source: String,
    root: Expression,
    spans: ExpressionMap<SourceSpan>,
    macroCalls: ExpressionMap<Expression> = ExpressionMap()
  ) {
    self.source = source
    self.root = root
    self.spans = spans
    self.macroCalls = macroCalls
  }
}
