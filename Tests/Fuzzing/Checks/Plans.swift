// Plans as a host would declare them, whole and with gaps, so that records are read as well.

import CEL
import DocumentArena
import DocumentReading
import SourceText

/// Where expressions are evaluated: declarations, and documents with what they declare.
struct Plans: Sendable {
  /// Every function of CEL's libraries.
  static let ofLibraries = made(try plansOfLibraries())

  /// Every function of the rule language, and its value types.
  static let ofRules = made(try plansOfRules())

  private static func made(_ plans: @autoclosure () throws -> Plans) -> Plans {
    do { return try plans() } catch { fatalError("the plans cannot be read: \(error)") }
  }

  /// Variables, records, functions, and few steps.
  let environment: Environment

  /// A plan in which everything is there, and one with gaps and values of other types.
  let documents: [Document]

  /// The values of the variables that do not stand in the document.
  private let values: [(name: String, value: Value)]

  init(
    _ environment: Environment,
    values: [(name: String, type: CELType, value: Value)],
    part: [(String, CELType)],
    plan: [(String, CELType, FieldDeclaration.Absent)],
    keys: KeyTable = KeyTable(),
    texts: [String]
  ) throws {
    var environment = environment
    var keys = keys
    for (name, type, _) in values { environment.declare(variable: name, type) }
    environment.declare(variable: "p", .record("part"))
    environment.declare(variable: "plan", .record("plan"))
    environment.limits.maxSteps = 4_000
    environment.sizes.scalars = 8
    environment.sizes.elements = 4
    environment.sizes.dynamicWeight = 64
    let parts = part.map { FieldDeclaration($0, $1, key: keys.intern($0)) }
    environment.records["part"] = RecordDeclaration("part", fields: parts)
    let fields = plan.map { FieldDeclaration($0, $1, key: keys.intern($0), absent: $2) }
    environment.records["plan"] = RecordDeclaration("plan", fields: fields)
    self.environment = environment
    self.values = values.map { ($0.name, $0.value) }
    documents = try texts.map { text in
      try DocumentReader.readOne(SourceFile(name: "plan.yaml", bytes: Array(text.utf8)), keys: keys)
    }
  }

  /// An activation of one of the documents, with the variables set.
  func activation(of document: Document, for program: Program) -> Activation {
    var activation = Activation(documents: [document])
    let root = NodeReference(document: 0, node: document.root)
    let main = document.child(of: document.root, "main") ?? document.root
    let records = [
      ("plan", Value(.record(type: "plan"), origin: root)),
      ("p", Value(.record(type: "part"), origin: NodeReference(document: 0, node: main))),
    ]
    for (name, value) in values + records {
      if let slot = program.slot(of: name) { activation[slot] = value }
    }
    return activation
  }
}

extension Plans {
  /// Values of every type of CEL.
  static let plainValues: [(name: String, type: CELType, value: Value)] = {
    let numbers = Value(.list(.elements((1...3).map { Value(.int($0)) })))
    let map = MapEntries([(Value(.string("a")), Value(.int(1)))])
    return [
      ("i", .int, Value(.int(7))),
      ("s", .string, Value(.string("น้ำ"))),
      ("l", .list(.int), numbers),
      ("m", .map(.string, .int), Value(.map(.entries(map)))),
      ("x", .dyn, numbers),
    ]
  }()

  private static func plansOfLibraries() throws -> Plans {
    try Plans(
      .full,
      values: plainValues,
      part: [
        ("no", .int), ("share", .double), ("name", .string), ("done", .bool),
        ("years", .list(.int)), ("day", .timestamp), ("note", .optional(.string)),
        ("other", .dyn),
      ],
      plan: [
        ("title", .string, .unknown), ("main", .record("part"), .unknown),
        ("parts", .list(.record("part")), .unknown), ("marks", .list(.string), .emptyList),
        ("names", .map(.string, .string), .unknown), ("rank", .int, .value(Value(.int(9)))),
      ],
      texts: [whole, gaps]
    )
  }

  private static let whole = """
    title: แผน
    main: {no: 1, share: 0.5, name: น้ำ, done: true, years: [1, 2], day: 2026-11-27T00:00:00Z, note: a}
    parts:
      - {no: 1, share: 0.25, name: a, done: true, years: [1, 2, 3, 4], other: [1, b]}
      - {no: 2, share: 1e3, name: A, done: false, years: [], other: {a: 1}}
      - {no: -7, share: -2, name: "", done: true, years: [9223372036854775807], other: null}
    marks: [a, b, a]
    names: {a: A, b: ""}
    rank: 3
    """

  private static let gaps = """
    title:
    main: {no: two, name: [a], years: 3, day: later}
    parts:
      - {no: 1, years: [1, x], done: 1}
      - {}
      - word
    names: [a]
    """
}
