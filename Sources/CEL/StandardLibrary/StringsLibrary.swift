internal import Diagnostics

// Strings, as cel-go's extension (version 4): positions count code points, and one beyond the end is
// an error.
extension Environment {
  mutating func declareStrings() {
    declare(
      Self.stringParts + Self.stringLists + Self.stringSearch + Self.stringChanges
        + Self.stringForms
    )
  }

  private static var stringParts: [FunctionDeclaration] {
    [
      .member("charAt", "string_char_at_int", [.string, .int], .string, cost: .linear) {
        (a) throws(Stop) in
        let text = try a.scalars(0)
        let position = try a.position(1, upTo: text.count)
        return Value(scalars: text[position...].prefix(1))
      },
      .member("substring", "string_substring_int", [.string, .int], .string, cost: .linear) {
        (a) throws(Stop) in
        let text = try a.scalars(0)
        return Value(scalars: text[try a.position(1, upTo: text.count)...])
      },
      .member(
        "substring",
        "string_substring_int_int",
        [.string, .int, .int],
        .string,
        cost: .linear
      ) {
        (a) throws(Stop) in
        let text = try a.scalars(0)
        let start = try a.position(1, upTo: text.count)
        let end = try a.position(2, upTo: text.count)
        guard start <= end else {
          throw .error(
            .invalidArgument(
              "substring",
              LocalizedText(
                th: "ตำแหน่งเริ่ม \(start) อยู่หลังตำแหน่งจบ \(end)",
                en: "the start \(start) is after the end \(end)"
              )
            )
          )
        }
        return Value(scalars: text[start..<end])
      },
    ]
  }

  private static var stringLists: [FunctionDeclaration] {
    [
      .member("split", "string_split_string", [.string, .string], .list(.string), cost: .linear) {
        (a) throws(Stop) in Value(list: StringParts.split(try a.scalars(0), try a.scalars(1), -1))
      },
      .member(
        "split",
        "string_split_string_int",
        [.string, .string, .int],
        .list(.string),
        cost: .linear
      ) {
        (a) throws(Stop) in
        Value(list: StringParts.split(try a.scalars(0), try a.scalars(1), try a.int(2)))
      },
      .member("join", "list_join", [.list(.string)], .string, cost: .linear) { (a) throws(Stop) in
        Value(.string(try StringParts.joined(a, separator: "")))
      },
      .member("join", "list_join_string", [.list(.string), .string], .string, cost: .linear) {
        (a) throws(Stop) in Value(.string(try StringParts.joined(a, separator: try a.text(1))))
      },
    ]
  }

  private static var stringSearch: [FunctionDeclaration] {
    [
      .member("indexOf", "string_index_of_string", [.string, .string], .int, cost: .product) {
        (a) throws(Stop) in
        Value(.int(StringParts.first(try a.scalars(1), in: try a.scalars(0), from: 0)))
      },
      .member(
        "indexOf",
        "string_index_of_string_int",
        [.string, .string, .int],
        .int,
        cost: .product
      ) { (a) throws(Stop) in
        let text = try a.scalars(0)
        let start = try a.position(2, upTo: text.count)
        return Value(.int(StringParts.first(try a.scalars(1), in: text, from: start)))
      },
      .member(
        "lastIndexOf",
        "string_last_index_of_string",
        [.string, .string],
        .int,
        cost: .product
      ) { (a) throws(Stop) in
        let text = try a.scalars(0)
        return Value(.int(StringParts.last(try a.scalars(1), in: text, from: text.count)))
      },
      .member(
        "lastIndexOf",
        "string_last_index_of_string_int",
        [.string, .string, .int],
        .int,
        cost: .product
      ) { (a) throws(Stop) in
        let text = try a.scalars(0)
        let start = try a.position(2, upTo: text.count)
        return Value(.int(StringParts.last(try a.scalars(1), in: text, from: start)))
      },
    ]
  }

  private static var stringChanges: [FunctionDeclaration] {
    [
      .member(
        "replace",
        "string_replace_string_string",
        [.string, .string, .string],
        .string,
        cost: .linear
      ) {
        (a) throws(Stop) in try StringParts.replaced(a, limit: -1)
      },
      .member(
        "replace",
        "string_replace_string_string_int",
        [.string, .string, .string, .int],
        .string,
        cost: .linear
      ) { (a) throws(Stop) in try StringParts.replaced(a, limit: try a.int(3)) },
      .member("lowerAscii", "string_lower_ascii", [.string], .string, cost: .linear) {
        (a) throws(Stop) in
        Value(scalars: try a.scalars(0).map(\.lowerASCII))
      },
      .member("upperAscii", "string_upper_ascii", [.string], .string, cost: .linear) {
        (a) throws(Stop) in
        Value(scalars: try a.scalars(0).map(\.upperASCII))
      },
      .member("trim", "string_trim", [.string], .string, cost: .linear) { (a) throws(Stop) in
        Value(scalars: StringParts.trimmed(try a.scalars(0)))
      },
      .member("reverse", "string_reverse", [.string], .string, cost: .linear) { (a) throws(Stop) in
        Value(scalars: try a.scalars(0).reversed())
      },
    ]
  }

  private static var stringForms: [FunctionDeclaration] {
    [
      .global("strings.quote", "strings_quote", [.string], .string, cost: .linear) {
        (a) throws(Stop) in
        Value(.string(StringLiteral.quoted(try a.text(0))))
      },
      .comparing("format", "string_format", [.string, .list(.dyn)], .string, cost: .linear) {
        (a, context) throws(Stop) in
        var format = StringFormat(try a.text(0), try a.list(1), context)
        return Value(.string(try format.run()))
      },
    ]
  }
}

/// Cutting and searching texts of code points.
enum StringParts {
  /// The longest text that one call makes, in bytes or code points.
  static let longest = 2_000_000

  /// Stops a text that gets too long, before it takes the memory.
  static func check(_ length: Int, _ function: String) throws(Stop) {
    guard length > longest else { return }
    throw .error(
      .invalidArgument(
        function,
        LocalizedText(
          th: "ข้อความที่ได้ยาวเกิน \(longest) อักขระ",
          en: "the text gets longer than \(longest) characters"
        )
      )
    )
  }

  /// The pieces between separators; at most `limit`, all when it is negative.
  static func split(
    _ text: [Unicode.Scalar],
    _ separator: [Unicode.Scalar],
    _ limit: Int64
  ) -> [Value] {
    if limit == 0 { return [] }
    if separator.isEmpty {
      let count = limit < 0 ? text.count : min(text.count, Int(clamping: limit))
      guard count > 0 else { return [] }
      return text.prefix(count - 1).map { Value(scalars: [$0]) }
        + [Value(scalars: text[(count - 1)...].prefix(limit < 0 ? 1 : text.count))]
    }
    var pieces: [Value] = []
    var start = 0
    while limit < 0 || pieces.count + 1 < limit {
      let next = first(separator, in: text, from: start)
      guard next >= 0 else { break }
      pieces.append(Value(scalars: text[start..<Int(next)]))
      start = Int(next) + separator.count
    }
    return pieces + [Value(scalars: text[start...])]
  }

  static func joined(_ a: Arguments, separator: String) throws(Stop) -> String {
    var parts: [String] = []
    var length = 0
    for element in try a.list(0) {
      guard case .string(let text) = element.payload else {
        throw .error(.noSuchOverload("join"))
      }
      length += text.utf8.count + separator.utf8.count
      try check(length, "join")
      parts.append(text)
    }
    return parts.joined(separator: separator)
  }

  /// The first place of a part at or after a position, -1 when there is none.
  static func first(
    _ part: [Unicode.Scalar],
    in text: [Unicode.Scalar],
    from start: Int
  ) -> Int64 {
    if part.isEmpty { return Int64(start) }
    var position = start
    while position + part.count <= text.count {
      if text[position] == part[0], text[position..<position + part.count].elementsEqual(part) {
        return Int64(position)
      }
      position += 1
    }
    return -1
  }

  /// The last place of a part at or before a position, -1 when there is none.
  static func last(_ part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int64 {
    var position = min(start, text.count - part.count)
    while position >= 0 {
      if text[position..<position + part.count].elementsEqual(part) { return Int64(position) }
      position -= 1
    }
    return -1
  }

  /// An empty part stands before each code point and at the end, as in Go.
  static func replaced(_ a: Arguments, limit: Int64) throws(Stop) -> Value {
    let text = try a.scalars(0)
    let part = try a.scalars(1)
    let replacement = try a.scalars(2)
    var result: [Unicode.Scalar] = []
    var position = 0
    var count: Int64 = 0
    while limit < 0 || count < limit {
      let next = Int(first(part, in: text, from: position))
      guard next >= 0 else { break }
      try check(result.count + replacement.count, "replace")
      result += text[position..<next] + replacement
      count += 1
      position = next + part.count
      if part.isEmpty {
        guard position < text.count else { break }
        result.append(text[position])
        position += 1
      }
    }
    return Value(scalars: result + text[position...])
  }

  static func trimmed(_ text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    let start = text.firstIndex { !$0.properties.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
    return text[start..<end]
  }
}

extension Unicode.Scalar {
  fileprivate var lowerASCII: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value | 0x20)) : self
  }

  fileprivate var upperASCII: Unicode.Scalar {
    ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value & 0xDF)) : self
  }
}
