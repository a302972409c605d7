/// A set of small numbers that remembers the order of insertion and is emptied in no time.
struct SparseSet: Sendable {
  private(set) var members: [Int32] = []
  private var places: [Int32]

  init(capacity: Int) {
    places = [Int32](repeating: 0, count: capacity)
    members.reserveCapacity(min(capacity, 64))
  }

  func contains(_ member: Int32) -> Bool {
    let place = Int(places[Int(member)])
    return place < members.count && members[place] == member
  }

  /// Adds a member; false if it was there.
  mutating func insert(_ member: Int32) -> Bool {
    if contains(member) { return false }
    places[Int(member)] = Int32(truncatingIfNeeded: members.count)
    members.append(member)
    return true
  }

  mutating func removeAll() { members.removeAll(keepingCapacity: true) }
}
