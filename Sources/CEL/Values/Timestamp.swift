/// A point in time from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
struct Timestamp: Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  let seconds: Int64
  /// Nanoseconds of the second, 0 to 999,999,999.
  let nanoseconds: Int32

  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// A point in time, nil outside the range.
  init?(checking seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds) else { return nil }
    self.init(seconds: seconds, nanoseconds: nanoseconds)
  }

  var payload: Value.Payload { .timestamp(seconds: seconds, nanoseconds: nanoseconds) }

  /// The point later by a span, nil outside the range.
  func adding(_ span: TimeSpan) -> Timestamp? {
    let (sum, overflow) = Int64(nanoseconds).addingReportingOverflow(
      span.total % TimeSpan.perSecond
    )
    if overflow { return nil }
    let carry = sum.floorDivided(by: TimeSpan.perSecond)
    let (whole, overflow2) = seconds.addingReportingOverflow(span.total / TimeSpan.perSecond)
    let (later, overflow3) = whole.addingReportingOverflow(carry)
    if overflow2 || overflow3 { return nil }
    return Timestamp(
      checking: later,
      nanoseconds: Int32(truncatingIfNeeded: sum - carry * TimeSpan.perSecond)
    )
  }

  /// The span since another point, nil when it overflows.
  func since(_ other: Timestamp) -> TimeSpan? {
    TimeSpan(
      checking: seconds - other.seconds,
      nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds)
    )
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, with as many digits of the fraction as are needed.
  var description: String {
    let civil = CivilTime(seconds: seconds)
    let date = padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2)
    let time =
      padded(civil.hour, 2) + ":" + padded(civil.minute, 2) + ":" + padded(civil.second, 2)
    return date + "T" + time + fraction + "Z"
  }

  private var fraction: String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(Int64(nanoseconds), 9)
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return "." + digits
  }

  private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Timestamp {
  /// Reads RFC 3339, nil when the text is none or outside the range.
  init?(parsing text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), scanner.skip("T"),
      let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2),
      scanner.skip(":"), let second = scanner.number(2), let fraction = scanner.fraction(),
      let offset = scanner.offset(), scanner.isAtEnd,
      (1...12).contains(month), (1...CivilTime.days(in: month, of: year)).contains(day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let days = CivilTime.days(year: year, month: month, day: day)
    self.init(
      checking: days * 86_400 + hour * 3_600 + minute * 60 + second - offset,
      nanoseconds: fraction
    )
  }
}

/// Reads fixed-width numbers from an ASCII text.
struct DigitScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(_ width: Int) -> Int64? {
    guard rest.count >= width else { return nil }
    var value: Int64 = 0
    for byte in rest.prefix(width) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    rest = rest.dropFirst(width)
    return value
  }

  /// `.123` as nanoseconds, 0 when there is none; digits beyond the ninth are dropped.
  mutating func fraction() -> Int32? {
    guard skip(".") else { return 0 }
    var value: Int32 = 0
    var digits = 0
    while let digit = number(1) {
      if digits < 9 { value = value * 10 + Int32(digit) }
      digits += 1
    }
    guard digits > 0 else { return nil }
    for _ in min(digits, 9)..<9 { value *= 10 }
    return value
  }

  /// `Z` or `+07:00` as seconds.
  mutating func offset() -> Int64? {
    if skip("Z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = number(2), skip(":"), let minutes = number(2),
      hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return isNegative ? -seconds : seconds
  }
}
