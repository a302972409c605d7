/// An IP address or a block of addresses (CIDR), as the network library computes with.
public struct NetworkValue: Hashable, Sendable {
  /// The address: 4 bytes of IPv4 or 16 of IPv6.
  public let bytes: [UInt8]

  /// The length of the prefix, nil for a single address.
  public let prefixLength: Int?

  init(bytes: [UInt8], prefixLength: Int? = nil) {
    self.bytes = bytes
    self.prefixLength = prefixLength
  }

  /// The name of the CEL type.
  var typeName: String { prefixLength == nil ? "net.IP" : "net.CIDR" }

  /// 4 or 6.
  var family: Int64 { bytes.count == 4 ? 4 : 6 }

  /// The address alone.
  var address: NetworkValue { NetworkValue(bytes: bytes) }

  /// The block with the bits beyond the prefix cleared.
  var masked: NetworkValue {
    let length = prefixLength ?? bytes.count * 8
    var kept = bytes
    for index in kept.indices {
      let bits = min(8, max(0, length - index * 8))
      kept[index] &= UInt8(truncatingIfNeeded: 0xFF00 >> bits)
    }
    return NetworkValue(bytes: kept, prefixLength: prefixLength)
  }

  /// Whether an address, or a whole block, lies in this block.
  func contains(_ other: NetworkValue) -> Bool {
    guard let length = prefixLength, bytes.count == other.bytes.count,
      other.prefixLength ?? bytes.count * 8 >= length
    else { return false }
    return NetworkValue(bytes: other.bytes, prefixLength: length).masked == masked
  }
}

// MARK: - Kinds of addresses

extension NetworkValue {
  var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  var isMulticast: Bool { bytes.count == 4 ? bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF }

  var isLinkLocalMulticast: Bool {
    bytes.count == 4
      ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0
      : bytes[0] == 0xFF && bytes[1] & 0x0F == 0x02
  }

  var isLinkLocalUnicast: Bool {
    bytes.count == 4
      ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
  }

  var isGlobalUnicast: Bool {
    let isBroadcast = bytes.count == 4 && bytes.allSatisfy { $0 == 255 }
    return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
  }
}

// MARK: - Text

extension NetworkValue: CustomStringConvertible {
  /// The canonical text: dotted for IPv4, RFC 5952 for IPv6, with `/` and the prefix for a block.
  public var description: String {
    let address = bytes.count == 4 ? bytes.map(String.init).joined(separator: ".") : sixText
    return prefixLength.map { "\(address)/\($0)" } ?? address
  }

  private var sixText: String {
    let groups = stride(from: 0, to: 16, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    var longest = 0..<0
    var start = 0
    while start < groups.count {
      var end = start
      while end < groups.count, groups[end] == 0 { end += 1 }
      if end - start > max(1, longest.count) { longest = start..<end }
      start = max(end, start + 1)
    }
    func text(_ groups: ArraySlice<UInt16>) -> String {
      groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if longest.isEmpty { return text(groups[...]) }
    return text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
  }

  /// Reads an address: no zone, and no IPv4 address as IPv6 written with points; nil when it is none.
  init?(address text: String) {
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: ":")) {
      guard let plain = Self.withoutPoints(text), let six = Self.six(plain) else { return nil }
      // ::ffff:c0a8:1 is the IPv4 address 192.168.0.1; ::ffff:192.168.0.1 is refused, as in cel-go.
      let isMapped = six.prefix(10).allSatisfy { $0 == 0 } && six[10] == 0xFF && six[11] == 0xFF
      if isMapped, bytes.contains(UInt8(ascii: ".")) { return nil }
      self.init(bytes: isMapped ? Array(six[12...]) : six)
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> UInt8? in
      guard part.utf8.count <= 3, part == "0" || part.utf8.first != UInt8(ascii: "0") else {
        return nil
      }
      return IntegerText.uint64(Array(part.utf8)[...]).flatMap {
        part.utf8.first == UInt8(ascii: "+") ? nil : UInt8(exactly: $0)
      }
    }
    guard parts.count == 4, numbers.count == 4 else { return nil }
    self.init(bytes: numbers)
  }

  /// Reads `address/length`; nil when it is no block.
  init?(block text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = NetworkValue(address: String(parts[0])),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), parts[1].utf8.count <= 3,
      let length = Int(parts[1]), length <= address.bytes.count * 8,
      parts[1].utf8.count == 1 || parts[1].utf8.first != UInt8(ascii: "0")
    else { return nil }
    self.init(bytes: address.bytes, prefixLength: length)
  }

  /// The last four bytes of IPv6 as two groups, where they are written with points (RFC 4291, 2.2).
  private static func withoutPoints(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let start = text.utf8.index(after: colon)
    guard let four = NetworkValue(address: String(text[start...]))?.bytes, four.count == 4 else {
      return nil
    }
    let groups = [(four[0], four[1]), (four[2], four[3])].map { high, low in
      String(UInt16(high) << 8 | UInt16(low), radix: 16)
    }
    return text[..<start] + groups.joined(separator: ":")
  }

  private static func six(_ text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    let colon = UInt8(ascii: ":")
    var gap: Int?
    for index in bytes.indices.dropLast() where bytes[index] == colon && bytes[index + 1] == colon {
      if gap != nil { return nil }
      gap = index
    }
    guard let gap else { return groups(bytes[...]).flatMap { $0.count == 16 ? $0 : nil } }
    guard let head = groups(bytes[..<gap]), let tail = groups(bytes[(gap + 2)...]),
      head.count + tail.count <= 14
    else { return nil }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  private static func groups(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    if bytes.isEmpty { return [] }
    var result: [UInt8] = []
    for part in bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
      guard (1...4).contains(part.count),
        let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
        part.first != UInt8(ascii: "+"), part.first != UInt8(ascii: "-")
      else { return nil }
      result += [UInt8(group >> 8), UInt8(group & 0xFF)]
    }
    return result
  }
}
