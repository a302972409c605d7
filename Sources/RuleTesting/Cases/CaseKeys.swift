import RuleModel

// The keys of case files and of the list of equivalent mutants: for their strict readers and schemas.

/// What the mappings of files of tests may hold.
package enum CaseKeys {
  /// The settings of a case, which the file can give for all.
  package static let settings = [
    "submission", "as_of", "stage", "office", "params", "with", "waivers", "others",
  ]
  /// A case file.
  package static let file = ["krong", "name", "cases", "expect"] + settings
  /// A case.
  package static let entry = ["name", "expect"] + settings
  /// What is stated of one rule.
  package static let statement = ["outcome"] + RuleKeys.statement
  /// The list of equivalent mutants.
  package static let mutants = ["krong", "equivalent"]
  /// An equivalent mutant.
  package static let mutant = ["rule", "mutant", "reason"]
}
