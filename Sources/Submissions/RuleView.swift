import DocumentArena

/// The document as rules see it: what the check of the form found to be unreadable is unreadable to
/// them too, and codes have no space around them.
///
/// What is computed with is thereby decided once, by the structure findings, and not again by every
/// reader of values.
enum RuleView {
  /// One node that rules see otherwise than it is written.
  enum Change {
    /// A list, mapping or text that is longer than its kind allows. The bounds of the kinds are what
    /// bounds the work of rules; a list cut to its bound would give wrong sums.
    case overlong(NodeID)
    /// A number beyond its bounds (STR-002), which is not computed with.
    case unreadable(NodeID)
    /// A code with space around it: where its text begins in what is written, and how long it is.
    case trimmed(NodeID, start: Int, length: Int)
  }

  /// The document with the changes made: an unreadable value becomes a truth value, which no field
  /// of another type can be read from.
  static func make(_ changes: [Change], of document: Document) -> Document {
    guard !changes.isEmpty else { return document }
    var amended: [NodeID: Node] = [:]
    for change in changes {
      switch change {
      case .overlong(let id):
        amended[id, default: document.node(id)].kind = .bool
        amended[id, default: document.node(id)].first = 0
        amended[id, default: document.node(id)].count = 0
      case .unreadable(let id): amended[id, default: document.node(id)].kind = .bool
      case .trimmed(let id, let start, let length):
        amended[id, default: document.node(id)].first += UInt32(start)
        amended[id, default: document.node(id)].count = UInt32(length)
      }
    }
    return Document(document, amending: amended)
  }
}
