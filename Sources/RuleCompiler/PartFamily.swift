package import CEL

/// Why a part is not applicable; the evaluation gives it the name that reports use.
package enum GuardReason: Sendable {
  case noElements, notRecorded, notDue, notSupplied
}

/// Parts of one form: one, or one for each value asked for.
package final class PartFamily: Sendable {
  /// How the parts are told apart.
  package enum Key: Sendable {
    /// One part of this name.
    case fixed(String)
    /// One part for each value, named by it.
    case value
    /// One part for all values together, named by them.
    case together
  }

  /// The check kind.
  package let kind: PartKind
  package let key: Key
  /// Values that are computed first, with the slots they go to.
  package let operands: [Operand]
  /// The values asked for; bound to `@v` one by one or together.
  package let asked: Operand?
  /// When nothing is asked.
  package let emptyReason: GuardReason
  /// A guard that the kind implies.
  package let applicable: (formula: Formula, reason: GuardReason)?
  /// Whether the part passes.
  package let condition: Formula
  package let place: PlaceRule
  /// The catalogue that the values asked for are codes of.
  package let catalogue: String?
  /// What the values asked for are.
  package let shape: FieldShape?

  init(
    kind: PartKind,
    key: Key,
    operands: [Operand],
    asked: Operand?,
    emptyReason: GuardReason,
    applicable: (formula: Formula, reason: GuardReason)?,
    condition: Formula,
    place: PlaceRule,
    catalogue: String?,
    shape: FieldShape?
  ) {
    self.kind = kind
    self.key = key
    self.operands = operands
    self.asked = asked
    self.emptyReason = emptyReason
    self.applicable = applicable
    self.condition = condition
    self.place = place
    self.catalogue = catalogue
    self.shape = shape
  }
}

/// The check kinds that are made of parts.
package enum PartKind: String, Sendable {
  case present, covers, documents, alignedTo = "aligned_to", chain, oneOf = "one_of", reference,
    within
  case equal, total, count, pattern, unique, before, steps, reportedEach = "reported_each"
  case assert, ask, each, any, all, not
}

/// A value that is computed before a condition and bound to a variable.
package final class Operand: Sendable {
  package let slot: Int
  /// The name by which messages know it: `value`, `min`.
  package let name: String
  /// What computes it; nil for a literal.
  package let formula: Formula?
  package let constant: Value?
  package let path: FieldPath?
  package let shape: FieldShape?

  init(
    slot: Int,
    name: String,
    formula: Formula?,
    constant: Value?,
    path: FieldPath?,
    shape: FieldShape?
  ) {
    self.slot = slot
    self.name = name
    self.formula = formula
    self.constant = constant
    self.path = path
    self.shape = shape
  }
}

/// Where the finding of a part points.
package enum PlaceRule: Sendable {
  /// A field, present or absent.
  case path(FieldPath)
  /// The value of an operand, else its path, else the item's `at`.
  case operand(Operand)
  /// The value asked for, where it was read, else the list.
  case asked(list: FieldPath?)
  /// The entry that comes nearest, else the list.
  case entry(near: Formula, list: FieldPath?, detail: EntryDetail)
  /// The later step; of a wrong order the earlier one's date; of an earlier step that was addressed to
  /// another party (`others`) that party.
  case stepOrder(later: String, events: Int, others: Formula?)
  /// The item's `at`, else the element, else the submission.
  case item
}

/// What of the nearest entry is shown.
package enum EntryDetail: Sendable {
  /// The entry.
  case entry
  /// The entry when it is incomplete, else its date.
  case document(complete: Formula)
  /// The recipients of a report that is dated, else the report.
  case report(dated: Formula, recipients: String)
}
