// DocumentReading turns the bytes of a file (YAML through libyaml, JSON through a reader of our own)
// into the arena of module DocumentArena. It is the only module that opens input files and the only
// one that knows libyaml. Everything that a hostile file could make large is bounded here.

/// The bounds that no input may pass, in one place; each has a test.
///
/// They are far above any real submission and low enough that the worst file costs seconds and a few
/// hundred megabytes. Tests and services may pass smaller ones.
public struct ReadingLimits: Sendable {
  /// The size of a file in bytes; a larger one is refused before it is read.
  public var fileBytes = 128 << 20

  /// The length in bytes of one text, and of what stands between two values (comments, blank lines).
  public var scalarBytes = 4 << 20

  /// How deep lists and mappings may nest.
  public var depth = 100

  /// The number of nodes of all documents of a file; a node takes 32 bytes of memory.
  public var nodes = 8 << 20

  /// The number of nodes that aliases (`*name`) may add in one file.
  public var aliasNodes = 100_000

  /// The number of documents in one file; each is judged as a submission of its own.
  public var documents = 200

  /// The length of one mapping key in bytes.
  public var keyBytes = 4096

  /// The length of all different keys of a file together, in bytes.
  public var keyTableBytes = 16 << 20

  /// The number of mistakes reported before reading stops.
  public var diagnostics = 100

  /// The limits of the product.
  public static let standard = ReadingLimits()

  /// Makes the limits of the product, to be lowered by the caller.
  public init() {}
}
