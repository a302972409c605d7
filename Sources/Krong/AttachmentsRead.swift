import Attachments
import Diagnostics
import DocumentArena
import Reporting
import RuleCompiler
import RuleModel
import SourceText
import Submissions

/// Looks into the files that submissions name, when a rule asks what is in them.
struct AttachmentsRead {
  /// What is doubtful, or could not be found out.
  private(set) var problems: [Diagnostic] = []
  /// The files with their digests, for the receipt.
  private(set) var items: [Receipt.Item] = []

  private var reader: AttachmentReader
  private let tellsState: Bool
  private var missingPrograms: Set<String> = []

  init() {
    reader = AttachmentReader()
    tellsState = false
  }

  init(_ options: CheckOptions) {
    reader = AttachmentReader(
      programs: options.programFolders ?? AttachmentReader.standardFolders
    )
    tellsState = options.readsAttachments
  }

  /// A submission with what was found out about its files; the same one when it names none.
  mutating func filled(
    _ submission: Submission,
    in workspace: Workspace,
    stage: String?
  ) -> Submission {
    let document = submission.document
    let places = FactsInDocument(document, of: submission.kind)
    guard !places.named.isEmpty || !places.written.isEmpty else { return submission }
    let name = document.source.name
    let folder = Self.folder(of: name)
    problems += places.written.map {
      AttachmentProblem.writtenByHand(place(document.position(of: $0), name))
    }
    var all: [AttachmentFacts] = []
    for named in places.named {
      let facts = reader.facts(of: named.name, in: folder)
      note(facts, named.name, place(document.position(of: named.node), name), folder)
      all.append(facts)
    }
    return SubmissionReader.read(
      places.filled(all),
      kinds: workspace.kinds,
      catalogues: workspace.catalogues,
      stageOverride: stage
    )
  }

  private func place(_ position: SourcePosition?, _ file: String) -> Diagnostic.Place {
    Diagnostic.Place(file: file, position: position)
  }

  /// The folder of a file; nil for what was not read from one.
  private static func folder(of file: String) -> String? {
    guard !file.hasPrefix("<") else { return nil }
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  private mutating func note(
    _ facts: AttachmentFacts,
    _ name: String,
    _ place: Diagnostic.Place,
    _ folder: String?
  ) {
    for trouble in facts.troubles {
      // One program that is missing is one problem, however many files needed it.
      if case .programMissing(let program) = trouble,
        !missingPrograms.insert(program).inserted
      {
        continue
      }
      problems.append(AttachmentProblem.diagnostic(trouble, name, place))
    }
    if tellsState { problems += AttachmentProblem.states(facts, name, place) }
    guard let digest = facts.sha256, let folder else { return }
    let path = folder == "." ? name : "\(folder)/\(name)"
    guard !items.contains(where: { $0.name.utf8.elementsEqual(path.utf8) }) else { return }
    items.append(Receipt.Item(name: path, sha256: digest))
  }
}

extension Workspace {
  /// The submissions of a check with the facts of their attachments, if a rule or the caller asks.
  func withAttachments(
    _ inputs: Inputs,
    _ rules: CompiledRuleSet,
    _ options: CheckOptions
  ) -> Inputs {
    let all = inputs.docket.all
    // Most submissions name no file; of those that do, each kind is looked at once.
    var kinds: [SubmissionKind] = []
    for submission in all
    where !kinds.contains(where: { $0.id == submission.kind.id }) && Self.namesFiles(submission) {
      kinds.append(submission.kind)
    }
    let asks = kinds.contains { kind in
      options.readsAttachments
        || rules.rules.contains { rule in
          rules.rule(rule.id, for: kind.id) != nil && Self.asksForFacts(rule.document.source, kind)
        }
    }
    guard asks else { return inputs }
    var attachments = AttachmentsRead(options)
    let filled = all.enumerated().map { index, submission in
      attachments.filled(
        submission,
        in: self,
        stage: index < inputs.given ? options.stage : nil
      )
    }
    return Inputs(
      docket: DocketReading(
        given: Array(filled.prefix(inputs.given)),
        lookedUp: Array(filled.dropFirst(inputs.given)),
        catalogues: catalogues
      ),
      reader: inputs.reader,
      given: inputs.given,
      attachments: attachments
    )
  }

  /// Submissions with the facts of their attachments, if one of some rules asks for them.
  func withAttachments(
    _ submissions: [Submission],
    _ rules: [Rule],
    _ options: CheckOptions
  ) -> [Submission] {
    submissions.map { submission in
      guard rules.contains(where: { Self.asksForFacts($0.document.source, submission.kind) })
      else { return submission }
      var attachments = AttachmentsRead(options)
      return attachments.filled(submission, in: self, stage: options.stage)
    }
  }

  /// Whether a submission may name a file, or have facts that somebody wrote.
  static func namesFiles(_ submission: Submission) -> Bool {
    let document = submission.document
    var keys: [KeyID] = []
    for record in submission.kind.records.values {
      for field in record.fields {
        guard let source = field.factsOf else { continue }
        for name in [source, field.name] {
          if let key = document.keys.find(name), !keys.contains(key) { keys.append(key) }
        }
      }
    }
    return !keys.isEmpty && document.nodes.contains { keys.contains($0.key) }
  }

  /// Whether a text of the rule language names a field that the program fills in.
  ///
  /// A word too many only means that files are looked into in vain.
  static func asksForFacts(_ source: SourceFile, _ kind: SubmissionKind) -> Bool {
    kind.records.values.contains { record in
      record.fields.contains { field in
        guard field.factsOf != nil else { return false }
        return contains(source.bytes, [UInt8(ascii: ".")] + field.name.utf8)
      }
    }
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    var offset = 0
    let last = bytes.count - wanted.count
    while offset <= last {
      var same = 0
      while same < wanted.count, bytes[offset + same] == wanted[same] { same += 1 }
      if same == wanted.count { return true }
      offset += 1
    }
    return false
  }
}
