public import Diagnostics

/// What a macro may do: make nodes at the place of the call.
public struct MacroContext: Sendable {
  /// The number given to the next node.
  var nextID: UInt32

  /// The nodes made, for the table of places.
  var made: [ExpressionID] = []

  /// How many names were made.
  var names = 0

  init(nextID: UInt32) {
    self.nextID = nextID
  }

  /// Makes a node that stands at the place of the call.
  public mutating func make(_ kind: Expression.Kind) -> Expression {
    let id = ExpressionID(nextID)
    nextID += 1
    made.append(id)
    return Expression(id, kind)
  }

  /// A name that no expression can write, for variables of an expansion.
  public mutating func freshName(_ hint: String) -> String {
    names += 1
    return "@\(hint)\(nextID)_\(names)"
  }
}

/// Why a macro cannot be expanded.
public struct MacroError: Error, Sendable {
  /// The node at fault.
  public let at: ExpressionID

  /// The reason, lower case, in English and Thai.
  public let message: LocalizedText

  /// Makes a reason.
  public init(at id: ExpressionID, _ message: LocalizedText) {
    self.at = id
    self.message = message
  }
}
