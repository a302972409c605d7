/// The elements of a part down to some depth, with where they stand in its bytes.
///
/// For programs that change a place of a part and leave all other bytes as they are.
public struct XMLOutline: Sendable {
  /// One element.
  public struct Element: Sendable {
    /// The name without its prefix.
    public let name: String
    /// How deep it lies: 0 for the root.
    public let depth: Int
    /// The number of the element that it lies in; nil for the root.
    public let parent: Int?
    /// The bytes of its start tag; the whole of an element without an end tag.
    public let start: Range<Int>
    /// The bytes of its end tag; empty when it has none.
    public internal(set) var end: Range<Int>
    /// The attributes by their names without prefix.
    public let attributes: [(name: String, value: String)]
    /// The text inside it and the elements in it, for elements of the greatest depth.
    public internal(set) var text = ""

    /// All its bytes.
    public var range: Range<Int> { start.lowerBound..<end.upperBound }

    /// Whether it has no end tag.
    public var isClosedAtOnce: Bool { end.isEmpty }

    /// The value of an attribute.
    public func value(_ name: String) -> String? {
      attributes.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
  }

  /// The elements in the order in which they begin; the first is the root.
  public let elements: [Element]

  /// The namespace of the root.
  public let namespace: String

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - archive: The package.
  ///   - part: The name of the part.
  ///   - depth: How deep elements are listed: 1 for the children of the root.
  /// - Throws: What is wrong with the part.
  public init(
    _ archive: PackageArchive,
    _ part: String,
    depth: Int = 1
  ) throws(PackageProblem) {
    let sink = OutlineSink(depth: depth)
    try archive.parse(part, into: sink)
    elements = sink.elements
    namespace = sink.namespace
  }

  /// The numbers of the elements inside another one.
  public func children(of parent: Int) -> [Int] {
    elements.indices.filter { elements[$0].parent == parent }
  }

  /// The first child of the root of a name.
  public func child(_ name: String) -> Int? {
    elements.firstIndex { $0.depth == 1 && $0.name.utf8.elementsEqual(name.utf8) }
  }
}

private final class OutlineSink: XMLSink {
  var elements: [XMLOutline.Element] = []
  var namespace = ""
  private let deepest: Int
  private var open: [Int] = []
  private var depth = 0
  private var text: [UInt8] = []

  init(depth: Int) {
    deepest = depth
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    defer { depth += 1 }
    guard depth <= deepest else { return }
    if elements.isEmpty { namespace = name.namespace }
    let range = name.range
    elements.append(
      XMLOutline.Element(
        name: name.local,
        depth: depth,
        parent: open.last,
        start: range,
        end: range.upperBound..<range.upperBound,
        attributes: attributes.all
      )
    )
    open.append(elements.count - 1)
    text.removeAll()
  }

  func end(_ name: XMLName) {
    depth -= 1
    guard depth <= deepest, let number = open.popLast() else { return }
    let range = name.range
    // The end of an element without an end tag stands where its start tag ends.
    if !range.isEmpty { elements[number].end = range }
    if depth == deepest { elements[number].text = String(decoding: text, as: UTF8.self) }
  }

  func text(_ text: XMLText) {
    if depth > deepest { text.append(to: &self.text) }
  }
}
