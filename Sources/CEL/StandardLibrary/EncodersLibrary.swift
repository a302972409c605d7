internal import Diagnostics

// Encoders, as cel-go's extension: base64 of RFC 4648.
extension Environment {
  mutating func declareEncoders() {
    declare([
      .global("base64.encode", "base64_encode_bytes", [.bytes], .string, cost: .linear) {
        (a) throws(Stop) in
        Value(.string(Base64.encode(try a.bytes(0))))
      },
      .global("base64.decode", "base64_decode_string", [.string], .bytes, cost: .linear) {
        (a) throws(Stop) in
        guard let bytes = Base64.decode(try a.text(0)) else {
          throw .error(
            .invalidArgument(
              "base64.decode",
              LocalizedText(th: "ข้อความไม่ใช่ base64", en: "the text is no base64")
            )
          )
        }
        return Value(.bytes(bytes))
      },
    ])
  }
}

/// Base64 with the standard alphabet.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(3 - group.count) * 8
      for index in 0..<4 {
        let value = Int(bits >> UInt32(18 - index * 6) & 0x3F)
        text.append(index <= group.count ? alphabet[value] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil when the text is none; the padding may be left out, and there may be line ends.
  static func decode(_ text: String) -> [UInt8]? {
    // Line ends are left out, as in Go: long texts are broken into lines.
    var symbols = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }[...]
    var padding = 0
    while padding < 2, symbols.last == UInt8(ascii: "=") {
      symbols.removeLast()
      padding += 1
    }
    guard symbols.count % 4 != 1, padding == 0 || (symbols.count + padding) % 4 == 0 else {
      return nil
    }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for symbol in symbols {
      guard let value = alphabet.firstIndex(of: symbol) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
