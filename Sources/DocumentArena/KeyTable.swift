/// Interned mapping keys: a key is compared once, after that by number.
///
/// A compiled rule set fills a table with all the keys that it reads; a reader starts each document
/// from a copy of that table, so a key has the same number in the rules and in every document, and
/// keys that only the document has get higher numbers. Numbers depend on nothing but the order of
/// interning.
public struct KeyTable: Sendable {
  private var text: [UInt8] = []
  private var starts: [UInt32] = [0, 0]
  /// Open addressing: the upper half of a key's hash above its number; 0 is free.
  private var slots: [UInt64]
  /// Whether keys are hashed with the secret of the process, after too many fell on one place: a file
  /// made to collide cannot slow the table down.
  package private(set) var usesSecretHash = false

  /// Searches longer than this do not happen by chance in a table that is half empty.
  private static let longestSearch = 64

  /// Makes an empty table.
  public init() {
    slots = Array(repeating: 0, count: 256)
  }

  /// Makes a table of keys that are known; nil when the ends are not those of keys in the text.
  ///
  /// - Parameters:
  ///   - text: The keys in the order of their numbers, one after the other.
  ///   - ends: Where each key ends in the text.
  package init?(text: [UInt8], ends: [UInt32]) {
    var end: UInt32 = 0
    for next in ends {
      guard next >= end else { return nil }
      end = next
    }
    guard Int(end) == text.count else { return nil }
    self.text = text
    starts = [0, 0] + ends
    var slotCount = 16
    while slotCount < 2 * (ends.count + 1) { slotCount *= 2 }
    slots = []
    rebuild(slotCount: slotCount)
  }

  /// The keys as ``init(text:ends:)`` takes them.
  package var packed: (text: [UInt8], ends: [UInt32]) { (text, Array(starts.dropFirst(2))) }

  /// The number of keys.
  public var count: Int { starts.count - 2 }

  /// The number of a key, given its bytes; the key is added when it is new.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> KeyID {
    let hash = unsafe hash(bytes)
    if let known = unsafe find(bytes, hash) { return known }
    unsafe text.append(contentsOf: bytes)
    starts.append(UInt32(truncatingIfNeeded: text.count))
    let id = UInt32(truncatingIfNeeded: count)
    if (count + 1) * 2 > slots.count {
      rebuild(slotCount: slots.count * 2)
    } else if !insert(id, hash), !usesSecretHash {
      usesSecretHash = true
      rebuild(slotCount: slots.count)
    }
    return KeyID(id)
  }

  /// The number of a key, given as text; the key is added when it is new.
  public mutating func intern(_ key: String) -> KeyID {
    var key = key
    return key.withUTF8 { unsafe intern($0) }
  }

  /// The number of a key, or nil when the table does not have it.
  public func find(_ bytes: UnsafeBufferPointer<UInt8>) -> KeyID? {
    unsafe find(bytes, hash(bytes))
  }

  /// The number of a key, or nil when the table does not have it.
  public func find(_ key: String) -> KeyID? {
    var key = key
    return key.withUTF8 { unsafe find($0) }
  }

  /// The text of a key; empty for ``KeyID/none`` and for numbers that the table does not have.
  public func name(of key: KeyID) -> String {
    let id = Int(key.rawValue)
    guard id > 0, id < starts.count - 1 else { return "" }
    return String(decoding: text[Int(starts[id])..<Int(starts[id + 1])], as: UTF8.self)
  }
}

// MARK: - Hashing

extension KeyTable {
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> KeyID? {
    unsafe slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = unsafe slots[slot]
        if entry == 0 { return nil }
        let id = UInt32(truncatingIfNeeded: entry)
        if entry >> 32 == hash >> 32, unsafe holds(id, bytes) { return KeyID(id) }
        slot = (slot + 1) & mask
      }
    }
  }

  /// Whether a key has these bytes; cheaper than a search for readers that can guess the key.
  package func holds(_ id: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(id)])
    let count = bytes.count
    guard Int(starts[Int(id) + 1]) - start == count else { return false }
    return unsafe text.withUnsafeBytes { text in
      let key = unsafe UnsafeRawBufferPointer(rebasing: text[start..<start + count])
      let bytes = UnsafeRawBufferPointer(bytes)
      var offset = 0
      while offset + 8 <= count {
        let a = unsafe key.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let b = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if a != b { return false }
        offset += 8
      }
      while offset < count {
        if unsafe key[offset] != bytes[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  /// Whether a key has these bytes; false for ``KeyID/none`` and for numbers that the table does not have.
  func isName(_ bytes: UnsafeBufferPointer<UInt8>, of key: KeyID) -> Bool {
    let id = Int(key.rawValue)
    guard id > 0, id < starts.count - 1 else { return false }
    return unsafe holds(key.rawValue, bytes)
  }

  /// Puts a key in; false when the search for a free place was suspiciously long.
  private mutating func insert(_ id: UInt32, _ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    var steps = 0
    while slots[slot] != 0 {
      slot = (slot + 1) & mask
      steps += 1
    }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(id)
    return steps <= Self.longestSearch
  }

  private mutating func rebuild(slotCount: Int) {
    var isUnlucky = false
    slots = Array(repeating: 0, count: slotCount)
    for id in 1..<starts.count - 1 {
      let range = Int(starts[id])..<Int(starts[id + 1])
      let hash = unsafe text.withUnsafeBufferPointer { text in
        unsafe self.hash(UnsafeBufferPointer(rebasing: text[range]))
      }
      if !insert(UInt32(truncatingIfNeeded: id), hash) { isUnlucky = true }
    }
    guard isUnlucky, !usesSecretHash else { return }
    usesSecretHash = true
    rebuild(slotCount: slotCount)
  }

  /// Eight bytes at a time, multiplied and folded; keys are short.
  @inline(__always)
  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if usesSecretHash { return unsafe secretHash(bytes) }
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = Self.mix(hash ^ word)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < raw.count {
      tail = unsafe tail << 8 | UInt64(raw[offset])
      offset += 1
    }
    return Self.mix(hash ^ tail)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return high ^ low
  }

  private func secretHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hasher = Hasher()
    unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }
}
