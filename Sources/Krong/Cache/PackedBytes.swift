import Diagnostics

/// Writes values one after the other as bytes, for ``PackedReader``.
///
/// A text is written as its number among all texts, each of which stands once in ``texts``: rules name
/// the same kinds, stages and clauses again and again.
struct PackedWriter {
  private var values: [UInt8] = []
  private(set) var texts: [String] = []
  private var numbers: [[UInt8]: Int] = [:]

  /// The texts, then the values.
  var bytes: [UInt8] {
    var all = PackedWriter()
    all.number(texts.count)
    for text in texts {
      all.number(text.utf8.count)
      all.values.append(contentsOf: text.utf8)
    }
    return all.values + values
  }

  mutating func number(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      values.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func number(_ value: Int64) { number(UInt64(bitPattern: value)) }

  mutating func number(_ value: Int) { number(Int64(value)) }

  mutating func flag(_ value: Bool) { values.append(value ? 1 : 0) }

  mutating func text(_ value: String) {
    let key = Array(value.utf8)
    let place = numbers[key] ?? texts.count
    if place == texts.count {
      numbers[key] = place
      texts.append(value)
    }
    number(place)
  }

  /// One of the cases of a type, as its number.
  mutating func choice<Value: CaseIterable & Equatable>(_ value: Value) {
    number(Array(Value.allCases).firstIndex(of: value) ?? -1)
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
  private var texts: [String]
  private(set) var position: Int
  private(set) var isBroken = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    texts = []
    position = 0
    texts = readTexts()
  }

  private mutating func readTexts() -> [String] {
    list { reader in
      let count: Int = reader.number()
      guard count >= 0, count <= reader.bytes.count - reader.position else {
        return reader.broken("")
      }
      defer { reader.position += count }
      return unsafe reader.bytes.withUnsafeBytes { all in
        let start = reader.position
        return unsafe String(
          decoding: UnsafeRawBufferPointer(rebasing: all[start..<start + count]),
          as: UTF8.self
        )
      }
    }
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
    let place: Int = number()
    return texts.indices.contains(place) ? texts[place] : broken("")
  }

  /// One of the cases of a type.
  mutating func choice<Value: CaseIterable>(
    _ cases: Value.AllCases
  ) -> Value? where Value.AllCases == [Value] {
    let place: Int = number()
    return cases.indices.contains(place) ? cases[place] : broken(nil)
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
