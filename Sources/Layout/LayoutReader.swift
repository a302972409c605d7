import DocumentReading
import SourceText

/// Puts the nodes of an outline and the comments between them together.
///
/// A comment on a line of its own belongs to what follows it, unless it is indented as deep as the block
/// before it: then it ends that block. A comment behind something stays behind it.
struct LayoutReader {
  private let outline: YAMLOutline
  private let bytes: [UInt8]
  private var next = 0
  /// Whether everything found its place; false for comments in unusual ones.
  private(set) var isWhole = true

  init(_ outline: YAMLOutline) {
    self.outline = outline
    bytes = outline.bytes
  }

  /// The tree; nil when a comment stands where none can be kept.
  mutating func read() -> LayoutTree? {
    var tree = LayoutTree()
    let start = starts(of: outline.root).first ?? outline.root.range.lowerBound
    // What stands above everything stays there, whatever key comes first.
    tree.head = lines(until: start, deeperThan: -1)
    tree.root = value(
      outline.root,
      of: nil,
      until: bytes.count,
      parent: -1,
      head: &tree.head,
      start
    )
    tree.foot = lines(until: bytes.count, deeperThan: -1)
    return isWhole && next == outline.comments.count ? tree : nil
  }

  // MARK: Values

  /// What stands behind a key or dash at an offset; `head` takes comments that precede a value on lines of its own.
  private mutating func value(
    _ node: YAMLOutline.Node,
    of sign: Int?,
    until end: Int,
    parent: Int,
    head: inout [LayoutTree.Line],
    _ start: Int
  ) -> LayoutTree.Value {
    var value = LayoutTree.Value(properties: node.properties)
    switch node.form {
    case .mapping, .list:
      let first = starts(of: node).first ?? start
      if let sign { value.trailer = trailer(after: sign, before: first) }
      value.content = .block(block(node, until: end))
    case .nothing:
      if let sign { value.trailer = trailer(after: sign, before: end) }
    case .scalar, .flow:
      if node.form == .flow { skipComments(in: node.range) }
      let before = lines(until: start, deeperThan: -1)
      head += before
      value.content = .text(node.form == .flow ? flow(node) : scalar(node))
      value.trailer = trailer(after: node.range.upperBound, before: end)
    case .block:
      head += lines(until: start, deeperThan: -1)
      value.content = literal(node, parent: parent)
    }
    return value
  }

  private mutating func block(_ node: YAMLOutline.Node, until end: Int) -> LayoutTree.Block {
    var block = LayoutTree.Block(isList: node.form == .list)
    let pairs = entries(of: node)
    let starts = starts(of: node)
    let column = column(of: starts.first ?? node.range.lowerBound)
    for (index, pair) in pairs.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : end
      block.entries.append(entry(pair, at: starts[index], until: end, column, block.isList))
    }
    block.tail = lines(until: end, deeperThan: column - 1)
    return block
  }

  /// The elements of a list in block form, or the keys of a mapping with their values.
  private func entries(of node: YAMLOutline.Node) -> [[YAMLOutline.Node]] {
    node.form == .list ? node.children.map { [$0] } : node.children.pairs
  }

  /// Where the entries of a block begin, at their dashes or keys; none for other nodes.
  private func starts(of node: YAMLOutline.Node) -> [Int] {
    guard node.form == .list || node.form == .mapping else { return [] }
    var starts: [Int] = []
    var position = node.range.lowerBound
    for pair in entries(of: node) {
      let isList = node.form == .list
      let start = isList ? sign(UInt8(ascii: "-"), from: position) : pair[0].range.lowerBound
      starts.append(start)
      position = max(start + 1, contentEnd(pair[pair.count - 1]))
    }
    return starts
  }

  private mutating func entry(
    _ pair: [YAMLOutline.Node],
    at start: Int,
    until end: Int,
    _ column: Int,
    _ isList: Bool
  ) -> LayoutTree.Entry {
    var entry = LayoutTree.Entry()
    entry.lines = lines(until: start, deeperThan: -1)
    entry.isSpaced = isSpaced(start)
    var after = start + 1
    if !isList {
      entry.key = Array(bytes[pair[0].range])
      entry.name = String(decoding: pair[0].text, as: UTF8.self)
      after = sign(UInt8(ascii: ":"), from: pair[0].range.upperBound) + 1
    }
    let node = pair[pair.count - 1]
    let valueStart = node.form == .nothing ? end : max(after, node.range.lowerBound)
    var head: [LayoutTree.Line] = []
    entry.value = value(node, of: after, until: end, parent: column, head: &head, valueStart)
    entry.lines += head
    return entry
  }

  // MARK: Texts

  private func scalar(_ node: YAMLOutline.Node) -> [(bytes: [UInt8], depth: Int)] {
    let lines = split(node.range)
    return lines.enumerated().map { index, line in
      (index == 0 ? trimmedEnd(line) : trimmed(line), index == 0 ? 0 : 1)
    }
  }

  private func flow(_ node: YAMLOutline.Node) -> [(bytes: [UInt8], depth: Int)] {
    let raw = bytes[node.range]
    var node = node
    node.properties = []
    let hasComments = outline.comments.contains { node.range.contains($0.range.lowerBound) }
    if !raw.contains(0x0A), !raw.contains(0x0D), !hasComments,
      let text = FlowText(bytes).text(of: node)
    {
      return [(text, 0)]
    }
    let commas = FlowCommas(node, outline.comments.map(\.range))
    var offset = node.range.lowerBound
    return split(node.range).enumerated().map { index, line in
      let start = offset
      offset += line.count + lineEndLength(at: offset + line.count)
      guard index > 0 else { return (commas.spaced(trimmedEnd(line), from: start), 0) }
      let text = trimmed(line)
      let first =
        start + (line.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex) - line.startIndex
      return (commas.spaced(text, from: first), text.isEmpty ? 0 : depth(of: first, in: node))
    }
  }

  /// How many brackets are open at an offset; one that closes there counts no more.
  private func depth(of offset: Int, in node: YAMLOutline.Node) -> Int {
    guard node.form == .flow, node.range.contains(offset), offset > node.range.lowerBound else {
      return node.form == .scalar && node.range.contains(offset) && offset > node.range.lowerBound
        ? 1 : 0
    }
    if offset == node.range.upperBound - 1 { return 0 }
    let hasBrackets = [UInt8(ascii: "["), UInt8(ascii: "{")].contains(bytes[node.range.lowerBound])
    return (hasBrackets ? 1 : 0) + (node.children.lazy.map { depth(of: offset, in: $0) }.max() ?? 0)
  }

  private func literal(_ node: YAMLOutline.Node, parent: Int) -> LayoutTree.Content {
    var lines = split(node.range)
    var header = trimmedEnd(lines.removeFirst())
    let isClosed =
      bytes[node.range.upperBound - 1] == 0x0A || bytes[node.range.upperBound - 1] == 0x0D
    // What follows the last line end belongs to the next node.
    if let last = lines.last, last.isEmpty || isClosed { lines.removeLast() }
    // A text that ends with the file, without a line end, has none.
    if !isClosed, !lines.isEmpty { header = Self.stripping(header) }
    let sign = header.prefix { $0 != 0x20 && $0 != UInt8(ascii: "#") }
    let given = sign.first { $0 > 0x30 && $0 <= 0x39 }.map { Int($0) - 0x30 + max(0, parent) }
    let found = lines.first { !trimmed($0).isEmpty }.map { $0.prefix { $0 == 0x20 }.count }
    let deepest = lines.map { $0.prefix { $0 == 0x20 }.count }.max()
    let indentation: Int = given ?? found ?? deepest ?? 0
    var content = lines.map { line in
      Array(line.dropFirst(min(indentation, line.prefix { $0 == 0x20 }.count)))
    }
    if !sign.contains(UInt8(ascii: "+")) {
      while let last = content.last, last.isEmpty { content.removeLast() }
    }
    return .literal(header: header, lines: content)
  }

  /// The header of a block scalar whose text has no line end at its end.
  private static func stripping(_ header: [UInt8]) -> [UInt8] {
    let sign = header.prefix { $0 != 0x20 && $0 != UInt8(ascii: "#") }
    let rest = header.dropFirst(sign.count)
    let kept = sign.filter { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }
    return kept + [UInt8(ascii: "-")] + rest
  }

  private func split(_ range: Range<Int>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      let length = lineEndLength(at: offset)
      guard length > 0 else {
        offset += 1
        continue
      }
      lines.append(bytes[start..<offset])
      offset = min(range.upperBound, offset + length)
      start = offset
    }
    lines.append(bytes[start..<range.upperBound])
    return lines
  }

  private func lineEndLength(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    if bytes[offset] == 0x0A { return 1 }
    guard bytes[offset] == 0x0D else { return 0 }
    return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
  }

  private func trimmedEnd(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var end = line.endIndex
    while end > line.startIndex, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    return Array(line[line.startIndex..<end])
  }

  private func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    trimmedEnd(line.drop { $0 == 0x20 || $0 == 0x09 })
  }

  // MARK: Comments

  /// The lines of comment before an offset that are indented deeper than so much; stops at the first other.
  private mutating func lines(until end: Int, deeperThan column: Int) -> [LayoutTree.Line] {
    var found: [LayoutTree.Line] = []
    while next < outline.comments.count {
      let comment = outline.comments[next]
      guard comment.range.lowerBound < end else { break }
      guard comment.isAlone else {
        isWhole = false
        break
      }
      guard self.column(of: comment.range.lowerBound) > column else { break }
      found.append(
        LayoutTree.Line(
          comment: Array(bytes[comment.range]),
          isSpaced: isSpaced(comment.range.lowerBound)
        )
      )
      next += 1
    }
    return found
  }

  /// The comment behind an offset on the same line.
  private mutating func trailer(after offset: Int, before end: Int) -> LayoutTree.Trailer? {
    guard next < outline.comments.count else { return nil }
    let comment = outline.comments[next]
    let start = comment.range.lowerBound
    guard !comment.isAlone, start >= offset, start < end,
      !bytes[offset..<start].contains(0x0A), !bytes[offset..<start].contains(0x0D)
    else { return nil }
    next += 1
    var gap = 0
    while start - gap - 1 >= offset, bytes[start - gap - 1] == 0x20 { gap += 1 }
    return LayoutTree.Trailer(gap: max(1, gap), comment: Array(bytes[comment.range]))
  }

  /// Comments inside brackets stay in their text.
  private mutating func skipComments(in range: Range<Int>) {
    var index = next
    while index < outline.comments.count,
      outline.comments[index].range.lowerBound < range.lowerBound
    {
      index += 1
    }
    let before = index
    while index < outline.comments.count, range.contains(outline.comments[index].range.lowerBound) {
      index += 1
    }
    guard index > before else { return }
    // Those before the brackets would have to be told from those inside; unusual enough to leave alone.
    if before > next { isWhole = false }
    next = index
  }

  // MARK: Places

  private func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return offset - start
  }

  /// Whether an empty line stands before the line of an offset.
  private func isSpaced(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    // A dash before an entry on the same line: the line is that of the list.
    guard bytes[start..<offset].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return false }
    guard start > 0 else { return false }
    var end = start - 1
    if bytes[end] == 0x0A, end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    var before = end
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    return before > 0 && (bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D)
  }

  /// The offset of a sign after an offset, past blanks and comments.
  private func sign(_ sign: UInt8, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] != sign {
      if bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      } else {
        offset += 1
      }
    }
    return min(offset, bytes.count)
  }

  /// The offset after all that stands in a node.
  private func contentEnd(_ node: YAMLOutline.Node) -> Int {
    switch node.form {
    case .mapping, .list: node.children.last.map(contentEnd) ?? node.range.lowerBound
    default: node.range.upperBound
    }
  }
}

extension [YAMLOutline.Node] {
  /// Keys with their values.
  fileprivate var pairs: [[YAMLOutline.Node]] {
    stride(from: 0, to: count - 1, by: 2).map { [self[$0], self[$0 + 1]] }
  }
}
