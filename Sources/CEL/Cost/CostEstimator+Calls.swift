// Calls: the arguments, each computed at most once, and what the call adds.
extension CostEstimator {
  mutating func call(
    _ expression: Expression,
    _ function: String,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> CostBound {
    if let special = special(function, target, arguments) { return special }
    var name = function
    var operands = arguments
    if let target {
      if let full = namespaced(target, function) {
        name = full
      } else {
        operands.insert(target, at: 0)
      }
    }
    let (steps, sizes) = visit(operands)
    let overloads = overloads(of: name, expression, sizes.count)
    let cost = callSteps(name, overloads, operands, sizes)
    let type = program.checked.types[expression.id]
    let literals = operands.map { Self.literal($0) }
    let parts = ResultSize(sizes, literals, default: environment.sizes)
    var made: SizeBound = overloads.isEmpty ? parts.of(nil, result: type ?? .dyn) : .small
    for overload in overloads {
      made = made.joined(overload.size?(sizes) ?? parts.of(overload.id, result: overload.result))
    }
    let counted = overloads.contains { overload in
      if overload.isBuiltIn { return false }
      if case .constant = overload.countedCost { return false }
      return true
    }
    return CostBound(
      steps: steps.plus(cost).plus(counted ? made.weight : 0),
      size: made
    )
  }

  /// The operators that do not compute all their operands, and those that cost nothing themselves.
  private mutating func special(
    _ function: String,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> CostBound? {
    switch (function, target, arguments.count) {
    case (Operator.and, nil, _), (Operator.or, nil, _), (Operator.not, nil, 1),
      (Operator.notStrictlyFalse, nil, 1):
      return CostBound(steps: visit(arguments).steps, size: .small)
    case (Operator.conditional, nil, 3):
      let condition = visit(arguments[0])
      let yes = visit(arguments[1])
      let no = visit(arguments[2])
      return CostBound(
        steps: condition.steps.plus(max(yes.steps, no.steps)),
        size: yes.size.joined(no.size)
      )
    case (Operator.index, nil, 2), (Operator.optionalIndex, nil, 2):
      let (steps, sizes) = visit(arguments)
      return CostBound(steps: steps.plus(1), size: sizes[0].element)
    default: return nil
    }
  }

  /// `optional.of` for a call `optional.of(x)` that the checker or the planner resolves so.
  private func namespaced(_ target: Expression, _ function: String) -> String? {
    guard program.checked.types[target.id] == nil, let space = Self.dotted(target) else {
      return nil
    }
    return environment.candidates(space + "." + function).first {
      environment.functions[$0] != nil
    }
  }

  private static func dotted(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): name
    case .select(let operand, let field, .plain): dotted(operand).map { $0 + "." + field }
    default: nil
    }
  }

  private static func literal(_ expression: Expression) -> Int64? {
    guard case .literal(.int(let number)) = expression.kind else { return nil }
    return number
  }

  /// The overloads that may be meant.
  private func overloads(of name: String, _ expression: Expression, _ count: Int) -> [Overload] {
    let all =
      environment.candidates(name).lazy.compactMap { environment.functions[$0] }.first?
      .overloads ?? []
    if case .overloads(let ids) = program.checked.references[expression.id] {
      let chosen = all.filter { ids.contains($0.id) }
      if !chosen.isEmpty { return chosen }
    }
    return all.filter { $0.parameters.count == count }
  }

  /// The steps of the call itself; what is built in counts at least the sizes of its arguments.
  private func callSteps(
    _ name: String,
    _ overloads: [Overload],
    _ operands: [Expression],
    _ sizes: [SizeBound]
  ) -> UInt64 {
    let weights = sizes.map(\.costed)
    var steps = overloads.reduce(1) { max($0, $1.countedCost.steps(weights)) }
    guard overloads.isEmpty || overloads.contains(where: \.isBuiltIn) else { return steps }
    let cost = BuiltIns.cost(name, operands.map { program.checked.types[$0.id] ?? .dyn })
    var counted = weights
    if cost.inRecords {
      for (index, operand) in operands.enumerated() {
        let weight = counted[index].weight.plus(recordWeight(operand, sizes[index]))
        counted[index] = CostedSize(weight: weight, count: counted[index].count)
      }
    }
    steps = max(steps, cost.growth.steps(counted))
    if name == "matches", operands.count == 2 {
      steps = steps.plus(patternSteps(operands[1], tens: weights[0].weight))
    }
    guard cost.countsText, let operand = operands.first, mayBeText(operand) else { return steps }
    return max(steps, Overload.Cost.linear.steps(weights))
  }

  /// What a pattern adds: one that is written in the expression is compiled with it.
  private func patternSteps(_ pattern: Expression, tens: UInt64) -> UInt64 {
    guard case .literal(.string(let text)) = pattern.kind else {
      return CompiledPattern.mostSteps(tens: tens)
    }
    return (try? CompiledPattern(text.string))?.steps(tens: tens) ?? 0
  }

  private func mayBeText(_ operand: Expression) -> Bool {
    switch program.checked.types[operand.id] ?? .dyn {
    case .list, .map, .bytes: false
    default: true
    }
  }

  /// What stands in the records that a value is or holds, where they are compared.
  private func recordWeight(_ operand: Expression, _ size: SizeBound) -> UInt64 {
    RecordWeights(environment).weight(of: program.checked.types[operand.id] ?? .dyn, size)
  }
}
