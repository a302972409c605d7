// A module of its own, since fuzz targets use it as well and cannot be linked with Testing.

/// Numbers that look random and are the same in each run (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a sequence.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound; 0 when the bound is less than 1.
  public mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(max(1, bound)))
  }

  /// True once in so many times.
  public mutating func one(in count: Int) -> Bool { below(count) == 0 }

  /// One of some values, of which there must be one.
  public mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

  /// One of some values, nil when there is none.
  public mutating func element<T>(_ values: [T]) -> T? { values.isEmpty ? nil : pick(values) }
}
