import Diagnostics

/// Codes, names and numbers of all items, ready to be compared with citations.
struct CitationIndex: Sendable {
  /// A wording of an item.
  struct Wording: Sendable {
    let key: [UInt16]
    let node: PlanNode
    let isName: Bool
    /// How often each sign stands in the key, signs that share their last seven bits taken together.
    let counts: [UInt8]
  }

  /// A word before numbers, such as `ยุทธศาสตร์`, of one sort of item.
  struct Word: Sendable {
    let key: [UInt16]
    let kind: Int
  }

  /// What is known of one framework.
  struct Entry: Sendable {
    var codes: [[UInt16]: PlanNode] = [:]
    var names: [[UInt16]: Int] = [:]
    /// The longest first; of equal ones in the order of the file.
    var wordings: [Wording] = []
    var words: [Word] = []
    var numbers: [[UInt16]: [(kind: Int, node: PlanNode)]] = [:]

    /// What a search looks through: each code and wording twice, and the text of these in tens.
    var searchSize: Int {
      2 * (codes.count + wordings.count) + wordings.reduce(0) { $0 + $1.key.count / 10 }
    }
  }

  private(set) var entries: [Entry] = []
  /// What a search in everything looks through.
  private(set) var searchSize = 0
  /// The most scalars of a code or name.
  private(set) var longestName = 0
  /// Codes that are unmistakable in any text.
  private var global: [[UInt16]: PlanNode] = [:]

  init(_ frameworks: [Framework]) {
    var number = 0
    for framework in frameworks {
      var entry = Entry()
      let words = framework.kinds.enumerated().flatMap { kind, sort in
        sort.words.map { Word(key: CitationKey.make($0), kind: kind) }
      }
      // The longest word first: `ยุทธศาสตร์ชาติ` before `ยุทธศาสตร์`.
      entry.words = words.enumerated().sorted { a, b in
        let (left, right) = (a.element.key.count, b.element.key.count)
        return left == right ? a.offset < b.offset : left > right
      }.map(\.element)
      for item in framework.items {
        add(item, PlanNode(number), to: &entry)
        number += 1
        for text in [item.code, item.name.th, item.name.en] {
          longestName = max(longestName, text.unicodeScalars.count)
        }
      }
      entry.wordings = entry.wordings.enumerated().sorted { a, b in
        let (left, right) = (a.element.key.count, b.element.key.count)
        return left == right ? a.offset < b.offset : left > right
      }.map(\.element)
      for (index, wording) in entry.wordings.enumerated() where entry.names[wording.key] == nil {
        entry.names[wording.key] = index
      }
      entries.append(entry)
    }
    searchSize = entries.reduce(0) { $0 + $1.searchSize }
  }

  private mutating func add(_ item: FrameworkItem, _ node: PlanNode, to entry: inout Entry) {
    for code in [item.code] + item.otherCodes {
      let key = CitationKey.make(code)
      if entry.codes[key] == nil { entry.codes[key] = node }
      if Self.isUnmistakable(key), global[key] == nil { global[key] = node }
    }
    if let text = item.number {
      entry.numbers[CitationKey.make(text), default: []].append((item.kind, node))
    }
    let english = item.name.en.utf8.elementsEqual(item.name.th.utf8) ? [] : [item.name.en]
    var seen: Set<[UInt16]> = []
    for (index, name) in ([item.name.th] + english + item.aliases).enumerated() {
      let whole = CitationKey.make(name)
      for key in [whole, Self.bare(whole, entry.words)] where !key.isEmpty {
        guard seen.insert(key).inserted else { continue }
        entry.wordings.append(
          Wording(
            key: key,
            node: node,
            isName: index <= english.count,
            counts: Self.counts(of: key)
          )
        )
      }
    }
  }

  /// Codes with letters, and long numbers, mean nothing else in a text.
  static func isUnmistakable(_ key: [UInt16]) -> Bool {
    let hasLetter = key.contains { (0x61...0x7A).contains($0) }
    let hasDigit = key.contains { CitationKey.isDigit($0) }
    return hasLetter && hasDigit && key.count >= 3 || hasLetter && key.count >= 4 || key.count >= 6
  }

  /// A name without the word for its sort that stands before it: `ด้านความมั่นคง` is `ความมั่นคง`.
  static func bare(_ key: [UInt16], _ words: [Word]) -> [UInt16] {
    for word in words where key.count > word.key.count + 3 && key.starts(with: word.key) {
      return Array(key.dropFirst(word.key.count))
    }
    return key
  }

  static func counts(of key: [UInt16]) -> [UInt8] {
    var counts = Array(repeating: UInt8(0), count: 128)
    for unit in key {
      let cell = Int(unit & 0x7F)
      if counts[cell] < .max { counts[cell] += 1 }
    }
    return counts
  }

  /// The item of a code in any framework.
  func node(ofCode code: String) -> PlanNode? {
    let key = CitationKey.make(code)
    if let node = global[key] { return node }
    return entries.lazy.compactMap { $0.codes[key] }.first
  }

  /// The item of a code in one framework.
  func node(ofCode code: String, in framework: Int) -> PlanNode? {
    entries[framework].codes[CitationKey.make(code)]
  }
}
