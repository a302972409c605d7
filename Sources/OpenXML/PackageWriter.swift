import CZlib

/// Writes a ZIP container; the same parts give the same bytes on every machine and day.
///
/// Parts carry no time (the first day that ZIP knows stands there), no owner and no machine's name.
public struct PackageWriter: Sendable {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Starts an empty container.
  public init() {}

  /// Adds a part, deflated.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Self.deflate(content)
    add(
      name,
      packed: packed[...],
      method: 8,
      checksum: Checksum.of(content[...]),
      size: content.count
    )
  }

  /// Adds a part of text in UTF-8.
  public mutating func add(_ name: String, _ content: String) {
    add(name, Array(content.utf8))
  }

  /// Copies a part of another container as it is packed there, byte for byte.
  public mutating func copy(
    _ part: PackageArchive.Part,
    from archive: PackageArchive
  ) throws(PackageProblem) {
    guard part.flags & 1 == 0 else { throw .encrypted }
    add(
      part.name,
      packed: try archive.packed(part),
      method: part.method,
      checksum: part.checksum,
      size: part.size
    )
  }

  /// The finished container.
  public func finished() -> [UInt8] {
    var bytes = body
    bytes += directory
    LittleEndian.append(word: 0x0605_4B50, to: &bytes)
    LittleEndian.append(word: 0, to: &bytes)
    LittleEndian.append(short: count, to: &bytes)
    LittleEndian.append(short: count, to: &bytes)
    LittleEndian.append(word: directory.count, to: &bytes)
    LittleEndian.append(word: body.count, to: &bytes)
    LittleEndian.append(short: 0, to: &bytes)
    return bytes
  }

  private mutating func add(
    _ name: String,
    packed: ArraySlice<UInt8>,
    method: Int,
    checksum: UInt32,
    size: Int
  ) {
    let offset = body.count
    let facts = Facts(
      name: Array(name.utf8),
      method: method,
      checksum: checksum,
      packedSize: packed.count,
      size: size
    )
    LittleEndian.append(word: 0x0403_4B50, to: &body)
    LittleEndian.append(short: 20, to: &body)
    facts.append(to: &body)
    LittleEndian.append(short: 0, to: &body)
    body += facts.name
    body += packed
    LittleEndian.append(word: 0x0201_4B50, to: &directory)
    LittleEndian.append(short: 20, to: &directory)
    LittleEndian.append(short: 20, to: &directory)
    facts.append(to: &directory)
    // No extra field, comment, disk number or attributes.
    for _ in 0..<4 { LittleEndian.append(short: 0, to: &directory) }
    LittleEndian.append(word: 0, to: &directory)
    LittleEndian.append(word: offset, to: &directory)
    directory += facts.name
    count += 1
  }

  /// What local header and directory say alike, up to the length of the name.
  private struct Facts {
    let name: [UInt8]
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int

    func append(to bytes: inout [UInt8]) {
      // Names are UTF-8.
      LittleEndian.append(short: 0x0800, to: &bytes)
      LittleEndian.append(short: method, to: &bytes)
      // Midnight of 1 January 1980.
      LittleEndian.append(short: 0, to: &bytes)
      LittleEndian.append(short: 0x21, to: &bytes)
      LittleEndian.append(word: Int(checksum), to: &bytes)
      LittleEndian.append(word: packedSize, to: &bytes)
      LittleEndian.append(word: size, to: &bytes)
      LittleEndian.append(short: name.count, to: &bytes)
    }
  }

  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe krong_deflate_init(&stream, 6) == Z_OK else {
      preconditionFailure("zlib has no memory left for its tables")
    }
    defer { _ = unsafe deflateEnd(&stream) }
    let bound = Int(unsafe deflateBound(&stream, UInt(content.count)))
    return unsafe content.withUnsafeBufferPointer { input in
      unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, filled in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(truncatingIfNeeded: input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(truncatingIfNeeded: bound)
        let status = unsafe CZlib.deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "the bound of deflate is too small")
        filled = unsafe bound - Int(stream.avail_out)
      }
    }
  }
}
