extension Overload {
  /// The cost that is counted: lists and maps are copied for an overload on values, so it costs at
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

extension Overload.Cost {
  /// The steps of one call by the weights of its arguments, the call itself included.
  ///
  /// The same function counts what a call takes and bounds what it can take: it never falls when a
  /// weight grows.
  public func steps(_ weights: [UInt64]) -> UInt64 {
    var sum: UInt64 = 1
    for weight in weights { sum = sum.plus(weight) }
    switch self {
    case .constant: return 1
    case .linear: return sum
    case .sorting: return sum.times(Self.logarithm(sum))
    case .product:
      if weights.count == 1 { return sum.times(sum) }
      var product: UInt64 = 1
      for weight in weights { product = product.times(max(1, weight)) }
      return sum.plus(product)
    }
  }

  /// The number of binary digits: how often a list of that length is halved.
  private static func logarithm(_ count: UInt64) -> UInt64 {
    UInt64(UInt64.bitWidth - count.leadingZeroBitCount)
  }
}
