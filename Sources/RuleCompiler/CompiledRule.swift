package import CEL
import Diagnostics
import DocumentArena
public import RuleModel
public import Submissions

/// A rule made ready for one kind of submission: every expression checked and planned, every code and
/// placeholder resolved.
public struct CompiledRule: Sendable {
  /// The rule.
  public let rule: Rule

  /// The kind of submission it was compiled for.
  public let kind: SubmissionKind

  /// The variables, by slot.
  package let slots: SlotTable

  /// The fields of the submission that the rule reads.
  package let reads: [RootRead]

  /// The parameters that it reads.
  package let parameters: [ParameterRead]

  /// The definitions that it uses, with the slots in which they are computed.
  package let definitions: [(slot: Int, formula: Formula)]

  /// Whether it concerns the submission.
  package let when: Formula?

  /// The elements that it looks at one by one.
  package let selectors: [CompiledSelector]

  /// Whether it concerns the element.
  package let whereCondition: Formula?

  /// The items.
  package let items: [CompiledItem]
}

/// A checked and planned expression.
package struct Formula: Sendable {
  /// What is run.
  package let program: Program
  /// What the kind says about its value, where it is a path or leads into a record.
  package let shape: FieldShape?
  /// The text as written, for values that explain a finding; nil for expressions of a check kind.
  package let text: String?

  /// The type of the value.
  package var type: CELType { program.checked.type }
}

/// The slots of the variables of a rule.
package struct SlotTable: Sendable {
  private let slots: [String: Int]

  /// Numbers names as the planner does: in the order of their UTF-8 bytes.
  package init(_ names: some Sequence<String>) {
    var sorted: [String] = []
    sorted.append(contentsOf: names)
    sorted.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var slots: [String: Int] = [:]
    for (index, name) in sorted.enumerated() { slots[name] = index }
    self.slots = slots
  }

  /// The slot of a name; −1, which no activation stores, for a name that the rule does not have.
  package subscript(name: String) -> Int { slots[name] ?? -1 }

  /// Whether the rule has the name.
  package func has(_ name: String) -> Bool { slots[name] != nil }
}

/// A field of the submission that a rule reads as a variable.
package struct RootRead: Sendable {
  /// Where its value comes from.
  package enum Source: Sendable {
    /// A field of this kind.
    case field
    /// A list that only other kinds of the rule have: it adds nothing.
    case foreignList
    /// Anything else that only other kinds have: absent.
    case foreign
  }

  package let name: String
  package let slot: Int
  package let source: Source
}

/// A parameter that a rule reads.
package struct ParameterRead: Sendable {
  package let slot: Int
  package let declaration: ParameterDeclaration
}

/// A path to a place: a variable, or the submission, and the keys from there.
package struct FieldPath: Sendable {
  /// The slot of the variable; nil for the submission itself.
  package let slot: Int?
  /// The keys from there, those behind a list left out.
  package let keys: [String]
  /// What it leads to.
  package let shape: FieldShape?
}

/// A list that is gone through.
package struct ListSource: Sendable {
  package let formula: Formula
  /// The path of the list, for places.
  package let path: FieldPath?
  /// Whether only other kinds of the rule have it.
  package let isForeign: Bool
  /// What an element is.
  package let element: FieldShape?
}

/// `for_each: {name: source}`.
package struct CompiledSelector: Sendable {
  package let slot: Int
  package let name: String
  package let sources: [ListSource]
}

/// One item.
package struct CompiledItem: Sendable {
  package let when: Formula?
  package let pending: Formula?
  /// The severity of a softer item.
  package let softer: Severity?
  /// Where to point when the kind has nothing better.
  package let at: FieldPath?
  /// The sentence of its findings.
  package let message: CompiledTemplate
  /// Tells items of a rule apart in fingerprints; does not depend on their order.
  package let discriminator: String
  package let form: CompiledForm
}

/// What an item is made of.
package indirect enum CompiledForm: Sendable {
  case parts([PartFamily])
  case unique(CompiledUnique)
  case steps([CompiledStep])
  case ask
  case each(CompiledEach)
  case any([CompiledItem])
  case all([CompiledItem])
  case not(CompiledItem)
}

/// `each`.
package struct CompiledEach: Sendable {
  package let sources: [ListSource]
  /// The slots of the element, or of key and value.
  package let slots: [Int]
  package let names: [String]
  package let whereCondition: Formula?
  package let ifNone: IfNone?
  package let items: [CompiledItem]
}

/// `unique`.
package struct CompiledUnique: Sendable {
  package let list: ListSource
  package let first: Int
  package let second: Int
  package let keys: [Formula]
  package let keyPaths: [[String]]
  package let unless: Formula?
}

/// One row of `steps`.
package struct CompiledStep: Sendable {
  package let code: String
  package let clause: String
  package let isOptional: Bool
  package let optional: Formula?
}

/// Why a part is not applicable; the evaluation gives it the name that reports use.
package enum GuardReason: Sendable {
  case noElements, notRecorded, notDue, notSupplied
}

/// Parts of one form: one, or one for each value asked for.
package struct PartFamily: Sendable {
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
}

/// The check kinds that are made of parts.
package enum PartKind: String, Sendable {
  case present, covers, documents, alignedTo = "aligned_to", chain, oneOf = "one_of", reference,
    within
  case equal, total, count, pattern, unique, before, steps, reportedEach = "reported_each"
  case assert, ask, each, any, all, not
}

/// A value that is computed before a condition and bound to a variable.
package struct Operand: Sendable {
  package let slot: Int
  /// The name by which messages know it: `value`, `min`.
  package let name: String
  /// What computes it; nil for a literal.
  package let formula: Formula?
  package let constant: Value?
  package let path: FieldPath?
  package let shape: FieldShape?
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
