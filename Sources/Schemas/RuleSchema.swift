import Catalogues
import Diagnostics
import RuleModel
import Submissions

/// The schema of a rule file.
struct RuleSchema {
  let kinds: KindSet
  let catalogues: CatalogueSet

  /// The codes of a catalogue with their names.
  func items(of catalogue: String) -> JSONSchema {
    .codes((catalogues[catalogue]?.items ?? []).map { ($0.id, $0.name) })
  }

  private var stages: JSONSchema { .codes(kinds.stages.map { ($0.id, $0.label) }) }

  /// The file.
  var document: JSONSchema {
    var schema = JSONSchema.object(
      RuleKeys.rule,
      required: [
        "krong", "rule", "title", "family", "severity", "weight", "basis", "source", "applies_to",
        "check", "remedy", "examples",
      ],
      [
        "krong": SchemaPart.version,
        "rule": JSONSchema.text(like: SchemaPart.ruleID)
          .titled("รหัสเกณฑ์ ตรงกับชื่อแฟ้ม เช่น J02-CMP-003", "id of the rule, as the file is named"),
        "title": SchemaPart.name(),
        "family": SchemaPart.family,
        "severity": SchemaPart.severity,
        "weight": SchemaPart.weight,
        "basis": SchemaPart.basis,
        "source": JSONSchema.list(of: citation)
          .titled("ข้อของคู่มือที่กำหนดไว้ เช่น [J2 §5.4]", "clauses that ask for it"),
        "applies_to": appliesTo,
        "in_force": inForce,
        "waivable": JSONSchema.flag.titled("ขอยกเว้นได้หรือไม่", "whether a waiver may set it aside"),
        "params": JSONSchema.mapping(of: parameter, keysLike: SchemaPart.identifier)
          .titled("ค่าที่สำนักงานกำหนดได้", "parameters that an office may set"),
        "define": define,
        "when": SchemaPart.expression
          .titled("ใช้กับเรื่องที่เงื่อนไขนี้เป็นจริง", "concerns submissions of which this holds"),
        "for_each": forEach,
        "where": SchemaPart.expression
          .titled("เฉพาะรายการที่เงื่อนไขนี้เป็นจริง", "concerns elements of which this holds"),
        "if_none": ifNone,
        "check": items,
        "message": message,
        "remedy": SchemaPart.localized.titled("แนวทางแก้ไข", "what to do"),
        "notes": JSONSchema.anyOf([SchemaPart.localized, .text])
          .titled("หมายเหตุสำหรับผู้อ่านเกณฑ์", "remarks for readers of the rule book"),
        "examples": JSONSchema.list(of: .definition("example"))
          .titled("ตัวอย่าง อย่างน้อยผ่านหนึ่ง ไม่ผ่านหนึ่ง", "examples: one passes, one fails"),
      ]
    )
    schema.set(
      "$defs",
      .schemas([
        ("item", CheckSchema(rules: self).item),
        ("example", TestSchemas.example(stages: stages)),
        ("step", items(of: "steps").titled("ขั้นตอน", "step")),
        ("party", items(of: "parties").titled("ผู้เกี่ยวข้อง", "party")),
      ])
    )
    return schema
  }

  /// A citation: `J2 §5.4`, or another document with the place in it.
  var citation: JSONSchema {
    .anyOf([
      .text(like: "^(J[1-9][0-9]? §\\S+|[a-z][a-z0-9_-]*: .*\\S.*)$"),
      .mapping(of: .text, keysLike: SchemaPart.code, min: 1, max: 1),
    ]).playing(.clause)
  }

  private var appliesTo: JSONSchema {
    let all = JSONSchema.codes(["all"])
    let names = JSONSchema.codes(kinds.kinds.map { ($0.id, $0.title) })
    return JSONSchema.object(
      RuleKeys.appliesTo,
      required: RuleKeys.appliesTo,
      [
        "kinds": JSONSchema.anyOf([all, .list(of: names)])
          .titled("ประเภทเรื่อง หรือ all", "kinds of submission, or all"),
        "jobs": JSONSchema.anyOf([all, .list(of: SchemaPart.job)])
          .titled("งานตามคู่มือ หรือ all", "jobs of the manual, or all"),
        "from_stage": stages.titled("ตั้งแต่สถานะ", "the first stage"),
      ]
    ).titled("ใช้กับเรื่องใด", "to what the rule applies")
  }

  private var inForce: JSONSchema {
    let year = JSONSchema.whole(2500...2699)
    return JSONSchema.object(
      RuleKeys.inForce,
      atLeastOne: RuleKeys.inForce,
      [
        "from": year.titled("ปีงบประมาณแรก พ.ศ.", "first fiscal year, B.E."),
        "until": year.titled("ปีงบประมาณสุดท้าย พ.ศ.", "last fiscal year, B.E."),
      ]
    ).titled("ปีงบประมาณที่ใช้", "fiscal years in force")
  }

  /// A parameter of a rule: its own, or a shared one.
  private var parameter: JSONSchema {
    .anyOf([
      ownParameter,
      .object(
        RuleKeys.sharedParameter,
        required: RuleKeys.sharedParameter,
        [
          "shared": JSONSchema.text.playing(.sharedParameter).titled(
            "ชื่อพารามิเตอร์ร่วม",
            "name of the shared parameter"
          )
        ]
      ),
    ])
  }

  /// A parameter with its own values.
  var ownParameter: JSONSchema {
    let value = JSONSchema.anyOf([SchemaPart.literal, .list(of: SchemaPart.literal, min: 0)])
    return JSONSchema.object(
      RuleKeys.parameter,
      required: ["type", "default"],
      [
        "type": JSONSchema.text.titled(
          "ชนิด: int decimal money bool text date be-year plan step … หรือ list of ชนิด",
          "type, or `list of` a type"
        ),
        "default": value.titled("ค่าปกติ", "value when nothing else is set"),
        "by_job": JSONSchema.mapping(of: value, keysLike: SchemaPart.jobKey)
          .titled("ค่าตามงาน", "values by job"),
        "by_fiscal_year": JSONSchema.mapping(of: value, keysLike: SchemaPart.yearKey)
          .titled("ค่าตั้งแต่ปีงบประมาณ พ.ศ.", "values from a fiscal year on, B.E."),
        "min": JSONSchema.whole().titled("ค่าต่ำสุดที่ตั้งได้", "least value"),
        "max": JSONSchema.whole().titled("ค่าสูงสุดที่ตั้งได้", "greatest value"),
        "unit": JSONSchema.text.titled("หน่วย", "unit"),
        "label": SchemaPart.name(),
      ]
    )
  }

  private var define: JSONSchema {
    JSONSchema.mapping(of: SchemaPart.expression, keysLike: SchemaPart.identifier)
      .titled("ชื่อของนิพจน์ที่ใช้ในเกณฑ์นี้", "named expressions")
  }

  private var forEach: JSONSchema {
    let source = JSONSchema.anyOf([SchemaPart.expression, .list(of: SchemaPart.path)])
    return JSONSchema.mapping(of: source, keysLike: SchemaPart.identifier, min: 1, max: 3)
      .titled("ตรวจทีละรายการ {ชื่อ: รายการ}", "the elements that are looked at one by one")
  }

  var ifNone: JSONSchema {
    JSONSchema.codes(IfNone.allCases.map(\.rawValue))
      .titled("ผลเมื่อไม่มีรายการ", "outcome without elements")
  }

  var message: JSONSchema {
    SchemaPart.sentence.titled("ข้อความของข้อค้นพบ ใช้ {ช่อง} แทนค่า", "sentence of the findings")
  }

  /// The items of a `check`.
  var items: JSONSchema {
    JSONSchema.list(of: .definition("item")).titled("ข้อตรวจ", "what is asked")
  }
}
