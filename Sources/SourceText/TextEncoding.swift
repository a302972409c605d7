/// Files saved as UTF-16, as some spreadsheet and text programs do, are read as well.
extension SourceFile {
  /// The byte order mark of UTF-8.
  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the file starts with a byte order mark of UTF-16.
  public var isUTF16: Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// The bytes as UTF-8: the same array unless the file is UTF-16.
  ///
  /// Unpaired surrogates and a last odd byte become U+FFFD; ``validUTF8Bytes()`` tells of them.
  public var utf8Bytes: [UInt8] { isUTF16 ? decodedUTF16().bytes : bytes }

  /// The bytes as UTF-8, or the count of UTF-16 units before the first that is not valid.
  ///
  /// A file that is not UTF-16 is passed on unchecked.
  public func validUTF8Bytes() -> Result<[UInt8], InvalidUTF16> {
    guard isUTF16 else { return .success(bytes) }
    let decoded = decodedUTF16()
    if let offset = decoded.firstInvalid { return .failure(InvalidUTF16(utf8Offset: offset)) }
    return .success(decoded.bytes)
  }

  /// A UTF-16 file that is not valid.
  public struct InvalidUTF16: Error, Sendable {
    /// Where, as an offset in ``SourceFile/utf8Bytes``.
    public let utf8Offset: Int
  }

  private func decodedUTF16() -> (bytes: [UInt8], firstInvalid: Int?) {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count / 2 * 3)
    var firstInvalid: Int?
    var index = 2
    func unit(at index: Int) -> UInt32 {
      let low = UInt32(bytes[isLittle ? index : index + 1])
      let high = UInt32(bytes[isLittle ? index + 1 : index])
      return high << 8 | low
    }
    while index < bytes.count {
      var value: UInt32 = 0xD800
      if index + 1 < bytes.count {
        value = unit(at: index)
        index += 2
        if value & 0xFC00 == 0xD800, index + 1 < bytes.count, unit(at: index) & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + unit(at: index) & 0x3FF
          index += 2
        }
      } else {
        index += 1
      }
      let scalar = Unicode.Scalar(value)
      if scalar == nil, firstInvalid == nil { firstInvalid = decoded.count }
      decoded.append(contentsOf: Array(String(scalar ?? "\u{FFFD}").utf8))
    }
    return (decoded, firstInvalid)
  }
}
