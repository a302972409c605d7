// The keys of rule files: the strict readers and the published schema take them from here.

/// What the mappings of a rule file may hold.
package enum RuleKeys {
  /// The rule itself.
  package static let rule = [
    "krong", "rule", "title", "family", "severity", "weight", "basis", "source", "applies_to",
    "in_force", "waivable", "params", "define", "when", "for_each", "where", "if_none", "check",
    "message", "remedy", "notes", "examples",
  ]
  /// A text in two languages.
  package static let languages = ["th", "en"]
  /// `in_force`.
  package static let inForce = ["from", "until"]
  /// `applies_to`.
  package static let appliesTo = ["kinds", "jobs", "from_stage"]

  /// The check kinds, one of which an item has.
  package static let checkKinds = [
    "present", "covers", "documents", "aligned_to", "chain", "one_of", "reference", "within",
    "equal", "total", "count", "pattern", "unique", "before", "steps", "reported_each", "assert",
    "ask", "each", "any", "all", "not",
  ]
  /// What may stand beside the check kind of an item.
  package static let modifiers = ["when", "pending", "severity", "label", "at", "message"]
  /// An item of `check`.
  package static let item = checkKinds + modifiers

  /// `covers`, of whose choice one is given.
  package static let covers =
    ["list", "match", "key"] + coversChoice + ["where", "filled", "filled_any"]
  /// What is asked for, in one of these ways.
  package static let coversChoice = ["value", "all_of", "any_of"]
  /// `documents`.
  package static let documents = documentsChoice + ["filled", "after_step", "before_step"]
  /// The documents, in one of these ways.
  package static let documentsChoice = ["types", "any_of"]
  /// `aligned_to`.
  package static let alignedTo = ["in"] + alignedToChoice + ["filled", "in_catalogue"]
  /// The plans, in one of these ways.
  package static let alignedToChoice = ["all_of", "any_of", "levels"]
  /// `chain`.
  package static let chain = ["links"]
  /// `one_of`.
  package static let oneOf = ["value"] + oneOfChoice + ["edition", "in_force"]
  /// The allowed values, in one of these ways.
  package static let oneOfChoice = ["options", "catalogue", "items_of"]
  /// `reference`.
  package static let reference = ["value", "list", "key", "in"]
  /// `within`.
  package static let within = ["value"] + withinBounds
  /// The bounds, one or more.
  package static let withinBounds = ["min", "max", "above", "below"]
  /// `equal`.
  package static let equal = ["value", "to"]
  /// `total`.
  package static let total = ["of", "lines"]
  /// `count`.
  package static let count = ["of", "distinct"] + countBounds
  /// The bounds, one or both.
  package static let countBounds = ["min", "max"]
  /// `pattern`.
  package static let pattern = ["value"] + patternChoice
  /// The expressions, one or both.
  package static let patternChoice = ["matches", "not_matches"]
  /// `unique`.
  package static let unique = ["list", "by", "unless"]
  /// `before`.
  package static let before = ["earlier", "later", "by", "to", "earlier_any_round"]
  /// `steps`.
  package static let steps = ["table"]
  /// A row of its table.
  package static let stepRow = ["step", "clause", "optional"]
  /// `reported_each`.
  package static let reportedEach = [
    "period", "list", "key", "grace_days", "recipients", "recipient_field",
  ]
  /// `ask`.
  package static let ask = ["question", "rubric"]
  /// `each`.
  package static let each = ["in", "as", "where", "if_none", "check"]

  /// A parameter with its own values.
  package static let parameter = [
    "type", "default", "by_job", "by_fiscal_year", "min", "max", "unit", "label",
  ]
  /// A parameter that several rules share.
  package static let sharedParameter = ["shared"]

  /// The outcomes of examples, one of which is a key of each.
  package static let exampleOutcomes = [
    "pass", "fail", "unknown", "not-applicable", "waived", "not-checked", "error",
  ]
  /// What may stand beside the fragment of an example.
  package static let exampleInputs = ["with", "as_of", "params", "office", "waivers"]
  /// An example.
  package static let example = ["name"] + exampleOutcomes + exampleInputs + statement
  /// What another submission of an example must have.
  package static let companion = ["id", "kind"]
  /// What a test states beside the outcome.
  package static let statement = ["at", "missing", "share", "why", "also", "says"]
  /// A softer finding beside the outcome.
  package static let also = ["severity", "at"]
}
