/// The difference of two texts as `diff -u` shows it, in one hunk.
enum UnifiedDiff {
  private static let around = 2

  static func text(_ old: [UInt8], _ new: [UInt8], file: String) -> String {
    let before = lines(old)
    let after = lines(new)
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var tail = 0
    while tail < min(before.count, after.count) - start,
      before[before.count - 1 - tail] == after[after.count - 1 - tail]
    {
      tail += 1
    }
    let first = max(0, start - around)
    let last = min(around, tail)
    let oldEnd = before.count - tail
    let newEnd = after.count - tail
    var text = "--- \(file)\n+++ \(file)\n"
    text += "@@ -\(first + 1),\(oldEnd - first + last) +\(first + 1),\(newEnd - first + last) @@\n"
    for line in before[first..<start] { text += " \(line)\n" }
    text += middle(Array(before[start..<oldEnd]), Array(after[start..<newEnd]))
    for line in before[oldEnd..<(oldEnd + last)] { text += " \(line)\n" }
    return text
  }

  /// Lines that stay between lines that change are shown as such where no line comes or goes.
  private static func middle(_ old: [String], _ new: [String]) -> String {
    guard old.count == new.count else {
      return old.map { "-\($0)\n" }.joined() + new.map { "+\($0)\n" }.joined()
    }
    var text = ""
    var added: [String] = []
    for (before, after) in zip(old, new) {
      if before == after {
        text += added.map { "+\($0)\n" }.joined() + " \(before)\n"
        added = []
      } else {
        text += "-\(before)\n"
        added.append(after)
      }
    }
    return text + added.map { "+\($0)\n" }.joined()
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
