import Diagnostics

/// Writes values one after the other as bytes, for ``PackedReader``.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func number(_ value: Int64) { number(UInt64(bitPattern: value)) }

  mutating func number(_ value: Int) { number(Int64(value)) }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func localized(_ value: LocalizedText) {
    text(value.th)
    text(value.en)
  }

  mutating func list<Value>(_ values: [Value], _ write: (inout Self, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }
}

/// Reads what ``PackedWriter`` has written.
///
/// Whatever the bytes are, reading ends: what does not fit makes ``isBroken`` true, and every value
/// after that is empty.
struct PackedReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private(set) var isBroken = false

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether everything was read, and nothing was missing.
  var isAtEnd: Bool { !isBroken && position == bytes.count }

  mutating func number() -> UInt64 {
    guard bytes.count - position >= 8 else { return broken(0) }
    let value = unsafe bytes.withUnsafeBytes { all in
      unsafe all.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    }
    position += 8
    return UInt64(littleEndian: value)
  }

  mutating func number() -> Int64 { Int64(bitPattern: number()) }

  mutating func number() -> Int { Int(truncatingIfNeeded: number() as UInt64) }

  mutating func flag() -> Bool {
    guard position < bytes.count else { return broken(false) }
    defer { position += 1 }
    return bytes[position] == 1
  }

  mutating func text() -> String {
    let count: Int = number()
    guard count >= 0, count <= bytes.count - position else { return broken("") }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func localized() -> LocalizedText {
    let th = text()
    return LocalizedText(th: th, en: text())
  }

  mutating func list<Value>(_ read: (inout Self) -> Value) -> [Value] {
    let count: Int = number()
    // Each value takes a byte at least, so a length that is made up cannot take memory.
    guard count >= 0, count <= bytes.count - position else { return broken([]) }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count where !isBroken { values.append(read(&self)) }
    return values
  }

  mutating func optional<Value>(_ read: (inout Self) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }

  private mutating func broken<Value>(_ value: Value) -> Value {
    isBroken = true
    position = bytes.count
    return value
  }
}
