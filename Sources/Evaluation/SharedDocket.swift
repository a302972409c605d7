import CEL
import DocumentArena
import SourceText
package import Submissions

/// The submissions that were supplied together, so that they can refer to each other.
///
/// Gathered once for all of them: a check may take thousands, each of which is judged beside all the
/// others.
package struct SharedDocket: Sendable {
  /// The submissions, in the order in which they were supplied.
  package let submissions: [Submission]

  /// Their documents; in a scope they come right after that of the submission that is judged.
  let documents: [Document]

  /// Gathers submissions.
  package init(_ submissions: [Submission]) {
    self.submissions = submissions
    documents = submissions.map(\.document)
  }

  /// The records of all but one: by its id the latest round is meant, by `id#round` that round; of
  /// several the first.
  ///
  /// `submission` is the one that is judged. Where a field of it names a submission of a kind or round
  /// that does not belong there, the number of its node leads to null: rules read fields that another
  /// kind does not have, so to them it counts as not supplied. The docket tells what was found instead.
  func records(besides own: Int?, for submission: Submission) -> Value {
    let latestFirst = submissions.indices.filter { $0 != own }.sorted { a, b in
      submissions[a].round == submissions[b].round
        ? a < b : submissions[a].round > submissions[b].round
    }
    var entries = MapEntries()
    for index in latestFirst {
      let other = submissions[index]
      guard let id = other.id else { continue }
      let origin = NodeReference(document: UInt32(index + 1), node: other.document.root)
      let record = Value(.record(type: other.kind.id), origin: origin)
      _ = entries.insert(Value(.string(id)), record)
      _ = entries.insert(Value(.string(RoundID.text(id, other.round))), record)
    }
    for reference in submission.references {
      let node = Value(.int(Int64(reference.node.rawValue)))
      guard let found = entries[Value(.string(reference.sought))] else { continue }
      let isRight = serves(found, reference, of: submission)
      if isRight, reference.sought.hasSameBytes(as: reference.written) { continue }
      _ = entries.insert(node, isRight ? found : Value(.null))
    }
    return Value(.map(.entries(entries)))
  }

  private func serves(
    _ found: Value,
    _ reference: SubmissionReference,
    of submission: Submission
  ) -> Bool {
    guard let origin = found.origin else { return false }
    let other = submissions[Int(origin.document) - 1]
    return reference.target.serves(other, for: submission)
  }
}
