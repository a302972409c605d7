// SourceText is the bottom module: the bytes of a file as they were read, and where things stand in
// them. It knows no file format. Everything that points at a place points through these types.

/// The text of one file as it was read, with the name that people know it by.
public struct SourceFile: Sendable {
  /// The name to show: a path as the user gave it, or a label such as `<stdin>`.
  public let name: String

  /// The bytes, unchanged; they need not be valid UTF-8.
  public let bytes: [UInt8]

  /// Makes a source from bytes that were already read.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a source from text, mostly for tests and for generated input.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
