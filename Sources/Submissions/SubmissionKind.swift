// Submissions: the kinds of submission as data (Rules/kinds), and a submission as a document of such
// a kind. What is wrong with the form itself (unknown field, wrong type, double id) is found here as
// structure findings, STR-001 to STR-011; what the content should be is the rules' business.

package import Catalogues
public import Diagnostics
import SourceText

/// The type of a field.
public indirect enum FieldType: Hashable, Sendable {
  /// Free text.
  case text
  /// A whole number.
  case int
  /// An exact number with up to six places.
  case decimal
  /// An amount in baht, exact to the satang.
  case money
  /// A day, C.E., `yyyy-mm-dd`.
  case date
  /// A four-digit Buddhist-era year.
  case beYear
  /// True or false.
  case bool
  /// A code of a closed list (``CodeList``) by the name of the list.
  case code(String)
  /// A code of a catalogue, by the id of the catalogue.
  case catalogue(String)
  /// A record by name.
  case record(String)
  /// A list.
  case list(FieldType)
  /// A mapping with free keys.
  case map(FieldType)
}

/// A closed list of codes.
public struct CodeList: Sendable {
  /// One code with its label.
  public struct Code: Sendable {
    /// The code.
    public let id: String
    /// The label.
    public let label: LocalizedText

    /// Makes a code.
    public init(id: String, label: LocalizedText) {
      self.id = id
      self.label = label
    }
  }

  /// The name of the list.
  public let name: String

  /// The codes in order.
  public let codes: [Code]

  /// Whether later codes are greater (stages).
  public let isOrdered: Bool

  /// Makes a list.
  public init(name: String, codes: [Code], isOrdered: Bool = false) {
    self.name = name
    self.codes = codes
    self.isOrdered = isOrdered
  }
}

/// One field of a record or of the submission itself.
///
/// A class, because it is handed about far more often than it is made.
public final class Field: Sendable {
  /// A constant that a blank field stands for.
  public enum Constant: Hashable, Sendable {
    /// Text or a code.
    case text(String)
    /// A number.
    case int(Int64)
    /// A truth value.
    case bool(Bool)
  }

  /// Which submission the value of a field names, by its id.
  public enum SubmissionName: Hashable, Sendable {
    /// Any.
    case any
    /// One of some kinds.
    case kinds([String])
    /// An earlier round of the same submission.
    case earlierRound
    /// A later round of the same submission.
    case laterRound
  }

  /// When a field must be there.
  public enum Requirement: Hashable, Sendable {
    /// It may be left out.
    case no
    /// In every submission of the kind.
    case always
    /// In some jobs (nil for all), from a stage on (nil for the first).
    case only(jobs: [Int]?, fromStage: String?)
  }

  /// The name.
  public let name: String

  /// The type.
  public let type: FieldType

  /// What people call it.
  public let label: LocalizedText

  /// The clauses that ask for it.
  public let clauses: [String]

  /// Whether an absent list is an empty one: a ledger in which nothing is written.
  public let absentIsEmpty: Bool

  /// The least number of elements; with 1 an empty list counts as missing.
  public let minCount: Int

  /// The most elements of a list, or scalars of a text; of texts in lists see ``mostScalars``.
  public let maxCount: Int

  /// The most scalars of one text of a list, where the kind states it.
  public let longestText: Int?

  /// The bounds of a number, inclusive.
  public let minValue: Int64?
  /// The upper bound of a number, inclusive.
  public let maxValue: Int64?

  /// What a blank value stands for.
  public let defaultValue: Constant?

  /// When it must be there: for documentation and templates; the rules judge it.
  public let requirement: Requirement

  /// What a blank value stands for, by job.
  public let derivedByJob: [Int: String]

  /// Whether a value that disagrees with ``derivedByJob`` is STR-006; false where a rule judges it.
  public let isMismatchReported: Bool

  /// Whether the values are unique within their list (STR-010).
  public let isUnique: Bool

  /// The field of the same element within whose values this one is unique, such as the meeting of
  /// an agenda number; nil for the whole list.
  public let uniqueWithin: String?

  /// The field whose values it must name, as a path without positions (STR-011).
  public let refersTo: String?

  /// Which other submission its value names; nil when it names none.
  public let namesSubmission: SubmissionName?

  /// The field of the same record that names a file, when this one holds what is found out about it.
  ///
  /// Such a field is filled in by the program and not written in submissions.
  public let factsOf: String?

  /// The structure finding for a code that its list does not have; nil for none.
  public let unknownCode: StructureCode?

  /// Makes a field.
  public init(
    name: String,
    type: FieldType,
    label: LocalizedText,
    clauses: [String] = [],
    absentIsEmpty: Bool = false,
    minCount: Int = 0,
    maxCount: Int = 2000,
    longestText: Int? = nil,
    minValue: Int64? = nil,
    maxValue: Int64? = nil,
    defaultValue: Constant? = nil,
    requirement: Requirement = .no,
    derivedByJob: [Int: String] = [:],
    isMismatchReported: Bool = true,
    isUnique: Bool = false,
    uniqueWithin: String? = nil,
    refersTo: String? = nil,
    namesSubmission: SubmissionName? = nil,
    factsOf: String? = nil,
    unknownCode: StructureCode? = nil
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.clauses = clauses
    self.absentIsEmpty = absentIsEmpty
    self.minCount = minCount
    self.maxCount = maxCount
    self.longestText = longestText
    self.minValue = minValue
    self.maxValue = maxValue
    self.defaultValue = defaultValue
    self.requirement = requirement
    self.derivedByJob = derivedByJob
    self.isMismatchReported = isMismatchReported
    self.isUnique = isUnique
    self.uniqueWithin = uniqueWithin
    self.refersTo = refersTo
    self.namesSubmission = namesSubmission
    self.factsOf = factsOf
    self.unknownCode = unknownCode
  }
}

/// A record: named fields in order.
///
/// A class, because it is handed about far more often than it is made.
public final class RecordType: Sendable {
  /// The name.
  public let name: String

  /// The fields in order.
  public let fields: [Field]

  /// The fields that people write: all but those in which the program puts facts about files.
  public var writtenFields: [Field] { fields.filter { $0.factsOf == nil } }

  /// The label of an element, such as `โครงการที่ {number} “{name}”`.
  public let elementLabel: LocalizedText?

  /// The label of an element when a field named in ``elementLabel`` is blank.
  public let blankElementLabel: LocalizedText?

  /// The fields that identify an element in fingerprints: the first that is filled.
  public let identity: [String]

  /// Makes a record.
  public init(
    name: String,
    fields: [Field],
    elementLabel: LocalizedText? = nil,
    blankElementLabel: LocalizedText? = nil,
    identity: [String] = []
  ) {
    self.name = name
    self.fields = fields
    self.elementLabel = elementLabel
    self.blankElementLabel = blankElementLabel
    self.identity = identity
  }

  /// The field of a name; records are small, the cost is linear.
  public func field(_ name: String) -> Field? {
    fields.first { $0.name.hasSameBytes(as: name) }
  }
}

/// A kind of submission, with the fields of the envelope included.
///
/// A class, because it is handed about far more often than it is made.
public final class SubmissionKind: Sendable {
  /// The id, such as `annual-action-plan`.
  public let id: String

  /// What people call it.
  public let title: LocalizedText

  /// The jobs that it serves.
  public let jobs: [Int]

  private let content: Content

  /// The names of the fields of the submission itself, where they are known before ``root`` is.
  private let fieldNames: Set<String>?

  /// Makes a kind.
  public init(
    id: String,
    title: LocalizedText,
    jobs: [Int],
    root: RecordType,
    records: [String: RecordType],
    codeLists: [String: CodeList]
  ) {
    self.id = id
    self.title = title
    self.jobs = jobs
    content = .ready(Body(root: root, records: records, codeLists: codeLists))
    fieldNames = nil
  }

  /// Makes a kind whose fields are read when they are first asked for.
  package init(
    id: String,
    title: LocalizedText,
    jobs: [Int],
    fieldNames: Set<String>,
    body: OnDemand<Body>
  ) {
    self.id = id
    self.title = title
    self.jobs = jobs
    content = .onDemand(body)
    self.fieldNames = fieldNames
  }

  /// What a kind consists of.
  package final class Body: Sendable {
    fileprivate let root: RecordType
    fileprivate let records: [String: RecordType]
    fileprivate let codeLists: [String: CodeList]

    /// Makes a body.
    package init(
      root: RecordType,
      records: [String: RecordType],
      codeLists: [String: CodeList]
    ) {
      self.root = root
      self.records = records
      self.codeLists = codeLists
    }
  }

  private enum Content: Sendable {
    case ready(Body)
    case onDemand(OnDemand<Body>)
  }

  package var body: Body {
    switch content {
    case .ready(let body): body
    case .onDemand(let body): body.value
    }
  }
}

extension SubmissionKind {
  /// The fields of the submission itself.
  public var root: RecordType { body.root }

  /// The records by name, those of the envelope included.
  public var records: [String: RecordType] { body.records }

  /// The closed code lists by name, those of the envelope included.
  public var codeLists: [String: CodeList] { body.codeLists }

  /// The field of the submission itself of a name.
  ///
  /// A kind that does not have it need not be read to say so.
  public func field(_ name: String) -> Field? {
    if let fieldNames, !fieldNames.contains(name) { return nil }
    return root.field(name)
  }

  /// Whether the submission itself has a field of a name; no kind need be read to say so.
  package func hasField(_ name: String) -> Bool {
    fieldNames?.contains(name) ?? (root.field(name) != nil)
  }
}

/// The structure findings of section A of the requirements.
public enum StructureCode: String, Sendable, CaseIterable {
  /// Unknown field.
  case unknownField = "STR-001"
  /// Wrong type, or a date or number that cannot be read.
  case wrongType = "STR-002"
  /// A value outside its closed list.
  case notInList = "STR-003"
  /// A date typed in B.E. in a C.E. field.
  case buddhistDate = "STR-004"
  /// A kind that does not serve the job.
  case kindAndJob = "STR-005"
  /// A scope, instrument, target plan or service that does not agree with the job.
  case againstJob = "STR-006"
  /// A stage that is not known.
  case unknownStage = "STR-007"
  /// A step that is not listed.
  case unknownStep = "STR-008"
  /// A document type that is not listed.
  case unknownDocumentType = "STR-009"
  /// An id that occurs twice in its list.
  case duplicateID = "STR-010"
  /// A reference to an id that the file does not hold.
  case danglingReference = "STR-011"
}
