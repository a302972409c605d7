/// How the operators of the tree are written.
enum OperatorSpelling {
  /// The sign of an operator between two operands and how tightly it binds.
  static func binary(_ name: String) -> (text: String, level: Int)? {
    switch name {
    case Operator.or: ("||", 1)
    case Operator.and: ("&&", 2)
    case Operator.equals: ("==", 3)
    case Operator.notEquals: ("!=", 3)
    case Operator.less: ("<", 3)
    case Operator.lessOrEqual: ("<=", 3)
    case Operator.greater: (">", 3)
    case Operator.greaterOrEqual: (">=", 3)
    case Operator.isIn: ("in", 3)
    case Operator.add: ("+", 4)
    case Operator.subtract: ("-", 4)
    case Operator.multiply: ("*", 5)
    case Operator.divide: ("/", 5)
    case Operator.modulo: ("%", 5)
    default: nil
    }
  }

  /// The sign of an operator before its operand.
  static func unary(_ name: String) -> String? {
    switch name {
    case Operator.not: "!"
    case Operator.negate: "-"
    default: nil
    }
  }
}
