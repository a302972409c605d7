import Diagnostics
import Krong
import RuleModel
import Schemas
import Submissions

/// A place in an open document, with everything that is known about it: what completion, hover and definitions ask.
struct Place: Sendable {
  let document: TextDocument
  let offset: Int
  let location: LooseLocation
  let sort: FileSort
  let walk: SchemaWalk?
  let knowledge: RuleKnowledge
  let language: Language

  var yaml: LooseYAML { document.outline }

  /// The kind of the submission, or of the fragment, in which the place lies.
  let kind: SubmissionKind?

  /// Whether it lies in a fragment of a submission inside a rule or a case.
  let fragmentStart: Int?

  func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  /// The steps from the start of the submission in which it lies, which may be a fragment.
  var submissionSteps: [LooseYAML.Step]? {
    guard kind != nil else { return nil }
    if let fragmentStart { return Array(location.steps.dropFirst(fragmentStart)) }
    if case .submission = sort { return location.steps }
    return nil
  }

  /// The names of a rule that are in scope; nil outside rules and in fragments of submissions.
  var names: RuleNames? {
    guard case .own(.rule) = sort, fragmentStart == nil else { return nil }
    return RuleNames(yaml, at: location, knowledge)
  }
}

extension Place {
  /// Finds out about a place; nil in comments.
  init?(
    _ document: TextDocument,
    _ offset: Int,
    _ sort: FileSort,
    _ knowledge: RuleKnowledge,
    _ schemas: SchemaCache,
    _ language: Language
  ) {
    guard let location = document.outline.locate(offset) else { return nil }
    let fragment = Self.fragment(in: location, sort)
    let kind = Self.kind(document.outline, location, sort, fragment, knowledge)
    self.document = document
    self.offset = offset
    self.location = location
    self.sort = sort
    self.knowledge = knowledge
    self.language = language
    self.kind = kind
    fragmentStart = fragment
    walk = schemas.walk(for: sort, fragmentOf: kind, knowledge)
  }

  /// How many steps lead to the fragment of a submission; nil outside of one.
  private static func fragment(in location: LooseLocation, _ sort: FileSort) -> Int? {
    let steps = location.steps
    switch sort {
    case .own(.rule):
      guard steps.count >= 3, steps[0] == .key("examples"), case .index = steps[1],
        case .key(let outcome) = steps[2], RuleKeys.exampleOutcomes.contains(outcome)
      else { return nil }
      return 3
    default: return nil
    }
  }

  private static func kind(
    _ yaml: LooseYAML,
    _ location: LooseLocation,
    _ sort: FileSort,
    _ fragment: Int?,
    _ knowledge: RuleKnowledge
  ) -> SubmissionKind? {
    switch sort {
    case .submission:
      return yaml.text(location.root, "kind").flatMap { knowledge.kinds[$0] }
        ?? knowledge.kinds.envelope
    case .own(.rule):
      let own = fragment.flatMap { count in
        yaml.text(yaml.node(Array(location.steps.prefix(count)), from: location.root), "kind")
      }
      let ids = yaml.texts(yaml.child(location.root, "applies_to"), "kinds")
      return ([own].compactMap(\.self) + ids).lazy.compactMap { knowledge.kinds[$0] }.first
        ?? knowledge.kinds.envelope
    default: return nil
    }
  }
}

/// The schemas of a set of kinds and catalogues, each made when it is first asked for.
final class SchemaCache {
  private var schemas: [String: JSONSchema] = [:]
  private var set: SchemaSet?

  /// Forgets everything: kinds or catalogues have changed.
  func clear() {
    schemas = [:]
    set = nil
  }

  func walk(
    for sort: FileSort,
    fragmentOf kind: SubmissionKind?,
    _ knowledge: RuleKnowledge
  ) -> SchemaWalk? {
    let name: String
    switch sort {
    case .own(let sort): name = sort.rawValue
    case .submission: name = kind?.id ?? ""
    default: return nil
    }
    let fragment = kind.flatMap { schema($0.id, knowledge, $0) }
    guard let root = schema(name, knowledge, kind) else { return nil }
    return SchemaWalk(root: root, fragment: fragment)
  }

  private func schema(
    _ name: String,
    _ knowledge: RuleKnowledge,
    _ kind: SubmissionKind?
  ) -> JSONSchema? {
    if let known = schemas[name] { return known }
    let set = self.set ?? SchemaSet(kinds: knowledge.kinds, catalogues: knowledge.catalogues)
    self.set = set
    // The envelope stands in for a kind that is not written yet.
    let isEnvelope = kind?.id == name && knowledge.kinds[name] == nil
    let made = isEnvelope ? kind.map(set.schema(of:)) : set.schema(named: name)
    schemas[name] = made
    return made
  }
}
