import PlanValues

/// Days as workbooks count them.
enum SerialDate {
  /// The day of a serial number in ISO form, with the time of day where there is one.
  ///
  /// Day 1 is 1 January 1900, or 2 January 1904 in workbooks that count from 1904. Excel takes 1900 for
  /// a leap year, so days from 60 on are one lower than the calendar says. Times are rounded to the
  /// second: what is stored for 09:30 may lie a little below it. Nil outside the calendar of a sheet.
  static func iso(_ text: some Collection<UInt8>, from1904: Bool) -> String? {
    let characters = String(decoding: text, as: UTF8.self)
    guard let serial = Double(characters), serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = (serial * 86_400).rounded()
    var day = Int64(seconds) / 86_400
    let time = Int(seconds) % 86_400
    if from1904 {
      day += 1462
    } else if day == 0 || day == 60 {
      // No such days: 0 January, and 29 February of a year without one.
      return nil
    }
    let base: Int64 = day < 60 ? -25_568 : -25_569
    guard let date = CalendarDate(dayNumber: base + day) else { return nil }
    let iso = date.formatted(.iso)
    guard time != 0 else { return iso }
    return "\(iso)T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
  }

  /// The serial number of a day in ISO form; nil before 1 March 1900, where Excel's days are off by one.
  static func serial(_ iso: String) -> Int64? {
    guard let date = CalendarDate(iso: iso) else { return nil }
    let serial = Int64(date.dayNumber) + 25_569
    return serial > 60 ? serial : nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
