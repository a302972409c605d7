public import Diagnostics
public import DocumentArena
public import SourceText

/// Reads YAML into arenas of nodes, through libyaml and the YAML 1.2 core schema.
///
/// Keys are texts (`1: x` has the key `1`); lists and mappings as keys are refused. Unknown tags are
/// ignored, except that they make a plain scalar text. Merge keys (`<<`) have no special meaning.
public enum YAMLReader {
  /// Reads all documents of a stream.
  ///
  /// - Parameters:
  ///   - source: The file; UTF-8 with or without byte order mark, or UTF-16 with one.
  ///   - keys: The table to start from, so that known keys keep their numbers.
  ///   - limits: The bounds.
  ///   - stopAtRootKey: Ends the first document, cleanly, before this key of its root mapping and
  ///     reads nothing after it. What follows is not even checked for syntax.
  /// - Returns: The documents in order, none for a file without content.
  /// - Throws: All mistakes that were found, in the order of their places.
  public static func read(
    _ source: SourceFile,
    keys: KeyTable = KeyTable(),
    limits: ReadingLimits = .standard,
    stopAtRootKey: String? = nil
  ) throws(DiagnosticError) -> [Document] {
    let source = try ReadableSource.make(source, limits)
    return try unsafe source.bytes.withUnsafeBufferPointer {
      (bytes) throws(DiagnosticError) -> [Document] in
      guard
        let parser = unsafe YAMLParser(bytes, tokenLimit: limits.scalarBytes &+ (64 << 10))
      else {
        throw FileProblem.readFailed(12).error(source.name, limits)
      }
      var reader = YAMLEventReader(
        parser: parser,
        builder: ArenaBuilder(source: source, keys: keys, limits: limits),
        cursor: unsafe SourceCursor(bytes),
        stopAtRootKey: stopAtRootKey
      )
      try reader.run()
      return try reader.documents()
    }
  }

  /// Reads the one document of a file; an empty file and a second document are errors.
  public static func readOne(
    _ source: SourceFile,
    keys: KeyTable = KeyTable(),
    limits: ReadingLimits = .standard,
    stopAtRootKey: String? = nil
  ) throws(DiagnosticError) -> Document {
    let documents = try read(source, keys: keys, limits: limits, stopAtRootKey: stopAtRootKey)
    return try ReadableSource.single(of: documents, source, limits)
  }
}
