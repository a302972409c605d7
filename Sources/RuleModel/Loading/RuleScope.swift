import DocumentArena

/// The names that expressions at a place of a rule may use, besides the fields of the submission.
struct RuleScope {
  /// A name with the node that gives it.
  struct Name {
    let name: String
    let node: NodeID
  }

  /// The names, outermost first.
  var names: [Name] = []

  /// Whether the place is inside `for_each` or `each`.
  var isInsideElement = false

  /// Whether a sentence is given at the item, an enclosing item or the rule.
  var hasMessage = false

  /// Whether a place to point at is given at the item or an enclosing one.
  var hasPlace = false

  /// Whether the place is inside another item.
  var isNested = false

  /// Names that always mean something else.
  static let reserved = [
    "params", "office", "submission", "earlier_round", "as_of", "entry", "true", "false", "null",
  ]
}
