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
    hints.presence = (missing: "blank", present: "filled")
    hints.literals = AmountLiterals.written
    hints.constructors = ["money", "baht", "decimal", "date", "be_date"]
    hints.words = table(words)
    hints.wordsOnText = table(wordsOnText)
    hints.folds = table(folds)
    for (function, left, right, help) in operators {
      hints.operators[WritingHints.Use(function, left, right)] = help
    }
    return hints
  }()

  private static func table(
    _ entries: [(names: [String], help: LocalizedText)]
  ) -> [String: LocalizedText] {
    var table: [String: LocalizedText] = [:]
    for (names, help) in entries {
      for name in names { table[WritingHints.key(of: name)] = help }
    }
    return table
  }

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
    (["not_null", "not_empty", "is_filled", "exists"], write("filled(…)")),
    (
      ["params"],
      write(
        "params.ชื่อ โดยประกาศชื่อนั้นไว้ใน params ของเกณฑ์",
        "params.name, with the name declared in params of the rule"
      )
    ),
    (["null"], write("blank(…) หรือ filled(…)", "blank(…) or filled(…)")),
    (
      ["coalesce", "nvl", "ifnull", "iferror", "ifna"],
      write("filled(a) ? a : b")
    ),
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
    (["select", "where", "find"], write("filter(x, …)")),
    (["vlookup", "hlookup", "xlookup", "lookup"], write("list.filter(x, x.field == …)")),
    (["sumif", "sumifs"], write("sum(list.filter(x, …).map(x, x.field))")),
    (["countif", "countifs"], write("size(list.filter(x, …))")),
    (["reduce", "fold", "sumproduct"], write("sum(list.map(x, …))")),
    (["for_each", "each", "collect"], write("map(x, …)")),
    (["includes", "include", "is_in"], write("value in list")),
    (["concat", "concatenate"], write("a + b")),
    (["unique"], write("distinct(…)")),
    (["regex", "regex_match", "like"], write("text.matches('…')")),
    (["instr", "charindex", "strpos", "locate"], write("text.contains('…')")),
    (["and"], write("a && b")),
    (["or"], write("a || b")),
    (["xor"], write("a != b")),
    (["percent"], write("percent_of(a, 5, \"half_up\")")),
    (["exact", "equals"], write("a == b")),
    (["mod"], write("a % b")),
    (["between"], write("a >= b && a <= c")),
    (
      ["to_date", "parse_date", "date_value", "cdate"],
      write(
        "date(\"…\") สำหรับปี ค.ศ. หรือ be_date(\"…\") สำหรับปี พ.ศ.",
        "date(\"…\") for a year of the C.E. or be_date(\"…\") for one of the B.E."
      )
    ),
    (["if", "iif", "ifelse", "choose"], write("เงื่อนไข ? ค่า : ค่า", "condition ? value : value")),
    (["to_int", "parse_int", "integer"], write("int(…)")),
    (["to_string", "str"], write("string(…)")),
    (["float", "to_number", "to_decimal"], write("decimal(…)")),
  ]

  /// Functions of texts.
  private static let wordsOnText: [(names: [String], help: LocalizedText)] = [
    (["includes", "include", "has", "find", "search"], write("text.contains('…')")),
    (["match", "test"], write("text.matches('…')")),
  ]

  /// Functions that take a variable and an expression.
  private static let folds: [(names: [String], help: LocalizedText)] = [
    (["count", "count_if", "size", "length"], write("size(list.filter(x, …))")),
    (["sum_if", "sum_by", "total"], write("sum(list.map(x, …))")),
  ]

  private static let operators: [(String, CELType, CELType, LocalizedText)] =
    equalities + arithmetic

  /// Values of two types are never equal: the whole number is made an amount.
  private static let equalities: [(String, CELType, CELType, LocalizedText)] = {
    let makers = [(PlanType.money, write("baht(…)")), (PlanType.decimal, write("decimal(…)"))]
    return [Operator.equals, Operator.notEquals].flatMap { name in
      makers.flatMap { [(name, $0.0, .int, $0.1), (name, .int, $0.0, $0.1)] }
    }
  }()

  private static let arithmetic: [(String, CELType, CELType, LocalizedText)] = [
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
        th: "จำนวนเงินคูณได้กับจำนวนเต็มหรือ decimal(\"…\") เท่านั้น",
        en: "an amount is multiplied by a whole number or a decimal(\"…\")"
      )
    ),
  ]
}
