package import DocumentArena
import SourceText

/// Where nodes of a YAML file begin and end in its bytes, for programs that edit the file.
///
/// Knows what our own files use: block and flow collections, plain, quoted and block scalars; a node
/// with an anchor, a tag or an alias has no extent.
package struct NodeExtent: Sendable {
  private let document: Document
  private let lines: LineIndex

  /// The bytes of the file.
  package let bytes: [UInt8]

  /// Prepares a document.
  package init(_ document: Document) {
    self.document = document
    lines = LineIndex(document.source)
    bytes = document.source.utf8Bytes
  }

  /// The offset at which a value begins.
  package func start(of node: NodeID) -> Int? {
    document.position(of: node).map { lines.offset(of: $0) }
  }

  /// The offset at which the key of a value begins.
  package func keyStart(of node: NodeID) -> Int? {
    document.keyPosition(of: node).map { lines.offset(of: $0) }
  }

  /// Whether a list or mapping is written in brackets or braces.
  package func isFlow(_ node: NodeID) -> Bool {
    guard let start = start(of: node), start < bytes.count else { return false }
    let first = bytes[start]
    return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
  }

  /// The bytes of a scalar, quotes included, or of a collection in brackets.
  package func range(of node: NodeID) -> Range<Int>? {
    guard let start = start(of: node), start < bytes.count else { return nil }
    switch document.kind(of: node) {
    case .list, .map: return isFlow(node) ? flowRange(from: start) : nil
    default: return scalarRange(node, from: start)
    }
  }

  private func scalarRange(_ node: NodeID, from start: Int) -> Range<Int>? {
    let text = Array(document.bytes(of: node))
    let style = document.node(node).style
    switch bytes[start] {
    case UInt8(ascii: "&"), UInt8(ascii: "*"): return nil
    case UInt8(ascii: "!") where style != .plain: return nil
    default: break
    }
    let scanner = ScalarScanner(source: bytes, start: start, text: text)
    guard let pieces = scanner.scan(style), pieces.decoded.elementsEqual(text),
      let end = pieces.source(of: text.count)
    else { return nil }
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    return start..<(isQuoted ? end + 1 : end)
  }

  /// From a bracket to the one that closes it.
  private func flowRange(from start: Int) -> Range<Int>? {
    var depth = 0
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return start..<(offset + 1) }
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        // A quote inside a plain text is a letter like others.
        if beginsScalar(offset) { offset = quoteEnd(offset) }
      case UInt8(ascii: "#") where offset > 0 && bytes[offset - 1] == 0x20:
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      default: break
      }
      offset += 1
    }
    return nil
  }

  private func beginsScalar(_ offset: Int) -> Bool {
    var before = offset - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x0A { before -= 1 }
    guard before >= 0 else { return true }
    return [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":")]
      .contains(bytes[before])
  }

  private func quoteEnd(_ start: Int) -> Int {
    let quote = bytes[start]
    var offset = start + 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 1
      } else if bytes[offset] == quote {
        guard quote == UInt8(ascii: "'"), offset + 1 < bytes.count, bytes[offset + 1] == quote
        else {
          return offset
        }
        offset += 1
      }
      offset += 1
    }
    return offset
  }

  /// The lines of an entry of a block collection whose key or dash stands in a column: to the next line
  /// that is not indented deeper.
  package func blockEnd(from start: Int, indent: Int, isDash: Bool) -> Int {
    var end = lineEnd(start)
    var offset = end
    while offset < bytes.count {
      let next = lineEnd(offset)
      var first = offset
      while first < next, bytes[first] == 0x20 { first += 1 }
      if first < next, bytes[first] != 0x0A {
        let depth = first - offset
        // A list may stand at the column of its key.
        let isListOfKey = !isDash && depth == indent && bytes[first] == UInt8(ascii: "-")
        guard depth > indent || isListOfKey else { break }
        end = next
      }
      offset = next
    }
    return end
  }

  /// The offset after the line in which an offset lies.
  package func lineEnd(_ offset: Int) -> Int {
    bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// The offset at which the line of an offset begins.
  package func lineStart(_ offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }
}
