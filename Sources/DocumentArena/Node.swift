// DocumentArena holds a document of any format as one flat array of nodes with their places, text in
// one buffer and keys interned. Readers fill it (module DocumentReading, later Excel and Word);
// expressions and rules read it. It knows no format and no rule. The layout is for speed: a class or
// an enum per node costs twice the time of reading.

/// The number of a node in its document; nodes stand in document order, parents before children.
@frozen
public struct NodeID: Hashable, Comparable, Sendable {
  /// The index into the document's nodes.
  public let rawValue: UInt32

  /// Makes an id of an index.
  @inlinable
  public init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Orders ids in document order.
  public static func < (a: NodeID, b: NodeID) -> Bool {
    a.rawValue < b.rawValue
  }
}

/// The number of a key in a key table; 0 means no key.
@frozen
public struct KeyID: Hashable, Sendable {
  /// The number, from 1; 0 is ``none``.
  public let rawValue: UInt32

  /// Makes an id of its number.
  @inlinable
  public init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The key of a node that stands in a list or at the root.
  @inlinable
  public static var none: KeyID { KeyID(0) }
}

/// What a node is, after the YAML 1.2 core schema (or JSON) has been applied to its text.
public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
  /// Null: `null`, `~` or nothing.
  case null
  /// `true` or `false`.
  case bool
  /// An integer, decimal, octal (`0o`) or hexadecimal (`0x`); its text is kept, its size unbounded.
  case int
  /// A number with point or exponent, `.inf` or `.nan`; its text is kept exactly.
  case double
  /// Any other text, and every quoted scalar.
  case string
  /// A sequence.
  case list
  /// A mapping.
  case map
}

/// How a scalar was written, which decides how places inside it map to the file.
public enum ScalarStyle: UInt8, Sendable, BitwiseCopyable {
  /// Not a scalar, or made by the program.
  case none
  /// Plain YAML text.
  case plain
  /// In single quotes.
  case singleQuoted
  /// In double quotes (YAML or JSON), with escapes.
  case doubleQuoted
  /// A literal block scalar (`|`).
  case literal
  /// A folded block scalar (`>`).
  case folded
}

/// One node: 32 bytes, no references.
///
/// Read it through ``Document``, which turns the raw fields into meaning.
@frozen
public struct Node: Sendable, BitwiseCopyable {
  /// What the node is.
  public var kind: NodeKind
  /// How a scalar was written.
  public var style: ScalarStyle
  /// Lines from the key to the value, saturating at 65,535.
  public var keyLineDistance: UInt16
  /// The interned key, 0 outside mappings.
  public var key: KeyID
  /// The line of the value, from 1; 0 for a node that stands in no file.
  public var line: UInt32
  /// The column of the value in Unicode scalars, from 1.
  public var column: UInt32
  /// The column of the key in Unicode scalars, from 1; 0 outside mappings.
  public var keyColumn: UInt32
  /// The index after the last node of this subtree, so the next sibling.
  public var end: UInt32
  /// The offset of a scalar's text: with the bit ``inSource`` in the bytes of the file, else in the
  /// document's text buffer; unused in containers.
  public var first: UInt32
  /// The length of a scalar's text in bytes, or the number of children of a container.
  public var count: UInt32

  /// The bit of ``first`` for a text that stands in the file as it is, and so is not copied.
  public static let inSource: UInt32 = 1 << 31

  /// Makes a node of its raw fields.
  @inlinable
  public init(
    kind: NodeKind,
    style: ScalarStyle,
    keyLineDistance: UInt16,
    key: KeyID,
    line: UInt32,
    column: UInt32,
    keyColumn: UInt32,
    end: UInt32,
    first: UInt32,
    count: UInt32
  ) {
    self.kind = kind
    self.style = style
    self.keyLineDistance = keyLineDistance
    self.key = key
    self.line = line
    self.column = column
    self.keyColumn = keyColumn
    self.end = end
    self.first = first
    self.count = count
  }
}
