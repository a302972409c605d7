import CExpat

/// One run of expat over a part.
///
/// Expat calls back through C functions; they find their session through its user data.
@safe
final class ParserSession {
  /// Stands between namespace and local name; neither can hold a line feed.
  static let separator: CChar = 10

  private let parser: XML_Parser
  private let part: String
  private let sink: any XMLSink
  private let limits: PackageLimits
  private var problem: PackageProblem?
  private var depth = 0
  private var fed = 0
  /// Text that waits for more: programs that write letters as `&#3585;` give one call for each of them.
  private let pending: UnsafeMutableBufferPointer<UInt8>
  private var pendingCount = 0

  private static let mostPending = 4096

  init(part: String, sink: any XMLSink, limits: PackageLimits) throws(PackageProblem) {
    guard let parser = unsafe XML_ParserCreateNS(nil, Self.separator) else {
      throw .tooComplex(part: part)
    }
    unsafe self.parser = parser
    unsafe pending = .allocate(capacity: Self.mostPending)
    self.part = part
    self.sink = sink
    self.limits = limits
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name = unsafe name else { return }
        unsafe ParserSession.of(data)?.start(name, attributes)
      },
      { data, name in
        guard let name = unsafe name else { return }
        unsafe ParserSession.of(data)?.end(name)
      }
    )
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text = unsafe text else { return }
      unsafe ParserSession.of(data)?.text(text, Int(count))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let session = unsafe ParserSession.of(data) else { return }
      session.stop(.documentType(part: session.part))
    }
  }

  deinit {
    unsafe XML_ParserFree(parser)
    unsafe pending.deallocate()
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> ParserSession? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<ParserSession>.fromOpaque(data).takeUnretainedValue()
  }

  /// Parses the next piece.
  func feed(_ chunk: UnsafeBufferPointer<UInt8>) throws(PackageProblem) {
    guard !sink.isDone else { return }
    let status = unsafe chunk.withMemoryRebound(to: CChar.self) { text in
      unsafe XML_Parse(parser, text.baseAddress, Int32(text.count), 0)
    }
    fed += chunk.count
    try check(status)
    // Expat keeps a tag until it is whole; one that does not end would fill the memory.
    let consumed = Int(unsafe XML_GetCurrentByteIndex(parser))
    guard fed - max(0, consumed) <= limits.tagBytes else { throw .tooComplex(part: part) }
  }

  /// Tells expat that the part has ended.
  func finish() throws(PackageProblem) {
    guard !sink.isDone else { return }
    try check(unsafe XML_Parse(parser, nil, 0, 1))
  }

  private func check(_ status: XML_Status) throws(PackageProblem) {
    if let problem { throw problem }
    guard status != XML_STATUS_ERROR else {
      throw .malformed(
        part: part,
        line: Int(unsafe XML_GetCurrentLineNumber(parser)),
        column: Int(unsafe XML_GetCurrentColumnNumber(parser)) + 1
      )
    }
  }

  private func stop(_ problem: PackageProblem) {
    if self.problem == nil { self.problem = problem }
    _ = unsafe XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<XML_Char>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    depth += 1
    passOn()
    guard depth <= limits.depth else { return stop(.tooComplex(part: part)) }
    guard problem == nil, !sink.isDone else { return }
    sink.start(unsafe XMLName(name, parser), unsafe XMLAttributes(attributes))
  }

  private func end(_ name: UnsafePointer<XML_Char>) {
    depth -= 1
    passOn()
    guard problem == nil, !sink.isDone else { return }
    sink.end(unsafe XMLName(name, parser))
  }

  private func text(_ text: UnsafePointer<XML_Char>, _ count: Int) {
    if pendingCount + count > Self.mostPending { passOn() }
    let bytes = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    guard count <= Self.mostPending else {
      return unsafe passOn(UnsafeBufferPointer(start: bytes, count: count))
    }
    let place = unsafe pending.baseAddress.unsafelyUnwrapped + pendingCount
    unsafe place.update(from: bytes, count: count)
    pendingCount += count
  }

  /// Gives the text that waits to the sink.
  private func passOn() {
    guard pendingCount > 0 else { return }
    let count = pendingCount
    pendingCount = 0
    unsafe passOn(UnsafeBufferPointer(rebasing: pending[..<count]))
  }

  private func passOn(_ text: UnsafeBufferPointer<UInt8>) {
    guard problem == nil, !sink.isDone else { return }
    sink.text(unsafe XMLText(text))
  }
}
