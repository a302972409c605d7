import CLibYAML
import SourceText

/// Turns libyaml's events into an outline.
struct YAMLOutlineReader: ~Copyable {
  private let parser: YAMLParser
  private let bytes: [UInt8]
  private let lines: LineIndex
  private var isPlain = true

  /// The node at the top of the one document of a file that was read before without a mistake; nil when
  /// there are directives, or keys that are written in unusual ways.
  static func root(of bytes: [UInt8]) -> YAMLOutline.Node? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let parser = unsafe YAMLParser(buffer, tokenLimit: .max / 2) else { return nil }
      var reader = YAMLOutlineReader(parser: parser, bytes: bytes)
      return reader.root()
    }
  }

  private init(parser: consuming YAMLParser, bytes: [UInt8]) {
    self.parser = parser
    self.bytes = bytes
    lines = LineIndex(bytes: bytes)
  }

  private mutating func root() -> YAMLOutline.Node? {
    while parser.next() {
      switch unsafe parser.event.pointee.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: return nil
      default:
        guard let node = node(), isPlain else { return nil }
        // A second document, or an explicit end, is not kept.
        guard parser.next(), unsafe parser.event.pointee.type == YAML_DOCUMENT_END_EVENT,
          unsafe parser.event.pointee.data.document_end.implicit != 0,
          parser.next(), unsafe parser.event.pointee.type == YAML_STREAM_END_EVENT
        else { return nil }
        return node
      }
    }
    return nil
  }

  /// The node that begins with the event at hand.
  private mutating func node() -> YAMLOutline.Node? {
    switch unsafe parser.event.pointee.type {
    case YAML_SCALAR_EVENT: scalar()
    case YAML_ALIAS_EVENT: YAMLOutline.Node(form: .scalar, range: range)
    case YAML_MAPPING_START_EVENT:
      unsafe collection(
        isFlow: parser.event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
        isMapping: true,
        end: YAML_MAPPING_END_EVENT
      )
    case YAML_SEQUENCE_START_EVENT:
      unsafe collection(
        isFlow: parser.event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
        isMapping: false,
        end: YAML_SEQUENCE_END_EVENT
      )
    default: nil
    }
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    lines.offset(
      of: SourcePosition(
        line: UInt32(clamping: mark.line + 1),
        column: UInt32(clamping: mark.column + 1)
      )
    )
  }

  private var range: Range<Int> {
    let start = unsafe offset(parser.event.pointee.start_mark)
    return start..<max(start, unsafe offset(parser.event.pointee.end_mark))
  }

  private mutating func scalar() -> YAMLOutline.Node {
    var range = range
    let properties = properties(&range)
    let scalar = unsafe parser.event.pointee.data.scalar
    let text = unsafe Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
    let style = unsafe scalar.style
    let form: YAMLOutline.Form
    switch style {
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: form = .block
    default: form = range.isEmpty ? .nothing : .scalar
    }
    return YAMLOutline.Node(form: form, range: range, properties: properties, text: text)
  }

  private mutating func collection(
    isFlow: Bool,
    isMapping: Bool,
    end: yaml_event_type_t
  ) -> YAMLOutline.Node? {
    var range = range
    let properties = properties(&range)
    var children: [YAMLOutline.Node] = []
    while parser.next() {
      if unsafe parser.event.pointee.type == end {
        if isFlow { range = range.lowerBound..<self.range.upperBound }
        return YAMLOutline.Node(
          form: isFlow ? .flow : isMapping ? .mapping : .list,
          range: range,
          properties: properties,
          children: children,
          isFlowMapping: isFlow && isMapping
        )
      }
      guard let child = node() else { return nil }
      if isMapping, children.count.isMultiple(of: 2) { checkKey(child, isFlow: isFlow) }
      children.append(child)
    }
    return nil
  }

  /// A key is a scalar on one line; `? ` before it is not kept.
  private mutating func checkKey(_ key: YAMLOutline.Node, isFlow: Bool) {
    let isAlias = bytes[safe: key.range.lowerBound] == UInt8(ascii: "*")
    guard key.form == .scalar, key.properties.isEmpty, !isAlias,
      !bytes[key.range].contains(0x0A)
    else {
      isPlain = false
      return
    }
    var before = key.range.lowerBound - 1
    while before >= 0, bytes[before] == 0x20 { before -= 1 }
    if before >= 0, bytes[before] == UInt8(ascii: "?") { isPlain = false }
  }

  /// Anchor and tag at the beginning of a node; what follows them is left as its range.
  private func properties(_ range: inout Range<Int>) -> [String] {
    var properties: [String] = []
    var offset = range.lowerBound
    while offset < bytes.count,
      bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!")
    {
      let start = offset
      while offset < bytes.count, bytes[offset] > 0x20, !isFlowSign(bytes[offset]) { offset += 1 }
      properties.append(String(decoding: bytes[start..<offset], as: UTF8.self))
      offset = skipBlanks(offset)
    }
    guard !properties.isEmpty else { return [] }
    range = min(offset, max(offset, range.upperBound))..<max(offset, range.upperBound)
    return properties
  }

  private func isFlowSign(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte)
  }

  private func skipBlanks(_ start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset
  }
}

extension Array {
  /// The element at an index, nil outside.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
