/// The open lists and mappings, outermost first, in one block of memory.
///
/// An array would copy a frame for each that opens and closes, right after its fields were written,
/// which the processor answers with a stall; here the innermost frame is changed where it lies.
@safe
struct OpenContainers: ~Copyable {
  /// An open list or mapping.
  struct Frame {
    var node: UInt32 = 0
    /// The number of its values so far.
    var count: UInt32 = 0
    /// Where its keys start among the keys of all open mappings.
    var keyStart = 0
    /// One bit for each key seen, by the low bits of its number: a clear bit proves a new key.
    var seen: UInt64 = 0
    /// The place that foretells its next key.
    var expectation = 0
    /// The key under which it stands, or the list that it stands in.
    var ownKey: UInt32 = 0
    var isMap = false
    /// Whether the next scalar is a key.
    var expectsKey = false
    /// Whether its keys are in a set.
    var isLarge = false
  }

  private let frames: UnsafeMutablePointer<Frame>
  private let limit: Int
  /// How many are open.
  private(set) var depth = 0

  /// Makes room for so many levels, below them the frame of the document itself.
  init(limit: Int) {
    self.limit = max(0, limit)
    unsafe frames = .allocate(capacity: self.limit + 1)
    unsafe frames.initialize(repeating: Frame(), count: self.limit + 1)
  }

  deinit {
    unsafe frames.deallocate()
  }

  /// Whether no more may open.
  var isFull: Bool { depth >= limit }

  /// The innermost; the frame of the document when none is open.
  var top: Frame {
    @inline(__always)
    _read { yield unsafe frames[depth] }
    @inline(__always)
    _modify { yield unsafe &frames[depth] }
  }

  /// Opens one more and leaves its frame to be filled; nothing happens when it is full.
  @inline(__always)
  mutating func push() {
    if depth < limit { depth += 1 }
  }

  /// Closes the innermost; nothing happens when none is open.
  @inline(__always)
  mutating func pop() {
    if depth > 0 { depth -= 1 }
  }

  /// Whether a node is among the open ones.
  func contains(_ node: UInt32) -> Bool {
    var level = depth
    while level > 0 {
      if unsafe frames[level].node == node { return true }
      level -= 1
    }
    return false
  }
}
