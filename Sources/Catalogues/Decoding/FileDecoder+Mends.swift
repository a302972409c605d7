package import Diagnostics
package import DocumentArena
package import SourceText

// Where values and keys stand in the bytes of the file, for edits that mend a mistake.

extension FileDecoder {
  /// The bytes of a plain or quoted key; nil where it is written in another way.
  package func span(ofKey node: NodeID) -> SourceSpan? {
    guard let position = document.keyPosition(of: node) else { return nil }
    return span(of: Array(document.keyName(of: node).utf8), at: position)
  }

  /// The bytes of a plain value on one line, or of a quoted one without escapes, its quotes included.
  package func span(ofValue node: NodeID) -> SourceSpan? {
    guard let position = document.position(of: node) else { return nil }
    return span(of: Array(document.bytes(of: node)), at: position)
  }

  /// A mend that writes another text in the place of a plain or quoted value.
  package func rewriting(
    _ node: NodeID,
    as text: String,
    _ certainty: Mend.Certainty
  ) -> [Mend] {
    guard let span = span(ofValue: node) else { return [] }
    return [
      Mend(
        certainty,
        .write(text),
        file: document.source.name,
        span: span,
        replacement: text
      )
    ]
  }

  /// A mend that makes a list of one plain value.
  func inBrackets(_ node: NodeID) -> [Mend] {
    let isWord = document.bytes(of: node).allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
    }
    guard document.node(node).style == .plain, document.kind(of: node) != .null, isWord else {
      return []
    }
    return rewriting(node, as: "[\(document.text(of: node))]", .certain)
  }

  /// A mend that writes the nearest of some names where another one stands.
  func renaming(_ name: String, at place: Diagnostic.Place, among names: [String]) -> [Mend] {
    guard let near = Suggestion.nearest(to: name, among: names), let position = place.position,
      let span = span(of: Array(name.utf8), at: position)
    else { return [] }
    return [
      Mend(
        Suggestion.isSlip(name, for: near) ? .certain : .proposed,
        .write(near),
        file: document.source.name,
        span: span,
        replacement: near
      )
    ]
  }

  private func span(of text: [UInt8], at position: SourcePosition) -> SourceSpan? {
    let bytes = lines.bytes
    let start = lines.offset(of: position)
    guard start < bytes.count, !text.isEmpty else { return nil }
    let first = bytes[start]
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let lead = isQuoted ? 1 : 0
    guard bytes[(start + lead)...].starts(with: text) else { return nil }
    let end = start + lead + text.count + lead
    guard end <= bytes.count, !isQuoted || bytes[end - 1] == first else { return nil }
    return SourceSpan(start: UInt32(clamping: start), end: UInt32(clamping: end))
  }
}
