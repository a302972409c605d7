import Diagnostics
package import DocumentArena
import SourceText

/// Whether the brackets of an expression are balanced, texts in quotes left out.
package enum Brackets {
  /// Whether every bracket is closed, and by its own kind; linear in the text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - countsQuotes: Whether quotes are those of expressions, and must be closed as well; in names
  ///     an apostrophe is one.
  /// - Returns: Whether the text is whole in this respect.
  package static func areBalanced(
    _ bytes: some Sequence<UInt8>,
    countsQuotes: Bool = true
  ) -> Bool {
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
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if countsQuotes { quote = byte }
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
  /// Tells, once, that a comma of a flow list or mapping has cut a plain text; false when none has.
  ///
  /// - Parameters:
  ///   - node: The text.
  ///   - isExpression: Whether it is an expression, in which quotes must be closed as well.
  /// - Returns: Whether it was told, now or before.
  @discardableResult
  package func reportIfCut(_ node: NodeID, isExpression: Bool = true) -> Bool {
    guard !cutTexts.contains(node) else { return true }
    guard document.node(node).style == .plain, document.kind(of: node) == .string,
      !Brackets.areBalanced(document.bytes(of: node), countsQuotes: isExpression),
      isFollowedByComma(node)
    else { return false }
    cutTexts.insert(node)
    report(
      .cutText,
      LocalizedText(
        th: "จุลภาคได้ตัดนิพจน์นี้ วงเล็บหรือเครื่องหมายคำพูดจึงไม่ครบคู่",
        en: "a comma has cut this expression: its brackets or quotes are not closed"
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

  /// Whether a comma follows a text that stands on one line of the file.
  private func isFollowedByComma(_ node: NodeID) -> Bool {
    guard let start = document.position(of: node) else { return false }
    let bytes = document.source.bytes
    let offset = LineIndex(document.source).offset(of: start)
    guard offset <= bytes.count else { return false }
    let rest = bytes[offset...]
    let text = document.bytes(of: node)
    guard rest.starts(with: text) else { return false }
    return rest.dropFirst(text.count).first { $0 != 0x20 } == UInt8(ascii: ",")
  }
}
