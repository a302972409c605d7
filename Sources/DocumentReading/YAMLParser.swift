import CLibYAML

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One run of libyaml's parser over bytes in memory, with a bound on what one token may take.
///
/// libyaml reads ahead only as far as its next token needs. The feed refuses to hand out more than
/// a limit between two events, so one endless text or comment cannot fill the memory.
@safe
struct YAMLParser: ~Copyable {
  /// What libyaml reads from.
  @unsafe
  struct Feed {
    let start: UnsafePointer<UInt8>?
    let count: Int
    let limit: Int
    var position = 0
    var positionAtLastEvent = 0
    var isOverLimit = false
    /// Whether a byte was fed that may begin NEL, LS or PS, which libyaml takes for line ends.
    var mayHaveOtherLineEnds = false
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let feed: UnsafeMutablePointer<Feed>
  let event: UnsafeMutablePointer<yaml_event_t>

  /// Prepares a parser; the bytes must outlive it. Nil when memory is out.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, tokenLimit: Int) {
    unsafe parser = .allocate(capacity: 1)
    unsafe feed = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe feed.initialize(
      to: Feed(start: bytes.baseAddress, count: bytes.count, limit: tokenLimit)
    )
    unsafe event.initialize(to: yaml_event_t())
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) != 0 else { return nil }
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
    unsafe feed.pointee.positionAtLastEvent = feed.pointee.position
    return unsafe yaml_parser_parse(parser, event) != 0
  }

  /// Whether the last failure is that of the feed's limit.
  var isOverTokenLimit: Bool { unsafe feed.pointee.isOverLimit }

  /// Whether line numbers may have to be counted again.
  var mayHaveOtherLineEnds: Bool { unsafe feed.pointee.mayHaveOtherLineEnds }

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

/// Copies the next bytes into libyaml's buffer; 0 makes libyaml stop.
private func krongYAMLRead(
  _ data: UnsafeMutableRawPointer?,
  _ buffer: UnsafeMutablePointer<UInt8>?,
  _ size: Int,
  _ filled: UnsafeMutablePointer<Int>?
) -> Int32 {
  guard let feed = unsafe data?.assumingMemoryBound(to: YAMLParser.Feed.self),
    let buffer = unsafe buffer, let filled = unsafe filled
  else { return 0 }
  let position = unsafe feed.pointee.position
  guard unsafe position - feed.pointee.positionAtLastEvent <= feed.pointee.limit else {
    unsafe feed.pointee.isOverLimit = true
    return 0
  }
  let count = unsafe min(size, feed.pointee.count - position)
  unsafe filled.pointee = count
  guard count > 0, let start = unsafe feed.pointee.start else { return 1 }
  unsafe memcpy(buffer, start + position, count)
  unsafe feed.pointee.position = position + count
  if unsafe !feed.pointee.mayHaveOtherLineEnds {
    let found = unsafe memchr(buffer, 0xC2, count) != nil || memchr(buffer, 0xE2, count) != nil
    unsafe feed.pointee.mayHaveOtherLineEnds = found
  }
  return 1
}
