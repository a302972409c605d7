/// How a date is written.
public enum DateStyle: Sendable {
  /// 2025-06-25.
  case iso
  /// 25 มิถุนายน 2568.
  case thai
  /// 25 มิ.ย. 2568.
  case thaiShort
  /// 25 June 2025.
  case english
  /// 25 Jun 2025.
  case englishShort
}

extension CalendarDate {
  /// The date in a style, with Thai digits on request.
  public func formatted(_ style: DateStyle, digits: NumeralStyle = .arabic) -> String {
    let (year, month, day) = components
    let name = MonthNames.of(month)
    let text =
      switch style {
      case .iso: "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      case .thai: "\(day) \(name.thai) \(year + 543)"
      case .thaiShort: "\(day) \(name.thaiShort) \(year + 543)"
      case .english: "\(day) \(name.english) \(year)"
      case .englishShort: "\(day) \(name.english.prefix(3)) \(year)"
      }
    return digits.apply(to: text)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(width - digits.utf8.count, 0)) + digits
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as 2025-06-25.
  public var description: String { formatted(.iso) }
}

/// The names of a month.
package struct MonthNames: Sendable {
  package let thai: String
  package let thaiShort: String
  package let english: String

  /// The names of a month, 1 to 12.
  static func of(_ month: Int) -> MonthNames { all[Swift.min(Swift.max(month, 1), 12) - 1] }

  package static let all: [MonthNames] = [
    MonthNames(thai: "มกราคม", thaiShort: "ม.ค.", english: "January"),
    MonthNames(thai: "กุมภาพันธ์", thaiShort: "ก.พ.", english: "February"),
    MonthNames(thai: "มีนาคม", thaiShort: "มี.ค.", english: "March"),
    MonthNames(thai: "เมษายน", thaiShort: "เม.ย.", english: "April"),
    MonthNames(thai: "พฤษภาคม", thaiShort: "พ.ค.", english: "May"),
    MonthNames(thai: "มิถุนายน", thaiShort: "มิ.ย.", english: "June"),
    MonthNames(thai: "กรกฎาคม", thaiShort: "ก.ค.", english: "July"),
    MonthNames(thai: "สิงหาคม", thaiShort: "ส.ค.", english: "August"),
    MonthNames(thai: "กันยายน", thaiShort: "ก.ย.", english: "September"),
    MonthNames(thai: "ตุลาคม", thaiShort: "ต.ค.", english: "October"),
    MonthNames(thai: "พฤศจิกายน", thaiShort: "พ.ย.", english: "November"),
    MonthNames(thai: "ธันวาคม", thaiShort: "ธ.ค.", english: "December"),
  ]
}
