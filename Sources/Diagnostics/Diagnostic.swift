public import SourceText

/// Something wrong or doubtful in a file that Krong was asked to read.
///
/// A value, collected and rendered last. Messages follow one style: lower-case start in English, no
/// final period, the smallest place that still shows the mistake, one diagnostic per mistake.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The file cannot be used as it stands.
    case error
    /// The file can be used, but something is probably not meant.
    case warning
  }

  /// A place in a named file.
  public struct Place: Hashable, Sendable {
    /// The name of the file as shown to people.
    public let file: String

    /// Where the mistake starts; nil when it concerns the file as a whole.
    public let position: SourcePosition?

    /// How many Unicode scalars the caret line underlines, at least 1.
    public let length: UInt32

    /// Makes a place.
    public init(file: String, position: SourcePosition?, length: UInt32 = 1) {
      self.file = file
      self.position = position
      self.length = max(1, length)
    }
  }

  /// Another place that has to do with the mistake, such as the first of two duplicates.
  public struct Note: Hashable, Sendable {
    /// What the place has to do with it.
    public let text: LocalizedText

    /// The place, where there is one.
    public let place: Place?

    /// Makes a note.
    public init(_ text: LocalizedText, at place: Place? = nil) {
      self.text = text
      self.place = place
    }
  }

  /// The stable code, such as `YAML-003`; `krong explain CODE` tells more.
  public let code: DiagnosticCode

  /// How bad it is.
  public let severity: Severity

  /// What is wrong.
  public let message: LocalizedText

  /// Where.
  public let place: Place

  /// Other places that contributed.
  public let notes: [Note]

  /// What to do, where that is known; "did you mean" goes here.
  public let help: LocalizedText?

  /// Edits each of which would mend it, the likeliest first; none where people must think.
  public let mends: [Mend]

  /// Makes a diagnostic.
  public init(
    _ code: DiagnosticCode,
    _ severity: Severity = .error,
    _ message: LocalizedText,
    at place: Place,
    notes: [Note] = [],
    help: LocalizedText? = nil,
    mends: [Mend] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.help = help
    self.mends = mends
  }
}

/// The stable code of a kind of diagnostic: a module's prefix and a number, never reused.
///
/// Each module declares its codes as static members in an extension of this type.
public struct DiagnosticCode: Hashable, Comparable, Sendable {
  /// The code as printed, such as `RULE-012`.
  public let text: String

  /// Makes a code; only the tables of codes call it.
  public init(_ text: String) {
    self.text = text
  }

  /// Orders codes by their text.
  public static func < (a: DiagnosticCode, b: DiagnosticCode) -> Bool {
    a.text < b.text
  }
}

/// The diagnostics that stop an operation.
///
/// Thrown where nothing useful can follow, for example when a rule file does not parse.
public struct DiagnosticError: Error, Sendable {
  /// What is wrong, in the order of the places; never empty.
  public let diagnostics: [Diagnostic]

  /// Wraps diagnostics.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
