/// What stands before a cursor in an expression.
struct ExpressionCursor: Sendable {
  /// What is being written.
  enum Place: Sendable, Equatable {
    /// A name; nil for one that stands alone, else what it is asked of: `p.activities`.
    case name(of: String?)
    /// A text in quotes, with what stands before the quote.
    case text(before: String)
  }

  let place: Place
  /// The letters typed so far.
  let prefix: String
  /// Names that macros give to elements, each with the list: `projects.all(p, …)`.
  let bound: [(name: String, list: String)]

  /// Looks at the text of an expression up to the cursor.
  init(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    bound = Self.bindings(in: bytes)
    if let quote = Self.openQuote(in: bytes) {
      place = .text(before: String(decoding: bytes[..<quote], as: UTF8.self))
      prefix = String(decoding: bytes[(quote + 1)...], as: UTF8.self)
      return
    }
    var start = bytes.count
    while start > 0, PathSteps.isName(bytes[start - 1]) { start -= 1 }
    prefix = String(decoding: bytes[start...], as: UTF8.self)
    place = .name(of: Self.receiver(in: bytes, before: start))
  }

  /// The path that ends with the point before an offset: `p.budget` of `p.budget.to`.
  static func receiver(in bytes: [UInt8], before offset: Int) -> String? {
    var end = offset
    if end > 0, bytes[end - 1] == UInt8(ascii: "?") { end -= 1 }
    guard end > 0, bytes[end - 1] == UInt8(ascii: ".") else { return nil }
    end -= 1
    var start = end
    while start > 0 {
      let byte = bytes[start - 1]
      if PathSteps.isName(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") {
        start -= 1
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
        guard let open = opening(in: bytes, before: start) else { break }
        start = open
      } else {
        break
      }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The bracket that belongs to the one before an offset.
  private static func opening(in bytes: [UInt8], before offset: Int) -> Int? {
    var depth = 0
    var place = offset
    while place > 0 {
      place -= 1
      switch bytes[place] {
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth += 1
      case UInt8(ascii: "["), UInt8(ascii: "("):
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
    }
    return nil
  }

  /// The quote that no other has closed.
  private static func openQuote(in bytes: [UInt8]) -> Int? {
    var open: Int?
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if let start = open {
        if byte == UInt8(ascii: "\\") { place += 1 } else if byte == bytes[start] { open = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        open = place
      }
      place += 1
    }
    return open
  }

  /// The macros that give names to elements.
  private static let macros: Set<String> = [
    "all", "exists", "exists_one", "existsOne", "filter", "map", "transformList", "transformMap",
    "sortBy", "optMap", "optFlatMap",
  ]

  private static func bindings(in bytes: [UInt8]) -> [(name: String, list: String)] {
    var found: [(name: String, list: String)] = []
    for open in bytes.indices where bytes[open] == UInt8(ascii: "(") {
      var start = open
      while start > 0, PathSteps.isName(bytes[start - 1]) { start -= 1 }
      guard macros.contains(String(decoding: bytes[start..<open], as: UTF8.self)),
        let list = receiver(in: bytes, before: start)
      else { continue }
      let name = bytes[(open + 1)...].prefix { PathSteps.isName($0) }
      let next = open + 1 + name.count
      guard !name.isEmpty, next < bytes.count, bytes[next] == UInt8(ascii: ",") else { continue }
      found.append((String(decoding: name, as: UTF8.self), list))
    }
    return found
  }

  /// The word at an offset of an expression, with what it is asked of.
  static func word(in bytes: [UInt8], at offset: Int) -> (range: Range<Int>, receiver: String?)? {
    var start = min(offset, bytes.count)
    var end = start
    while start > 0, PathSteps.isName(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, PathSteps.isName(bytes[end]) { end += 1 }
    guard start < end else { return nil }
    return (start..<end, receiver(in: bytes, before: start))
  }
}
