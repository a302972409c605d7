import Catalogues
import Diagnostics
import DocumentArena
import PlanValues
import RuleModel
import SourceText

/// Finds what has run out on a day: rules, values of parameters, waivers.
struct RuleDates {
  private let day: CalendarDate
  private let year: Int

  init(_ day: CalendarDate) {
    self.day = day
    year = FiscalYear(containing: day)?.be ?? 0
  }

  /// Rules whose years are over, and parameters without a value for the year at hand.
  func diagnostics(of rule: Rule) -> [Diagnostic] {
    let decoder = FileDecoder(rule.document, .rule)
    let root = rule.document.root
    if let until = rule.inForce?.until, until < year,
      let node = rule.document.child(of: root, "in_force"),
      let end = rule.document.child(of: node, "until")
    {
      decoder.report(
        .ruleExpired,
        .warning,
        LocalizedText(
          th: "เกณฑ์นี้ใช้ถึงปีงบประมาณ พ.ศ. \(until) จึงไม่ใช้แล้วในปีงบประมาณ พ.ศ. \(year)",
          en: "the rule is in force until fiscal year \(until), so it no longer applies in \(year)"
        ),
        at: decoder.value(end),
        help: LocalizedText(
          th: "ลบ until หรือเลื่อนปีออกไปถ้ายังใช้อยู่ มิฉะนั้นย้ายแฟ้มออกจากชุดเกณฑ์",
          en:
            "leave `until` out or move it on if the rule is still meant; otherwise take the file away"
        )
      )
    }
    for parameter in rule.parameters where parameter.shared == nil { report(parameter, decoder) }
    return decoder.diagnostics
  }

  /// Shared parameters without a value for the year at hand.
  func diagnostics(of shared: [ParameterDeclaration]) -> [Diagnostic] {
    guard let document = shared.first?.document else { return [] }
    let decoder = FileDecoder(document, .configuration)
    for parameter in shared { report(parameter, decoder) }
    return decoder.diagnostics
  }

  private func report(_ parameter: ParameterDeclaration, _ decoder: FileDecoder) {
    guard let last = parameter.byFiscalYear.max(by: { $0.year < $1.year }), last.year < year else {
      return
    }
    decoder.report(
      .parameterOutdated,
      .warning,
      LocalizedText(
        th:
          "พารามิเตอร์ \(DecodingWords.quoted(parameter.name)) ไม่มีค่าของปีงบประมาณ พ.ศ. \(year) จึงใช้ค่าของปี \(last.year) ต่อ",
        en:
          "the parameter \(DecodingWords.quoted(parameter.name)) has no value for fiscal year \(year), so that of \(last.year) is used on"
      ),
      at: decoder.key(last.value),
      help: LocalizedText(
        th: "เพิ่มบรรทัด \(year): ค่าของปีนี้ ใต้ by_fiscal_year แม้ค่าจะเท่าเดิม",
        en: "add a line `\(year): value` under by_fiscal_year, even if the value is the same"
      )
    )
  }

  /// Waivers that no longer hold.
  func diagnostics(of waiver: Waiver) -> [Diagnostic] {
    guard waiver.until < day else { return [] }
    let decoder = FileDecoder(waiver.document, .configuration)
    let end = waiver.document.child(of: waiver.node, "until")
    decoder.report(
      .waiverExpired,
      .warning,
      LocalizedText(
        th: "ข้อยกเว้นนี้หมดอายุเมื่อ \(waiver.until)",
        en: "this waiver has expired on \(waiver.until)"
      ),
      at: end.map { decoder.value($0) } ?? decoder.value(waiver.node),
      help: LocalizedText(
        th: "ลบออก หรือขออนุมัติใหม่แล้วแก้วันที่",
        en: "delete it, or have it approved anew and change the date"
      )
    )
    return decoder.diagnostics
  }
}
