import CEL
public import Diagnostics
import DocumentArena
import RuleModel
public import SourceText
public import Submissions

/// An expression that stands in no rule, compiled as a condition of a rule for a kind would be.
public struct LoneExpression: Sendable {
  /// The variables that it reads, as a rule without items.
  package let rule: CompiledRule

  /// The expression.
  package let formula: Formula

  /// The text, for places.
  package let source: SourceFile
}

/// What compiling an expression gave.
public struct LoneExpressionResult: Sendable {
  /// The expression; nil when there are problems.
  public let expression: LoneExpression?

  /// What is wrong with it, each at its place in the text.
  public let diagnostics: [Diagnostic]
}

extension RuleCompiler {
  /// Compiles an expression of the rule language for a kind of submission.
  public static func compile(
    _ source: SourceFile,
    for kind: SubmissionKind,
    in context: RuleSetContext
  ) -> LoneExpressionResult {
    let text = ExpressionText(String(decoding: source.utf8Bytes, as: UTF8.self), at: NodeID(0))
    let document = Document(
      source: source,
      nodes: [.verbatim(source)],
      text: [],
      keys: context.keys
    )
    let compilation = RuleCompilation(
      .asking(text, of: kind, in: document),
      kind: kind,
      context: context
    )
    compilation.declareNames()
    let formula = compilation.formula(text)
    let isBroken = compilation.diagnostics.contains { $0.severity == .error }
    let expression = isBroken ? nil : formula.map { compilation.expression($0, source) }
    return LoneExpressionResult(expression: expression, diagnostics: compilation.diagnostics)
  }
}

extension RuleCompilation {
  /// Whether this is an expression that stands in no rule: no rule applies from no stage.
  var isAskedAlone: Bool { rule.applicability.fromStage.isEmpty }

  fileprivate func expression(_ formula: Formula, _ source: SourceFile) -> LoneExpression {
    let rule = CompiledRule(
      rule: self.rule,
      kind: kind,
      slots: slots,
      reads: reads,
      parameters: parameters,
      definitions: [],
      when: nil,
      selectors: [],
      whereCondition: nil,
      items: []
    )
    return LoneExpression(rule: rule, formula: formula, source: source)
  }
}

extension Node {
  /// A whole file as one text.
  fileprivate static func verbatim(_ source: SourceFile) -> Node {
    Node(
      kind: .string,
      style: .none,
      keyLineDistance: 0,
      key: .none,
      line: 1,
      column: 1,
      keyColumn: 0,
      end: 1,
      first: Node.inSource,
      count: UInt32(clamping: source.bytes.count)
    )
  }
}

extension Rule {
  /// A rule that only asks whether something holds: what an expression outside rules is read as.
  fileprivate static func asking(
    _ text: ExpressionText,
    of kind: SubmissionKind,
    in document: Document
  ) -> Rule {
    let nothing = LocalizedText(verbatim: "")
    return Rule(
      id: document.source.name,
      title: nothing,
      family: .consistency,
      severity: .info,
      weight: 1,
      basis: .derived,
      sources: [],
      applicability: Applicability(kinds: [kind.id], jobs: nil, fromStage: ""),
      inForce: nil,
      isWaivable: false,
      parameters: [],
      definitions: [],
      when: text,
      selectors: [],
      whereCondition: nil,
      ifNone: nil,
      items: [],
      message: nil,
      remedy: nothing,
      notes: nil,
      examples: [],
      document: document
    )
  }
}
