// `&&`, `||`, `!` and `?:`. Operands run in order; a deciding one wins, otherwise unknowns, merged,
// win over the first error, otherwise the error.
extension Planner {
  mutating func planLogic(_ expression: Expression, decidedBy deciding: Bool) -> Code {
    let function = deciding ? Operator.or : Operator.and
    let id = expression.id
    var codes = merged(operands(of: expression, function).map { plan($0) }, deciding)
    if !deciding { codes = Self.passed(codes) }
    if codes.count == 1, let test = codes[0].fieldTest { return test.code(id) }
    var runs: [BoolRun] = []
    for code in codes { runs.append(BoolRun(run: code.asBool(function))) }
    // Long chains run as a loop: no recursion on their length.
    guard runs.count <= Self.longestNest, let last = runs.last else {
      return Code(id, bool: Self.chain(runs, decidedBy: deciding))
    }
    var run = last.run
    for earlier in runs.dropLast().reversed() {
      run = Self.pair(earlier.run, run, decidedBy: deciding)
    }
    return Code(id, bool: run)
  }

  private static let longestNest = 8

  /// Tests of the same field that stand side by side in a conjunction, as one.
  private func merged(_ codes: [Code], _ deciding: Bool) -> [Code] {
    guard !deciding else { return codes }
    var kept: [Code] = []
    for code in codes {
      if let test = code.fieldTest, let previous = kept.last?.fieldTest,
        let both = previous.merged(with: test)
      {
        kept[kept.count - 1] = both.code(code.id)
      } else {
        kept.append(code)
      }
    }
    return kept
  }

  static func chain(_ runs: [BoolRun], decidedBy deciding: Bool) -> Run<Bool> {
    { (a) throws(Stop) in
      var stop: Stop?
      for run in runs {
        do throws(Stop) {
          if try run.run(&a) == deciding { return deciding }
        } catch {
          stop.merge(error)
        }
      }
      if let stop { throw stop }
      return !deciding
    }
  }

  private static func pair(
    _ first: @escaping Run<Bool>,
    _ second: @escaping Run<Bool>,
    decidedBy deciding: Bool
  ) -> Run<Bool> {
    { (a) throws(Stop) in
      do throws(Stop) {
        if try first(&a) == deciding { return deciding }
      } catch {
        let stop = error
        do throws(Stop) {
          if try second(&a) == deciding { return deciding }
        } catch {
          throw stop.merging(error)
        }
        throw stop
      }
      return try second(&a)
    }
  }

  /// The operands of a chain of the same operator, in order, without recursion on its length.
  private func operands(of expression: Expression, _ function: String) -> [Expression] {
    var pending = [expression]
    var operands: [Expression] = []
    while let next = pending.popLast() {
      // Each part of a chain has a value of its own in a trace.
      if next.id == expression.id || !tracing,
        case .call(function, nil, let arguments) = next.kind
      {
        pending.append(contentsOf: arguments.reversed())
      } else {
        operands.append(next)
      }
    }
    return operands
  }

  mutating func planNot(_ id: ExpressionID, _ argument: Expression) -> Code {
    let operand = plan(argument).asBool(Operator.not)
    return Code(id, bool: { (a) throws(Stop) in !(try operand(&a)) })
  }

  /// `?:`; an unknown condition gives unknown.
  mutating func planConditional(_ id: ExpressionID, _ arguments: [Expression]) -> Code {
    guard arguments.count == 3 else {
      return Code(id, error: .noSuchOverload(Operator.conditional))
    }
    let condition = plan(arguments[0]).asBool(Operator.conditional)
    let yes = plan(arguments[1])
    let no = plan(arguments[2])
    let yesValue = yes.value
    let noValue = no.value
    var code = Code(id, type(of: id)) { (a) throws(Stop) in
      try condition(&a) ? try yesValue(&a) : try noValue(&a)
    }
    code.bool = Self.choose(condition, yes.bool?.run, no.bool?.run).map { BoolRun(run: $0) }
    code.int = Self.choose(condition, yes.int?.run, no.int?.run).map { IntRun(run: $0) }
    code.double = Self.choose(condition, yes.double?.run, no.double?.run).map { DoubleRun(run: $0) }
    if yes.type == no.type {
      code.bits = Self.choose(condition, yes.bits?.run, no.bits?.run).map { IntRun(run: $0) }
    }
    code.node = Self.choose(condition, yes.node?.run, no.node?.run).map { NodeRun(run: $0) }
    code.textNode = Self.choose(condition, yes.textNode?.run, no.textNode?.run).map {
      NodeRun(run: $0)
    }
    return code
  }

  private static func choose<T>(
    _ condition: @escaping Run<Bool>,
    _ yes: Run<T>?,
    _ no: Run<T>?
  ) -> Run<T>? {
    guard let yes, let no else { return nil }
    return { (a) throws(Stop) in try condition(&a) ? try yes(&a) : try no(&a) }
  }

  /// The condition of a fold that may stop early: true unless the argument is false.
  mutating func planNotStrictlyFalse(_ id: ExpressionID, _ argument: Expression) -> Code {
    let operand = plan(argument).asBool(Operator.notStrictlyFalse)
    return Code(
      id,
      bool: { (a) throws(Stop) in
        do throws(Stop) { return try operand(&a) } catch { return true }
      }
    )
  }
}
