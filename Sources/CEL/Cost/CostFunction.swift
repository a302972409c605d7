extension Overload {
  /// The cost that is counted before a call: a function that counts its own steps says afterwards how
  /// many they were.
  var countedBefore: Cost {
    if case .counting = implementation { return .linear }
    return countedCost
  }

  /// The most that is counted: lists and maps are copied for an overload on values, so it costs at
  /// least what they weigh.
  var countedCost: Cost {
    guard case .constant = cost, case .values = implementation else { return cost }
    return parameters.contains { $0.mayHoldOthers } ? .linear : .constant
  }
}

extension CELType {
  /// Whether values of the type may be lists or maps.
  fileprivate var mayHoldOthers: Bool {
    switch self {
    case .list, .map, .dyn, .parameter, .error: true
    default: false
    }
  }
}

/// The size of an argument as costs see it.
public struct CostedSize: Sendable {
  /// The elements at every depth, and the text in tens of bytes.
  public let weight: UInt64

  /// The elements, of a text its weight.
  public let count: UInt64

  /// Makes a size.
  public init(weight: UInt64, count: UInt64) {
    self.weight = weight
    self.count = count
  }
}

extension Overload.Cost {
  /// The steps of one call by the sizes of its arguments, the call itself included.
  ///
  /// The same function counts what a call takes and bounds what it can take: it never falls when a
  /// size grows.
  public func steps(_ sizes: [CostedSize]) -> UInt64 {
    var sum: UInt64 = 1
    for size in sizes { sum = sum.plus(size.weight) }
    switch self {
    case .constant: return 1
    case .linear: return sum
    case .sorting: return sum.times(Self.logarithm(sum))
    case .product:
      // Each element of the first is held against all of the others.
      let times = max(1, sizes.first?.count ?? 1)
      if sizes.count == 1 { return sum.plus(sum.times(times)) }
      var product = times
      for size in sizes.dropFirst() { product = product.times(max(1, size.weight)) }
      return sum.plus(product).plus(times)
    case .stated(let steps): return sum.plus(steps(sizes))
    }
  }

  /// The number of binary digits: how often a list of that length is halved.
  private static func logarithm(_ count: UInt64) -> UInt64 {
    UInt64(UInt64.bitWidth - count.leadingZeroBitCount)
  }
}
