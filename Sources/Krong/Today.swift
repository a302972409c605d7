public import PlanValues

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The day in Thailand, for checks that are given none.
public enum Today {
  /// Seconds by which Thailand is ahead of UTC, all year round.
  private static let thaiOffset: Int64 = 7 * 3600

  /// The day in Thailand now; the machine's time zone does not matter.
  public static func inThailand() -> CalendarDate {
    day(secondsSince1970: Int64(time(nil)))
  }

  /// The day in Thailand at a time given in seconds since 1970 (UTC).
  public static func day(secondsSince1970 seconds: Int64) -> CalendarDate {
    let (local, overflow) = seconds.addingReportingOverflow(thaiOffset)
    guard !overflow else { return seconds < 0 ? .min : .max }
    // Rounds down before 1970 too.
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CalendarDate(dayNumber: days) ?? (seconds < 0 ? .min : .max)
  }
}
