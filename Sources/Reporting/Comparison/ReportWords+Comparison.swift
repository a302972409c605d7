import Diagnostics
import Findings
import Scoring

// The words of comparisons and of answers to remarks.
extension ReportWords {
  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var comparison: String { pick("เปรียบเทียบกับผลตรวจครั้งก่อน", "Compared with the baseline") }
  var otherDifferences: String {
    pick("สิ่งที่ต่างกันนอกจากตัวเรื่อง", "What differs besides the submissions")
  }
  var lastTime: String { pick("ครั้งก่อน", "last time") }
  var thisTime: String { pick("ครั้งนี้", "this time") }
  var remarks: String { pick("การดำเนินการตามมติและความเห็น", "Answers to remarks and comments") }
  var notAnswered: String { pick("ยังไม่ได้ระบุผลการดำเนินการ", "not answered") }
  var noSuchRemark: String { pick("(ไม่มีข้อสังเกตรหัสนี้)", "(there is no such remark)") }
  var done: String { pick("ผลการดำเนินการ", "done") }
  var location: String { pick("หน้าหรือหัวข้อที่แก้ไข", "where") }
  var noLocation: String {
    pick("ยังไม่ได้ระบุหน้าหรือหัวข้อที่แก้ไข", "the page or heading is not given")
  }

  func change(_ change: Comparison.Change) -> String {
    switch change {
    case .fixed: pick("แก้ไขแล้ว", "fixed")
    case .remaining: pick("คงเหลือ", "remaining")
    case .new: pick("พบใหม่", "new")
    case .waived: pick("ได้รับการผ่อนผัน", "waived")
    case .notComparable: pick("เทียบกันไม่ได้", "not comparable")
    }
  }

  func side(_ time: String, _ side: Comparison.Side?) -> String {
    guard let side else {
      return "\(time): " + pick("ไม่มีเรื่องนี้ในผลตรวจ", "the submission is not in the report")
    }
    var facts = [side.file]
    if side.round > 1 { facts.append(round(side.round)) }
    facts.append(verdict(side.verdict))
    if let score = side.score { facts.append("\(self.score) \(score)") }
    return "\(time): " + facts.joined(separator: separator)
  }

  func answered(_ count: Int, of all: Int) -> String {
    pick("ตอบครบ \(count) จาก \(all) ข้อ", "\(count) of \(all) answered")
  }

  /// The body that commented, by its code.
  func commentFrom(_ code: String) -> String {
    switch code {
    case "subcommittee": pick("คณะอนุกรรมการ", "subcommittee")
    case "info-committee": pick("คณะกรรมการข้อมูลและสารสนเทศ", "information committee")
    case "council": pick("กศจ.", "Provincial Education Committee")
    case "head": pick("ศึกษาธิการจังหวัด", "Provincial Education Officer")
    default: code
    }
  }
}
