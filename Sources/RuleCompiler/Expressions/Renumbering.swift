import CEL

extension Expression {
  /// The same tree with all its numbers raised, for putting it into another tree.
  ///
  /// Recursive: the parser bounds the depth.
  func renumbered(by offset: UInt32, highest: inout UInt32) -> Expression {
    let number = id.rawValue + offset
    highest = max(highest, number)
    return Expression(ExpressionID(number), kind.renumbered(by: offset, highest: &highest))
  }
}

extension Expression.Kind {
  fileprivate func renumbered(by offset: UInt32, highest: inout UInt32) -> Expression.Kind {
    switch self {
    case .literal, .identifier, .invalid: return self
    case .select(let operand, let field, let mode):
      return .select(
        operand: operand.renumbered(by: offset, highest: &highest),
        field: field,
        mode: mode
      )
    case .call(let function, let target, let arguments):
      var moved: [Expression] = []
      let newTarget = target?.renumbered(by: offset, highest: &highest)
      for argument in arguments { moved.append(argument.renumbered(by: offset, highest: &highest)) }
      return .call(function: function, target: newTarget, arguments: moved)
    case .list(let elements):
      var moved: [Expression.ListElement] = []
      for element in elements {
        moved.append(
          Expression.ListElement(
            element.value.renumbered(by: offset, highest: &highest),
            isOptional: element.isOptional
          )
        )
      }
      return .list(moved)
    case .map(let entries): return .map(Self.renumbered(entries, offset, &highest))
    case .message(let name, let fields):
      return .message(name: name, fields: Self.renumbered(fields, offset, &highest))
    case .comprehension(let fold):
      return .comprehension(fold.renumbered(by: offset, highest: &highest))
    }
  }

  private static func renumbered(
    _ entries: [Expression.MapEntry],
    _ offset: UInt32,
    _ highest: inout UInt32
  ) -> [Expression.MapEntry] {
    var moved: [Expression.MapEntry] = []
    for entry in entries {
      let number = entry.id.rawValue + offset
      highest = max(highest, number)
      moved.append(
        Expression.MapEntry(
          ExpressionID(number),
          key: entry.key.renumbered(by: offset, highest: &highest),
          value: entry.value.renumbered(by: offset, highest: &highest),
          isOptional: entry.isOptional
        )
      )
    }
    return moved
  }

  private static func renumbered(
    _ fields: [Expression.MessageField],
    _ offset: UInt32,
    _ highest: inout UInt32
  ) -> [Expression.MessageField] {
    var moved: [Expression.MessageField] = []
    for field in fields {
      let number = field.id.rawValue + offset
      highest = max(highest, number)
      moved.append(
        Expression.MessageField(
          ExpressionID(number),
          name: field.name,
          value: field.value.renumbered(by: offset, highest: &highest),
          isOptional: field.isOptional
        )
      )
    }
    return moved
  }
}

extension Comprehension {
  fileprivate func renumbered(by offset: UInt32, highest: inout UInt32) -> Comprehension {
    let newStep = step.renumbered(by: offset, highest: &highest)
    return Comprehension(
      variable: variable,
      secondVariable: secondVariable,
      range: range.renumbered(by: offset, highest: &highest),
      accumulator: accumulator,
      initial: initial.renumbered(by: offset, highest: &highest),
      condition: condition.renumbered(by: offset, highest: &highest),
      step: newStep,
      result: result.renumbered(by: offset, highest: &highest),
      macro: macro?.moved(from: step, to: newStep)
    )
  }
}
