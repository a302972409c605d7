/// What patterns cost in steps, for hosts that bound the work of an expression.
///
/// A step is about as much as reading a field; that is some eight instructions of a pattern that is
/// compiled, or ten bytes that a pattern of usual size looks through. Only patterns with more than a thousand
/// instructions, as repetitions make them, take more for a byte.
public enum RegexSteps {
  private static let instructionsPerStep = 8
  private static let usualSize = 1_000

  /// The most that compiling a pattern takes.
  public static let mostToCompile = UInt64(RegexLimits.instructions / instructionsPerStep)

  /// The most that compiling a pattern and a search with it take, beside one step for each ten bytes.
  ///
  /// - Parameter tens: The length of the text in tens of bytes.
  /// - Returns: The steps; the largest number when there are more.
  public static func most(tens: UInt64) -> UInt64 {
    let (steps, isTooLarge) = mostToCompile.addingReportingOverflow(
      toSearch(RegexLimits.instructions, tens: tens)
    )
    return isTooLarge ? .max : steps
  }

  /// What compiling a pattern took.
  public static func toCompile(_ regex: LinearRegex) -> UInt64 {
    UInt64(regex.programSize / instructionsPerStep)
  }

  /// What a search takes beside one step for each ten bytes.
  ///
  /// - Parameters:
  ///   - regex: The pattern.
  ///   - tens: The length of the text in tens of bytes.
  /// - Returns: The steps; the largest number when there are more.
  public static func toSearch(_ regex: LinearRegex, tens: UInt64) -> UInt64 {
    toSearch(regex.programSize, tens: tens)
  }

  private static func toSearch(_ instructions: Int, tens: UInt64) -> UInt64 {
    let (steps, isTooLarge) = tens.multipliedReportingOverflow(by: UInt64(instructions / usualSize))
    return isTooLarge ? .max : steps
  }
}
