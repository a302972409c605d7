import CDigest

/// The SHA-256 digest of FIPS 180-4, for receipts and fingerprints.
///
/// Our own because the alternatives cost a dependency or full Foundation on the check path. It proves
/// that two texts are the same; nothing here keeps a secret. The cost is linear in the bytes.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  /// What does not fill a block yet; fewer than 64 bytes.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  /// Whether the instructions of the processor may be used; what comes out is the same.
  private let usesInstructions: Bool

  /// Starts a digest of nothing.
  public init() { self.init(usesInstructions: true) }

  /// Starts a digest of nothing; tests compare the two ways.
  package init(usesInstructions: Bool) {
    self.usesInstructions = usesInstructions
    pending.reserveCapacity(64)
  }

  /// The digest of bytes as 64 hexadecimal digits, lower case.
  public static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }

  /// The digest of a text's UTF-8 as 64 hexadecimal digits, lower case.
  public static func hexDigest(of text: String) -> String {
    hexDigest(of: Array(text.utf8))
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    length &+= UInt64(bytes.count)
    var taken = 0
    if !pending.isEmpty {
      taken = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<taken])
      guard pending.count == 64 else { return }
      compress(pending)
      pending.removeAll(keepingCapacity: true)
    }
    let rest = (bytes.count - taken) % 64
    if taken < bytes.count - rest { compress(bytes, from: taken, to: bytes.count - rest) }
    pending.append(contentsOf: bytes.suffix(rest))
  }

  /// Ends the digest: its 32 bytes.
  public consuming func digest() -> [UInt8] {
    let bits = length &* 8
    pending.append(0x80)
    if pending.count > 56 {
      pending.append(contentsOf: repeatElement(0, count: 64 - pending.count))
      compress(pending)
      pending.removeAll(keepingCapacity: true)
    }
    pending.append(contentsOf: repeatElement(0, count: 56 - pending.count))
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      pending.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    compress(pending)
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// A digest as four numbers of 64 bits, the most significant first.
  package static func words(of bytes: [UInt8]) -> [UInt64] {
    var hash = SHA256()
    hash.update(bytes)
    let digest = hash.digest()
    return (0..<4).map { word in
      digest[word * 8..<word * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The 64 hexadecimal digits of a digest of four numbers.
  package static func hexDigits(of words: [UInt64]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for word in words {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        text.append(digits[Int(truncatingIfNeeded: word >> shift & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Ends the digest: 64 hexadecimal digits, lower case.
  public consuming func hexDigest() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func compress(_ block: [UInt8]) {
    compress(block, from: 0, to: block.count)
  }

  /// Works whole blocks of 64 bytes into the state (FIPS 180-4, section 6.2.2).
  private mutating func compress(_ bytes: [UInt8], from start: Int, to end: Int) {
    if usesInstructions, compressByInstructions(bytes, from: start, to: end) { return }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe Self.constants.withUnsafeBufferPointer { constants in
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          for block in stride(from: start, to: end, by: 64) {
            unsafe Self.fill(schedule, bytes, block)
            unsafe Self.round(&state, schedule, constants)
          }
        }
      }
    }
  }

  /// The same by instructions that processors have for it; false where there are none.
  private mutating func compressByInstructions(
    _ bytes: [UInt8],
    from start: Int,
    to end: Int
  ) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe state.withUnsafeMutableBufferPointer { state in
        guard let first = bytes.baseAddress, let words = state.baseAddress else { return false }
        return unsafe krong_sha256_blocks(words, first + start, (end - start) / 64)
      }
    }
  }

  private static func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int
  ) {
    for index in 0..<16 {
      let at = start + index * 4
      let high = unsafe UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
      unsafe schedule[index] = high | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let early = unsafe schedule[index - 15]
      let late = unsafe schedule[index - 2]
      let small = turn(early, 7) ^ turn(early, 18) ^ (early >> 3)
      let large = turn(late, 17) ^ turn(late, 19) ^ (late >> 10)
      unsafe schedule[index] = schedule[index - 16] &+ small &+ schedule[index - 7] &+ large
    }
  }

  private static func round(
    _ state: inout [UInt32],
    _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = unsafe h &+ sum1 &+ choice &+ constants[index] &+ schedule[index]
      let sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    (word >> bits) | (word << (32 - bits))
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
