import CLibYAML

/// One run of libyaml's parser over bytes in memory.
@safe
struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let feed: UnsafeMutablePointer<YAMLFeed>
  let event: UnsafeMutablePointer<yaml_event_t>

  /// Prepares a parser; nil when memory is out.
  ///
  /// The bytes must outlive it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, tokenLimit: Int) {
    unsafe parser = .allocate(capacity: 1)
    unsafe feed = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe feed.initialize(to: YAMLFeed(bytes, limit: tokenLimit))
    unsafe event.initialize(to: yaml_event_t())
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) != 0 else { return nil }
    unsafe feed.pointee.parser = parser
    unsafe yaml_parser_set_input(parser, krongYAMLRead, feed)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe feed.deallocate()
    unsafe event.deallocate()
  }

  /// Parses the next event into `event`; false when the text is wrong.
  @inline(__always)
  borrowing func next() -> Bool {
    unsafe yaml_event_delete(event)
    unsafe feed.pointee.eventFollows()
    return unsafe yaml_parser_parse(parser, event) != 0
  }

  /// Whether the last failure is that of the feed's limit.
  var isOverTokenLimit: Bool { unsafe feed.pointee.isOverLimit }

  /// What was hidden from libyaml and must be put back into texts; nil in nearly all files.
  @inline(__always)
  var lineEnds: LineEndGuard? { unsafe feed.pointee.lineEnds }

  /// What libyaml has to say about its last failure.
  var failure: YAMLFailure {
    unsafe YAMLFailure(
      kind: parser.pointee.error,
      problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "",
      context: parser.pointee.context.map { unsafe String(cString: $0) } ?? "",
      offset: parser.pointee.problem_offset,
      mark: parser.pointee.problem_mark,
      contextMark: parser.pointee.context_mark
    )
  }
}

/// A failure of libyaml in its own words.
struct YAMLFailure {
  let kind: yaml_error_type_t
  let problem: String
  let context: String
  let offset: Int
  let mark: yaml_mark_t
  let contextMark: yaml_mark_t
}

/// Libyaml's way of asking for more bytes; 0 makes it stop.
private func krongYAMLRead(
  _ data: UnsafeMutableRawPointer?,
  _ buffer: UnsafeMutablePointer<UInt8>?,
  _ size: Int,
  _ filled: UnsafeMutablePointer<Int>?
) -> Int32 {
  guard let feed = unsafe data?.assumingMemoryBound(to: YAMLFeed.self), let filled = unsafe filled
  else { return 0 }
  let target = unsafe UnsafeMutableBufferPointer(start: buffer, count: size)
  guard let count = unsafe feed.pointee.fill(target) else { return 0 }
  unsafe filled.pointee = count
  return 1
}
