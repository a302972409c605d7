public import Diagnostics

// What can be wrong with a rule once its keys are in order. Problems inside an expression keep the
// codes of the expression engine (CEL-…).
extension DiagnosticCode {
  /// A name that is no field, element or definition.
  public static let unknownName = DiagnosticCode("CHECK-001")
  /// One name for two things.
  public static let nameTwice = DiagnosticCode("CHECK-002")
  /// A definition that depends on itself.
  public static let definitionCycle = DiagnosticCode("CHECK-003")
  /// A code that its list does not have.
  public static let unknownCode = DiagnosticCode("CHECK-005")
  /// A parameter that the rule does not declare.
  public static let unknownParameter = DiagnosticCode("CHECK-006")
  /// A catalogue that does not exist.
  public static let unknownCatalogue = DiagnosticCode("CHECK-007")
  /// A kind of submission that does not exist.
  public static let unknownKind = DiagnosticCode("CHECK-008")
  /// A literal of another type than is needed.
  public static let literalType = DiagnosticCode("CHECK-009")
  /// An empty literal list: nothing is asked for.
  public static let emptyLiteral = DiagnosticCode("CHECK-010")
  /// A list is needed.
  public static let notAList = DiagnosticCode("CHECK-011")
  /// A path is needed.
  public static let notAPath = DiagnosticCode("CHECK-012")
  /// Values that cannot be compared.
  public static let notComparable = DiagnosticCode("CHECK-013")
  /// A regular expression that cannot be read.
  public static let badPattern = DiagnosticCode("CHECK-014")
  /// A placeholder that nothing fills.
  public static let unknownPlaceholder = DiagnosticCode("CHECK-015")
  /// Braces in a sentence that do not pair, or an expression in braces.
  public static let badTemplate = DiagnosticCode("CHECK-016")
  /// The severity of an item is not below the rule's.
  public static let notSofter = DiagnosticCode("CHECK-018")
  /// A kind lacks an argument without which it asks nothing.
  public static let missingArgument = DiagnosticCode("CHECK-019")
  /// A raw condition without a sentence or a place.
  public static let assertNeeds = DiagnosticCode("CHECK-020")
  /// A stage that does not exist.
  public static let unknownStage = DiagnosticCode("CHECK-021")
  /// The worst case of a rule takes more steps than a rule may.
  public static let costTooHigh = DiagnosticCode("CHECK-022")
  /// The worst cases of all rules together take more steps than a set may.
  public static let setTooHigh = DiagnosticCode("CHECK-023")
  /// Bounds that no value can keep.
  public static let contradictingBounds = DiagnosticCode("CHECK-024")
  /// An argument of a type that the kind has no use for.
  public static let wrongArgument = DiagnosticCode("CHECK-025")
}
