/// The functions of the specification's standard library on values, by name and number of arguments.
///
/// They choose by the types of the values, so that dynamic and unchecked calls need no declaration;
/// typed calls mostly run as the planner's typed forms instead.
enum BuiltIns {
  /// A function on computed arguments; of a member function the first is the target.
  typealias Function = @Sendable ([Value], EvaluationContext) throws(Stop) -> Value

  /// The function of a name, nil when there is none with so many arguments.
  static func find(_ name: String, isMember: Bool, _ count: Int) -> Function? {
    if isMember { return members[name]?[count] ?? both[name]?[count] }
    return globals[name]?[count] ?? both[name]?[count]
  }

  /// Whether a name is a function that is called without a target.
  static func isGlobal(_ name: String) -> Bool { globals[name] != nil || both[name] != nil }

  /// Whether a name is any function.
  static func isName(_ name: String) -> Bool { isGlobal(name) || members[name] != nil }

  /// What a call costs, by the static types of its arguments.
  static func cost(_ name: String, _ types: [CELType]) -> BuiltInCost {
    if name == "size" { return BuiltInCost(.constant, countsText: true) }
    if constantCost.contains(name) || times[name] != nil { return BuiltInCost(.constant) }
    if name == "contains" || name == "matches" { return BuiltInCost(.product) }
    return BuiltInCost(.linear, inRecords: comparesRecords(name, types))
  }

  /// Whether a call can hold records against each other: nothing is looked at in a record beside a text or
  /// number, which it never equals.
  private static func comparesRecords(_ name: String, _ types: [CELType]) -> Bool {
    guard types.count == 2 else { return false }
    switch name {
    case Operator.equals, Operator.notEquals: return types[0].mayEqualRecords(in: types[1])
    case Operator.isIn:
      if case .list(let element) = types[1] { return types[0].mayEqualRecords(in: element) }
      return types[0].mayBeRecord
    default: return false
    }
  }

  private static let constantCost: Set<String> = [
    "type", "dyn", "hasValue", "value", "optional.of", "optional.none",
    "optional.ofNonZeroValue",
  ]

  /// The functions that give a truth value whatever their arguments.
  static let givesBool: Set<String> = [
    Operator.equals, Operator.notEquals, Operator.less, Operator.lessOrEqual, Operator.greater,
    Operator.greaterOrEqual, Operator.isIn, "contains", "startsWith", "endsWith", "matches",
    "hasValue",
  ]

  private static let globals: [String: [Int: Function]] =
    operators.merging(conversions) { first, _ in first }
    .merging(optionalMakers) { first, _ in first }

  private static let members: [String: [Int: Function]] =
    texts.merging(times) { first, _ in first }.merging(optionalMembers) { first, _ in first }

  /// Functions that may be called either way.
  private static let both: [String: [Int: Function]] = [
    "size": [1: size],
    "matches": [2: matches],
  ]

  @Sendable
  private static func size(
    _ values: [Value],
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    switch values[0].payload {
    case .string(let text): return Value(.int(Int64(text.unicodeScalars.count)))
    case .bytes(let bytes): return Value(.int(Int64(bytes.count)))
    case .list(let list): return Value(.int(Int64(context.count(list))))
    case .map(let map): return Value(.int(Int64(context.count(map))))
    default: throw .error(.noSuchOverload("size"))
    }
  }

  @Sendable
  private static func matches(
    _ values: [Value],
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    guard case .string(let text) = values[0].payload, case .string(let pattern) = values[1].payload
    else { throw .error(.noSuchOverload("matches")) }
    return Value(.bool(try CompiledPattern(pattern).matches(text)))
  }
}

extension CELType {
  /// Whether both of two values of types can be records, or hold some at the same place.
  fileprivate func mayEqualRecords(in other: CELType) -> Bool {
    switch (self, other) {
    case (.list(let a), .list(let b)), (.map(_, let a), .map(_, let b)): a.mayEqualRecords(in: b)
    default: mayBeRecord && other.mayBeRecord
    }
  }

  /// Whether a value of the type can be a record or hold some.
  fileprivate var mayBeRecord: Bool {
    switch self {
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .opaque:
      false
    case .record, .list, .map, .optional, .dyn, .parameter, .error: true
    }
  }
}
