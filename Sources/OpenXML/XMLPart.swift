import CExpat

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What takes the contents of an XML part as they are read.
///
/// Names and texts are valid only during the call.
public protocol XMLSink: AnyObject {
  /// An element begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ name: XMLName)
  /// Text inside an element, possibly in several pieces.
  func text(_ text: XMLText)
  /// Whether enough was read; asked after each piece of the part.
  var isDone: Bool { get }
}

extension XMLSink {
  /// Reads to the end.
  public var isDone: Bool { false }
}

extension PackageArchive {
  /// Reads a part as XML, with namespaces, without document types and within limits.
  public func parse(_ name: String, into sink: any XMLSink) throws(PackageProblem) {
    guard let part = part(name) else { throw .missingPart(name) }
    let session = try ParserSession(part: name, sink: sink, limits: limits)
    try unsafe inflate(part) { chunk throws(PackageProblem) in try unsafe session.feed(chunk) }
    try session.finish()
  }
}

/// A name with its namespace, as expat gives it: `namespace local`.
@safe
public struct XMLName {
  private let text: UnsafePointer<CChar>
  /// Where the local name begins; it is asked for several times for each element of a sheet.
  private let start: Int
  private let end: Int
  private let parser: XML_Parser?

  init(_ text: UnsafePointer<CChar>, _ parser: XML_Parser? = nil) {
    unsafe self.text = text
    unsafe self.parser = parser
    // A namespace is long and a local name short: the end is found by the system, the start from there.
    end = unsafe strlen(text)
    var start = end
    while start > 0, unsafe text[start - 1] != ParserSession.separator { start -= 1 }
    self.start = start
  }

  /// The bytes of the tag in its part; of the end of an element without an end tag an empty range.
  public var range: Range<Int> {
    guard let parser = unsafe parser else { return 0..<0 }
    let start = max(0, Int(unsafe XML_GetCurrentByteIndex(parser)))
    return start..<(start + max(0, Int(unsafe XML_GetCurrentByteCount(parser))))
  }

  /// The namespace; "" without one.
  public var namespace: String {
    let whole = unsafe String(cString: text)
    let parts = whole.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? String(parts[0]) : ""
  }

  /// Whether the local name is this one, in whichever namespace.
  public func isNamed(_ local: StaticString) -> Bool {
    guard end - start == local.utf8CodeUnitCount else { return false }
    for index in 0..<(end - start)
    where unsafe UInt8(bitPattern: text[start + index]) != local.utf8Start[index] { return false }
    return true
  }

  /// Whether the namespace, as text, contains a word such as `wordprocessingml`.
  ///
  /// Transitional and strict files have different namespaces for the same elements (ISO/IEC 29500-1 and
  /// -4); the word is what they share.
  public func isIn(_ word: StaticString) -> Bool {
    var length = 0
    while unsafe text[length] != 0, unsafe text[length] != ParserSession.separator { length += 1 }
    let count = word.utf8CodeUnitCount
    guard unsafe text[length] != 0, count <= length else { return false }
    var start = 0
    while start + count <= length {
      var same = 0
      while same < count,
        unsafe UInt8(bitPattern: text[start + same]) == word.utf8Start[same]
      { same += 1 }
      if same == count { return true }
      start += 1
    }
    return false
  }

  /// The local name.
  public var local: String {
    let whole = unsafe String(cString: text)
    return whole.split(separator: "\n").last.map(String.init) ?? whole
  }
}

/// A piece of text.
@safe
public struct XMLText {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
  }

  /// How many bytes it has.
  public var count: Int { unsafe bytes.count }

  /// Appends it to bytes.
  public func append(to text: inout [UInt8]) {
    unsafe text.append(contentsOf: bytes)
  }
}

/// The attributes of an element.
@safe
public struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    unsafe self.pairs = pairs
  }

  /// The value of an attribute by its local name, in whichever namespace; nil when it is not given.
  public subscript(_ local: StaticString) -> String? {
    unsafe find(local).map { unsafe String(cString: $0) }
  }

  /// The value as bytes, without a `String` being made.
  public func bytes(_ local: StaticString) -> [UInt8]? {
    guard let value = unsafe find(local) else { return nil }
    return unsafe Array(
      UnsafeRawBufferPointer(start: value, count: strlen(value))
    )
  }

  /// All attributes by their local names, in the order of the file.
  public var all: [(name: String, value: String)] {
    guard let pairs = unsafe pairs else { return [] }
    var result: [(name: String, value: String)] = []
    var index = 0
    while let name = unsafe pairs[index], let value = unsafe pairs[index + 1] {
      result.append(unsafe (XMLName(name).local, String(cString: value)))
      index += 2
    }
    return result
  }

  /// Reads the value of an attribute from its bytes, which are valid only during the call; nil when it is
  /// not given.
  @inlinable
  public func read<Value>(
    _ local: StaticString,
    _ body: (UnsafeBufferPointer<UInt8>) -> Value?
  ) -> Value? {
    // Inlined, since in another module a generic function would look up its types for each cell.
    guard let value = unsafe buffer(local) else { return nil }
    return unsafe body(value)
  }

  @usableFromInline
  func buffer(_ local: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let value = unsafe find(local) else { return nil }
    let bytes = unsafe UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
    return unsafe UnsafeBufferPointer(start: bytes, count: strlen(value))
  }

  /// The value of an attribute as a whole number; nil for anything but one to nine digits.
  public func number(_ local: StaticString) -> Int? {
    unsafe read(local) { bytes in
      guard !bytes.isEmpty, bytes.count < 10 else { return nil }
      let isPlain = unsafe bytes.allSatisfy { 0x30...0x39 ~= $0 }
      return isPlain ? unsafe bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
  }

  private func find(_ local: StaticString) -> UnsafePointer<XML_Char>? {
    guard let pairs = unsafe pairs else { return nil }
    var index = 0
    while let name = unsafe pairs[index], let value = unsafe pairs[index + 1] {
      if unsafe XMLName(name).isNamed(local) { return unsafe value }
      index += 2
    }
    return nil
  }
}
