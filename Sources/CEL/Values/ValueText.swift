internal import Diagnostics
internal import DocumentArena

// Values as text, for `explain`, messages and `string()`.
extension EvaluationContext {
  /// The value as CEL would write it; strings are quoted, records show their place.
  ///
  /// The cost is linear in what is printed; lists stop after 20 elements.
  public func printed(literal value: Value) -> String {
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
    case .timestamp: return "timestamp(\"\(printed(value))\")"
    case .duration: return "duration(\"\(printed(value))\")"
    case .list: return printedList(value) { printed(literal: $0) }
    case .map: return printedMap(value) { printed(literal: $0) }
    case .optional(.none): return "optional.none()"
    case .optional(.some(let value)): return "optional.of(\(printed(literal: value)))"
    case .opaque(let type, _):
      guard let constructor = schema.opaqueTypes[type]?.constructor else { return printed(value) }
      return "\(constructor)(\(StringLiteral.quoted(printed(value))))"
    default: return printed(value)
    }
  }

  /// The value as `string()` writes it.
  func printed(_ value: Value) -> String {
    switch value.payload {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return DoubleText.describe(number)
    case .string(let text): return text
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .list: return printedList(value) { printed($0) }
    case .map: return printedMap(value) { printed($0) }
    case .timestamp(let seconds, let nanoseconds):
      return Timestamp(seconds: seconds, nanoseconds: nanoseconds).description
    case .duration(let seconds, let nanoseconds):
      return TimeSpan(seconds: seconds, nanoseconds: nanoseconds).description
    case .type(let type): return type.runtimeName
    case .optional(.none): return "optional.none()"
    case .optional(.some(let value)): return "optional.of(\(printed(value)))"
    case .opaque(let type, let bits):
      return schema.opaqueTypes[type]?.describe(bits) ?? String(bits)
    case .network(let address): return address.description
    case .record: return place(of: value)
    case .unknown(let set): return "unknown: " + set.missing.map(path(of:)).joined(separator: ", ")
    case .error(let error): return "error: " + error.message.en
    }
  }

  /// The path of a missing or unreadable place from the root of its document.
  public func path(of missing: UnknownSet.Missing) -> String {
    var path = DocumentPath()
    if let base = missing.base, let document = document(of: base) {
      path = document.path(of: base.node)
    }
    return DocumentPath(path.steps + missing.steps).description
  }

  private static let longestList = 20

  private func printedList(_ value: Value, _ print: (Value) -> String) -> String {
    let elements = elements(of: value) ?? []
    let shown = elements.prefix(Self.longestList).map(print).joined(separator: ", ")
    return "[" + shown + (elements.count > Self.longestList ? ", …]" : "]")
  }

  private func printedMap(_ value: Value, _ print: (Value) -> String) -> String {
    let entries = entries(of: value) ?? []
    let shown = entries.prefix(Self.longestList).map { print($0.key) + ": " + print($0.value) }
    return "{" + shown.joined(separator: ", ")
      + (entries.count > Self.longestList ? ", …}" : "}")
  }

  private func place(of value: Value) -> String {
    guard let origin = value.origin, let document = document(of: origin) else {
      return value.type.runtimeName
    }
    let path = document.path(of: origin.node).description
    return path.isEmpty ? value.type.runtimeName : path
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
