/// Finds the name that was probably meant.
public enum Suggestion {
  /// The candidate nearest to a name, or nil when none is near enough.
  ///
  /// Near means one edit for names of one or two letters, two for longer ones and a third of the
  /// length, at most four, for long ones; an edit is a letter inserted, left out, changed, or swapped
  /// with its neighbour. Letters are Unicode scalars, case and `-`, `_`, blank make no difference. A
  /// name that begins a candidate, or that a candidate begins, comes after these. Ties go to the
  /// candidate that comes first.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    let most = allowance(wanted.count)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = folded(candidate)
      guard !letters.isEmpty, letters.count <= longest else { continue }
      var distance = self.distance(wanted, letters, most: min(most, allowance(letters.count)))
      if distance == nil, isBeginning(wanted, letters) { distance = longest }
      guard let distance, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Whether a word of five letters or more can only be a slip of the pen for another: one edit away, or
  /// the same but for case and joining signs.
  public static func isSlip(_ name: String, for candidate: String) -> Bool {
    let letters = folded(name)
    let wanted = folded(candidate)
    // Another figure is another code, never a slip.
    guard letters.filter(isFigure) == wanted.filter(isFigure) else { return false }
    guard min(letters.count, wanted.count) >= 5, letters.count <= longest else {
      return letters == wanted && !letters.isEmpty
    }
    return distance(letters, wanted, most: 1) != nil
  }

  private static func isFigure(_ letter: UInt32) -> Bool { (0x30...0x39).contains(letter) }

  /// Names longer than this are not compared: nobody mistypes them by a letter or two.
  private static let longest = 200

  private static func allowance(_ count: Int) -> Int {
    count < 3 ? 1 : max(2, min(4, count / 3))
  }

  private static func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.prefix(longest + 1).map { scalar in
      switch scalar {
      case "A"..."Z": scalar.value + 32
      case "-", " ": ("_" as Unicode.Scalar).value
      default: scalar.value
      }
    }
  }

  private static func isBeginning(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    min(a.count, b.count) >= 3 && (a.starts(with: b) || b.starts(with: a))
  }

  /// The number of edits between two words, or nil when it is over the limit.
  private static func distance(_ a: [UInt32], _ b: [UInt32], most: Int) -> Int? {
    guard abs(a.count - b.count) <= most else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for row in 1...a.count {
      var current = [row]
      current.reserveCapacity(b.count + 1)
      for column in 1...b.count {
        let isSame = a[row - 1] == b[column - 1]
        var cost = min(previous[column] + 1, current[column - 1] + 1)
        cost = min(cost, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
          cost = min(cost, beforePrevious[column - 2] + 1)
        }
        current.append(cost)
      }
      guard current.contains(where: { $0 <= most }) else { return nil }
      beforePrevious = previous
      previous = current
    }
    let distance = previous[b.count]
    return distance <= most ? distance : nil
  }
}

/// Sentences that suggest a name.
extension LocalizedText {
  /// "Did you mean this name?" in both languages.
  public static func didYouMean(_ name: String) -> LocalizedText {
    LocalizedText(th: "หมายถึง “\(name)” หรือไม่", en: "did you mean “\(name)”?")
  }

  /// "Did you mean" the nearest of the candidates; nil when none is near.
  public static func didYouMean(
    nearestTo name: String,
    among candidates: some Sequence<String>
  ) -> LocalizedText? {
    Suggestion.nearest(to: name, among: candidates).map { didYouMean($0) }
  }

  /// Both texts one after the other, with a separator.
  public func joined(_ other: LocalizedText, separator: String = "; ") -> LocalizedText {
    LocalizedText(th: th + separator + other.th, en: en + separator + other.en)
  }
}
