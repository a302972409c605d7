// The keys of the files of `Rules/kinds`: for their strict readers and their schemas.

/// What the mappings of kinds may hold.
package enum KindKeys {
  /// `envelope.yaml`.
  package static let envelope = ["krong", "envelope", "title", "types", "fields"]
  /// A kind.
  package static let kind = ["krong", "kind", "title", "jobs", "types", "fields"]
  /// A type that is a record.
  package static let record = ["element", "element_blank", "identity", "fields", "codes"]
  /// A type that is a closed list of codes.
  package static let codeList = ["ordered", "codes"]
  /// A field.
  package static let field =
    typeChoice + [
      "facts_of", "unknown", "required", "default", "derive", "unique", "min_value", "max_value",
      "min", "max", "max_text", "absent", "refers_to", "names_submission", "label", "clause",
    ]
  /// The type of a field, in one of these ways.
  package static let typeChoice = ["type", "list", "map"]
  /// `type: {catalogue: …}`.
  package static let catalogueType = ["catalogue"]
  /// When a field is required.
  package static let requirement = ["jobs", "from_stage"]
  /// What a blank field stands for, by job.
  package static let derivation = ["by", "values", "mismatch"]
  /// Ways to report a value that disagrees with the job.
  package static let mismatches = ["STR-006", "none"]
  /// Within what a value is unique.
  package static let unique = ["within"]
  /// Which submissions a field may name, besides a list of kinds.
  package static let submissionNames = ["any", "earlier-round", "later-round"]
  /// What an absent list means.
  package static let absences = ["empty"]
  /// The findings that unknown codes may be.
  package static let unknownCodes = ["STR-003", "STR-007", "STR-008", "STR-009", "none"]
}
