import Diagnostics
import Findings

// The words for what belongs to a docket as a whole.
extension ReportWords {
  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var references: String { pick("การอ้างถึงเรื่องอื่น", "References to other submissions") }
  var notJudged: String { pick("เรื่องที่ไม่ได้ตรวจ", "Not judged") }

  var summaryHead: [String] {
    [
      pick("รหัสเรื่อง", "id"), pick("ประเภทเรื่อง", "kind"), score, verdictLabel,
      pick("ต้องแก้ไข", "errors"),
    ]
  }

  func role(_ role: Docket.Companion.Role) -> String {
    switch role {
    case .earlierRound: pick("การเสนอครั้งก่อน ใช้อ้างอิงเท่านั้น", "an earlier round, for reference only")
    case .lookedUp: pick("ใช้อ้างอิงเท่านั้น", "for reference only")
    }
  }

  func name(of submission: Docket.Name) -> String {
    let id = submission.id ?? submission.file
    return submission.round > 1 ? "\(id) \(round(submission.round))" : id
  }

  func state(of reference: Docket.Reference) -> String {
    let target = reference.target.map { name(of: $0) + " (\($0.file))" } ?? ""
    switch reference.state {
    case .found: return pick("พบ \(target)", "found: \(target)")
    case .notSupplied:
      let meant = reference.suggestion.map {
        pick(" หมายถึง “\($0)” หรือไม่", "; did you mean “\($0)”?")
      }
      return pick(
        "ไม่ได้ส่งเรื่องนี้มาด้วย จึงไม่ได้ตรวจเทียบกัน",
        "was not supplied, so nothing was compared with it"
      ) + (meant ?? "")
    case .wrongKind:
      return pick(
        "พบ \(target) แต่เป็นเรื่องประเภทอื่น",
        "found \(target), but it is of another kind"
      )
    case .itself: return pick("อ้างถึงเรื่องนี้เอง", "names the submission itself")
    case .wrongRound:
      return pick(
        "พบ \(target) แต่ลำดับครั้งที่เสนอไม่ถูกต้อง",
        "found \(target), but its round does not fit"
      )
    case .ambiguous:
      return pick(
        "มีหลายเรื่องใช้รหัสนี้ จึงเทียบกับ \(target) เท่านั้น",
        "several have this id; compared with \(target) only"
      )
    }
  }
}
