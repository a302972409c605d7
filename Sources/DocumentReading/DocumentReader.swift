public import Diagnostics
public import DocumentArena
public import SourceText

/// The formats that are read into an arena directly.
public enum DocumentFormat: String, Sendable, CaseIterable {
  /// YAML, one document or several.
  case yaml
  /// JSON, one value.
  case json
  /// JSON values, each beginning on a line of its own.
  case jsonLines = "ndjson"

  /// The format of a file: by the end of its name, else by its first letter.
  ///
  /// `{` and `[` begin JSON, of which there may be several values, as on standard input; anything else
  /// is YAML.
  public init(of source: SourceFile) {
    let name = source.name.utf8.suffix(8).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    let known: [(String, DocumentFormat)] = [
      (".yaml", .yaml), (".yml", .yaml), (".json", .json), (".ndjson", .jsonLines),
      (".jsonl", .jsonLines),
    ]
    for (end, format) in known where name.suffix(end.utf8.count).elementsEqual(end.utf8) {
      self = format
      return
    }
    let start = source.isUTF16 ? ArraySlice(source.utf8Bytes) : source.bytes[...]
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    let first = start.first { !blanks.contains($0) }
    self = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .jsonLines : .yaml
  }
}

/// Reads documents of any of the formats.
public enum DocumentReader {
  /// Reads all documents of a file; the format is that of its name or content unless given.
  public static func read(
    _ source: SourceFile,
    format: DocumentFormat? = nil,
    keys: KeyTable = KeyTable(),
    limits: ReadingLimits = .standard
  ) throws(DiagnosticError) -> [Document] {
    switch format ?? DocumentFormat(of: source) {
    case .yaml: try YAMLReader.read(source, keys: keys, limits: limits)
    case .json: try JSONReader.read(source, keys: keys, limits: limits)
    case .jsonLines:
      try JSONReader.read(source, keys: keys, limits: limits, allowsSeveral: true)
    }
  }

  /// Reads the one document of a file; an empty file and a second document are errors.
  public static func readOne(
    _ source: SourceFile,
    format: DocumentFormat? = nil,
    keys: KeyTable = KeyTable(),
    limits: ReadingLimits = .standard
  ) throws(DiagnosticError) -> Document {
    let documents = try read(source, format: format, keys: keys, limits: limits)
    return try ReadableSource.single(of: documents, source, limits)
  }
}
