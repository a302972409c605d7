// The plans that rules read: amounts, days and exact numbers beside the types of CEL.

import CEL
import Catalogues
import Diagnostics
import DocumentArena
import RuleCompiler
import Submissions

extension Plans {
  static func plansOfRules() throws -> Plans {
    let money = CELType.opaque("money", [])
    let date = CELType.opaque("date", [])
    let decimal = CELType.opaque("decimal", [])
    let context = RuleSetContext(
      kinds: KindSet(envelope: kind("envelope"), kinds: [kind("plan")]),
      catalogues: CatalogueSet([agencies])
    )
    return try Plans(
      context.base,
      values: plainValues + [
        ("c", money, Value(.opaque(type: "money", bits: 123_450))),
        ("d", date, Value(.opaque(type: "date", bits: 20_785))),
        ("r", decimal, Value(.opaque(type: "decimal", bits: 1_500_000))),
        ("as_of", date, Value(.opaque(type: "date", bits: 20_785))),
      ],
      part: [
        ("no", .int), ("share", decimal), ("name", .string), ("done", .bool),
        ("years", .list(.int)), ("day", date), ("cost", money), ("costs", .list(money)),
      ],
      plan: [
        ("title", .string, .unknown), ("main", .record("part"), .unknown),
        ("parts", .list(.record("part")), .unknown), ("marks", .list(.string), .emptyList),
        ("names", .map(.string, money), .unknown), ("total", money, .unknown),
        ("days", .list(date), .unknown), ("rank", .int, .value(Value(.int(9)))),
      ],
      keys: context.keys,
      texts: [wholeOfRules, gapsOfRules]
    )
  }

  private static func kind(_ id: String) -> SubmissionKind {
    SubmissionKind(
      id: id,
      title: LocalizedText(th: id, en: id),
      jobs: [],
      root: RecordType(name: id, fields: []),
      records: [:],
      codeLists: [:]
    )
  }

  private static let agencies = Catalogue(
    id: "agencies",
    title: LocalizedText(th: "หน่วยงาน", en: "agencies"),
    items: [
      CatalogueItem(id: "a", name: LocalizedText(th: "ก", en: "A"), aliases: ["น้ำ"]),
      CatalogueItem(id: "b", name: LocalizedText(th: "ข", en: "B"), editions: []),
    ]
  )

  private static let wholeOfRules = """
    title: แผน
    main: {no: 1, share: 0.5, name: น้ำ, done: true, years: [2568, 2569], day: 2026-11-27, cost: 100}
    parts:
      - {no: 1, share: 0.25, name: a, done: true, years: [2570], cost: 1500.50, costs: [1, 2, 3.25]}
      - {no: 2, share: 100, name: A, done: false, years: [], day: 2026-09-30, cost: 0, costs: []}
      - {no: -7, share: -2, name: "", years: [9223372036854775807], cost: "๑,๐๐๐", costs: [90000000000000000]}
    marks: [a, b, a]
    names: {a: 5, b: 7.25}
    total: 1600.50
    days: [2026-10-01, 2024-02-29]
    rank: 3
    """

  private static let gapsOfRules = """
    title: "-"
    main: {no: สอง, share: half, name: [a], years: 3, day: 2569-01-01, cost: later}
    parts:
      - {no: "๑", years: [1, x], done: 1, cost: 12.345, costs: [1, x, 2]}
      - {costs: [1, 2]}
      - word
      -
    names: [a]
    total: "-"
    days: [2026-02-30, 2026-01-01]
    """
}
