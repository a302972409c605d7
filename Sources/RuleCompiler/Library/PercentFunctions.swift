import CEL
import Diagnostics
import PlanValues
import SourceText

/// Shares of an amount, exact and with the rounding written out.
///
/// `percent_of(amount, rate, rounding)` and `fraction_of(amount, numerator, denominator, rounding)`.
/// Rates are whole numbers, exact decimals, or texts of such: never binary fractions. The result is
/// computed in 128 bits and rounded once, to the satang.
enum PercentFunctions {
  static func declare(in environment: inout Environment) {
    let money = PlanType.money
    let rates: [(id: String, type: CELType, cost: Overload.Cost)] = [
      ("percent_of_int", .int, .constant), ("percent_of_decimal", PlanType.decimal, .constant),
      ("percent_of_string", .string, .linear),
    ]
    for (id, type, cost) in rates {
      environment.add(
        "percent_of",
        Overload(id, [money, type, .string], money, cost: cost, .values(percentOf))
      )
      environment.checkText(of: 2, id, RoundingWord.refusal)
    }
    environment.checkText(of: 1, "percent_of_string", AmountLiterals.decimal)
    environment.checkInteger(of: 1, "percent_of_int", AmountLiterals.wholeDecimal)
    environment.add(
      "fraction_of",
      Overload(
        "fraction_of",
        [money, .int, .int, .string],
        money,
        cost: .constant,
        .values(fractionOf)
      )
    )
    environment.checkText(of: 3, "fraction_of", RoundingWord.refusal)
    environment.checkInteger(of: 2, "fraction_of") { $0 == 0 ? LiteralRefusal(byZero) : nil }
  }

  @Sendable private static func percentOf(_ arguments: [Value]) -> Value {
    guard let amount = arguments[0].money, let word = arguments[2].string else {
      return AmountFunctions.overflow
    }
    guard let rounding = RoundingWord.rounding(word) else { return failure(RoundingWord.expected) }
    if let text = arguments[1].string, ExactDecimal(text) == nil {
      return AmountFunctions.unreadable(arguments[1], AmountLiterals.decimal)
    }
    guard let rate = rate(arguments[1]), let share = amount.percent(rate, rounding: rounding) else {
      return AmountFunctions.overflow
    }
    return PlanType.money(share)
  }

  @Sendable private static func fractionOf(_ arguments: [Value]) -> Value {
    guard let amount = arguments[0].money, let numerator = arguments[1].int,
      let denominator = arguments[2].int, let word = arguments[3].string
    else { return AmountFunctions.overflow }
    guard let rounding = RoundingWord.rounding(word) else { return failure(RoundingWord.expected) }
    guard denominator != 0 else { return failure(byZero) }
    guard let share = amount.fraction(numerator, denominator, rounding: rounding) else {
      return AmountFunctions.overflow
    }
    return PlanType.money(share)
  }

  private static func rate(_ value: Value) -> ExactDecimal? {
    if let number = value.decimal { return number }
    if let whole = value.int { return ExactDecimal(whole) }
    return value.string.flatMap { ExactDecimal($0) }
  }

  private static let byZero = LocalizedText(
    th: "ตัวหารของสัดส่วนเป็นศูนย์ไม่ได้",
    en: "the denominator of a fraction cannot be zero"
  )

  private static func failure(_ message: LocalizedText) -> Value {
    Value(.error(EvaluationError(message)))
  }
}

/// The words for roundings in expressions.
enum RoundingWord {
  private static let words: [(word: String, rounding: Rounding)] = [
    ("half_up", .halfUp), ("half_even", .halfEven), ("up", .up), ("down", .down),
  ]

  static func rounding(_ word: String) -> Rounding? {
    words.first { $0.word.hasSameBytes(as: word) }?.rounding
  }

  static let expected = LocalizedText(
    th: "วิธีปัดเศษต้องเป็น half_up half_even up หรือ down",
    en: "a rounding is half_up, half_even, up or down"
  )

  /// Why a word is no rounding, with the one that was probably meant.
  @Sendable static func refusal(_ word: String) -> LiteralRefusal? {
    if rounding(word) != nil { return nil }
    let meant = Suggestion.nearest(to: word, among: words.map(\.word))
    return LiteralRefusal(
      expected,
      help: meant.map {
        LocalizedText(th: "หมายถึง \"\($0)\" หรือไม่", en: "did you mean \"\($0)\"?")
      }
    )
  }
}
