import Diagnostics
import SourceText

// What to write instead of literals of the wrong type.
extension Checker {
  /// What to write instead of a literal that stands where a value of another type would fit.
  func literalHelp(
    _ operands: [Expression],
    _ types: [CELType],
    _ overloads: [Overload]
  ) -> LocalizedText? {
    for position in operands.indices.reversed() {
      guard let literal = literal(operands[position]) else { continue }
      for wanted in wanted(at: position, types, overloads) {
        guard let text = converted(literal, to: wanted) else { continue }
        if wanted == .int, case .string = literal { return CheckMessage.withoutQuotes(text) }
        return SyntaxMessage.write(text)
      }
    }
    return nil
  }

  /// The types that would fit in a place beside the others as they are; that of the other first, then the
  /// one for fractions.
  private func wanted(
    at position: Int,
    _ types: [CELType],
    _ overloads: [Overload]
  ) -> [CELType] {
    var result: [CELType] = []
    for overload in overloads where overload.parameters.count == types.count {
      var type = overload.parameters[position]
      if case .parameter = type {
        guard types.count == 2 else { continue }
        type = types[1 - position]
      }
      var fitted = types
      fitted[position] = type
      guard type != types[position], Self.takes(fitted, overload), !result.contains(type) else {
        continue
      }
      result.append(type)
    }
    let first = result.filter { types.count == 2 && $0 == types[1 - position] }
    let fractions = result.filter { type in
      if case .opaque(let name, _) = type {
        name == names.environment.hints.fraction
      } else {
        false
      }
    }
    return first + fractions + result
  }

  /// Whether an overload takes values of some types, as far as it does not leave them open.
  static func takes(_ types: [CELType], _ overload: Overload) -> Bool {
    guard overload.parameters.count == types.count else { return false }
    return zip(overload.parameters, types).allSatisfy { parameter, type in
      if case .parameter = parameter { return types[0] == types[1] }
      return parameter == type || parameter == .dyn
    }
  }

  /// A constructor that was given a literal of another constructor, as in `money(500)`, or what it makes.
  func constructorHelp(
    _ name: String,
    _ operands: [Expression],
    _ types: [CELType],
    _ overloads: [Overload]
  ) -> LocalizedText? {
    guard operands.count == 1, names.environment.hints.constructors.contains(name) else {
      return nil
    }
    if overloads.contains(where: { $0.result == types[0] }) {
      return written(operands[0]).map(SyntaxMessage.write)
    }
    guard let literal = literal(operands[0]) else { return nil }
    for overload in overloads {
      guard case .opaque = overload.result,
        let text = converted(literal, to: overload.result)
      else { continue }
      return SyntaxMessage.write(text)
    }
    return nil
  }

  /// The literal that stands there; a day without quotation marks, which is a subtraction, counts as text.
  func literal(_ expression: Expression) -> Literal? {
    if case .literal(let literal) = expression.kind { return literal }
    guard case .call(let name, nil, _) = expression.kind,
      name == Operator.subtract || name == Operator.divide
    else { return nil }
    let text = source(of: expression)
    let isDay = text.utf8.allSatisfy {
      $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/")
    }
    return isDay ? .string(Text(text)) : nil
  }

  /// A literal as a value of another type; nil where it cannot be one.
  func converted(_ literal: Literal, to type: CELType) -> String? {
    switch (literal, type) {
    case (.string(let text), .int): return Self.wholeNumber(text.string)
    case (.double(let number), .int):
      return Int64(exactly: number).map { String($0) }
    case (_, .opaque(let name, _)): return names.environment.hints.literals[name]?(literal)
    default: return nil
    }
  }

  /// A number in digits of any script, with commas or without.
  private static func wholeNumber(_ text: String) -> String? {
    var digits = ""
    for scalar in text.unicodeScalars where scalar != "," {
      guard scalar.properties.generalCategory == .decimalNumber,
        let value = scalar.properties.numericValue
      else {
        guard digits.isEmpty, scalar == "-" else { return nil }
        digits = "-"
        continue
      }
      digits += String(Int(value))
    }
    return Int64(digits).map { String($0) }
  }

  /// `baht(1,000)`: one number with a comma in it, not two.
  func groupedNumber(_ operands: [Expression]) -> String? {
    guard operands.count > 1 else { return nil }
    for (first, second) in zip(operands, operands.dropFirst()) {
      guard case .literal(.int) = first.kind, case .literal(.int) = second.kind,
        span(second).start == span(first).end + 1, source(of: second).utf8.count == 3
      else { continue }
      return source(of: first) + source(of: second)
    }
    return nil
  }

  func source(of expression: Expression) -> String { source(at: span(expression)) }

  /// What the host has for an operator; literals were looked at before, and what is left of them cannot be
  /// an amount.
  func operatorHelp(
    _ name: String,
    _ operands: [Expression],
    _ types: [CELType]
  ) -> LocalizedText? {
    guard types.count == 2 else { return nil }
    let isEquality = name == Operator.equals || name == Operator.notEquals
    if isEquality, operands.contains(where: { literal($0) != nil }) { return nil }
    return names.environment.hints.operators[WritingHints.Use(name, types[0], types[1])]
  }
}
