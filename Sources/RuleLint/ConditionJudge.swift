import CEL

/// Whether a condition can hold at all, and whether it can fail, as far as constants tell.
///
/// Looks at `&&`, `||`, `!`, comparisons with constants and equal parts. What it cannot tell it leaves open:
/// it never calls a condition constant that is not.
struct ConditionJudge {
  /// What came out.
  enum Verdict: Equatable {
    /// It holds whenever its values are known.
    case always
    /// It never holds; the part that rules it out, where it is a part.
    case never(because: String?)
    case open
  }

  let tree: SyntaxTree

  /// Judges a condition; what it says is added to the facts, as far as it is one `&&` of parts.
  func judge(_ facts: inout ConditionFacts) -> Verdict {
    judge(tree.root, &facts)
  }

  private func judge(_ expression: Expression, _ facts: inout ConditionFacts) -> Verdict {
    if case .literal(.bool(let flag)) = expression.kind {
      return flag ? .always : .never(because: nil)
    }
    if case .call(let name, nil, let arguments) = expression.kind {
      switch (name, arguments.count) {
      case (Operator.and, 2): return and(arguments, &facts)
      case (Operator.or, 2): return or(arguments, facts)
      case (Operator.not, 1): return not(arguments[0], &facts)
      case (Operator.equals, 2), (Operator.less, 2), (Operator.lessOrEqual, 2),
        (Operator.greater, 2), (Operator.greaterOrEqual, 2), (Operator.notEquals, 2):
        if let verdict = constants(name, arguments) { return verdict }
      default: break
      }
    }
    return part(expression, holds: true, &facts)
  }

  private func and(_ parts: [Expression], _ facts: inout ConditionFacts) -> Verdict {
    let first = judge(parts[0], &facts)
    if case .never = first { return first }
    let second = judge(parts[1], &facts)
    if case .never = second { return second }
    return first == .always && second == .always ? .always : .open
  }

  private func or(_ parts: [Expression], _ facts: ConditionFacts) -> Verdict {
    let verdicts = parts.map { part in
      var own = facts
      return judge(part, &own)
    }
    if verdicts.contains(.always) { return .always }
    let isNever = verdicts.allSatisfy { if case .never = $0 { true } else { false } }
    return isNever ? .never(because: nil) : .open
  }

  private func not(_ inner: Expression, _ facts: inout ConditionFacts) -> Verdict {
    if case .call(let name, nil, _) = inner.kind, name == Operator.and || name == Operator.or {
      var own = facts
      switch judge(inner, &own) {
      case .always: return .never(because: nil)
      case .never: return .always
      case .open: return .open
      }
    }
    return part(inner, holds: false, &facts)
  }

  /// A comparison, or anything else that holds or does not.
  private func part(
    _ expression: Expression,
    holds: Bool,
    _ facts: inout ConditionFacts
  ) -> Verdict {
    let text = Unparser.text(of: expression, in: tree)
    if var comparison = Comparison(expression, in: tree) {
      if !holds { comparison = comparison.contrary }
      if facts.imply(comparison) { return .always }
      return facts.take(comparison) ? .open : .never(because: holds ? text : "!(\(text))")
    }
    return facts.take(text, holds: holds) ? .open : .never(because: holds ? text : "!\(text)")
  }

  /// Two constants compared.
  private func constants(_ name: String, _ arguments: [Expression]) -> Verdict? {
    guard let a = ConditionFacts.Constant(arguments[0]),
      let b = ConditionFacts.Constant(arguments[1])
    else { return nil }
    var holds: Bool
    switch (a, b) {
    case (.number(let a), .number(let b)):
      switch name {
      case Operator.less: holds = a < b
      case Operator.lessOrEqual: holds = a <= b
      case Operator.greater: holds = a > b
      case Operator.greaterOrEqual: holds = a >= b
      case Operator.equals: holds = a == b
      default: holds = a != b
      }
    default:
      guard name == Operator.equals || name == Operator.notEquals else { return nil }
      holds = (a == b) == (name == Operator.equals)
    }
    return holds ? .always : .never(because: nil)
  }
}
