import CZlib

/// A ZIP container (PKWARE APPNOTE 6.3), opened for reading.
///
/// Only what Office files use: stored and deflated parts, the central directory as the truth. What a
/// part says about its size is checked against what comes out.
public struct PackageArchive: Sendable {
  /// One part as the central directory lists it.
  public struct Part: Hashable, Sendable {
    /// The name with `/` between folders, such as `xl/workbook.xml`.
    public let name: String
    /// The size after inflating, in bytes, as stated.
    public let size: Int
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let headerOffset: Int
    let flags: Int
  }

  /// The parts in the order of the central directory.
  public let parts: [Part]

  let bytes: [UInt8]
  private let numbers: [[UInt8]: Int]
  let limits: PackageLimits

  /// Opens a container; its parts are inflated only when they are asked for.
  public init(
    _ bytes: [UInt8],
    limits: PackageLimits = .standard
  ) throws(PackageProblem) {
    guard bytes.count <= limits.fileBytes else { throw .tooLarge(part: nil) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrProtected }
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw .notPackage }
    self.bytes = bytes
    self.limits = limits
    parts = try CentralDirectory(bytes, limits).parts()
    var numbers: [[UInt8]: Int] = [:]
    for (number, part) in parts.enumerated() {
      // Two parts of one name: programs differ in which they take, and attacks live on that.
      guard numbers.updateValue(number, forKey: Array(part.name.utf8)) == nil else {
        throw .damaged(part: part.name)
      }
    }
    self.numbers = numbers
  }

  /// The part of a name; nil when there is none.
  public func part(_ name: String) -> Part? {
    numbers[Array(name.utf8)].map { parts[$0] }
  }

  /// The bytes of a part, inflated and checked; nil when there is no such part.
  public func read(_ name: String) throws(PackageProblem) -> [UInt8]? {
    guard let part = part(name) else { return nil }
    var whole: [UInt8] = []
    whole.reserveCapacity(min(part.size, 1 << 20))
    try unsafe inflate(part) { chunk throws(PackageProblem) in
      unsafe whole.append(contentsOf: chunk)
    }
    return whole
  }

  /// The packed bytes of a part as they stand in the file, for copying it unchanged.
  func packed(_ part: Part) throws(PackageProblem) -> ArraySlice<UInt8> {
    let numbers = LittleEndian(bytes: bytes)
    guard numbers.word(part.headerOffset) == 0x0403_4B50,
      let nameLength = numbers.short(part.headerOffset + 26),
      let extraLength = numbers.short(part.headerOffset + 28)
    else { throw .damaged(part: part.name) }
    let start = part.headerOffset + 30 + nameLength + extraLength
    guard start <= bytes.count, part.packedSize <= bytes.count - start else {
      throw .damaged(part: part.name)
    }
    return bytes[start..<(start + part.packedSize)]
  }

  /// Gives the bytes of a part piece by piece; what it states about itself is checked on the way.
  func inflate(
    _ part: Part,
    _ take: (UnsafeBufferPointer<UInt8>) throws(PackageProblem) -> Void
  ) throws(PackageProblem) {
    guard part.flags & 1 == 0 else { throw .encrypted }
    guard part.size <= limits.partBytes, isHonest(part) else { throw .tooLarge(part: part.name) }
    let packed = try packed(part)
    switch part.method {
    case 0: try unsafe copy(packed, of: part, take)
    case 8: try unsafe InflatingStream.run(packed, part: part, take)
    default: throw .unknownCompression(part: part.name)
    }
  }

  private func isHonest(_ part: Part) -> Bool {
    part.size <= limits.ratioFromBytes || part.size / limits.ratio <= part.packedSize
  }

  private func copy(
    _ packed: ArraySlice<UInt8>,
    of part: Part,
    _ take: (UnsafeBufferPointer<UInt8>) throws(PackageProblem) -> Void
  ) throws(PackageProblem) {
    guard packed.count == part.size, Checksum.of(packed) == part.checksum else {
      throw .damaged(part: part.name)
    }
    var problem: PackageProblem?
    unsafe packed.withUnsafeBufferPointer { buffer in
      do throws(PackageProblem) { try unsafe take(buffer) } catch { problem = error }
    }
    if let problem { throw problem }
  }
}

/// The list of parts at the end of a container.
private struct CentralDirectory {
  private let file: LittleEndian
  private let limits: PackageLimits

  init(_ bytes: [UInt8], _ limits: PackageLimits) {
    file = LittleEndian(bytes: bytes)
    self.limits = limits
  }

  func parts() throws(PackageProblem) -> [PackageArchive.Part] {
    guard let end = endRecord(), let count = file.short(end + 10),
      let start = file.word(end + 16)
    else { throw .damaged(part: nil) }
    guard count <= limits.parts else { throw .tooManyParts }
    var parts: [PackageArchive.Part] = []
    var offset = start
    var total = 0
    var packedTotal = 0
    for _ in 0..<count {
      guard let (part, next) = part(at: offset) else { throw .damaged(part: nil) }
      offset = next
      total += part.size
      packedTotal += part.packedSize
      // Parts that share their bytes would be counted once in the file and inflated many times.
      guard packedTotal <= file.bytes.count else { throw .damaged(part: part.name) }
      guard total <= limits.totalBytes else { throw .tooLarge(part: part.name) }
      if !part.name.hasSuffix("/") { parts.append(part) }
    }
    return parts
  }

  /// The record at the very end, behind which only a comment may follow.
  private func endRecord() -> Int? {
    let last = file.bytes.count - 22
    guard last >= 0 else { return nil }
    var offset = last
    while offset >= max(0, last - 0xFFFF) {
      if file.word(offset) == 0x0605_4B50, let comment = file.short(offset + 20),
        offset + 22 + comment == file.bytes.count
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  private func part(at offset: Int) -> (PackageArchive.Part, next: Int)? {
    guard file.word(offset) == 0x0201_4B50, let flags = file.short(offset + 8),
      let method = file.short(offset + 10), let checksum = file.word(offset + 16),
      let packed = file.word(offset + 20), let size = file.word(offset + 24),
      let nameLength = file.short(offset + 28), let extraLength = file.short(offset + 30),
      let commentLength = file.short(offset + 32), let header = file.word(offset + 42)
    else { return nil }
    let nameStart = offset + 46
    let next = nameStart + nameLength + extraLength + commentLength
    guard next <= file.bytes.count, header < file.bytes.count else { return nil }
    var sizes = (packed: packed, size: size)
    if packed == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      let extra = (nameStart + nameLength)..<(nameStart + nameLength + extraLength)
      guard let large = largeSizes(in: extra, packed: packed, size: size) else { return nil }
      sizes = large
    }
    // A size that is out of all bounds is cut to one that is surely refused, so that sums fit.
    let part = PackageArchive.Part(
      name: String(decoding: file.bytes[nameStart..<(nameStart + nameLength)], as: UTF8.self),
      size: min(sizes.size, 1 << 40),
      method: method,
      checksum: UInt32(truncatingIfNeeded: checksum),
      packedSize: min(sizes.packed, 1 << 40),
      headerOffset: header,
      flags: flags
    )
    return (part, next)
  }

  /// The sizes of the ZIP64 extra field: only those that did not fit, in a fixed order.
  private func largeSizes(
    in extra: Range<Int>,
    packed: Int,
    size: Int
  ) -> (packed: Int, size: Int)? {
    var offset = extra.lowerBound
    while offset + 4 <= extra.upperBound {
      guard let id = file.short(offset), let length = file.short(offset + 2) else { return nil }
      guard id != 1 else {
        var place = offset + 4
        var sizes = (packed: packed, size: size)
        if size == 0xFFFF_FFFF {
          guard let value = file.long(place) else { return nil }
          sizes.size = value
          place += 8
        }
        if packed == 0xFFFF_FFFF {
          guard let value = file.long(place) else { return nil }
          sizes.packed = value
        }
        return sizes
      }
      offset += 4 + length
    }
    return nil
  }
}

/// The CRC-32 that ZIP uses.
enum Checksum {
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { unsafe add($0, to: 0) }
  }

  static func add(_ bytes: UnsafeBufferPointer<UInt8>, to checksum: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: unsafe crc32(UInt(checksum), bytes.baseAddress, UInt32(bytes.count)))
  }
}

/// zlib's inflating, fed from memory, given out in pieces.
private enum InflatingStream {
  private static let pieceBytes = 1 << 16

  static func run(
    _ packed: ArraySlice<UInt8>,
    part: PackageArchive.Part,
    _ take: (UnsafeBufferPointer<UInt8>) throws(PackageProblem) -> Void
  ) throws(PackageProblem) {
    var stream = unsafe z_stream()
    guard unsafe krong_inflate_init(&stream) == Z_OK else { throw .damaged(part: part.name) }
    defer { _ = unsafe inflateEnd(&stream) }
    var piece = [UInt8](repeating: 0, count: pieceBytes)
    var problem: PackageProblem?
    var progress = Progress()
    unsafe packed.withUnsafeBufferPointer { input in
      // zlib does not write to its input; the pointer is only declared so.
      unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.avail_in = UInt32(truncatingIfNeeded: input.count)
      unsafe piece.withUnsafeMutableBufferPointer { output in
        do throws(PackageProblem) {
          while try unsafe step(&stream, output, part, &progress, take) {}
        } catch {
          problem = error
        }
      }
    }
    if let problem { throw problem }
    guard progress.size == part.size, progress.checksum == part.checksum else {
      throw .damaged(part: part.name)
    }
  }

  private struct Progress {
    var size = 0
    var checksum: UInt32 = 0
  }

  /// Inflates one piece; false at the end.
  private static func step(
    _ stream: inout z_stream,
    _ output: UnsafeMutableBufferPointer<UInt8>,
    _ part: PackageArchive.Part,
    _ progress: inout Progress,
    _ take: (UnsafeBufferPointer<UInt8>) throws(PackageProblem) -> Void
  ) throws(PackageProblem) -> Bool {
    unsafe stream.next_out = output.baseAddress
    unsafe stream.avail_out = UInt32(output.count)
    let status = unsafe inflate(&stream, Z_NO_FLUSH)
    let count = unsafe output.count - Int(stream.avail_out)
    guard status == Z_OK || status == Z_STREAM_END else { throw .damaged(part: part.name) }
    // Neither more came out nor is there an end: the data is cut off.
    guard count > 0 || status == Z_STREAM_END else { throw .damaged(part: part.name) }
    progress.size += count
    // More than stated: the rest could be without end.
    guard progress.size <= part.size else { throw .tooLarge(part: part.name) }
    let chunk = unsafe UnsafeBufferPointer(rebasing: output[..<count])
    progress.checksum = unsafe Checksum.add(chunk, to: progress.checksum)
    try unsafe take(chunk)
    return status != Z_STREAM_END
  }
}
