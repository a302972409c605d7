import Diagnostics
import DocumentArena
import DocumentReading
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
    let map = ScalarMap(document: document, node: node)
    let start = map.position(atUTF8Offset: Int(span.start))
    let end = map.position(atUTF8Offset: Int(span.end))
    let length = end.line == start.line && end.column > start.column ? end.column - start.column : 1
    return Diagnostic.Place(file: file, position: start, length: length)
  }
}
