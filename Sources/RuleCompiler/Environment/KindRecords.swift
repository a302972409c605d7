import CEL
import DocumentArena
import Submissions
internal import Synchronization

/// The records of all kinds, declared when an expression first asks for them: a rule reads a few
/// records of one kind, and there are hundreds.
final class KindRecords: Sendable {
  private let kinds: [SubmissionKind]
  private let keys: KeyTable
  private let made = Mutex<[String: RecordDeclaration]>([:])

  /// Makes a table; `keys` must have the names of all fields.
  init(_ kinds: [SubmissionKind], keys: KeyTable) {
    self.kinds = kinds
    self.keys = keys
  }

  /// The declaration of a record by its full name, or of a submission by its kind.
  subscript(name: String) -> RecordDeclaration? {
    if let known = made.withLock({ $0[name] }) { return known }
    guard let (kind, record) = find(name) else { return nil }
    let declaration = RecordDeclaration(name, fields: record.fields.map { declare($0, of: kind) })
    made.withLock { $0[name] = declaration }
    return declaration
  }

  /// The names of all records, those of submissions included.
  var names: [String] {
    kinds.flatMap { kind in [kind.id] + kind.records.keys.map { "\(kind.id)/\($0)" } }
  }

  /// What a record is; nil for submissions themselves.
  func shape(of name: String) -> FieldShape? {
    guard let (kind, record) = find(name), name != PlanType.rootName(kind.id) else { return nil }
    return FieldShape(type: .record(record.name), owner: kind)
  }

  private func find(_ name: String) -> (kind: SubmissionKind, record: RecordType)? {
    for kind in kinds where name.utf8.starts(with: kind.id.utf8) {
      let rest = name.utf8.dropFirst(kind.id.utf8.count)
      guard let first = rest.first else { return (kind, kind.root) }
      guard first == UInt8(ascii: "/") else { continue }
      return kind.records[String(Substring(rest.dropFirst()))].map { (kind, $0) }
    }
    return nil
  }

  private func declare(_ field: Field, of kind: SubmissionKind) -> FieldDeclaration {
    FieldDeclaration(
      field.name,
      PlanType.celType(of: field.type, owner: kind.id),
      key: keys.find(field.name) ?? .none,
      absent: Self.absent(field),
      emptyCountsAsAbsent: field.minCount > 0,
      size: PlanType.size(of: field),
      isBlank: BlankText.test
    )
  }

  private static func absent(_ field: Field) -> FieldDeclaration.Absent {
    if let constant = field.defaultValue { return .value(constant.value) }
    return field.absentIsEmpty ? .emptyList : .unknown
  }
}
