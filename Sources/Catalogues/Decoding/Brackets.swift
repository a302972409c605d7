import Diagnostics
package import DocumentArena

/// Whether the brackets of an expression are balanced, texts in quotes left out.
package enum Brackets {
  /// Whether every bracket is closed, and by its own kind; linear in the text.
  package static func areBalanced(_ bytes: some Sequence<UInt8>) -> Bool {
    var open: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for byte in bytes {
      if let mark = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == mark {
          quote = nil
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if open.popLast() != byte { return false }
      default: break
      }
    }
    return open.isEmpty && quote == nil
  }
}

extension FileDecoder {
  /// Tells, once, that a comma has cut a plain text with open brackets; false when it has not.
  @discardableResult
  package func reportIfCut(_ node: NodeID) -> Bool {
    guard !cutTexts.contains(node) else { return true }
    guard document.node(node).style == .plain, document.kind(of: node) == .string,
      !Brackets.areBalanced(document.bytes(of: node))
    else { return false }
    cutTexts.insert(node)
    report(
      .cutText,
      LocalizedText(
        th: "จุลภาคได้ตัดนิพจน์นี้ วงเล็บจึงไม่ครบคู่",
        en: "a comma has cut this expression: its brackets are not closed"
      ),
      at: value(node),
      help: LocalizedText(
        th: "ใส่นิพจน์ทั้งหมดในเครื่องหมาย '…' หรือเขียนแยกบรรทัดโดยไม่ใช้วงเล็บปีกกาหรือวงเล็บเหลี่ยมของ YAML",
        en:
          "put the whole expression in '…', or write it on a line of its own without the braces or brackets of YAML"
      )
    )
    return true
  }
}
