import DocumentReading

/// Writes a tree: two blanks deeper for each mapping and list, at most one empty line in a row.
struct LayoutPrinter {
  private(set) var output: [UInt8] = []

  mutating func write(_ tree: LayoutTree) {
    for line in tree.head { comment(line, 0) }
    switch tree.root.content {
    case .block(let block):
      if !tree.root.properties.isEmpty {
        properties(tree.root)
        newLine()
      }
      self.block(block, 0)
    default:
      value(tree.root, 0, isRoot: true)
    }
    for line in tree.foot { comment(line, 0) }
  }

  private mutating func block(_ block: LayoutTree.Block, _ indent: Int, isInline: Bool = false) {
    for (index, entry) in block.entries.enumerated() {
      let continues = isInline && index == 0
      if !continues {
        for line in entry.lines { comment(line, indent) }
        if entry.isSpaced { emptyLine() }
        blanks(indent)
      }
      if let key = entry.key {
        output += key
        output.append(UInt8(ascii: ":"))
      } else {
        output.append(UInt8(ascii: "-"))
      }
      value(entry.value, indent, isList: block.isList)
    }
    for line in block.tail { comment(line, indent) }
  }

  private mutating func value(
    _ value: LayoutTree.Value,
    _ indent: Int,
    isList: Bool = false,
    isRoot: Bool = false
  ) {
    if !value.properties.isEmpty {
      if !isRoot { output.append(0x20) }
      properties(value)
    }
    switch value.content {
    case .nothing: end(value.trailer)
    case .text(let lines):
      if !isRoot || !value.properties.isEmpty { output.append(0x20) }
      text(lines, isRoot ? 0 : indent)
      end(value.trailer)
    case .literal(let header, let lines):
      if !isRoot || !value.properties.isEmpty { output.append(0x20) }
      literal(header, lines, isRoot ? 0 : indent + 2)
    case .block(let block):
      let canStand =
        isList && value.properties.isEmpty && value.trailer == nil
        && block.entries.first.map { $0.lines.isEmpty } ?? false
      if canStand {
        output.append(0x20)
        self.block(block, indent + 2, isInline: true)
      } else {
        end(value.trailer)
        self.block(block, indent + 2)
      }
    }
  }

  private mutating func properties(_ value: LayoutTree.Value) {
    output += value.properties.joined(separator: " ").utf8
  }

  private mutating func text(_ lines: [(bytes: [UInt8], depth: Int)], _ indent: Int) {
    for (index, line) in lines.enumerated() {
      if index > 0 {
        newLine()
        if !line.bytes.isEmpty { blanks(indent + 2 * max(0, line.depth)) }
      }
      output += line.bytes
    }
  }

  /// An indentation that the header states is the one that is written.
  private mutating func literal(_ header: [UInt8], _ lines: [[UInt8]], _ indent: Int) {
    let sign = header.prefix { $0 != 0x20 && $0 != UInt8(ascii: "#") }
    let rest = header.dropFirst(sign.count)
    output += sign.map { $0 > 0x30 && $0 <= 0x39 ? UInt8(ascii: "2") : $0 }
    output += rest
    newLine()
    for line in lines {
      if !line.isEmpty {
        blanks(indent)
        output += line
      }
      newLine()
    }
  }

  private mutating func comment(_ line: LayoutTree.Line, _ indent: Int) {
    if line.isSpaced { emptyLine() }
    blanks(indent)
    output += line.comment
    newLine()
  }

  private mutating func end(_ trailer: LayoutTree.Trailer?) {
    if let trailer {
      output += [UInt8](repeating: 0x20, count: trailer.gap)
      output += trailer.comment
    }
    newLine()
  }

  private mutating func emptyLine() {
    guard !output.isEmpty, !output.suffix(2).elementsEqual([0x0A, 0x0A]) else { return }
    newLine()
  }

  private mutating func newLine() { output.append(0x0A) }

  private mutating func blanks(_ count: Int) {
    output += [UInt8](repeating: 0x20, count: count)
  }
}
