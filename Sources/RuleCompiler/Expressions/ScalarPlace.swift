import Diagnostics
import DocumentArena
import DocumentReading
import SourceText

/// Where a scalar, or a part of its text, stands in the file.
enum ScalarPlace {
  static func place(
    of node: NodeID,
    _ span: SourceSpan?,
    in document: Document
  ) -> Diagnostic.Place {
    let file = document.source.name
    guard document.position(of: node) != nil else {
      return Diagnostic.Place(file: file, position: nil)
    }
    let text = document.bytes(of: node)
    let line = text.prefix { $0 != 0x0A }
    let span = span ?? SourceSpan(start: 0, end: UInt32(clamping: line.count))
    let map = ScalarMap(document: document, node: node)
    let end = map.end(atUTF8Offset: Int(span.end))
    let start = span.start < span.end ? map.position(atUTF8Offset: Int(span.start)) : end
    let length = end.line == start.line && end.column > start.column ? end.column - start.column : 1
    return Diagnostic.Place(file: file, position: start, length: length)
  }
}
