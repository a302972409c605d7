// What stands in braces and brackets, JSON included.
extension LooseParser {
  /// A mapping or list in brackets; a line that is indented no more than `parent` ends one that was left open.
  mutating func flow(_ offset: Int, parent: Int, depth: Int) -> (node: Int, end: Int) {
    guard depth < Self.mostDepth else {
      let end = max(contentEnd(offset), min(offset + 1, bytes.count))
      return (add(LooseYAML.Node(kind: .plain, range: offset..<end)), end)
    }
    return bytes[offset] == UInt8(ascii: "{")
      ? flowMap(offset, parent, depth) : flowList(offset, parent, depth)
  }

  /// Goes on to the next part; nil when the brackets were left open.
  private func flowNext(_ offset: Int, _ parent: Int) -> Int? {
    let next = nextContent(offset)
    guard next < bytes.count else { return nil }
    guard lineStart(next) > offset else { return next }
    let closes = bytes[next] == UInt8(ascii: "}") || bytes[next] == UInt8(ascii: "]")
    return closes || column(next) > parent ? next : nil
  }

  private mutating func flowMap(_ offset: Int, _ parent: Int, _ depth: Int) -> (node: Int, end: Int)
  {
    var entries: [LooseYAML.Entry] = []
    let end = flowParts(after: offset, parent, closedBy: UInt8(ascii: "}")) { parser, place in
      let (entry, end) = parser.flowEntry(place, parent, depth)
      if let entry { entries.append(entry) }
      return end
    }
    let node = LooseYAML.Node(kind: .map(isFlow: true), range: offset..<end, entries: entries)
    return (add(node), end)
  }

  private mutating func flowList(
    _ offset: Int,
    _ parent: Int,
    _ depth: Int
  ) -> (node: Int, end: Int) {
    var items: [LooseYAML.Item] = []
    let end = flowParts(after: offset, parent, closedBy: UInt8(ascii: "]")) { parser, place in
      // A colon that no key stands before.
      guard parser.bytes[place] != UInt8(ascii: ":") else { return place + 1 }
      let (value, end) = parser.flowValue(after: place, parent, depth + 1)
      items.append(LooseYAML.Item(start: place, value: value))
      return end
    }
    let node = LooseYAML.Node(kind: .list(isFlow: true), range: offset..<end, items: items)
    return (add(node), end)
  }

  /// Reads what stands between brackets, part by part; the end is behind the closing one, before one of the
  /// other sort, or where brackets that were left open end.
  private mutating func flowParts(
    after open: Int,
    _ parent: Int,
    closedBy closing: UInt8,
    _ read: (inout Self, Int) -> Int
  ) -> Int {
    var place = open + 1
    while true {
      guard let next = flowNext(place, parent) else {
        // Left open: what is typed at the end of its line belongs to it.
        while !isLineEnd(place) { place += 1 }
        break
      }
      place = next
      if bytes[place] == closing {
        place += 1
        break
      }
      if bytes[place] == UInt8(ascii: "}") || bytes[place] == UInt8(ascii: "]") { break }
      if bytes[place] == UInt8(ascii: ",") {
        place += 1
        continue
      }
      place = max(read(&self, place), place + 1)
    }
    return min(place, bytes.count)
  }

  private mutating func flowEntry(
    _ offset: Int,
    _ parent: Int,
    _ depth: Int
  ) -> (entry: LooseYAML.Entry?, end: Int) {
    let isQuoted = bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'")
    let end: Int
    let key: String
    if isQuoted {
      let (node, quoteEnd) = quoted(offset, parent: parent)
      end = quoteEnd
      key = LooseText.unquoted(bytes[nodes[node].range])
    } else {
      end = flowPlainEnd(offset, isKey: true)
      key = String(decoding: bytes[offset..<end], as: UTF8.self)
    }
    guard end > offset else { return (nil, offset + 1) }
    guard let colon = flowNext(end, parent), bytes[colon] == UInt8(ascii: ":") else {
      let value = empty(at: end)
      return (
        LooseYAML.Entry(keyRange: offset..<end, key: key, colonEnd: nil, value: value), end
      )
    }
    let (value, valueEnd) = flowValue(after: colon + 1, parent, depth + 1)
    return (
      LooseYAML.Entry(keyRange: offset..<end, key: key, colonEnd: colon + 1, value: value), valueEnd
    )
  }

  private mutating func flowValue(
    after offset: Int,
    _ parent: Int,
    _ depth: Int
  ) -> (node: Int, end: Int) {
    guard let place = flowNext(offset, parent) else {
      let end = min(skipBlanks(offset), bytes.count)
      return (empty(at: end), end)
    }
    switch bytes[place] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      return (empty(at: place), place)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return flow(place, parent: parent, depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(place, parent: parent)
    default:
      let end = flowPlainEnd(place, isKey: false)
      let kind: LooseYAML.Kind = bytes[place] == UInt8(ascii: "*") ? .alias : .plain
      return (add(LooseYAML.Node(kind: kind, range: place..<end)), end)
    }
  }

  /// The end of a plain text in brackets.
  private func flowPlainEnd(_ offset: Int, isKey: Bool) -> Int {
    var end = offset
    scan: while !isLineEnd(end) {
      switch bytes[end] {
      case UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        // `projects[]` is a path.
        let isPath = end > offset && bytes[end...].starts(with: "[]".utf8)
        guard isPath else { break scan }
        end += 1
      case UInt8(ascii: ":"):
        let next = end + 1
        if next >= bytes.count || isLineEnd(next)
          || [0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[next])
        {
          break scan
        }
      case UInt8(ascii: "#") where end > offset && bytes[end - 1] == 0x20: break scan
      default: break
      }
      end += 1
    }
    while end > offset, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
