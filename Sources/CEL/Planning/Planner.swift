internal import DocumentArena

/// Turns a tree into closures, from the leaves up.
struct Planner {
  let checked: CheckedExpression
  let environment: Environment
  let schema: Schema
  let tracing: Bool

  /// The variables of the environment by slot.
  let names: [String]

  /// The variables of folds that are in scope, innermost last.
  var locals: [Local] = []

  /// The slots used so far, those of the environment included.
  var slotCount: Int

  /// The nodes whose values are kept, in the order in which they were compiled; none unless tracing.
  private(set) var tracedParts: [ExpressionID] = []

  struct Local {
    let name: String
    let slot: Int
    let type: CELType
  }

  init(
    _ checked: CheckedExpression,
    _ environment: Environment,
    tracing: Bool,
    names: [String]
  ) {
    self.checked = checked
    self.environment = environment
    self.tracing = tracing
    schema = Schema(environment)
    self.names = names
    slotCount = names.count
  }

  /// Compiles one node.
  mutating func plan(_ expression: Expression) -> Code {
    let code = planUntraced(expression)
    return tracing && expression.id.rawValue != 0 ? traced(code) : code
  }

  private mutating func planUntraced(_ expression: Expression) -> Code {
    let id = expression.id
    if let resolved = planReference(expression) { return resolved }
    switch expression.kind {
    case .literal(let literal):
      return Code(id, constant: Value(literal: literal), type: Value(literal: literal).type)
    case .identifier(let name): return Code(id, error: .undeclared(name))
    case .select(let operand, let field, let mode):
      return planSelect(expression, operand, field, mode)
    case .call(let function, let target, let arguments):
      return planCall(expression, function, target, arguments)
    case .list(let elements): return planList(id, elements)
    case .map(let entries): return planMap(id, entries)
    case .message(let name, _): return Code(id, error: .undeclared(name))
    case .comprehension(let fold): return planFold(id, fold)
    case .invalid: return Code(id, error: .undeclared("?"))
    }
  }

  /// The static type of a node.
  func type(of id: ExpressionID) -> CELType { checked.types[id] ?? .dyn }

  /// Wraps a compiled node so that its value is kept under its id; only the general form is left.
  private mutating func traced(_ code: Code) -> Code {
    let inner = code.value
    let id = code.id
    tracedParts.append(id)
    var outer = Code(id, code.type) { (a) throws(Stop) in
      do throws(Stop) {
        let value = try inner(&a)
        a.note(id, value)
        return value
      } catch {
        a.note(id, error.value)
        throw error
      }
    }
    outer.isPath = code.isPath
    outer.constant = code.constant
    return outer
  }
}

// MARK: - Names

extension Planner {
  /// A name, or a selection that is a qualified name; nil for everything else.
  private mutating func planReference(_ expression: Expression) -> Code? {
    let id = expression.id
    if case .identifier(let name) = expression.kind, let local = local(name) {
      return planVariable(id, name, slot: local.slot, type: local.type)
    }
    switch checked.references[id] {
    case .variable(let name):
      guard let code = variable(id, name) else { return Code(id, error: .undeclared(name)) }
      return code
    case .constant(let literal):
      return Code(id, constant: Value(literal: literal), type: Value(literal: literal).type)
    case .type(let type):
      return Code(id, constant: Value(.type(type)), type: .type(type))
    case .overloads, nil: break
    }
    guard checked.types[id] == nil || checked.types[id] == .error,
      let name = qualifiedName(expression)
    else { return nil }
    return resolve(name, id)
  }

  /// The innermost local variable of a name.
  func local(_ name: String) -> Local? {
    locals.last { TextComparison.areEqual($0.name, name) }
  }

  /// A name that the checker did not resolve, by the rules for containers.
  private mutating func resolve(_ name: String, _ id: ExpressionID) -> Code? {
    for candidate in environment.candidates(name) {
      if let code = variable(id, candidate) { return code }
      if let literal = environment.constants[candidate] {
        return Code(id, constant: Value(literal: literal), type: Value(literal: literal).type)
      }
      if let type = namedType(candidate) {
        return Code(id, constant: Value(.type(type)), type: .type(type))
      }
    }
    return nil
  }

  private mutating func variable(_ id: ExpressionID, _ name: String) -> Code? {
    guard let slot = Program.slot(of: name, in: names) else {
      return local(name).map { planVariable(id, name, slot: $0.slot, type: $0.type) }
    }
    return planVariable(id, name, slot: slot, type: environment.variables[name] ?? .dyn)
  }

  /// `a.b.c` as a text when it is names throughout and `a` is no local variable.
  func qualifiedName(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): return local(name) == nil ? name : nil
    case .select(let operand, let field, .plain):
      return qualifiedName(operand).map { $0 + "." + field }
    default: return nil
    }
  }

  /// The type of a name, as the checker finds it.
  private func namedType(_ name: String) -> CELType? {
    if let type = NameTable.standardTypes[name] { return type }
    if environment.records[name] != nil { return .record(name) }
    return environment.opaqueTypes[name] == nil ? nil : .opaque(name, [])
  }

  /// Reads a variable from its slot.
  private func planVariable(
    _ id: ExpressionID,
    _ name: String,
    slot: Int,
    type: CELType
  ) -> Code {
    guard case .record(let record) = type else {
      var code = Code(id, type) { (a) throws(Stop) in try a.variable(slot, name) }
      code.isPath = true
      return code
    }
    let node: Run<NodeReference> = { (a) throws(Stop) in
      let node = a.nodes[slot]
      if node != Activation.noNode { return node }
      let value = try a.variable(slot, name)
      guard case .record = value.payload, let origin = value.origin else {
        throw .error(.noSuchOverload(name).placed(at: id))
      }
      return origin
    }
    var code = Code(id, type) { (a) throws(Stop) in
      let reference = try node(&a)
      // A variable may hold a record of another type than declared only where types are dynamic.
      return Value(.record(type: record), origin: reference)
    }
    code.node = NodeRun(run: node)
    code.recordSlot = slot
    code.isPath = true
    return code
  }
}

// MARK: - Literals

extension Value {
  /// The value of a literal.
  init(literal: Literal) {
    switch literal {
    case .null: self.init(.null)
    case .bool(let flag): self.init(.bool(flag))
    case .int(let number): self.init(.int(number))
    case .uint(let number): self.init(.uint(number))
    case .double(let number): self.init(.double(number))
    case .string(let text): self.init(.string(text.string))
    case .bytes(let bytes): self.init(.bytes(bytes))
    }
  }
}
