import ThaiText

/// Which digits a number is written with.
public enum NumeralStyle: Sendable {
  /// 0–9.
  case arabic
  /// ๐–๙.
  case thai

  /// The text with its digits in this style.
  public func apply(to text: String) -> String {
    switch self {
    case .arabic: text
    case .thai: ThaiDigits.toThai(text)
    }
  }
}

/// Numbers as text for people.
public enum NumberText {
  /// A whole number with commas: "1,250,000".
  public static func grouped(_ number: Int64, digits: NumeralStyle = .arabic) -> String {
    FixedPoint(units: number, places: 0).text(shown: 0, grouped: true, digits: digits)
  }

  /// A percentage with two places and without its sign: "85.71".
  ///
  /// Rounded half up. The number is the percentage itself (85.714285), not the share.
  public static func percent(_ number: ExactDecimal, digits: NumeralStyle = .arabic) -> String {
    number.formatted(places: 2, digits: digits)
  }
}

/// A whole number of units of ten to the power −places, and how it is written.
struct FixedPoint {
  let units: Int64
  let places: Int

  /// The number with exactly `shown` places, rounded half up where it has more.
  func text(shown: Int, grouped: Bool, digits: NumeralStyle) -> String {
    let unit = UInt64(Self.powerOfTen(places - shown))
    var magnitude = units.magnitude / unit
    if unit > 1, units.magnitude % unit >= unit / 2 { magnitude += 1 }
    let divisor = UInt64(Self.powerOfTen(shown))
    var result = Self.whole(magnitude / divisor, grouped: grouped)
    if shown > 0 {
      let fraction = String(magnitude % divisor)
      result += "." + String(repeating: "0", count: shown - fraction.utf8.count) + fraction
    }
    if units < 0, magnitude != 0 { result = "-" + result }
    return digits.apply(to: result)
  }

  /// The number without trailing zeros behind the point.
  func shortestText(grouped: Bool, digits: NumeralStyle) -> String {
    var shown = places
    while shown > 0, units % Self.powerOfTen(places - shown + 1) == 0 { shown -= 1 }
    return text(shown: shown, grouped: grouped, digits: digits)
  }

  /// Ten to a power from 0 to 18.
  static func powerOfTen(_ power: Int) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<min(max(power, 0), 18) { result *= 10 }
    return result
  }

  private static func whole(_ number: UInt64, grouped: Bool) -> String {
    let digits = String(number)
    guard grouped, digits.utf8.count > 3 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }
}
