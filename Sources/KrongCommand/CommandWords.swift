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
  func formatted(_ changed: Int, of count: Int, isWritten: Bool) -> String {
    isWritten
      ? pick(
        "จัดรูปแบบ \(changed) แฟ้ม จาก \(count) แฟ้ม",
        "\(changed) of \(count) files were formatted"
      )
      : pick(
        "ยังไม่ได้จัดรูปแบบ \(changed) แฟ้ม จาก \(count) แฟ้ม",
        "\(changed) of \(count) files are not formatted"
      )
  }
  func mended(_ file: MendedFile) -> String {
    pick(
      "แก้ไข \(VisibleText.of(file.source.name)) แล้ว \(file.count) แห่ง",
      "mended \(VisibleText.of(file.source.name)): \(file.count) places"
    )
  }
  func wouldMend(_ files: [MendedFile]) -> String {
    let places = files.reduce(0) { $0 + $1.count }
    return pick(
      "krong lint --fix จะแก้ \(places) แห่ง ใน \(files.count) แฟ้ม",
      "krong lint --fix would mend \(places) places in \(files.count) files"
    )
  }
  var cannotPrint: String {
    pick("พิมพ์ผลลัพธ์ไม่ได้", "the output could not be written")
  }

  func tooLow(_ what: String, _ found: String, _ wanted: String) -> String {
    pick("\(what) \(found) ต่ำกว่าที่กำหนด \(wanted)", "\(what) \(found) is below \(wanted)")
  }
  var mutantsNotTried: String {
    pick(
      "ยังไม่ได้ลองดัดแปลงเกณฑ์ เพราะมีการทดสอบที่ไม่ตรงตามที่ระบุ",
      "no mutant was tried, because tests are not as stated"
    )
  }

  func annotated(_ file: String, _ places: Int, _ findings: Int) -> String {
    pick(
      "เขียน \(file) แล้ว: ข้อตรวจพบ \(findings) ข้อ ทำเครื่องหมายไว้ \(places) แห่ง",
      "wrote \(file): \(findings) findings, \(places) places marked"
    )
  }
}
