/// Numbers by keys.
///
/// The first few are looked through one by one: to hash takes longer. The keys are hashed here and found by that
/// number, since a dictionary of a type of key that the process has not met yet has to find out how to hash it.
struct NumberTable<Key: Hashable & Sendable>: Sendable {
  private static var fewest: Int { 24 }

  private var entries: [(key: Key, number: Int32)] = []
  /// The places among the entries by hash, once there are too many to look through.
  private var places: [Int: [Int]] = [:]

  /// The number of a key; a key that has one keeps it until the table is made anew.
  func number(of key: Key) -> Int32? {
    guard !places.isEmpty else { return entries.first { $0.key == key }?.number }
    let place = places[key.hashValue]?.first { entries[$0].key == key }
    return place.map { entries[$0].number }
  }

  /// Gives a number to a key that has none.
  mutating func add(_ number: Int32, for key: Key) {
    entries.append((key, number))
    if entries.count == Self.fewest {
      for (place, entry) in entries.enumerated() {
        places[entry.key.hashValue, default: []].append(place)
      }
    } else if entries.count > Self.fewest {
      places[key.hashValue, default: []].append(entries.count - 1)
    }
  }
}
