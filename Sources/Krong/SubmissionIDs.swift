import SourceText
import Submissions

/// Submissions by their ids, so that a docket is not gone through for each reference.
struct SubmissionIDs {
  private struct Place {
    let id: String
    let position: Int
    let round: Int
  }

  /// Sorted by the bytes of the ids, because ids that only look alike differ, then by the positions.
  private var places: [Place] = []

  init(_ submissions: [Submission]) {
    for (position, submission) in submissions.enumerated() {
      guard let id = submission.id else { continue }
      places.append(Place(id: id, position: position, round: submission.round))
    }
    // A stable order, since equal ids stay as they came.
    places.sort { $0.id.precedesInBytes($1.id) }
  }

  private func places(of id: String) -> ArraySlice<Place> {
    let start = SortedSearch.firstPlace(in: places.count) { places[$0].id.precedesInBytes(id) }
    return places[start...].prefix { $0.id.hasSameBytes(as: id) }
  }

  /// The positions of an id, of its latest round; of `id#2` those of round 2.
  func matches(_ written: String) -> [Int] {
    let exact = places(of: written)
    if let latest = exact.map(\.round).max() {
      return exact.filter { $0.round == latest }.map(\.position)
    }
    guard let (id, round) = RoundID.split(written) else { return [] }
    return places(of: id).filter { $0.round == round }.map(\.position)
  }
}
