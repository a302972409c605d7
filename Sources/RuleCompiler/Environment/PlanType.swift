package import Alignment
package import CEL
import Diagnostics
package import PlanValues
import Submissions

/// The value types that the rule language adds to CEL, and how the types of fields map to CEL's.
///
/// All fit in 64 bits: money is satang, a date is a day number, a decimal is millionths, an item of a
/// plan is its number in the graph.
package enum PlanType {
  /// The name of the type of amounts.
  static let moneyName = "money"
  /// The name of the type of days.
  static let dateName = "date"
  /// The name of the type of exact numbers.
  static let decimalName = "decimal"

  /// The name of the type of items of plans.
  package static let nodeName = "node"

  static let money = CELType.opaque(moneyName, [])
  static let date = CELType.opaque(dateName, [])
  static let decimal = CELType.opaque(decimalName, [])
  static let node = CELType.opaque(nodeName, [])

  /// What the types are called in messages.
  static let labels: [String: LocalizedText] = [
    moneyName: LocalizedText(th: "จำนวนเงิน", en: "amount of money"),
    dateName: LocalizedText(th: "วันที่", en: "date"),
    decimalName: LocalizedText(th: "ทศนิยมแบบแม่นตรง", en: "exact decimal"),
    nodeName: LocalizedText(th: "รายการของแผน", en: "item of a plan"),
  ]

  /// The CEL type of a field.
  static func celType(of type: FieldType, owner: String) -> CELType {
    switch type {
    case .text, .code, .catalogue: .string
    case .int, .beYear: .int
    case .decimal: decimal
    case .money: money
    case .date: date
    case .bool: .bool
    case .record(let name): .record(recordName(name, owner: owner))
    case .list(let element): .list(celType(of: element, owner: owner))
    case .map(let value): .map(.string, celType(of: value, owner: owner))
    }
  }

  /// The name under which a record of a kind is declared: kinds may use one name for two records.
  static func recordName(_ name: String, owner: String) -> String { owner + "/" + name }

  /// The name under which the submission itself is declared.
  static func rootName(_ owner: String) -> String { owner }

  static func money(_ amount: Money) -> Value {
    Value(.opaque(type: moneyName, bits: amount.satang))
  }

  static func date(_ date: CalendarDate) -> Value {
    Value(.opaque(type: dateName, bits: Int64(date.dayNumber)))
  }

  static func decimal(_ number: ExactDecimal) -> Value {
    Value(.opaque(type: decimalName, bits: number.micros))
  }

  static func node(_ node: PlanNode, origin: NodeReference? = nil) -> Value {
    Value(.opaque(type: nodeName, bits: Int64(node.number)), origin: origin)
  }
}

extension Value {
  /// The amount, when the value is one.
  @inline(never) package var money: Money? {
    guard case .opaque(PlanType.moneyName, let bits) = payload else { return nil }
    return Money(satang: bits)
  }

  // None of these may be inlined: inlined into closures of a chain of optionals they stop the optimiser of
  // Swift 6.3.1 with an ownership error.

  /// The day, when the value is one.
  @inline(never) package var date: CalendarDate? {
    guard case .opaque(PlanType.dateName, let bits) = payload else { return nil }
    return CalendarDate(dayNumber: bits)
  }

  /// The exact number, when the value is one.
  @inline(never) package var decimal: ExactDecimal? {
    guard case .opaque(PlanType.decimalName, let bits) = payload else { return nil }
    return ExactDecimal(micros: bits)
  }

  /// The item of a plan, when the value is one.
  @inline(never) package var planNode: PlanNode? {
    guard case .opaque(PlanType.nodeName, let bits) = payload else { return nil }
    return PlanNode(number: bits)
  }

  /// The integer, when the value is one.
  @inline(never) package var int: Int64? {
    guard case .int(let number) = payload else { return nil }
    return number
  }

  /// The text, when the value is one.
  @inline(never) package var string: String? {
    guard case .string(let text) = payload else { return nil }
    return text
  }

  /// The truth value, when the value is one.
  @inline(never) package var bool: Bool? {
    guard case .bool(let flag) = payload else { return nil }
    return flag
  }

  /// The missing data, when the value is unknown.
  @inline(never) package var unknown: UnknownSet? {
    guard case .unknown(let set) = payload else { return nil }
    return set
  }

  /// The error, when the value is one.
  @inline(never) package var error: EvaluationError? {
    guard case .error(let error) = payload else { return nil }
    return error
  }
}
