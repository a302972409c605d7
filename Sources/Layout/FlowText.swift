import DocumentReading

/// Writes a list or mapping in brackets with the same blanks everywhere: `{a: b, c: [d, e]}`.
struct FlowText {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text; nil when something in it is written in a way that this would not keep.
  func text(of node: YAMLOutline.Node) -> [UInt8]? {
    switch node.form {
    case .scalar: return properties(node) + bytes[node.range]
    case .flow: return collection(node)
    case .nothing, .block, .mapping, .list: return nil
    }
  }

  private func properties(_ node: YAMLOutline.Node) -> [UInt8] {
    node.properties.flatMap { Array($0.utf8) + [0x20] }
  }

  private func collection(_ node: YAMLOutline.Node) -> [UInt8]? {
    let isMapping = node.isFlowMapping
    let open = isMapping ? UInt8(ascii: "{") : UInt8(ascii: "[")
    // A pair without braces, `[a: b]`.
    guard let first = bytes[node.range].first, first == open else { return nil }
    var parts: [[UInt8]] = []
    if isMapping {
      for index in stride(from: 0, to: node.children.count - 1, by: 2) {
        guard let key = text(of: node.children[index]),
          let value = text(of: node.children[index + 1])
        else { return nil }
        parts.append(key + Array(": ".utf8) + value)
      }
    } else {
      for child in node.children {
        guard let text = text(of: child) else { return nil }
        parts.append(text)
      }
    }
    let close = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    return properties(node) + [open] + Array(parts.joined(separator: Array(", ".utf8))) + [close]
  }
}
