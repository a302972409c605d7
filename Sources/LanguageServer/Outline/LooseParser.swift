/// Reads block-style YAML line by line for ``LooseYAML``; what stands in brackets is read in another file.
struct LooseParser {
  let bytes: [UInt8]
  var nodes: [LooseYAML.Node] = []
  private(set) var roots: [Int] = []
  private let start: Int
  /// Where the lines begin.
  private let lineStarts: [Int]

  /// Deeper nesting is read as text.
  static let mostDepth = 100

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [start]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
    self.start = start
  }

  mutating func parse() {
    var offset = start
    while true {
      offset = nextContent(offset)
      guard offset < bytes.count else { return }
      if isMarker(offset) {
        offset += 3
      } else if bytes[offset] == UInt8(ascii: "%"), column(offset) == 0 {
        offset = lineEnd(offset)
      } else {
        let (node, end) = block(at: offset, parent: -1, depth: 0)
        roots.append(node)
        // What else stands on its last line belongs to nothing.
        offset = max(end, offset + 1)
        if !isFirstOnLine(offset) { offset = lineEnd(offset - 1) }
      }
    }
  }

  mutating func add(_ node: LooseYAML.Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func empty(at offset: Int) -> Int {
    add(LooseYAML.Node(kind: .empty, range: offset..<offset))
  }

  // MARK: Blocks

  /// What begins at an offset, below a container whose keys or dashes stand in the column `parent`.
  mutating func block(at offset: Int, parent: Int, depth: Int) -> (node: Int, end: Int) {
    guard depth < Self.mostDepth else { return plain(offset, parent) }
    if isDash(offset) { return list(at: offset, depth: depth) }
    if keyLine(offset) != nil { return map(at: offset, depth: depth) }
    switch bytes[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return flow(offset, parent: parent, depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(offset, parent: parent)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return blockScalar(offset, parent: parent)
    default: break
    }
    // A word alone above keys is a key that is being typed.
    let next = nextContent(lineEnd(offset))
    if next < bytes.count, !isMarker(next), column(next) == column(offset), keyLine(next) != nil {
      return map(at: offset, depth: depth)
    }
    return plain(offset, parent)
  }

  private mutating func map(at offset: Int, depth: Int) -> (node: Int, end: Int) {
    let column = column(offset)
    var entries: [LooseYAML.Entry] = []
    var at = offset
    var end = offset
    while true {
      if let key = keyLine(at) {
        let (value, valueEnd) = value(after: key.colonEnd, parent: column, isItem: false, depth + 1)
        entries.append(
          LooseYAML.Entry(keyRange: key.range, key: key.text, colonEnd: key.colonEnd, value: value)
        )
        end = valueEnd
      } else {
        let range = at..<textEnd(at)
        let text = String(decoding: bytes[range], as: UTF8.self)
        let value = empty(at: range.upperBound)
        entries.append(LooseYAML.Entry(keyRange: range, key: text, colonEnd: nil, value: value))
        end = range.upperBound
      }
      guard let next = nextLine(after: end, in: column), !isDash(next) else { break }
      at = next
    }
    let node = LooseYAML.Node(
      kind: .map(isFlow: false),
      range: offset..<max(end, offset),
      column: column,
      entries: entries
    )
    return (add(node), end)
  }

  private mutating func list(at offset: Int, depth: Int) -> (node: Int, end: Int) {
    let column = column(offset)
    var items: [LooseYAML.Item] = []
    var at = offset
    var end = offset
    while true {
      let (value, valueEnd) = value(after: at + 1, parent: column, isItem: true, depth + 1)
      items.append(LooseYAML.Item(start: at + 1, value: value))
      end = valueEnd
      guard let next = nextLine(after: end, in: column), isDash(next) else { break }
      at = next
    }
    let node = LooseYAML.Node(
      kind: .list(isFlow: false),
      range: offset..<max(end, offset),
      column: column,
      items: items
    )
    return (add(node), end)
  }

  /// The start of the next line in a column; lines further right belong to nothing and are passed over.
  private func nextLine(after end: Int, in wanted: Int) -> Int? {
    var next = nextContent(end)
    while next < bytes.count, !isMarker(next) {
      let isFirst = isFirstOnLine(next)
      if isFirst, column(next) == wanted { return next }
      if isFirst, column(next) < wanted { return nil }
      next = nextContent(lineEnd(next))
    }
    return nil
  }

  private mutating func value(
    after offset: Int,
    parent: Int,
    isItem: Bool,
    _ depth: Int
  ) -> (node: Int, end: Int) {
    var place = skipBlanks(offset)
    while place < bytes.count,
      bytes[place] == UInt8(ascii: "&") || bytes[place] == UInt8(ascii: "!")
    {
      place = skipBlanks(wordEnd(place))
    }
    guard place < bytes.count, !isLineEnd(place), bytes[place] != UInt8(ascii: "#") else {
      let next = nextContent(lineEnd(place))
      if next < bytes.count, !isMarker(next) {
        let isListOfKey = !isItem && column(next) == parent && isDash(next)
        if column(next) > parent || isListOfKey {
          return block(at: next, parent: parent, depth: depth)
        }
      }
      return (empty(at: place), place)
    }
    if isItem, keyLine(place) != nil || isDash(place) {
      return block(at: place, parent: parent, depth: depth)
    }
    switch bytes[place] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return flow(place, parent: parent, depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(place, parent: parent)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return blockScalar(place, parent: parent)
    case UInt8(ascii: "*"):
      let end = wordEnd(place)
      return (add(LooseYAML.Node(kind: .alias, range: place..<end)), end)
    default:
      return isItem
        ? block(at: place, parent: parent, depth: depth) : plain(place, parent)
    }
  }

  // MARK: Scalars

  private mutating func plain(_ offset: Int, _ parent: Int) -> (node: Int, end: Int) {
    var end = textEnd(offset)
    while true {
      let next = nextContent(lineEnd(end))
      guard next < bytes.count, !isMarker(next), column(next) > parent, !isDash(next),
        keyLine(next) == nil
      else { break }
      end = max(textEnd(next), end + 1)
    }
    return (add(LooseYAML.Node(kind: .plain, range: offset..<end)), end)
  }

  private mutating func blockScalar(_ offset: Int, parent: Int) -> (node: Int, end: Int) {
    var end = textEnd(offset)
    var line = lineEnd(offset)
    while line < bytes.count {
      let next = lineEnd(line)
      var first = line
      while first < next, bytes[first] == 0x20 { first += 1 }
      if first < bytes.count, !isLineEnd(first) {
        guard first - line > parent else { break }
        end = contentEnd(line)
      }
      line = next
    }
    let text = min(lineEnd(offset), end)
    return (add(LooseYAML.Node(kind: .block, range: text..<end)), end)
  }

  mutating func quoted(_ offset: Int, parent: Int) -> (node: Int, end: Int) {
    let quote = bytes[offset]
    var place = offset + 1
    var end: Int?
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        place += 2
        continue
      }
      if byte == quote {
        if quote == UInt8(ascii: "'"), place + 1 < bytes.count, bytes[place + 1] == quote {
          place += 2
          continue
        }
        end = place + 1
        break
      }
      if isLineEnd(place) {
        let next = nextContent(place)
        // A quote that nobody has closed yet ends with its line.
        if next < bytes.count, column(next) <= parent {
          end = contentEnd(offset)
          break
        }
      }
      place += 1
    }
    let stop = min(end ?? bytes.count, bytes.count)
    let kind: LooseYAML.Kind = quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
    return (add(LooseYAML.Node(kind: kind, range: offset..<stop)), stop)
  }

  // MARK: Keys

  /// The key of a line that has one: `name:`, `"name":`, not in brackets.
  func keyLine(_ offset: Int) -> (range: Range<Int>, text: String, colonEnd: Int)? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "#"), UInt8(ascii: "|"),
      UInt8(ascii: ">"):
      return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = closingQuote(offset) else { return nil }
      let colon = skipBlanks(end)
      guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":"), endsKey(colon + 1) else {
        return nil
      }
      return (offset..<end, LooseText.unquoted(bytes[offset..<end]), colon + 1)
    default: break
    }
    var place = offset
    while place < bytes.count, !isLineEnd(place) {
      if bytes[place] == UInt8(ascii: ":"), endsKey(place + 1) {
        var end = place
        while end > offset, bytes[end - 1] == 0x20 { end -= 1 }
        guard end > offset else { return nil }
        return (offset..<end, String(decoding: bytes[offset..<end], as: UTF8.self), place + 1)
      }
      if bytes[place] == UInt8(ascii: "#"), place > offset, bytes[place - 1] == 0x20 { return nil }
      place += 1
    }
    return nil
  }

  private func endsKey(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == 0x20 || bytes[offset] == 0x09 || isLineEnd(offset)
  }

  /// The offset after the quote that closes one, on the same line.
  private func closingQuote(_ offset: Int) -> Int? {
    let quote = bytes[offset]
    var place = offset + 1
    while place < bytes.count, !isLineEnd(place) {
      if bytes[place] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        place += 2
        continue
      }
      if bytes[place] == quote { return place + 1 }
      place += 1
    }
    return nil
  }
}

// MARK: - Lines

extension LooseParser {
  func isLineEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == 0x0A || bytes[offset] == 0x0D
  }

  /// The start of the next line.
  func lineEnd(_ offset: Int) -> Int {
    var place = offset
    while place < bytes.count, bytes[place] != 0x0A { place += 1 }
    return min(place + 1, bytes.count)
  }

  func lineStart(_ offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return lineStarts[low]
  }

  func column(_ offset: Int) -> Int { offset - lineStart(offset) }

  func isFirstOnLine(_ offset: Int) -> Bool {
    let start = min(lineStart(offset), offset)
    return bytes[start..<min(offset, bytes.count)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  func skipBlanks(_ offset: Int) -> Int {
    var place = offset
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  private func wordEnd(_ offset: Int) -> Int {
    var place = offset
    while place < bytes.count, bytes[place] != 0x20, !isLineEnd(place),
      bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "]"),
      bytes[place] != UInt8(ascii: "}")
    {
      place += 1
    }
    return max(place, min(offset + 1, bytes.count))
  }

  /// The end of a line without blanks and line end.
  func contentEnd(_ offset: Int) -> Int {
    var end = offset
    while !isLineEnd(end) { end += 1 }
    while end > offset, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  /// The end of a plain text on its line, before a comment.
  private func textEnd(_ offset: Int) -> Int {
    var end = offset
    while !isLineEnd(end) {
      if bytes[end] == UInt8(ascii: "#"), end > offset, bytes[end - 1] == 0x20 { break }
      end += 1
    }
    while end > offset, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  /// The next byte that is neither blank nor in a comment.
  func nextContent(_ offset: Int) -> Int {
    var place = offset
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case UInt8(ascii: "#")
      where place == 0 || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place - 1]):
        place = lineEnd(place)
      default: return place
      }
    }
    return bytes.count
  }

  func isDash(_ offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "-") else { return false }
    return offset + 1 >= bytes.count || bytes[offset + 1] == 0x20 || isLineEnd(offset + 1)
  }

  /// Whether `---` or `...` stands here at the start of a line.
  func isMarker(_ offset: Int) -> Bool {
    guard offset + 3 <= bytes.count, column(offset) == 0 else { return false }
    let mark = bytes[offset..<offset + 3]
    guard mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8) else { return false }
    return offset + 3 == bytes.count || bytes[offset + 3] == 0x20 || isLineEnd(offset + 3)
  }
}
