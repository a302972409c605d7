/// Lists of names as a sentence has them: "ก ข และค", "a, b and c".
public enum ThaiTextJoin {
  /// The language of the joining words.
  public enum Language: Sendable {
    /// Thai.
    case th
    /// English.
    case en
  }

  /// The word in front of the last item.
  public enum Conjunction: Sendable {
    /// และ, and.
    case and
    /// หรือ, or.
    case or
  }

  /// What stands between the items before the conjunction; English always has a comma.
  public enum Separator: Sendable {
    /// A space, as between Thai phrases.
    case space
    /// A comma and a space, for numbers and codes.
    case comma
  }

  /// Joins items; beyond `limit` items says how many more there are.
  ///
  /// "และอีก 3 รายการ" and "and 3 more" take the place of the items that do not fit (default: after
  /// five). Items are used as they stand. An empty list gives an empty text.
  public static func list(
    _ items: [String],
    conjunction: Conjunction = .and,
    language: Language,
    separator: Separator = .space,
    limit: Int = 5
  ) -> String {
    let shown = items.prefix(max(limit, 1))
    let hidden = items.count - shown.count
    let between = language == .en || separator == .comma ? ", " : " "
    if hidden > 0 {
      let tail = language == .th ? "และอีก \(hidden) รายการ" : "and \(hidden) more"
      return shown.joined(separator: between) + " " + tail
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    let head = shown.dropLast().joined(separator: between)
    return head + " " + word(conjunction, language, before: last) + last
  }

  /// The conjunction, with the space that separates it from the item behind it.
  ///
  /// Thai runs on into a Thai word and leaves a space before figures, quotes and Latin letters.
  private static func word(
    _ conjunction: Conjunction,
    _ language: Language,
    before item: String
  ) -> String {
    switch (conjunction, language) {
    case (.and, .en): return "and "
    case (.or, .en): return "or "
    case (_, .th):
      let first = item.unicodeScalars.first?.value ?? 0
      let runsOn = ThaiScalar.isThai(first) && !ThaiScalar.isDigit(first)
      return (conjunction == .and ? "และ" : "หรือ") + (runsOn ? "" : " ")
    }
  }
}
