/// The largest that a value can be, in the units of costs.
///
/// The weight of a value is its elements at every depth, and its text and bytes in tens; a record
/// weighs nothing, because it stays where it stands and is read field by field. All arithmetic
/// saturates: what cannot be told is `UInt64.max`.
public struct SizeBound: Hashable, Sendable {
  /// The elements at every depth, and the text in tens of bytes.
  public let weight: UInt64

  /// The elements that a fold over it visits; 0 for what is no container.
  public let count: UInt64

  /// The bytes, when it is a text.
  public let bytes: UInt64

  /// Whether it is a list of a document as it stands there: no element twice.
  let isStored: Bool

  /// The bound of an element, or of a key and a value; empty where it is not known.
  private let parts: [SizeBound]

  private init(
    weight: UInt64,
    count: UInt64,
    bytes: UInt64,
    parts: [SizeBound] = [],
    isStored: Bool = false
  ) {
    self.weight = weight
    self.count = count
    self.bytes = bytes
    self.parts = parts
    self.isStored = isStored
  }

  /// The same bound of a list that stands in a document.
  public var stored: SizeBound {
    SizeBound(weight: weight, count: count, bytes: bytes, parts: parts, isStored: true)
  }

  /// A number, a truth value, a time, a record: nothing that grows.
  public static let small = SizeBound(weight: 0, count: 0, bytes: 0)

  /// What nothing is known about.
  public static let unlimited = SizeBound.any(.max)

  /// Any value of at most this weight.
  public static func any(_ weight: UInt64) -> SizeBound {
    SizeBound(weight: weight, count: weight, bytes: weight.times(10).plus(9))
  }

  /// A text or bytes.
  public static func bytes(_ count: UInt64) -> SizeBound {
    SizeBound(weight: count / 10, count: 0, bytes: count)
  }

  /// A text of so many code points, each of at most four bytes.
  public static func text(scalars: Int) -> SizeBound {
    .bytes(UInt64(clamping: scalars).times(4))
  }

  /// A list of at most so many elements; `weight` where less is known than their product.
  public static func list(
    _ count: UInt64,
    of element: SizeBound,
    weight: UInt64 = .max
  ) -> SizeBound {
    let whole = min(weight, count.plus(count.times(element.weight)))
    return SizeBound(weight: whole, count: count, bytes: 0, parts: [element])
  }

  /// A map of at most so many entries.
  public static func map(_ count: UInt64, key: SizeBound, value: SizeBound) -> SizeBound {
    let whole = count.plus(count.times(key.weight.plus(value.weight)))
    return SizeBound(weight: whole, count: count, bytes: 0, parts: [key, value])
  }

  /// The bound of an element of a list, or of a value of a map.
  public var element: SizeBound { parts.last ?? .any(weight) }

  /// The bound of a key of a map.
  public var key: SizeBound { parts.count == 2 ? parts[0] : .any(weight) }

  /// The bound as costs see it; of what may be a list or a text, the greater of both.
  var costed: CostedSize {
    CostedSize(weight: weight, count: parts.isEmpty ? max(count, weight) : count)
  }

  /// The bound of either of two values.
  public func joined(_ other: SizeBound) -> SizeBound {
    var joined: [SizeBound] = []
    if parts.count == other.parts.count {
      joined = zip(parts, other.parts).map { $0.joined($1) }
    } else if count == 0 || other.count == 0 {
      // A text or number beside a list: only the list has elements.
      joined = parts.isEmpty ? other.parts : parts
    }
    return SizeBound(
      weight: max(weight, other.weight),
      count: max(count, other.count),
      bytes: max(bytes, other.bytes),
      parts: joined
    )
  }
}

// Adding and multiplying steps.
extension UInt64 {
  /// The sum, at most the greatest number.
  package func plus(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// The product, at most the greatest number.
  package func times(_ other: UInt64) -> UInt64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
