import CEL
import Diagnostics
import DocumentArena
import Krong
import RuleCompiler
import RuleModel
import SourceText
import Submissions

// Names inside expressions, paths and sentences.
extension Completion {
  // MARK: Expressions

  mutating func completeExpression(_ inner: Range<Int>) {
    guard let names = place.names ?? place.kind.map(RuleNames.init(kind:)) else { return }
    let start = min(inner.lowerBound, place.offset)
    let cursor = ExpressionCursor(place.document.bytes[start..<place.offset])
    take(cursor.prefix)
    switch cursor.place {
    case .text(let before): completeText(before, names, cursor)
    case .name(let receiver?): completeMember(of: receiver, names, cursor)
    case .name(nil): completeName(names, cursor)
    }
  }

  /// Takes the letters before the cursor only, and what follows of the same word.
  private mutating func take(_ prefix: String) {
    let bytes = place.document.bytes
    var end = place.offset
    while end < bytes.count, PathSteps.isName(bytes[end]) { end += 1 }
    setRange((place.offset - prefix.utf8.count)..<end)
  }

  private mutating func completeName(_ names: RuleNames, _ cursor: ExpressionCursor) {
    for (name, _) in cursor.bound { add(CompletionItem(label: name, kind: .variable, rank: 1)) }
    addLocals(names)
    addDefinitions(names)
    addFields(names)
    let own: [(String, LocalizedText)] = [
      ("params", LocalizedText(th: "พารามิเตอร์ของเกณฑ์", en: "the parameters of the rule")),
      ("as_of", LocalizedText(th: "วันที่ตรวจ", en: "the day of the check")),
      ("office", LocalizedText(th: "ค่าของสำนักงาน", en: "the settings of the office")),
      (
        "earlier_round",
        LocalizedText(th: "เรื่องเดียวกันครั้งก่อน", en: "the round before of the submission")
      ),
      ("submission", LocalizedText(th: "เรื่องที่ตรวจ", en: "the submission itself")),
    ]
    for (name, label) in own { add(item(of: name, label, nil, .variable, rank: 4)) }
    for function in FunctionCatalogue(place.knowledge).all where !function.isMember {
      add(item(of: function))
    }
    for word in ["true", "false", "in"] {
      add(CompletionItem(label: word, kind: .keyword, rank: 7))
    }
  }

  private func item(of function: FunctionCatalogue.Function) -> CompletionItem {
    CompletionItem(
      label: function.name,
      kind: function.isMember ? .method : .function,
      detail: function.page?.text[place.language],
      documentation: function.markdown,
      text: function.name + "(",
      rank: 6
    )
  }

  private mutating func addLocals(_ names: RuleNames) {
    for local in names.locals {
      let detail = local.sources.joined(separator: ", ")
      add(CompletionItem(label: local.name, kind: .variable, detail: detail, rank: 1))
    }
    if !names.entrySources.isEmpty {
      let detail = place.pick("รายการที่ตรวจ", "the element looked at")
      add(CompletionItem(label: "entry", kind: .variable, detail: detail, rank: 2))
    }
  }

  private mutating func addDefinitions(_ names: RuleNames) {
    for definition in names.definitions {
      let text = definition.text.trimmed
      add(
        CompletionItem(
          label: definition.name,
          kind: .constant,
          detail: String(text.prefix(80)),
          documentation: "```cel\n\(text)\n```",
          rank: 1
        )
      )
    }
  }

  private mutating func addFields(_ names: RuleNames, isPath: Bool = false) {
    for (field, _) in names.fields { add(item(of: field, isPath: isPath)) }
  }

  private func item(of field: Field, isPath: Bool = false) -> CompletionItem {
    let clauses = field.clauses.isEmpty ? "" : "\n\n" + field.clauses.joined(separator: ", ")
    return CompletionItem(
      label: field.name,
      kind: .field,
      detail: field.label[place.language],
      documentation: "\(field.label.th)\n\n\(field.label.en)\n\n`\(field.type.name)`\(clauses)",
      words: field.label.th,
      rank: 2
    )
  }

  private mutating func completeMember(
    of receiver: String,
    _ names: RuleNames,
    _ cursor: ExpressionCursor
  ) {
    if receiver == "params" {
      for parameter in names.parameters { addParameter(parameter) }
      return
    }
    if receiver == "office" {
      let fields = place.knowledge.compiling.base.records[RuleSetContext.officeRecord]?.fields
      for name in (fields?.keys.sorted() ?? []) { add(CompletionItem(label: name, kind: .field)) }
      return
    }
    if receiver == "submission" { return addFields(names) }
    let shape = shape(of: receiver, names, cursor)
    if let record = shape?.record {
      for field in record.fields { add(item(of: field)) }
      return
    }
    let functions = FunctionCatalogue(place.knowledge)
    for function in functions.named(in: receiver) { add(item(of: function)) }
    // Of a list or of something unknown: what can be asked of values.
    for function in functions.all where function.isMember { add(item(of: function)) }
  }

  private mutating func addParameter(_ parameter: RuleNames.Definition) {
    let shared = place.knowledge.context.sharedParameters.first { $0.name == parameter.name }
    add(item(of: parameter.name, shared?.label, nil, .variable, rank: 1))
  }

  private func shape(
    of path: String,
    _ names: RuleNames,
    _ cursor: ExpressionCursor
  ) -> FieldShape? {
    var known: [String: FieldShape] = [:]
    for (name, list) in cursor.bound {
      if let shape = names.shape(of: list, with: known).flatMap(RuleNames.inside) {
        known[name] = shape
      }
    }
    return names.shape(of: path, with: known)
  }

  // MARK: Texts in quotes

  /// The catalogues whose codes the texts of functions are.
  private static let codeFunctions: [(name: String, catalogue: String)] = [
    ("recorded", "steps"), ("recorded_any", "steps"), ("recorded_or_later", "steps"),
    ("date_of", "steps"), ("plan", "plans"), ("of_level", "plans"), ("edition_in_force", "plans"),
  ]

  private mutating func completeText(
    _ before: String,
    _ names: RuleNames,
    _ cursor: ExpressionCursor
  ) {
    let bytes = place.document.bytes
    var end = place.offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "'"),
      bytes[end] != 0x0A, end - place.offset < 200
    { end += 1 }
    let isClosed = end < bytes.count && bytes[end] != 0x0A
    setRange((place.offset - cursor.prefix.utf8.count)..<(isClosed ? end : place.offset))
    let before = before.trimmed
    // `recorded(` and `recorded_any(["a", `
    if let call = Self.openCall(in: before) {
      if call == "reached" {
        for stage in place.knowledge.kinds.stages { add(item(of: stage.id, stage.label)) }
      } else if ["registered", "in_catalogue", "same_in", "listed_in"].contains(call) {
        for id in place.knowledge.catalogues.ids {
          add(item(of: id, place.knowledge.catalogues[id]?.title))
        }
      } else if let known = Self.codeFunctions.first(where: { $0.name == call }) {
        addItems(of: known.catalogue)
      }
    }
    if let path = Self.comparedPath(in: before) { addCodes(of: shape(of: path, names, cursor)) }
  }

  /// The function whose parenthesis was opened last.
  private static func openCall(in text: String) -> String? {
    let bytes = Array(text.utf8)
    var depth = 0
    var place = bytes.count
    while place > 0 {
      place -= 1
      switch bytes[place] {
      case UInt8(ascii: ")"): depth += 1
      case UInt8(ascii: "("):
        if depth > 0 {
          depth -= 1
          continue
        }
        var start = place
        while start > 0, PathSteps.isName(bytes[start - 1]) { start -= 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
      default: break
      }
    }
    return nil
  }

  /// The path on the left of a comparison: `kind ==`, `x.step in [`.
  private static func comparedPath(in text: String) -> String? {
    var bytes = Array(text.utf8)
    let signs = ["==", "!=", " in [", " in"].map { Array($0.utf8) }
    // Other elements of the same list do not matter.
    if let open = bytes.lastIndex(of: UInt8(ascii: "[")),
      !bytes[open...].contains(UInt8(ascii: "]"))
    {
      bytes = Array(bytes[...open])
    }
    guard let sign = signs.first(where: { bytes.suffix($0.count).elementsEqual($0) }) else {
      return nil
    }
    var end = bytes.count - sign.count
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, PathSteps.isName(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
  }

  // MARK: Paths

  mutating func completePath(_ inner: Range<Int>) {
    guard let names = place.names else { return }
    let start = min(inner.lowerBound, place.offset)
    let cursor = ExpressionCursor(place.document.bytes[start..<place.offset])
    take(cursor.prefix)
    if case .name(let receiver?) = cursor.place {
      let record = shape(of: receiver, names, cursor)?.record
      for field in record?.fields ?? [] { add(item(of: field, isPath: true)) }
      return
    }
    addLocals(names)
    addDefinitions(names)
    addFields(names, isPath: true)
  }

  /// A field of an element where there is a list around, else a path from the submission.
  mutating func completeField(_ inner: Range<Int>) {
    guard let names = place.names, place.location.lastKey != "at", !names.entrySources.isEmpty
    else { return completePath(inner) }
    let start = min(inner.lowerBound, place.offset)
    let cursor = ExpressionCursor(place.document.bytes[start..<place.offset])
    take(cursor.prefix)
    var base = "entry"
    if case .name(let receiver?) = cursor.place { base += "." + receiver }
    for field in shape(of: base, names, cursor)?.record?.fields ?? [] { add(item(of: field)) }
  }

  // MARK: Sentences

  mutating func completeTemplate(_ inner: Range<Int>) {
    let bytes = place.document.bytes
    let before = bytes[min(inner.lowerBound, place.offset)..<place.offset]
    guard let open = before.lastIndex(of: UInt8(ascii: "{")),
      !before[open...].contains(UInt8(ascii: "}")), let names = place.names
    else { return }
    let prefix = String(decoding: before[(open + 1)...], as: UTF8.self)
    if let dot = prefix.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let receiver = String(prefix[..<dot])
      let member = String(prefix[prefix.utf8.index(after: dot)...])
      take(member)
      return completeMember(of: receiver, names, ExpressionCursor([]))
    }
    take(prefix)
    let offered = PlaceholderNames(place).names
    for name in offered { add(CompletionItem(label: name, kind: .variable, rank: 1)) }
    for local in names.locals where !offered.contains(local.name) {
      add(CompletionItem(label: local.name, kind: .variable, rank: 2))
    }
    if offered.isEmpty { addDefinitions(names) }
    addFields(names)
  }
}

/// The placeholders that the check kinds at a place offer, asked of the compiler: a name that nothing fills is put in,
/// and its diagnostic lists what there is.
private struct PlaceholderNames {
  private(set) var names: [String] = []

  init(_ place: Place) {
    // Both languages have the same placeholders, else the rule is refused for that.
    let yaml = place.yaml
    let sentences = ["th", "en"].compactMap { yaml.child(place.location.maps.last, $0) }
    var text = place.document.bytes
    for node in sentences.sorted(by: {
      yaml.nodes[$0].range.lowerBound > yaml.nodes[$1].range.lowerBound
    }) {
      // The text after a `|` cannot be put into quotes.
      guard yaml.nodes[node].kind != .block else { return }
      text.replaceSubrange(yaml.nodes[node].range, with: "\"{zzprobezz}\"".utf8)
    }
    let source = SourceFile(name: place.document.path, bytes: text)
    let loaded = RuleLoader.load(source, in: place.knowledge.context, examples: .skipped)
    guard let rule = loaded.value,
      let kind = RuleCompiler.kinds(of: rule, in: place.knowledge.compiling).first
    else { return }
    let result = RuleCompiler.compile(rule, for: kind, in: place.knowledge.compiling)
    guard let told = result.diagnostics.first(where: { $0.message.en.contains("{zzprobezz}") }),
      let help = told.help?.en
    else { return }
    for part in help.split(separator: "{").dropFirst() {
      let name = String(part.prefix { $0 != "}" })
      if name != "zzprobezz", !names.contains(name) { names.append(name) }
    }
  }
}

extension FieldType {
  /// The type as kinds write it.
  var name: String {
    switch self {
    case .text: "text"
    case .int: "int"
    case .decimal: "decimal"
    case .money: "money"
    case .date: "date"
    case .beYear: "be_year"
    case .bool: "bool"
    case .code(let name), .catalogue(let name), .record(let name): name
    case .list(let element): "list of \(element.name)"
    case .map(let element): "map of \(element.name)"
    }
  }
}
