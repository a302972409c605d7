/// The difference of two texts as `diff -u` shows it.
package enum UnifiedDiff {
  /// One line of the difference; compared by its bytes.
  private enum Line {
    case same(ArraySlice<UInt8>)
    case removed(ArraySlice<UInt8>)
    case added(ArraySlice<UInt8>)

    var isSame: Bool {
      if case .same = self { true } else { false }
    }

    var text: String {
      switch self {
      case .same(let bytes): " " + String(decoding: bytes, as: UTF8.self) + "\n"
      case .removed(let bytes): "-" + String(decoding: bytes, as: UTF8.self) + "\n"
      case .added(let bytes): "+" + String(decoding: bytes, as: UTF8.self) + "\n"
      }
    }
  }

  /// The difference; empty when the texts are the same.
  ///
  /// - Parameters:
  ///   - old: The text as it was.
  ///   - new: The text as it becomes.
  ///   - file: The name that both have.
  ///   - around: How many lines that stay are shown before and after each change.
  /// - Returns: Header and hunks; each line ends with a line feed.
  package static func text(
    _ old: [UInt8],
    _ new: [UInt8],
    file: String,
    around: Int = 2
  ) -> String {
    let lines = script(Self.lines(old), Self.lines(new))
    var text = "--- \(file)\n+++ \(file)\n"
    var hunks = 0
    var index = 0
    var (before, after) = (1, 1)
    while index < lines.count {
      guard let change = lines[index...].firstIndex(where: { !$0.isSame }) else { break }
      let start = max(index, change - around)
      let end = hunkEnd(lines, from: change, around)
      for line in lines[index..<start] { count(line, &before, &after) }
      text += hunk(lines[start..<end], &before, &after)
      hunks += 1
      index = end
    }
    return hunks == 0 ? "" : text
  }

  /// Where a hunk ends: behind a change after which enough lines stay.
  private static func hunkEnd(_ lines: [Line], from change: Int, _ around: Int) -> Int {
    var last = change
    var index = change
    while index < lines.count, index - last <= 2 * around {
      if !lines[index].isSame { last = index }
      index += 1
    }
    return min(lines.count, last + 1 + around)
  }

  private static func hunk(
    _ lines: ArraySlice<Line>,
    _ before: inout Int,
    _ after: inout Int
  ) -> String {
    let (oldStart, newStart) = (before, after)
    var body = ""
    for line in lines {
      count(line, &before, &after)
      body += line.text
    }
    let head = "@@ -\(oldStart),\(before - oldStart) +\(newStart),\(after - newStart) @@\n"
    return head + body
  }

  private static func count(_ line: Line, _ before: inout Int, _ after: inout Int) {
    switch line {
    case .same: (before, after) = (before + 1, after + 1)
    case .removed: before += 1
    case .added: after += 1
    }
  }

  /// All lines in order, those that go before those that come.
  private static func script(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    let same = CommonEnds(old, new)
    let before = Array(old[same.head..<(old.count - same.tail)])
    let after = Array(new[same.head..<(new.count - same.tail)])
    return old[..<same.head].map { .same($0) } + middle(before, after)
      + old[(old.count - same.tail)...].map { .same($0) }
  }

  private static func middle(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    // Texts that have little in common take too long to compare line by line.
    guard old.count + new.count <= 20_000 else {
      return old.map { .removed($0) } + new.map { .added($0) }
    }
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for case .remove(let offset, _, _) in difference { removed.insert(offset) }
    for case .insert(let offset, _, _) in difference { added.insert(offset) }
    var lines: [Line] = []
    var (a, b) = (0, 0)
    while a < old.count || b < new.count {
      if removed.contains(a) {
        lines.append(.removed(old[a]))
        a += 1
      } else if added.contains(b) {
        lines.append(.added(new[b]))
        b += 1
      } else {
        lines.append(.same(old[a]))
        (a, b) = (a + 1, b + 1)
      }
    }
    return lines
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
