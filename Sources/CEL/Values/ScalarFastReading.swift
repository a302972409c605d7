internal import DocumentArena
internal import SourceText

// The usual forms of scalars, read where they stand: no slice, no text, no counting of references.
extension Document {
  /// A decimal of up to 18 digits without a sign; nil for everything else, which may still be a number.
  @inline(__always)
  func shortDecimal(_ node: Node) -> Int64? {
    let start = Int(node.first & ~Node.inSource)
    let end = start + Int(node.count)
    guard node.count > 0, node.count <= 18 else { return nil }
    if node.first & Node.inSource != 0 {
      guard end <= source.bytes.count else { return nil }
      return Self.decimal(source.bytes, start, end)
    }
    guard end <= text.count else { return nil }
    return Self.decimal(text, start, end)
  }

  @inline(__always)
  private static func decimal(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int64? {
    var value: Int64 = 0
    var position = start
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
      position += 1
    }
    return value
  }

  /// Whether the text of a scalar is just these bytes.
  @inline(__always)
  func hasText(_ id: NodeID, _ wanted: [UInt8]) -> Bool {
    let node = node(id)
    guard node.kind != .list, node.kind != .map, Int(node.count) == wanted.count else {
      return false
    }
    let start = Int(node.first & ~Node.inSource)
    if node.first & Node.inSource != 0 { return Self.equal(source.bytes, start, wanted) }
    return Self.equal(text, start, wanted)
  }

  @inline(__always)
  private static func equal(_ bytes: [UInt8], _ start: Int, _ wanted: [UInt8]) -> Bool {
    guard start + wanted.count <= bytes.count else { return false }
    var index = 0
    while index < wanted.count {
      if bytes[start + index] != wanted[index] { return false }
      index += 1
    }
    return true
  }
}
