package import Diagnostics
import PlanValues
import Findings
package import RuleModel
package import Scoring
import Submissions

/// The words of the text report that belong to no rule.
package struct ReportWords {
  package let language: Language

  /// The words of a language.
  package init(language: Language) {
    self.language = language
  }

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  /// What a severity is called.
  package func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: pick("ต้องแก้ไข", "must be mended")
    case .warning: pick("ควรแก้ไข", "should be mended")
    case .info: pick("ข้อมูลประกอบ", "for information")
    }
  }

  /// What a family is called.
  package func family(_ family: Family) -> String {
    switch family {
    case .alignment: pick("ความสอดคล้อง", "Alignment")
    case .completeness: pick("ความครบถ้วนสมบูรณ์", "Completeness")
    case .consistency: pick("ความถูกต้องตรงกัน", "Consistency")
    case .procedure: pick("ขั้นตอนการดำเนินงาน", "Procedure")
    case .disclosure: pick("การแจ้งและการเผยแพร่", "Disclosure")
    case .threshold: pick("กำหนดเวลาและเกณฑ์เชิงปริมาณ", "Deadlines and thresholds")
    }
  }

  package func verdict(_ verdict: Scorecard.Verdict) -> String {
    switch verdict {
    case .ready: pick("พร้อมเสนอ", "ready to submit")
    case .notReady: pick("ยังไม่พร้อมเสนอ", "not ready to submit")
    case .nothingChecked: pick("ไม่มีเกณฑ์ใดได้ใช้ตรวจ", "nothing was checked")
    }
  }

  func reason(_ reason: NotApplicableReason) -> String {
    switch reason {
    case .kind: pick("ใช้กับเรื่องประเภทอื่น", "for other kinds")
    case .job: pick("ใช้กับงานอื่น", "for other jobs")
    case .stage: pick("ยังไม่ถึงสถานะที่ต้องตรวจ", "stage not reached")
    case .inForce: pick("ไม่ใช้ในปีงบประมาณนี้", "not in force in this fiscal year")
    case .when: pick("ไม่เข้าเงื่อนไขของเกณฑ์", "condition does not hold")
    case .noElements: pick("ไม่มีรายการที่ต้องตรวจ", "nothing there to look at")
    case .notRecorded: pick("ยังไม่บันทึกขั้นตอนถัดไป", "later step not recorded")
    case .notDue: pick("ยังไม่ถึงกำหนด", "not yet due")
    case .notSupplied: pick("ไม่ได้แนบเรื่องที่อ้างถึง", "the other submission was not supplied")
    case .noEdition: pick("ไม่มีแผนฉบับที่ใช้ในปีนั้น", "no edition of the plan in force")
    }
  }

  var separator: String { " · " }
  package var noTitle: String { pick("(ไม่มีชื่อเรื่อง)", "(no title)") }
  package var structure: String { pick("ข้อตรวจพบด้านรูปแบบข้อมูล", "Form of the submission") }
  var forConsideration: String { pick("ข้อควรพิจารณา", "for consideration") }
  var officePractice: String {
    pick("ตามแนวปฏิบัติที่สำนักงานกำหนด", "a working reading set by the office")
  }
  package var remedy: String { pick("แนวทางแก้ไข", "remedy") }
  package var source: String { pick("ที่มา", "source") }
  package var comparedWith: String { pick("เทียบกับ", "read from") }
  package var absent: String { pick("(ยังไม่มีในแฟ้ม)", "(not in the file)") }
  var missing: String { pick("ข้อมูลที่ขาด", "data missing") }
  var waiverReason: String { pick("เหตุผล", "reason") }
  var approver: String { pick("ผู้อนุญาต", "approved by") }
  package var noFindings: String { pick("ไม่มีข้อตรวจพบ", "Nothing found") }
  package var unknown: String {
    pick("ตรวจไม่ได้ เพราะข้อมูลไม่เพียงพอ", "Could not be checked: data missing")
  }
  package var broken: String {
    pick("ตรวจไม่สำเร็จ เพราะเกณฑ์มีข้อบกพร่อง", "Could not be computed: a fault of the rule")
  }
  package var judged: String { pick("ต้องพิจารณาโดยเจ้าหน้าที่", "For a person to judge") }
  package var waived: String { pick("ได้รับการผ่อนผัน", "Waived") }
  var idleWaivers: String {
    pick("การผ่อนผันที่ไม่มีผล", "Waivers without effect")
  }
  var passed: String { pick("เป็นไปตามเกณฑ์", "Met") }
  var notApplicable: String { pick("ไม่เกี่ยวข้องกับเรื่องนี้", "Not applicable") }
  var notSelected: String { pick("ไม่ได้เลือกตรวจ", "Not selected") }
  var score: String { pick("คะแนน", "Score") }
  var outOf: String { pick("จาก 100", "of 100") }
  var noPartialCredit: String {
    pick(
      "แบบ XCCDF นับทั้งเกณฑ์ ส่วนที่ผ่านบางส่วนมีผลเฉพาะในคะแนนของสำนักงาน",
      "XCCDF counts whole rules; only the house score gives credit for parts"
    )
  }
  var bestFixes: String { pick("แก้ไขเรื่องใดก่อนได้คะแนนเพิ่มมาก", "Worth mending first") }
  package var verdictLabel: String { pick("ผลสรุปการตรวจ", "Verdict") }
  package var caveat: String {
    pick(
      "ผลนี้เป็นข้อมูลประกอบการพิจารณา มิใช่มติหรือความเห็นของผู้มีอำนาจ",
      "This is material for consideration, not a decision or an opinion of those in charge"
    )
  }
  var unread: String { pick("อ่านไม่ได้", "Could not be read") }
  var summary: String { pick("สรุปชุดเรื่อง", "Summary of the docket") }
  var unscored: String { pick("ไม่นับคะแนน", "not scored") }
}

// MARK: - Sentences with figures

extension ReportWords {
  func file(_ name: String) -> String { pick("แฟ้ม \(name)", "file \(name)") }
  func identifier(_ id: String) -> String { pick("รหัสเรื่อง \(id)", "id \(id)") }
  func job(_ job: Int) -> String { pick("งานที่ \(job)", "job \(job)") }
  func fiscalYear(_ year: Int) -> String {
    pick("ปีงบประมาณ พ.ศ. \(year)", "fiscal year \(year) B.E.")
  }
  func round(_ round: Int) -> String { pick("เสนอครั้งที่ \(round)", "round \(round)") }
  func stage(_ title: String) -> String { pick("สถานะ \(title)", "stage: \(title)") }

  func rules(_ count: Int) -> String {
    pick("\(count) เกณฑ์", count == 1 ? "1 rule" : "\(count) rules")
  }

  func ruleSet(_ count: Int) -> String { pick("เกณฑ์ตรวจ \(count) เกณฑ์", rules(count)) }

  func findings(_ count: Int) -> String {
    pick("\(count) รายการ", count == 1 ? "1 finding" : "\(count) findings")
  }

  func met(_ met: Int, of count: Int) -> String {
    pick("ครบถ้วน \(met) จาก \(count) เกณฑ์", "\(met) of \(count) met in full")
  }

  func approval(_ approval: Finding.Approval) -> String {
    let (from, until) = (approval.from, approval.until)
    return pick(
      "\(approval.approver) (\(from.formatted(.thai)) ถึง \(until.formatted(.thai)))",
      "\(approval.approver) (\(from.formatted(.english)) to \(until.formatted(.english)))"
    )
  }

  func score(of model: ScoringModel) -> String { "\(score) (XCCDF \(model.rawValue))" }

  func outOf(_ maximum: Points) -> String {
    pick("จาก \(maximum.rounded)", "of \(maximum.rounded)")
  }

  func percent(_ score: Scorecard.Score) -> String {
    pick("ร้อยละ \(score)", "\(score) percent")
  }

  func more(_ count: Int) -> String {
    pick(
      "และอีก \(count) แห่ง (ดูทั้งหมดด้วย -v หรือ --format json)",
      "and \(count) more (-v or --format json shows them all)"
    )
  }

  func leftOut(_ count: Int) -> String {
    let most = CheckLimits.findingsOfOneSort
    return pick(
      "พบอีก \(count) แห่ง นับรวมในผลแล้ว แต่ไม่ได้บันทึกรายละเอียด เพราะเกิน \(most) แห่ง "
        + "แก้ไขแล้วตรวจใหม่จึงจะเห็น",
      "\(count) more were found and counted, but their details are not kept beyond \(most); "
        + "mend these and check again to see them"
    )
  }

  package func verdictReason(_ card: Scorecard, unjudged: Int) -> String? {
    switch card.verdict {
    case .notReady:
      let ids = card.blockers.joined(separator: " ")
      return pick(
        "มีเรื่องที่ต้องแก้ไขก่อนเสนอ \(card.blockers.count) เรื่อง: \(ids)",
        "to be mended before it goes forward: \(ids)"
      )
    case .ready where unjudged > 0:
      return pick(
        "ไม่พบเรื่องที่ต้องแก้ไข แต่ยังตรวจไม่ได้ \(unjudged) เกณฑ์",
        "no error found, but \(rules(unjudged)) could not be checked"
      )
    case .ready: return pick("ไม่พบเรื่องที่ต้องแก้ไขก่อนเสนอ", "no error found")
    case .nothingChecked:
      return pick("ไม่มีเกณฑ์ตรวจใดใช้กับเรื่องนี้", "no rule applies to this submission")
    }
  }

  func profile(_ id: String) -> String { pick("ชุดเกณฑ์ที่เลือกใช้ \(id)", "profile \(id)") }

  /// Under what the settings of an office and of a profile stand; nil where neither sets anything.
  func settings(_ receipt: Receipt) -> String? {
    guard let office = receipt.office else {
      return receipt.settings.isEmpty
        ? nil
        : pick("ค่าที่ชุดเกณฑ์กำหนดต่างจากค่าตั้งต้น", "set by the profile, other than the default")
    }
    guard !receipt.settings.isEmpty else {
      return pick(
        "ใช้ค่าที่กำหนดของ\(office.name.th) ซึ่งเป็นค่าตั้งต้นทั้งหมด",
        "with the settings of \(office.name.en), all of them the defaults"
      )
    }
    return pick(
      "ค่าที่\(office.name.th)กำหนดต่างจากค่าตั้งต้น",
      "set by \(office.name.en), other than the default"
    )
  }

  /// A setting with its default, and that the profile sets it where the office does not.
  func setting(_ setting: Receipt.Setting, of receipt: Receipt) -> String {
    let name = setting.label.map { "\($0[language]) (\(setting.name))" } ?? setting.name
    let isOfProfile = setting.source == .profile && receipt.office != nil
    let source = isOfProfile ? separator + profile(receipt.profile) : ""
    let (value, standard) = (setting.value[language], setting.standard[language])
    return pick(
      "\(name): \(value) (ค่าตั้งต้น \(standard))\(source)",
      "\(name): \(value) (default: \(standard))\(source)"
    )
  }

  func blankField(_ name: String) -> String {
    pick("ยังไม่ได้ระบุช่อง \(name) ซึ่งกำหนดว่าใช้เกณฑ์ใด", "\(name), which selects the rules, is not given")
  }

  func asOf(_ receipt: Receipt) -> String {
    let date = receipt.asOf
    let today = receipt.isDateGiven ? "" : pick(" (วันนี้)", " (today)")
    return pick(
      "ตรวจ ณ วันที่ \(date.formatted(.thai))\(today)",
      "as of \(date.formatted(.english))\(today)"
    )
  }

  func forcedStage(_ stage: String) -> String {
    pick("ตรวจเสมือนอยู่ในสถานะ \(stage)", "checked as in stage \(stage)")
  }
}
