public import Diagnostics
public import SourceText

/// Something wrong in the text of one expression.
///
/// The span counts UTF-8 bytes from the start of the expression; whoever embeds the expression in a
/// file turns it into a place of that file and makes a ``Diagnostic`` of it.
public struct ExpressionProblem: Hashable, Sendable {
  /// The stable code, `CEL-001` and on.
  public let code: DiagnosticCode

  /// The smallest part of the text that shows the mistake; empty at the end of the text.
  public let span: SourceSpan

  /// What is wrong.
  public let message: LocalizedText

  /// What to write instead, where that is known.
  public let help: LocalizedText?

  /// Makes a problem.
  public init(
    _ code: DiagnosticCode,
    at span: SourceSpan,
    _ message: LocalizedText,
    help: LocalizedText? = nil
  ) {
    self.code = code
    self.span = span
    self.message = message
    self.help = help
  }
}

extension DiagnosticCode {
  /// The text of an expression holds a character that means nothing there.
  public static let celCharacter = DiagnosticCode("CEL-001")
  /// A text literal is not closed.
  public static let celUnterminated = DiagnosticCode("CEL-002")
  /// An escape in a text literal is not one of CEL's.
  public static let celEscape = DiagnosticCode("CEL-003")
  /// A number is malformed or too large.
  public static let celNumber = DiagnosticCode("CEL-004")
  /// Something else was expected at this place.
  public static let celUnexpected = DiagnosticCode("CEL-005")
  /// A bracket is not closed, not opened, or closed by another kind.
  public static let celBracket = DiagnosticCode("CEL-006")
  /// An operator is written as in another language.
  public static let celOperator = DiagnosticCode("CEL-007")
  /// A reserved word stands where a name is expected.
  public static let celReserved = DiagnosticCode("CEL-008")
  /// A name has letters outside ASCII.
  public static let celForeignName = DiagnosticCode("CEL-009")
  /// Quotation marks of a word processor.
  public static let celQuotes = DiagnosticCode("CEL-010")
  /// The expression is empty.
  public static let celEmpty = DiagnosticCode("CEL-011")
  /// The expression is too long.
  public static let celTooLong = DiagnosticCode("CEL-012")
  /// The expression is nested too deeply.
  public static let celTooDeep = DiagnosticCode("CEL-013")
  /// A macro is used in a way it does not allow.
  public static let celMacro = DiagnosticCode("CEL-014")
  /// A name that nothing declares.
  public static let celUnknownName = DiagnosticCode("CEL-021")
  /// A function that nothing declares.
  public static let celUnknownFunction = DiagnosticCode("CEL-022")
  /// A field that the record does not have.
  public static let celUnknownField = DiagnosticCode("CEL-023")
  /// The arguments fit no form of the function or operator.
  public static let celNoOverload = DiagnosticCode("CEL-024")
  /// A field is selected of something that has no fields.
  public static let celNoFields = DiagnosticCode("CEL-025")
  /// A fold over something that is neither a list nor a map.
  public static let celNotIterable = DiagnosticCode("CEL-026")
  /// A type other than the one that is needed here.
  public static let celTypeMismatch = DiagnosticCode("CEL-027")
  /// A constant argument that the function can never accept.
  public static let celLiteral = DiagnosticCode("CEL-028")
  /// A record type cannot be written in an expression, or is not known.
  public static let celMessage = DiagnosticCode("CEL-029")
}

/// What parsing gave.
public struct ParseResult: Sendable {
  /// The tree; nil when there was nothing to parse or the text was too long.
  ///
  /// With problems it holds ``Expression/Kind/invalid`` where the parser could not go on.
  public let tree: SyntaxTree?

  /// What is wrong, in the order of the places, at most ``ExpressionLimits/maxDiagnostics``.
  public let problems: [ExpressionProblem]

  /// Makes a result.
  public init(tree: SyntaxTree?, problems: [ExpressionProblem]) {
    self.tree = tree
    self.problems = problems
  }
}

/// The problems of one text, collected in any order.
struct ProblemList {
  /// What was collected.
  private(set) var problems: [ExpressionProblem] = []

  /// A bound on memory, far above what is shown.
  private static let capacity = 1_000

  mutating func add(_ problem: ExpressionProblem) {
    guard problems.count < Self.capacity else { return }
    problems.append(problem)
  }

  /// The first problems in the order of their places, without repeats.
  func sorted(limit: Int) -> [ExpressionProblem] {
    let ordered = problems.enumerated().sorted { a, b in
      (a.element.span.start, a.offset) < (b.element.span.start, b.offset)
    }
    var seen: Set<ExpressionProblem> = []
    var kept: [ExpressionProblem] = []
    for (_, problem) in ordered where kept.count < limit && seen.insert(problem).inserted {
      kept.append(problem)
    }
    return kept
  }
}

extension Sequence where Element == ExpressionProblem {
  /// The problems, in the order of their places, without those that only follow from one beside them.
  ///
  /// What the lexer cannot make sense of, the parser stumbles over as well: one mistake is told once.
  func withoutEchoes() -> [ExpressionProblem] {
    let spelling = filter { $0.code.isOfSpelling }
    var kept: [ExpressionProblem] = []
    var isAnotherLanguage = false
    for problem in self {
      // After `let` and the like follow the signs of the language that was meant.
      if isAnotherLanguage, problem.isSign { continue }
      if problem.code == .celReserved { isAnotherLanguage = true }
      if problem.code == .celUnexpected, spelling.contains(where: { $0.span.touches(problem.span) })
      {
        continue
      }
      if let last = kept.last, last.isEchoed(by: problem) {
        if last.help == nil, problem.help != nil { kept[kept.count - 1] = problem }
        continue
      }
      kept.append(problem)
    }
    return kept
  }
}

extension ExpressionProblem {
  /// Whether the next problem is of the same mistake: both were met at one place, or both are signs that
  /// belong together in another language, such as `~=`.
  fileprivate func isEchoed(by next: ExpressionProblem) -> Bool {
    if code == .celUnexpected, next.code == .celUnexpected { return span.start == next.span.start }
    return code == .celCharacter && next.isSign && span.end == next.span.start
  }

  /// Whether it tells of a sign that the language does not have.
  fileprivate var isSign: Bool { code == .celCharacter || code == .celOperator }
}

extension DiagnosticCode {
  /// Whether it tells how something is spelt, which the parser cannot know better.
  fileprivate var isOfSpelling: Bool {
    switch self {
    case .celCharacter, .celUnterminated, .celNumber, .celOperator, .celForeignName, .celQuotes:
      true
    default: false
    }
  }
}

extension SourceSpan {
  fileprivate func touches(_ other: SourceSpan) -> Bool { start <= other.end && other.start <= end }
}
