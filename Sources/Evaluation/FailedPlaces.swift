import Findings

/// The places of the parts of a list that failed, looked up without going through the list.
///
/// A rule on thousands of elements asks for each of them whether its place has failed already.
struct FailedPlaces {
  /// The first part that failed at a place.
  private var positions: [PlaceTarget?: Int] = [:]
  private var known = 0

  /// Whether one of the parts failed at a place; the parts only ever grow at the end, so
  /// each list of parts has its own value of this type.
  mutating func contains(_ place: PlaceTarget?, among parts: [PartResult]) -> Bool {
    while known < parts.count {
      let part = parts[known]
      if part.outcome == .fail, positions[part.place] == nil { positions[part.place] = known }
      known += 1
    }
    guard let position = positions[place] else { return false }
    if parts[position].outcome == .fail { return true }
    // What failed there is not yet due by now; another part may have failed at the same place.
    positions[place] = parts.firstIndex { $0.outcome == .fail && $0.place == place }
    return positions[place] != nil
  }
}
