import Diagnostics
import RuleModel
import RuleTesting

/// The schemas of examples, case files and lists of equivalent mutants.
enum TestSchemas {
  private static let mapping = JSONSchema.type("object")
  private static let texts = JSONSchema.list(of: .text, min: 0)

  /// What a test states; the same in examples and cases.
  private static let statement: [(String, JSONSchema)] = [
    ("at", texts.titled("ช่องที่ข้อค้นพบชี้", "places of the findings")),
    (
      "share",
      JSONSchema.text(like: "^[0-9]+/[0-9]+$")
        .titled("ส่วนที่ผ่านต่อส่วนที่นับ เช่น 2/7", "parts that pass, parts that count")
    ),
    ("missing", texts.titled("ช่องที่ไม่มีข้อมูล", "data that is missing")),
    (
      "why",
      JSONSchema.codes(StatementReader.reasons).titled("เหตุที่ไม่เกี่ยวข้อง", "why not applicable")
    ),
    (
      "says",
      JSONSchema.object(
        RuleKeys.languages,
        atLeastOne: RuleKeys.languages,
        ["th": .text, "en": .text]
      ).titled("ข้อความที่ต้องมี", "text that must occur")
    ),
    (
      "also",
      JSONSchema.list(
        of: .object(
          RuleKeys.also,
          required: RuleKeys.also,
          ["severity": SchemaPart.severity, "at": .text]
        ),
        min: 0
      ).titled("ข้อค้นพบที่เบากว่า", "softer findings")
    ),
  ]

  /// An example of a rule.
  static func example(stages: JSONSchema) -> JSONSchema {
    let fragment = mapping.playing(.fragment).titled("ข้อมูลตัวอย่าง", "fragment of a submission")
    let companion = mapping.with("required", .list(RuleKeys.companion.map { .text($0) }))
    var schemas = RuleKeys.exampleOutcomes.map { ($0, fragment) } + statement
    schemas += [
      ("name", JSONSchema.text.titled("สิ่งที่ตัวอย่างแสดง", "what it shows")),
      ("as_of", SchemaPart.day.titled("ณ วันที่", "day of the check")),
      ("params", mapping.titled("ค่าพารามิเตอร์", "values of parameters")),
      ("office", mapping.titled("ค่าของสำนักงาน", "settings of the office")),
      ("with", JSONSchema.list(of: companion).titled("เรื่องอื่นที่มี", "other submissions")),
      ("waivers", JSONSchema.list(of: ConfigurationSchemas.waiver).titled("ข้อยกเว้น", "waivers")),
    ]
    return object(RuleKeys.example, exactlyOne: RuleKeys.exampleOutcomes, schemas)
  }

  /// A case file: several cases, or one.
  static func cases(stages: JSONSchema) -> JSONSchema {
    let outcomes = JSONSchema.codes(StatementReader.outcomes)
    let stated = object(
      CaseKeys.statement,
      required: ["outcome"],
      [("outcome", outcomes)] + statement
    )
    let expected = JSONSchema.mapping(of: .anyOf([outcomes, stated]), min: 1).playing(.ruleKeys)
      .titled("ผลที่ต้องได้ของแต่ละเกณฑ์", "what must come out of each rule")
    let name = JSONSchema.text.titled("สิ่งที่กรณีแสดง", "what it shows")
    let settings = settings(stages, outcomes)
    let entry = object(
      CaseKeys.entry,
      required: ["expect"],
      [("name", name), ("expect", expected)] + settings
    )
    let cases = JSONSchema.list(of: entry).titled("กรณีทดสอบ", "the cases")
    return object(
      CaseKeys.file,
      required: ["krong"],
      exactlyOne: ["cases", "expect"],
      [("krong", SchemaPart.version), ("name", name), ("cases", cases), ("expect", expected)]
        + settings
    ).with("anyOf", .list([.schema(named), .schema(namedByCases)]))
  }

  /// The submission stands at the top, or in each case.
  private static let named = JSONSchema([("required", .list([.text("submission")]))])
  private static let namedByCases = JSONSchema([
    ("required", .list([.text("cases")])),
    (
      "properties",
      .schemas([("cases", JSONSchema([("items", .schema(named))]))])
    ),
  ])

  private static func settings(
    _ stages: JSONSchema,
    _ outcomes: JSONSchema
  ) -> [(String, JSONSchema)] {
    let source = JSONSchema.anyOf([.text(like: "\\S"), mapping])
    let waivers = JSONSchema.anyOf([
      .text(like: "\\S"), mapping, .list(of: ConfigurationSchemas.waiver),
    ])
    return [
      ("submission", source.titled("แฟ้มของเรื่อง หรือข้อมูล", "file of the submission, or itself")),
      ("as_of", SchemaPart.day.titled("ณ วันที่", "day of the check")),
      ("stage", stages.titled("ตรวจเหมือนอยู่ในสถานะ", "stage as if which it is judged")),
      ("office", source.titled("แฟ้มค่าของสำนักงาน หรือค่า", "office file, or its settings")),
      ("params", mapping.titled("ค่าพารามิเตอร์", "values of parameters")),
      ("with", JSONSchema.list(of: source, min: 0).titled("เรื่องอื่นที่มี", "other submissions")),
      ("waivers", waivers.titled("ข้อยกเว้น", "waivers")),
      (
        "others",
        JSONSchema.list(of: outcomes).titled("ผลที่เกณฑ์อื่นมีได้", "outcomes that others may have")
      ),
    ]
  }

  /// `mutants.yaml`.
  static var mutants: JSONSchema {
    let entry = JSONSchema.object(
      CaseKeys.mutant,
      required: CaseKeys.mutant,
      [
        "rule": SchemaPart.rule.titled("เกณฑ์", "the rule"),
        "mutant": JSONSchema.text.titled("รหัสเกณฑ์ฉบับดัดแปลง", "id of the mutant"),
        "reason": JSONSchema.text.titled("เหตุที่แยกไม่ออก", "why nobody could tell it"),
      ]
    )
    return .object(
      CaseKeys.mutants,
      required: CaseKeys.mutants,
      [
        "krong": SchemaPart.version,
        "equivalent": JSONSchema.list(of: entry, min: 0)
          .titled("เกณฑ์ฉบับดัดแปลงที่เทียบเท่าเกณฑ์เดิม", "mutants as good as the rule"),
      ]
    )
  }

  private static func object(
    _ keys: [String],
    required: [String] = [],
    exactlyOne: [String] = [],
    _ schemas: [(String, JSONSchema)]
  ) -> JSONSchema {
    .object(keys, required: required, exactlyOne: exactlyOne, described: schemas)
  }
}
