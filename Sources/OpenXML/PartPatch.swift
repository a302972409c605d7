/// Changes a part of XML at some places; every other byte stays as it is.
public struct PartPatch: Sendable {
  /// Where the elements stand.
  public let outline: XMLOutline

  private let bytes: [UInt8]
  private var edits: [(range: Range<Int>, text: [UInt8])] = []

  /// Opens a part for changing.
  ///
  /// - Parameters:
  ///   - archive: The package.
  ///   - part: The name of the part.
  ///   - depth: How deep elements are listed in ``outline``.
  /// - Throws: Also when the part is not written in UTF-8.
  public init(
    _ archive: PackageArchive,
    _ part: String,
    depth: Int = 1
  ) throws(PackageProblem) {
    guard let bytes = try archive.read(part) else { throw .missingPart(part) }
    guard Self.isUTF8(bytes) else { throw .otherEncoding(part: part) }
    self.bytes = bytes
    outline = try XMLOutline(archive, part, depth: depth)
  }

  /// Whether nothing was changed so far.
  public var isUnchanged: Bool { edits.isEmpty }

  /// The part with its changes.
  public var finished: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.count })
    var offset = 0
    // Changes at one place keep the order in which they were asked for.
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in sorted {
      result += bytes[offset..<max(offset, edit.range.lowerBound)]
      result += edit.text
      offset = max(offset, edit.range.upperBound)
    }
    return result + bytes[offset...]
  }

  /// The bytes of an element as they stand in the part.
  public func source(of element: Int) -> ArraySlice<UInt8> {
    bytes[outline.elements[element].range]
  }

  /// Puts bytes before an offset.
  public mutating func insert(_ text: String, at offset: Int) {
    edits.append((offset..<offset, Array(text.utf8)))
  }

  /// Puts something in the place of some bytes.
  public mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, Array(text.utf8)))
  }

  /// Takes an element out.
  public mutating func remove(_ element: Int) {
    edits.append((outline.elements[element].range, []))
  }

  /// Puts elements at the end of another one.
  ///
  /// - Parameters:
  ///   - markup: Elements without prefix, of the root's namespace.
  ///   - parent: The number of the element that they are put into.
  public mutating func append(_ markup: [String], into parent: Int) {
    let element = outline.elements[parent]
    let text = markup.map(qualified).joined()
    guard element.isClosedAtOnce else { return insert(text, at: element.end.lowerBound) }
    open(element.start, around: text)
  }

  /// Puts something into an element without an end tag, given the bytes of its tag.
  public mutating func open(_ tag: Range<Int>, around text: String) {
    let name = bytes[tag].dropFirst().prefix { !Self.isNameEnd($0) }
    var edge = tag.upperBound - 1
    while edge > tag.lowerBound, bytes[edge] != UInt8(ascii: "/") { edge -= 1 }
    let close = "</" + String(decoding: name, as: UTF8.self) + ">"
    edits.append((edge..<tag.upperBound, Array((">" + text + close).utf8)))
  }

  /// Puts an element among the children of the root where the schema wants it.
  ///
  /// - Parameters:
  ///   - markup: An element without prefix, of the root's namespace.
  ///   - followers: The names of the elements that may only come behind it.
  public mutating func insert(_ markup: String, before followers: [String]) {
    let names = Set(followers)
    let next = outline.elements.first { $0.depth == 1 && names.contains($0.name) }
    guard let next else { return append([markup], into: 0) }
    insert(qualified(markup), at: next.start.lowerBound)
  }

  /// Adds to the attribute `count` of an element, if it has one.
  public mutating func raiseCount(of element: Int, by number: Int) {
    let tag = outline.elements[element].start
    guard let written = outline.elements[element].value("count"), let count = Int(written) else {
      return
    }
    let wanted = Array("count=".utf8)
    var offset = tag.lowerBound
    while offset + wanted.count < tag.upperBound {
      if bytes[offset..<offset + wanted.count].elementsEqual(wanted), offset > tag.lowerBound,
        Self.isNameEnd(bytes[offset - 1])
      {
        let start = offset + wanted.count + 1
        let end = start + written.utf8.count
        return edits.append((start..<end, Array(String(count + number).utf8)))
      }
      offset += 1
    }
  }

  /// An element of the root's namespace, for roots that give that namespace a prefix.
  private func qualified(_ markup: String) -> String {
    let name = bytes[outline.elements[0].start].dropFirst().prefix { !Self.isNameEnd($0) }
    guard name.contains(UInt8(ascii: ":")) else { return markup }
    let text = Array(markup.utf8)
    let end = text.dropFirst().firstIndex { Self.isNameEnd($0) } ?? text.endIndex
    let declaration = " xmlns=\"\(outline.namespace)\""
    return String(decoding: text[..<end], as: UTF8.self) + declaration
      + String(decoding: text[end...], as: UTF8.self)
  }

  private static func isNameEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// Whether a part is UTF-8: it says so, or says nothing.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return false }
    guard !bytes.prefix(4).contains(0) else { return false }
    let head = bytes.prefix(200).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    let text = String(decoding: head, as: UTF8.self)
    guard let end = text.range(of: "?>"), let mark = text.range(of: "encoding="),
      mark.upperBound < end.lowerBound
    else { return true }
    let name = text[mark.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    return name == "utf-8" || name == "us-ascii"
  }
}

extension String {
  /// The first place of a text, without Foundation.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
