import Diagnostics
import SourceText

/// Turns the text of an expression into a tree, expanding macros on the way.
///
/// Hand-written: precedence climbing over the bytes, chains of `&&` and `||` balanced, everything
/// nested bounded by ``ExpressionLimits/maxDepth``. After a mistake it goes on at the next comma or
/// bracket, so that one text can give several problems, one per mistake. Takes time proportional to
/// the length of the text. Source: CEL specification, "Syntax".
public struct Parser {
  private let given: Given
  var index = 0
  var problems: ProblemList
  var spans: [SourceSpan] = []
  var macroCalls = ExpressionMap<Expression>()
  var openBrackets: [Token] = []
  var nesting = 0
  var macroNames = 0
  let expansionDepth: Int

  /// Whether a mistake was reported and no comma or bracket has been passed since.
  var isPanicking = false

  /// Whether parsing was given up, so that nothing more is reported.
  var isStopped = false

  /// What does not change while it runs, in one place: copies of the parser stay small, and with them the
  /// stack that each level of nesting takes.
  private final class Given: Sendable {
    let environment: Environment
    let lexer: Lexer

    init(_ environment: Environment, _ lexer: Lexer) {
      self.environment = environment
      self.lexer = lexer
    }
  }

  var environment: Environment { _read { yield given.environment } }

  var lexer: Lexer { _read { yield given.lexer } }

  /// An expression with the places of its outermost characters, brackets included.
  struct Parsed {
    var expression: Expression
    var start: Int
    var end: Int
    var depth: Int
  }

  /// Parses a text with the macros and the bounds of an environment.
  public static func parse(_ text: String, in environment: Environment) -> ParseResult {
    guard text.utf8.count <= environment.limits.maxLength else {
      let problem = ExpressionProblem(
        .celTooLong,
        at: SourceSpan(start: 0, end: 0),
        SyntaxMessage.tooLong(text.utf8.count, limit: environment.limits.maxLength)
      )
      return ParseResult(tree: nil, problems: [problem])
    }
    var lexer = Lexer(text)
    lexer.run()
    var parser = Parser(lexer, environment: environment, expansionDepth: 0)
    guard let parsed = parser.parseWhole() else {
      return ParseResult(tree: nil, problems: parser.sortedProblems())
    }
    let tree = SyntaxTree(
      source: text,
      root: parsed.expression,
      spans: parser.spanTable(),
      macroCalls: parser.macroCalls
    )
    return ParseResult(tree: tree, problems: parser.sortedProblems())
  }

  init(_ lexer: Lexer, environment: Environment, expansionDepth: Int) {
    given = Given(environment, lexer)
    self.expansionDepth = expansionDepth
    problems = lexer.problems
  }

  func sortedProblems() -> [ExpressionProblem] {
    problems.sorted(limit: environment.limits.maxDiagnostics).withoutEchoes()
  }

  private func spanTable() -> ExpressionMap<SourceSpan> {
    var table = ExpressionMap<SourceSpan>()
    table.reserve(upTo: spans.count)
    for (offset, span) in spans.enumerated() {
      table[ExpressionID(UInt32(offset + 1))] = span
    }
    return table
  }

  /// The whole text; nil when there is nothing in it.
  mutating func parseWhole() -> Parsed? {
    if current.kind == .end {
      if problems.problems.isEmpty {
        report(.celEmpty, at: current.span, SyntaxMessage.empty)
      }
      return nil
    }
    let parsed = parseExpression()
    if current.kind != .end { reportTrailing() }
    return parsed
  }

  // MARK: Tokens

  var current: Token { lexer.tokens[min(index, lexer.tokens.count - 1)] }

  func token(after distance: Int) -> Token {
    lexer.tokens[min(index + distance, lexer.tokens.count - 1)]
  }

  mutating func advance() { index += 1 }

  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  // MARK: Nodes

  /// Makes a node that spans the text between two offsets.
  mutating func node(
    _ kind: Expression.Kind,
    _ start: Int,
    _ end: Int,
    depth: Int = 0
  ) -> Parsed {
    let id = newID(start, end)
    guard depth < environment.limits.maxDepth else {
      stopTooDeep(at: start)
      return Parsed(expression: Expression(id, .invalid), start: start, end: end, depth: 1)
    }
    return Parsed(expression: Expression(id, kind), start: start, end: end, depth: depth + 1)
  }

  mutating func newID(_ start: Int, _ end: Int) -> ExpressionID {
    spans.append(SourceSpan(start: UInt32(clamping: start), end: UInt32(clamping: end)))
    return ExpressionID(UInt32(clamping: spans.count))
  }

  /// A node in place of something that was already reported.
  mutating func invalid(_ start: Int, _ end: Int) -> Parsed {
    node(.invalid, start, end)
  }

  // MARK: Problems

  /// Reports a mistake and waits for the next comma or bracket before the next report.
  mutating func report(
    _ code: DiagnosticCode,
    at span: SourceSpan,
    _ message: LocalizedText,
    help: LocalizedText? = nil
  ) {
    if !isPanicking, !isStopped {
      problems.add(ExpressionProblem(code, at: span, message, help: help))
    }
    isPanicking = true
  }

  /// Reports a mistake that does not disturb what follows.
  mutating func note(
    _ code: DiagnosticCode,
    at span: SourceSpan,
    _ message: LocalizedText,
    help: LocalizedText? = nil
  ) {
    guard !isStopped else { return }
    problems.add(ExpressionProblem(code, at: span, message, help: help))
  }

  mutating func stopTooDeep(at start: Int) {
    let end = min(start + 1, lexer.tokens[lexer.tokens.count - 1].start)
    let span = SourceSpan(start: UInt32(clamping: start), end: UInt32(clamping: max(start, end)))
    isPanicking = false
    report(
      .celTooDeep,
      at: span,
      SyntaxMessage.tooDeep(environment.limits.maxDepth),
      help: SyntaxMessage.tooDeepHelp
    )
    isStopped = true
    index = lexer.tokens.count - 1
  }

  // MARK: Expressions

  /// `condition ? value : value`, or anything that binds tighter.
  mutating func parseExpression() -> Parsed {
    guard nesting < environment.limits.maxDepth else {
      let start = current.start
      stopTooDeep(at: start)
      return invalid(start, start)
    }
    nesting += 1
    defer { nesting -= 1 }
    let condition = parseLogic(.or)
    let question = index
    guard skip(.question) else { return condition }
    var middle = parseLogic(.or)
    if current.kind == .question {
      noteNestedChoice()
      middle = parseChoiceTail(condition: middle)
    }
    return finishChoice(condition: condition, middle: middle, question)
  }

  /// After the `?` that stands in the middle of another choice.
  private mutating func parseChoiceTail(condition: Parsed) -> Parsed {
    let question = index
    advance()
    let middle = parseLogic(.or)
    return finishChoice(condition: condition, middle: middle, question)
  }

  private mutating func finishChoice(
    condition: Parsed,
    middle: Parsed,
    _ question: Int
  ) -> Parsed {
    guard skip(.colon) else {
      reportMissingColon(ofChoice: question)
      return node(.invalid, condition.start, middle.end)
    }
    let otherwise = parseExpression()
    return node(
      .call(
        function: Operator.conditional,
        target: nil,
        arguments: [condition.expression, middle.expression, otherwise.expression]
      ),
      condition.start,
      otherwise.end,
      depth: max(condition.depth, middle.depth, otherwise.depth)
    )
  }
}
