/// The records of a host by name.
///
/// A host with many records need not declare them all beforehand: a table asks `find` for the names
/// that it does not have. `find` must give the same answer each time; it remembers what it made.
public struct RecordTable: Sendable {
  private var declared: [String: RecordDeclaration] = [:]

  /// Gives the records that are not declared one by one.
  public var find: (@Sendable (String) -> RecordDeclaration?)?

  /// Lists the names that `find` answers to; asked only where all records must be looked at.
  public var list: (@Sendable () -> [String])?

  /// The names of all records, each once, in the order of their bytes.
  public var names: [String] {
    let all = Set(declared.keys).union(list?() ?? [])
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes an empty table.
  public init() {}

  /// The record of a name.
  public subscript(name: String) -> RecordDeclaration? {
    get { declared[name] ?? find?(name) }
    set { declared[name] = newValue }
  }
}
