public import Diagnostics

/// What a macro may do: make nodes at the place of the call, copy arguments, read a template.
public struct MacroContext: Sendable {
  /// The number given to the next node.
  var nextID: UInt32

  /// What copied nodes were copied from, so that they keep their places.
  var copies: [ExpressionID: ExpressionID] = [:]

  /// How many names were made in this text.
  var names: Int

  /// How many levels the expansion adds to the depth of its arguments.
  var addedDepth = 4

  /// The declarations that templates are read with.
  let environment: Environment

  /// How many templates are being expanded around this call.
  let expansionDepth: Int

  /// The call, where a problem with the template is shown.
  let call: ExpressionID

  init(
    nextID: UInt32,
    names: Int = 0,
    environment: Environment = Environment(),
    expansionDepth: Int = 0,
    call: ExpressionID = ExpressionID(0)
  ) {
    self.nextID = nextID
    self.names = names
    self.environment = environment
    self.expansionDepth = expansionDepth
    self.call = call
  }

  /// Makes a node that stands at the place of the call.
  public mutating func make(_ kind: Expression.Kind) -> Expression {
    Expression(newID(), kind)
  }

  /// Makes a number for an entry of a map or a field of a message.
  public mutating func newID() -> ExpressionID {
    defer { nextID &+= 1 }
    return ExpressionID(nextID)
  }

  /// A name that no expression can write, for variables of an expansion.
  ///
  /// It depends only on the calls of macros before it in the text, so that the same text always gives
  /// the same tree.
  public mutating func freshName(_ hint: String) -> String {
    names += 1
    return "@\(hint)_\(names)"
  }

  /// Copies an expression, giving every node a number of its own; needed where an argument is used
  /// more than once.
  public mutating func copy(_ expression: Expression) -> Expression {
    var mapping: [ExpressionID: ExpressionID] = [:]
    let copied = expression.rebuilt { node, kind in
      let id: ExpressionID
      if let known = mapping[node] {
        id = known
      } else {
        id = newID()
        mapping[node] = id
        copies[id] = node
      }
      return Expression(id, kind)
    }
    return copied
  }

  /// Makes a call of a function or operator.
  public mutating func call(
    _ function: String,
    target: Expression? = nil,
    _ arguments: Expression...
  ) -> Expression {
    make(.call(function: function, target: target, arguments: arguments))
  }

  /// Makes a name.
  public mutating func identifier(_ name: String) -> Expression {
    make(.identifier(name))
  }

  /// Makes `cel.bind(name, value, body)`: the body sees the value under the name.
  public mutating func bind(_ name: String, to value: Expression, in body: Expression) -> Expression
  {
    let range = make(.list([]))
    let condition = make(.literal(.bool(false)))
    let step = identifier(name)
    return make(
      .comprehension(
        Comprehension(
          variable: "#unused",
          range: range,
          accumulator: name,
          initial: value,
          condition: condition,
          step: step,
          result: body
        )
      )
    )
  }
}

/// Why a macro cannot be expanded.
public struct MacroError: Error, Sendable {
  /// The node at fault.
  public let at: ExpressionID

  /// The reason, lower case, in English and Thai.
  public let message: LocalizedText

  /// What to write instead, where that is known.
  public let help: LocalizedText?

  /// Makes a reason.
  public init(at id: ExpressionID, _ message: LocalizedText, help: LocalizedText? = nil) {
    self.at = id
    self.message = message
    self.help = help
  }
}
