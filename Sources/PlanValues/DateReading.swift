import ThaiText

/// A date that was read from text, with the form in which it stood there.
///
/// A field that takes C.E. dates can so report a B.E. date instead of computing with it.
public struct DateReading: Sendable, Hashable {
  /// The forms in which a date may be written.
  public enum Form: Sendable, Hashable {
    /// yyyy-mm-dd with a C.E. year, the form of our data files.
    case ce
    /// yyyy-mm-dd with a year over 2400: a B.E. year typed in the C.E. form.
    case beTypedAsCE
    /// Day first with a B.E. year: 25 มิถุนายน 2568, ๒๕ มิ.ย. ๒๕๖๘, 25/06/2568.
    case be
    /// Day first with a B.E. year of two digits behind a Thai month: 25 มิ.ย. 68.
    case beTwoDigits
    /// Day first with a C.E. year: 25 June 2025, 25 มิถุนายน ค.ศ. 2025, 25/06/2025.
    case ceWritten
  }

  /// The day that is meant.
  public let date: CalendarDate
  /// How it was written.
  public let form: Form

  /// Years above this one are taken for Buddhist era (requirements, section A).
  public static let lastCommonEraYear = 2400
}

extension CalendarDate {
  /// Reads yyyy-mm-dd strictly: ten ASCII characters, an existing day, no spaces.
  ///
  /// Says nothing about the era: 2568-06-25 is read as a day of the year 2568 C.E. Use
  /// ``read(_:)`` to tell B.E. years apart.
  public init?(iso text: String) { self.init(isoUTF8: text.utf8.span) }

  /// Reads yyyy-mm-dd strictly, from UTF-8 bytes.
  public init?(isoUTF8 bytes: Span<UInt8>) {
    guard let parts = ISODateParts(bytes) else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  /// Reads a date in any of the forms of ``DateReading/Form``; nil if it is none or no such day.
  ///
  /// Thai and other digits are read alike; "วันที่", "พ.ศ." and "ค.ศ." may stand where people write
  /// them. Dates with slashes are day/month/year, or year/month/day. Cost: linear in the text.
  public static func read(_ text: String) -> DateReading? {
    if let parts = ISODateParts(text.utf8.span) { return read(parts) }
    let normal = ThaiNormalizer.normalize(text, digits: .arabic)
    if let parts = ISODateParts(normal.utf8.span) { return read(parts) }
    // The longest form has about 40 characters; anything long is prose.
    guard normal.utf8.count <= 160 else { return nil }
    return WrittenDate(normal).reading
  }

  private static func read(_ parts: ISODateParts) -> DateReading? {
    if parts.year > DateReading.lastCommonEraYear {
      return CalendarDate(buddhistYear: parts.year, month: parts.month, day: parts.day)
        .map { DateReading(date: $0, form: .beTypedAsCE) }
    }
    return CalendarDate(year: parts.year, month: parts.month, day: parts.day)
      .map { DateReading(date: $0, form: .ce) }
  }
}

/// The numbers of a text of the shape yyyy-mm-dd.
struct ISODateParts {
  let year: Int
  let month: Int
  let day: Int

  init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    guard let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
      let day = Self.number(bytes, 8..<10)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var result = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      result = result * 10 + Int(digit)
    }
    return result
  }
}
