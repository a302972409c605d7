import SourceText

extension Parser {
  /// The operators between two operands, by how tightly they bind.
  private static func binary(_ kind: Token.Kind) -> (name: String, level: Int)? {
    switch kind {
    case .equal: (Operator.equals, 1)
    case .notEqual: (Operator.notEquals, 1)
    case .less: (Operator.less, 1)
    case .lessOrEqual: (Operator.lessOrEqual, 1)
    case .greater: (Operator.greater, 1)
    case .greaterOrEqual: (Operator.greaterOrEqual, 1)
    case .isIn: (Operator.isIn, 1)
    case .plus: (Operator.add, 2)
    case .minus: (Operator.subtract, 2)
    case .star: (Operator.multiply, 3)
    case .slash: (Operator.divide, 3)
    case .percent: (Operator.modulo, 3)
    default: nil
    }
  }

  /// Comparisons and arithmetic from a level on, by precedence climbing; all bind to the left.
  mutating func parseBinary(_ level: Int) -> Parsed {
    var left = parseUnary()
    while !isStopped {
      if case .invalid = current.kind, token(after: 1).kind.startsOperand, !isPanicking {
        // A strange sign between two operands was reported; go on behind it.
        advance()
        let right = parseBinary(3)
        left = invalid(left.start, right.end)
        continue
      }
      guard let found = Self.binary(current.kind), found.level >= level else { break }
      advance()
      let right = parseBinary(found.level + 1)
      left = node(
        .call(
          function: found.name,
          target: nil,
          arguments: [left.expression, right.expression]
        ),
        left.start,
        right.end,
        depth: max(left.depth, right.depth)
      )
    }
    return left
  }

  /// `!x`, `-x`; a chain keeps its parity and at most two signs, so that it cannot nest.
  mutating func parseUnary() -> Parsed {
    let start = current.start
    switch current.kind {
    case .not:
      var starts: [Int] = []
      while current.kind == .not {
        starts.append(current.start)
        advance()
      }
      return prefixed(Operator.not, starts, parseOperandOfSign())
    case .minus:
      var starts: [Int] = []
      while current.kind == .minus {
        starts.append(current.start)
        advance()
      }
      if current.kind == .int || current.kind == .double, let sign = starts.popLast() {
        let literal = numberLiteral(signAt: sign)
        return prefixed(Operator.negate, starts, parseMember(of: literal))
      }
      return prefixed(Operator.negate, starts, parseOperandOfSign())
    case .identifier(let word) where isWordNot(word):
      note(
        .celOperator,
        at: current.span,
        SyntaxMessage.noSuchOperator(word),
        help: SyntaxMessage.write("!")
      )
      advance()
      return prefixed(Operator.not, [start], parseOperandOfSign())
    default:
      return parseMember(of: parsePrimary())
    }
  }

  /// What a sign stands before: signs of the other kind may follow.
  private mutating func parseOperandOfSign() -> Parsed {
    guard current.kind == .not || current.kind == .minus else {
      return parseMember(of: parsePrimary())
    }
    guard nesting < environment.limits.maxDepth else {
      let start = current.start
      stopTooDeep(at: start)
      return invalid(start, start)
    }
    nesting += 1
    defer { nesting -= 1 }
    return parseUnary()
  }

  private func isWordNot(_ word: String) -> Bool {
    guard word.lowercased() == "not" else { return false }
    switch token(after: 1).kind {
    case .identifier, .yes, .no, .leftParenthesis:
      // `not(x)` may be a function of the host.
      return token(after: 1).kind != .leftParenthesis || environment.functions[word] == nil
    default:
      return false
    }
  }

  private mutating func prefixed(_ name: String, _ starts: [Int], _ operand: Parsed) -> Parsed {
    var result = operand
    let kept = starts.count <= 2 ? starts : Array(starts.prefix(2 - starts.count % 2))
    for start in kept.reversed() {
      result = node(
        .call(function: name, target: nil, arguments: [result.expression]),
        start,
        operand.end,
        depth: result.depth
      )
    }
    return result
  }

  // MARK: Selection, indexing, calls

  /// `.field`, `.?field`, `[index]`, `[?index]`, `.function(…)`, `Name{…}` behind an operand.
  mutating func parseMember(of operand: Parsed) -> Parsed {
    var left = operand
    while !isStopped {
      switch current.kind {
      case .dot: left = parseSelection(of: left)
      case .leftBracket: left = parseIndex(of: left)
      case .leftBrace:
        guard let name = messageName(left) else { return left }
        left = parseMessage(named: name, from: left.start)
      default: return left
      }
    }
    return left
  }

  private mutating func parseSelection(of operand: Parsed) -> Parsed {
    advance()
    let isOptional = skip(.question)
    let name = current
    switch name.kind {
    case .identifier(let field) where !isOptional && token(after: 1).kind == .leftParenthesis:
      advance()
      return parseCall(field, nameAt: name, target: operand, start: operand.start)
    case .identifier(let field), .quotedField(let field):
      advance()
      return select(operand, field, isOptional, end: name.end)
    case .yes, .no, .null, .isIn:
      let word = lexer.text(name.start, name.end)
      note(
        .celReserved,
        at: name.span,
        SyntaxMessage.keywordAsField(word),
        help: SyntaxMessage.indexInstead(word)
      )
      advance()
      return select(operand, word, isOptional, end: name.end)
    case .invalid:
      advance()
      if current.kind == .leftParenthesis { skipBrackets() }
      return invalid(operand.start, name.end)
    default:
      reportUnexpected(expected: SyntaxMessage.fieldName)
      return invalid(operand.start, operand.end)
    }
  }

  private mutating func select(
    _ operand: Parsed,
    _ field: String,
    _ isOptional: Bool,
    end: Int
  ) -> Parsed {
    node(
      .select(
        operand: operand.expression,
        field: field,
        mode: isOptional ? .optional : .plain
      ),
      operand.start,
      end,
      depth: operand.depth
    )
  }

  private mutating func parseIndex(of operand: Parsed) -> Parsed {
    let opening = current
    openBrackets.append(opening)
    advance()
    let isOptional = skip(.question)
    reportThroughList()
    let index = parseExpression()
    let end = close(opening)
    return node(
      .call(
        function: isOptional ? Operator.optionalIndex : Operator.index,
        target: nil,
        arguments: [operand.expression, index.expression]
      ),
      operand.start,
      end,
      depth: max(operand.depth, index.depth)
    )
  }

  /// `name(…)` or `target.name(…)` from its bracket on, macros expanded.
  mutating func parseCall(
    _ name: String,
    nameAt: Token,
    target: Parsed?,
    start: Int
  ) -> Parsed {
    let opening = current
    openBrackets.append(opening)
    advance()
    var arguments: [Expression] = []
    var depth = target?.depth ?? 0
    parseElements(closedBy: .rightParenthesis, allowsTrailingComma: false) { parser in
      let argument = parser.parseExpression()
      arguments.append(argument.expression)
      depth = max(depth, argument.depth)
    }
    let end = close(opening)
    let call = node(
      .call(function: name, target: target?.expression, arguments: arguments),
      start,
      end,
      depth: depth
    )
    return expandMacro(call, name, nameAt: nameAt, target: target?.expression, arguments)
  }
}
