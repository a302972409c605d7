import Diagnostics
import SourceText

extension Checker {
  /// `operand.field` in any mode, or a qualified name.
  mutating func selection(
    _ expression: Expression,
    _ operand: Expression,
    _ field: String,
    _ mode: Expression.SelectMode
  ) -> CELType {
    if mode == .plain, let name = names.qualifiedName(expression), let found = names.lookUp(name) {
      references[expression.id] = found.reference
      return found.type
    }
    let operandType = mapping.substitute(visit(operand))
    var target = operandType
    var isOptional = mode == .optional
    if case .optional(let wrapped) = operandType {
      target = mapping.substitute(wrapped)
      isOptional = true
    }
    let type = fieldType(expression, operand, target, field)
    switch mode {
    case .test: return .bool
    case .plain, .optional: return mapping.substitute(isOptional ? .optional(type) : type)
    }
  }

  private mutating func fieldType(
    _ expression: Expression,
    _ operand: Expression,
    _ target: CELType,
    _ field: String
  ) -> CELType {
    switch target {
    case .map(_, let value):
      return reportUnknownKey(expression, operand, field) ? .error : value
    case .dyn: return reportUnknownField(expression, operand, field) ? .error : .dyn
    case .error: return .dyn
    case .parameter:
      _ = mapping.assign([.dyn], to: [target])
      return .dyn
    case .record(let name):
      guard let record = names.environment.records[name] else { return .dyn }
      if let declared = record.fields[field] { return declared.type }
      let suggestion = Suggestion.nearest(to: field, among: record.fields.keys.sorted())
      problems.add(
        ExpressionProblem(
          .celUnknownField,
          at: fieldSpan(expression, field),
          CheckMessage.unknownField(field, in: target.words(names.environment.typeLabels)),
          help: CheckMessage.fieldHelp(suggestion, fields: record.fields.keys.sorted())
        )
      )
      return .error
    default:
      report(
        .celNoFields,
        fieldSpan(expression, field),
        CheckMessage.noFields(words(target), field: field),
        help: CheckMessage.noFieldsHelp(target, field: field, of: written(operand))
          ?? names.environment.hints.instead(of: field)
      )
      return .error
    }
  }

  /// Reports a key that the map which a function gives never has; whether it did.
  private mutating func reportUnknownKey(
    _ expression: Expression,
    _ operand: Expression,
    _ field: String
  ) -> Bool {
    guard case .call(let function, nil, _) = operand.kind,
      let keys = names.environment.keysOfResults[function], !keys.contains(field)
    else { return false }
    report(
      .celUnknownField,
      fieldSpan(expression, field),
      CheckMessage.unknownField(field, in: LocalizedText(verbatim: "\(function)()")),
      help: CheckMessage.fieldHelp(Suggestion.nearest(to: field, among: keys), fields: keys)
    )
    return true
  }

  /// The place of the field's name alone, at the end of the selection.
  func fieldSpan(_ expression: Expression, _ field: String) -> SourceSpan {
    let whole = span(expression)
    var length = UInt32(clamping: field.utf8.count)
    let bytes = tree.source.utf8
    let last = bytes.index(
      bytes.startIndex,
      offsetBy: max(0, Int(whole.end) - 1),
      limitedBy: bytes.endIndex
    )
    if let last, last < bytes.endIndex, bytes[last] == UInt8(ascii: "`") { length += 2 }
    guard whole.end >= whole.start + length else { return whole }
    return SourceSpan(start: whole.end - length, end: whole.end)
  }

  /// Whether no point follows a name, which would make it the beginning of a longer one.
  private func isAlone(_ expression: Expression) -> Bool {
    tree.source.utf8.dropFirst(Int(span(expression).end)).first != UInt8(ascii: ".")
  }

  mutating func reportUnknownName(_ name: String, _ expression: Expression) {
    let plain = name.withoutLeadingDot
    if names.environment.functions[plain] != nil || names.environment.macros[plain] != nil {
      report(
        .celUnknownName,
        expression,
        CheckMessage.functionAsName(plain),
        help: SyntaxMessage.write("\(plain)(…)")
      )
      return
    }
    let environment = names.environment
    let declared =
      names.localNames + Array(environment.variables.keys) + Array(environment.constants.keys)
    let longer = (declared + environment.functions.keys).filter {
      $0.hasPrefix(plain + ".") && Self.isWritable($0)
    }
    if !longer.isEmpty, isAlone(expression) {
      report(
        .celUnknownName,
        expression,
        CheckMessage.beginningOfNames(plain),
        help: CheckMessage.writeOne(
          of: longer.sorted().map { environment.functions[$0] == nil ? $0 : $0 + "(…)" }
        )
      )
      return
    }
    if let meant = environment.hints.instead(ofName: plain) {
      report(.celUnknownName, expression, CheckMessage.unknownName(plain), help: meant)
      return
    }
    // Of `params.limit` the first part can be mistyped by itself.
    let known = Set(
      declared + declared.compactMap { $0.split(separator: ".").first.map(String.init) }
    )
    report(
      .celUnknownName,
      expression,
      CheckMessage.unknownName(plain),
      help: .didYouMean(nearestTo: plain, among: known.filter(Self.isWritable).sorted())
    )
  }
}
