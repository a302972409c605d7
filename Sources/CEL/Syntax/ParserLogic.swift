import SourceText

/// Chains of `&&` and `||`, which become balanced trees however long they are.
extension Parser {
  /// The two logical operators, of which chains are balanced.
  enum Logic {
    case or, and

    var name: String { self == .or ? Operator.or : Operator.and }
  }

  mutating func parseLogic(_ logic: Logic) -> Parsed {
    let first = logic == .or ? parseLogic(.and) : parseBinary(1)
    guard logicFollows(logic) else { return first }
    var terms: [Parsed] = []
    flatten(first, logic, into: &terms)
    while logicFollows(logic), !isStopped {
      advance()
      let next = logic == .or ? parseLogic(.and) : parseBinary(1)
      flatten(next, logic, into: &terms)
    }
    return balanced(terms[...], logic)
  }

  /// Whether the operator stands here; `and` and `or` count, with a problem.
  private mutating func logicFollows(_ logic: Logic) -> Bool {
    switch current.kind {
    case .or: return logic == .or
    case .and: return logic == .and
    case .identifier(let word):
      let meant = word.lowercased() == "and" ? Logic.and : word.lowercased() == "or" ? .or : nil
      guard meant == logic, token(after: 1).kind.startsOperand || token(after: 1).kind == .minus
      else { return false }
      note(
        .celOperator,
        at: current.span,
        SyntaxMessage.noSuchOperator(word),
        help: SyntaxMessage.write(logic == .or ? "||" : "&&")
      )
      return true
    default: return false
    }
  }

  /// Adds a term, taking a chain in brackets apart: `a && (b && c)` is the chain of three.
  private func flatten(_ term: Parsed, _ logic: Logic, into terms: inout [Parsed]) {
    var pending: [Parsed] = [term]
    while let next = pending.popLast() {
      guard case .call(let name, nil, let arguments) = next.expression.kind, name == logic.name,
        arguments.count == 2, macroCalls[next.expression.id] == nil
      else {
        terms.append(next)
        continue
      }
      for argument in arguments.reversed() {
        let span = spans[Int(argument.id.rawValue) - 1]
        pending.append(
          Parsed(
            expression: argument,
            start: Int(span.start),
            end: Int(span.end),
            depth: max(1, next.depth - 1)
          )
        )
      }
    }
  }

  private mutating func balanced(_ terms: ArraySlice<Parsed>, _ logic: Logic) -> Parsed {
    guard terms.count > 1, let only = terms.first, let last = terms.last else {
      return terms.first ?? invalid(current.start, current.start)
    }
    let middle = terms.startIndex + (terms.count + 1) / 2
    let left = balanced(terms[..<middle], logic)
    let right = balanced(terms[middle...], logic)
    return node(
      .call(
        function: logic.name,
        target: nil,
        arguments: [left.expression, right.expression]
      ),
      only.start,
      last.end,
      depth: max(left.depth, right.depth)
    )
  }
}
