import Diagnostics

// What a part of type `dyn` can be, where the host said so: the element of several lists is of one of their
// records. Only selections are judged by it, so that a mistyped field is found before the rule runs.
extension Checker {
  /// The types that a part can have that was checked; nil when it may be anything.
  func possibleTypes(_ expression: Expression) -> [CELType]? {
    if let type = types[expression.id].map({ mapping.substitute($0) }), !type.leavesOpen {
      return [type]
    }
    switch expression.kind {
    case .identifier(let name): return names.possibleTypes(name)
    case .select(let operand, let field, .plain):
      return possibleTypes(operand).flatMap { fieldTypes($0, field) }
    case .list(let elements):
      return joined(elements.map(\.value))?.map { .list($0) }
    case .call(Operator.index, nil, let arguments):
      return arguments.first.flatMap { possibleElements($0) }
    case .call(Operator.conditional, nil, let arguments):
      return joined(Array(arguments.dropFirst()))
    case .call(let function, nil, let arguments):
      return names.environment.possibleResults[function]?(arguments)
    default: return nil
    }
  }

  /// What the elements of a list can be and, where these are meant, the values of a map.
  func possibleElements(_ expression: Expression, ofMaps: Bool = true) -> [CELType]? {
    guard let types = possibleTypes(expression) else { return nil }
    var found: [CELType] = []
    for type in types {
      switch type {
      case .list(let element): found.append(element)
      case .map(_, let value) where ofMaps: found.append(value)
      default: return nil
      }
    }
    return found.contains { $0.leavesOpen } ? nil : found
  }

  private func joined(_ expressions: [Expression]) -> [CELType]? {
    var found: [CELType] = []
    for expression in expressions {
      guard let types = possibleTypes(expression) else { return nil }
      found += types
    }
    return found
  }

  /// The types of a field in the records that have it; nil where a type is no record.
  private func fieldTypes(_ types: [CELType], _ field: String) -> [CELType]? {
    guard let records = records(types) else { return nil }
    let found = records.compactMap { $0.fields[field]?.type }
    return found.isEmpty || found.contains { $0.leavesOpen } ? nil : found
  }

  private func records(_ types: [CELType]) -> [RecordDeclaration]? {
    var found: [RecordDeclaration] = []
    for type in types {
      guard case .record(let name) = type, let record = names.environment.records[name] else {
        return nil
      }
      found.append(record)
    }
    return found.isEmpty ? nil : found
  }

  /// Reports a field that none of the records has that the operand can be; whether it did.
  mutating func reportUnknownField(
    _ expression: Expression,
    _ operand: Expression,
    _ field: String
  ) -> Bool {
    guard let types = possibleTypes(operand), let records = records(types),
      !records.contains(where: { $0.fields[field] != nil })
    else { return false }
    var words: [LocalizedText] = []
    for type in types {
      let next = type.words(names.environment.typeLabels)
      if !words.contains(next) { words.append(next) }
    }
    let fields = Set(records.flatMap(\.fields.keys)).sorted()
    report(
      .celUnknownField,
      fieldSpan(expression, field),
      CheckMessage.unknownField(field, inAny: words),
      help: CheckMessage.fieldHelp(Suggestion.nearest(to: field, among: fields), fields: fields)
    )
    return true
  }
}

extension CELType {
  /// Whether values of the type, or what is in them, may be anything.
  fileprivate var leavesOpen: Bool {
    switch self {
    case .dyn, .error, .parameter: true
    case .list(let element), .optional(let element): element.leavesOpen
    case .map(_, let value): value.leavesOpen
    default: false
    }
  }
}
