import CEL
import Catalogues
import Diagnostics
import DocumentArena
import Findings
import PlanValues
import RuleCompiler
import RuleModel
import SourceText
import Submissions

/// One submission as rules see it: documents, shared variables, facts that kinds and messages ask for.
///
/// Made once, read by every rule.
struct SubmissionScope {
  let submission: Submission
  let settings: EvaluationSettings
  let rules: RuleSetContext
  let kind: SubmissionKind
  /// The submission, the docket, then what is set about the office.
  let documents: [Document]
  let context: EvaluationContext
  /// The submission as a record.
  let root: Value
  let office: Value
  /// The position of the stage under which the submission is judged.
  let stage: Int
  let steps: StepLog
  let docket: Value
  let fiscalYear: Int?
  /// The years that decide which editions of plans are in force: the fiscal year, or those of the
  /// period; nil when there is none that can be read.
  let planYears: ClosedRange<Int>?
  /// Paths of nodes.
  let paths: PathIndex

  init(
    _ submission: Submission,
    docket: [Submission],
    settings: EvaluationSettings,
    context rules: RuleSetContext
  ) {
    self.submission = submission
    self.settings = settings
    self.rules = rules
    kind = submission.kind
    var documents = [submission.document] + docket.map(\.document)
    let officeDocument = Self.officeDocument(settings, rules.keys)
    documents.append(officeDocument)
    self.documents = documents
    paths = PathIndex(documents)
    context = EvaluationContext(documents: documents, environment: rules.base)
    let rootNode = NodeReference(document: 0, node: submission.document.root)
    root = Value(.record(type: submission.kind.id), origin: rootNode)
    office = Value(
      .record(type: RuleSetContext.officeRecord),
      origin: NodeReference(document: UInt32(documents.count - 1), node: officeDocument.root)
    )
    self.docket = Self.docket(docket)
    stage = Self.stage(submission, settings)
    fiscalYear = context.field("fiscal_year", of: root).int.flatMap { Int(exactly: $0) }
    planYears = Self.planYears(context, root, fiscalYear, submission.kind)
    steps = StepLog(submission, context, root)
  }

  static func stage(_ submission: Submission, _ settings: EvaluationSettings) -> Int {
    settings.stage.flatMap(submission.stagePosition) ?? submission.stage
  }

  private static func officeDocument(_ settings: EvaluationSettings, _ keys: KeyTable) -> Document {
    guard let office = settings.office else { return DocumentCopy.empty(keys) }
    return DocumentCopy.copy(office.node, of: office.document, keys: keys)
  }

  private static func docket(_ others: [Submission]) -> Value {
    var entries = MapEntries()
    // By its id the latest round is meant, by `id#round` that round; of several the first.
    let latestFirst = others.indices.sorted { a, b in
      others[a].round == others[b].round ? a < b : others[a].round > others[b].round
    }
    for index in latestFirst {
      let other = others[index]
      guard let id = other.id else { continue }
      let origin = NodeReference(document: UInt32(index + 1), node: other.document.root)
      let record = Value(.record(type: other.kind.id), origin: origin)
      _ = entries.insert(Value(.string(id)), record)
      _ = entries.insert(Value(.string(RoundID.text(id, other.round))), record)
    }
    return Value(.map(.entries(entries)))
  }

  private static func planYears(
    _ context: EvaluationContext,
    _ root: Value,
    _ fiscalYear: Int?,
    _ kind: SubmissionKind
  ) -> ClosedRange<Int>? {
    if let field = kind.field("period"), case .record = field.type {
      let period = context.field("period", of: root)
      let start = context.field("start", of: period).int.flatMap { Int(exactly: $0) }
      let end = context.field("end", of: period).int.flatMap { Int(exactly: $0) }
      if let first = start ?? end {
        let last = end ?? first
        if first <= last { return first...last }
      }
    }
    return fiscalYear.map { $0...$0 }
  }

  /// Whether a plan has no edition in force for this submission.
  func hasNoEdition(_ plan: CatalogueItem) -> Bool {
    if let editions = plan.editions, editions.isEmpty { return true }
    guard let years = planYears else { return false }
    return !plan.isInForce(in: years)
  }

  /// The position of a stage.
  func stagePosition(_ code: String) -> Int? { submission.stagePosition(code) }

  /// The value of a field of the submission, with what a blank one stands for.
  func field(_ name: String) -> Value {
    if name.utf8.elementsEqual("stage".utf8), let code = stageCode { return Value(.string(code)) }
    let value = context.field(name, of: root)
    if value.unknown != nil, let standIn = submission.standIns[name],
      !PathFinder.exists([.key(name)], below: submission.document.root, in: submission.document)
    {
      return standIn.value
    }
    return value
  }

  private var stageCode: String? {
    let codes = kind.codeLists["stage"]?.codes ?? []
    return stage < codes.count && stage >= 0 ? codes[stage].id : nil
  }

  /// The facts about the submission that reports show.
  func header() -> SubmissionHeader {
    let codes = kind.codeLists["stage"]?.codes ?? []
    let stage = stage < codes.count && stage >= 0 ? codes[stage] : nil
    let submitter = context.field("name", of: context.field("submitter", of: root)).string
    return SubmissionHeader(
      file: submission.document.source.name,
      id: submission.id,
      title: context.field("title", of: root).string,
      kind: submission.isKindKnown ? kind.id : context.field("kind", of: root).string,
      kindTitle: submission.isKindKnown ? kind.title : nil,
      job: submission.job,
      stage: stage?.id ?? "draft",
      stageTitle: stage?.label ?? .init(th: "ร่าง", en: "draft"),
      round: submission.round,
      fiscalYear: fiscalYear,
      submitter: submitter,
      document: submission.document,
      previousID: context.field("previous_id", of: root).string
    )
  }
}

extension Submission {
  /// The position of a stage.
  func stagePosition(_ code: String) -> Int? {
    kind.codeLists["stage"]?.codes.firstIndex { $0.id.utf8.elementsEqual(code.utf8) }
  }
}

/// The recorded steps of a submission.
struct StepLog {
  /// One record of a step.
  struct Event {
    let node: NodeReference
    let date: Value
  }

  /// First days by step, of the round and of all rounds, as expressions see them.
  let current: Value
  let all: Value
  /// The records of the round by step, in the order of the file.
  private(set) var events: [String: [Event]] = [:]
  /// Whether anything is recorded.
  let isEmpty: Bool
  let process: Value

  init(_ submission: Submission, _ context: EvaluationContext, _ root: Value) {
    process = context.field("process", of: root)
    var currentLog: [(step: String, events: [Event])] = []
    var allLog: [(step: String, events: [Event])] = []
    for event in context.elements(of: process) ?? [] {
      guard let step = context.field("step", of: event).string, let node = event.origin else {
        continue
      }
      let record = Event(node: node, date: context.field("date", of: event))
      Self.add(record, step, to: &allLog)
      let round = context.field("round", of: event)
      let counts = round.int.map { $0 == Int64(submission.round) } ?? true
      if counts { Self.add(record, step, to: &currentLog) }
    }
    current = Self.map(currentLog, root)
    all = Self.map(allLog, root)
    isEmpty = allLog.isEmpty
    for (step, records) in currentLog { events[step] = records }
  }

  private static func add(
    _ event: Event,
    _ step: String,
    to log: inout [(step: String, events: [Event])]
  ) {
    if let index = log.firstIndex(where: { $0.step.utf8.elementsEqual(step.utf8) }) {
      log[index].events.append(event)
    } else {
      log.append((step, [event]))
    }
  }

  private static func map(_ log: [(step: String, events: [Event])], _ root: Value) -> Value {
    var entries = MapEntries()
    for (step, events) in log {
      _ = entries.insert(Value(.string(step)), first(events))
    }
    return Value(.map(.entries(entries)), origin: root.origin)
  }

  /// The first day of several records; unknown when one of them has none.
  static func first(_ events: [Event]) -> Value {
    var unknown: UnknownSet?
    var best: Value?
    for event in events {
      if let set = event.date.unknown { unknown = unknown?.merging(set) ?? set }
      guard let date = event.date.date else { continue }
      if let known = best?.date, known <= date { continue }
      best = event.date
    }
    if let unknown { return Value(.unknown(unknown)) }
    return best ?? Value(.unknown(UnknownSet([])))
  }

  /// The first day of a step in the round; nil when it is not recorded.
  func date(of step: String) -> Value? { events[step].map { Self.first($0) } }

  /// The record of a step to point at: the one with the first day, else the first.
  func event(of step: String) -> Event? {
    guard let events = events[step] else { return nil }
    var best: Event?
    for event in events {
      guard let date = event.date.date else { continue }
      if let known = best?.date.date, known <= date { continue }
      best = event
    }
    return best ?? events.first
  }
}
