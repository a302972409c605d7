import DocumentArena
import SourceText

/// Where a document is kept among others, as bytes that need no parsing.
struct KeptPlace: Equatable, Sendable {
  let offset: Int
  let length: Int
  let checksum: UInt64

  /// Appends a document to others.
  init(_ document: Document, appendingTo kept: inout [UInt8]) {
    offset = kept.count
    KeptDocument.append(document, to: &kept)
    length = kept.count - offset
    checksum = Checksum.of(kept[offset...])
  }

  init(_ reader: inout PackedReader) {
    offset = reader.number()
    length = reader.number()
    checksum = reader.number()
  }

  func write(to writer: inout PackedWriter) {
    writer.number(offset)
    writer.number(length)
    writer.number(checksum)
  }
}

/// Documents as bytes: how much of each, then nodes, keys and texts as they stand in memory.
enum KeptDocument {
  private static let nodeSize = MemoryLayout<Node>.stride
  private static let endSize = MemoryLayout<UInt32>.stride

  static func append(_ document: Document, to bytes: inout [UInt8]) {
    var head = PackedWriter()
    let keys = document.keys.packed
    let source = usedSource(of: document)
    head.number(document.nodes.count)
    head.number(keys.ends.count)
    head.number(keys.text.count)
    head.number(document.text.count)
    head.number(source)
    bytes += head.bytes
    unsafe document.nodes.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    unsafe keys.ends.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    bytes += keys.text
    bytes += document.text
    bytes += document.source.bytes[..<source]
  }

  /// How much of the file its nodes need: what stands behind, as the examples of rules, is left out.
  private static func usedSource(of document: Document) -> Int {
    var end = 0
    for node in document.nodes where node.kind != .list && node.kind != .map {
      guard node.first & Node.inSource != 0 else { continue }
      end = max(end, Int(node.first & ~Node.inSource) + Int(node.count))
    }
    return min(end, document.source.bytes.count)
  }

  /// The document of some bytes; nil when they are none.
  static func read(_ bytes: [UInt8], name: String) -> Document? {
    var reader = PackedReader(bytes)
    let nodeCount: Int = reader.number()
    let keyCount: Int = reader.number()
    let keyTextCount: Int = reader.number()
    let textCount: Int = reader.number()
    let sourceCount: Int = reader.number()
    let start = reader.position
    let counts = [nodeCount, keyCount, keyTextCount, textCount, sourceCount]
    guard !reader.isBroken, counts.allSatisfy({ 0...bytes.count ~= $0 }), nodeCount > 0 else {
      return nil
    }
    let endsStart = start + nodeCount * nodeSize
    let keysStart = endsStart + keyCount * endSize
    let textStart = keysStart + keyTextCount
    let sourceStart = textStart + textCount
    guard sourceStart + sourceCount == bytes.count,
      areNodes(bytes, from: start, count: nodeCount),
      let keys = KeyTable(
        text: Array(bytes[keysStart..<textStart]),
        ends: copy(bytes, from: endsStart, count: keyCount)
      )
    else { return nil }
    return Document(
      source: SourceFile(name: name, bytes: Array(bytes[sourceStart...])),
      nodes: copy(bytes, from: start, count: nodeCount),
      text: Array(bytes[textStart..<sourceStart]),
      keys: keys
    )
  }

  /// Values that stand in the bytes as in memory; they must be there.
  private static func copy<Value: BitwiseCopyable>(
    _ bytes: [UInt8],
    from start: Int,
    count: Int
  ) -> [Value] {
    unsafe [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe bytes.withUnsafeBytes { all in
        let end = start + count * MemoryLayout<Value>.stride
        unsafe UnsafeMutableRawBufferPointer(buffer)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: all[start..<end]))
      }
      filled = count
    }
  }

  /// Whether the first two bytes of every node are a kind and a style.
  private static func areNodes(_ bytes: [UInt8], from start: Int, count: Int) -> Bool {
    for index in 0..<count {
      let place = start + index * nodeSize
      guard NodeKind(rawValue: bytes[place]) != nil,
        ScalarStyle(rawValue: bytes[place + 1]) != nil
      else { return false }
    }
    return true
  }
}

/// A checksum against damage; it keeps no secret.
enum Checksum {
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { all in
      var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(all.count)
      var position = 0
      while position + 8 <= all.count {
        let word = unsafe all.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let (high, low) = (sum ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        sum = (high ^ low) &+ 0xE703_7ED1_A0B4_28DB
        position += 8
      }
      while position < all.count {
        sum = unsafe (sum ^ UInt64(all[position])) &* 0x0000_0100_0000_01B3
        position += 1
      }
      return sum
    }
  }
}
