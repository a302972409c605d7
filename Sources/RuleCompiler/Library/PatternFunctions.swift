import CEL
import Diagnostics
import LinearRegex
internal import Synchronization

/// Regular expressions beyond `matches`; linear time like those.
enum PatternFunctions {
  static func declare(in environment: inout Environment) {
    let patterns = KnownPatterns()
    // regex.extract(s, re): the first match, or its first group where it has one; an optional.
    environment.add(
      "regex.extract",
      Overload(
        "regex_extract",
        [.string, .string],
        .optional(.string),
        cost: .linear,
        .values { arguments in
          let text = arguments[0].string ?? ""
          let pattern = arguments[1].string ?? ""
          do {
            let regex = try patterns.regex(pattern)
            guard let found = extract(regex, from: text) else { return Value(.optional(.none)) }
            return Value(.optional(.some(Value(.string(found)))))
          } catch {
            return Value(
              .error(
                EvaluationError(
                  LocalizedText(
                    th: "นิพจน์ปกติ “\(pattern)” ไม่ถูกต้อง",
                    en: "the regular expression \"\(pattern)\" is not valid"
                  )
                )
              )
            )
          }
        }
      )
    )
  }

  /// The first match of a pattern in a text, or the first group of it that took part.
  static func extract(_ regex: LinearRegex, from text: String) -> String? {
    guard let match = regex.firstMatch(in: text) else { return nil }
    return match.text(ofGroup: regex.groupCount > 0 ? 1 : 0, in: text)
      ?? match.text(ofGroup: 0, in: text)
  }
}

/// Patterns that were compiled, because a rule asks for the same one at every element.
private final class KnownPatterns: Sendable {
  /// Patterns may come from submissions as well; those beyond the most are compiled each time.
  private static let most = 64

  private let known = Mutex<[Text: LinearRegex]>([:])

  func regex(_ pattern: String) throws(RegexError) -> LinearRegex {
    let key = Text(pattern)
    if let found = known.withLock({ $0[key] }) { return found }
    let made = try LinearRegex(pattern: pattern)
    known.withLock { known in
      if known.count < Self.most { known[key] = made }
    }
    return made
  }
}
