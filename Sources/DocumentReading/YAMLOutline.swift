package import Diagnostics
package import SourceText

/// A YAML file as it is written: nodes with the bytes they stand in, comments between them.
///
/// The arena forgets how a value was written, since nobody who evaluates asks for it. Who lays a file out
/// anew needs brackets, quotes, anchors and comments; libyaml tells where each node begins and ends, and
/// what is left between the nodes is scanned for comments.
package struct YAMLOutline: Sendable {
  /// How a node is written.
  package enum Form: Sendable, Equatable {
    /// Nothing stands there.
    case nothing
    /// A plain or quoted scalar, or an alias.
    case scalar
    /// A block scalar, `|` or `>`.
    case block
    /// A list or mapping in brackets or braces.
    case flow
    /// A mapping, key by key on lines of their own.
    case mapping
    /// A list, dash by dash.
    case list
  }

  /// A node.
  package struct Node: Sendable {
    /// How it is written.
    package let form: Form
    /// Its bytes: of scalars and of lists in brackets all, of block collections the beginning only.
    package var range: Range<Int>
    /// Anchor and tag before it, as they are written.
    package var properties: [String] = []
    /// What stands in it: keys and values by turns in mappings.
    package var children: [Node] = []
    /// The text of a scalar, as YAML reads it.
    package var text: [UInt8] = []
    /// Whether a collection in brackets is a mapping.
    package var isFlowMapping = false
  }

  /// A comment from its `#` to the end of its line.
  package struct Comment: Sendable {
    /// Its bytes.
    package let range: Range<Int>
    /// Whether nothing else stands on its line.
    package let isAlone: Bool
  }

  /// The bytes of the file, as UTF-8.
  package let bytes: [UInt8]
  /// The node at the top.
  package let root: Node
  /// All comments, in order.
  package let comments: [Comment]
  /// The lines.
  package let lines: LineIndex

  /// Outlines a file; nil when it does not hold just one document, or is written in ways that the outline
  /// does not keep: directives, `? ` keys, keys with anchors or tags.
  ///
  /// - Throws: When it is no YAML.
  package static func read(
    _ source: SourceFile,
    limits: ReadingLimits = .standard
  ) throws(DiagnosticError) -> YAMLOutline? {
    // Everything that can be wrong is told by the common reader.
    _ = try YAMLReader.readOne(source, limits: limits)
    return outline(of: source)
  }

  /// The outline of a file that was read before without a mistake.
  package static func outline(of source: SourceFile) -> YAMLOutline? {
    let text = source.utf8Bytes
    guard let root = YAMLOutlineReader.root(of: text) else { return nil }
    var scanner = CommentScanner(bytes: text)
    guard let comments = scanner.comments(around: root) else { return nil }
    return YAMLOutline(
      bytes: text,
      root: root,
      comments: comments,
      lines: LineIndex(bytes: text)
    )
  }
}

extension YAMLOutline {
  /// The comment that begins at an offset.
  package func comment(at offset: Int) -> Comment? {
    let place = SortedSearch.firstPlace(in: comments.count) {
      comments[$0].range.lowerBound < offset
    }
    guard place < comments.count, comments[place].range.lowerBound == offset else { return nil }
    return comments[place]
  }
}

/// Finds comments in what stands between the scalars of a file.
private struct CommentScanner {
  let bytes: [UInt8]
  private var found: [YAMLOutline.Comment] = []
  private var offset = 0
  private var isPlain = true

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The comments; nil when something else than comments and signs stands there: a directive.
  mutating func comments(around root: YAMLOutline.Node) -> [YAMLOutline.Comment]? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    visit(root)
    scan(to: bytes.count)
    return isPlain ? found : nil
  }

  private mutating func visit(_ node: YAMLOutline.Node) {
    switch node.form {
    case .nothing: break
    case .scalar, .block:
      scan(to: node.range.lowerBound)
      offset = max(offset, node.range.upperBound)
    case .flow, .mapping, .list:
      for child in node.children { visit(child) }
    }
  }

  private mutating func scan(to end: Int) {
    while offset < end {
      let byte = bytes[offset]
      let before = offset == 0 ? 0x0A : bytes[offset - 1]
      let beginsLine = before == 0x0A || before == 0x0D
      if byte == UInt8(ascii: "#"), before <= 0x20 || offset == 0 || isMark(before) {
        let start = offset
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
        found.append(YAMLOutline.Comment(range: trimmed(start..<offset), isAlone: isAlone(start)))
        continue
      }
      if byte == UInt8(ascii: "%"), beginsLine { isPlain = false }
      offset += 1
    }
  }

  /// Whether a byte is the end of a byte order mark at the start.
  private func isMark(_ byte: UInt8) -> Bool { byte == 0xBF && offset == 3 }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return range.lowerBound..<end
  }

  private func isAlone(_ start: Int) -> Bool {
    var before = start
    while before > 0 {
      let byte = bytes[before - 1]
      if byte == 0x0A || byte == 0x0D { return true }
      if byte != 0x20, byte != 0x09, !(before == 3 && byte == 0xBF) { return false }
      if byte == 0xBF { return true }
      before -= 1
    }
    return true
  }
}
