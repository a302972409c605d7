import DocumentArena
package import Diagnostics

/// A sentence in two languages with its placeholders resolved.
package struct CompiledTemplate: Sendable {
  /// A piece of a sentence.
  package enum Piece: Sendable {
    case text(String)
    case value(Placeholder)
  }

  package let th: [Piece]
  package let en: [Piece]

  /// The pieces in one language.
  package subscript(language: Language) -> [Piece] {
    switch language {
    case .th: th
    case .en: en
    }
  }
}

/// A placeholder: what stands there and how it is written.
package struct Placeholder: Sendable {
  /// How a list is joined, or a number put beside a noun.
  package enum Form: Sendable {
    /// Joined with "and".
    case and
    /// Joined with "or".
    case or
    /// The number and the noun that agrees with it.
    case plural(one: String, many: String)
  }

  /// What stands there.
  package indirect enum Source: Sendable {
    /// The value asked for, or all of them.
    case asked
    /// A value that the kind computed, by its slot.
    case operand(slot: Int, shape: FieldShape?)
    /// a − b, never below zero when `isAbsolute`.
    case difference(Int, Int, isAbsolute: Bool)
    /// The label of the field that is looked at.
    case field
    /// The label of the field at which the findings of an item point.
    case fixed(LocalizedText)
    /// What is wrong, as the kind found it.
    case problem
    /// What the kind found lacking: recipients without a report.
    case lacking
    /// The text that matched a pattern.
    case found
    /// The two steps of a pair and their days.
    case step(String)
    case stepDate(StepSide)
    /// The row of a table of steps.
    case rowStep, rowClause
    /// Facts about the finding.
    case element, number, label, clause, job, title
    /// A value that is computed for the sentence.
    case formula(Formula, name: String)
    /// A remark that stands where a truth value is false: the crosswalk was not seen in a source.
    case caveat(Formula)
    /// A field of the first or second of two elements.
    case path(FieldPath, name: String)
  }

  /// Which of two steps.
  package enum StepSide: Sendable {
    case earlier, later
  }

  /// The name as written, for explanations.
  package let name: String
  package let source: Source
  package let form: Form
}
