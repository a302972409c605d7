/// What happens to the part of an amount that its unit cannot hold.
public enum Rounding: Sendable, CaseIterable {
  /// To the nearest; a half goes away from zero, as in commercial practice (0.125 → 0.13).
  case halfUp
  /// To the nearest; a half goes to the even neighbour.
  case halfEven
  /// Towards zero.
  case down
  /// Away from zero.
  case up

  /// Divides and rounds; gives nil when the divisor is zero or the result leaves `Int64`.
  static func divide(_ dividend: Int128, by divisor: Int128, _ rounding: Rounding) -> Int64? {
    guard divisor != 0 else { return nil }
    let (quotient, overflow) = dividend.dividedReportingOverflow(by: divisor)
    guard !overflow else { return nil }
    let remainder = dividend - quotient * divisor
    guard remainder != 0 else { return Int64(exactly: quotient) }
    let away: Int128 = (dividend < 0) == (divisor < 0) ? 1 : -1
    let rest = remainder.magnitude
    // Compared with the other part of the divisor, because twice the rest could overflow.
    let other = divisor.magnitude - rest
    let step: Bool =
      switch rounding {
      case .down: false
      case .up: true
      case .halfUp: rest >= other
      case .halfEven: rest > other || (rest == other && quotient % 2 != 0)
      }
    return Int64(exactly: step ? quotient + away : quotient)
  }
}
