public import Alignment
package import CEL
public import Catalogues
public import DocumentArena
import SourceText
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

  /// The variables of ``base`` by slot.
  let baseNames: [String]

  private let records: KindRecords

  /// The name of the record that holds what is set about the office.
  package static let officeRecord = "office"

  /// The variable that holds the round before of the submission, a record of the same kind; unknown
  /// when it was not supplied.
  package static let earlierRound = "earlier_round"

  private static let officeFields = ["office", "province", "academic_year"]

  /// Makes a context; the cost is linear in the fields of the kinds.
  public init(kinds: KindSet, catalogues: CatalogueSet, alignment: AlignmentSource = .none) {
    self.init(
      kinds: kinds,
      catalogues: catalogues,
      keys: Self.keys(of: kinds),
      alignment: alignment
    )
  }

  /// Makes a context with the keys of a context of the same kinds; reads none of the kinds.
  package init(
    kinds: KindSet,
    catalogues: CatalogueSet,
    keys: KeyTable,
    alignment: AlignmentSource
  ) {
    kindSet = kinds
    self.catalogues = catalogues
    self.keys = keys
    self.alignment = alignment
    names = CatalogueNames(catalogues)
    let records = KindRecords(kinds.kinds + [kinds.envelope], keys: keys)
    self.records = records
    var environment = Environment.standard.checkingLiterals()
    environment.testsSeeAbsentOperands = true
    environment.readInteger = WholeNumber.read
    environment.isBlankRecord = { document, node in document.isBlank(node) }
    environment.typeLabels = PlanType.labels
    RuleLibrary.declare(in: &environment, names, alignment)
    environment.records.find = { records[$0] }
    environment.records.list = { records.names }
    let officeTypes: [CELType] = [.string, .string, .int]
    environment.records[Self.officeRecord] = RecordDeclaration(
      Self.officeRecord,
      fields: zip(Self.officeFields, officeTypes).map { name, type in
        FieldDeclaration(name, type, key: keys.find(name) ?? .none)
      }
    )
    RuleCompilation.declareInternalNames(in: &environment)
    base = environment
    baseNames = environment.variablesBySlot
  }

  /// The context with more editions of plans in the registry.
  package func adding(_ editions: [PlanEditions]) -> RuleSetContext {
    RuleSetContext(
      kinds: kindSet,
      catalogues: catalogues.adding(editions),
      keys: keys,
      alignment: alignment
    )
  }

  /// The keys of all fields, each kind's in its order.
  package static func keys(of kinds: KindSet) -> KeyTable {
    var keys = KeyTable()
    for kind in kinds.kinds + [kinds.envelope] {
      for field in kind.root.fields { _ = keys.intern(field.name) }
      for (_, record) in kind.records.sorted(by: { $0.key < $1.key }) {
        for field in record.fields { _ = keys.intern(field.name) }
      }
    }
    for name in officeFields { _ = keys.intern(name) }
    return keys
  }

  /// What the record of a name is, as the kind that has it describes it.
  package func shape(ofRecord name: String) -> FieldShape? { records.shape(of: name) }

  /// The kind of an id.
  public func kind(_ id: String) -> SubmissionKind? {
    kinds.first { $0.id.hasSameBytes(as: id) }
  }
}

/// What is blank counts as absent (requirements, section A): a text that is empty, only space or only
/// dashes; a list in which everything is blank.
enum BlankText {
  /// Nearly every text begins with a letter or a digit, which settles it.
  static let test: @Sendable (Document, NodeID) -> Bool = { document, node in
    guard document.kind(of: node) == .string else { return document.isBlank(node) }
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
