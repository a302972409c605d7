/// The footer of a TZif file: the rule for times after the last change (`CST6CDT,M3.2.0,M11.1.0`).
struct PosixZone {
  private let standard: Int64
  private let summer: Int64?
  private let start: Change?
  private let end: Change?

  /// Reads the POSIX form; nil when there is none or it is not understood.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    var rest = Array(first.utf8)[...]
    guard Self.skipName(&rest), let standard = Self.time(&rest) else { return nil }
    self.standard = -standard
    guard !rest.isEmpty else {
      summer = nil
      start = nil
      end = nil
      return
    }
    guard Self.skipName(&rest), parts.count == 3, let start = Change(parts[1]),
      let end = Change(parts[2])
    else { return nil }
    summer = rest.isEmpty ? -standard + 3_600 : Self.time(&rest).map { -$0 }
    self.start = start
    self.end = end
  }

  /// Seconds east of UTC.
  func offset(at time: Int64) -> Int64 {
    guard let summer, let start, let end else { return standard }
    let year = CivilTime(seconds: time + standard).year
    let from = start.seconds(in: year) - standard
    let to = end.seconds(in: year) - summer
    let isSummer = from < to ? time >= from && time < to : time >= from || time < to
    return isSummer ? summer : standard
  }

  /// A day of the year on which the offset changes.
  private struct Change {
    private enum Day {
      case month(Int64, week: Int64, weekday: Int64)
      case julian(Int64)
      case zeroBased(Int64)
    }

    private let day: Day
    private let time: Int64

    init?(_ text: Substring) {
      let halves = text.split(separator: "/")
      guard let head = halves.first, let mark = head.utf8.first else { return nil }
      if mark == UInt8(ascii: "M") {
        let numbers = head.dropFirst().split(separator: ".").compactMap { Int64($0) }
        guard numbers.count == 3 else { return nil }
        day = .month(numbers[0], week: numbers[1], weekday: numbers[2])
      } else if mark == UInt8(ascii: "J"), let number = Int64(head.dropFirst()) {
        day = .julian(number)
      } else if let number = Int64(head) {
        day = .zeroBased(number)
      } else {
        return nil
      }
      guard halves.count > 1 else {
        time = 7_200
        return
      }
      var rest = Array(halves[1].utf8)[...]
      guard let time = PosixZone.time(&rest) else { return nil }
      self.time = time
    }

    /// Seconds since 1970 of the local clock.
    func seconds(in year: Int64) -> Int64 {
      let newYear = CivilTime.days(year: year, month: 1, day: 1)
      switch day {
      case .julian(let number):
        let isAfterLeapDay = number >= 60 && CivilTime.days(in: 2, of: year) == 29
        return (newYear + number - 1 + (isAfterLeapDay ? 1 : 0)) * 86_400 + time
      case .zeroBased(let number): return (newYear + number) * 86_400 + time
      case .month(let month, let week, let weekday):
        let first = CivilTime.days(year: year, month: month, day: 1)
        let shift = (weekday - (first + 4).floorModulo(by: 7)).floorModulo(by: 7)
        var day = shift + (week - 1) * 7
        while day >= CivilTime.days(in: month, of: year) { day -= 7 }
        return (first + day) * 86_400 + time
      }
    }
  }

  private static func skipName(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(end + 1)...]
      return true
    }
    let name = rest.prefix { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & ~0x20)
    }
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// `[+-]h[:m[:s]]` in seconds.
  private static func time(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let isNegative = rest.first == UInt8(ascii: "-")
    if let sign = rest.first, isNegative || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var total: Int64 = 0
    for unit in [3_600, 60, 1] as [Int64] {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits.count <= 3, let number = IntegerText.int64(digits) else { return nil }
      total += number * unit
      rest = rest.dropFirst(digits.count)
      guard rest.first == UInt8(ascii: ":") else { break }
      rest = rest.dropFirst()
    }
    return isNegative ? -total : total
  }
}
