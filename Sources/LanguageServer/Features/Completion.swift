import Diagnostics
import Krong
import RuleCompiler
import Schemas
import Submissions

/// What may be written at a place: keys and codes by the schema, names by what the text means.
struct Completion {
  let place: Place
  private(set) var items: [CompletionItem] = []
  private var labels: Set<String> = []
  /// The bytes that an item takes the place of.
  private(set) var range: Range<Int>

  /// The most items of one answer; editors show some dozen, and a longer list is said to be incomplete.
  static let most = 500

  init(_ place: Place) {
    self.place = place
    range = place.offset..<place.offset
    switch place.location.slot {
    case .key(let map, let written): completeKey(map, written)
    case .value(let node, let written): completeValue(node, written)
    }
  }

  /// Adds an item; of two with one label the first counts.
  mutating func add(_ item: CompletionItem) {
    if labels.insert(item.label).inserted { items.append(item) }
  }

  mutating func setRange(_ range: Range<Int>) { self.range = range }

  /// Takes a range, no further than the line of the cursor.
  private mutating func take(_ written: Range<Int>) {
    let bytes = place.document.bytes
    var end = place.offset
    while end < written.upperBound, end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      end += 1
    }
    var start = place.offset
    while start > written.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    while start < place.offset, bytes[start] == 0x20 { start += 1 }
    range = start..<max(end, start)
  }

  // MARK: Keys

  private mutating func completeKey(_ map: Int?, _ written: Range<Int>) {
    take(written)
    let bytes = place.document.bytes
    let hasColon =
      map.map { map in
        place.yaml.nodes[map].entries.contains { $0.keyRange == written && $0.colonEnd != nil }
      } ?? false
    let others = Set(
      map.map { map in
        place.yaml.nodes[map].entries.filter { $0.keyRange != written }.map(\.key)
      } ?? []
    )
    let isJSON = place.document.path.hasSuffix(".json")
    let isQuoted = isJSON && !(written.first.map { bytes[$0] == UInt8(ascii: "\"") } ?? false)
    addKeys(at: place.location.steps, without: others) { key in
      if isJSON { return isQuoted || written.isEmpty ? "\"\(key)\": " : "\"\(key)\"" }
      return hasColon ? key : "\(key): "
    }
  }

  /// The keys of the mappings that may stand at the end of some steps.
  private mutating func addKeys(
    at steps: [LooseYAML.Step],
    without others: Set<String>,
    _ text: (String) -> String
  ) {
    guard let walk = place.walk else { return }
    let choice = walk.choice(at: steps)
    let isChosen = !choice.isDisjoint(with: others)
    for (known, _) in walk.keys(at: steps) where !others.contains(known.text) {
      if isChosen, choice.contains(known.text) { continue }
      add(
        CompletionItem(
          label: known.text,
          kind: choice.contains(known.text) ? .keyword : .property,
          detail: known.label?[place.language],
          documentation: known.description,
          text: text(known.text),
          words: known.label?.th,
          rank: known.isRequired || choice.contains(known.text) ? 2 : 4
        )
      )
    }
    let roles = walk.roles(at: steps)
    if roles.contains(.ruleKeys) { addRules(without: others, text) }
    if roles.contains(.settingKeys) { addSettings(without: others, text) }
  }

  private mutating func addRules(without others: Set<String>, _ text: (String) -> String) {
    for rule in place.knowledge.rules where !others.contains(rule.id) {
      add(item(of: rule.id, rule.title, text(rule.id), .reference))
    }
  }

  private mutating func addSettings(without others: Set<String>, _ text: (String) -> String) {
    for parameter in place.knowledge.context.sharedParameters
    where !others.contains(parameter.name) {
      add(item(of: parameter.name, parameter.label, text(parameter.name), .property))
    }
    for rule in place.knowledge.rules {
      for parameter in rule.parameters where parameter.shared == nil {
        let name = "\(rule.id).\(parameter.name)"
        if others.contains(name) { continue }
        add(item(of: name, parameter.label ?? rule.title, text(name), .property, rank: 6))
      }
    }
  }

  /// An item for a code or name with what people call it.
  func item(
    of code: String,
    _ name: LocalizedText?,
    _ text: String? = nil,
    _ kind: CompletionItem.Kind = .enumMember,
    rank: Int = 3
  ) -> CompletionItem {
    CompletionItem(
      label: code,
      kind: kind,
      detail: name?[place.language],
      documentation: name.map { "\($0.th)\n\n\($0.en)" },
      text: text,
      words: name?.th,
      rank: rank
    )
  }

  // MARK: Values

  private mutating func completeValue(_ node: Int?, _ written: Range<Int>) {
    let kind = node.map { place.yaml.nodes[$0].kind } ?? .empty
    let inner = node.map { place.yaml.inner($0) } ?? written
    take(inner)
    guard let walk = place.walk else { return }
    let steps = place.location.steps
    if isAlone(before: written.lowerBound), kind == .plain || kind == .empty {
      addKeys(at: steps, without: []) { "\($0): " }
    }
    for known in walk.values(at: steps) where known.text != place.knowledge.kinds.envelope.id {
      add(
        CompletionItem(
          label: known.text,
          kind: .enumMember,
          detail: known.label?[place.language],
          documentation: known.description,
          words: known.label?.th,
          rank: 3
        )
      )
    }
    for role in walk.roles(at: steps) {
      complete(role, inner, isList: walk.allows("array", at: steps))
    }
    completeCodes(steps)
  }

  /// Whether only blanks and dashes stand before an offset on its line, so that a mapping may begin there.
  private func isAlone(before offset: Int) -> Bool {
    let bytes = place.document.bytes
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A {
      start -= 1
      guard bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "-") else { return false }
    }
    return true
  }

  private mutating func complete(_ role: JSONSchema.Role, _ inner: Range<Int>, isList: Bool) {
    switch role {
    case .expression, .value: completeExpression(inner)
    case .values: if !place.isInBrackets { completeExpression(inner) }
    case .literal(let catalogue): completeLiteral(catalogue)
    case .path: completePath(inner)
    case .fields: completeField(inner)
    case .template: completeTemplate(inner)
    case .rule:
      for rule in place.knowledge.rules { add(item(of: rule.id, rule.title, nil, .reference)) }
    case .clause:
      for citation in place.knowledge.context.clauses?.citations ?? [] {
        let text = place.knowledge.context.clauses?.text(citation)
        add(item(of: citation, text.map { LocalizedText(verbatim: $0) }, nil, .reference))
      }
    case .sharedParameter:
      for parameter in place.knowledge.context.sharedParameters {
        add(item(of: parameter.name, parameter.label, nil, .variable))
      }
    case .profile:
      for path in place.knowledge.profileFiles {
        let name = FileAddress.name(of: path)
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        add(CompletionItem(label: stem, kind: .reference))
      }
    case .fieldType: completeFieldType()
    case .catalogue:
      for id in place.knowledge.catalogues.ids {
        add(item(of: id, place.knowledge.catalogues[id]?.title, nil, .reference))
      }
    case .ruleKeys, .settingKeys, .fragment: break
    }
  }

  private mutating func completeFieldType() {
    for (name, _) in FieldTypeReader.scalars {
      add(CompletionItem(label: name, kind: .keyword, rank: 2))
    }
    let own = place.yaml.keys(place.yaml.child(place.location.root, "types"))
    let shared = place.knowledge.kinds.envelope
    let others = shared.records.keys.sorted() + shared.codeLists.keys.sorted()
    for name in own + others.filter({ !own.contains($0) }) {
      add(CompletionItem(label: name, kind: .reference, rank: own.contains(name) ? 3 : 4))
    }
  }

  // MARK: Codes

  private mutating func completeLiteral(_ catalogue: String?) {
    if let catalogue { addItems(of: catalogue) }
    guard let names = place.names, let map = place.location.maps.last else { return }
    // The field that the literals are compared with says what they may be.
    let yaml = place.yaml
    let lists = yaml.texts(map, "list")
    let key = yaml.text(map, "key") ?? yaml.text(map, "value") ?? ""
    let inList = lists.lazy.compactMap { names.shape(of: $0) }.first.flatMap(RuleNames.inside)
    addCodes(of: key.isEmpty ? inList : inList?.member(key) ?? names.shape(of: key))
  }

  mutating func addItems(of catalogue: String) {
    for entry in place.knowledge.catalogues[catalogue]?.items ?? [] {
      add(item(of: entry.id, entry.name))
    }
  }

  mutating func addCodes(of shape: FieldShape?) {
    if let codes = shape?.codes {
      for code in codes.codes { add(item(of: code.id, code.label)) }
    }
    if let catalogue = shape?.catalogue { addItems(of: catalogue) }
  }

  /// Codes that no schema knows: the fields of `match`, and the items of the plan that stands beside.
  private mutating func completeCodes(_ steps: [LooseYAML.Step]) {
    let keys = place.location.keys
    if place.submissionSteps == [.key("kind")] {
      for kind in place.knowledge.kinds.kinds { add(item(of: kind.id, kind.title)) }
    }
    if keys.dropLast().last == "match", let field = keys.last, let names = place.names,
      place.location.maps.count >= 2
    {
      let covers = place.location.maps[place.location.maps.count - 2]
      let shape = place.yaml.texts(covers, "list").lazy.compactMap { names.shape(of: $0) }.first
      addCodes(of: shape.flatMap(RuleNames.inside)?.member(field))
    }
    if place.submissionSteps != nil, keys.last == "item",
      let plan = place.yaml.text(place.location.maps.last, "plan")
    {
      for framework in place.knowledge.graph.frameworks where framework.plan == plan {
        for entry in framework.items { add(item(of: entry.code, entry.name)) }
      }
    }
  }
}

extension Place {
  /// Whether the value stands in a list.
  var isInBrackets: Bool {
    if case .index? = location.steps.last { return true }
    return false
  }
}
