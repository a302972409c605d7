import CEL
import Diagnostics

/// What the rule language has for functions and operators that people know from elsewhere.
enum FamiliarWords {
  static func declare(in environment: inout Environment) {
    environment.makeHints = { hints }
  }

  private static let hints: WritingHints = {
    var hints = WritingHints()
    hints.fraction = PlanType.decimalName
    for (names, help) in words {
      for name in names { hints.words[WritingHints.key(of: name)] = help }
    }
    for (function, left, right, help) in operators {
      hints.operators[WritingHints.Use(function, left, right)] = help
    }
    return hints
  }()

  private static func write(_ th: String, _ en: String) -> LocalizedText {
    LocalizedText(th: "ให้ใช้ \(th)", en: "write \(en)")
  }

  private static func write(_ text: String) -> LocalizedText { write(text, text) }

  private static let words: [(names: [String], help: LocalizedText)] = [
    (
      ["abs"],
      write(
        "max(a - b, b - a) สำหรับค่าสัมบูรณ์ของผลต่าง",
        "max(a - b, b - a) for the size of a difference"
      )
    ),
    (["len", "length", "count", "counta", "strlen"], write("size(…)")),
    (
      ["avg", "average", "mean"],
      write(
        "fraction_of(sum(รายการ), 1, size(รายการ), \"half_up\") สำหรับจำนวนเงินเฉลี่ย",
        "fraction_of(sum(list), 1, size(list), \"half_up\") for the mean of amounts"
      )
    ),
    (
      ["today", "now", "date_now", "current_date"],
      write("as_of ซึ่งเป็นวันที่ตรวจ", "as_of, the day of the check")
    ),
    (
      ["is_null", "is_empty", "is_blank", "empty", "missing"],
      write("blank(…)")
    ),
    (["not_null", "not_empty", "is_filled"], write("filled(…)")),
    (
      ["round", "roundup", "rounddown", "ceil", "floor", "trunc"],
      write(
        "percent_of หรือ fraction_of ซึ่งบอกวิธีปัดเศษ ส่วนจำนวนเงินตรงถึงสตางค์อยู่แล้ว",
        "percent_of or fraction_of, which say how to round; amounts are exact to the satang"
      )
    ),
    (
      ["year", "fiscal_year"],
      write("fiscal_year_of(…) หรือ be_year_of(…)", "fiscal_year_of(…) or be_year_of(…)")
    ),
    (["quarter"], write("quarter_of(…)")),
    (["days", "datediff", "date_diff", "daysbetween"], write("days_between(a, b)")),
    (["date_add", "add_day", "plus_days", "edate"], write("add_days(d, n)")),
    (["any", "some"], write("exists(x, …)")),
    (["every", "for_all"], write("all(x, …)")),
    (["select", "where", "find", "sumif", "countif"], write("filter(x, …)")),
    (["for_each", "each", "collect"], write("map(x, …)")),
    (["includes", "include"], write("value in list")),
    (["concat", "concatenate"], write("a + b")),
    (["unique"], write("distinct(…)")),
    (["regex", "regex_match", "like"], write("text.matches('…')")),
    (["iif", "ifelse", "choose"], write("เงื่อนไข ? ค่า : ค่า", "condition ? value : value")),
    (["to_int", "parse_int", "integer"], write("int(…)")),
    (["to_string", "str"], write("string(…)")),
    (["float", "to_number", "to_decimal"], write("decimal(…)")),
  ]

  private static let operators: [(String, CELType, CELType, LocalizedText)] = [
    (
      Operator.subtract, PlanType.date, PlanType.date,
      write(
        "days_between(ก, ข) ซึ่งนับวันจาก ก ถึง ข",
        "days_between(a, b), the days from a to b"
      )
    ),
    (Operator.add, PlanType.date, .int, write("add_days(d, n)")),
    (Operator.add, .int, PlanType.date, write("add_days(d, n)")),
    (Operator.subtract, PlanType.date, .int, write("add_days(d, -n)")),
    (
      Operator.divide, PlanType.money, .int,
      write("fraction_of(a, 1, n, \"half_up\")")
    ),
    (
      Operator.divide, PlanType.money, PlanType.decimal,
      write("fraction_of(a, m, n, \"half_up\")")
    ),
    (
      Operator.divide, PlanType.money, PlanType.money,
      write(
        "a >= percent_of(b, 50, \"half_up\") เพื่อเทียบสัดส่วน",
        "a >= percent_of(b, 50, \"half_up\") to compare shares"
      )
    ),
    (
      Operator.multiply, PlanType.money, PlanType.money,
      LocalizedText(
        th: "จำนวนเงินคูณได้กับจำนวนนับหรือ decimal(\"…\") เท่านั้น",
        en: "an amount is multiplied by a whole number or a decimal(\"…\")"
      )
    ),
  ]
}
