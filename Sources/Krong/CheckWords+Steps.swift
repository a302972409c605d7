import Diagnostics
import RuleModel

// What is asked of steps and reports.
extension CheckWords {
  mutating func ask(_ before: CheckKind.Before, _ depth: Int) {
    let (earlier, later) = (step(before.earlier), step(before.later))
    say(
      depth,
      "มี“\(earlier)”ก่อน“\(later)” (ตรวจเมื่อบันทึกขั้นตอนหลังแล้ว)",
      "“\(earlier)” comes before “\(later)”, once the later is recorded"
    )
    if let party = before.by {
      let name = literal(party.text, of: "parties")
      say(depth + 1, "โดย\(name)", "taken by \(name)")
    }
    if let party = before.to {
      let name = literal(party.text, of: "parties")
      say(depth + 1, "ถึง\(name)", "addressed to \(name)")
    }
  }

  mutating func ask(_ rows: [CheckKind.StepRow], _ depth: Int) {
    say(depth, "บันทึกขั้นตอนครบตามลำดับ", "these steps are recorded, in this order")
    for row in rows {
      let optional = row.optional == nil ? "" : pick(" (ถ้ามี)", " (where it applies)")
      let name = step(row.step)
      say(depth + 1, "\(name)\(optional) — \(row.clause)", "\(name)\(optional) — \(row.clause)")
    }
  }

  mutating func ask(_ reported: CheckKind.ReportedEach, _ depth: Int) {
    let list = name(reported.list)
    let isYear = reported.period == .year
    say(
      depth,
      "\(list)มีรายงานของทุก\(isYear ? "ปี" : "ไตรมาส")ที่ครบกำหนดแล้ว",
      "\(list) has a report for each \(isYear ? "year" : "quarter") that is due"
    )
    if let days = reported.graceDays {
      say(
        depth + 1,
        "ครบกำหนดเมื่อสิ้นงวดไปแล้ว \(value(days)) วัน",
        "due \(value(days)) days after the end of the period"
      )
    }
    if let parties = reported.recipients {
      let names = value(parties, of: "parties")
      say(depth + 1, "ส่งถึง \(names) ครบ", "sent to each of \(names)")
    }
  }
}
