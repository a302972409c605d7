import Diagnostics

extension MacroDeclaration {
  /// The macros of the specification with those of optional types, two variables and bindings.
  public static let standard: [MacroDeclaration] =
    [
      MacroDeclaration("has", isMember: false, arity: 1, expand: expandHas),
      MacroDeclaration("bind", isMember: true, arity: 3, expand: expandBind),
      MacroDeclaration("optMap", isMember: true, arity: 2) {
        (context, target, arguments) throws(MacroError) in
        try expandOptional(&context, target, arguments, wraps: true)
      },
      MacroDeclaration("optFlatMap", isMember: true, arity: 2) {
        (context, target, arguments) throws(MacroError) in
        try expandOptional(&context, target, arguments, wraps: false)
      },
    ] + folds
}

/// How the fold macros differ.
private enum FoldShape {
  case all, exists, existsOne, filter
  case map, transformList, transformMap, transformMapEntry
}

extension MacroDeclaration {
  private static var folds: [MacroDeclaration] {
    [
      fold("all", .all, variables: 1, bodies: 1),
      fold("all", .all, variables: 2, bodies: 1),
      fold("exists", .exists, variables: 1, bodies: 1),
      fold("exists", .exists, variables: 2, bodies: 1),
      fold("exists_one", .existsOne, variables: 1, bodies: 1),
      fold("exists_one", .existsOne, variables: 2, bodies: 1),
      fold("existsOne", .existsOne, variables: 1, bodies: 1),
      fold("existsOne", .existsOne, variables: 2, bodies: 1),
      fold("filter", .filter, variables: 1, bodies: 1),
      fold("map", .map, variables: 1, bodies: 1),
      fold("map", .map, variables: 1, bodies: 2),
      fold("transformList", .transformList, variables: 2, bodies: 1),
      fold("transformList", .transformList, variables: 2, bodies: 2),
      fold("transformMap", .transformMap, variables: 2, bodies: 1),
      fold("transformMap", .transformMap, variables: 2, bodies: 2),
      fold("transformMapEntry", .transformMapEntry, variables: 2, bodies: 1),
      fold("transformMapEntry", .transformMapEntry, variables: 2, bodies: 2),
    ]
  }

  private static func fold(
    _ name: String,
    _ shape: FoldShape,
    variables: Int,
    bodies: Int
  ) -> MacroDeclaration {
    MacroDeclaration(name, isMember: true, arity: variables + bodies) {
      (context, target, arguments) throws(MacroError) in
      guard let target, arguments.count == variables + bodies, let body = arguments.last else {
        return nil
      }
      var names: [String] = []
      for argument in arguments.prefix(variables) {
        let name = try variableName(argument)
        // The name of the specification for what a fold gathers; other engines keep it free too.
        if name == "__result__" {
          throw MacroError(at: argument.id, MacroMessage.reservedName(name))
        }
        if names.contains(name) {
          throw MacroError(at: argument.id, MacroMessage.sameNames(name))
        }
        names.append(name)
      }
      let fold = FoldMacro(
        shape: shape,
        variable: names[0],
        secondVariable: names.count > 1 ? names[1] : nil,
        range: target,
        filter: bodies == 2 ? arguments[variables] : nil,
        body: body
      )
      return fold.expanded(&context)
    }
  }

  /// The name of the variable that an argument introduces.
  static func variableName(_ argument: Expression) throws(MacroError) -> String {
    guard case .identifier(let name) = argument.kind, !name.hasPrefix(".") else {
      throw MacroError(at: argument.id, MacroMessage.needsName, help: MacroMessage.needsNameHelp)
    }
    guard name != FoldMacro.accumulator else {
      throw MacroError(at: argument.id, MacroMessage.reservedName(name))
    }
    return name
  }

  private static func expandHas(
    _ context: inout MacroContext,
    _ target: Expression?,
    _ arguments: [Expression]
  ) throws(MacroError) -> Expression? {
    guard let argument = arguments.first else { return nil }
    guard case .select(let operand, let field, .plain) = argument.kind else {
      throw MacroError(at: argument.id, MacroMessage.hasNeedsField, help: MacroMessage.hasHelp)
    }
    // The node keeps the place of the field, which is where a problem with it is shown.
    return Expression(argument.id, .select(operand: operand, field: field, mode: .test))
  }

  private static func expandBind(
    _ context: inout MacroContext,
    _ target: Expression?,
    _ arguments: [Expression]
  ) throws(MacroError) -> Expression? {
    guard case .identifier("cel") = target?.kind, arguments.count == 3 else { return nil }
    let name = try variableName(arguments[0])
    return context.bind(name, to: arguments[1], in: arguments[2])
  }

  /// `o.optMap(x, e)`: binds the optional once, so that chains stay linear.
  private static func expandOptional(
    _ context: inout MacroContext,
    _ target: Expression?,
    _ arguments: [Expression],
    wraps: Bool
  ) throws(MacroError) -> Expression? {
    guard let target, arguments.count == 2 else { return nil }
    let name = try variableName(arguments[0])
    let holder = context.freshName("optional")
    let tested = context.identifier(holder)
    let condition = context.call("hasValue", target: tested)
    let opened = context.identifier(holder)
    let value = context.call("value", target: opened)
    let bound = context.bind(name, to: value, in: arguments[1])
    let present = wraps ? context.call("optional.of", bound) : bound
    let none = context.call("optional.none")
    let choice = context.call(Operator.conditional, condition, present, none)
    context.addedDepth = 6
    return context.bind(holder, to: target, in: choice)
  }
}

/// One fold on its way to a comprehension.
private struct FoldMacro {
  let shape: FoldShape
  let variable: String
  let secondVariable: String?
  let range: Expression
  let filter: Expression?
  let body: Expression

  /// The accumulator of all standard folds; inner folds may reuse it because bodies cannot name it.
  static let accumulator = "@result"

  func expanded(_ context: inout MacroContext) -> Expression {
    let initial = context.make(initialKind)
    let condition = condition(&context)
    let step = step(&context)
    var result = context.identifier(Self.accumulator)
    if case .existsOne = shape {
      let one = context.make(.literal(.int(1)))
      result = context.call(Operator.equals, result, one)
    }
    return context.make(
      .comprehension(
        Comprehension(
          variable: variable,
          secondVariable: secondVariable,
          range: range,
          accumulator: Self.accumulator,
          initial: initial,
          condition: condition,
          step: step,
          result: result,
          macro: form
        )
      )
    )
  }

  private var initialKind: Expression.Kind {
    switch shape {
    case .all: .literal(.bool(true))
    case .exists: .literal(.bool(false))
    case .existsOne: .literal(.int(0))
    case .filter, .map, .transformList: .list([])
    case .transformMap, .transformMapEntry: .map([])
    }
  }

  private var form: MacroForm {
    switch shape {
    case .all: .all(body)
    case .exists: .exists(body)
    case .existsOne: .existsOne(body)
    case .filter: .filter(body)
    case .map: .map(filter: filter, transform: body)
    case .transformList: .transformList(filter: filter, transform: body)
    case .transformMap: .transformMap(filter: filter, transform: body)
    case .transformMapEntry: .transformMapEntry(filter: filter, transform: body)
    }
  }

  private func condition(_ context: inout MacroContext) -> Expression {
    switch shape {
    case .all:
      let accumulator = context.identifier(Self.accumulator)
      return context.call(Operator.notStrictlyFalse, accumulator)
    case .exists:
      let accumulator = context.identifier(Self.accumulator)
      let negated = context.call(Operator.not, accumulator)
      return context.call(Operator.notStrictlyFalse, negated)
    default:
      return context.make(.literal(.bool(true)))
    }
  }

  private func step(_ context: inout MacroContext) -> Expression {
    let accumulator = context.identifier(Self.accumulator)
    switch shape {
    case .all: return context.call(Operator.and, accumulator, body)
    case .exists: return context.call(Operator.or, accumulator, body)
    case .existsOne:
      let one = context.make(.literal(.int(1)))
      let more = context.call(Operator.add, accumulator, one)
      return guarded(more, by: body, &context)
    case .filter:
      let element = context.identifier(variable)
      let list = context.make(.list([Expression.ListElement(element)]))
      let longer = context.call(Operator.add, accumulator, list)
      return guarded(longer, by: body, &context)
    case .map, .transformList:
      let list = context.make(.list([Expression.ListElement(body)]))
      let longer = context.call(Operator.add, accumulator, list)
      return guarded(longer, by: filter, &context)
    case .transformMap:
      let key = context.identifier(variable)
      let larger = context.call(Operator.mapInsert, accumulator, key, body)
      return guarded(larger, by: filter, &context)
    case .transformMapEntry:
      let larger = context.call(Operator.mapInsert, accumulator, body)
      return guarded(larger, by: filter, &context)
    }
  }

  /// `filter ? value : accumulator`, or the value where there is no filter.
  private func guarded(
    _ value: Expression,
    by filter: Expression?,
    _ context: inout MacroContext
  ) -> Expression {
    guard let filter else { return value }
    let unchanged = context.identifier(Self.accumulator)
    return context.call(Operator.conditional, filter, value, unchanged)
  }
}

extension Operator {
  /// Adds an entry to a map; only macros write it.
  public static let mapInsert = "cel.@mapInsert"
}

/// What the standard macros say.
enum MacroMessage {
  static let needsName = LocalizedText(
    th: "ตรงนี้ต้องเป็นชื่อตัวแปรใหม่อย่างเดียว",
    en: "this must be a plain new name"
  )

  static let needsNameHelp = LocalizedText(
    th: "เช่น x ใน รายการ.all(x, x > 0)",
    en: "such as x in list.all(x, x > 0)"
  )

  static func reservedName(_ name: String) -> LocalizedText {
    LocalizedText(
      th: "ชื่อ \(name) สงวนไว้ให้ภาษา จึงใช้เป็นชื่อตัวแปรไม่ได้",
      en: "the name \(name) is reserved and cannot be given to a variable"
    )
  }

  static func sameNames(_ name: String) -> LocalizedText {
    LocalizedText(th: "ใช้ชื่อ \(name) ซ้ำกันไม่ได้", en: "the name \(name) is used twice")
  }

  static let hasNeedsField = LocalizedText(
    th: "has() ใช้กับการเลือกช่องข้อมูลเท่านั้น",
    en: "has() asks for a field"
  )

  static let hasHelp = LocalizedText(
    th: "ให้เขียนแบบ has(a.b)",
    en: "write it as has(a.b)"
  )
}
