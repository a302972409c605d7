import SourceText
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "gives the digests of the published examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ]
  )
  func publishedExamples(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: text) == digest)
  }

  @Test("gives the digest of a million letters, taken in unequal pieces")
  func millionLetters() {
    var hash = SHA256()
    var left = 1_000_000
    var piece = 1
    while left > 0 {
      let count = min(piece, left)
      hash.update([UInt8](repeating: 0x61, count: count))
      left -= count
      piece = piece * 3 % 4099 + 1
    }
    #expect(
      hash.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    )
  }

  @Test("gives the same digest without the instructions that processors have for it")
  func instructionsDoNotMatter() {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) }
    for length in [0, 1, 63, 64, 65, 128, 1000, 4999, 5000] {
      var plain = SHA256(usesInstructions: false)
      plain.update(Array(bytes[..<length]))
      #expect(plain.hexDigest() == SHA256.hexDigest(of: Array(bytes[..<length])))
    }
  }

  @Test(
    "gives the same digest however the bytes are cut",
    arguments: [55, 56, 57, 63, 64, 65, 128]
  )
  func cutsDoNotMatter(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let whole = SHA256.hexDigest(of: bytes)
    for cut in 0...length {
      var hash = SHA256()
      hash.update(Array(bytes[..<cut]))
      hash.update(Array(bytes[cut...]))
      #expect(hash.hexDigest() == whole)
    }
  }
}
