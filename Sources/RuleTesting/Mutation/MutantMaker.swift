import Diagnostics
import DocumentArena
import DocumentReading
import RuleCompiler
import RuleModel
import SourceText
import Submissions

/// Bends a rule at every point at which a tester should notice.
///
/// Edits the text of the file, so that a mutant is a rule like any other and can be shown as a diff.
struct MutantMaker {
  let rule: Rule
  let compiled: [CompiledRule]
  let context: RuleSetContext
  let document: Document
  let extent: NodeExtent
  /// The expressions of the rule, by node.
  let expressions: Set<NodeID>
  /// The types of bounds, by node.
  let bounds: BoundTypes

  private(set) var mutants: [Mutant] = []
  private var known: Set<[SourceEdit]> = []
  private var ids: [String: Int] = [:]
  /// What stands for the place in ids: the keys on the way and the text of the item.
  var surroundings = ""

  init(_ rule: Rule, _ compiled: [CompiledRule], in context: RuleSetContext) {
    self.rule = rule
    self.compiled = compiled
    self.context = context
    document = rule.document
    extent = NodeExtent(rule.document)
    expressions = Set(RuleSlots.expressions(of: rule).map(\.node))
    bounds = BoundTypes(compiled)
  }

  /// All mutants of a rule, in the order of the file.
  static func mutants(
    of rule: Rule,
    _ compiled: [CompiledRule],
    in context: RuleSetContext
  ) -> [Mutant] {
    var maker = MutantMaker(rule, compiled, in: context)
    maker.bendRule()
    return maker.mutants
  }

  // MARK: Adding

  /// Adds a mutant unless the same edit was made already.
  mutating func add(
    _ kind: Mutant.Kind,
    at node: NodeID,
    _ edits: [SourceEdit],
    _ th: String,
    _ en: String
  ) {
    guard !edits.isEmpty, known.insert(edits).inserted else { return }
    let isChange = edits.contains { edit in
      !extent.bytes[edit.range].elementsEqual(edit.text)
    }
    guard isChange else { return }
    let digest = SHA256.hexDigest(
      of: [kind.rawValue, surroundings, en].joined(separator: "\u{1F}")
    )
    let base = "\(kind.rawValue)-\(digest.prefix(8))"
    let repeats = ids[base, default: 0]
    ids[base] = repeats + 1
    mutants.append(
      Mutant(
        kind: kind,
        id: repeats == 0 ? base : "\(base)-\(repeats + 1)",
        change: LocalizedText(th: th, en: en),
        place: Diagnostic.Place(
          file: document.source.name,
          position: document.keyPosition(of: node) ?? document.position(of: node)
        ),
        edits: edits
      )
    )
  }

  /// Puts another text in the place of a scalar.
  mutating func replace(
    _ kind: Mutant.Kind,
    _ node: NodeID,
    with text: String,
    _ th: String,
    _ en: String
  ) {
    guard let range = extent.range(of: node) else { return }
    add(kind, at: node, [SourceEdit(range, written(text, like: node, range))], th, en)
  }

  /// A text as it is written in the place of a scalar: plain where that was plain and can be.
  func written(_ text: String, like node: NodeID, _ range: Range<Int>) -> String {
    let end = extent.bytes[range].last == 0x0A ? "\n" : ""
    let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let isPlain = document.node(node).style == .plain && Self.canBePlain(words)
    let kind = document.kind(of: node)
    let wasText = kind == .string
    guard !isPlain || wasText && !Self.canBePlain(words) else { return words + end }
    return YAMLQuotes.single(words) + end
  }

  private static func canBePlain(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    let isWord =
      first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || first >= 0x30 && first <= 0x39
      || first == UInt8(ascii: "(") || first >= 0x80
    return isWord && !text.utf8.contains { ",[]{}#".utf8.contains($0) } && !text.contains(": ")
  }

  /// The text of a node as it stands in the file, in one line.
  func source(of node: NodeID) -> String {
    if document.kind(of: node) != .list, document.kind(of: node) != .map {
      return document.text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var pieces: [String] = []
    for child in document.children(of: node) {
      let key = document.keyName(of: child)
      if ["message", "label", "at"].contains(key) { continue }
      pieces.append((key.isEmpty ? "" : key + ":") + source(of: child))
    }
    return "(" + pieces.joined(separator: " ") + ")"
  }

  func key(_ node: NodeID) -> String { document.keyName(of: node) }
}

// MARK: - Leaving out

extension MutantMaker {
  /// The edits that leave out an entry of a list or mapping; `isFirst` tells that nothing stands before.
  func removal(of node: NodeID, in parent: NodeID) -> [SourceEdit] {
    let siblings = Array(document.children(of: parent))
    guard let index = siblings.firstIndex(of: node) else { return [] }
    let isMap = document.kind(of: parent) == .map
    return extent.isFlow(parent)
      ? flowRemoval(siblings, index, isMap: isMap) : blockRemoval(siblings, index, isMap: isMap)
  }

  private func begin(_ node: NodeID, isMap: Bool) -> Int? {
    isMap ? extent.keyStart(of: node) : extent.start(of: node)
  }

  private func flowRemoval(_ siblings: [NodeID], _ index: Int, isMap: Bool) -> [SourceEdit] {
    guard let start = begin(siblings[index], isMap: isMap),
      let end = extent.range(of: siblings[index])?.upperBound
    else { return [] }
    if index + 1 < siblings.count, let next = begin(siblings[index + 1], isMap: isMap) {
      return [SourceEdit(start..<next, "")]
    }
    guard index > 0 else { return [SourceEdit(start..<end, "")] }
    guard let before = extent.range(of: siblings[index - 1])?.upperBound else { return [] }
    return [SourceEdit(before..<end, "")]
  }

  private func blockRemoval(_ siblings: [NodeID], _ index: Int, isMap: Bool) -> [SourceEdit] {
    guard let start = begin(siblings[index], isMap: isMap) else { return [] }
    let lineStart = extent.lineStart(start)
    guard isMap else {
      // From the line of the dash to the next entry.
      let dash = extent.bytes[lineStart..<start].lastIndex(of: UInt8(ascii: "-")) ?? start
      let end = extent.blockEnd(from: dash, indent: dash - lineStart, isDash: true)
      return [SourceEdit(lineStart..<end, "")]
    }
    let end = extent.blockEnd(from: start, indent: start - lineStart, isDash: false)
    let isAlone = extent.bytes[lineStart..<start].allSatisfy { $0 == 0x20 }
    if isAlone { return [SourceEdit(lineStart..<end, "")] }
    // Behind a dash: the next key takes its place.
    guard index + 1 < siblings.count, let next = extent.keyStart(of: siblings[index + 1]) else {
      return []
    }
    return [SourceEdit(start..<next, "")]
  }

  /// Leaves out a key.
  mutating func dropKey(
    _ kind: Mutant.Kind,
    _ node: NodeID,
    in parent: NodeID
  ) {
    let name = key(node)
    add(
      kind,
      at: node,
      removal(of: node, in: parent),
      "ตัด \(name): \(source(of: node))",
      "drops \(name): \(source(of: node))"
    )
  }

  /// Leaves out each entry of a list that has more than one.
  mutating func dropEntries(_ list: NodeID) {
    guard document.kind(of: list) == .list else { return }
    let entries = Array(document.children(of: list))
    guard entries.count > 1 else { return }
    for entry in entries {
      add(
        .drop,
        at: entry,
        removal(of: entry, in: list),
        "ตัด \(source(of: entry)) ออกจาก \(key(list))",
        "drops \(source(of: entry)) from \(key(list))"
      )
    }
  }

  /// Gives a key another name.
  func renaming(_ node: NodeID, to name: String) -> [SourceEdit] {
    guard let start = extent.keyStart(of: node) else { return [] }
    return [SourceEdit(start..<(start + key(node).utf8.count), name)]
  }

  mutating func rename(_ kind: Mutant.Kind, _ node: NodeID, to name: String) {
    add(
      kind,
      at: node,
      renaming(node, to: name),
      "\(key(node)) เป็น \(name): \(source(of: node))",
      "\(key(node)) becomes \(name): \(source(of: node))"
    )
  }
}
