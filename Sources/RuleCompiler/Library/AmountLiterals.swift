import CEL
import Diagnostics
import PlanValues

/// Amounts, decimals and days that are written in a rule: what could only fail is refused when the rule
/// is loaded.
enum AmountLiterals {
  static func check(in environment: inout Environment) {
    environment.checkText(of: 0, "money_string", money)
    environment.checkText(of: 0, "decimal_string", decimal)
    environment.checkInteger(of: 0, "decimal_int", wholeDecimal)
    environment.checkInteger(of: 0, "baht_int") {
      Money(baht: $0) == nil ? outOfRange("\($0)") : nil
    }
    environment.checkText(of: 0, "date_string", day)
    environment.checkText(of: 0, "be_date_string", buddhistDay)
    environment.checkInteger(of: 0, "be_date_int") { number in
      DateFunctions.commonEraYear(number).map { yearOfOtherEra(number, $0) }
    }
    environment.checkInteger(of: 1, "be_date_int") { number in
      (1...12).contains(number) ? nil : noNumber(number, "เดือน", "month")
    }
    environment.checkInteger(of: 2, "be_date_int") { number in
      (1...31).contains(number) ? nil : noNumber(number, "วัน", "day")
    }
  }

  @Sendable static func day(_ text: String) -> LiteralRefusal? {
    if DateForms.commonEra(text) != nil { return nil }
    return noDay(text, other: DateForms.buddhistEra(text) == nil ? nil : "be_date")
  }

  @Sendable static func buddhistDay(_ text: String) -> LiteralRefusal? {
    if DateForms.buddhistEra(text) != nil { return nil }
    return noDay(text, other: DateForms.commonEra(text) == nil ? nil : "date")
  }

  private static func yearOfOtherEra(_ number: Int64, _ year: Int64) -> LiteralRefusal {
    LiteralRefusal(
      LocalizedText(th: "\(number) เป็นปี ค.ศ.", en: "\(number) is a year of the C.E."),
      help: LocalizedText.didYouMean("\(year)")
    )
  }

  private static func noNumber(_ number: Int64, _ th: String, _ en: String) -> LiteralRefusal {
    LiteralRefusal(
      LocalizedText(th: "ไม่มี\(th)ที่ \(number)", en: "there is no \(en) \(number)")
    )
  }

  @Sendable static func money(_ text: String) -> LiteralRefusal? {
    do throws(AmountError) {
      _ = try Money.read(text)
      return nil
    } catch {
      return refusal(of: text, error, places: 2)
    }
  }

  @Sendable static func decimal(_ text: String) -> LiteralRefusal? {
    do throws(AmountError) {
      _ = try ExactDecimal.read(text)
      return nil
    } catch {
      return refusal(of: text, error, places: 6)
    }
  }

  @Sendable static func wholeDecimal(_ number: Int64) -> LiteralRefusal? {
    ExactDecimal(number) == nil ? outOfRange("\(number)") : nil
  }

  /// Literals as values of the types that have none of their own; nil where they cannot be read.
  static let written: [String: @Sendable (Literal) -> String?] = [
    PlanType.moneyName: { literal in
      if case .int(let number) = literal {
        return Money(baht: number) == nil ? nil : "baht(\(number))"
      }
      return text(of: literal).flatMap { money($0) == nil ? "money(\"\($0)\")" : nil }
    },
    PlanType.decimalName: { literal in
      if case .int(let number) = literal {
        return wholeDecimal(number) == nil ? "decimal(\(number))" : nil
      }
      return text(of: literal).flatMap { decimal($0) == nil ? "decimal(\"\($0)\")" : nil }
    },
    PlanType.dateName: { literal in
      guard case .string(let text) = literal else { return nil }
      if DateForms.commonEra(text.string) != nil { return "date(\"\(text.string)\")" }
      return DateForms.buddhistEra(text.string) == nil ? nil : "be_date(\"\(text.string)\")"
    },
  ]

  /// A number as it would stand between quotation marks.
  private static func text(of literal: Literal) -> String? {
    switch literal {
    case .string(let text): text.string
    case .double(let number): "\(number)"
    default: nil
    }
  }

  private static func refusal(
    of text: String,
    _ error: AmountError,
    places: Int
  ) -> LiteralRefusal {
    switch error {
    case .empty, .notANumber:
      LiteralRefusal(
        LocalizedText(
          th: "\"\(text)\" อ่านเป็น\(places == 2 ? "จำนวนเงิน" : "ตัวเลข")ไม่ได้",
          en: "\"\(text)\" is no \(places == 2 ? "amount of money" : "number")"
        )
      )
    case .misplacedComma:
      LiteralRefusal(
        LocalizedText(
          th: "เครื่องหมายจุลภาคใน \"\(text)\" ไม่ได้คั่นทุกสามหลัก",
          en: "the commas in \"\(text)\" do not stand in front of every third digit"
        )
      )
    case .tooPrecise:
      LiteralRefusal(
        LocalizedText(
          th: "\"\(text)\" มีทศนิยมเกิน \(places) ตำแหน่ง",
          en: "\"\(text)\" has more than \(places) decimal places"
        )
      )
    case .outOfRange: outOfRange(text)
    }
  }

  private static func outOfRange(_ number: String) -> LiteralRefusal {
    LiteralRefusal(
      LocalizedText(th: "\(number) ใหญ่เกินกว่าจะคำนวณได้", en: "\(number) is beyond the range")
    )
  }

  /// `other` is the function that reads the text, where the text is a day of the other era.
  private static func noDay(_ text: String, other: String?) -> LiteralRefusal {
    guard let other else {
      return LiteralRefusal(
        LocalizedText(th: "\"\(text)\" อ่านเป็นวันที่ไม่ได้", en: "\"\(text)\" is no day")
      )
    }
    let isBuddhist = other == "be_date"
    return LiteralRefusal(
      LocalizedText(
        th: "\"\(text)\" เป็นวันที่ปี \(isBuddhist ? "พ.ศ." : "ค.ศ.")",
        en: "\"\(text)\" has a year of the \(isBuddhist ? "B.E." : "C.E.")"
      ),
      help: LocalizedText(
        th: "ให้เขียน \(other)(\"\(text)\")",
        en: "write \(other)(\"\(text)\")"
      )
    )
  }
}

/// The forms of a day that the constructors take, each of one era, so that a year is never guessed.
enum DateForms {
  /// A day written with a year of the C.E., such as 2025-06-25, 25/06/2025 or 25 June 2025.
  static func commonEra(_ text: String) -> CalendarDate? {
    guard let reading = CalendarDate.read(text) else { return nil }
    return reading.form == .ce || reading.form == .ceWritten ? reading.date : nil
  }

  /// A day written with a year of the B.E., such as 25 มิถุนายน 2568, 25/06/2568 or 2568-06-25.
  static func buddhistEra(_ text: String) -> CalendarDate? {
    guard let reading = CalendarDate.read(text) else { return nil }
    return reading.form == .ce || reading.form == .ceWritten ? nil : reading.date
  }
}
