import Diagnostics
import Findings

/// The words of the alignment table.
struct AlignmentWords {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var title: String { pick("ตารางวิเคราะห์ความสอดคล้อง", "Alignment table") }
  var nothing: String { pick("ไม่มีแผนที่ต้องอ้างหรืออ้างไว้", "No plan is asked for or cited.") }
  var onlyCited: String { pick("อ้างไว้เอง", "cited only") }
  var notInForce: String { pick("ไม่มีฉบับที่ใช้ในปีนั้น", "no edition in force") }
  var legend: String {
    pick(
      "● ระบุครบ   ○ ระบุไม่ครบ ไม่พบรายการที่อ้าง หรือมีข้อตรวจพบ   x ยังไม่ได้ระบุ (มีข้อตรวจพบ)   · ไม่มี",
      "● stated   ○ incomplete, no such item, or a finding   x not stated (a finding)   · none"
    )
  }
  func idleRows(_ count: Int) -> String {
    pick(
      "อีก \(count) แถวไม่ได้ระบุความสอดคล้องของตนเอง",
      count == 1
        ? "1 other row states no fit of its own" : "\(count) other rows state no fit of their own"
    )
  }
  var empty: String { pick("ยังไม่ได้ระบุ", "not stated") }
  var incomplete: String {
    pick("ยังไม่ครบตามเกณฑ์", "not complete as the rule asks")
  }
  var noLink: String {
    pick("ยังไม่ได้ระบุความเชื่อมโยงกับแผนใด", "no link to any plan")
  }
  var faulty: String { pick("มีข้อตรวจพบ", "a finding") }
  var noItem: String { pick("(ไม่ระบุรายการ)", "(no item)") }
  var reason: String { pick("เหตุผล", "reason") }
  var noReason: String { pick("(ไม่ระบุ)", "(none)") }
  var unserved: String {
    pick("รายการของแผนที่ยังไม่มีเรื่องใดสนับสนุน", "Items of these plans that nothing serves")
  }
  var coverage: String { pick("กลยุทธ์กับโครงการ", "Strategies and projects") }
  var noStrategies: String {
    pick(
      "ไม่มีรายการกลยุทธ์ให้เทียบ (แนบแผนพัฒนาการศึกษาที่อ้างถึงด้วย --with)",
      "no strategies to compare with (supply the development plan with --with)"
    )
  }
  var noProject: String { pick("ยังไม่มีโครงการรองรับ", "no project serves it") }
  var noStrategy: String {
    pick("ไม่ได้รองรับกลยุทธ์ใด", "serves no strategy")
  }

  private static let thaiSigns = [
    "ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ", "ฌ", "ญ", "ฎ", "ฏ", "ฐ", "ฑ", "ฒ", "ณ", "ด", "ต", "ถ",
    "ท", "ธ", "น", "บ", "ป", "ผ", "ฝ", "พ", "ฟ",
  ]

  /// The sign of a column; numbers where the letters are used up.
  func sign(_ index: Int) -> String {
    if language == .th {
      return index < Self.thaiSigns.count ? Self.thaiSigns[index] : String(index + 1)
    }
    guard index < 26, let letter = Unicode.Scalar(0x41 + index) else { return String(index + 1) }
    return String(letter)
  }

  /// An item with how sure it is and by what it was recognised.
  func item(_ item: AlignmentTable.Item, form: String?) -> String {
    var notes: [String] = []
    if let form { notes.append(self.form(form)) }
    if !item.isVerified { notes.append(pick("ยังไม่ยืนยัน", "not verified")) }
    if !item.isInForce { notes.append(pick("ไม่อยู่ในปีที่ใช้", "not in force")) }
    return "\(item.code) \(item.name[language]) (\(notes.joined(separator: ", ")))"
  }

  private func form(_ form: String) -> String {
    switch form {
    case "code": pick("ตามรหัส", "by code")
    case "name": pick("ตามชื่อ", "by name")
    case "alias": pick("ตามชื่ออื่น", "by alias")
    case "number": pick("ตามลำดับที่", "by number")
    case "code-within": pick("พบรหัสในข้อความ", "code in the text")
    case "name-within": pick("พบชื่อในข้อความ", "name in the text")
    default: pick("ตามส่วนหนึ่งของชื่อ", "by a part of its name")
    }
  }

  /// What is the matter with a link whose item was not found; nil where nothing is.
  func problem(_ link: AlignmentTable.Link) -> String? {
    let near = link.suggestions.map { "\($0.code) \($0.name[language])" }
      .joined(separator: pick(" หรือ ", " or "))
    switch link.recognition {
    case .unknown where near.isEmpty: return pick("ไม่พบในรายการของแผน", "no item of the plan")
    case .unknown:
      return pick("ไม่พบในรายการของแผน ใกล้เคียง: \(near)", "no item of the plan; nearest: \(near)")
    case .torn:
      return pick("ลำดับที่กับชื่อไม่ตรงกัน: \(near)", "number and name do not agree: \(near)")
    case .notListed:
      return pick("รายการของแผนนี้มีไม่ครบ จึงเทียบไม่ได้", "the list of this plan is not complete")
    case .found, .noItems, .blank: return nil
    }
  }
}
