/// Finds places where a Thai text looks damaged by typing, reading machines or old fonts.
///
/// Only tells; nothing is ever rewritten, because a repair can be wrong (ประจาน is not ประจำ + น).
public enum ThaiDamage {
  /// The suspected places of a text, in order; at most `limit`.
  ///
  /// Places do not overlap, except that a known word may hold another suspect. Cost: linear.
  public static func suspects(in text: String, limit: Int = 100) -> [DamageSuspect] {
    var scan = DamageScan(text: text)
    scan.findStructure()
    scan.findKnownWords()
    let ordered = scan.suspects.sorted { left, right in
      (left.utf8Range.lowerBound, left.utf8Range.upperBound)
        < (right.utf8Range.lowerBound, right.utf8Range.upperBound)
    }
    return Array(ordered.prefix(max(limit, 0)))
  }
}
