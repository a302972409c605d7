import Diagnostics

extension MacroContext {
  /// Reads an expansion that is written as CEL text.
  ///
  /// `$0`, `$1` … stand for the arguments and `$target` for what the macro is called on. The
  /// expansion is hygienic: variables that the template introduces cannot be seen by the arguments,
  /// and the template's own names mean the variables of the environment, whatever the place of the
  /// call calls so. A placeholder may stand where a macro wants a new name (`$target.all($0, $1)`);
  /// the argument must then be a name. An argument that is used twice is copied.
  ///
  /// Throws when the template is wrong, when it uses an argument that is not there, and when
  /// expansions nest or grow without bound.
  public mutating func parse(
    template: String,
    arguments: [Expression] = [],
    target: Expression? = nil
  ) throws(MacroError) -> Expression {
    guard expansionDepth < Self.maxExpansionDepth else {
      throw MacroError(at: call, TemplateMessage.endless)
    }
    var lexer = Lexer(template, allowsPlaceholders: true)
    lexer.run()
    var parser = Parser(lexer, environment: environment, expansionDepth: expansionDepth + 1)
    parser.macroNames = names
    let parsed = parser.parseWhole()
    if let problem = parser.sortedProblems().first {
      throw MacroError(at: call, TemplateMessage.wrong(problem.message))
    }
    guard let parsed else { throw MacroError(at: call, SyntaxMessage.empty) }
    names = parser.macroNames
    addedDepth = max(addedDepth, parsed.depth)
    var expansion = TemplateExpansion(arguments: arguments, target: target)
    return try expansion.expand(parsed.expression, [:], &self)
  }

  /// How deeply templates may call macros of templates.
  private static let maxExpansionDepth = 16

  /// The most nodes that one text may grow to.
  var maxNodes: Int { max(10_000, environment.limits.maxLength) * 4 }
}

extension MacroDeclaration {
  /// A macro whose expansion is written as CEL text, see
  /// ``MacroContext/parse(template:arguments:target:)``.
  public init(_ name: String, isMember: Bool, arity: Int, template: String) {
    self.init(name, isMember: isMember, arity: arity) {
      (context, target, arguments) throws(MacroError) in
      try context.parse(template: template, arguments: arguments, target: target)
    }
  }
}

/// One template on its way into a tree.
private struct TemplateExpansion {
  let arguments: [Expression]
  let target: Expression?

  /// The placeholders that were used, whose next use is a copy.
  private var used: Set<String> = []

  /// What became of the nodes of the template; a body stands both in a fold's step and in its form.
  private var done = ExpressionMap<Expression>()

  init(arguments: [Expression], target: Expression?) {
    self.arguments = arguments
    self.target = target
  }

  /// Rebuilds a node of the template, with the template's variables renamed.
  mutating func expand(
    _ node: Expression,
    _ renamed: [String: String],
    _ context: inout MacroContext
  ) throws(MacroError) -> Expression {
    if let known = done[node.id] { return known }
    guard Int(context.nextID) < context.maxNodes else {
      throw MacroError(at: context.call, TemplateMessage.tooLarge)
    }
    let result: Expression
    switch node.kind {
    case .identifier(let name) where name.hasPrefix("$"):
      result = try argument(name, &context)
    case .identifier(let name):
      result = context.identifier(free(name, renamed, context))
    case .literal, .invalid:
      result = context.make(node.kind)
    case .select(let operand, let field, let mode):
      let operand = try expand(operand, renamed, &context)
      result = context.make(.select(operand: operand, field: field, mode: mode))
    case .call(let function, let target, let arguments):
      var newTarget: Expression?
      if let target { newTarget = try expand(target, renamed, &context) }
      let newArguments = try expand(arguments, renamed, &context)
      result = context.make(.call(function: function, target: newTarget, arguments: newArguments))
    case .list(let elements):
      result = context.make(.list(try list(elements, renamed, &context)))
    case .map(let entries):
      result = context.make(.map(try map(entries, renamed, &context)))
    case .message(let name, let fields):
      result = context.make(.message(name: name, fields: try message(fields, renamed, &context)))
    case .comprehension(let fold):
      result = context.make(.comprehension(try comprehension(fold, renamed, &context)))
    }
    done[node.id] = result
    return result
  }

  private mutating func expand(
    _ nodes: [Expression],
    _ renamed: [String: String],
    _ context: inout MacroContext
  ) throws(MacroError) -> [Expression] {
    var results: [Expression] = []
    for node in nodes { results.append(try expand(node, renamed, &context)) }
    return results
  }

  private mutating func list(
    _ elements: [Expression.ListElement],
    _ renamed: [String: String],
    _ context: inout MacroContext
  ) throws(MacroError) -> [Expression.ListElement] {
    var results: [Expression.ListElement] = []
    for element in elements {
      let value = try expand(element.value, renamed, &context)
      results.append(Expression.ListElement(value, isOptional: element.isOptional))
    }
    return results
  }

  private mutating func map(
    _ entries: [Expression.MapEntry],
    _ renamed: [String: String],
    _ context: inout MacroContext
  ) throws(MacroError) -> [Expression.MapEntry] {
    var results: [Expression.MapEntry] = []
    for entry in entries {
      let key = try expand(entry.key, renamed, &context)
      let value = try expand(entry.value, renamed, &context)
      results.append(
        Expression.MapEntry(context.newID(), key: key, value: value, isOptional: entry.isOptional)
      )
    }
    return results
  }

  private mutating func message(
    _ fields: [Expression.MessageField],
    _ renamed: [String: String],
    _ context: inout MacroContext
  ) throws(MacroError) -> [Expression.MessageField] {
    var results: [Expression.MessageField] = []
    for field in fields {
      let value = try expand(field.value, renamed, &context)
      results.append(
        Expression.MessageField(
          context.newID(),
          name: field.name,
          value: value,
          isOptional: field.isOptional
        )
      )
    }
    return results
  }

  private mutating func comprehension(
    _ fold: Comprehension,
    _ renamed: [String: String],
    _ context: inout MacroContext
  ) throws(MacroError) -> Comprehension {
    let range = try expand(fold.range, renamed, &context)
    let initial = try expand(fold.initial, renamed, &context)
    var outer = renamed
    let accumulator = try newName(fold.accumulator, &outer, &context)
    var inner = outer
    let variable = try newName(fold.variable, &inner, &context)
    var second: String?
    if let name = fold.secondVariable { second = try newName(name, &inner, &context) }
    let condition = try expand(fold.condition, inner, &context)
    let step = try expand(fold.step, inner, &context)
    let result = try expand(fold.result, outer, &context)
    // The bodies in the form are nodes of the step, so all of them are known by now.
    let known = done
    let form = fold.macro?.mapped { known[$0.id] ?? $0 }
    return Comprehension(
      variable: variable,
      secondVariable: second,
      range: range,
      accumulator: accumulator,
      initial: initial,
      condition: condition,
      step: step,
      result: result,
      macro: form
    )
  }

  // MARK: Names

  /// The name of a variable of a fold: the caller's when it is a placeholder, else one that nothing
  /// else can be called.
  private func newName(
    _ name: String,
    _ renamed: inout [String: String],
    _ context: inout MacroContext
  ) throws(MacroError) -> String {
    if name.hasPrefix("$") {
      return try MacroDeclaration.variableName(try value(of: name, context))
    }
    if name.hasPrefix("@") || name.hasPrefix("#") {
      renamed[name] = nil
      return name
    }
    let fresh = context.freshName(name)
    renamed[name] = fresh
    return fresh
  }

  /// A name of the template: one of its own variables, or absolute when it is the environment's.
  private func free(
    _ name: String,
    _ renamed: [String: String],
    _ context: MacroContext
  ) -> String {
    if let own = renamed[name] { return own }
    let environment = context.environment
    return environment.container.isEmpty && environment.variables[name] != nil ? "." + name : name
  }

  private func value(
    of placeholder: String,
    _ context: MacroContext
  ) throws(MacroError) -> Expression {
    let name = placeholder.dropFirst()
    if name == "target", let target { return target }
    if let index = Int(name), arguments.indices.contains(index) { return arguments[index] }
    throw MacroError(at: context.call, TemplateMessage.noArgument(placeholder))
  }

  private mutating func argument(
    _ placeholder: String,
    _ context: inout MacroContext
  ) throws(MacroError) -> Expression {
    let value = try value(of: placeholder, context)
    return used.insert(placeholder).inserted ? value : context.copy(value)
  }
}

/// What is said about templates; their authors read it, through the caller's expression.
private enum TemplateMessage {
  static let endless = LocalizedText(
    th: "มาโครเรียกกันเองไม่รู้จบ",
    en: "the macro expands to itself without end"
  )

  static let tooLarge = LocalizedText(
    th: "มาโครขยายเป็นนิพจน์ที่ใหญ่เกินไป",
    en: "the macro expands to too large an expression"
  )

  static func wrong(_ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: "แม่แบบของมาโครไม่ถูกต้อง: \(reason.th)",
      en: "the macro's template is wrong: \(reason.en)"
    )
  }

  static func noArgument(_ placeholder: String) -> LocalizedText {
    LocalizedText(
      th: "แม่แบบของมาโครใช้ \(placeholder) ซึ่งไม่มี",
      en: "the macro's template uses \(placeholder), which is not there"
    )
  }
}
