import Diagnostics
import DocumentArena
import SourceText

/// The mistake of a key given twice.
extension ArenaBuilder {
  func duplicate(of id: KeyID, at position: SourcePosition) -> Diagnostic {
    let name = keys.name(of: id)
    let length = UInt32(clamping: name.unicodeScalars.count)
    var notes: [Diagnostic.Note] = []
    var index = Int(top.node) + 1
    while index < nodes.count {
      let node = nodes[index]
      if node.key == id, node.keyColumn > 0 {
        let first = SourcePosition(
          line: node.line - UInt32(node.keyLineDistance),
          column: node.keyColumn
        )
        let place = Diagnostic.Place(file: source.name, position: first, length: length)
        notes = [
          Diagnostic.Note(LocalizedText(th: "ปรากฏครั้งแรกที่นี่", en: "first given here"), at: place)
        ]
        break
      }
      index = max(index + 1, Int(node.end))
    }
    let shown = ReadingText.quoted(name)
    return Diagnostic(
      .duplicateKey,
      .error,
      LocalizedText(th: "คีย์ \(shown) ซ้ำกัน", en: "the key \(shown) is given twice"),
      at: Diagnostic.Place(file: source.name, position: position, length: length),
      notes: notes,
      help: LocalizedText(
        th: "เหลือไว้เพียงแห่งเดียว หรือเปลี่ยนชื่อคีย์ให้ต่างกัน",
        en: "keep one of them, or rename the other"
      )
    )
  }
}
