import Alignment
import CEL

/// What the rule language adds to CEL (language reference, "Functions"): value types with their
/// operators, functions with their costs, and macros.
enum RuleLibrary {
  static func declare(
    in environment: inout Environment,
    _ names: CatalogueNames,
    _ alignment: AlignmentSource
  ) {
    AmountFunctions.declare(in: &environment)
    DateFunctions.declare(in: &environment)
    PresenceFunctions.declare(in: &environment)
    ListFunctions.declare(in: &environment)
    TextFunctions.declare(in: &environment)
    PatternFunctions.declare(in: &environment)
    CatalogueFunctions.declare(in: &environment, names)
    AlignmentFunctions.declare(
      in: &environment,
      AlignmentQueries(source: alignment, names: names)
    )
    StepMacros.declare(in: &environment, names)
    FamiliarWords.declare(in: &environment)
  }
}
