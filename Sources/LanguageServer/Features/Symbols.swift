/// The outline of a document for editors: its keys and the elements of its lists.
struct Symbols {
  private let document: TextDocument
  private let encoding: PositionEncoding
  private var count = 0

  /// The most symbols of a document, and the deepest.
  private static let most = 5_000
  private static let deepest = 6

  init(_ document: TextDocument, _ encoding: PositionEncoding) {
    self.document = document
    self.encoding = encoding
  }

  private var yaml: LooseYAML { document.outline }

  mutating func all() -> JSONValue {
    var symbols: [JSONValue] = []
    for root in yaml.roots { symbols += children(of: root, 0) }
    return .list(symbols)
  }

  private mutating func children(of node: Int, _ depth: Int) -> [JSONValue] {
    guard depth < Self.deepest else { return [] }
    var symbols: [JSONValue] = []
    for entry in yaml.nodes[node].entries where !entry.keyRange.isEmpty && count < Self.most {
      symbols.append(symbol(entry.key, entry.keyRange, entry.value, isKey: true, depth))
    }
    for (position, item) in yaml.nodes[node].items.enumerated() where count < Self.most {
      let range = yaml.nodes[item.value].range
      switch yaml.nodes[item.value].kind {
      case .map, .list:
        let name = name(of: item.value) ?? "\(position + 1)"
        symbols.append(symbol(name, range, item.value, isKey: false, depth))
      default: break
      }
    }
    return symbols
  }

  private mutating func symbol(
    _ name: String,
    _ selection: Range<Int>,
    _ value: Int,
    isKey: Bool,
    _ depth: Int
  ) -> JSONValue {
    count += 1
    let node = yaml.nodes[value]
    let end = max(selection.upperBound, node.range.upperBound)
    // The protocol wants the selection inside of the whole.
    let selected = isKey ? selection : selection.lowerBound..<selection.lowerBound
    let kind =
      switch node.kind {
      case .map: 19
      case .list: 18
      default: 15
      }
    let inner = children(of: value, depth + 1)
    return .object([
      "name": .string(name.isEmpty ? "-" : name),
      "detail": detail(of: value).map { .string($0) },
      "kind": .int(isKey ? (inner.isEmpty ? 7 : kind) : 2),
      "range": document.lines.json(selection.lowerBound..<end, encoding),
      "selectionRange": document.lines.json(selected, encoding),
      "children": inner.isEmpty ? nil : .list(inner),
    ])
  }

  /// What an element is called: by its name, id or title, else by its first key.
  private func name(of node: Int) -> String? {
    for key in ["name", "id", "title", "step", "plan", "rule", "type"] {
      if let text = yaml.text(node, key) { return text }
    }
    return yaml.nodes[node].entries.first?.key
  }

  private func detail(of node: Int) -> String? {
    let text = yaml.text(node)
    guard !text.isEmpty else { return yaml.text(node, "th") }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return String(line.prefix(60))
  }
}
