import Submissions

/// Submissions by their ids, so that a docket is not gone through for each reference.
struct SubmissionIDs {
  /// The positions and rounds by id; its bytes, because ids that only look alike differ.
  private var places: [[UInt8]: [(position: Int, round: Int)]] = [:]

  init(_ submissions: [Submission]) {
    for (position, submission) in submissions.enumerated() {
      guard let id = submission.id else { continue }
      places[Array(id.utf8), default: []].append((position, submission.round))
    }
  }

  /// The positions of an id, of its latest round; of `id#2` those of round 2.
  func matches(_ written: String) -> [Int] {
    let exact = places[Array(written.utf8)] ?? []
    if let latest = exact.map(\.round).max() {
      return exact.filter { $0.round == latest }.map(\.position)
    }
    guard let (id, round) = RoundID.split(written) else { return [] }
    return (places[Array(id.utf8)] ?? []).filter { $0.round == round }.map(\.position)
  }
}
