/// Offsets of time zones: fixed ones, and those of the system's time-zone files.
///
/// The files are /usr/share/zoneinfo (TZif, RFC 8536); a name is letters, digits and `_+-/` only, so
/// it cannot leave the folder. A machine without them knows UTC and fixed offsets.
enum TimeZoneOffset {
  /// Seconds east of UTC at a point in time, nil when the zone is not known.
  static func seconds(of zone: String, at time: Int64) -> Int64? {
    if zone.isEmpty || zone == "UTC" { return 0 }
    if let fixed = fixed(zone) { return fixed }
    guard isName(zone), let bytes = SystemFile.bytes(of: "/usr/share/zoneinfo/" + zone) else {
      return nil
    }
    return TimeZoneFile(bytes)?.offset(at: time)
  }

  /// `+07:00`, `-02:30`, `02:00`.
  private static func fixed(_ zone: String) -> Int64? {
    var scanner = DigitScanner(zone)
    let isNegative = scanner.skip("-")
    if !isNegative { _ = scanner.skip("+") }
    guard let hours = scanner.number(2), scanner.skip(":"), let minutes = scanner.number(2),
      scanner.isAtEnd, hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return isNegative ? -seconds : seconds
  }

  private static func isName(_ zone: String) -> Bool {
    let bytes = Array(zone.utf8)
    guard bytes.count <= 64, bytes.first != UInt8(ascii: "/") else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
  }
}

/// A TZif file: the times at which the offset changes.
struct TimeZoneFile {
  private var transitions: [Int64] = []
  private var types: [UInt8] = []
  private var offsets: [Int32] = []
  private var footer = ""

  /// Reads the file; nil when it is damaged.
  init?(_ bytes: [UInt8]) {
    guard let header = Header(bytes[...]) else { return nil }
    guard header.version >= 2 else {
      guard read(bytes[...].dropFirst(Header.size), header, timeSize: 4) != nil else { return nil }
      return
    }
    let second = bytes.dropFirst(Header.size + header.length(timeSize: 4))
    guard let header = Header(second),
      let rest = read(second.dropFirst(Header.size), header, timeSize: 8)
    else { return nil }
    footer = String(decoding: rest.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Seconds east of UTC.
  func offset(at time: Int64) -> Int64 {
    guard let last = transitions.last else {
      return PosixZone(footer)?.offset(at: time) ?? Int64(offsets.first ?? 0)
    }
    if time >= last, let rule = PosixZone(footer) { return rule.offset(at: time) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= time { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return Int64(offsets.first ?? 0) }
    let type = Int(types[low - 1])
    return type < offsets.count ? Int64(offsets[type]) : 0
  }

  private struct Header {
    static let size = 44
    let version: UInt8
    let utcCount: Int
    let standardCount: Int
    let leapCount: Int
    let timeCount: Int
    let typeCount: Int
    let nameLength: Int

    init?(_ bytes: ArraySlice<UInt8>) {
      guard bytes.count >= Self.size, bytes.prefix(4).elementsEqual("TZif".utf8) else { return nil }
      let start = bytes.startIndex
      let mark = bytes[start + 4]
      version = mark == 0 ? 1 : mark &- UInt8(ascii: "0")
      let counts = (0..<6).map { Int(bigEndian(bytes, start + 20 + $0 * 4, 4)) }
      guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      utcCount = counts[0]
      standardCount = counts[1]
      leapCount = counts[2]
      timeCount = counts[3]
      typeCount = counts[4]
      nameLength = counts[5]
    }

    func length(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + nameLength + leapCount * (timeSize + 4)
        + standardCount + utcCount
    }
  }

  private mutating func read(
    _ bytes: ArraySlice<UInt8>,
    _ header: Header,
    timeSize: Int
  ) -> ArraySlice<UInt8>? {
    guard bytes.count >= header.length(timeSize: timeSize) else { return nil }
    var position = bytes.startIndex
    for _ in 0..<header.timeCount {
      transitions.append(bigEndian(bytes, position, timeSize))
      position += timeSize
    }
    types = Array(bytes[position..<position + header.timeCount])
    position += header.timeCount
    for _ in 0..<header.typeCount {
      offsets.append(Int32(truncatingIfNeeded: bigEndian(bytes, position, 4)))
      position += 6
    }
    return bytes.dropFirst(header.length(timeSize: timeSize))
  }
}

/// A signed big-endian number; the caller has checked the range.
private func bigEndian(_ bytes: ArraySlice<UInt8>, _ start: Int, _ size: Int) -> Int64 {
  var value: UInt64 = 0
  for byte in bytes[start..<start + size] { value = value << 8 | UInt64(byte) }
  return size == 4
    ? Int64(Int32(truncatingIfNeeded: value)) : Int64(truncatingIfNeeded: value)
}
