public import Diagnostics
public import DocumentArena
public import SourceText

/// Reads JSON (RFC 8259) into the same arenas as YAML, strictly and with all places.
///
/// Numbers keep their text, whatever their size. Duplicate keys, lone surrogates and bytes that are
/// not UTF-8 are refused; a byte order mark at the start is skipped (RFC 8259 section 8.1 allows it).
public enum JSONReader {
  /// Reads all values of a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - keys: The table to start from, so that known keys keep their numbers.
  ///   - limits: The bounds.
  ///   - allowsSeveral: Whether more values may follow, each beginning on a line of its own (NDJSON).
  /// - Returns: The values in order, none for a file with only blanks.
  /// - Throws: The first mistake of syntax, and duplicate keys found before it.
  public static func read(
    _ source: SourceFile,
    keys: KeyTable = KeyTable(),
    limits: ReadingLimits = .standard,
    allowsSeveral: Bool = false
  ) throws(DiagnosticError) -> [Document] {
    let source = try ReadableSource.make(source, limits)
    return try unsafe source.bytes.withUnsafeBufferPointer {
      (bytes) throws(DiagnosticError) -> [Document] in
      var scanner = unsafe JSONScanner(
        bytes,
        ArenaBuilder(source: source, keys: keys, limits: limits),
        allowsSeveral: allowsSeveral
      )
      try scanner.run()
      return try scanner.builder.documents()
    }
  }

  /// Reads the one value of a file; an empty file is an error.
  public static func readOne(
    _ source: SourceFile,
    keys: KeyTable = KeyTable(),
    limits: ReadingLimits = .standard
  ) throws(DiagnosticError) -> Document {
    let documents = try read(source, keys: keys, limits: limits)
    return try ReadableSource.single(of: documents, source, limits)
  }
}
