/// Addresses of files: `file:///plans/%E0%B9%81ผน.yaml` and paths.
enum FileAddress {
  /// The path of an address; nil for other schemes (`untitled:`).
  static func path(of uri: String) -> String? {
    let scheme = "file://"
    guard uri.utf8.count > scheme.utf8.count,
      uri.utf8.prefix(scheme.utf8.count).map({ $0 | 0x20 })
        .elementsEqual(scheme.utf8.map { $0 | 0x20 })
    else { return nil }
    var rest = Array(uri.utf8.dropFirst(scheme.utf8.count))[...]
    // A host may stand before the path; only this machine is meant.
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    rest = rest[slash...]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"): rest = []
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let high = hex(rest[rest.startIndex]),
          let low = hex(rest[rest.startIndex + 1])
        else {
          bytes.append(byte)
          continue
        }
        rest = rest.dropFirst(2)
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The address of a path.
  static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var uri = "file://"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%"
        uri.unicodeScalars.append(digits[Int(byte >> 4)])
        uri.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return uri
  }

  /// The folder of a file, without the slash at the end.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// The name of a file without its folders.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.index(after: slash)...])
  }
}
