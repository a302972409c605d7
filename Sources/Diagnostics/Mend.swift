public import SourceText

/// An edit that would mend what a diagnostic tells: bytes of one file, and what to write instead.
///
/// The file stands for the bytes that were read; whoever applies a mend makes sure that they are still
/// the same. Two mends whose spans overlap are not applied together.
public struct Mend: Hashable, Sendable {
  /// How sure it is that the edit is what the author meant.
  public enum Certainty: String, Hashable, Sendable, CaseIterable {
    /// The edit cannot say anything else than what was meant; `krong lint --fix` applies it.
    case certain
    /// The edit is likely right; a person chooses it.
    case proposed
  }

  /// What the edit does, as a command: "write “severity”".
  public let title: LocalizedText

  /// The name of the file, as in ``Diagnostic/Place/file``.
  public let file: String

  /// The bytes that are replaced, as offsets into the text of the file in UTF-8
  /// (``SourceFile/utf8Bytes``, a byte order mark included); empty where something is inserted.
  public let span: SourceSpan

  /// What stands there afterwards.
  public let replacement: String

  /// Whether it is applied without asking.
  public let certainty: Certainty

  /// Makes a mend.
  public init(
    _ certainty: Certainty,
    _ title: LocalizedText,
    file: String,
    span: SourceSpan,
    replacement: String
  ) {
    self.title = title
    self.file = file
    self.span = span
    self.replacement = replacement
    self.certainty = certainty
  }
}

/// Titles of mends that several readers share.
extension LocalizedText {
  /// The title of a mend that writes something else.
  public static func write(_ text: String) -> LocalizedText {
    LocalizedText(th: "เขียนว่า “\(text)”", en: "write “\(text)”")
  }
}
