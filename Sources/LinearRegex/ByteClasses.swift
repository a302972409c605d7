/// The bytes sorted into classes that a program cannot tell apart.
///
/// A pattern such as `^UTI-[0-9]{4}$` knows seven kinds of bytes; its automaton needs seven columns, not
/// 256.
struct ByteClasses: Sendable {
  /// The class of each byte.
  let map: [UInt8]
  /// One byte of each class.
  let representatives: [UInt8]

  /// How many classes there are.
  var count: Int { representatives.count }

  init(of program: RegexProgram) {
    var begins = [Bool](repeating: false, count: 257)
    func separate(_ low: UInt8, _ high: UInt8) {
      begins[Int(low)] = true
      begins[Int(high) + 1] = true
    }
    for range in program.byteRanges { separate(range.low, range.high) }
    if program.usesLines { separate(0x0A, 0x0A) }
    if program.usesWords {
      separate(0x30, 0x39)
      separate(0x41, 0x5A)
      separate(0x5F, 0x5F)
      separate(0x61, 0x7A)
    }
    var map: [UInt8] = []
    var representatives: [UInt8] = []
    for byte in UInt8.min...UInt8.max {
      if byte == 0 || begins[Int(byte)] { representatives.append(byte) }
      map.append(UInt8(truncatingIfNeeded: representatives.count - 1))
    }
    self.map = map
    self.representatives = representatives
  }
}
