import CEL
import Diagnostics
import LinearRegex
internal import Synchronization

/// Regular expressions beyond `matches`; linear time like those.
enum PatternFunctions {
  static func declare(in environment: inout Environment) {
    let patterns = KnownPatterns()
    // regex.extract(s, re): the first match, or its group where it has one; an optional.
    environment.add(
      "regex.extract",
      Overload(
        "regex_extract",
        [.string, .string],
        .optional(.string),
        cost: .stated { sizes in
          RegexSteps.most(tens: sizes.first?.weight ?? 0)
        },
        .counting { arguments, _, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          let text = arguments[0].string ?? ""
          let pattern = arguments[1].string ?? ""
          do throws(RegexError) {
            let regex = try patterns.regex(pattern)
            // Known patterns count as well: how many steps a rule takes depends on nothing else.
            steps += RegexSteps.toCompile(regex)
            steps += RegexSteps.toSearch(regex, tens: UInt64(text.utf8.count / 10))
            guard regex.groupCount <= 1 else {
              return Value(.error(EvaluationError(severalGroups)))
            }
            guard let found = extract(regex, from: text) else { return Value(.optional(.none)) }
            return Value(.optional(.some(Value(.string(found)))))
          } catch {
            steps += RegexSteps.mostToCompile
            return Value(.error(EvaluationError(message(error))))
          }
        }
      )
    )
    environment.checkText(of: 1, "regex_extract") { pattern in
      do throws(RegexError) {
        let regex = try patterns.regex(pattern)
        return regex.groupCount > 1 ? LiteralRefusal(severalGroups, help: otherGroups) : nil
      } catch {
        return LiteralRefusal(message(error))
      }
    }
  }

  private static func message(_ error: RegexError) -> LocalizedText {
    LocalizedText(th: error.messageTH, en: error.messageEN)
  }

  private static let severalGroups = LocalizedText(
    th: "regex.extract ใช้รูปแบบที่มีกลุ่ม (…) ได้ไม่เกินหนึ่งกลุ่ม",
    en: "regex.extract takes a pattern with one group (…) at most"
  )

  private static let otherGroups = LocalizedText(
    th: "เขียนกลุ่มอื่นเป็น (?:…)",
    en: "write the other groups as (?:…)"
  )

  /// The first match of a pattern in a text, or its group where the pattern has one; nothing where the
  /// group took no part or is empty.
  static func extract(_ regex: LinearRegex, from text: String) -> String? {
    guard let found = regex.firstMatch(in: text)?.text(ofGroup: regex.groupCount, in: text) else {
      return nil
    }
    return regex.groupCount > 0 && found.isEmpty ? nil : found
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
