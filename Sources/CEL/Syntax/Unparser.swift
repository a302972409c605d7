/// Writes a tree as text again, with macros as they were called and no bracket that is not needed.
///
/// Parsing the text gives the same tree, up to the numbers of the nodes, when the tree came from the
/// parser. What no text can express (nodes that a host's macro made, shown alone) is written as near
/// as possible, for messages.
public struct Unparser {
  private let macroCalls: ExpressionMap<Expression>
  private var output = ""

  /// The text of a whole tree.
  public static func text(of tree: SyntaxTree) -> String {
    text(of: tree.root, in: tree)
  }

  /// The text of one part of a tree.
  public static func text(of expression: Expression, in tree: SyntaxTree) -> String {
    var unparser = Unparser(macroCalls: tree.macroCalls)
    unparser.write(expression, Level.choice)
    return unparser.output
  }

  private init(macroCalls: ExpressionMap<Expression>) {
    self.macroCalls = macroCalls
  }

  /// How tightly the forms bind; the levels between are those of ``OperatorSpelling``.
  private enum Level {
    static let choice = 0
    static let or = 1
    static let sign = 6
    static let member = 7
  }

  /// Writes a node, in brackets when it binds less tightly than its place needs.
  private mutating func write(_ expression: Expression, _ needed: Int) {
    if let written = macroCalls[expression.id],
      case .call(let name, let target, let arguments) = written.kind
    {
      call(name, target, arguments)
      return
    }
    let level = Self.level(expression)
    if level < needed { output += "(" }
    form(expression)
    if level < needed { output += ")" }
  }

  private static func level(_ expression: Expression) -> Int {
    guard case .call(let name, nil, let arguments) = expression.kind else { return Level.member }
    if name == Operator.conditional, arguments.count == 3 { return Level.choice }
    if let binary = OperatorSpelling.binary(name), arguments.count == 2 { return binary.level }
    if OperatorSpelling.unary(name) != nil, arguments.count == 1 { return Level.sign }
    return Level.member
  }

  private mutating func form(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): output += LiteralText.text(of: literal)
    case .identifier(let name): output += name
    case .select(let operand, let field, let mode): selection(operand, field, mode)
    case .call(let name, let target, let arguments): operation(name, target, arguments)
    case .list(let elements):
      output += "["
      separated(elements) { unparser, element in
        if element.isOptional { unparser.output += "?" }
        unparser.write(element.value, Level.choice)
      }
      output += "]"
    case .map(let entries):
      output += "{"
      separated(entries) { unparser, entry in
        if entry.isOptional { unparser.output += "?" }
        unparser.write(entry.key, Level.choice)
        unparser.output += ": "
        unparser.write(entry.value, Level.choice)
      }
      output += "}"
    case .message(let name, let fields):
      output += name + "{"
      separated(fields) { unparser, field in
        if field.isOptional { unparser.output += "?" }
        unparser.output += LiteralText.field(field.name) + ": "
        unparser.write(field.value, Level.choice)
      }
      output += "}"
    case .comprehension(let fold): comprehension(fold)
    case .invalid: output += "…"
    }
  }

  private mutating func separated<Element>(
    _ elements: [Element],
    _ write: (inout Unparser, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      if index > 0 { output += ", " }
      write(&self, element)
    }
  }

  private mutating func selection(
    _ operand: Expression,
    _ field: String,
    _ mode: Expression.SelectMode
  ) {
    if mode == .test { output += "has(" }
    write(operand, Level.member)
    output += mode == .optional ? ".?" : "."
    output += LiteralText.field(field)
    if mode == .test { output += ")" }
  }

  private mutating func operation(
    _ name: String,
    _ target: Expression?,
    _ arguments: [Expression]
  ) {
    if target == nil {
      if name == Operator.conditional, arguments.count == 3 {
        write(arguments[0], Level.or)
        output += " ? "
        write(arguments[1], Level.or)
        output += " : "
        write(arguments[2], Level.choice)
        return
      }
      if name == Operator.index || name == Operator.optionalIndex, arguments.count == 2 {
        write(arguments[0], Level.member)
        output += name == Operator.optionalIndex ? "[?" : "["
        write(arguments[1], Level.choice)
        output += "]"
        return
      }
      if let binary = OperatorSpelling.binary(name), arguments.count == 2 {
        let isChain = name == Operator.and || name == Operator.or
        write(arguments[0], binary.level)
        output += " \(binary.text) "
        write(arguments[1], isChain ? binary.level : binary.level + 1)
        return
      }
      if let sign = OperatorSpelling.unary(name), let operand = arguments.first,
        arguments.count == 1
      {
        prefix(sign, name, operand)
        return
      }
    }
    call(name, target, arguments)
  }

  /// A sign before its operand; the parser joins a sign with a number, and shortens long chains, so
  /// both need brackets to stay as they are.
  private mutating func prefix(_ sign: String, _ name: String, _ operand: Expression) {
    var inner = Unparser(macroCalls: macroCalls)
    inner.write(operand, Level.sign)
    let isNumber = name == Operator.negate && inner.output.utf8.first?.isDigit == true
    output += sign
    if isNumber || isSigned(operand, name, times: 2) {
      output += "(" + inner.output + ")"
    } else {
      output += inner.output
    }
  }

  /// Whether a node is the same sign so many times over.
  private func isSigned(_ expression: Expression, _ name: String, times: Int) -> Bool {
    var node = expression
    for _ in 0..<times {
      guard macroCalls[node.id] == nil, case .call(name, nil, let arguments) = node.kind,
        let operand = arguments.first
      else { return false }
      node = operand
    }
    return true
  }

  private mutating func call(_ name: String, _ target: Expression?, _ arguments: [Expression]) {
    if let target {
      write(target, Level.member)
      output += "."
    }
    output += name + "("
    separated(arguments) { $0.write($1, Level.choice) }
    output += ")"
  }

  /// A fold that no macro made: no text gives it, so its parts are shown in their order.
  private mutating func comprehension(_ fold: Comprehension) {
    let variables = [fold.variable, fold.secondVariable].compactMap(\.self).joined(separator: ", ")
    output += "@fold(\(variables) in "
    write(fold.range, Level.choice)
    output += "; \(fold.accumulator) = "
    for part in [fold.initial, fold.condition, fold.step, fold.result] {
      write(part, Level.choice)
      output += "; "
    }
    output += ")"
  }
}

/// How literals and field names are written.
enum LiteralText {
  static func text(of literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): double(number)
    case .string(let text): quoted(text.string)
    case .bytes(let bytes): "b" + StringLiteral.escaped(bytes)
    }
  }

  private static func double(_ number: Double) -> String {
    guard number.isFinite else {
      return number.isNaN ? "(0.0 / 0.0)" : number < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)"
    }
    return "\(number)"
  }

  /// Text in quotation marks; letters of every script stay readable.
  static func quoted(_ text: String) -> String {
    let usesSingle =
      text.utf8.contains(UInt8(ascii: "\"")) && !text.utf8.contains(UInt8(ascii: "'"))
    let quote: Unicode.Scalar = usesSingle ? "'" : "\""
    var output = String.UnicodeScalarView()
    output.append(quote)
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == quote {
        output.append("\\")
        output.append(scalar)
      } else if let letter = escapes[scalar] {
        output.append("\\")
        output.append(letter)
      } else if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        output.append(contentsOf: "\\u00".unicodeScalars)
        output.append(contentsOf: StringLiteral.hexadecimal(UInt8(scalar.value)).unicodeScalars)
      } else {
        output.append(scalar)
      }
    }
    output.append(quote)
    return String(output)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\n": "n", "\r": "r", "\t": "t",
  ]

  /// A field name, in backticks when it is no plain name.
  static func field(_ name: String) -> String {
    let isPlain =
      name.utf8.first?.isNameStart == true && name.utf8.allSatisfy(\.isNamePart)
      && !["true", "false", "null", "in"].contains(name)
    return isPlain ? name : "`\(name)`"
  }
}
