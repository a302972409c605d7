/// The most that evaluating an expression can cost, and the largest value that it can give.
public struct CostBound: Sendable {
  /// The most steps, as ``Activation/steps`` counts them.
  public let steps: UInt64

  /// The bound of the value.
  public let size: SizeBound

  /// Makes a bound.
  public init(steps: UInt64, size: SizeBound) {
    self.steps = steps
    self.size = size
  }
}

/// The sizes taken for values of which nothing else is known.
public struct DefaultSizes: Sendable {
  /// The most code points of a text.
  public var scalars = 2_000
  /// The most elements of a list, or entries of a map.
  public var elements: UInt64 = 500
  /// The most nodes of a document, which bounds the elements of all its lists together.
  public var nodes: UInt64 = 8 << 20
  /// The greatest weight of a value whose type is not known.
  public var dynamicWeight: UInt64 = 100_000

  /// The standard sizes.
  public init() {}

  /// The bound of a value of a type.
  public func size(of type: CELType) -> SizeBound {
    switch type {
    case .string, .bytes: .text(scalars: scalars)
    case .list(let element): .list(elements, of: size(of: element))
    case .map(let key, let value): .map(elements, key: size(of: key), value: size(of: value))
    case .optional(let wrapped): size(of: wrapped)
    case .dyn, .parameter, .error: .any(dynamicWeight)
    default: .small
    }
  }
}

extension Program {
  /// The most steps that evaluating the program can take, whatever the documents hold within the
  /// bounds of their fields.
  ///
  /// `sizes` bounds the variables by their slots; the others are bounded by their types. What a
  /// variable costs that is computed when it is first read is not in it.
  public func costBound(sizes: [Int: SizeBound] = [:]) -> CostBound {
    var estimator = CostEstimator(self, sizes)
    return estimator.whole()
  }
}
