/// Interned mapping keys: a key is compared once, after that by number.
///
/// A compiled rule set fills a table with all the keys that it reads; a reader starts each document
/// from a copy of that table, so a key has the same number in the rules and in every document, and
/// keys that only the document has get higher numbers.
public struct KeyTable: Sendable {
  private var text: [UInt8] = []
  private var starts: [UInt32] = [0, 0]
  private var slots: [UInt32]

  /// Makes an empty table.
  public init() {
    slots = Array(repeating: 0, count: 256)
  }

  /// The number of keys.
  public var count: Int { starts.count - 2 }

  /// The number of a key, given its bytes; the key is added when it is new.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> KeyID {
    if let known = unsafe find(bytes) { return known }
    if (count + 1) * 2 > slots.count { grow() }
    unsafe text.append(contentsOf: bytes)
    starts.append(UInt32(truncatingIfNeeded: text.count))
    let id = UInt32(truncatingIfNeeded: count)
    insert(id, hash: unsafe Self.hash(bytes))
    return KeyID(id)
  }

  /// The number of a key, given as text; the key is added when it is new.
  public mutating func intern(_ key: String) -> KeyID {
    var key = key
    return key.withUTF8 { unsafe intern($0) }
  }

  /// The number of a key, or nil when the table does not have it.
  public func find(_ bytes: UnsafeBufferPointer<UInt8>) -> KeyID? {
    let mask = slots.count - 1
    var slot = unsafe Int(truncatingIfNeeded: Self.hash(bytes)) & mask
    while slots[slot] != 0 {
      let id = slots[slot]
      if unsafe holds(id, bytes) { return KeyID(id) }
      slot = (slot + 1) & mask
    }
    return nil
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

  private func holds(_ id: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(id)])
    let length = Int(starts[Int(id) + 1]) - start
    guard length == bytes.count else { return false }
    return unsafe text.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < length {
        if unsafe buffer[start + offset] != bytes[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  private mutating func insert(_ id: UInt32, hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = id
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1...max(1, count) where id <= count {
      let range = Int(starts[id])..<Int(starts[id + 1])
      let hash = unsafe text.withUnsafeBufferPointer {
        unsafe Self.hash(UnsafeBufferPointer(rebasing: $0[range]))
      }
      insert(UInt32(id), hash: hash)
    }
  }

  /// FNV-1a with a final mix; keys are short.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var offset = 0
    while offset < bytes.count {
      hash = unsafe (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01b3
      offset += 1
    }
    return hash ^ (hash >> 29)
  }
}
