import CEL
import Diagnostics
import DocumentArena
import PlanValues
import Submissions

/// Operators and constructors of money, dates and exact decimals.
///
/// Same types add, subtract and compare; a whole number stands beside money as baht and beside a
/// decimal as itself, so that `line.amount > 0` needs no conversion. Money times a decimal rounds
/// half up to the satang; where another rounding is wanted there are `percent_of` and `fraction_of`.
/// Overflow is an error of the expression.
enum AmountFunctions {
  static func declare(in environment: inout Environment) {
    environment.opaqueTypes[PlanType.moneyName] = OpaqueTypeDeclaration(
      PlanType.moneyName,
      read: { document, node in
        if let amount = try? Money.read(utf8: document.bytes(of: node).span) {
          // What the reader found to be out of bounds is a truth value to rules.
          return document.kind(of: node) == .bool ? nil : amount.satang
        }
        guard case .money(let amount) = FieldValue(node, as: .money, in: document) else {
          return nil
        }
        return amount.satang
      },
      describe: { Money(satang: $0).formatted() },
      constructor: "money"
    )
    environment.opaqueTypes[PlanType.decimalName] = OpaqueTypeDeclaration(
      PlanType.decimalName,
      read: { document, node in
        guard case .decimal(let number) = FieldValue(node, as: .decimal, in: document) else {
          return nil
        }
        return number.micros
      },
      describe: { ExactDecimal(micros: $0).formatted() },
      constructor: "decimal"
    )
    environment.opaqueTypes[PlanType.dateName] = OpaqueTypeDeclaration(
      PlanType.dateName,
      read: { document, node in readDate(document.text(of: node)) },
      describe: { CalendarDate(dayNumber: $0)?.formatted(.iso) ?? "" },
      constructor: "date"
    )
    declareComparisons(in: &environment)
    declareArithmetic(in: &environment)
    declareConstructors(in: &environment)
    AmountLiterals.check(in: &environment)
    PercentFunctions.declare(in: &environment)
  }

  /// A day as fields hold it, common era in the ISO form; Thai digits are digits.
  ///
  /// A year of the Buddhist era typed by mistake is found by the reader (STR-004) and never computed
  /// with.
  static func readDate(_ text: String) -> Int64? {
    if let date = CalendarDate(iso: text) {
      return date.year > DateReading.lastCommonEraYear ? nil : Int64(date.dayNumber)
    }
    guard let reading = CalendarDate.read(text), reading.form == .ce else { return nil }
    return Int64(reading.date.dayNumber)
  }

  // MARK: Comparison

  private static func declareComparisons(in environment: inout Environment) {
    let tests: [(name: String, id: String, holds: @Sendable (Int64, Int64) -> Bool)] = [
      (Operator.less, "less", { $0 < $1 }),
      (Operator.lessOrEqual, "less_equals", { $0 <= $1 }),
      (Operator.greater, "greater", { $0 > $1 }),
      (Operator.greaterOrEqual, "greater_equals", { $0 >= $1 }),
    ]
    for (name, id, holds) in tests {
      for type in [PlanType.moneyName, PlanType.dateName, PlanType.decimalName] {
        let opaque = CELType.opaque(type, [])
        environment.add(
          name,
          Overload("\(id)_\(type)", [opaque, opaque], .bool, cost: .constant, .compareBits(holds))
        )
      }
      for (type, scale) in [(PlanType.moneyName, Int64(100)), (PlanType.decimalName, 1_000_000)] {
        let opaque = CELType.opaque(type, [])
        environment.add(
          name,
          Overload(
            "\(id)_\(type)_int",
            [opaque, .int],
            .bool,
            cost: .constant,
            .compareBits { holds(compare($0, $1, scale: scale), 0) }
          )
        )
        environment.add(
          name,
          Overload(
            "\(id)_int_\(type)",
            [.int, opaque],
            .bool,
            cost: .constant,
            .compareBits { holds(0, compare($1, $0, scale: scale)) }
          )
        )
      }
    }
  }

  /// −1, 0 or 1: scaled units against a whole number, without overflow.
  static func compare(_ units: Int64, _ whole: Int64, scale: Int64) -> Int64 {
    let (product, overflow) = whole.multipliedReportingOverflow(by: scale)
    if overflow { return whole > 0 ? -1 : 1 }
    return units < product ? -1 : units > product ? 1 : 0
  }

  // MARK: Arithmetic

  private static func declareArithmetic(in environment: inout Environment) {
    let sums: [(name: String, id: String, of: @Sendable (Int64, Int64) -> Int64?)] = [
      (
        Operator.add, "add",
        {
          let (sum, overflow) = $0.addingReportingOverflow($1)
          return overflow ? nil : sum
        }
      ),
      (
        Operator.subtract, "subtract",
        {
          let (difference, overflow) = $0.subtractingReportingOverflow($1)
          return overflow ? nil : difference
        }
      ),
    ]
    for (name, id, combine) in sums {
      for (type, scale) in [(PlanType.moneyName, Int64(100)), (PlanType.decimalName, 1_000_000)] {
        let opaque = CELType.opaque(type, [])
        environment.add(
          name,
          Overload(
            "\(id)_\(type)",
            [opaque, opaque],
            opaque,
            cost: .constant,
            .combineBits(combine)
          )
        )
        environment.add(
          name,
          Overload(
            "\(id)_\(type)_int",
            [opaque, .int],
            opaque,
            cost: .constant,
            .combineBits { a, b in scaled(b, by: scale).flatMap { combine(a, $0) } }
          )
        )
        environment.add(
          name,
          Overload(
            "\(id)_int_\(type)",
            [.int, opaque],
            opaque,
            cost: .constant,
            .combineBits { a, b in scaled(a, by: scale).flatMap { combine($0, b) } }
          )
        )
      }
    }
    declareProducts(in: &environment)
    for type in [PlanType.moneyName, PlanType.decimalName] {
      let opaque = CELType.opaque(type, [])
      environment.add(
        Operator.negate,
        Overload(
          "negate_\(type)",
          [opaque],
          opaque,
          cost: .constant,
          .values { arguments in
            guard case .opaque(_, let bits)? = arguments.first?.payload, bits != .min else {
              return overflow
            }
            return Value(.opaque(type: type, bits: -bits))
          }
        )
      )
    }
  }

  private static func scaled(_ whole: Int64, by scale: Int64) -> Int64? {
    let (product, overflow) = whole.multipliedReportingOverflow(by: scale)
    return overflow ? nil : product
  }

  private static func declareProducts(in environment: inout Environment) {
    let byDecimal: @Sendable (Int64, Int64) -> Int64? = { satang, micros in
      Money(satang: satang).scaled(by: ExactDecimal(micros: micros))?.satang
    }
    let byWhole: @Sendable (Int64, Int64) -> Int64? = { scaled($0, by: $1) }
    let decimals: @Sendable (Int64, Int64) -> Int64? = {
      ExactDecimal(micros: $0).multiplied(by: ExactDecimal(micros: $1))?.micros
    }
    let money = PlanType.money
    let decimal = PlanType.decimal
    let times = Operator.multiply
    environment.add(
      times,
      Overload(
        "multiply_money_decimal",
        [money, decimal],
        money,
        cost: .constant,
        .combineBits(byDecimal)
      )
    )
    environment.add(
      times,
      Overload(
        "multiply_decimal_money",
        [decimal, money],
        money,
        cost: .constant,
        .combineBits { byDecimal($1, $0) }
      )
    )
    environment.add(
      times,
      Overload("multiply_money_int", [money, .int], money, cost: .constant, .combineBits(byWhole))
    )
    environment.add(
      times,
      Overload("multiply_int_money", [.int, money], money, cost: .constant, .combineBits(byWhole))
    )
    environment.add(
      times,
      Overload(
        "multiply_decimal",
        [decimal, decimal],
        decimal,
        cost: .constant,
        .combineBits(decimals)
      )
    )
    environment.add(
      times,
      Overload(
        "multiply_decimal_int",
        [decimal, .int],
        decimal,
        cost: .constant,
        .combineBits(byWhole)
      )
    )
    environment.add(
      times,
      Overload(
        "multiply_int_decimal",
        [.int, decimal],
        decimal,
        cost: .constant,
        .combineBits(byWhole)
      )
    )
    environment.add(
      Operator.divide,
      Overload(
        "divide_decimal",
        [decimal, decimal],
        decimal,
        cost: .constant,
        .values { quotient($0[0].decimal, $0[1].decimal) }
      )
    )
    environment.add(
      Operator.divide,
      Overload(
        "divide_decimal_int",
        [decimal, .int],
        decimal,
        cost: .constant,
        .values { quotient($0[0].decimal, $0[1].int.flatMap { ExactDecimal($0) }) }
      )
    )
  }

  private static func quotient(_ number: ExactDecimal?, _ divisor: ExactDecimal?) -> Value {
    if divisor?.micros == 0 { return Value(.error(.divisionByZero)) }
    guard let number, let divisor, let result = number.divided(by: divisor) else {
      return overflow
    }
    return PlanType.decimal(result)
  }

  // MARK: Constructors

  private static func declareConstructors(in environment: inout Environment) {
    // baht(n): an amount of whole baht.
    environment.add(
      "baht",
      Overload("baht_int", [.int], PlanType.money, cost: .constant, .values(baht))
    )
    // money("1,250.50"): an amount as people write it.
    environment.add(
      "money",
      Overload("money_string", [.string], PlanType.money, cost: .linear, .values(moneyOfText))
    )
    // decimal("40.5") and decimal(40): an exact number.
    environment.add(
      "decimal",
      Overload("decimal_string", [.string], PlanType.decimal, cost: .linear, .values(decimalOfText))
    )
    environment.add(
      "decimal",
      Overload("decimal_int", [.int], PlanType.decimal, cost: .constant, .values(decimalOfWhole))
    )
    // date("2025-06-25"): a day.
    environment.add(
      "date",
      Overload("date_string", [.string], PlanType.date, cost: .linear, .values(dateOfText))
    )
  }

  // One function each, with statements: as chains of optionals in closures these stop the optimiser of
  // Swift 6.3.1 (an ownership error in CopyPropagation).

  @Sendable private static func baht(_ arguments: [Value]) -> Value {
    guard let number = arguments.first?.int, let amount = Money(baht: number) else {
      return overflow
    }
    return PlanType.money(amount)
  }

  @Sendable private static func moneyOfText(_ arguments: [Value]) -> Value {
    guard let text = arguments.first?.string, let amount = Money(text) else {
      return unreadable(arguments[0], AmountLiterals.money)
    }
    return PlanType.money(amount)
  }

  @Sendable private static func decimalOfText(_ arguments: [Value]) -> Value {
    guard let text = arguments.first?.string, let number = ExactDecimal(text) else {
      return unreadable(arguments[0], AmountLiterals.decimal)
    }
    return PlanType.decimal(number)
  }

  @Sendable private static func decimalOfWhole(_ arguments: [Value]) -> Value {
    guard let whole = arguments.first?.int, let number = ExactDecimal(whole) else {
      return overflow
    }
    return PlanType.decimal(number)
  }

  @Sendable private static func dateOfText(_ arguments: [Value]) -> Value {
    guard let text = arguments.first?.string, let day = DateForms.commonEra(text) else {
      return unreadable(arguments[0], AmountLiterals.day)
    }
    return PlanType.date(day)
  }

  static var overflow: Value {
    Value(
      .error(
        EvaluationError(
          LocalizedText(
            th: "ผลลัพธ์เกินช่วงของตัวเลขที่คำนวณได้ โปรดตรวจว่ามีตัวเลขใดใหญ่เกินจริงหรือไม่",
            en: "the result overflows; look for a number that is far too large"
          )
        )
      )
    )
  }

  /// Why a text that was computed cannot be read; the same as of one that is written in the rule.
  static func unreadable(_ text: Value, _ refusal: (String) -> LiteralRefusal?) -> Value {
    guard let refusal = text.string.flatMap(refusal) else { return DateFunctions.wrong }
    return Value(.error(EvaluationError(refusal.message)))
  }
}

extension Environment {
  /// Adds an overload to a function, which is made when it is new.
  mutating func add(_ name: String, _ overload: Overload) {
    if functions[name] == nil {
      functions[name] = FunctionDeclaration(name, [overload])
    } else {
      functions[name]?.overloads.append(overload)
    }
  }
}
