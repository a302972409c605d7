import Diagnostics
import SourceText

extension Checker {
  mutating func call(
    _ expression: Expression,
    _ function: String,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> CELType {
    if target == nil { noteNegation(expression, function, arguments) }
    if target == nil, let type = logic(expression, function, arguments) { return type }
    guard let target else {
      guard let declaration = names.function(function) else {
        reportUnknownFunction(function, expression, nil, arguments)
        return .error
      }
      return resolve(expression, declaration, nil, arguments, arguments.map { visit($0) })
    }
    // `a.b.f(x)` may be a function whose name has dots.
    if let prefix = dottedName(target), let declaration = names.function(prefix + "." + function) {
      return resolve(expression, declaration, nil, arguments, arguments.map { visit($0) })
    }
    guard let declaration = names.function(function) else {
      reportUnknownMember(function, expression, target, arguments)
      return .error
    }
    let argumentTypes = arguments.map { visit($0) }
    let targetType = visit(target)
    return resolve(
      expression,
      declaration,
      target,
      arguments,
      [targetType] + argumentTypes
    )
  }

  /// The logical operators, of which each operand is judged by itself, so that the place is exact.
  private mutating func logic(
    _ expression: Expression,
    _ function: String,
    _ arguments: [Expression]
  ) -> CELType? {
    switch function {
    case Operator.and, Operator.or, Operator.not, Operator.notStrictlyFalse:
      let areBools = arguments.map { argument in
        requireBool(visit(argument), argument) {
          $0.negationHelp(argument) ?? $0.comparisonHelp(argument, arguments)
        }
      }
      references[expression.id] = .overloads(
        names.environment.functions[function]?.overloads.map(\.id) ?? []
      )
      // Of `!title in list` only the operand of `!` is told.
      return function == Operator.not && areBools.contains(false) ? .error : .bool
    case Operator.conditional:
      guard let condition = arguments.first, let declaration = names.function(function) else {
        return nil
      }
      requireBool(visit(condition), condition)
      let values = arguments.dropFirst().map { visit($0) }
      return resolve(expression, declaration, nil, arguments, [.bool] + values)
    default:
      return nil
    }
  }

  /// The dotted name that a target may be part of; a variable of a fold does not hide a function.
  private func dottedName(_ target: Expression) -> String? {
    var rest = ""
    var node = target
    while case .select(let operand, let field, .plain) = node.kind {
      rest = "." + field + rest
      node = operand
    }
    guard case .identifier(let first) = node.kind else { return nil }
    return first + rest
  }

  /// Chooses the overloads that fit; the result is `dyn` when several fit and differ.
  private mutating func resolve(
    _ expression: Expression,
    _ declaration: FunctionDeclaration,
    _ target: Expression?,
    _ arguments: [Expression],
    _ argumentTypes: [CELType]
  ) -> CELType {
    var fitting: [String] = []
    var result: CELType?
    let isOpen = argumentTypes.contains { mapping.substitute($0).holdsDyn }
    for overload in declaration.overloads where overload.isMember == (target != nil) {
      guard overload.parameters.count == argumentTypes.count else { continue }
      let (parameters, resultType) = instantiated(overload)
      guard mapping.assign(argumentTypes, to: parameters) else { continue }
      fitting.append(overload.id)
      // What an argument of any type leaves open may be anything: it is for no later call to choose.
      let type = mapping.substitute(resultType, unknownAsDyn: isOpen)
      if let known = result {
        if known != .dyn, known != type { result = .dyn }
      } else {
        result = type
      }
    }
    guard let result else {
      // What is wrong with an argument was told.
      if argumentTypes.contains(.error) { return .error }
      reportNoOverload(expression, declaration, target, arguments, argumentTypes)
      return .error
    }
    if let mixed = mixedList(arguments, declaration, fitting) {
      report(
        .celNoOverload,
        mixed,
        CheckMessage.mixedList(declaration.name),
        help: CheckMessage.mixedListHelp
      )
      return .error
    }
    references[expression.id] = .overloads(fitting)
    checkLiterals((target.map { [$0] } ?? []) + arguments, of: fitting)
    return result
  }

  /// A list that is written out and whose elements no overload takes all, though one by one they may fit:
  /// `max([baht(2), 3])`.
  ///
  /// Such a list is one of `dyn` and fits everywhere; it is held against overloads on types of the host
  /// only, whose values cannot be told from numbers once they are added up.
  private mutating func mixedList(
    _ arguments: [Expression],
    _ declaration: FunctionDeclaration,
    _ fitting: [String]
  ) -> Expression? {
    for (index, argument) in arguments.enumerated() {
      guard case .list(let elements) = argument.kind,
        mapping.substitute(types[argument.id] ?? .dyn) == .list(.dyn)
      else { continue }
      let wanted =
        declaration.overloads.filter { fitting.contains($0.id) }.compactMap { overload in
          let number = index + overload.parameters.count - arguments.count
          guard number >= 0, case .list(let element) = overload.parameters[number] else {
            return nil
          }
          return element
        } as [CELType]
      guard wanted.contains(where: \.isOpaque) else { continue }
      let isTaken = wanted.contains { type in
        elements.allSatisfy { mapping.assign([types[$0.value.id] ?? .dyn], to: [type]) }
      }
      if !isTaken { return argument }
    }
    return nil
  }

  /// The types of an overload with fresh variables for its parameters.
  private mutating func instantiated(_ overload: Overload) -> ([CELType], CELType) {
    guard !overload.typeParameters.isEmpty else { return (overload.parameters, overload.result) }
    var fresh: [String: CELType] = [:]
    for name in overload.typeParameters { fresh[name] = mapping.freshVariable() }
    let parameters = overload.parameters.map { $0.replacing(fresh) }
    return (parameters, overload.result.replacing(fresh))
  }

  /// Reports the literals that every overload that fits would refuse.
  private mutating func checkLiterals(_ operands: [Expression], of overloads: [String]) {
    let checks = names.environment.literalChecks
    if checks.isEmpty { return }
    for (number, operand) in operands.enumerated() {
      guard case .literal(let literal) = operand.kind else { continue }
      var refusals: [LiteralRefusal] = []
      for overload in overloads {
        if let refusal = checks[overload]?[number]?(literal) { refusals.append(refusal) }
      }
      guard let refusal = refusals.first, refusals.count == overloads.count else { continue }
      report(.celLiteral, operand, refusal.message, help: refusal.help)
    }
  }

  // MARK: Problems

  /// Reports a function that nothing declares.
  ///
  /// The arguments are looked at unless a macro was meant, whose variables would all be unknown.
  private mutating func reportUnknownFunction(
    _ name: String,
    _ expression: Expression,
    _ target: Expression?,
    on type: CELType? = nil,
    _ arguments: [Expression]
  ) {
    let isMember = target != nil
    let plain = name.withoutLeadingDot
    if reportMacroMisuse(plain, expression, target, count: arguments.count) { return }
    let environment = names.environment
    let known = environment.functions.values.lazy
      .filter { $0.overloads.contains { $0.isMember == isMember } }
      .map(\.name)
    let macros = environment.macros.filter { $0.value.contains { $0.isMember == isMember } }.keys
    let suggestion = Suggestion.nearest(
      to: plain,
      among: (Array(known).filter(Self.isWritable) + Array(macros)).sorted()
    )
    let isMacro = isMember && arguments.count > 1 && arguments[0].isName
    let instead =
      isMacro
      ? environment.hints.instead(ofFold: plain) : environment.hints.instead(of: plain, on: type)
    report(
      .celUnknownFunction,
      nameSpan(expression, plain, target),
      CheckMessage.unknownFunction(plain),
      help: instead ?? suggestion.map { .didYouMean($0 + "()") }
    )
    if !isMacro, suggestion.map({ environment.macros[$0] == nil }) ?? true {
      for argument in arguments { _ = visit(argument) }
    }
  }

  private mutating func reportUnknownMember(
    _ name: String,
    _ expression: Expression,
    _ target: Expression,
    _ arguments: [Expression]
  ) {
    if isUnknownRoot(target), let prefix = dottedName(target) {
      // A name that is only a namespace (`maths.abs(x)`, `cel.bind(x)`) is part of the function's name.
      if prefix == "cel",
        reportMacroMisuse(name, expression, target, count: arguments.count)
      {
        return
      }
      let full = prefix + "." + name
      let dotted = names.environment.functions.keys.filter { $0.contains(".") }
        .filter(Self.isWritable).sorted()
      let suggestion = Suggestion.nearest(to: full, among: ["cel.bind"] + dotted)
      if suggestion != nil || dotted.contains(where: { $0.hasPrefix(prefix + ".") }) {
        let end = nameSpan(expression, name, target).end
        report(
          .celUnknownFunction,
          SourceSpan(start: span(expression).start, end: end),
          CheckMessage.unknownFunction(full),
          help: suggestion.map { .didYouMean($0 + "()") }
        )
        if suggestion != "cel.bind" {
          for argument in arguments { _ = visit(argument) }
        }
        return
      }
    }
    let targetType = mapping.substitute(visit(target))
    guard targetType != .error else { return }
    if case .record(let record) = targetType,
      names.environment.records[record]?.fields[name] != nil
    {
      report(
        .celUnknownFunction,
        callSpan(expression, name, target),
        CheckMessage.fieldAsFunction(name, of: targetType.words(names.environment.typeLabels)),
        help: CheckMessage.withoutBrackets(name)
      )
      return
    }
    reportUnknownFunction(name, expression, target, on: targetType, arguments)
  }

  private func isUnknownRoot(_ expression: Expression) -> Bool {
    var node = expression
    while case .select(let operand, _, .plain) = node.kind { node = operand }
    guard case .identifier(let name) = node.kind else { return false }
    return names.local(name) == nil && names.lookUp(name) == nil
  }

  /// A macro called with the wrong number of arguments stays a call and ends here.
  private mutating func reportMacroMisuse(
    _ name: String,
    _ expression: Expression,
    _ target: Expression?,
    count: Int
  ) -> Bool {
    let forms = names.environment.macros[name] ?? []
    guard !forms.isEmpty else { return false }
    let isMember = target != nil
    let place = nameSpan(expression, name, target)
    let arities = Set(forms.filter { $0.isMember == isMember }.compactMap(\.arity)).sorted()
    if arities.isEmpty {
      guard !forms.contains(where: { $0.isMember == isMember }) else { return false }
      report(
        .celMacro,
        place,
        CheckMessage.macroStyle(name, isMember: isMember),
        help: !isMember && count == 1 ? names.environment.hints.instead(of: name) : nil
      )
      return true
    }
    guard !arities.contains(count) else { return false }
    report(.celMacro, place, CheckMessage.macroArity(name, arities, found: count))
    return true
  }

  /// Whether a name can be written in an expression, with dots.
  static func isWritable(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0.isNamePart || $0 == UInt8(ascii: ".") }
  }

  private mutating func reportNoOverload(
    _ expression: Expression,
    _ declaration: FunctionDeclaration,
    _ target: Expression?,
    _ arguments: [Expression],
    _ argumentTypes: [CELType]
  ) {
    let found = argumentTypes.map { mapping.substitute($0, unknownAsDyn: true) }
    let operands = (target.map { [$0] } ?? []) + arguments
    let style = declaration.overloads.filter { $0.isMember == (target != nil) }
    if style.isEmpty {
      report(
        .celNoOverload,
        callSpan(expression, declaration.name, target),
        CheckMessage.callStyle(declaration.name, isMember: target == nil),
        help: styleHelp(declaration, operands, isMember: target != nil)
      )
      return
    }
    report(
      .celNoOverload,
      place(ofCall: expression, declaration.name, target, arguments, argumentTypes, style),
      CheckMessage.noOverload(
        declaration.name,
        argumentTypes.map { words($0) },
        isMember: target != nil
      ),
      help: help(declaration.name, operands, found, style, isMember: target != nil)
    )
  }

  /// The argument that fits no overload where all the others do, else the call without its target.
  private mutating func place(
    ofCall expression: Expression,
    _ name: String,
    _ target: Expression?,
    _ arguments: [Expression],
    _ types: [CELType],
    _ overloads: [Overload]
  ) -> SourceSpan {
    if let sign = OperatorSpelling.binary(name)?.text, target == nil {
      return operatorSpan(expression, sign, arguments)
    }
    guard Self.isWritable(name) else { return span(expression) }
    let wrong = arguments.indices.filter { index in
      var others = types
      others[index + types.count - arguments.count] = .error
      return overloads.contains { overload in
        let parameters = instantiated(overload).0
        return mapping.assign(others, to: parameters)
      }
    }
    if wrong.count == 1 { return span(arguments[wrong[0]]) }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let start = span(expression).start
    let call = callSpan(expression, last, target)
    return target == nil && name.contains(".") ? SourceSpan(start: start, end: call.end) : call
  }
}

extension CELType {
  /// Whether it is a type of the host's values.
  fileprivate var isOpaque: Bool {
    if case .opaque = self { return true }
    return false
  }
}
