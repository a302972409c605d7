public import Diagnostics
import DocumentArena
import DocumentReading
import Evaluation
public import Findings
import RuleCompiler
public import SourceText
import Submissions

/// What came of evaluating an expression.
public struct ExpressionResult: Sendable {
  /// The value of the expression and of its parts; nil when it could not be compiled.
  public let trace: ExpressionTrace?

  /// What is wrong with the expression, or why it could not be computed.
  public let diagnostics: [Diagnostic]

  /// The expression and the files, for the lines that the diagnostics point at.
  public let sources: [SourceFile]
}

extension Workspace {
  /// Evaluates an expression of the rule language, on a submission or on one that is blank.
  ///
  /// Without `kind` the names are those of the submission's kind, and without a submission those that
  /// all kinds share.
  ///
  /// - Throws: What keeps it from being looked at: a kind that does not exist, a file that cannot be
  ///   read.
  public func evaluate(
    _ text: String,
    on path: String?,
    kind id: String?,
    options: CheckOptions
  ) throws(DiagnosticError) -> ExpressionResult {
    try checkStage(options.stage)
    let context = compiled?.context ?? makeContext()
    var reader = InputReader(keys: context.keys, office: officeReader(mapping: nil))
    let documents = path.map { reader.read([$0]) } ?? []
    guard reader.problems.isEmpty else { throw DiagnosticError(reader.problems) }
    let wanted = try id.map { (id) throws(DiagnosticError) in try kind(named: id) }
    let document = documents.first ?? Self.blank(keys: context.keys)
    var found: [Diagnostic] = []
    var submission = SubmissionReader.read(
      document,
      kinds: kinds,
      catalogues: catalogues,
      stageOverride: options.stage
    )
    if Self.asksForFacts(SourceFile(name: "", text: text), submission.kind) {
      var attachments = AttachmentsRead(options)
      submission = attachments.filled(submission, in: self, stage: options.stage)
      found = attachments.problems
    }
    let names = wanted ?? submission.kind
    let source = SourceFile(name: Self.expressionName, text: text)
    let result = RuleCompiler.compile(source, for: names, in: context)
    guard let expression = result.expression else {
      return ExpressionResult(
        trace: nil,
        diagnostics: Diagnostic.sorted(result.diagnostics),
        sources: [source] + reader.sources
      )
    }
    let docket = options.docket.map { reader.read([$0]) } ?? []
    let trace = ExpressionTracer.trace(
      expression,
      on: submission.asKind(names),
      docket: docket.map { SubmissionReader.read($0, kinds: kinds, catalogues: catalogues) },
      settings: settings(options),
      context: context
    )
    return ExpressionResult(
      trace: trace,
      diagnostics: found + result.diagnostics + Self.failure(of: trace),
      sources: [source] + reader.sources
    )
  }

  /// The name under which an expression from a command line has its places.
  private static let expressionName = "expression"

  private func kind(named id: String) throws(DiagnosticError) -> SubmissionKind {
    if let kind = kinds[id] { return kind }
    let known = kinds.kinds.map(\.id)
    throw DiagnosticError([
      Diagnostic(
        .nothingOfThatName,
        .error,
        LocalizedText(
          th: "ไม่มีประเภทเรื่อง “\(id)” (ดูรายการด้วย krong list kinds)",
          en: "there is no kind of submission “\(id)” (krong list kinds lists them)"
        ),
        at: Diagnostic.Place(file: "--kind", position: nil),
        help: .didYouMean(nearestTo: id, among: known)
      )
    ])
  }

  /// A submission in which nothing is filled in.
  private static func blank(keys: KeyTable) -> Document {
    let source = SourceFile(name: "-", text: "{}")
    let read = try? DocumentReader.read(source, keys: keys)
    return read?.first ?? Document(source: source, nodes: [], text: [], keys: keys)
  }

  /// The innermost part that could not be computed, where it stands.
  private static func failure(of trace: ExpressionTrace) -> [Diagnostic] {
    guard trace.outcome == .error else { return [] }
    var place = trace
    while let inner = place.parts.first(where: {
      $0.outcome == .error && $0.value.utf8.elementsEqual(trace.value.utf8)
    }) {
      place = inner
    }
    return [Diagnostic(.expressionFails, .error, place.shown, at: place.place)]
  }
}

extension Submission {
  /// The same submission read by the names of another kind.
  fileprivate func asKind(_ kind: SubmissionKind) -> Submission {
    Submission(
      document: document,
      kind: kind,
      isKindKnown: true,
      id: id,
      job: job,
      stage: stage,
      round: round,
      standIns: standIns,
      structureFindings: structureFindings
    )
  }
}
