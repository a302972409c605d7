// Plans as a host would declare them, whole and with gaps, so that records are read as well.

import CEL
import DocumentArena
import DocumentReading
import SourceText

/// Records, and documents that hold them.
struct Plans: Sendable {
  /// The plans of all targets.
  static let ofTargets: Plans = {
    do { return try Plans() } catch { fatalError("the plans cannot be read: \(error)") }
  }()

  /// Every library, a variable of each sort, records, and few steps.
  let environment: Environment

  /// A plan in which everything is there, and one with gaps and values of other types.
  let documents: [Document]

  private init() throws {
    var environment = Environment.full
    environment.declare(variable: "i", .int)
    environment.declare(variable: "s", .string)
    environment.declare(variable: "l", .list(.int))
    environment.declare(variable: "m", .map(.string, .int))
    environment.declare(variable: "x", .dyn)
    environment.declare(variable: "p", .record("part"))
    environment.declare(variable: "plan", .record("plan"))
    environment.limits.maxSteps = 4_000
    environment.sizes.scalars = 8
    environment.sizes.elements = 4
    environment.sizes.dynamicWeight = 64
    var keys = KeyTable()
    environment.records["part"] = Self.part(&keys)
    environment.records["plan"] = Self.plan(&keys)
    self.environment = environment
    documents = try [Self.whole, Self.gaps].map { text in
      try DocumentReader.readOne(SourceFile(name: "plan.yaml", bytes: Array(text.utf8)), keys: keys)
    }
  }

  private static func part(_ keys: inout KeyTable) -> RecordDeclaration {
    RecordDeclaration(
      "part",
      fields: [
        FieldDeclaration("no", .int, key: keys.intern("no")),
        FieldDeclaration("share", .double, key: keys.intern("share")),
        FieldDeclaration("name", .string, key: keys.intern("name")),
        FieldDeclaration("done", .bool, key: keys.intern("done")),
        FieldDeclaration("years", .list(.int), key: keys.intern("years")),
        FieldDeclaration("day", .timestamp, key: keys.intern("day")),
        FieldDeclaration("note", .optional(.string), key: keys.intern("note")),
        FieldDeclaration("other", .dyn, key: keys.intern("other")),
      ]
    )
  }

  private static func plan(_ keys: inout KeyTable) -> RecordDeclaration {
    RecordDeclaration(
      "plan",
      fields: [
        FieldDeclaration("title", .string, key: keys.intern("title")),
        FieldDeclaration("main", .record("part"), key: keys.intern("main")),
        FieldDeclaration("parts", .list(.record("part")), key: keys.intern("parts")),
        FieldDeclaration(
          "marks",
          .list(.string),
          key: keys.intern("marks"),
          absent: .emptyList
        ),
        FieldDeclaration("names", .map(.string, .string), key: keys.intern("names")),
        FieldDeclaration(
          "rank",
          .int,
          key: keys.intern("rank"),
          absent: .value(Value(.int(9)))
        ),
      ]
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

  /// An activation of one of the documents, with the variables set.
  func activation(of document: Document, for program: Program) -> Activation {
    var activation = Activation(documents: [document])
    let numbers = (1...3).map { Value(.int($0)) }
    let map = MapEntries([(Value(.string("a")), Value(.int(1)))])
    let root = NodeReference(document: 0, node: document.root)
    let main = document.child(of: document.root, "main") ?? document.root
    let values: [(String, Value)] = [
      ("i", Value(.int(7))), ("s", Value(.string("น้ำ"))),
      ("l", Value(.list(.elements(numbers)))), ("m", Value(.map(.entries(map)))),
      ("x", Value(.list(.elements(numbers)))), ("plan", Value(.record(type: "plan"), origin: root)),
      ("p", Value(.record(type: "part"), origin: NodeReference(document: 0, node: main))),
    ]
    for (name, value) in values {
      if let slot = program.slot(of: name) { activation[slot] = value }
    }
    return activation
  }
}
