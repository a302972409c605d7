import Diagnostics

/// The words of the page around a paper.
struct HTMLWords {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var skip: String { pick("ข้ามไปที่เนื้อหา", "Skip to the content") }
  var contents: String { pick("สารบัญ", "Contents") }
  var show: String { pick("เลือกแสดง", "Show") }
  var showNote: String {
    pick("ซ่อนแถวของตารางตามที่เลือก", "rows of the tables that are not ticked are hidden")
  }
  var figures: String { pick("ตัวเลขเป็นตาราง", "The figures as a table") }
  var blank: String { pick("(เว้นไว้ให้กรอก)", "(to be filled in)") }
  var key: String { pick("ความหมายของสี", "Key") }
  var noValue: String { pick("ไม่มีค่า", "no value") }

  /// What a language calls itself.
  static func name(of language: Language) -> String {
    switch language {
    case .th: "ไทย"
    case .en: "English"
    }
  }
}
