import CEL
import Catalogues
import Diagnostics
import RuleModel
import Submissions

/// A look at the rules that no submission at hand needs, so that a broken one is refused all the same.
///
/// Every expression is parsed and its calls are checked, with names that may stand for anything: what
/// a name means depends on the kind and is left to compiling, which `lint` does for every kind. It
/// costs a small part of compiling, because nothing is planned.
struct RuleGlance {
  private var environment: Environment
  private var diagnostics: [Diagnostic] = []

  /// What is wrong with some rules, in their order.
  static func diagnostics(of rules: [Rule], in context: RuleSetContext) -> [Diagnostic] {
    // Several at once, because each look needs an environment of its own.
    let size = 16
    let parts = InParallel.map((rules.count + size - 1) / size, least: 2) { part in
      var glance = RuleGlance(context)
      for rule in rules.dropFirst(part * size).prefix(size) { glance.look(at: rule) }
      return glance.diagnostics
    }
    return parts.flatMap(\.self)
  }

  private init(_ context: RuleSetContext) {
    environment = context.base
    StepMacros.declareStages(in: &environment, context.kindSet.stages.map(\.id))
    let standard = environment.macros["has"] ?? []
    // A rule may ask for a field of the submission by its name alone.
    let named = MacroDeclaration("has", isMember: false, arity: 1) {
      macro,
      target,
      arguments throws(MacroError) in
      if case .identifier? = arguments.first?.kind { return macro.make(.literal(.bool(false))) }
      for declaration in standard where declaration.arity == 1 {
        return try declaration.expand(&macro, target, arguments)
      }
      return nil
    }
    environment.macros["has"] = [named]
  }

  private mutating func look(at rule: Rule) {
    for text in RuleSlots.expressions(of: rule) {
      let (slot, problems) = ParsedSlot.read(text, in: environment)
      add(problems, of: text, in: rule)
      guard let tree = slot.tree else { continue }
      for name in slot.names { environment.variables[name] = .dyn }
      add(Checker.check(tree, in: environment).problems, of: text, in: rule)
    }
  }

  private mutating func add(
    _ problems: [ExpressionProblem],
    of text: ExpressionText,
    in rule: Rule
  ) {
    for problem in problems {
      let place = ScalarPlace.place(of: text.node, problem.span, in: rule.document)
      diagnostics.append(
        Diagnostic(problem.code, .error, problem.message, at: place, help: problem.help)
      )
    }
  }
}
