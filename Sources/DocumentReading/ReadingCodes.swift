public import Diagnostics

/// The codes of reading a file from disk or standard input.
extension DiagnosticCode {
  /// There is no such file.
  public static let fileMissing = DiagnosticCode("FILE-001")
  /// The name is that of a directory.
  public static let fileIsDirectory = DiagnosticCode("FILE-002")
  /// The user may not read the file.
  public static let fileUnreadable = DiagnosticCode("FILE-003")
  /// The file is larger than the limit.
  public static let fileTooLarge = DiagnosticCode("FILE-004")
  /// The name is that of a device or socket.
  public static let fileNotRegular = DiagnosticCode("FILE-005")
  /// Reading broke off with an error of the system.
  public static let fileReadFailed = DiagnosticCode("FILE-006")
  /// The file changed its length while it was read.
  public static let fileChanged = DiagnosticCode("FILE-007")
  /// Nothing can be read from the pipe.
  public static let filePipeWithoutWriter = DiagnosticCode("FILE-008")
  /// The file is empty or holds only comments.
  public static let fileEmpty = DiagnosticCode("FILE-009")
}

/// The codes that YAML and JSON share.
extension DiagnosticCode {
  /// A mapping has the same key twice.
  public static let duplicateKey = DiagnosticCode("READ-001")
  /// Lists and mappings nest too deep.
  public static let tooDeep = DiagnosticCode("READ-002")
  /// The file has too many values.
  public static let tooManyNodes = DiagnosticCode("READ-003")
  /// One text is too long.
  public static let scalarTooLong = DiagnosticCode("READ-004")
  /// A key is too long, or all keys together are.
  public static let keysTooLong = DiagnosticCode("READ-005")
  /// The file has too many documents.
  public static let tooManyDocuments = DiagnosticCode("READ-006")
  /// One document was expected, and there are more.
  public static let severalDocuments = DiagnosticCode("READ-007")
  /// The bytes are not valid UTF-8 (or UTF-16 after its byte order mark).
  public static let invalidEncoding = DiagnosticCode("READ-008")
}

/// The codes of YAML.
extension DiagnosticCode {
  /// A control character stands in the text.
  public static let yamlControlCharacter = DiagnosticCode("YAML-001")
  /// `: ` stands where no value can begin.
  public static let yamlUnexpectedColon = DiagnosticCode("YAML-002")
  /// A tab is used for indentation.
  public static let yamlTab = DiagnosticCode("YAML-003")
  /// A text begins with a character that needs quotes.
  public static let yamlReservedCharacter = DiagnosticCode("YAML-004")
  /// A key without its colon.
  public static let yamlMissingColon = DiagnosticCode("YAML-005")
  /// A quoted text is not closed.
  public static let yamlUnclosedQuote = DiagnosticCode("YAML-006")
  /// An escape in double quotes that YAML does not have.
  public static let yamlInvalidEscape = DiagnosticCode("YAML-007")
  /// A list in brackets lacks a comma or its end.
  public static let yamlFlowList = DiagnosticCode("YAML-008")
  /// A mapping in braces lacks a comma or its end.
  public static let yamlFlowMap = DiagnosticCode("YAML-009")
  /// The indentation fits nothing above.
  public static let yamlIndentation = DiagnosticCode("YAML-010")
  /// `- ` stands where no list can begin.
  public static let yamlUnexpectedDash = DiagnosticCode("YAML-011")
  /// A value was expected.
  public static let yamlMissingValue = DiagnosticCode("YAML-012")
  /// Text follows after the end of a document.
  public static let yamlDocumentStart = DiagnosticCode("YAML-013")
  /// A malformed anchor or alias.
  public static let yamlAnchorName = DiagnosticCode("YAML-014")
  /// A malformed or unknown directive (`%…`).
  public static let yamlDirective = DiagnosticCode("YAML-015")
  /// A malformed tag (`!…`).
  public static let yamlTagSyntax = DiagnosticCode("YAML-016")
  /// A malformed head of a block text (`|`, `>`).
  public static let yamlBlockHead = DiagnosticCode("YAML-017")
  /// Any other mistake of syntax.
  public static let yamlSyntax = DiagnosticCode("YAML-018")
  /// A key that is a list or a mapping.
  public static let yamlKeyNotText = DiagnosticCode("YAML-019")
  /// An alias of a name that no anchor has.
  public static let yamlUndefinedAlias = DiagnosticCode("YAML-020")
  /// An alias inside its own anchor.
  public static let yamlRecursiveAlias = DiagnosticCode("YAML-021")
  /// Aliases that add too much.
  public static let yamlAliasExpansion = DiagnosticCode("YAML-022")
  /// A value that does not fit its tag, such as `!!int abc`.
  public static let yamlTagMismatch = DiagnosticCode("YAML-023")
  /// `<<`, which merges mappings in YAML 1.1 only.
  public static let yamlMergeKey = DiagnosticCode("YAML-024")
}

/// The codes of JSON.
extension DiagnosticCode {
  /// A value was expected.
  public static let jsonValue = DiagnosticCode("JSON-001")
  /// A key in double quotes was expected.
  public static let jsonKey = DiagnosticCode("JSON-002")
  /// A colon was expected.
  public static let jsonColon = DiagnosticCode("JSON-003")
  /// A list lacks a comma or its end.
  public static let jsonList = DiagnosticCode("JSON-004")
  /// A mapping lacks a comma or its end.
  public static let jsonMap = DiagnosticCode("JSON-005")
  /// A comma before a closing bracket.
  public static let jsonTrailingComma = DiagnosticCode("JSON-006")
  /// A text is not closed.
  public static let jsonOpenString = DiagnosticCode("JSON-007")
  /// A control character in a text.
  public static let jsonControlCharacter = DiagnosticCode("JSON-008")
  /// An unknown escape.
  public static let jsonEscape = DiagnosticCode("JSON-009")
  /// Half of a surrogate pair.
  public static let jsonSurrogate = DiagnosticCode("JSON-010")
  /// A malformed number.
  public static let jsonNumber = DiagnosticCode("JSON-011")
  /// Text after the value.
  public static let jsonTextAfterEnd = DiagnosticCode("JSON-012")
  /// The file ends inside a value.
  public static let jsonEndOfFile = DiagnosticCode("JSON-013")
}
