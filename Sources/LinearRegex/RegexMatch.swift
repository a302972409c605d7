/// Where a pattern matched, in UTF-8 bytes from the start of the text.
public struct RegexMatch: Sendable, Hashable {
  /// The whole match.
  public let utf8Range: Range<Int>

  /// The groups by number, the whole match as number 0; nil for a group that took no part.
  public let groups: [Range<Int>?]

  init?(slots: [Int]) {
    guard slots.count >= 2, slots[0] >= 0, slots[1] >= slots[0] else { return nil }
    utf8Range = slots[0]..<slots[1]
    groups = stride(from: 0, to: slots.count - 1, by: 2).map { slot in
      let low = slots[slot]
      let high = slots[slot + 1]
      return low >= 0 && high >= low ? low..<high : nil
    }
  }

  /// The text of a group, or nil if it took no part or there is no such group.
  ///
  /// `text` must be the text that was searched.
  public func text(ofGroup number: Int, in text: String) -> String? {
    guard groups.indices.contains(number), let range = groups[number] else { return nil }
    return Self.slice(text, range)
  }

  static func slice(_ text: String, _ range: Range<Int>) -> String {
    let utf8 = text.utf8
    guard
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound, limitedBy: utf8.endIndex),
      let end = utf8.index(start, offsetBy: range.count, limitedBy: utf8.endIndex)
    else { return "" }
    return String(Substring(utf8[start..<end]))
  }
}
