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

/// The entries of a computed map.
public struct MapEntries: Sendable {
  /// The entries in the order of insertion.
  public private(set) var entries: [(key: Value, value: Value)]

  /// Makes a map of entries whose keys differ.
  public init(_ entries: [(key: Value, value: Value)] = []) {
    self.entries = entries
  }
}

/// The content of an optional.
public indirect enum OptionalValue: Sendable {
  /// `optional.none()`
  case none
  /// `optional.of(value)`
  case some(Value)
}
