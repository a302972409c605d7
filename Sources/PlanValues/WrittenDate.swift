/// A date written for people, day first; the text is in normal form with digits 0–9.
struct WrittenDate {
  private enum Era { case unsaid, buddhist, common }

  private var rest: Substring
  private(set) var reading: DateReading?

  init(_ text: String) {
    rest = text[...]
    _ = take("วันที่") || take("วัน ที่")
    if let date = readYearFirst() {
      reading = date
      return
    }
    guard let day = takeNumber(maxDigits: 2) else { return }
    let isNumeric = rest.utf8.first.map { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
    if isNumeric ?? false {
      reading = readNumeric(day: day.value)
    } else {
      reading = readNamed(day: day.value)
    }
  }

  /// 2568/06/25; with hyphens that is the ISO form, which is read elsewhere.
  private mutating func readYearFirst() -> DateReading? {
    let start = rest
    guard let year = takeNumber(maxDigits: 4), year.digits == 4, take("/"),
      let month = takeNumber(maxDigits: 2), take("/"), let day = takeNumber(maxDigits: 2),
      rest.isEmpty
    else {
      rest = start
      return nil
    }
    let era: Era = year.value > DateReading.lastCommonEraYear ? .buddhist : .common
    return date(day: day.value, month: month.value, year: year.value, era: era)
  }

  /// 25/06/2568, 25-6-2568: the same separator twice, a year of four digits.
  private mutating func readNumeric(day: Int) -> DateReading? {
    let separator = rest.utf8.first
    dropScalars(1)
    guard let month = takeNumber(maxDigits: 2), rest.utf8.first == separator else { return nil }
    dropScalars(1)
    guard let year = takeNumber(maxDigits: 4), year.digits == 4, rest.isEmpty else { return nil }
    let era: Era = year.value > DateReading.lastCommonEraYear ? .buddhist : .common
    return date(day: day, month: month.value, year: year.value, era: era)
  }

  /// A month in words: `25 มิถุนายน 2568`, `25 มิ.ย. 68`, `25 June 2025`.
  private mutating func readNamed(day: Int) -> DateReading? {
    skipSpace()
    _ = take("เดือน")
    skipSpace()
    guard let month = takeMonth() else { return nil }
    skipSpace()
    var era = Era.unsaid
    if take("พ.ศ.") || take("พ.ศ") || take("พศ") {
      era = .buddhist
    } else if take("ค.ศ.") || take("ค.ศ") || take("คศ") {
      era = .common
    }
    skipSpace()
    guard let year = takeNumber(maxDigits: 4), rest.isEmpty else { return nil }
    if year.digits == 2, month.isThai, era != .common {
      return CalendarDate(buddhistYear: 2500 + year.value, month: month.number, day: day)
        .map { DateReading(date: $0, form: .beTwoDigits) }
    }
    guard year.digits == 4 else { return nil }
    if era == .unsaid {
      era = year.value > DateReading.lastCommonEraYear ? .buddhist : .common
    }
    return date(day: day, month: month.number, year: year.value, era: era)
  }

  private func date(day: Int, month: Int, year: Int, era: Era) -> DateReading? {
    if era == .buddhist {
      return CalendarDate(buddhistYear: year, month: month, day: day)
        .map { DateReading(date: $0, form: .be) }
    }
    return CalendarDate(year: year, month: month, day: day)
      .map { DateReading(date: $0, form: .ceWritten) }
  }

  // MARK: Words

  private mutating func takeMonth() -> (number: Int, isThai: Bool)? {
    for (index, names) in MonthNames.all.enumerated() {
      let bare = names.thaiShort.filter { $0 != "." }
      // Full names first: ม.ค. and มี.ค. are no prefixes of each other, but มี and มีนาคม are.
      if take(names.thai) || take(names.thaiShort) || take(String(names.thaiShort.dropLast()))
        || take(bare)
      {
        return (index + 1, true)
      }
    }
    let word = String(rest.unicodeScalars.prefix { $0.isASCII && $0.properties.isAlphabetic })
      .lowercased()
    for (index, names) in MonthNames.all.enumerated() {
      let name = names.english.lowercased()
      if word == name || word == name.prefix(3) {
        dropScalars(word.unicodeScalars.count)
        _ = take(".")
        return (index + 1, false)
      }
    }
    return nil
  }

  private mutating func takeNumber(maxDigits: Int) -> (value: Int, digits: Int)? {
    skipSpace()
    var value = 0
    var digits = 0
    while let byte = rest.utf8.first, byte >= 0x30, byte <= 0x39 {
      digits += 1
      guard digits <= maxDigits else { return nil }
      value = value * 10 + Int(byte - 0x30)
      dropScalars(1)
    }
    return digits > 0 ? (value, digits) : nil
  }

  /// Steps over a word and the space behind it, comparing UTF-8 bytes.
  private mutating func take(_ word: String) -> Bool {
    guard rest.utf8.starts(with: word.utf8) else { return false }
    dropScalars(word.unicodeScalars.count)
    return true
  }

  private mutating func skipSpace() {
    while rest.utf8.first == 0x20 { dropScalars(1) }
  }

  /// Never by `Character`: a figure and a Thai sign behind it are one.
  private mutating func dropScalars(_ count: Int) {
    rest = Substring(rest.unicodeScalars.dropFirst(count))
  }
}
