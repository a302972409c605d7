extension Expression {
  /// The tree built anew from the leaves up; `make` gets the old number of each node and its new form.
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
    let newStep = step.rebuilt(make)
    return Comprehension(
      variable: variable,
      secondVariable: secondVariable,
      range: range.rebuilt(make),
      accumulator: accumulator,
      initial: initial.rebuilt(make),
      condition: condition.rebuilt(make),
      step: newStep,
      result: result.rebuilt(make),
      macro: macro?.moved(from: step, to: newStep)
    )
  }
}

extension Expression {
  /// The nodes right below, without what a ``MacroForm`` keeps: that stands in the step of its fold.
  private var parts: [Expression] {
    switch kind {
    case .literal, .identifier, .invalid: []
    case .select(let operand, _, _): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .message(_, let fields): fields.map(\.value)
    case .comprehension(let fold):
      [fold.range, fold.initial, fold.condition, fold.step, fold.result]
    }
  }

  /// The node of another tree of the same form that stands where a node stands in this one.
  fileprivate func counterpart(of node: ExpressionID, in other: Expression) -> Expression? {
    if id == node { return other }
    for (part, otherPart) in zip(parts, other.parts) {
      if let found = part.counterpart(of: node, in: otherPart) { return found }
    }
    return nil
  }
}

extension MacroForm {
  /// The form of a fold whose step was built anew, with the bodies that stand there.
  ///
  /// They are the same nodes: built anew for themselves, folds in folds would double at each level.
  package func moved(from step: Expression, to newStep: Expression) -> MacroForm {
    mapped { step.counterpart(of: $0.id, in: newStep) ?? $0 }
  }

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
