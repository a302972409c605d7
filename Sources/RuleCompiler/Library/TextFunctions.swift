import CEL
import Diagnostics
import ThaiText

/// Thai text, and equality of any two values as the check kinds mean it.
enum TextFunctions {
  static func declare(in environment: inout Environment) {
    // th.same(a, b): equal as Thai text: spelling of SARA AM, runs of spaces do not count.
    environment.add(
      "th.same",
      Overload(
        "th_same",
        [.string, .string],
        .bool,
        cost: .linear,
        .values { arguments in
          guard let a = arguments[0].string, let b = arguments[1].string else {
            return Value(.bool(false))
          }
          return Value(.bool(Sameness.same(a, b)))
        }
      )
    )
    // th.digits(s): Thai digits as 0-9.
    environment.add(
      "th.digits",
      Overload(
        "th_digits",
        [.string],
        .string,
        cost: .linear,
        .values { Value(.string(ThaiDigits.toArabic($0[0].string ?? ""))) }
      )
    )
    // th.normalize(s): the normal form in which Thai text is compared.
    environment.add(
      "th.normalize",
      Overload(
        "th_normalize",
        [.string],
        .string,
        cost: .linear,
        // Spelt out, a character takes up to three times the bytes.
        size: { .any(($0.first?.weight ?? 0).times(3).plus(3)) },
        .values { Value(.string(Sameness.key($0[0].string ?? "").string)) }
      )
    )
    // th.contains(s, part): whether part occurs in s as Thai text.
    environment.add(
      "th.contains",
      Overload(
        "th_contains",
        [.string, .string],
        .bool,
        cost: .linear,
        .values { Value(.bool(ThaiNormalizer.contains($0[0].string ?? "", $0[1].string ?? ""))) }
      )
    )
    // has_heading(headings, text): whether one of the lines is this heading, whatever its number.
    environment.add(
      "has_heading",
      Overload(
        "has_heading",
        [.list(.string), .string],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            let wanted = arguments[1].string ?? ""
            let lines = context.elements(of: arguments[0]) ?? []
            let isFound = lines.contains { line in
              line.string.map { HeadingText.isHeading($0, wanted) } ?? false
            }
            return Value(.bool(isFound))
          }
        }
      )
    )
    declareSameness(in: &environment)
  }

  private static func declareSameness(in environment: inout Environment) {
    // same(a, b): equal; text as Thai text, numbers by value.
    environment.add(
      "same",
      Overload(
        "same",
        [.dyn, .dyn],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            Value(.bool(Sameness.same(arguments[0], arguments[1], context)))
          }
        }
      )
    )
    // agrees(found, asked): same, or found is a list that holds asked; false when found is missing:
    // an incomplete entry is no evidence. Unknown when it cannot be read.
    environment.add(
      "agrees",
      Overload(
        "agrees",
        [.dyn, .dyn],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          if PresenceFunctions.isAbsent(arguments[0], context) { return Value(.bool(false)) }
          return ListFunctions.settled(arguments) {
            if Sameness.agrees(arguments[0], arguments[1], context) { return Value(.bool(true)) }
            return ListFunctions.unreadable(in: arguments[0], context) ?? Value(.bool(false))
          }
        }
      )
    )
    // listed(x, list): whether the list holds x; unknown when x or the list is.
    environment.add(
      "listed",
      Overload(
        "listed",
        [.dyn, .list(.dyn)],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            let options = context.elements(of: arguments[1]) ?? []
            if options.contains(where: {
              $0.unknown == nil && $0.error == nil && Sameness.same($0, arguments[0], context)
            }) {
              return Value(.bool(true))
            }
            return ListFunctions.merged(options) ?? Value(.bool(false))
          }
        }
      )
    )
  }
}
