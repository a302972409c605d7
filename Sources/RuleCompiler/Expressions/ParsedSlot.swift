import CEL
import DocumentArena
import RuleModel

/// A slot of a rule that was read: a path, or CEL.
///
/// A class, because it is handed about far more often than it is made.
final class ParsedSlot: Sendable {
  /// The text with its place.
  let text: ExpressionText
  /// The path, when the text is one.
  let path: PathSyntax?
  /// The tree of anything else; nil also when it could not be read.
  let tree: SyntaxTree?
  /// The names that the expression takes from outside, without those of its own macros.
  let names: [String]

  init(text: ExpressionText, path: PathSyntax?, tree: SyntaxTree?, names: [String]) {
    self.text = text
    self.path = path
    self.tree = tree
    self.names = names
  }

  /// Reads a slot with the macros of an environment.
  static func read(
    _ text: ExpressionText,
    in environment: Environment
  ) -> (slot: ParsedSlot, problems: [ExpressionProblem]) {
    if let path = PathSyntax(text.text) {
      return (ParsedSlot(text: text, path: path, tree: nil, names: [path.base]), [])
    }
    let result = Parser.parse(text.text, in: environment)
    let isUsable = result.problems.isEmpty
    var names: [String] = []
    if isUsable, let tree = result.tree { tree.root.collectNames(into: &names, bound: []) }
    let slot = ParsedSlot(
      text: text,
      path: nil,
      tree: isUsable ? result.tree : nil,
      names: names
    )
    return (slot, result.problems)
  }
}

extension Expression {
  /// Adds the names that are read from outside, each once, in the order of their first places.
  func collectNames(into names: inout [String], bound: Set<String>) {
    switch kind {
    case .identifier(let written):
      // With a dot it is never the variable of a fold, but the same name of the rule.
      let name = written.withoutLeadingDot
      if !bound.contains(written), !names.contains(name) { names.append(name) }
    case .select(let operand, _, _): operand.collectNames(into: &names, bound: bound)
    case .call(_, let target, let arguments):
      target?.collectNames(into: &names, bound: bound)
      for argument in arguments { argument.collectNames(into: &names, bound: bound) }
    case .list(let elements):
      for element in elements { element.value.collectNames(into: &names, bound: bound) }
    case .map(let entries):
      for entry in entries {
        entry.key.collectNames(into: &names, bound: bound)
        entry.value.collectNames(into: &names, bound: bound)
      }
    case .message(_, let fields):
      for field in fields { field.value.collectNames(into: &names, bound: bound) }
    case .comprehension(let fold):
      fold.range.collectNames(into: &names, bound: bound)
      fold.initial.collectNames(into: &names, bound: bound)
      var inner = bound
      inner.insert(fold.variable)
      inner.insert(fold.accumulator)
      if let second = fold.secondVariable { inner.insert(second) }
      for part in [fold.condition, fold.step, fold.result] {
        part.collectNames(into: &names, bound: inner)
      }
    case .literal, .invalid: break
    }
  }
}
