internal import DocumentArena

/// A closure that computes one thing of an activation.
typealias Run<T> = @Sendable (inout Activation) throws(Stop) -> T

// Closures stand in structs of their own: in an `Optional` a closure is called through a thunk, twice
// per call, which cost a third of the time.

/// A closure for a truth value.
struct BoolRun: Sendable { let run: Run<Bool> }

/// A closure for an int, or for the 64 bits of a value of the host's types.
struct IntRun: Sendable { let run: Run<Int64> }

/// A closure for a double.
struct DoubleRun: Sendable { let run: Run<Double> }

/// A closure for a node.
struct NodeRun: Sendable { let run: Run<NodeReference> }

/// A closure for a list.
struct ListRun: Sendable { let run: Run<ListValue> }

/// A closure that visits the bits of the elements of a list.
struct BitsLoop: Sendable {
  /// The short way where there is one.
  var short: FieldLoop?

  let run: @Sendable (inout Activation, (Int64) throws(Stop) -> Void) throws(Stop) -> Void
}

/// A compiled subexpression: always as a general value, and as whatever is cheaper for its type.
///
/// Closures never return unknowns or errors; they throw them.
struct Code: Sendable {
  /// The node of the expression.
  let id: ExpressionID

  /// The static type, `dyn` in unchecked trees.
  let type: CELType

  /// The general form, with its origin.
  let value: Run<Value>

  /// For truth values.
  var bool: BoolRun?

  /// For ints.
  var int: IntRun?

  /// For doubles.
  var double: DoubleRun?

  /// For values of the host's types.
  var bits: IntRun?

  /// For records: the node.
  var node: NodeRun?

  /// For variables that hold a record: their slot.
  var recordSlot: Int?

  /// For fields of such variables that hold a record: where they stand.
  var recordField: FieldAccess.Outer?

  /// For strings read from a document: the node that holds the text.
  var textNode: NodeRun?

  /// For lists.
  var list: ListRun?

  /// For lists that stand in a document: the node, or ``Activation/noNode`` where it does not.
  var listNode: NodeRun?

  /// For fields of whole numbers or of values of the host's types: the access itself, for loops of
  /// their own.
  var field: FieldAccess?

  /// For tests of one field against constants.
  var fieldTest: FieldTest?

  /// For what can become part of a ``ListPass``.
  var listFacts: ListFacts?

  /// For lists of ints or of values of the host's types: visits their bits without making a list.
  var bitsLoop: BitsLoop?

  /// The value when it is constant.
  var constant: Value?

  /// Whether it is a name, a selection or an index, so that a missing value's path can grow.
  var isPath = false

  init(_ id: ExpressionID, _ type: CELType, _ value: @escaping Run<Value>) {
    self.id = id
    self.type = type
    self.value = value
  }

  init(_ id: ExpressionID, bool: @escaping Run<Bool>) {
    self.init(id, .bool) { (a) throws(Stop) in Value(.bool(try bool(&a))) }
    self.bool = BoolRun(run: bool)
  }

  init(_ id: ExpressionID, int: @escaping Run<Int64>) {
    self.init(id, .int) { (a) throws(Stop) in Value(.int(try int(&a))) }
    self.int = IntRun(run: int)
  }

  init(_ id: ExpressionID, double: @escaping Run<Double>) {
    self.init(id, .double) { (a) throws(Stop) in Value(.double(try double(&a))) }
    self.double = DoubleRun(run: double)
  }

  init(_ id: ExpressionID, opaque name: String, _ bits: @escaping Run<Int64>) {
    self.init(id, .opaque(name, [])) { (a) throws(Stop) in
      Value(.opaque(type: name, bits: try bits(&a)))
    }
    self.bits = IntRun(run: bits)
  }

  init(_ id: ExpressionID, constant: Value, type: CELType) {
    self.init(id, type) { _ in constant }
    self.constant = constant
    switch constant.payload {
    case .bool(let flag): bool = BoolRun { _ in flag }
    case .int(let number): int = IntRun { _ in number }
    case .double(let number): double = DoubleRun { _ in number }
    case .list(let list): self.list = ListRun { _ in list }
    default: break
    }
  }

  /// An expression that always stops.
  init(_ id: ExpressionID, error: EvaluationError) {
    let placed = error.placed(at: id)
    self.init(id, .dyn) { (_) throws(Stop) in throw .error(placed) }
  }
}

// MARK: - Adapters

extension Code {
  /// The truth value; other values are no such overload.
  func asBool(_ function: String) -> Run<Bool> {
    if let bool { return bool.run }
    return { [value, id] (a) throws(Stop) in
      let result = try value(&a)
      if case .bool(let flag) = result.payload { return flag }
      throw .error(.noSuchOverload(function).placed(at: id))
    }
  }

  /// The int.
  func asInt(_ function: String) -> Run<Int64> {
    if let int { return int.run }
    return { [value, id] (a) throws(Stop) in
      let result = try value(&a)
      if case .int(let number) = result.payload { return number }
      throw .error(.noSuchOverload(function).placed(at: id))
    }
  }

  /// The double.
  func asDouble(_ function: String) -> Run<Double> {
    if let double { return double.run }
    return { [value, id] (a) throws(Stop) in
      let result = try value(&a)
      if case .double(let number) = result.payload { return number }
      throw .error(.noSuchOverload(function).placed(at: id))
    }
  }

  /// The 64 bits of a value of the host's types, or of an int.
  func asBits(_ function: String) -> Run<Int64> {
    if let bits { return bits.run }
    if let int { return int.run }
    return { [value, id] (a) throws(Stop) in
      switch try value(&a).payload {
      case .opaque(_, let bits): return bits
      case .int(let number): return number
      default: throw .error(.noSuchOverload(function).placed(at: id))
      }
    }
  }

  /// The node of a record.
  func asNode(_ function: String) -> Run<NodeReference> {
    if let node { return node.run }
    return { [value, id] (a) throws(Stop) in
      let result = try value(&a)
      if case .record = result.payload, let origin = result.origin { return origin }
      throw .error(.noSuchOverload(function).placed(at: id))
    }
  }
}

extension CELType {
  /// Whether values of the type are carried as 64 bits.
  var isBits: Bool {
    if case .opaque = self { return true }
    return false
  }
}
