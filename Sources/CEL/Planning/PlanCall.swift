internal import DocumentArena

// Calls: which overloads may be meant, and how the choice among them is made. What the static types
// decide is decided here; the rest when the call runs.
extension Planner {
  mutating func planCall(
    _ expression: Expression,
    _ function: String,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> Code {
    if let code = planSpecial(expression, function, target, arguments) { return code }
    let id = expression.id
    if let target, let name = namespaced(target, function, id) {
      return planCall(id, name, isMember: false, arguments.map { plan($0) })
    }
    var codes = target.map { [plan($0)] } ?? []
    for argument in arguments { codes.append(plan(argument)) }
    let name = target == nil ? globalName(function) : function
    return planCall(id, name, isMember: target != nil, codes)
  }

  /// The operators and functions that do not compute all their arguments.
  private mutating func planSpecial(
    _ expression: Expression,
    _ function: String,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> Code? {
    let id = expression.id
    switch (function, arguments.count) {
    case (Operator.and, _) where target == nil:
      return planLogic(expression, decidedBy: false)
    case (Operator.or, _) where target == nil: return planLogic(expression, decidedBy: true)
    case (Operator.not, 1) where target == nil: return planNot(id, arguments[0])
    case (Operator.conditional, _) where target == nil: return planConditional(id, arguments)
    case (Operator.notStrictlyFalse, 1): return planNotStrictlyFalse(id, arguments[0])
    case (Operator.index, 2): return planIndex(id, arguments[0], arguments[1], isOptional: false)
    case (Operator.optionalIndex, 2):
      return planIndex(id, arguments[0], arguments[1], isOptional: true)
    case ("_?._", 2), ("_[?_]", 2): return nil
    case ("or", 1), ("orValue", 1):
      return target.flatMap { planAlternative(id, function, $0, arguments[0]) }
    default: return nil
    }
  }

  // MARK: Names

  /// `optional.of` for a call `optional.of(x)`, when that names a function and the target no value.
  private func namespaced(_ target: Expression, _ function: String, _ id: ExpressionID) -> String? {
    guard let space = qualifiedName(target), checked.types[target.id] == nil else { return nil }
    return environment.candidates(space + "." + function).first {
      environment.functions[$0] != nil || BuiltIns.isGlobal($0)
    }
  }

  private func globalName(_ function: String) -> String {
    environment.candidates(function).first {
      environment.functions[$0] != nil || BuiltIns.isGlobal($0)
    } ?? function
  }

  // MARK: Overloads

  /// A call of a function whose arguments are all computed.
  private func planCall(
    _ id: ExpressionID,
    _ name: String,
    isMember: Bool,
    _ arguments: [Code]
  ) -> Code {
    let candidates = overloads(of: name, isMember: isMember, arguments, id)
    let own = candidates.filter { !$0.isBuiltIn }
    let isBuiltIn = own.count < candidates.count || candidates.isEmpty
    if own.isEmpty { return planBuiltIn(id, name, isMember: isMember, arguments) }
    if own.count == 1, !isBuiltIn { return planOverload(id, name, own[0], arguments) }
    let choices = own.map { OverloadCall($0, id, name) }
    let builtIn = isBuiltIn ? BuiltIns.find(name, isMember: isMember, arguments.count) : nil
    let isLenient = choices.contains { !$0.isStrict }
    let cost = BuiltIns.cost(name, types(of: arguments))
    let runs = arguments.map(\.value)
    return Code(id, type(of: id)) { (a) throws(Stop) in
      let values = isLenient ? Self.outcomes(runs, &a) : try Strict.values(runs, &a)
      if let choice = choices.first(where: { $0.fits(values) }) {
        return try choice.call(values, &a)
      }
      guard let builtIn else { throw .error(.noSuchOverload(name).placed(at: id)) }
      if isLenient { for value in values { _ = try value.settled() } }
      return try Self.call(name, builtIn, cost, values, id, &a)
    }
  }

  /// The types that the checker found: the bound of costs knows these only.
  private func types(of arguments: [Code]) -> [CELType] { arguments.map { type(of: $0.id) } }

  /// Calls what is built in, and counts what that takes.
  private static func call(
    _ name: String,
    _ builtIn: BuiltIns.Function,
    _ cost: BuiltInCost,
    _ values: [Value],
    _ id: ExpressionID,
    _ a: inout Activation
  ) throws(Stop) -> Value {
    try a.tick(cost, values)
    do throws(Stop) {
      // How much work a pattern is shows when it is compiled.
      return try name == "matches" ? matches(values, &a) : builtIn(values, a.context)
    } catch {
      throw error.placed(at: id)
    }
  }

  static func outcomes(_ runs: [Run<Value>], _ a: inout Activation) -> [Value] {
    var values: [Value] = []
    for run in runs {
      do throws(Stop) { values.append(try run(&a)) } catch { values.append(error.value) }
    }
    return values
  }

  /// The overloads that the call may mean: those the checker chose, else all that fit the static
  /// types.
  private func overloads(
    of name: String,
    isMember: Bool,
    _ arguments: [Code],
    _ id: ExpressionID
  ) -> [Overload] {
    let all = environment.functions[name]?.overloads ?? []
    let shaped = all.filter {
      $0.isMember == isMember && $0.parameters.count == arguments.count
    }
    if case .overloads(let ids) = checked.references[id] {
      let chosen = shaped.filter { ids.contains($0.id) }
      if !chosen.isEmpty { return chosen }
    }
    return shaped.filter { overload in
      zip(overload.parameters, arguments).allSatisfy { $1.type.mayFit($0) }
    }
  }

  private func planBuiltIn(
    _ id: ExpressionID,
    _ name: String,
    isMember: Bool,
    _ arguments: [Code]
  ) -> Code {
    if let constant = planConstantPattern(id, name, arguments) { return constant }
    if let typed = planTyped(id, name, arguments) { return typed }
    guard let builtIn = BuiltIns.find(name, isMember: isMember, arguments.count) else {
      let isKnown = environment.functions[name] != nil || BuiltIns.isName(name)
      return Code(id, error: isKnown ? .noSuchOverload(name) : .undeclared(name))
    }
    let runs = arguments.map(\.value)
    var type = type(of: id)
    if type == .dyn, BuiltIns.givesBool.contains(name) { type = .bool }
    let cost = BuiltIns.cost(name, types(of: arguments))
    return Code(id, type) { (a) throws(Stop) in
      let values = try Strict.values(runs, &a)
      return try Self.call(name, builtIn, cost, values, id, &a)
    }
  }

  private func planOverload(
    _ id: ExpressionID,
    _ name: String,
    _ overload: Overload,
    _ arguments: [Code]
  ) -> Code {
    if arguments.count == 1, let fold = planFoldBits(id, name, overload, arguments[0]) {
      return fold
    }
    if arguments.count == 2, areBits(overload, arguments) {
      let first = arguments[0].asBits(name)
      let second = arguments[1].asBits(name)
      switch overload.implementation {
      case .compareBits(let compare): return Code(id, bool: Strict.compare(first, second, compare))
      case .combineBits(let combine):
        let run = Strict.combine(id, first, second) { (a, b) throws(Stop) in
          guard let result = combine(a, b) else { throw .error(.overflow) }
          return result
        }
        if case .opaque(let name, _) = overload.result { return Code(id, opaque: name, run) }
        return Code(id, int: run)
      default: break
      }
    }
    let call = OverloadCall(overload, id, name)
    let runs = arguments.map(\.value)
    let isChecked = zip(overload.parameters, arguments).allSatisfy { $0.isCertain(for: $1.type) }
    return Code(id, checked.types[id] ?? overload.result) { (a) throws(Stop) in
      let values = call.isStrict ? try Strict.values(runs, &a) : Self.outcomes(runs, &a)
      guard isChecked || call.fits(values) else {
        throw .error(.noSuchOverload(name).placed(at: id))
      }
      return try call.call(values, &a)
    }
  }

  /// Whether the static types of both arguments are just those of the overload.
  private func areBits(_ overload: Overload, _ arguments: [Code]) -> Bool {
    zip(overload.parameters, arguments).allSatisfy { parameter, argument in
      parameter == argument.type && (parameter.isBits || parameter == .int)
    }
  }
}

extension Overload {
  var isBuiltIn: Bool {
    if case .builtIn = implementation { return true }
    return false
  }
}

extension CELType {
  /// Whether a value of this static type may be of another type when it runs.
  func mayFit(_ parameter: CELType) -> Bool {
    switch (self, parameter) {
    case (.dyn, _), (.error, _), (.parameter, _), (_, .dyn), (_, .parameter), (_, .error): true
    default: runtimeName == parameter.runtimeName
    }
  }

  /// Whether a value of the static type is certainly of this type, so that nothing need be checked
  /// when it runs.
  func isCertain(for type: CELType) -> Bool {
    switch self {
    case .dyn, .parameter: true
    default: type != .dyn && type != .error && runtimeName == type.runtimeName
    }
  }
}
