extension Expression {
  /// The tree built anew from the leaves up; `make` gets the old number of each node and its new form.
  ///
  /// The body that a ``MacroForm`` keeps is rebuilt with the same numbers as in the step of its fold
  /// when `make` answers the same for the same number.
  func rebuilt(_ make: (ExpressionID, Kind) -> Expression) -> Expression {
    switch kind {
    case .literal, .identifier, .invalid:
      return make(id, kind)
    case .select(let operand, let field, let mode):
      return make(id, .select(operand: operand.rebuilt(make), field: field, mode: mode))
    case .call(let function, let target, let arguments):
      let newTarget = target?.rebuilt(make)
      let newArguments = arguments.map { $0.rebuilt(make) }
      return make(id, .call(function: function, target: newTarget, arguments: newArguments))
    case .list(let elements):
      return make(
        id,
        .list(elements.map { ListElement($0.value.rebuilt(make), isOptional: $0.isOptional) })
      )
    case .map(let entries):
      return make(
        id,
        .map(
          entries.map { entry in
            MapEntry(
              make(entry.id, .invalid).id,
              key: entry.key.rebuilt(make),
              value: entry.value.rebuilt(make),
              isOptional: entry.isOptional
            )
          }
        )
      )
    case .message(let name, let fields):
      return make(
        id,
        .message(
          name: name,
          fields: fields.map { field in
            MessageField(
              make(field.id, .invalid).id,
              name: field.name,
              value: field.value.rebuilt(make),
              isOptional: field.isOptional
            )
          }
        )
      )
    case .comprehension(let fold):
      return make(id, .comprehension(fold.rebuilt(make)))
    }
  }
}

extension Comprehension {
  /// The fold with its parts built anew.
  func rebuilt(_ make: (ExpressionID, Expression.Kind) -> Expression) -> Comprehension {
    Comprehension(
      variable: variable,
      secondVariable: secondVariable,
      range: range.rebuilt(make),
      accumulator: accumulator,
      initial: initial.rebuilt(make),
      condition: condition.rebuilt(make),
      step: step.rebuilt(make),
      result: result.rebuilt(make),
      macro: macro?.mapped { $0.rebuilt(make) }
    )
  }
}

extension MacroForm {
  /// The form with its bodies replaced.
  func mapped(_ change: (Expression) -> Expression) -> MacroForm {
    switch self {
    case .all(let body): .all(change(body))
    case .exists(let body): .exists(change(body))
    case .existsOne(let body): .existsOne(change(body))
    case .filter(let body): .filter(change(body))
    case .map(let filter, let transform):
      .map(filter: filter.map(change), transform: change(transform))
    case .transformList(let filter, let transform):
      .transformList(filter: filter.map(change), transform: change(transform))
    case .transformMap(let filter, let transform):
      .transformMap(filter: filter.map(change), transform: change(transform))
    case .transformMapEntry(let filter, let transform):
      .transformMapEntry(filter: filter.map(change), transform: change(transform))
    }
  }
}
