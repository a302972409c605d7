/// The structure of a YAML or JSON text as far as it can be made out, with the bytes that each part takes.
///
/// A text that somebody is typing is broken most of the time, and the strict reader stops at the first mistake.
/// This one never fails: what it cannot make sense of ends at the next line that is indented less. It serves
/// completion, hover and the like; what is right or wrong, only the strict reader says.
struct LooseYAML: Sendable {
  /// What a node is.
  enum Kind: Equatable, Sendable {
    /// Nothing written yet.
    case empty
    case plain
    case singleQuoted
    case doubleQuoted
    /// After `|` or `>`.
    case block
    /// `*name`.
    case alias
    case map(isFlow: Bool)
    case list(isFlow: Bool)
  }

  /// A key with its value; without a colon it is a word that may become one.
  struct Entry: Sendable {
    let keyRange: Range<Int>
    let key: String
    /// The offset after the colon; nil when there is none yet.
    let colonEnd: Int?
    let value: Int
  }

  /// An element of a list.
  struct Item: Sendable {
    /// The offset after its dash, or of the element itself in brackets.
    let start: Int
    let value: Int
  }

  struct Node: Sendable {
    var kind: Kind
    /// Its bytes, quotes and brackets included; empty where nothing is written.
    var range: Range<Int>
    /// Of block containers the column of keys or dashes, in bytes from 0.
    var column = 0
    var entries: [Entry] = []
    var items: [Item] = []
  }

  /// A step from a container to what it holds.
  enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  let bytes: [UInt8]
  let nodes: [Node]
  /// The documents of the text.
  let roots: [Int]

  init(_ bytes: [UInt8]) {
    var parser = LooseParser(bytes)
    parser.parse()
    self.bytes = bytes
    nodes = parser.nodes
    roots = parser.roots
  }

  // MARK: Reading

  /// The value under a key of a mapping.
  func child(_ node: Int?, _ key: String) -> Int? {
    guard let node else { return nil }
    return nodes[node].entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The node at the end of some steps from a root.
  func node(_ steps: [Step], from root: Int?) -> Int? {
    var current = root
    for step in steps {
      guard let node = current else { return nil }
      switch step {
      case .key(let key): current = child(node, key)
      case .index(let index):
        let items = nodes[node].items
        current = items.indices.contains(index) ? items[index].value : nil
      }
    }
    return current
  }

  /// The elements of a list; of a scalar itself, as many slots take one or several.
  func elements(_ node: Int?) -> [Int] {
    guard let node else { return [] }
    switch nodes[node].kind {
    case .list: return nodes[node].items.map(\.value)
    case .map, .empty: return []
    default: return [node]
    }
  }

  /// The keys of a mapping.
  func keys(_ node: Int?) -> [String] { node.map { nodes[$0].entries.map(\.key) } ?? [] }

  /// The text of a scalar; "" for others.
  func text(_ node: Int?) -> String {
    guard let node else { return "" }
    let range = nodes[node].range
    switch nodes[node].kind {
    case .plain, .block: return LooseText.plain(bytes[range])
    case .singleQuoted, .doubleQuoted: return LooseText.unquoted(bytes[range])
    default: return ""
    }
  }

  /// The text under a key.
  func text(_ node: Int?, _ key: String) -> String? {
    guard let child = child(node, key), nodes[child].kind != .empty else { return nil }
    let text = text(child)
    return text.isEmpty ? nil : text
  }

  /// The texts under a key, of one scalar or a list.
  func texts(_ node: Int?, _ key: String) -> [String] {
    elements(child(node, key)).map { text($0) }
  }

  /// The bytes of a scalar without its quotes.
  func inner(_ node: Int) -> Range<Int> {
    let range = nodes[node].range
    guard nodes[node].kind == .singleQuoted || nodes[node].kind == .doubleQuoted,
      let first = range.first
    else { return range }
    let isClosed = range.count >= 2 && bytes[range.upperBound - 1] == bytes[first]
    return (first + 1)..<(isClosed ? range.upperBound - 1 : range.upperBound)
  }

  /// The root in which an offset lies, or the last before it.
  func root(at offset: Int) -> Int? {
    roots.last { nodes[$0].range.lowerBound <= offset } ?? roots.first
  }
}

/// Decodes scalars, roughly: folds nothing, knows the escapes that people type.
enum LooseText {
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
    guard let quote = bytes.first else { return "" }
    var inner = bytes.dropFirst()
    if inner.last == quote { inner = inner.dropLast() }
    var result: [UInt8] = []
    var rest = inner
    while let byte = rest.popFirst() {
      if quote == UInt8(ascii: "'"), byte == quote, rest.first == quote {
        rest = rest.dropFirst()
      } else if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\"), let next = rest.popFirst()
      {
        result += escaped(next, &rest)
        continue
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands for a letter after a backslash.
  private static func escaped(_ letter: UInt8, _ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let digits: Int
    switch letter {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: return [letter]
    }
    let number = String(decoding: rest.prefix(digits), as: UTF8.self)
    guard let value = UInt32(number, radix: 16), let scalar = Unicode.Scalar(value) else {
      return [letter]
    }
    rest = rest.dropFirst(digits)
    return Array(String(scalar).utf8)
  }
}
