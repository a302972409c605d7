package import Diagnostics

/// The mistakes of form that all our own files share; the number is the same in every family of codes.
package enum ShapeProblem: Int, CaseIterable, Sendable {
  /// A key that is not allowed here.
  case unknownKey = 1
  /// A key that must be there.
  case missingKey = 2
  /// A list where a text is expected, and the like.
  case wrongType = 3
  /// A name or code that is not in its list.
  case unknownName = 4
  /// Nothing where a value is expected.
  case noValue = 5
  /// A number outside its bounds.
  case outOfBounds = 6
  /// Placeholders that differ between the languages.
  case placeholdersDiffer = 7
  /// Braces that make no placeholder.
  case malformedPlaceholder = 8
  /// The same thing twice.
  case givenTwice = 9
  /// A name with other characters than names have.
  case malformedName = 10
  /// Another version of the file format.
  case wrongVersion = 11
  /// Keys that exclude each other, or none of a choice.
  case choice = 12
  /// An end before its beginning.
  case reversedRange = 13
  /// A text that a comma has cut.
  case cutText = 14
  /// A date that is none.
  case malformedDate = 15
}

/// The families of codes of our own files.
package enum CodeFamily: String, Sendable {
  /// Catalogues.
  case catalogue = "CAT"
  /// Kinds of submission.
  case kind = "KIND"
  /// Offices, parameters, waivers, profiles.
  case configuration = "CONF"
  /// Rules.
  case rule = "RULE"
  /// Mappings of workbooks and documents.
  case mapping = "MAP"
  /// Case files and lists of mutants, which stand beside rules.
  case testing = "CASE"

  /// The code of a number in this family, such as `RULE-004`.
  package func code(_ number: Int) -> DiagnosticCode {
    let digits = String(number)
    return DiagnosticCode(
      rawValue + "-" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    )
  }

  /// The code of a mistake of form.
  package func code(_ problem: ShapeProblem) -> DiagnosticCode { code(problem.rawValue) }
}
