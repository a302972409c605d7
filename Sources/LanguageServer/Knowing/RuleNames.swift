import Krong
import RuleCompiler
import Submissions

/// The names that expressions may use at a place of a rule, and what they lead to; read from the structure of the
/// text, so that it works while the rule is broken.
struct RuleNames: Sendable {
  /// A name of an element, with the lists that it goes through.
  struct Local: Sendable {
    let name: String
    let sources: [String]
    /// Whether it is the key of a mapping, of which nothing more is known.
    let isKey: Bool
    /// Where it is given.
    let range: Range<Int>
  }

  /// A named expression.
  struct Definition: Sendable {
    let name: String
    let text: String
    let range: Range<Int>
  }

  /// The kinds that the rule applies to.
  let kinds: [SubmissionKind]
  /// The names of `for_each` and of each `each` around the place.
  private(set) var locals: [Local] = []
  private(set) var definitions: [Definition] = []
  private(set) var parameters: [Definition] = []
  /// The list of which `entry` is an element.
  private(set) var entrySources: [String] = []

  /// Reads the names that are in scope at a place of a rule.
  init(_ yaml: LooseYAML, at location: LooseLocation, _ knowledge: RuleKnowledge) {
    let root = location.root
    let ids = yaml.texts(yaml.child(root, "applies_to"), "kinds")
    let named = ids.compactMap { knowledge.kinds[$0] }
    kinds = named.isEmpty ? [knowledge.kinds.envelope] + knowledge.kinds.kinds : named
    addSelectors(yaml, yaml.child(root, "for_each"))
    definitions = Self.definitions(yaml, yaml.child(root, "define"))
    parameters = Self.definitions(yaml, yaml.child(root, "params"))
    for map in location.maps {
      addEach(yaml, map)
      if yaml.child(map, "list") != nil { entrySources = yaml.texts(map, "list") }
    }
    if entrySources.isEmpty {
      if location.keys.contains("documents") { entrySources = ["documents"] }
      if location.keys.contains("aligned_to") { entrySources = ["alignments"] }
    }
    if let aligned = location.maps.last, location.keys.contains("aligned_to"),
      yaml.child(aligned, "in") != nil
    {
      entrySources = yaml.texts(aligned, "in")
    }
  }

  /// The names of a submission of a kind, without a rule.
  init(kind: SubmissionKind) {
    kinds = [kind]
  }

  private mutating func addSelectors(_ yaml: LooseYAML, _ node: Int?) {
    guard let node else { return }
    for entry in yaml.nodes[node].entries {
      let sources = yaml.elements(entry.value).map { yaml.text($0) }
      locals.append(
        Local(name: entry.key, sources: sources, isKey: false, range: entry.keyRange)
      )
    }
  }

  private mutating func addEach(_ yaml: LooseYAML, _ map: Int) {
    guard let names = yaml.child(map, "as"), yaml.child(map, "in") != nil else { return }
    let sources = yaml.texts(map, "in")
    let nodes = yaml.elements(names)
    for (index, node) in nodes.enumerated() {
      let isKey = nodes.count == 2 && index == 0
      locals.append(
        Local(
          name: yaml.text(node),
          sources: sources,
          isKey: isKey,
          range: yaml.nodes[node].range
        )
      )
    }
  }

  private static func definitions(_ yaml: LooseYAML, _ node: Int?) -> [Definition] {
    guard let node else { return [] }
    return yaml.nodes[node].entries.map {
      Definition(name: $0.key, text: yaml.text($0.value), range: $0.keyRange)
    }
  }

  // MARK: Shapes

  /// What a path leads to: `project.schedule`, `projects[].alignments`, `strategies[0].name`; nil when it is no path
  /// or leads nowhere.
  func shape(of path: String, with more: [String: FieldShape] = [:]) -> FieldShape? {
    shape(of: path, with: more, depth: 0)
  }

  private func shape(
    of path: String,
    with more: [String: FieldShape],
    depth: Int
  ) -> FieldShape? {
    guard depth < 6, let steps = PathSteps(path) else { return nil }
    var current = base(steps.base, with: more, depth)
    if steps.goesThroughBase { current = current?.element }
    for step in steps.rest {
      current = current?.member(step.name)
      if step.goesThrough { current = current?.element }
    }
    return current
  }

  private func base(
    _ name: String,
    with more: [String: FieldShape],
    _ depth: Int
  ) -> FieldShape? {
    if let known = more[name] { return known }
    if let local = locals.last(where: { $0.name == name }) {
      if local.isKey { return nil }
      return local.sources.lazy.compactMap { shape(of: $0, with: more, depth: depth + 1) }.first
        .flatMap(Self.inside)
    }
    if let definition = definitions.first(where: { $0.name == name }) {
      return shape(of: definition.text.trimmed, with: more, depth: depth + 1)
    }
    if name == "entry" {
      return entrySources.lazy.compactMap { shape(of: $0, with: more, depth: depth + 1) }.first
        .flatMap(Self.inside)
    }
    return kinds.lazy.compactMap { Self.root($0, name) }.first
  }

  /// An element of a list, or a value of a mapping.
  static func inside(_ shape: FieldShape) -> FieldShape? {
    if let element = shape.element { return element }
    if case .map = shape.type { return shape.member("") }
    return nil
  }

  /// A field of the submission, or the submission itself.
  private static func root(_ kind: SubmissionKind, _ name: String) -> FieldShape? {
    if name == "submission" { return nil }
    return kind.root.field(name).map { FieldShape(type: $0.type, owner: kind, field: $0) }
  }

  /// The fields of the submission, those of all kinds of the rule, each once.
  var fields: [(field: Field, kind: SubmissionKind)] {
    var seen: Set<String> = []
    var found: [(field: Field, kind: SubmissionKind)] = []
    for kind in kinds {
      for field in kind.root.fields where seen.insert(field.name).inserted {
        found.append((field, kind))
      }
    }
    return found
  }
}

/// The names of a path and where it goes through lists.
struct PathSteps: Sendable {
  let base: String
  private(set) var goesThroughBase = false
  private(set) var rest: [(name: String, goesThrough: Bool)] = []

  init?(_ path: String) {
    var names: [(name: String, goesThrough: Bool)] = []
    var bytes = Array(path.utf8)[...]
    while true {
      let name = bytes.prefix { Self.isName($0) }
      guard !name.isEmpty else { return nil }
      bytes = bytes.dropFirst(name.count)
      var goesThrough = false
      if bytes.first == UInt8(ascii: "[") {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        bytes = bytes[(end + 1)...]
        goesThrough = true
      }
      names.append((String(decoding: name, as: UTF8.self), goesThrough))
      guard let next = bytes.popFirst() else { break }
      guard next == UInt8(ascii: ".") else { return nil }
      if bytes.first == UInt8(ascii: "?") { bytes = bytes.dropFirst() }
    }
    base = names[0].name
    goesThroughBase = names[0].goesThrough
    rest = Array(names.dropFirst())
  }

  static func isName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39
      || byte == UInt8(ascii: "_")
  }
}

extension String {
  /// Without blanks and line ends around it.
  var trimmed: String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
