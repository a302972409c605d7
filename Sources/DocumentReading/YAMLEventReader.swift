import CLibYAML
import Diagnostics
import DocumentArena
import SourceText

/// Turns libyaml's events into an arena: keys, scalars by the core schema, anchors and aliases.
struct YAMLEventReader: ~Copyable {
  /// What an anchor names: a value in the arena or the text of a key.
  private enum Anchored {
    case value(UInt32)
    case key(Node)
  }

  private let parser: YAMLParser
  private var builder: ArenaBuilder
  private var cursor: SourceCursor
  private var anchors: [String: Anchored] = [:]
  private var aliasNodes = 0
  private let stopAtRootKey: [UInt8]?
  private var isDone = false

  init(
    parser: consuming YAMLParser,
    builder: consuming ArenaBuilder,
    cursor: SourceCursor,
    stopAtRootKey: String?
  ) {
    self.parser = parser
    self.builder = builder
    self.cursor = cursor
    self.stopAtRootKey = stopAtRootKey.map { Array($0.utf8) }
  }

  /// Reads to the end of the stream, or to the key at which to stop.
  mutating func run() throws(DiagnosticError) {
    while !isDone {
      guard parser.next() else { throw failure() }
      let type = unsafe parser.event.pointee.type
      // Most events are scalars; a branch of their own is foretold better than a table.
      if _fastPath(type == YAML_SCALAR_EVENT) {
        try scalar()
        continue
      }
      switch type {
      case YAML_MAPPING_START_EVENT: try open(isMap: true)
      case YAML_SEQUENCE_START_EVENT: try open(isMap: false)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: builder.close()
      case YAML_ALIAS_EVENT: try alias()
      case YAML_DOCUMENT_END_EVENT:
        anchors = [:]
        try builder.finishDocument()
      case YAML_STREAM_END_EVENT: isDone = true
      default: break
      }
    }
  }

  /// What was read.
  func documents() throws(DiagnosticError) -> [Document] { try builder.documents() }
}

// MARK: - Events

extension YAMLEventReader {
  @inline(__always)
  private var position: (line: UInt32, column: UInt32) {
    let mark = unsafe parser.event.pointee.start_mark
    return (
      UInt32(truncatingIfNeeded: mark.line &+ 1), UInt32(truncatingIfNeeded: mark.column &+ 1)
    )
  }

  private var place: SourcePosition {
    let position = position
    return SourcePosition(line: position.line, column: position.column)
  }

  @inline(__always)
  private mutating func scalar() throws(DiagnosticError) {
    let scalar = unsafe parser.event.pointee.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
    guard let lineEnds = parser.lineEnds else { return try unsafe self.scalar(scalar, bytes) }
    try unsafe lineEnds.reveal(bytes).withUnsafeBufferPointer { (text) throws(DiagnosticError) in
      try unsafe self.scalar(scalar, text)
    }
  }

  @inline(__always)
  private mutating func scalar(
    _ scalar: Scalar,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(DiagnosticError) {
    let raw = unsafe scalar.style.rawValue
    let style = ScalarStyle(rawValue: UInt8(truncatingIfNeeded: raw)) ?? .plain
    guard bytes.count <= builder.limits.scalarBytes else {
      throw builder.stop(.scalarTooLong, at: place)
    }
    let position = position
    if builder.top.expectsKey {
      return try unsafe key(bytes, scalar, style, position.line, position.column)
    }
    let (line, column) = position
    if unsafe scalar.anchor == nil, unsafe scalar.tag == nil {
      if let start = unsafe cursor.verbatim(bytes, style, parser.event) {
        return try builder.scalar(
          inSource: start,
          count: bytes.count,
          kind: style == .plain ? unsafe CoreSchema.kind(of: bytes) : .string,
          style: style,
          line: line,
          column: column
        )
      }
    }
    let kind = try unsafe kind(of: bytes, scalar, style)
    if unsafe scalar.anchor != nil {
      unsafe anchors[String(cString: scalar.anchor)] = .value(builder.nextNode)
    }
    try unsafe builder.scalar(bytes, kind: kind, style: style, line: line, column: column)
  }

  /// The kind of a scalar with an anchor or a tag, or of several lines.
  private mutating func kind(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ scalar: Scalar,
    _ style: ScalarStyle
  ) throws(DiagnosticError) -> NodeKind {
    if unsafe scalar.tag != nil { return try unsafe taggedKind(bytes, scalar) }
    guard style == .plain else { return .string }
    let kind = unsafe CoreSchema.kind(of: bytes)
    // libyaml drops the tag `!`, which makes a scalar text; only the length betrays it.
    if kind != .string, unsafe scalar.anchor == nil, spansMore(than: bytes.count) { return .string }
    return kind
  }

  private typealias Scalar = yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar

  @inline(__always)
  private func spansMore(than length: Int) -> Bool {
    unsafe parser.event.pointee.end_mark.index &- parser.event.pointee.start_mark.index != length
  }

  @inline(__always)
  private mutating func key(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ scalar: Scalar,
    _ style: ScalarStyle,
    _ line: UInt32,
    _ column: UInt32
  ) throws(DiagnosticError) {
    if let stopAtRootKey, builder.depth == 1, unsafe bytes.elementsEqual(stopAtRootKey) {
      isDone = true
      return try builder.finishDocument()
    }
    if bytes.count == 2, style == .plain, unsafe bytes[0] == 0x3C, unsafe bytes[1] == 0x3C {
      throw stop(.mergeKey, SourcePosition(line: line, column: column))
    }
    if unsafe scalar.anchor != nil {
      let kind = unsafe style == .plain && scalar.tag == nil ? CoreSchema.kind(of: bytes) : .string
      let name = unsafe String(cString: scalar.anchor)
      anchors[name] = unsafe .key(builder.keep(bytes, kind: kind, style: style))
    }
    // Only to move on: counting the characters of values costs more than finding those of keys.
    _ = unsafe cursor.verbatim(bytes, style, parser.event)
    try unsafe builder.key(bytes, line: line, column: column)
  }

  private mutating func open(isMap: Bool) throws(DiagnosticError) {
    let place = place
    guard !builder.top.expectsKey else { throw stop(.keyNotText, place) }
    let anchor: UnsafeMutablePointer<UInt8>?
    let tag: UnsafeMutablePointer<UInt8>?
    if isMap {
      unsafe anchor = parser.event.pointee.data.mapping_start.anchor
      unsafe tag = parser.event.pointee.data.mapping_start.tag
    } else {
      unsafe anchor = parser.event.pointee.data.sequence_start.anchor
      unsafe tag = parser.event.pointee.data.sequence_start.tag
    }
    if let anchor = unsafe anchor {
      unsafe anchors[String(cString: anchor)] = .value(builder.nextNode)
    }
    if let tag = unsafe tag, unsafe !YAMLTag(tag).fits(isMap: isMap) {
      try unsafe builder.report(YAMLTag(tag).mismatch(builder.source.name, place))
    }
    try builder.begin(isMap: isMap, line: place.line, column: place.column)
  }

  private mutating func taggedKind(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ scalar: Scalar
  ) throws(DiagnosticError) -> NodeKind {
    let tag = unsafe YAMLTag(scalar.tag)
    if let kind = unsafe tag.kind(of: bytes) { return kind }
    try builder.report(tag.mismatch(builder.source.name, place))
    return .string
  }
}

// MARK: - Aliases

extension YAMLEventReader {
  private mutating func alias() throws(DiagnosticError) {
    let place = place
    let name = unsafe String(cString: parser.event.pointee.data.alias.anchor)
    guard let anchored = anchors[name] else {
      throw stop(.undefinedAlias(name), place)
    }
    if case .value(let node) = anchored, builder.isOpen(node) {
      throw stop(.recursiveAlias(name), place)
    }
    if builder.top.expectsKey { return try key(of: anchored, place) }
    switch anchored {
    case .key(let scalar):
      try count(1, place)
      try builder.copy(ofScalar: scalar, line: place.line, column: place.column)
    case .value(let node):
      try count(builder.size(of: node), place)
      try builder.copy(of: node, line: place.line, column: place.column)
    }
  }

  private mutating func key(
    of anchored: Anchored,
    _ place: SourcePosition
  ) throws(DiagnosticError) {
    let scalar: Node
    switch anchored {
    case .key(let node): scalar = node
    case .value(let node):
      scalar = builder.nodes[Int(node)]
      if scalar.kind == .list || scalar.kind == .map { throw stop(.keyNotText, place) }
    }
    let name = builder.bytes(of: scalar)
    try unsafe name.withUnsafeBufferPointer { (bytes) throws(DiagnosticError) in
      try unsafe builder.key(bytes, line: place.line, column: place.column)
    }
  }

  private mutating func count(_ nodes: Int, _ place: SourcePosition) throws(DiagnosticError) {
    aliasNodes += nodes
    guard aliasNodes <= builder.limits.aliasNodes else {
      throw stop(.tooMuchExpansion, place)
    }
  }
}

// MARK: - Mistakes

extension YAMLEventReader {
  private func stop(_ problem: YAMLNodeProblem, _ place: SourcePosition) -> DiagnosticError {
    builder.stop(problem.diagnostic(builder.source.name, place, builder.limits))
  }

  private func failure() -> DiagnosticError {
    guard !parser.isOverTokenLimit else {
      let end = unsafe parser.event.pointee.end_mark
      let place = SourcePosition(
        line: UInt32(clamping: end.line + 1),
        column: UInt32(clamping: end.column + 1)
      )
      return builder.stop(.scalarTooLong, at: place)
    }
    let problem = YAMLProblem(parser.failure, builder.source)
    return builder.stop(problem.diagnostic)
  }
}
