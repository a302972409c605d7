import Alignment
import Catalogues
import Diagnostics
import Krong
import RuleCompiler
import RuleModel
import Schemas
import Submissions

/// What a word of a document stands for.
enum Referent: Sendable {
  /// A key that the schema of the file knows, with what is said of it and the keys inside.
  case key(String, description: String, inner: [SchemaWalk.Known])
  /// A field of a record, or of the submission itself when there is no record.
  case field(Field, record: String?, owner: SubmissionKind)
  /// A name of an element.
  case local(RuleNames.Local)
  /// A named expression.
  case definition(RuleNames.Definition)
  /// A parameter of the rule, with the shared one that it takes.
  case parameter(RuleNames.Definition, ParameterDeclaration?)
  /// A parameter that rules share.
  case sharedParameter(ParameterDeclaration)
  case function(FunctionCatalogue.Function)
  case rule(Rule)
  /// An item of a catalogue.
  case item(CatalogueItem, catalogue: String)
  /// A code of a closed list.
  case code(CodeList.Code, list: String, owner: SubmissionKind)
  /// An item of a plan.
  case frameworkItem(FrameworkItem, Framework)
  case clause(String, text: String)
  case kind(SubmissionKind)
  case catalogue(Catalogue)
  case profile(String)
  /// A type of a kind's file.
  case type(String)
  /// A code that only a schema knows.
  case value(String, description: String)
}

/// Finds what the word at a place stands for.
struct ReferentFinder {
  let place: Place
  private var yaml: LooseYAML { place.yaml }
  private var knowledge: RuleKnowledge { place.knowledge }

  /// What stands there, and the bytes of the word.
  func find() -> (referent: Referent, range: Range<Int>)? {
    switch place.location.slot {
    case .key(_, let range):
      guard !range.isEmpty else { return nil }
      let text = LooseText.plain(yaml.bytes[range])
      let key =
        text.first == "\"" || text.first == "'" ? LooseText.unquoted(yaml.bytes[range]) : text
      return self.key(key).map { ($0, range) }
    case .value(let node?, _):
      guard !yaml.nodes[node].range.isEmpty else { return nil }
      return value(node)
    case .value(nil, _): return nil
    }
  }

  // MARK: Keys

  private func key(_ key: String) -> Referent? {
    let steps = place.location.steps
    if let inside = place.submissionSteps, let found = field(inside + [.key(key)]) { return found }
    let roles = place.walk?.roles(at: steps) ?? []
    if roles.contains(.ruleKeys), let rule = rule(key) { return .rule(rule) }
    if roles.contains(.settingKeys) { return setting(key) }
    if let names = place.names {
      let keys = place.location.keys
      if keys == ["define"], let found = names.definitions.first(where: { $0.name == key }) {
        return .definition(found)
      }
      if keys.last == "match" { return entryField(key, names) }
    }
    return schemaKey(key, steps)
  }

  private func setting(_ key: String) -> Referent? {
    if let shared = knowledge.context.sharedParameters.first(where: { $0.name == key }) {
      return .sharedParameter(shared)
    }
    return key.split(separator: ".").first.flatMap { rule(String($0)) }.map { .rule($0) }
  }

  private func schemaKey(_ key: String, _ steps: [LooseYAML.Step]) -> Referent? {
    guard let walk = place.walk,
      let found = walk.keys(at: steps).first(where: { $0.known.text == key })
    else { return nil }
    let inner = walk.keys(at: steps + [.key(key)]).map(\.known)
    return .key(key, description: found.known.description ?? "", inner: inner)
  }

  /// A field of the submission at the end of some steps.
  private func field(_ steps: [LooseYAML.Step]) -> Referent? {
    guard let kind = place.kind else { return nil }
    var shape: FieldShape?
    var found: Referent?
    for (position, step) in steps.enumerated() {
      switch step {
      case .key(let name):
        let record = position == 0 ? nil : shape?.record?.name
        shape =
          position == 0
          ? kind.root.field(name).map { FieldShape(type: $0.type, owner: kind, field: $0) }
          : shape?.member(name)
        found = shape?.field.map { .field($0, record: record, owner: kind) }
      case .index: shape = shape.flatMap(RuleNames.inside)
      }
    }
    return found
  }

  private func shape(of steps: [LooseYAML.Step]) -> FieldShape? {
    guard let kind = place.kind else { return nil }
    var shape: FieldShape?
    for (position, step) in steps.enumerated() {
      switch step {
      case .key(let name):
        shape =
          position == 0
          ? kind.root.field(name).map { FieldShape(type: $0.type, owner: kind, field: $0) }
          : shape?.member(name)
      case .index: shape = shape.flatMap(RuleNames.inside)
      }
    }
    return shape
  }

  private func entryField(_ name: String, _ names: RuleNames) -> Referent? {
    guard let record = names.shape(of: "entry")?.record,
      let shape = names.shape(of: "entry.\(name)"), let field = shape.field
    else { return nil }
    return .field(field, record: record.name, owner: shape.owner)
  }

  // MARK: Values

  private func value(_ node: Int) -> (referent: Referent, range: Range<Int>)? {
    let inner = yaml.inner(node)
    let text = yaml.text(node)
    let steps = place.location.steps
    let roles = place.walk?.roles(at: steps) ?? []
    for role in roles {
      switch role {
      case .expression, .value, .values, .path, .fields, .template:
        if let found = word(in: inner, isField: role == .fields, isSentence: role == .template) {
          return found
        }
      case .rule: if let rule = rule(text) { return (.rule(rule), inner) }
      case .clause:
        if let clause = knowledge.context.clauses?.text(text) {
          return (.clause(text, text: clause), inner)
        }
      case .sharedParameter, .settingKeys:
        if let found = setting(text) { return (found, inner) }
      case .profile: return (.profile(text), inner)
      case .catalogue:
        if let found = knowledge.catalogues[text] { return (.catalogue(found), inner) }
      case .fieldType: return (.type(text), inner)
      case .literal(let catalogue?):
        if let found = item(text, catalogue) { return (found, inner) }
      case .literal(nil), .ruleKeys, .fragment: break
      }
    }
    return code(text, steps).map { ($0, inner) }
  }

  /// A code by the field that holds it, else by where it is known.
  private func code(_ text: String, _ steps: [LooseYAML.Step]) -> Referent? {
    if let inside = place.submissionSteps {
      if inside == [.key("kind")], let kind = knowledge.kinds[text] { return .kind(kind) }
      if let shape = shape(of: inside), let found = code(text, shape) { return found }
      return frameworkItem(text)
    }
    if case .own(.rule) = place.sort, place.location.keys == ["rule"] { return nil }
    if let kind = knowledge.kinds[text] { return .kind(kind) }
    let described = place.walk?.values(at: steps).first { $0.text == text }
    if described != nil, let found = anyCode(text) { return found }
    if let catalogue = knowledge.catalogues[text] { return .catalogue(catalogue) }
    if let found = anyCode(text) { return found }
    return described.flatMap { known in known.description.map { .value(text, description: $0) } }
  }

  private func code(_ text: String, _ shape: FieldShape) -> Referent? {
    if let list = shape.codes, let code = list.codes.first(where: { $0.id == text }) {
      return .code(code, list: list.name, owner: shape.owner)
    }
    return shape.catalogue.flatMap { item(text, $0) }
  }

  private func item(_ text: String, _ catalogue: String) -> Referent? {
    knowledge.catalogues[catalogue]?.item(text).map { .item($0, catalogue: catalogue) }
  }

  private func anyCode(_ text: String) -> Referent? {
    let hints = ["plan": "plans", "by": "parties", "to": "parties", "type": "document-types"]
    if let hint = place.location.lastKey.flatMap({ hints[$0] }), let found = item(text, hint) {
      return found
    }
    let order = ["steps", "plans", "document-types", "parties"]
    for id in order + knowledge.catalogues.ids.filter({ !order.contains($0) }) {
      if let found = item(text, id) { return found }
    }
    let envelope = knowledge.kinds.envelope
    for (name, list) in envelope.codeLists.sorted(by: { $0.key < $1.key }) {
      if let code = list.codes.first(where: { $0.id == text }) {
        return .code(code, list: name, owner: envelope)
      }
    }
    return frameworkItem(text)
  }

  private func frameworkItem(_ text: String) -> Referent? {
    for framework in knowledge.graph.frameworks {
      if let item = framework.items.first(where: { $0.code == text }) {
        return .frameworkItem(item, framework)
      }
    }
    return nil
  }

  private func rule(_ id: String) -> Rule? { knowledge.rules.first { $0.id == id } }

  // MARK: Words of expressions

  private func word(
    in inner: Range<Int>,
    isField: Bool,
    isSentence: Bool
  ) -> (referent: Referent, range: Range<Int>)? {
    let bytes = Array(yaml.bytes[inner])
    let offset = place.offset - inner.lowerBound
    guard offset >= 0, offset <= bytes.count,
      let names = place.names ?? place.kind.map(RuleNames.init(kind:))
    else { return nil }
    let cursor = ExpressionCursor(bytes[..<offset])
    if isSentence {
      let open = bytes[..<offset].lastIndex(of: UInt8(ascii: "{"))
      guard let open, !bytes[open..<offset].contains(UInt8(ascii: "}")) else { return nil }
    } else if case .text = cursor.place {
      return quoted(bytes, offset, inner.lowerBound)
    }
    guard let (range, receiver) = ExpressionCursor.word(in: bytes, at: offset) else { return nil }
    let word = String(decoding: bytes[range], as: UTF8.self)
    let isCall = range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "(")
    let found = referent(word, receiver, names, bytes, isField: isField, isCall: isCall)
    let start = inner.lowerBound
    return found.map { ($0, (start + range.lowerBound)..<(start + range.upperBound)) }
  }

  private func referent(
    _ word: String,
    _ receiver: String?,
    _ names: RuleNames,
    _ bytes: [UInt8],
    isField: Bool,
    isCall: Bool
  ) -> Referent? {
    if isCall {
      let functions = FunctionCatalogue(knowledge)
      let named = receiver.flatMap { functions.function($0 + "." + word) }
      return (named ?? functions.function(word)).map { .function($0) }
    }
    if receiver == "params", let found = names.parameters.first(where: { $0.name == word }) {
      return .parameter(found, knowledge.context.sharedParameters.first { $0.name == word })
    }
    if isField, place.location.lastKey != "at", !names.entrySources.isEmpty {
      return field(receiver.map { "entry.\($0)" } ?? "entry", word, names, bytes)
    }
    if let receiver { return field(receiver, word, names, bytes) }
    if let local = names.locals.last(where: { $0.name == word }) { return .local(local) }
    if let found = names.definitions.first(where: { $0.name == word }) { return .definition(found) }
    return names.fields.first { $0.field.name == word }
      .map { .field($0.field, record: nil, owner: $0.kind) }
  }

  private func field(
    _ receiver: String,
    _ word: String,
    _ names: RuleNames,
    _ bytes: [UInt8]
  ) -> Referent? {
    if receiver == "submission" {
      return names.fields.first { $0.field.name == word }
        .map { .field($0.field, record: nil, owner: $0.kind) }
    }
    var known: [String: FieldShape] = [:]
    for (name, list) in ExpressionCursor(bytes[...]).bound {
      known[name] = names.shape(of: list, with: known).flatMap(RuleNames.inside)
    }
    guard let parent = names.shape(of: receiver, with: known), let member = parent.member(word),
      let field = member.field
    else { return nil }
    return .field(field, record: parent.record?.name, owner: member.owner)
  }

  /// A code in quotes inside an expression.
  private func quoted(
    _ bytes: [UInt8],
    _ offset: Int,
    _ start: Int
  ) -> (referent: Referent, range: Range<Int>)? {
    let isQuote: (UInt8) -> Bool = { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    guard let open = bytes[..<offset].lastIndex(where: isQuote),
      let close = bytes[offset...].firstIndex(where: isQuote), open < close
    else { return nil }
    let text = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
    let found = knowledge.kinds[text].map { Referent.kind($0) } ?? anyCode(text)
    return found.map { ($0, (start + open + 1)..<(start + close)) }
  }
}
