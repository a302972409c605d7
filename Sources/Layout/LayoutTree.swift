/// A file taken apart for printing: entries with the comments that belong to them.
struct LayoutTree {
  /// A comment on a line of its own.
  struct Line {
    /// From the `#` on.
    let comment: [UInt8]
    /// Whether an empty line stands before it.
    let isSpaced: Bool
  }

  /// A comment behind something on its line.
  struct Trailer {
    /// How many blanks stand before it.
    let gap: Int
    let comment: [UInt8]
  }

  /// An entry of a mapping or of a list.
  struct Entry {
    var lines: [Line] = []
    /// Whether an empty line stands before it and its lines of comment.
    var isSpaced = false
    /// The key as written; nil in lists.
    var key: [UInt8]?
    /// The key as it reads.
    var name = ""
    var value = Value()
  }

  /// The entries of a mapping or list in block form, and lines of comment after the last.
  struct Block {
    var isList = false
    var entries: [Entry] = []
    var tail: [Line] = []
  }

  /// What stands behind a key or dash.
  struct Value {
    var properties: [String] = []
    var content = Content.nothing
    /// Behind the value, or behind the key when the value stands on lines of its own.
    var trailer: Trailer?
  }

  enum Content {
    case nothing
    /// One line or several; the first stands behind the key, the others are indented by so much more.
    case text([(bytes: [UInt8], depth: Int)])
    /// The header of a block scalar, and its lines without their common indentation.
    case literal(header: [UInt8], lines: [[UInt8]])
    case block(Block)
  }

  /// Comments before everything.
  var head: [Line] = []
  var root = Value()
  /// Comments after everything.
  var foot: [Line] = []
}
