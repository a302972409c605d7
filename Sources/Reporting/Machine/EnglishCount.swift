/// A number with its noun in English: 1 rule, 2 rules.
enum EnglishCount {
  /// The number and the noun that agrees with it.
  static func of(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
