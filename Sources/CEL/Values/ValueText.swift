internal import Diagnostics
internal import DocumentArena

// Values as text, for `explain`, messages and `string()`.
extension EvaluationContext {
  /// The value as CEL would write it; strings are quoted, records show their place.
  ///
  /// Lists and maps stop after 20 elements, and what is in them after 1,000 altogether: a list can hold
  /// another one many times, so that a few values would print as millions.
  public func printed(literal value: Value) -> String {
    var printer = ValuePrinter(context: self, isLiteral: true)
    return printer.text(of: value)
  }

  /// The value as `string()` writes it, bounded as a literal.
  func printed(_ value: Value) -> String {
    var printer = ValuePrinter(context: self, isLiteral: false)
    return printer.text(of: value)
  }

  /// The path of a missing or unreadable place from the root of its document.
  public func path(of missing: UnknownSet.Missing) -> String {
    var path = DocumentPath()
    if let base = missing.base, let document = document(of: base) {
      path = document.path(of: base.node)
    }
    return DocumentPath(path.steps + missing.steps).description
  }

  fileprivate func place(of value: Value) -> String {
    guard let origin = value.origin, let document = document(of: origin) else {
      return value.type.runtimeName
    }
    let path = document.path(of: origin.node).description
    return path.isEmpty ? value.type.runtimeName : path
  }
}

/// Writes one value with what is in it.
private struct ValuePrinter {
  let context: EvaluationContext

  /// Whether texts are quoted, and values of other types written with what makes them.
  let isLiteral: Bool

  private static let longestList = 20

  /// How many elements may still be written.
  private var remaining = 1_000

  init(context: EvaluationContext, isLiteral: Bool) {
    self.context = context
    self.isLiteral = isLiteral
  }

  mutating func text(of value: Value) -> String {
    switch value.payload {
    case .list: list(value)
    case .map: map(value)
    case .optional(.none): "optional.none()"
    case .optional(.some(let value)): "optional.of(\(text(of: value)))"
    default: isLiteral ? literal(value) : plain(value)
    }
  }

  private func literal(_ value: Value) -> String {
    switch value.payload {
    case .string(let text): return StringLiteral.quoted(text)
    case .bytes(let bytes):
      // What is no UTF-8 is written byte by byte, so that it reads back as the same.
      if let text = String(validating: bytes, as: UTF8.self) {
        return "b" + StringLiteral.quoted(text)
      }
      return "b" + StringLiteral.escaped(bytes)
    case .uint(let number): return "\(number)u"
    case .double(let number):
      let text = DoubleText.describe(number)
      return text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D } ? text + ".0" : text
    case .timestamp: return "timestamp(\"\(plain(value))\")"
    case .duration: return "duration(\"\(plain(value))\")"
    case .opaque(let type, _):
      guard let constructor = context.schema.opaqueTypes[type]?.constructor else {
        return plain(value)
      }
      return "\(constructor)(\(StringLiteral.quoted(plain(value))))"
    default: return plain(value)
    }
  }

  private func plain(_ value: Value) -> String {
    switch value.payload {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return DoubleText.describe(number)
    case .string(let text): return text
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .timestamp(let seconds, let nanoseconds):
      return Timestamp(seconds: seconds, nanoseconds: nanoseconds).description
    case .duration(let seconds, let nanoseconds):
      return TimeSpan(seconds: seconds, nanoseconds: nanoseconds).description
    case .type(let type): return type.runtimeName
    case .opaque(let type, let bits):
      return context.schema.opaqueTypes[type]?.describe(bits) ?? String(bits)
    case .network(let address): return address.description
    case .record: return context.place(of: value)
    case .unknown(let set):
      return "unknown: " + set.missing.map(context.path(of:)).joined(separator: ", ")
    case .error(let error): return "error: " + error.message.en
    case .list, .map, .optional: return ""
    }
  }

  private mutating func list(_ value: Value) -> String {
    "[" + joined(context.elements(of: value) ?? []) { $0.text(of: $1) } + "]"
  }

  private mutating func map(_ value: Value) -> String {
    let entries = context.entries(of: value) ?? []
    return "{" + joined(entries) { $0.text(of: $1.key) + ": " + $0.text(of: $1.value) } + "}"
  }

  private mutating func joined<Part>(
    _ parts: [Part],
    _ print: (inout ValuePrinter, Part) -> String
  ) -> String {
    var texts: [String] = []
    for part in parts {
      guard texts.count < Self.longestList, remaining > 0 else {
        texts.append("…")
        break
      }
      remaining -= 1
      texts.append(print(&self, part))
    }
    return texts.joined(separator: ", ")
  }
}

/// String literals as CEL writes them.
enum StringLiteral {
  /// Bytes in double quotes, those that are no ASCII by their numbers.
  static func escaped(_ bytes: [UInt8]) -> String {
    var output = "\""
    for byte in bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        output += "\\" + String(UnicodeScalar(byte))
      } else if byte < 0x20 || byte >= 0x7F {
        output += "\\x" + hexadecimal(byte)
      } else {
        output.unicodeScalars.append(UnicodeScalar(byte))
      }
    }
    return output + "\""
  }

  /// A byte as two digits.
  static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// The text in double quotes with the escapes of CEL.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{07}": quoted += "\\a"
      case "\u{08}": quoted += "\\b"
      case "\u{0C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0B}": quoted += "\\v"
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
