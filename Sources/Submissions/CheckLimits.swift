/// The bounds of what a check keeps and shows, in one place; each has a test.
///
/// Counts, scores and verdicts are always those of everything: only the details of findings beyond a
/// bound are left out, and reports say how many. Nobody mends a thousand faults of one sort one by one,
/// and a small hostile file must not make a report of gigabytes.
public enum CheckLimits {
  /// How many findings of one sort are kept: of one code of the form, or of one rule, outcome and
  /// severity.
  public static let findingsOfOneSort = 1_000

  /// How many submissions one check takes; the files after them are named as not checked.
  public static let submissions = 5_000

  /// How many elements of one list of a submission a report repeats for papers.
  public static let recordRows = 2_000
}
