package import CEL
import DocumentArena
import ThaiText

/// What is there and what is not: the functions that see missing data instead of passing it on.
///
/// They are the only ones that do; everything else is unknown when an argument is.
package enum PresenceFunctions {
  static func declare(in environment: inout Environment) {
    // filled(x): not absent, null, empty, only space or only dashes; a list or mapping is blank when
    // everything in it is. 0 and false are filled, and so is what cannot be read: the reader says so.
    // Of what would stand inside something that cannot be read nobody knows: unknown.
    environment.add(
      "filled",
      Overload(
        "filled",
        [.dyn],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          isOpen(arguments[0], context)
            ? arguments[0] : Value(.bool(isFilled(arguments[0], context)))
        }
      )
    )
    // blank(x): the contrary of filled(x).
    environment.add(
      "blank",
      Overload(
        "blank",
        [.dyn],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          isOpen(arguments[0], context)
            ? arguments[0] : Value(.bool(!isFilled(arguments[0], context)))
        }
      )
    )
    // readable(x): filled, and of the type that its kind gives it.
    environment.add(
      "readable",
      Overload(
        "readable",
        [.dyn],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          if arguments[0].error != nil { return arguments[0] }
          let isKnown = arguments[0].unknown == nil
          return Value(.bool(isKnown && isFilled(arguments[0], context)))
        }
      )
    )
    // or_empty(list): the list, an empty one when it is absent: presence kinds fail on it.
    let list = CELType.list(.parameter("T"))
    environment.add(
      "or_empty",
      Overload(
        "or_empty",
        [list],
        list,
        cost: .constant,
        size: { $0[0] },
        .nonStrictInContext { arguments, context in
          isAbsent(arguments[0], context) ? empty : arguments[0]
        }
      )
    )
    // or_all(some, all): the first list, the second where the first has no elements.
    environment.add(
      "or_all",
      Overload(
        "or_all",
        [list, list],
        list,
        cost: .constant,
        size: { $0[0].joined($0[1]) },
        .nonStrictInContext { arguments, context in
          let isEmpty = context.elements(of: arguments[0])?.isEmpty ?? false
          return isEmpty ? arguments[1] : arguments[0]
        }
      )
    )
    // or_blank(text): the text, "" when it is absent.
    environment.add(
      "or_blank",
      Overload(
        "or_blank",
        [.string],
        .string,
        cost: .constant,
        .nonStrictInContext { arguments, context in
          isAbsent(arguments[0], context) ? Value(.string("")) : arguments[0]
        }
      )
    )
    // not_false(x): true unless x is false.
    environment.add(
      "not_false",
      Overload(
        "not_false",
        [.bool],
        .bool,
        cost: .constant,
        .nonStrictInContext { arguments, _ in Value(.bool(arguments[0].bool ?? true)) }
      )
    )
    // surely(x): false unless x is true.
    environment.add(
      "surely",
      Overload(
        "surely",
        [.bool],
        .bool,
        cost: .constant,
        .nonStrictInContext { arguments, _ in Value(.bool(arguments[0].bool ?? false)) }
      )
    )
    // known(x): true; unknown when x is. both(a, b): as a && b, but unknown when one of them is.
    environment.add(
      "known",
      Overload("known", [.dyn], .bool, cost: .constant, .values { _ in Value(.bool(true)) })
    )
    environment.add(
      "both",
      Overload(
        "both",
        [.bool, .bool],
        .bool,
        cost: .constant,
        .values { Value(.bool($0.allSatisfy { $0.bool ?? false })) }
      )
    )
  }

  /// Whether it cannot be told if there is something: the computation failed, or what it would stand in
  /// cannot be read.
  private static func isOpen(_ value: Value, _ context: EvaluationContext) -> Bool {
    if value.error != nil { return true }
    return unreadable(value, context)?.missing.contains(where: \.isInside) ?? false
  }

  private static var empty: Value {
    Value(.list(.elements([])))
  }

  /// Whether a value is unknown because the document does not have it, or has a blank in its place.
  package static func isAbsent(_ value: Value, _ context: EvaluationContext) -> Bool {
    guard let set = value.unknown else { return false }
    return set.missing.allSatisfy { missing in
      guard missing.steps.isEmpty, let base = missing.base else { return true }
      return !isFilled(base, context)
    }
  }

  /// What of a value cannot be read; nil for a known value, and where there is nothing.
  package static func unreadable(_ value: Value, _ context: EvaluationContext) -> UnknownSet? {
    isAbsent(value, context) ? nil : value.unknown
  }

  /// Whether there is something in a value.
  static func isFilled(_ value: Value, _ context: EvaluationContext) -> Bool {
    switch value.payload {
    case .null: return false
    case .string(let text): return !isBlank(text)
    case .unknown: return !isAbsent(value, context)
    case .optional(.none): return false
    case .optional(.some(let wrapped)): return isFilled(wrapped, context)
    case .list(.node(let reference, _)), .map(.node(let reference, _)):
      return isFilled(reference, context)
    case .list(.elements(let elements)): return elements.contains { isFilled($0, context) }
    case .map(.entries(let entries)):
      return entries.entries.contains { isFilled($0.value, context) }
    case .record: return value.origin.map { isFilled($0, context) } ?? false
    default: return true
    }
  }

  private static func isFilled(_ reference: NodeReference, _ context: EvaluationContext) -> Bool {
    guard let document = context.document(of: reference) else { return false }
    return Self.isFilled(reference.node, in: document)
  }

  /// Whether there is something in a node; the cost is linear in its subtree.
  static func isFilled(_ node: NodeID, in document: Document) -> Bool {
    switch document.kind(of: node) {
    case .null: false
    case .bool, .int, .double: true
    case .string: !isBlank(document.text(of: node))
    case .list, .map: document.children(of: node).contains { isFilled($0, in: document) }
    }
  }
}
