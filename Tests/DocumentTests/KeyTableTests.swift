import DocumentArena
import TestSupport
import Testing

@Suite struct KeyTableTests {
  @Test func numbersFollowTheOrderOfInterning() {
    var table = KeyTable()
    #expect(table.intern("ชื่อ") == KeyID(1))
    #expect(table.intern("name") == KeyID(2))
    #expect(table.intern("ชื่อ") == KeyID(1))
    #expect(table.intern("") == KeyID(3))
    #expect(table.find("name") == KeyID(2))
    #expect(table.find("missing") == nil)
    #expect(table.name(of: KeyID(1)) == "ชื่อ")
    #expect(table.name(of: .none) == "")
    #expect(table.name(of: KeyID(99)) == "")
    #expect(table.count == 3)
  }

  @Test func keysAreComparedByBytes() {
    var table = KeyTable()
    // Canonically equivalent, but written in another order.
    #expect(table.intern("ก\u{0E38}\u{0E48}") != table.intern("ก\u{0E48}\u{0E38}"))
  }

  @Test func copiesKeepTheirNumbers() {
    var base = KeyTable()
    let known = base.intern("known")
    var copy = base
    #expect(copy.intern("new") == KeyID(2))
    #expect(copy.find("known") == known)
    #expect(base.find("new") == nil)
  }

  @Test func holdsManyKeys() {
    var table = KeyTable()
    for number in 1...20_000 { #expect(table.intern("key-\(number)").rawValue == number) }
    for number in [1, 77, 20_000] {
      #expect(table.find("key-\(number)") == KeyID(UInt32(number)))
      #expect(table.name(of: KeyID(UInt32(number))) == "key-\(number)")
    }
    #expect(!table.usesSecretHash)
  }

  @Test func keysMadeToCollideSwitchTheHash() {
    // The same mixing as the table's, on keys of eight bytes, keeping those that fall on place 7.
    var table = KeyTable()
    var made: [String] = []
    var number = 10_000_000
    while made.count < 100 {
      let key = String(number)
      number += 1
      let word = key.utf8.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      let start = 8 as UInt64 &* 0x9E37_79B9_7F4A_7C15
      if mix(mix(start ^ word)) & 0xFF == 7 { made.append(key) }
    }
    for (index, key) in made.enumerated() {
      #expect(table.intern(key) == KeyID(UInt32(index + 1)))
    }
    #expect(table.usesSecretHash)
    for (index, key) in made.enumerated() {
      #expect(table.find(key) == KeyID(UInt32(index + 1)))
    }
  }

  private func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return high ^ low
  }
}
