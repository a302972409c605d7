import Catalogues
import RuleModel
import Submissions

/// What several files hold: texts in two languages, names, ids, expressions, days.
enum SchemaPart {
  /// `krong: 1`.
  static let version = JSONSchema([("const", .number(1))])
    .titled("รุ่นของรูปแบบแฟ้ม ใช้ 1", "version of the file format, 1")

  /// `{th: …, en: …}`.
  static let localized = JSONSchema.object(
    RuleKeys.languages,
    required: RuleKeys.languages,
    [
      "th": JSONSchema.text.titled("ข้อความภาษาไทย", "the Thai text"),
      "en": JSONSchema.text.titled("ข้อความภาษาอังกฤษ", "the English text"),
    ]
  )

  /// A sentence with placeholders, in two languages.
  static let sentence = JSONSchema.object(
    RuleKeys.languages,
    required: RuleKeys.languages,
    [
      "th": JSONSchema.text.playing(.template).titled("ข้อความภาษาไทย", "the Thai text"),
      "en": JSONSchema.text.playing(.template).titled("ข้อความภาษาอังกฤษ", "the English text"),
    ]
  )

  /// Names that expressions use.
  static let identifier = "^[a-z][a-z0-9_]*$"
  /// Codes and ids.
  static let code = "^[a-z][a-z0-9_-]*$"
  /// Ids of rules: words of capitals and digits, then three digits.
  static let ruleID = "^[A-Z][A-Z0-9]{1,15}(-[A-Z0-9]{2,10})*-[0-9]{3}$"
  /// A rule by its id.
  static let rule = JSONSchema.text(like: ruleID).playing(.rule)
  /// A path of fields, without and with lists.
  static let fields = JSONSchema.text(like: "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$")
    .playing(.fields)
  static let path = JSONSchema.text(
    like: "^[a-z][a-z0-9_]*(\\[\\])?(\\.[a-z][a-z0-9_]*(\\[\\])?)*$"
  ).playing(.path)

  /// A CEL expression; true and false stand for themselves.
  static let expression = JSONSchema.type("string", "boolean").with("pattern", .text("\\S"))
    .playing(.expression)
  /// A literal.
  static let literal = JSONSchema.type("string", "number", "boolean").with("pattern", .text("\\S"))
  /// A value: an expression, a number or a truth value.
  static let value = literal.playing(.value)
  /// Values: a list of literals, or an expression that gives one.
  static let values = JSONSchema.anyOf([
    JSONSchema.type("string", "boolean").with("pattern", .text("\\S")), JSONSchema.list(of: value),
  ]).playing(.values(catalogue: nil))

  /// A day, C.E.
  static let day = JSONSchema.text(like: "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
  /// A Buddhist-era year.
  static let year = JSONSchema.whole(
    Int64(DecodingBounds.years.lowerBound)...Int64(DecodingBounds.years.upperBound)
  )
  /// A job of the manual.
  static let job = JSONSchema.whole(
    Int64(DecodingBounds.jobs.lowerBound)...Int64(DecodingBounds.jobs.upperBound)
  )
  /// Keys that are years or jobs.
  static let yearKey = "^(2[4-6][0-9]{2}|2700)$"
  static let jobKey = "^([1-9]|1[0-9]|2[0-4])$"

  /// Titles of what several files have.
  static func name(_ what: JSONSchema = localized) -> JSONSchema {
    what.titled("ชื่อที่คนอ่าน", "what people call it")
  }

  /// `severity`.
  static let severity = JSONSchema.codes(Severity.allCases.map(\.rawValue))
    .titled("ระดับความสำคัญ: error ต้องแก้ไข warning ควรแก้ไข info ข้อสังเกต", "severity")
  /// `family`.
  static let family = JSONSchema.codes(Family.allCases.map(\.rawValue))
    .titled("หมวดของเกณฑ์", "family of the rule")
  /// `basis`.
  static let basis = JSONSchema.codes(Basis.allCases.map(\.rawValue))
    .titled(
      "ที่มา: text ตามถ้อยคำในคู่มือ derived ตามแนวปฏิบัติที่สำนักงานกำหนด",
      "text: stated by the manual; derived: a working reading"
    )
  /// `weight`.
  static let weight = JSONSchema.whole(1...10).titled("ค่าน้ำหนัก 1 ถึง 10", "weight in scores")
}
