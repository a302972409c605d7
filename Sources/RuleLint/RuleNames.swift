import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import SourceText

/// Finds parameters, definitions and element names that nothing in the rule reads.
struct RuleNames {
  private let rule: Rule
  private let document: Document
  private let decoder: FileDecoder
  /// The words of all scalars of the rule but its examples, each with the node in which it stands.
  private let texts: [(node: NodeID, text: String)]

  init(_ rule: Rule) {
    self.rule = rule
    document = rule.document
    decoder = FileDecoder(document, .rule)
    var texts: [(NodeID, String)] = []
    for child in document.children(of: document.root)
    where !["examples", "notes", "remedy"].contains(document.keyName(of: child)) {
      for index in child.rawValue..<document.node(child).end {
        let node = NodeID(index)
        guard document.kind(of: node) == .string else { continue }
        texts.append((node, document.text(of: node)))
      }
    }
    self.texts = texts
  }

  var diagnostics: [Diagnostic] {
    for parameter in rule.parameters where !isRead("params." + parameter.name, outside: nil) {
      guard let node = parameterNode(parameter.name) else { continue }
      report(node, parameter.name, LocalizedText(th: "พารามิเตอร์", en: "parameter"))
    }
    for definition in rule.definitions
    where !isRead(definition.name, outside: definition.expression.node) {
      report(
        definition.expression.node,
        definition.name,
        LocalizedText(th: "นิพจน์ใน define ชื่อ", en: "definition")
      )
    }
    return decoder.diagnostics
  }

  private func parameterNode(_ name: String) -> NodeID? {
    document.child(of: document.root, "params").flatMap { document.child(of: $0, name) }
  }

  /// Whether a name occurs as a word of its own.
  private func isRead(_ name: String, outside own: NodeID?) -> Bool {
    texts.contains { node, text in
      node != own && Self.occurs(Array(name.utf8), in: Array(text.utf8))
    }
  }

  private static func occurs(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      let end = start + word.count
      return text[start..<end].elementsEqual(word)
        && (start == 0 || !isWord(text[start - 1]) && text[start - 1] != UInt8(ascii: "."))
        && (end == text.count || !isWord(text[end]))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte >= 0x80
  }

  private func report(_ node: NodeID, _ name: String, _ what: LocalizedText) {
    decoder.report(
      .nameUnused,
      .warning,
      LocalizedText(
        th: "ไม่มีส่วนใดของเกณฑ์ใช้\(what.th) \(DecodingWords.quoted(name))",
        en: "nothing in the rule reads the \(what.en) \(DecodingWords.quoted(name))"
      ),
      at: decoder.key(node),
      help: LocalizedText(
        th: "ลบออก หรือใช้ในเงื่อนไขหรือข้อตรวจที่ตั้งใจไว้ (ตรวจว่าค่านั้นถูกเขียนเป็นตัวเลขตรง ๆ แทนชื่อหรือไม่)",
        en:
          "delete it, or use it where it was meant: look whether a figure stands in the place of the name"
      )
    )
  }
}
