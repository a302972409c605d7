public import Diagnostics

/// The codes of the outermost layer: folders, options and outputs.
extension DiagnosticCode {
  /// A folder is too deep or holds too many files.
  public static let folderTooLarge = DiagnosticCode("WORK-001")
  /// The rules folder lacks something that every check needs.
  public static let rulesIncomplete = DiagnosticCode("WORK-002")
  /// A folder of submissions holds none.
  public static let noSubmissions = DiagnosticCode("WORK-003")
  /// An output could not be written.
  public static let outputNotWritten = DiagnosticCode("WORK-004")
  /// An output has the name of a folder.
  public static let outputIsDirectory = DiagnosticCode("WORK-005")
  /// There is no stage of that name.
  public static let unknownStageOption = DiagnosticCode("WORK-006")
  /// The rules folder could not be found.
  public static let rulesNotFound = DiagnosticCode("WORK-008")
  /// The value of an option cannot be read.
  public static let invalidOption = DiagnosticCode("WORK-009")
  /// There is no rule, kind or code of that name.
  public static let nothingOfThatName = DiagnosticCode("WORK-010")
  /// More submissions were given than one check takes.
  public static let tooManySubmissions = DiagnosticCode("WORK-011")
  /// Two submissions of a docket have one id and one round.
  public static let duplicateSubmission = DiagnosticCode("WORK-012")
  /// There is no profile of that name, or it extends itself.
  public static let unknownProfile = DiagnosticCode("WORK-013")
  /// What a report was made with is no longer what it was.
  public static let reportOutdated = DiagnosticCode("WORK-014")
  /// Rules were not looked at, since they build on a file with errors.
  public static let rulesNotJudged = DiagnosticCode("WORK-015")
  /// A file that would be made exists already.
  public static let outputExists = DiagnosticCode("WORK-020")
  /// A skeleton of that sort cannot be made.
  public static let noSkeleton = DiagnosticCode("WORK-021")
  /// An output would replace a file that was read.
  public static let outputIsInput = DiagnosticCode("WORK-022")
  /// Marks cannot be put into a file of that kind.
  public static let cannotAnnotate = DiagnosticCode("ANN-001")
  /// Comments could not stand at their lines.
  public static let marksAtTop = DiagnosticCode("ANN-002")
  /// An expression could not be computed.
  public static let expressionFails = DiagnosticCode("CEL-030")
  /// An example of a rule came out otherwise than stated.
  public static let exampleFails = DiagnosticCode("TEST-001")
  /// A rule that no example and no case is about.
  public static let ruleUntested = DiagnosticCode("TEST-002")
  /// A filter that lets no test through, or nothing to test at all.
  public static let nothingToTest = DiagnosticCode("TEST-003")
}
