package import CEL
import DocumentArena

/// Finds the submission that a value names among those that were supplied beside the one judged.
package enum SubmissionLookup {
  /// The record of that submission; nil when it was not supplied.
  ///
  /// The docket is a map by ids and by `id#round`. What stands in it under the number of the value's
  /// node comes first: there a field names a submission of a kind or round of its own (null for one
  /// that does not belong in the field).
  package static func submission(_ id: Value, in docket: Value) -> Value? {
    guard case .map(.entries(let entries)) = docket.payload else { return nil }
    if let origin = id.origin, origin.document == 0,
      let resolved = entries[Value(.int(Int64(origin.node.rawValue)))]
    {
      if case .null = resolved.payload { return nil }
      return resolved
    }
    return entries[id]
  }
}
