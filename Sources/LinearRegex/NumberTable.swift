/// Numbers by keys.
///
/// The first few are looked through one by one: to hash takes longer, and the first table of hashed keys in a
/// process has to find out how they are hashed.
struct NumberTable<Key: Hashable & Sendable>: Sendable {
  private static var fewest: Int { 24 }

  private var few: [(key: Key, number: Int32)] = []
  /// All of them, once there are too many to look through.
  private var many: [Key: Int32] = [:]

  /// The number of a key; a key that has one keeps it until the table is made anew.
  func number(of key: Key) -> Int32? {
    many.isEmpty ? few.first { $0.key == key }?.number : many[key]
  }

  /// Gives a number to a key that has none.
  mutating func add(_ number: Int32, for key: Key) {
    if many.isEmpty, few.count < Self.fewest {
      few.append((key, number))
      return
    }
    for known in few { many[known.key] = known.number }
    few = []
    many[key] = number
  }
}
