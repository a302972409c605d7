/// The id of one round of a submission: `aap-2569-01#1`.
package enum RoundID {
  /// The id and the round of `id#round`; nil when the text has no round.
  package static func split(_ text: String) -> (id: String, round: Int)? {
    let bytes = Array(text.utf8)
    guard let sign = bytes.lastIndex(of: UInt8(ascii: "#")), sign > 0, sign + 1 < bytes.count,
      bytes.count - sign <= 6, bytes[(sign + 1)...].allSatisfy({ 0x30...0x39 ~= $0 }),
      let round = Int(String(decoding: bytes[(sign + 1)...], as: UTF8.self)), round > 0
    else { return nil }
    return (String(decoding: bytes[..<sign], as: UTF8.self), round)
  }

  /// `id#round`.
  package static func text(_ id: String, _ round: Int) -> String { "\(id)#\(round)" }
}
