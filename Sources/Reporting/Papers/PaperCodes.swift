public import Diagnostics

extension DiagnosticCode {
  /// A report without submissions of which a paper was asked.
  public static let nothingForPaper = DiagnosticCode("PAPER-001")
  /// A report that lacks what a form is made of.
  public static let paperLacksData = DiagnosticCode("PAPER-002")
  /// A form that does not exist.
  public static let unknownPaper = DiagnosticCode("PAPER-003")
  /// A form in a format that cannot hold it.
  public static let paperWithoutData = DiagnosticCode("PAPER-004")
  /// A file of Word or Excel that would be printed on a terminal.
  public static let paperNotPrintable = DiagnosticCode("PAPER-005")
  /// A form that belongs to none of the submissions.
  public static let paperOutOfPlace = DiagnosticCode("PAPER-006")
}
