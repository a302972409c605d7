import Diagnostics
import PlanValues
import Scoring

/// The words of papers that belong to no rule and that the text report does not have.
struct PaperWords {
  let language: Language

  func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func date(_ date: CalendarDate) -> String {
    date.formatted(language == .th ? .thai : .english)
  }

  /// A score as it is printed; a dash where no rule counts.
  func score(_ score: Scorecard.Score?) -> String { score?.description ?? "–" }

  // MARK: Names of a submission

  var subject: String { pick("เรื่อง", "Title") }
  var id: String { pick("รหัสเรื่อง", "Id") }
  var kind: String { pick("ประเภทเรื่อง", "Kind") }
  var job: String { pick("งานตามคู่มือ", "Job of the manual") }
  var fiscalYear: String { pick("ปีงบประมาณ พ.ศ.", "Fiscal year (B.E.)") }
  var submitter: String { pick("หน่วยงานผู้เสนอ", "Submitter") }
  var round: String { pick("เสนอครั้งที่", "Round") }
  var stage: String { pick("สถานะของเรื่อง", "Stage") }
  var file: String { pick("แฟ้ม", "File") }
  var asOf: String { pick("ตรวจ ณ วันที่", "As of") }
  var verdict: String { pick("ผลสรุปการตรวจ", "Verdict") }
  var score: String { pick("คะแนน (เต็ม 100)", "Score (of 100)") }
  var errors: String { pick("ต้องแก้ไข", "Must be mended") }

  // MARK: Heads of tables

  var number: String { pick("ที่", "No.") }
  var severity: String { pick("ระดับความสำคัญ", "Severity") }
  var family: String { pick("หมวดเกณฑ์", "Family") }
  var finding: String { pick("ข้อตรวจพบและแนวทางแก้ไข", "Finding and remedy") }
  var message: String { pick("ข้อตรวจพบ", "Finding") }
  var remedy: String { pick("แนวทางแก้ไข", "Remedy") }
  var place: String { pick("ตำแหน่งในเรื่อง", "Place") }
  var source: String { pick("ที่มา", "Source") }
  var rule: String { pick("เกณฑ์ตรวจ", "Rule") }
  var basis: String { pick("ฐานของเกณฑ์", "Basis") }
  var outcome: String { pick("ผลการตรวจ", "Outcome") }
  var reason: String { pick("เหตุผล", "Reason") }
  var note: String { pick("หมายเหตุ", "Note") }
  var row: String { pick("รายการของเรื่อง", "Row") }
  var plan: String { pick("แผน", "Plan") }
  var page: String { pick("หน้า", "Page") }
  var total: String { pick("รวม", "Total") }
  var path: String { pick("ช่องข้อมูล", "Field") }
  var fingerprint: String { pick("ลายนิ้วมือ", "Fingerprint") }

  func folded(_ all: Int, into rows: Int) -> String {
    pick(
      "(\(all) รายการนี้รวมเป็น \(rows) ข้อในตาราง)",
      "(the \(all) stand in \(rows) rows of the table)"
    )
  }

  func andMore(_ count: Int) -> String { pick("และอีก \(count) แห่ง", "and \(count) more") }

  // MARK: Papers as a whole

  var docketSummary: String { pick("สรุปเรื่องทั้งหมด", "All submissions") }
  var unreadFiles: String { pick("แฟ้มที่อ่านไม่ได้", "Files that could not be read") }
  func subjects(_ count: Int) -> String {
    pick("รวม \(count) เรื่อง", count == 1 ? "1 submission" : "\(count) submissions")
  }
  func leftOut(_ count: Int) -> String {
    pick(
      "ไม่ได้ทำเอกสารนี้ให้ \(count) เรื่อง (ข้อความนี้ไม่ใช่ส่วนหนึ่งของเอกสาร)",
      count == 1
        ? "Not made for 1 submission (this is no part of the paper)"
        : "Not made for \(count) submissions (this is no part of the paper)"
    )
  }
  func ready(_ count: Int, of all: Int) -> String {
    pick(
      "พร้อมเสนอ \(count) เรื่อง จากทั้งหมด \(all) เรื่อง",
      "\(count) of \(all) submissions are ready to submit"
    )
  }
}
