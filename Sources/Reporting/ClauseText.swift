package import Diagnostics

/// Clauses of the manual as people cite them: `J2 §5.4` is คู่มือ งานที่ 2 ข้อ 5.4.
package enum ClauseText {
  /// A list of clauses, those of one job together; what has another form stands as it is.
  package static func of(_ clauses: [String], _ language: Language) -> String {
    var jobs: [(job: String, items: [String])] = []
    var others: [String] = []
    for clause in clauses {
      guard let (job, item) = parts(of: clause) else {
        others.append(clause)
        continue
      }
      if let index = jobs.firstIndex(where: { $0.job == job }) {
        jobs[index].items.append(item)
      } else {
        jobs.append((job, [item]))
      }
    }
    let cited = jobs.map { job, items in
      switch language {
      case .th: unbroken("งานที่ \(job) ข้อ \(items[0])", items)
      case .en: unbroken("job \(job) §\(items[0])", items.map { "§\($0)" })
      }
    }
    let manual = language == .th ? "คู่มือ " : "manual, "
    let texts = (cited.isEmpty ? [] : [manual + cited.joined(separator: "; ")]) + others
    return texts.joined(separator: "; ")
  }

  /// The first clause in one piece with its job, then the others.
  private static func unbroken(_ first: String, _ items: [String]) -> String {
    ([LineBreaking.unbroken(first)] + items.dropFirst()).joined(separator: ", ")
  }

  /// Takes `J2 §5.4` apart.
  private static func parts(of clause: String) -> (job: String, item: String)? {
    let pieces = clause.split(separator: " ", maxSplits: 1)
    guard pieces.count == 2, let mark = pieces.first, let section = pieces.last,
      mark.hasPrefix("J"), section.hasPrefix("§"), section.count > 1
    else { return nil }
    let job = mark.dropFirst()
    guard !job.isEmpty, job.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return (String(job), String(section.dropFirst()))
  }
}
