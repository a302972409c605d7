import Catalogues
import Diagnostics
import RuleModel
import Submissions

/// The schemas of kinds, of their envelope, and of catalogues.
enum KindSchemas {
  private static func head(_ title: JSONSchema = SchemaPart.localized) -> JSONSchema {
    SchemaPart.name(title)
  }

  /// A kind.
  static func kind(names: [(id: String, label: LocalizedText)], stages: JSONSchema) -> JSONSchema {
    .object(
      KindKeys.kind,
      required: ["krong", "kind", "title", "jobs", "fields"],
      [
        "krong": SchemaPart.version,
        "kind": (names.isEmpty ? JSONSchema.text(like: SchemaPart.code) : .codes(names))
          .titled("ประเภทเรื่องที่ envelope.yaml ระบุไว้", "kind that the envelope lists"),
        "title": head(),
        "jobs": JSONSchema.list(of: SchemaPart.job).titled("งานตามคู่มือ", "jobs of the manual"),
        "types": types(stages), "fields": fields(stages),
      ]
    )
  }

  /// `envelope.yaml`.
  static func envelope(stages: JSONSchema) -> JSONSchema {
    .object(
      KindKeys.envelope,
      required: ["krong", "envelope", "title", "fields"],
      [
        "krong": SchemaPart.version,
        "envelope": JSONSchema([("const", .number(1))]).titled("ซองข้อมูล", "the envelope"),
        "title": head(), "types": types(stages), "fields": fields(stages),
      ]
    )
  }

  private static func types(_ stages: JSONSchema) -> JSONSchema {
    let record = JSONSchema.object(
      KindKeys.record.filter { $0 != "codes" },
      required: ["fields"],
      [
        "element": SchemaPart.localized.titled("ชื่อเรียกแต่ละรายการ", "label of an element"),
        "element_blank": SchemaPart.localized
          .titled("ชื่อเรียกเมื่อช่องในชื่อว่าง", "label when its fields are blank"),
        "identity": JSONSchema.list(of: .text)
          .titled("ช่องที่ใช้จำรายการ", "fields that identify an element"),
        "fields": fields(stages),
      ]
    )
    let codeList = JSONSchema.object(
      KindKeys.codeList,
      required: ["codes"],
      [
        "codes": JSONSchema.mapping(of: SchemaPart.localized, min: 1)
          .titled("รหัสและชื่อ", "codes and their labels"),
        "ordered": JSONSchema.flag.titled("เรียงลำดับ", "whether later codes are greater"),
      ]
    )
    return JSONSchema.mapping(of: .anyOf([record, codeList]), keysLike: SchemaPart.code)
      .titled("ชนิดของประเภทเรื่องนี้: รหัสหรือกลุ่มช่อง", "types: closed lists of codes, records")
  }

  private static func fields(_ stages: JSONSchema) -> JSONSchema {
    JSONSchema.mapping(of: field(stages), keysLike: SchemaPart.identifier)
      .titled("ช่องข้อมูล", "fields")
  }

  private static func field(_ stages: JSONSchema) -> JSONSchema {
    let type = JSONSchema.anyOf([
      .text.playing(.fieldType),
      .object(
        KindKeys.catalogueType,
        required: KindKeys.catalogueType,
        ["catalogue": JSONSchema.text.playing(.catalogue).titled("ทะเบียน", "catalogue")]
      ),
    ])
    let names = FieldTypeReader.scalars.map(\.name).joined(separator: " ")
    let count = JSONSchema.whole(0...100_000)
    let most = JSONSchema.whole(1...100_000)
    return .object(
      KindKeys.field,
      required: ["label"],
      exactlyOne: KindKeys.typeChoice,
      [
        "type": type.titled("ชนิด: \(names) หรือชนิดใน types", "type: a scalar, or one of types"),
        "list": type.titled("รายการของชนิด", "a list of a type"),
        "map": type.titled("กลุ่มคีย์อิสระของชนิด", "a mapping with free keys"),
        "label": SchemaPart.name(),
        "clause": JSONSchema.oneOrMore(.text).playing(.clause).titled(
          "ข้อของคู่มือ",
          "clauses of the manual"
        ),
        "required": requirement(stages),
        "max": most.titled("จำนวนมากที่สุด", "most entries or characters"),
        "min": count.titled("จำนวนน้อยที่สุด", "fewest entries"),
        "min_value": JSONSchema.whole().titled("ค่าต่ำสุด", "least value"),
        "max_value": JSONSchema.whole().titled("ค่าสูงสุด", "greatest value"),
        "max_text": most.titled("ความยาวข้อความในรายการ", "longest text of a list"),
        "default": SchemaPart.literal.titled("ค่าเมื่อเว้นว่าง", "what a blank stands for"),
        "derive": derivation,
        "absent": JSONSchema.codes(KindKeys.absences)
          .titled("ไม่มีรายการหมายถึงว่าง", "an absent list is an empty one"),
        "refers_to": JSONSchema.text.titled("ช่องที่อ้างถึง", "field whose values it names"),
        "names_submission": JSONSchema.anyOf([.codes(KindKeys.submissionNames), .list(of: .text)])
          .titled("เรื่องที่อ้างถึง", "submissions that it names"),
        "facts_of": JSONSchema.text.titled(
          "ช่องที่ระบุแฟ้มแนบ",
          "field that names the file it describes"
        ),
        "unique": JSONSchema.anyOf([
          .flag,
          .object(KindKeys.unique, required: KindKeys.unique, ["within": .text]),
        ]).titled("ค่าไม่ซ้ำ", "values do not repeat"),
        "unknown": JSONSchema.codes(KindKeys.unknownCodes)
          .titled("ข้อค้นพบเมื่อไม่รู้จักรหัส", "finding for unknown codes"),
      ]
    )
  }

  private static func requirement(_ stages: JSONSchema) -> JSONSchema {
    JSONSchema.anyOf([
      .flag,
      .object(
        KindKeys.requirement,
        [
          "jobs": JSONSchema.list(of: SchemaPart.job).titled("งาน", "jobs"),
          "from_stage": stages.titled("ตั้งแต่สถานะ", "from the stage"),
        ]
      ),
    ]).titled("ต้องมีหรือไม่", "whether it must be there")
  }

  private static var derivation: JSONSchema {
    .object(
      KindKeys.derivation,
      required: ["by", "values"],
      [
        "by": JSONSchema.codes(["job"]),
        "values": JSONSchema.mapping(of: .text, keysLike: SchemaPart.jobKey)
          .titled("ค่าตามงาน", "values by job"),
        "mismatch": JSONSchema.codes(KindKeys.mismatches)
          .titled("วิธีแจ้งค่าที่ไม่ตรง", "how a mismatch is told"),
      ]
    )
  }

  /// A catalogue.
  static var catalogue: JSONSchema {
    let item = JSONSchema.object(
      CatalogueKeys.item,
      required: RuleKeys.languages,
      [
        "th": JSONSchema.text.titled("ชื่อภาษาไทย", "the Thai name"),
        "en": JSONSchema.text.titled("ชื่อภาษาอังกฤษ", "the English name"),
        "aliases": JSONSchema.list(of: .text).titled("ชื่ออื่น", "other names"),
        "by_job": JSONSchema.mapping(of: SchemaPart.localized, keysLike: SchemaPart.jobKey)
          .titled("ชื่อตามงาน", "names by job"),
        "level": JSONSchema.whole(1...7).titled("ระดับของแผน", "level of the plan"),
        "editions": JSONSchema.list(of: edition, min: 0).titled("ฉบับ", "editions"),
        "note": JSONSchema.text.titled("หมายเหตุ", "note"),
        "source": JSONSchema.text.titled("แหล่งที่มา", "source"),
        "confidence": JSONSchema.text.titled("ความเชื่อมั่น", "confidence"),
      ]
    )
    return .object(
      CatalogueKeys.catalogue,
      required: CatalogueKeys.catalogue,
      [
        "krong": SchemaPart.version,
        "catalogue": JSONSchema.text(like: SchemaPart.code).titled("รหัสทะเบียน", "id"),
        "title": head(),
        "items": JSONSchema.mapping(of: item, min: 1).titled("รายการ", "items"),
      ]
    )
  }

  /// An edition of a plan.
  static var edition: JSONSchema {
    .object(
      CatalogueKeys.edition,
      required: CatalogueKeys.edition,
      [
        "id": JSONSchema.text.titled("ชื่อฉบับ", "name of the edition"),
        "from": SchemaPart.year.titled("ปีแรก พ.ศ.", "first year, B.E."),
        "until": SchemaPart.year.titled("ปีสุดท้าย พ.ศ.", "last year, B.E."),
      ]
    )
  }
}
