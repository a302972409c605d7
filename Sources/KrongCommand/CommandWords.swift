import Krong

/// The sentences of the command itself.
struct CommandWords {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var invalidCommand: String {
    pick("คำสั่งไม่ถูกต้อง (ดูวิธีใช้ด้วย --help)", "the command is not valid (see --help)")
  }
  var internalError: String {
    pick(
      "โปรแกรมขัดข้องภายใน โปรดแจ้งผู้ดูแลพร้อมข้อความต่อไปนี้",
      "internal error; please report it with the following text"
    )
  }
  func setAside(_ files: [String]) -> String {
    let names = files.map(VisibleText.of).joined(separator: " ")
    return pick("ข้ามแฟ้มของการทดสอบ: \(names)", "files of tests that were skipped: \(names)")
  }
  var cannotPrint: String {
    pick("พิมพ์ผลลัพธ์ไม่ได้", "the output could not be written")
  }

  func testSummary(rules: Int, examples: Int, failed: Int) -> String {
    pick(
      "เกณฑ์ตรวจ \(rules) เกณฑ์ · ตัวอย่าง \(examples) ตัวอย่าง · ไม่ตรงตามที่ระบุ \(failed)",
      "\(rules) rules · \(examples) examples · \(failed) not as stated"
    )
  }
}
