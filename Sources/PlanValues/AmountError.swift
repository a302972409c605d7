/// Why a text is not an amount.
public enum AmountError: Error, Sendable, Hashable {
  /// Nothing is there.
  case empty
  /// The text is not written as a number.
  case notANumber
  /// Commas are not in front of every third digit.
  case misplacedComma
  /// More decimal places than the type holds, and not only zeros.
  case tooPrecise
  /// The number is beyond the range of the type.
  case outOfRange
}
