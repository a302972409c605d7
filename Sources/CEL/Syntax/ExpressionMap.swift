/// Values by the node of an expression to which they belong.
///
/// The nodes of a tree are numbered one after the other, so the values stand in an array: nothing is
/// hashed, and the first table of a process needs no search for what its keys can do.
public struct ExpressionMap<Value> {
  private var values: [Value?] = []

  /// The number of values; the cost grows with it.
  public var count: Int { values.count { $0 != nil } }

  /// Makes an empty map.
  public init() {}

  /// Whether there is no value.
  public var isEmpty: Bool { !values.contains { $0 != nil } }

  /// The value of a node; the cost does not depend on the number of values.
  public subscript(id: ExpressionID) -> Value? {
    get {
      let place = Int(id.rawValue)
      return place < values.count ? values[place] : nil
    }
    set {
      let place = Int(id.rawValue)
      if place >= values.count {
        guard newValue != nil else { return }
        while values.count < place { values.append(nil) }
        values.append(newValue)
        return
      }
      values[place] = newValue
    }
  }

  /// Makes room for nodes up to a number.
  package mutating func reserve(upTo highest: Int) { values.reserveCapacity(highest + 1) }

  /// The map with something made of each value.
  func mapValues<Other>(_ make: (Value) -> Other) -> ExpressionMap<Other> {
    var other = ExpressionMap<Other>()
    other.values.reserveCapacity(values.count)
    for value in values { other.values.append(value.map(make)) }
    return other
  }
}

extension ExpressionMap: Sendable where Value: Sendable {}

extension ExpressionMap: Sequence {
  /// The nodes that have a value, with it, in the order of their numbers.
  public struct Iterator: IteratorProtocol {
    fileprivate let values: [Value?]
    fileprivate var place = 0

    /// The next node and its value; nil after the last.
    public mutating func next() -> (id: ExpressionID, value: Value)? {
      while place < values.count {
        defer { place += 1 }
        if let value = values[place] { return (ExpressionID(UInt32(place)), value) }
      }
      return nil
    }
  }

  /// Goes through the values.
  public func makeIterator() -> Iterator { Iterator(values: values) }
}
