public import Alignment
package import CEL
public import Catalogues
public import DocumentArena
public import Submissions
import ThaiText

/// What all rules of a set are compiled against: kinds, catalogues, keys, and one CEL environment.
///
/// Made once; it declares the records of every kind, so a rule may follow a reference into a
/// submission of another kind. Submissions must be read with a copy of ``keys``: fields are found by
/// number.
public struct RuleSetContext: Sendable {
  /// The kinds of submission.
  public let kindSet: KindSet

  /// The kinds of submission, in their order.
  public var kinds: [SubmissionKind] { kindSet.kinds }

  /// The catalogues.
  public let catalogues: CatalogueSet

  /// The keys of all fields; readers start from a copy of this table.
  public let keys: KeyTable

  /// The graph of plans, read when something first asks for it.
  public let alignment: AlignmentSource

  /// The names of the items of the catalogues.
  package let names: CatalogueNames

  /// The standard environment with the library of the rule language and the records of all kinds.
  package let base: Environment

  /// What the records of ``base`` are.
  package let shapes: [String: FieldShape]

  /// The name of the record that holds what is set about the office.
  package static let officeRecord = "office"

  /// Makes a context; the cost is linear in the fields of the kinds and the names of the catalogues.
  public init(
    kinds: KindSet,
    catalogues: CatalogueSet,
    keys: KeyTable = KeyTable(),
    alignment: AlignmentSource = .none
  ) {
    kindSet = kinds
    self.catalogues = catalogues
    self.alignment = alignment
    names = CatalogueNames(catalogues)
    var keys = keys
    var environment = Environment.standard
    environment.testsSeeAbsentOperands = true
    environment.readInteger = WholeNumber.read
    RuleLibrary.declare(in: &environment, names, alignment)
    var shapes: [String: FieldShape] = [:]
    for kind in kinds.kinds + [kinds.envelope] {
      let root = PlanType.rootName(kind.id)
      environment.records[root] = Self.declaration(root, kind.root, kind, &keys)
      for (name, record) in kind.records {
        let full = PlanType.recordName(name, owner: kind.id)
        environment.records[full] = Self.declaration(full, record, kind, &keys)
        shapes[full] = FieldShape(type: .record(name), owner: kind)
      }
    }
    environment.records[Self.officeRecord] = RecordDeclaration(
      Self.officeRecord,
      fields: [
        FieldDeclaration("office", .string, key: keys.intern("office")),
        FieldDeclaration("province", .string, key: keys.intern("province")),
        FieldDeclaration("academic_year", .int, key: keys.intern("academic_year")),
      ]
    )
    base = environment
    self.shapes = shapes
    self.keys = keys
  }

  /// The kind of an id.
  public func kind(_ id: String) -> SubmissionKind? {
    kinds.first { $0.id.utf8.elementsEqual(id.utf8) }
  }

  private static func declaration(
    _ name: String,
    _ record: RecordType,
    _ kind: SubmissionKind,
    _ keys: inout KeyTable
  ) -> RecordDeclaration {
    var fields: [FieldDeclaration] = []
    fields.reserveCapacity(record.fields.count)
    for field in record.fields {
      fields.append(
        FieldDeclaration(
          field.name,
          PlanType.celType(of: field.type, owner: kind.id),
          key: keys.intern(field.name),
          absent: absent(field),
          emptyCountsAsAbsent: field.minCount > 0,
          isBlank: BlankText.test
        )
      )
    }
    return RecordDeclaration(name, fields: fields)
  }

  private static func absent(_ field: Field) -> FieldDeclaration.Absent {
    if let constant = field.defaultValue { return .value(constant.value) }
    return field.absentIsEmpty ? .emptyList : .unknown
  }
}

/// Blank text counts as absent (requirements, section A): empty, only space or only dashes.
enum BlankText {
  /// Nearly every text begins with a letter or a digit, which settles it.
  static let test: @Sendable (Document, NodeID) -> Bool = { document, node in
    guard let first = document.bytes(of: node).first else { return true }
    return switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0xE0:
      false
    default: isBlank(document.text(of: node))
    }
  }
}

/// Whole numbers and years as people write them (requirements, section A): Thai digits are digits.
enum WholeNumber {
  static let read: @Sendable (Document, NodeID) -> Int64? = { document, node in
    guard case .int(let number) = FieldValue(node, as: .int, in: document) else { return nil }
    return number
  }
}

extension Field.Constant {
  /// The constant as expressions see it.
  package var value: Value {
    switch self {
    case .text(let text): Value(.string(text))
    case .int(let number): Value(.int(number))
    case .bool(let flag): Value(.bool(flag))
    }
  }
}
