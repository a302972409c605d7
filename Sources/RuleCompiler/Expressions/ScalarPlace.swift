import Diagnostics
import DocumentArena
import SourceText

/// Where a scalar, or a part of its text, stands in the file.
enum ScalarPlace {
  static func place(
    of node: NodeID, _ span: SourceSpan?, in document: Document
  ) -> Diagnostic.Place {
    let file = document.source.name
    guard let position = document.position(of: node) else {
      return Diagnostic.Place(file: file, position: nil)
    }
    let text = document.bytes(of: node)
    guard let span else {
      let length = text.prefix { $0 != 0x0A }.filter { $0 & 0xC0 != 0x80 }.count
      return Diagnostic.Place(file: file, position: position, length: UInt32(max(length, 1)))
    }
    let start = text.startIndex + min(Int(span.start), text.count)
    let end = text.startIndex + min(Int(span.end), text.count)
    let style = document.node(node).style
    let quote: UInt32 = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let before = text[text.startIndex..<start].filter { $0 & 0xC0 != 0x80 }.count
    let length = text[start..<end].filter { $0 & 0xC0 != 0x80 }.count
    return Diagnostic.Place(
      file: file,
      position: SourcePosition(
        line: position.line, column: position.column + quote + UInt32(before)),
      length: UInt32(max(length, 1)))
  }
}
