import Diagnostics
import RuleTesting

extension CoverageReport {
  /// Lines with goals, in the form of LCOV's trace files.
  var lcov: String {
    var text = ""
    for rule in rules {
      text += "TN:\nSF:\(rule.file)\n"
      var lines: [Int: Int] = [:]
      var branches: [(line: Int, block: Int, branch: Int, count: Int)] = []
      var blocks: [String: (block: Int, next: Int)] = [:]
      for goal in rule.goals {
        guard let line = goal.position?.line else { continue }
        lines[line, default: 0] += goal.count
        let key = "\(goal.kind.rawValue) \(goal.subject)"
        let known = blocks[key] ?? (blocks.count, 0)
        branches.append((line, known.block, known.next, goal.count))
        blocks[key] = (known.block, known.next + 1)
      }
      for branch in branches.sorted(by: {
        ($0.line, $0.block, $0.branch) < ($1.line, $1.block, $1.branch)
      }) {
        let isSeen = lines[branch.line, default: 0] > 0
        text +=
          "BRDA:\(branch.line),\(branch.block),\(branch.branch),\(isSeen ? "\(branch.count)" : "-")\n"
      }
      text += "BRF:\(branches.count)\nBRH:\(branches.count { $0.count > 0 })\n"
      for line in lines.keys.sorted() { text += "DA:\(line),\(lines[line] ?? 0)\n" }
      text += "LF:\(lines.count)\nLH:\(lines.values.count { $0 > 0 })\nend_of_record\n"
    }
    return text
  }
}

extension JSONWriter {
  mutating func coverage(_ coverage: CoverageReport) {
    object {
      $0.member("share") { $0.share(coverage.share) }
      for kind in [CoverageReport.Goal.Kind.outcome, .condition, .part, .operand] {
        $0.member(kind.rawValue) { $0.share(coverage.share(of: kind)) }
      }
      $0.member("rules", coverage.rules) { writer, rule in
        writer.object {
          $0.member("rule", rule.rule)
          $0.member("file", rule.file)
          $0.member("tests", rule.tests)
          $0.member("share") { $0.share(rule.share) }
          $0.member("unreachable", rule.unreachable) { writer, entry in
            writer.object {
              $0.member("outcome", entry.outcome)
              $0.member("reason", entry.reason)
            }
          }
          $0.member("goals", rule.goals) { $0.goal($1) }
        }
      }
    }
  }

  private mutating func goal(_ goal: CoverageReport.Goal) {
    object {
      $0.member("kind", goal.kind.rawValue)
      $0.member("subject", goal.subject)
      $0.member("branch", goal.branch)
      $0.member("line", goal.position?.line)
      $0.member("column", goal.position?.column)
      $0.member("count", goal.count)
    }
  }

  mutating func share(_ share: CoverageReport.Share) {
    member("reached", share.reached)
    member("total", share.total)
    member("percent", share.text)
  }
}
