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
  /// The others by their ids; made when a rule asks for it.
  let docket: OnDemand<Value>
  /// The round before as a record; unknown when it was not supplied or there is none.
  private(set) var earlierRound: Value
  let fiscalYear: Int?
  /// The years that decide which editions of plans are in force: the fiscal year, or those of the
  /// period; nil when there is none that can be read.
  let planYears: ClosedRange<Int>?
  /// Paths of nodes.
  let paths: PathIndex
  /// An activation of the documents, for rules to begin with.
  let activation: Activation

  init(
    _ submission: Submission,
    docket: SharedDocket,
    besides own: Int?,
    settings: EvaluationSettings,
    context rules: RuleSetContext
  ) {
    self.submission = submission
    self.settings = settings
    self.rules = rules
    kind = submission.kind
    var documents: [Document] = []
    documents.reserveCapacity(docket.documents.count + 2)
    documents.append(submission.document)
    documents.append(contentsOf: docket.documents)
    let officeDocument = Self.officeDocument(settings, rules.keys)
    documents.append(officeDocument)
    self.documents = documents
    paths = PathIndex(documents)
    activation = Activation(documents: documents)
    context = EvaluationContext(documents: documents, environment: rules.base)
    let rootNode = NodeReference(document: 0, node: submission.document.root)
    root = Value(.record(type: submission.kind.id), origin: rootNode)
    office = Value(
      .record(type: RuleSetContext.officeRecord),
      origin: NodeReference(document: UInt32(documents.count - 1), node: officeDocument.root)
    )
    self.docket = OnDemand { docket.records(besides: own, for: submission) }
    stage = Self.stage(submission, settings)
    fiscalYear = context.field("fiscal_year", of: root).int.flatMap { Int(exactly: $0) }
    planYears = Self.planYears(context, root, fiscalYear, submission.kind)
    steps = StepLog(submission, context, root)
    let nameOfEarlier = UnknownSet.Missing(base: root.origin, steps: [.key("previous_id")])
    earlierRound = Value(.unknown(UnknownSet([nameOfEarlier])))
    if let earlier = suppliedEarlierRound() { earlierRound = earlier }
  }

  /// The scope of one submission beside others that were supplied.
  init(
    _ submission: Submission,
    docket: [Submission],
    settings: EvaluationSettings,
    context rules: RuleSetContext
  ) {
    let docket = SharedDocket(docket)
    self.init(submission, docket: docket, besides: nil, settings: settings, context: rules)
  }

  static func stage(_ submission: Submission, _ settings: EvaluationSettings) -> Int {
    settings.stage.flatMap(submission.stagePosition) ?? submission.stage
  }

  private static func officeDocument(_ settings: EvaluationSettings, _ keys: KeyTable) -> Document {
    guard let office = settings.office else { return DocumentCopy.empty(keys) }
    return DocumentCopy.copy(office.node, of: office.document, keys: keys)
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
    if name.hasSameBytes(as: "stage"), let code = stageCode { return Value(.string(code)) }
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
    kind.codeLists["stage"]?.codes.firstIndex { $0.id.hasSameBytes(as: code) }
  }
}

/// The recorded steps of a submission.
struct StepLog {
  /// One record of a step.
  struct Event {
    let node: NodeReference
    let date: Value
    /// Whether something stands in the place of the day that cannot be read.
    var isUnreadable = false
  }

  /// First days by step, of the round and of all rounds, as expressions see them.
  let current: Value
  let all: Value
  /// The records of the round by step, in the order of the file.
  private(set) var events: [String: [Event]] = [:]
  /// Whether anything is recorded.
  let isEmpty: Bool
  /// What of `process` cannot be read, so that nobody knows which steps it records; nil when all of it
  /// can be.
  private(set) var doubt: UnknownSet?
  let process: Value

  init(_ submission: Submission, _ context: EvaluationContext, _ root: Value) {
    process = context.field("process", of: root)
    doubt = PresenceFunctions.unreadable(process, context)
    var currentLog: [(step: String, events: [Event])] = []
    var allLog: [(step: String, events: [Event])] = []
    for event in context.elements(of: process) ?? [] {
      let name = context.field("step", of: event)
      guard let step = name.string, let node = event.origin else {
        // A record that cannot be read may be one of any step; one without a step is none.
        if let set = PresenceFunctions.unreadable(name, context) {
          doubt = doubt?.merging(set) ?? set
        }
        continue
      }
      let record = Self.record(event, node, context)
      Self.add(record, step, to: &allLog)
      let round = context.field("round", of: event)
      let counts = round.int.map { $0 == Int64(submission.round) } ?? true
      guard counts else { continue }
      // Of a record whose round cannot be read nobody knows the round, so its day does not count.
      let isDated = PresenceFunctions.unreadable(round, context) == nil
      let dated = isDated ? record : Event(node: node, date: round, isUnreadable: true)
      Self.add(dated, step, to: &currentLog)
    }
    current = Self.map(currentLog, root, doubt)
    all = Self.map(allLog, root, doubt)
    isEmpty = allLog.isEmpty
    for (step, records) in currentLog { events[step] = records }
  }

  private static func record(
    _ event: Value,
    _ node: NodeReference,
    _ context: EvaluationContext
  ) -> Event {
    let date = context.field("date", of: event)
    let isUnreadable = PresenceFunctions.unreadable(date, context) != nil
    return Event(node: node, date: date, isUnreadable: isUnreadable)
  }

  private static func add(
    _ event: Event,
    _ step: String,
    to log: inout [(step: String, events: [Event])]
  ) {
    if let index = log.firstIndex(where: { $0.step.hasSameBytes(as: step) }) {
      log[index].events.append(event)
    } else {
      log.append((step, [event]))
    }
  }

  private static func map(
    _ log: [(step: String, events: [Event])],
    _ root: Value,
    _ doubt: UnknownSet?
  ) -> Value {
    var entries = MapEntries()
    if let doubt { _ = entries.insert(StepMacros.doubt, Value(.unknown(doubt))) }
    for (step, events) in log {
      _ = entries.insert(Value(.string(step)), first(events))
    }
    return Value(.map(.entries(entries)), origin: root.origin)
  }

  /// The first day of several records, those without a day left aside (a step recorded several times
  /// counts by its first date); unknown when none has one, or one that cannot be read.
  static func first(_ events: [Event]) -> Value {
    let isDated = events.contains { $0.date.date != nil }
    var unknown: UnknownSet?
    var best: Value?
    for event in events {
      if let set = event.date.unknown, event.isUnreadable || !isDated {
        unknown = unknown?.merging(set) ?? set
      }
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
