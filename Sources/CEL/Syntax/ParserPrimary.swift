import SourceText

extension Parser {
  mutating func parsePrimary() -> Parsed {
    let token = current
    switch token.kind {
    case .int, .uint, .double: return numberLiteral(signAt: nil)
    case .string(let text): return literal(.string(Text(text)))
    case .bytes(let bytes): return literal(.bytes(bytes))
    case .null: return literal(.null)
    case .yes: return literal(.bool(true))
    case .no: return literal(.bool(false))
    case .identifier, .dot: return parseName()
    case .placeholder(let name):
      advance()
      return node(.identifier("$" + name), token.start, token.end)
    case .leftParenthesis:
      openBrackets.append(token)
      advance()
      var inner = parseExpression()
      inner.end = close(token)
      inner.start = token.start
      return inner
    case .leftBracket: return parseList()
    case .leftBrace: return parseMap()
    case .quotedField(let name):
      note(
        .celUnexpected,
        at: token.span,
        SyntaxMessage.quotedNameAlone,
        help: SyntaxMessage.quoteTextHelp(name)
      )
      advance()
      return invalid(token.start, token.end)
    case .invalid:
      advance()
      if current.kind == .leftParenthesis { skipBrackets() }
      return invalid(token.start, token.end)
    default:
      reportMissingOperand()
      return invalid(token.start, token.start)
    }
  }

  private mutating func literal(_ value: Literal) -> Parsed {
    let token = current
    advance()
    return node(.literal(value), token.start, token.end)
  }

  /// A number, whose sign belongs to it: the smallest integer cannot be written otherwise.
  mutating func numberLiteral(signAt sign: Int?) -> Parsed {
    let token = current
    advance()
    let start = sign ?? token.start
    let written = lexer.text(token.start, token.end)
    let value: Literal?
    switch token.kind {
    case .double:
      let magnitude = Double(written).flatMap { $0.isFinite ? $0 : nil }
      value = magnitude.map { .double(sign == nil ? $0 : -$0) }
    case .uint:
      value = Self.magnitude(String(written.dropLast())).map { .uint($0) }
    default:
      value = Self.magnitude(written).flatMap { Self.signed($0, isNegative: sign != nil) }
    }
    guard let value else {
      note(
        .celNumber,
        at: SourceSpan(start: UInt32(clamping: start), end: UInt32(clamping: token.end)),
        SyntaxMessage.numberTooLarge(lexer.text(start, token.end))
      )
      return invalid(start, token.end)
    }
    return node(.literal(value), start, token.end)
  }

  private static func magnitude(_ digits: String) -> UInt64? {
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return UInt64(digits.dropFirst(2), radix: 16)
    }
    return UInt64(digits, radix: 10)
  }

  private static func signed(_ magnitude: UInt64, isNegative: Bool) -> Literal? {
    guard isNegative else { return Int64(exactly: magnitude).map { .int($0) } }
    guard magnitude <= Int64.min.magnitude else { return nil }
    return .int(Int64(truncatingIfNeeded: 0 &- magnitude))
  }

  // MARK: Names

  /// `name`, `.name`, `name(…)`, `.name(…)`.
  private mutating func parseName() -> Parsed {
    let start = current.start
    let hasDot = skip(.dot)
    let token = current
    guard case .identifier(let name) = token.kind else {
      if case .invalid = token.kind {
        advance()
        return invalid(start, token.end)
      }
      reportUnexpected(expected: SyntaxMessage.name)
      return invalid(start, token.start)
    }
    advance()
    if Token.Kind.reserved.contains(name) {
      note(
        .celReserved,
        at: token.span,
        SyntaxMessage.reservedWord(name),
        help: SyntaxMessage.reservedHelp(name)
      )
      if current.kind == .leftParenthesis { skipBrackets() }
      skipStatement(after: name)
      return invalid(start, token.end)
    }
    let full = hasDot ? "." + name : name
    if current.kind == .leftParenthesis {
      return parseCall(full, nameAt: token, target: nil, start: start)
    }
    return node(.identifier(full), start, token.end)
  }

  /// After `if`, `let` and the like the rest is another language: one problem is enough.
  private mutating func skipStatement(after word: String) {
    guard current.kind.startsOperand || current.kind == .leftBrace else { return }
    isPanicking = true
    skipToDelimiter()
  }

  /// The name of a message type, when the operand is a name or a chain of names, none between backticks.
  func messageName(_ operand: Parsed) -> String? {
    var parts: [String] = []
    var expression = operand.expression
    while case .select(let inner, let field, .plain) = expression.kind {
      let end = Int(spans[Int(expression.id.rawValue) - 1].end)
      guard lexer.text(end - 1, end) != "`" else { return nil }
      parts.append(field)
      expression = inner
    }
    guard case .identifier(let first) = expression.kind,
      spans[Int(expression.id.rawValue) - 1].start == UInt32(clamping: operand.start)
    else { return nil }
    parts.append(first)
    return parts.reversed().joined(separator: ".")
  }

  mutating func parseMessage(named name: String, from start: Int) -> Parsed {
    let opening = current
    openBrackets.append(opening)
    advance()
    var fields: [Expression.MessageField] = []
    var depth = 0
    parseElements(closedBy: .rightBrace, allowsTrailingComma: true) { parser in
      let first = parser.current
      let isOptional = parser.skip(.question)
      let name = parser.current
      switch name.kind {
      case .identifier(let field), .quotedField(let field):
        parser.advance()
        guard parser.skip(.colon) else {
          parser.reportUnexpected(expected: SyntaxMessage.colon)
          return
        }
        let value = parser.parseExpression()
        depth = max(depth, value.depth)
        fields.append(
          Expression.MessageField(
            parser.newID(first.start, value.end),
            name: field,
            value: value.expression,
            isOptional: isOptional
          )
        )
      default:
        parser.reportUnexpected(expected: SyntaxMessage.fieldName)
      }
    }
    return node(.message(name: name, fields: fields), start, close(opening), depth: depth)
  }

  // MARK: Lists and maps

  private mutating func parseList() -> Parsed {
    let opening = current
    openBrackets.append(opening)
    advance()
    var elements: [Expression.ListElement] = []
    var depth = 0
    parseElements(closedBy: .rightBracket, allowsTrailingComma: true) { parser in
      let isOptional = parser.skip(.question)
      let value = parser.parseExpression()
      depth = max(depth, value.depth)
      elements.append(Expression.ListElement(value.expression, isOptional: isOptional))
    }
    return node(.list(elements), opening.start, close(opening), depth: depth)
  }

  private mutating func parseMap() -> Parsed {
    let opening = current
    openBrackets.append(opening)
    advance()
    var entries: [Expression.MapEntry] = []
    var depth = 0
    parseElements(closedBy: .rightBrace, allowsTrailingComma: true) { parser in
      let start = parser.current.start
      let isOptional = parser.skip(.question)
      let key = parser.parseExpression()
      guard parser.skip(.colon) else {
        parser.reportMissingColon(behind: key, isFirst: entries.isEmpty)
        return
      }
      let value = parser.parseExpression()
      depth = max(depth, key.depth, value.depth)
      entries.append(
        Expression.MapEntry(
          parser.newID(start, value.end),
          key: key.expression,
          value: value.expression,
          isOptional: isOptional
        )
      )
    }
    return node(.map(entries), opening.start, close(opening), depth: depth)
  }

  /// Elements between commas, up to the closing bracket, which is not taken.
  mutating func parseElements(
    closedBy closing: Token.Kind,
    allowsTrailingComma: Bool,
    _ element: (inout Parser) -> Void
  ) {
    guard current.kind != closing else { return }
    if current.kind == .comma, allowsTrailingComma, token(after: 1).kind == closing {
      // The grammar allows `[,]`.
      advance()
      return
    }
    while !isStopped {
      element(&self)
      if isPanicking { skipToDelimiter() }
      guard current.kind == .comma else { return }
      isPanicking = false
      let comma = current
      advance()
      if current.kind == closing {
        if !allowsTrailingComma {
          note(
            .celUnexpected,
            at: comma.span,
            SyntaxMessage.trailingComma,
            help: SyntaxMessage.remove(",")
          )
        }
        return
      }
    }
  }
}
