package import DocumentArena

/// Writes a document as YAML or JSON, its fields in their order.
///
/// Values that say nothing, as empty cells do, are left out when asked for.
package struct DocumentText {
  private let document: Document
  private let leavesOutBlank: Bool

  /// Makes a writer.
  package init(_ document: Document, leavesOutBlank: Bool) {
    self.document = document
    self.leavesOutBlank = leavesOutBlank
  }

  private func children(of node: NodeID) -> [NodeID] {
    document.children(of: node).filter { child in
      !leavesOutBlank || !isNothing(child)
    }
  }

  /// Whether nothing stands at a node and below it; an empty list that was written is something.
  private func isNothing(_ node: NodeID) -> Bool {
    switch document.kind(of: node) {
    case .null: true
    case .string: document.bytes(of: node).isEmpty
    case .map, .list:
      document.count(of: node) > 0 && document.children(of: node).allSatisfy(isNothing)
    default: false
    }
  }

  // MARK: YAML

  /// The document as YAML.
  package var yaml: String {
    var text = ""
    writeYAML(document.root, indent: 0, isInline: false, &text)
    return text
  }

  private func writeYAML(_ node: NodeID, indent: Int, isInline: Bool, _ text: inout String) {
    let margin = String(repeating: " ", count: indent)
    switch document.kind(of: node) {
    case .map:
      for (index, child) in children(of: node).enumerated() {
        text += index == 0 && isInline ? "" : margin
        text += Self.scalar(document.keyName(of: child)) + ":"
        writeYAMLValue(child, indent: indent, &text)
      }
    case .list:
      for (index, child) in children(of: node).enumerated() {
        text += index == 0 && isInline ? "" : margin
        text += "- "
        if isEmptyContainer(child) || !isContainer(child) {
          text += scalar(child) + "\n"
        } else {
          writeYAML(child, indent: indent + 2, isInline: true, &text)
        }
      }
    default: text += scalar(node) + "\n"
    }
  }

  private func writeYAMLValue(_ node: NodeID, indent: Int, _ text: inout String) {
    guard isContainer(node), !isEmptyContainer(node) else {
      text += " " + scalar(node) + "\n"
      return
    }
    text += "\n"
    writeYAML(node, indent: indent + 2, isInline: false, &text)
  }

  private func isContainer(_ node: NodeID) -> Bool {
    document.kind(of: node) == .map || document.kind(of: node) == .list
  }

  private func isEmptyContainer(_ node: NodeID) -> Bool {
    isContainer(node) && children(of: node).isEmpty
  }

  private func scalar(_ node: NodeID) -> String {
    switch document.kind(of: node) {
    case .null: return "null"
    case .map: return "{}"
    case .list: return "[]"
    case .string: return Self.scalar(document.text(of: node))
    default: return document.text(of: node)
    }
  }

  /// A text as it may stand in YAML: plain where that can mean nothing else, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : JSONText.quoted(text)
  }

  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", ".inf", ".nan",
  ]

  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, last != " ", last != ":",
      !words.contains(text.lowercased())
    else { return false }
    let isLetter =
      (0x41...0x5A).contains(first.value) || (0x61...0x7A).contains(first.value)
      || (0x0E01...0x0E5B).contains(first.value)
    guard isLetter || isDate(scalars) else { return false }
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x20...0x7E, 0xA1...0xD7FF: break
      default: return false
      }
      if "{}[],&*!|>'\"%@`\\".unicodeScalars.contains(scalar) { return false }
      if scalar.value == 0xAD || (0x2000...0x206F).contains(scalar.value) { return false }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar == ":", next == " " { return false }
      if scalar == " ", next == "#" { return false }
    }
    return true
  }

  /// A day in ISO form is text in YAML 1.2, and read as such here.
  private static func isDate(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count == 10, scalars[4] == "-", scalars[7] == "-" else { return false }
    return scalars.enumerated().allSatisfy { index, scalar in
      index == 4 || index == 7 || (0x30...0x39).contains(scalar.value)
    }
  }

  // MARK: JSON

  /// The document as JSON.
  package var json: String {
    var text = ""
    writeJSON(document.root, indent: 0, &text)
    return text + "\n"
  }

  private func writeJSON(_ node: NodeID, indent: Int, _ text: inout String) {
    let isMap = document.kind(of: node) == .map
    guard isContainer(node), !isEmptyContainer(node) else {
      text += jsonScalar(node)
      return
    }
    text += isMap ? "{" : "["
    let margin = String(repeating: " ", count: indent + 2)
    for (index, child) in children(of: node).enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += margin
      if isMap { text += JSONText.quoted(document.keyName(of: child)) + ": " }
      writeJSON(child, indent: indent + 2, &text)
    }
    text += "\n" + String(repeating: " ", count: indent) + (isMap ? "}" : "]")
  }

  private func jsonScalar(_ node: NodeID) -> String {
    let text = document.text(of: node)
    switch document.kind(of: node) {
    case .null: return "null"
    case .map: return "{}"
    case .list: return "[]"
    case .bool: return document.bytes(of: node).first.map { $0 | 0x20 } == 0x74 ? "true" : "false"
    // Numbers that JSON writes otherwise than YAML stay what they are, as texts.
    case .int, .double: return JSONText.isNumber(text) ? text : JSONText.quoted(text)
    case .string: return JSONText.quoted(text)
    }
  }
}

/// Texts and numbers of JSON (RFC 8259); its texts are texts of YAML too.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        let value = scalar.value
        let isControl =
          value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x2029).contains(value)
          || value == 0xFEFF || (0xFFFE...0xFFFF).contains(value)
        if isControl {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard let first = rest.first, isDigit(first) else { return false }
    let whole = rest.prefix(while: isDigit)
    guard first != UInt8(ascii: "0") || whole.count == 1 else { return false }
    rest = rest[whole.endIndex...]
    if rest.first == UInt8(ascii: ".") {
      let places = rest.dropFirst().prefix(while: isDigit)
      guard !places.isEmpty else { return false }
      rest = rest[places.endIndex...]
    }
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    rest.removeFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest.removeFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
