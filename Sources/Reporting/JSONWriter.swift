import Diagnostics

/// Writes JSON (RFC 8259) with a fixed layout: two spaces a level, keys in the order written.
///
/// Text stays UTF-8; control characters, and the signs that turn the direction of writing, are
/// escaped, so that a report is safe to show on a terminal.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var text = ""
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  /// Begins with nothing.
  package init() {}

  /// Writes an object whose members the closure writes.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclosed("{", "}", members)
  }

  /// Writes a list with one element for each of the values.
  package mutating func list<Values: Sequence>(
    _ values: Values,
    _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    enclosed("[", "]") { writer in
      for value in values { element(&writer, value) }
    }
  }

  /// Begins a member; its value must follow.
  package mutating func key(_ name: String) {
    startValue()
    quote(name)
    text += ": "
    isAfterKey = true
  }

  /// Writes a text.
  package mutating func string(_ value: String) {
    startValue()
    quote(value)
  }

  /// Writes digits that are already a JSON number.
  package mutating func number(_ digits: String) {
    startValue()
    text += digits
  }

  mutating func null() { number("null") }

  private mutating func enclosed(
    _ open: String,
    _ close: String,
    _ body: (inout JSONWriter) -> Void
  ) {
    startValue()
    text += open
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { newLine() }
    text += close
    needsComma = true
  }

  private mutating func startValue() {
    if isAfterKey {
      isAfterKey = false
      needsComma = true
      return
    }
    if needsComma { text += "," }
    if depth > 0 { newLine() }
    needsComma = true
  }

  private mutating func newLine() {
    text += "\n"
    for _ in 0..<depth { text += "  " }
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case _ where Self.mustEscape(scalar): escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Controls, separators, direction signs, byte order mark and tags: a terminal obeys or hides them.
  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }
}

// MARK: - Members

extension JSONWriter {
  mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  mutating func member(_ key: String, _ value: Int?) {
    self.key(key)
    if let value { number(String(value)) } else { null() }
  }

  mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    number(value ? "true" : "false")
  }

  mutating func member(_ key: String, _ value: LocalizedText?) {
    self.key(key)
    if let value { localized(value) } else { null() }
  }

  mutating func member(_ key: String, _ values: [String]) {
    self.key(key)
    list(values) { $0.string($1) }
  }

  mutating func member(_ key: String, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    object(members)
  }

  mutating func member<Values: Sequence>(
    _ key: String,
    _ values: Values,
    _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    self.key(key)
    list(values, element)
  }

  mutating func localized(_ value: LocalizedText) {
    object {
      $0.member("th", value.th)
      $0.member("en", value.en)
    }
  }
}
