/// A list: made by the expression, or a list node read on demand.
public enum ListValue: Sendable {
  /// Elements that were computed.
  case elements([Value])
  /// A list node; elements have the given type.
  case node(NodeReference, element: CELType)
}

/// A map: made by the expression, or a mapping node read on demand.
public enum MapValue: Sendable {
  /// Entries in the order of insertion, with an index by key.
  case entries(MapEntries)
  /// A mapping node with free keys; values have the given type.
  case node(NodeReference, value: CELType)
}

/// The entries of a computed map, in the order of insertion, with an index by key.
///
/// Keys are bool, int, uint and string; 1, 1u and 1.0 name the same key. Up to eight entries are
/// searched one by one, more through a hash index, so look-up costs a constant.
public struct MapEntries: Sendable {
  /// The entries in the order of insertion.
  public private(set) var entries: [(key: Value, value: Value)]

  /// The index by key; empty in small maps.
  private var index: [MapKey: Int] = [:]

  private static let indexedFrom = 9

  /// Makes a map of entries; of entries with the same key the first stays, and entries whose keys
  /// cannot be keys are left out.
  ///
  /// Expressions go through ``insert(_:_:)``, which reports both.
  public init(_ entries: [(key: Value, value: Value)] = []) {
    self.entries = []
    self.entries.reserveCapacity(entries.count)
    for entry in entries { _ = insert(entry.key, entry.value) }
  }

  /// The number of entries.
  public var count: Int { entries.count }

  /// What became of an insertion.
  public enum Insertion: Sendable {
    /// The entry is in.
    case done
    /// The key is there already; nothing changed.
    case repeatedKey
    /// The value cannot be a key; nothing changed.
    case unsupportedKey
  }

  /// Adds an entry.
  public mutating func insert(_ key: Value, _ value: Value) -> Insertion {
    guard let mapKey = MapKey(inserting: key) else { return .unsupportedKey }
    if position(of: mapKey) != nil { return .repeatedKey }
    entries.append((key, value))
    if entries.count == Self.indexedFrom {
      for (position, entry) in entries.enumerated() {
        if let known = MapKey(inserting: entry.key) { index[known] = position }
      }
    } else if entries.count > Self.indexedFrom {
      index[mapKey] = entries.count - 1
    }
    return .done
  }

  /// The value under a key, or nil; a value that can be no key is under none.
  public subscript(key: Value) -> Value? {
    guard let mapKey = MapKey(lookingUp: key), let position = position(of: mapKey) else {
      return nil
    }
    return entries[position].value
  }

  private func position(of key: MapKey) -> Int? {
    if entries.count >= Self.indexedFrom { return index[key] }
    return entries.firstIndex { MapKey(inserting: $0.key) == key }
  }
}

/// A map key; numbers are equal by value whatever their type.
enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case string(Text)

  /// The key of a value that is put into a map: no doubles.
  init?(inserting value: Value) {
    if case .double = value.payload { return nil }
    self.init(lookingUp: value)
  }

  /// The key of a value that is looked up: doubles that are whole numbers too.
  init?(lookingUp value: Value) {
    switch value.payload {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = Self.number(number)
    case .string(let text): self = .string(Text(text))
    case .double(let number):
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self = .uint(whole)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// Small unsigned numbers take the form of signed ones, so that equal numbers are equal keys.
  private static func number(_ number: UInt64) -> MapKey {
    Int64(exactly: number).map(MapKey.int) ?? .uint(number)
  }
}

/// The content of an optional.
public indirect enum OptionalValue: Sendable {
  /// `optional.none()`
  case none
  /// `optional.of(value)`
  case some(Value)
}
