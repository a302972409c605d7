import Diagnostics
import RuleModel

/// The sentences of the check kinds, for items for which the rule writes none.
enum DefaultSentences {
  static func of(_ kind: CheckKind) -> LocalizedText {
    switch kind {
    case .present:
      LocalizedText(th: "{element} ยังไม่ได้ระบุ{field}", en: "{element}: {field} is missing")
    case .covers:
      LocalizedText(th: "{element} ยังขาด {missing}", en: "{element}: {missing} is missing")
    case .documents:
      LocalizedText(th: "เอกสาร “{document}” {problem}", en: "{document} {problem}")
    case .alignedTo:
      LocalizedText(
        th: "ยังไม่ได้ระบุความสอดคล้องกับ{plans|or}",
        en: "fit with {plans|or} is not stated"
      )
    case .chain:
      LocalizedText(
        th: "ตารางเทียบโยง “{item}” กับ “{expected|or}” แต่เรื่องนี้อ้าง “{cited}”{caveat}",
        en:
          "the crosswalk leads from \"{item}\" to \"{expected|or}\", but \"{cited}\" is cited{caveat}"
      )
    case .oneOf(let oneOf) where oneOf.itemsOf != nil:
      LocalizedText(
        th: "“{value}” ไม่ตรงกับรายการของ{plan} ที่ใกล้เคียง: {nearest|or}",
        en: "\"{value}\" is no item of {plan}; nearest: {nearest|or}"
      )
    case .oneOf(let oneOf) where oneOf.options == nil:
      LocalizedText(
        th: "ค่า “{value}” ไม่อยู่ในรายการที่กำหนด",
        en: "\"{value}\" is not one of the set values"
      )
    case .oneOf:
      LocalizedText(
        th: "ค่า “{value}” ไม่ใช่{options|or}",
        en: "\"{value}\" is not {options|or}"
      )
    case .reference:
      LocalizedText(
        th: "ไม่พบ “{value}” ที่อ้างถึง",
        en: "\"{value}\", which is referred to, is not there"
      )
    case .within(let within): bounds(within)
    case .equal:
      LocalizedText(
        th: "ค่า {value} ไม่ตรงกับ {expected}",
        en: "{value} does not equal {expected}"
      )
    case .total:
      LocalizedText(
        th: "ยอดรวม {total} ไม่ตรงกับผลรวมของรายการ {sum} (ต่างกัน {diff})",
        en: "total {total} does not equal the sum of lines {sum} (difference {diff})"
      )
    case .count(_, _, let min, _) where min != nil:
      LocalizedText(
        th: "มี {count} รายการ ต้องมีอย่างน้อย {min} รายการ",
        en: "{count} given, at least {min} needed"
      )
    case .count:
      LocalizedText(
        th: "มี {count} รายการ เกิน {max} รายการ",
        en: "{count} given, at most {max} allowed"
      )
    case .pattern:
      LocalizedText(
        th: "“{value}” ไม่เป็นไปตามรูปแบบที่กำหนด",
        en: "\"{value}\" does not have the form asked for"
      )
    case .unique:
      LocalizedText(th: "“{value}” ซ้ำกับรายการก่อนหน้า", en: "\"{value}\" repeats an earlier entry")
    case .before:
      LocalizedText(
        th: "“{earlier}” {problem} ก่อน “{later}”",
        en: "\"{earlier}\" is {problem} before \"{later}\""
      )
    case .steps:
      LocalizedText(
        th: "ขั้นตอน “{step}” {problem} (คู่มือ {clause})",
        en: "step \"{step}\" is {problem} (manual, {clause})"
      )
    case .reportedEach(let reported) where reported.period == .year:
      LocalizedText(
        th: "ไม่ปรากฏหลักฐานการรายงานผลของปี พ.ศ. {period}",
        en: "no record of a report for {period}"
      )
    case .reportedEach:
      LocalizedText(
        th: "ไม่ปรากฏหลักฐานการรายงานผลประจำไตรมาสที่ {period}",
        en: "no record of a report for quarter {period}"
      )
    case .any:
      LocalizedText(
        th: "{element} ยังไม่มีทางเลือกใดที่ครบถ้วน",
        en: "{element}: none of the alternatives is met"
      )
    case .assert, .ask, .each, .all, .not:
      LocalizedText(th: "{element} ยังไม่เป็นไปตามเกณฑ์", en: "{element} does not meet the rule")
    }
  }

  private static func bounds(_ within: CheckKind.Within) -> LocalizedText {
    switch (within.min ?? within.above, within.max ?? within.below) {
    case (.some, .some):
      LocalizedText(
        th: "ค่า {value} ไม่อยู่ระหว่าง {min} ถึง {max}",
        en: "{value} is not between {min} and {max}"
      )
    case (.some, nil):
      within.min == nil
        ? LocalizedText(th: "ค่า {value} ต้องมากกว่า {min}", en: "{value} is not more than {min}")
        : LocalizedText(th: "ค่า {value} น้อยกว่า {min}", en: "{value} is less than {min}")
    default:
      within.max == nil
        ? LocalizedText(th: "ค่า {value} ต้องน้อยกว่า {max}", en: "{value} is not less than {max}")
        : LocalizedText(th: "ค่า {value} เกิน {max}", en: "{value} is more than {max}")
    }
  }
}
