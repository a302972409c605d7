import Catalogues
import Diagnostics
import RuleModel
import Submissions

/// The schemas of parameters, offices, profiles and waivers.
enum ConfigurationSchemas {
  /// `parameters.yaml`.
  static func parameters(_ rules: RuleSchema) -> JSONSchema {
    .object(
      ConfigurationKeys.parameters,
      required: ConfigurationKeys.parameters,
      [
        "krong": SchemaPart.version,
        "shared_params":
          JSONSchema
          .mapping(of: rules.ownParameter, keysLike: SchemaPart.identifier)
          .titled("ค่าที่หลายเกณฑ์ใช้ร่วมกัน", "values that several rules take by name"),
      ]
    )
  }

  /// `params` of offices and profiles: values, or values by fiscal year.
  private static var settings: JSONSchema {
    let value = JSONSchema.anyOf([SchemaPart.literal, .list(of: SchemaPart.literal, min: 0)])
    let years = JSONSchema.mapping(of: value, keysLike: SchemaPart.yearKey)
    let rule = SchemaPart.ruleID.dropFirst().dropLast()
    return JSONSchema.mapping(of: .anyOf([value, years]), keysLike: "^(\(rule)\\.)?[^.]+$")
      .playing(.settingKeys)
      .titled(
        "ค่าที่กำหนด: ชื่อพารามิเตอร์ร่วม หรือ รหัสเกณฑ์.ชื่อ",
        "values of shared parameters, or RULE.name"
      )
  }

  /// An office.
  static func office(_ rules: RuleSchema) -> JSONSchema {
    let edition = KindSchemas.edition
    return .object(
      ConfigurationKeys.office,
      required: ["krong", "office", "name"],
      [
        "krong": SchemaPart.version,
        "office": JSONSchema.text(like: SchemaPart.code).titled("รหัสสำนักงาน", "id of the office"),
        "name": SchemaPart.name(),
        "province": JSONSchema.text.titled("จังหวัด", "province"),
        "academic_year": SchemaPart.year.titled("ปีการศึกษาปัจจุบัน พ.ศ.", "current academic year"),
        "params": settings,
        "frameworks": JSONSchema.list(of: .text)
          .titled("แฟ้มแผนของพื้นที่ที่ใช้", "files of the plans of the area"),
        "plan_editions": JSONSchema.mapping(of: .list(of: edition, min: 0))
          .with("propertyNames", .schema(rules.items(of: "plans")))
          .titled("ฉบับของแผนที่ทะเบียนไม่มี", "editions that the registry does not have"),
      ]
    )
  }

  /// A profile.
  static func profile(stages: JSONSchema) -> JSONSchema {
    let selection = selection(stages: stages)
    let ids = JSONSchema.list(of: SchemaPart.rule)
    return .object(
      ConfigurationKeys.profile,
      required: ["krong", "profile", "title"],
      [
        "krong": SchemaPart.version,
        "profile": JSONSchema.text(like: SchemaPart.code).titled("รหัสโปรไฟล์", "id of the profile"),
        "title": SchemaPart.name(),
        "extends": JSONSchema.text(like: SchemaPart.code).playing(.profile)
          .titled("โปรไฟล์ที่ใช้เป็นฐาน", "profile whose choices come first"),
        "select": selection.titled("เกณฑ์ที่ใช้", "rules that stay"),
        "deselect": JSONSchema.anyOf([ids, selection]).titled("เกณฑ์ที่ไม่ใช้", "rules left out"),
        "unscored": selection.titled("เกณฑ์ที่แจ้งแต่ไม่นับคะแนน", "rules told but not counted"),
        "set": JSONSchema.mapping(of: change, keysLike: SchemaPart.ruleID).playing(.ruleKeys)
          .titled("สิ่งที่เปลี่ยนของเกณฑ์", "what is changed about rules"),
        "params": settings,
      ]
    )
  }

  private static func selection(stages: JSONSchema) -> JSONSchema {
    .object(
      ConfigurationKeys.selection,
      [
        "stages": JSONSchema.list(of: stages).titled("ตามสถานะ", "by stage"),
        "families": JSONSchema.list(of: SchemaPart.family).titled("ตามหมวด", "by family"),
        "basis": JSONSchema.list(of: SchemaPart.basis).titled("ตามที่มา", "by basis"),
        "severities": JSONSchema.list(of: SchemaPart.severity)
          .titled("ตามระดับความสำคัญ", "by severity"),
        "clauses": JSONSchema.list(of: .text(like: "^J[1-9][0-9]?( §\\S+)?$").playing(.clause))
          .titled("ตามงานหรือข้อของคู่มือ", "by job or clause"),
        "rules": JSONSchema.list(of: SchemaPart.rule).titled("ตามรหัส", "by id"),
      ]
    )
  }

  private static var change: JSONSchema {
    .object(
      ConfigurationKeys.change,
      [
        "severity": SchemaPart.severity, "weight": SchemaPart.weight,
        "waivable": JSONSchema.flag.titled("ขอยกเว้นได้หรือไม่", "whether it may be waived"),
      ]
    )
  }

  /// A file of waivers.
  static var waivers: JSONSchema {
    .object(
      ConfigurationKeys.waivers,
      required: ConfigurationKeys.waivers,
      [
        "krong": SchemaPart.version,
        "waivers": JSONSchema.list(of: waiver, min: 0).titled("ข้อยกเว้น", "the waivers"),
      ]
    )
  }

  /// A waiver.
  static var waiver: JSONSchema {
    let pair = "[a-z][a-z0-9_]*\\[[a-z][a-z0-9_]*=[^\\]]+\\]"
    return .object(
      ConfigurationKeys.waiver,
      required: ["rule", "subject", "reason", "approver", "from", "until"],
      [
        "rule": SchemaPart.rule.titled("เกณฑ์ที่ยกเว้น", "the rule"),
        "subject": JSONSchema.type("string", "number")
          .with("pattern", .text("^[^#]+(#(\(pair)(\\.\(pair))*)?)?$"))
          .titled("รหัสเรื่อง หรือรายการในเรื่อง", "submission, or an element of it"),
        "parts": JSONSchema.list(of: .text).titled("เฉพาะส่วน", "parts of the rule"),
        "reason": JSONSchema.text.titled("เหตุผล", "reason"),
        "approver": JSONSchema.text.titled("ผู้อนุมัติ", "who approved it"),
        "from": SchemaPart.day.titled("วันแรก ค.ศ. ปปปป-ดด-วว", "first day"),
        "until": SchemaPart.day.titled("วันสุดท้าย ค.ศ. ปปปป-ดด-วว", "last day"),
      ]
    )
  }
}
