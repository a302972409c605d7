import Diagnostics
import SourceText

// What to write instead of operands that do not fit, as far as the text itself tells it.
extension Checker {
  /// The help for a call of which no form takes the operands; `target` stands first among them.
  func help(
    _ name: String,
    _ operands: [Expression],
    _ types: [CELType],
    _ overloads: [Overload],
    isMember: Bool
  ) -> LocalizedText? {
    operandHelp(name, operands, types) ?? literalHelp(operands, types, overloads)
      ?? operatorHelp(name, operands, types) ?? constructorHelp(name, operands, types, overloads)
      ?? CheckMessage.noOverloadHelp(
        name,
        types,
        overloads,
        isMember: isMember,
        labels: names.environment.typeLabels,
        hidden: names.environment.hints.fraction == nil ? [] : [.uint, .double]
      )
  }

  /// An operand as it can be repeated in a suggestion; nil when it is long or nothing anyone wrote.
  func written(_ expression: Expression, isReceiver: Bool = false) -> String? {
    let place = span(expression)
    guard place.end - place.start <= 120 else { return nil }
    let text = Unparser.text(of: expression, in: tree)
    guard text.utf8.count <= 60, !text.utf8.contains(UInt8(ascii: "@")) else { return nil }
    if isReceiver, case .call(let name, nil, _) = expression.kind,
      OperatorSpelling.binary(name) != nil || OperatorSpelling.unary(name) != nil
        || name == Operator.conditional
    {
      return "(\(text))"
    }
    return text
  }

  // MARK: Operands

  private func operandHelp(
    _ name: String,
    _ operands: [Expression],
    _ types: [CELType]
  ) -> LocalizedText? {
    if let number = groupedNumber(operands) { return SyntaxMessage.write(number) }
    if name == Operator.conditional, operands.count == 3 { return choiceHelp(operands, types) }
    guard operands.count == 2, types.count == 2 else { return nil }
    switch name {
    case Operator.equals, Operator.notEquals:
      if let help = nullHelp(operands, types, isEqual: name == Operator.equals)
        ?? quotesHelp(operands, types)
      {
        return help
      }
      if case .list(types[0]) = types[1] {
        return listHelp(operands, isNegated: name == Operator.notEquals)
      }
    case Operator.isIn:
      if let help = inHelp(operands, types) { return help }
    case Operator.index, Operator.optionalIndex:
      if case .record(let record) = types[0], case .literal(.string(let key)) = operands[1].kind,
        names.environment.records[record]?.fields[key.string] != nil
      {
        return written(operands[0], isReceiver: true).map {
          SyntaxMessage.write("\($0).\(key.string)")
        }
      }
    case "contains":
      if case .list = types[0], let list = written(operands[0]), let part = written(operands[1]) {
        return SyntaxMessage.write("\(part) in \(list)")
      }
    default: break
    }
    return chainHelp(name, operands) ?? sizeHelp(name, operands, types)
      ?? recordHelp(name, operands, types)
  }

  /// A literal that is one way of a choice, as the other way needs it.
  private func choiceHelp(_ operands: [Expression], _ types: [CELType]) -> LocalizedText? {
    for (position, other) in [(2, 1), (1, 2)] {
      if let literal = literal(operands[position]),
        let text = converted(literal, to: types[other])
      {
        return SyntaxMessage.write(text)
      }
    }
    return nil
  }

  /// `contains(a, b)` for `a.contains(b)`, and `a.max()` for `max(a)`.
  func styleHelp(
    _ declaration: FunctionDeclaration,
    _ operands: [Expression],
    isMember: Bool
  ) -> LocalizedText? {
    guard declaration.overloads.contains(where: { $0.parameters.count == operands.count }),
      let first = operands.first
    else { return nil }
    var texts: [String] = []
    for operand in operands.dropFirst(isMember ? 0 : 1) {
      guard let text = written(operand) else { return nil }
      texts.append(text)
    }
    let arguments = texts.joined(separator: ", ")
    if isMember { return SyntaxMessage.write("\(declaration.name)(\(arguments))") }
    return written(first, isReceiver: true).map {
      SyntaxMessage.write("\($0).\(declaration.name)(\(arguments))")
    }
  }

  /// Whether a value is there, where the value itself was written for it.
  func presenceHelp(_ expression: Expression) -> LocalizedText? {
    guard let presence = names.environment.hints.presence else { return nil }
    switch expression.kind {
    case .identifier, .select:
      return written(expression).map { CheckMessage.askWhether("\(presence.present)(\($0))") }
    default: return nil
    }
  }

  /// `title == null` asks whether there is a title, as does `year == ""`.
  private func nullHelp(
    _ operands: [Expression],
    _ types: [CELType],
    isEqual: Bool
  ) -> LocalizedText? {
    let empty = operands.firstIndex {
      if case .literal(.string(let text)) = $0.kind { text.string.isEmpty } else { false }
    }
    guard let at = types.firstIndex(of: .null) ?? empty, let value = written(operands[1 - at])
    else { return nil }
    if let presence = names.environment.hints.presence {
      return SyntaxMessage.write("\(isEqual ? presence.missing : presence.present)(\(value))")
    }
    guard types[at] == .null, case .select = operands[1 - at].kind else { return nil }
    return SyntaxMessage.write(isEqual ? "!has(\(value))" : "has(\(value))")
  }

  /// A number that is compared with text, such as a code.
  private func quotesHelp(_ operands: [Expression], _ types: [CELType]) -> LocalizedText? {
    guard let at = types.firstIndex(of: .int), types[1 - at] == .string,
      case .literal = operands[at].kind
    else { return nil }
    return SyntaxMessage.quoteTextHelp(source(of: operands[at]))
  }

  /// `projects > 1` compares the number of projects.
  private func sizeHelp(
    _ name: String,
    _ operands: [Expression],
    _ types: [CELType]
  ) -> LocalizedText? {
    guard Self.comparisonSign(name) != nil, let number = types.firstIndex(of: .int),
      case .list = types[1 - number], let list = written(operands[1 - number])
    else { return nil }
    return SyntaxMessage.write("size(\(list))")
  }

  /// `year == [2569, 2570]` asks whether the list has the year.
  private func listHelp(_ operands: [Expression], isNegated: Bool) -> LocalizedText? {
    guard let element = written(operands[0]), let list = written(operands[1]) else { return nil }
    return SyntaxMessage.write(isNegated ? "!(\(element) in \(list))" : "\(element) in \(list)")
  }

  /// `in` between texts, between values, and in a list of literals of another type.
  private func inHelp(_ operands: [Expression], _ types: [CELType]) -> LocalizedText? {
    if types[0] == .string, types[1] == .string {
      guard let whole = written(operands[1], isReceiver: true), let part = written(operands[0])
      else { return nil }
      return SyntaxMessage.write("\(whole).contains(\(part))")
    }
    if types[0] == types[1] {
      guard let a = written(operands[0]), let b = written(operands[1]) else { return nil }
      return SyntaxMessage.write("\(a) == \(b)")
    }
    guard case .list(let elements) = operands[1].kind, !elements.isEmpty, elements.count <= 8 else {
      return nil
    }
    var texts: [String] = []
    for element in elements {
      guard !element.isOptional, let literal = literal(element.value),
        let text = converted(literal, to: types[0])
      else { return nil }
      texts.append(text)
    }
    return SyntaxMessage.write("[\(texts.joined(separator: ", "))]")
  }

  /// `1 < x < 2` is two comparisons; `(a == b) == c` is meant as it stands.
  private func chainHelp(_ name: String, _ operands: [Expression]) -> LocalizedText? {
    guard let sign = Self.orderSign(name),
      case .call(let inner, nil, let first) = operands[0].kind, first.count == 2,
      let innerSign = Self.orderSign(inner), let a = written(first[0]),
      let b = written(first[1]), let c = written(operands[1])
    else { return nil }
    return SyntaxMessage.write("\(a) \(innerSign) \(b) && \(b) \(sign) \(c)")
  }

  private static func orderSign(_ name: String) -> String? {
    name == Operator.equals || name == Operator.notEquals ? nil : comparisonSign(name)
  }

  private static func comparisonSign(_ name: String) -> String? {
    guard let found = OperatorSpelling.binary(name), found.level == 3, name != Operator.isIn else {
      return nil
    }
    return found.text
  }

  /// A record that stands for one of its fields: those that would fit.
  private func recordHelp(
    _ name: String,
    _ operands: [Expression],
    _ types: [CELType]
  ) -> LocalizedText? {
    guard OperatorSpelling.binary(name) != nil, name != Operator.isIn,
      let overloads = names.environment.functions[name]?.overloads
    else { return nil }
    for position in 0...1 {
      guard case .record(let record) = types[position],
        let fields = names.environment.records[record]?.fields,
        let value = written(operands[position], isReceiver: true)
      else { continue }
      let fitting = fields.keys.sorted().filter { key in
        guard let type = fields[key]?.type else { return false }
        let pair = position == 0 ? [type, types[1]] : [types[0], type]
        return overloads.contains { Self.takes(pair, $0) }
      }
      guard !fitting.isEmpty else { continue }
      return CheckMessage.chooseField(fitting.map { "\(value).\($0)" })
    }
    return nil
  }

  /// `!(a == b)` where `!a == b` was written, which negates `a` alone.
  func negationHelp(_ operand: Expression) -> LocalizedText? {
    guard let whole = negated[operand.id], case .call(let name, nil, let parts) = whole.kind,
      let sign = OperatorSpelling.binary(name)?.text, let left = written(operand),
      let right = written(parts[1])
    else { return nil }
    return SyntaxMessage.write("!(\(left) \(sign) \(right))")
  }

  /// Notes what `!` stands before on the left of a comparison, before it is looked at.
  mutating func noteNegation(_ expression: Expression, _ name: String, _ arguments: [Expression]) {
    guard OperatorSpelling.binary(name)?.level == 3, arguments.count == 2,
      case .call(Operator.not, nil, let operands) = arguments[0].kind, let operand = operands.first
    else { return }
    negated[operand.id] = expression
  }

  /// `||` between a comparison and a bare value: the comparison that was meant.
  func comparisonHelp(_ expression: Expression, _ arguments: [Expression]) -> LocalizedText? {
    guard arguments.count == 2, arguments[1].id == expression.id,
      case .literal = expression.kind, let value = written(expression)
    else { return nil }
    var node = arguments[0]
    while case .call(let name, nil, let parts) = node.kind, parts.count == 2 {
      switch name {
      case Operator.or, Operator.and:
        if case .literal = parts[1].kind { node = parts[0] } else { node = parts[1] }
      case Operator.equals, Operator.notEquals:
        guard let sign = Self.comparisonSign(name), let left = written(parts[0]) else { return nil }
        return SyntaxMessage.write("\(left) \(sign) \(value)")
      default: return nil
      }
    }
    return nil
  }
}
