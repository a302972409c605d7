internal import SourceText
internal import Synchronization

/// The records of a host by name.
///
/// A host with many records need not declare them all beforehand: a table asks `find` for the names
/// that it does not have. `find` must give the same answer each time; it remembers what it made.
public struct RecordTable: Sendable {
  private var declared: [String: RecordDeclaration] = [:] {
    didSet { host = Host(host.find, host.list) }
  }

  /// What the host says of records that are not declared one by one.
  ///
  /// One reference: parsers carry environments from call to call.
  private var host = Host(nil, nil)

  private final class Host: Sendable {
    let find: (@Sendable (String) -> RecordDeclaration?)?
    let list: (@Sendable () -> [String])?
    /// The fields of all records by name, gathered when they are first asked for.
    let fields = Mutex<[String: [FieldDeclaration]]?>(nil)

    init(
      _ find: (@Sendable (String) -> RecordDeclaration?)?,
      _ list: (@Sendable () -> [String])?
    ) {
      self.find = find
      self.list = list
    }
  }

  /// Gives the records that are not declared one by one.
  public var find: (@Sendable (String) -> RecordDeclaration?)? {
    get { host.find }
    set { host = Host(newValue, host.list) }
  }

  /// Lists the names that `find` answers to; asked only where all records must be looked at.
  public var list: (@Sendable () -> [String])? {
    get { host.list }
    set { host = Host(host.find, newValue) }
  }

  /// The names of all records, each once, in the order of their bytes.
  public var names: [String] {
    let all = Set(declared.keys).union(list?() ?? [])
    return all.sorted { $0.precedesInBytes($1) }
  }

  /// The fields of a name of all records, in the order of the records.
  func fields(named name: String) -> [FieldDeclaration] {
    host.fields.withLock { known in
      if let known { return known[name] ?? [] }
      var byName: [String: [FieldDeclaration]] = [:]
      for record in names {
        guard let declared = self[record] else { continue }
        for (name, field) in declared.fields { byName[name, default: []].append(field) }
      }
      known = byName
      return byName[name] ?? []
    }
  }

  /// Makes an empty table.
  public init() {}

  /// The record of a name.
  public subscript(name: String) -> RecordDeclaration? {
    get { declared[name] ?? find?(name) }
    set { declared[name] = newValue }
  }
}
