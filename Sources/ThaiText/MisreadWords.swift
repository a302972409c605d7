/// Common words of official papers with the misreadings of them that have been seen.
///
/// From the list of damage in the operations manual and from public scans: ำ that lost its ring, and
/// letters added or lost. Only spellings that are no words themselves are listed, each with the
/// neighbours that would make it part of another, correct word.
enum MisreadWords {
  struct Word: Sendable {
    let found: [UInt32]
    let right: [UInt32]
    /// Letters that must not follow (จัดทาง is a word, จัดทา is not).
    let notBefore: Set<UInt32>
    /// Letters that must not stand in front.
    let notAfter: Set<UInt32>
  }

  static func starting(with scalar: UInt32) -> [Word] { byFirstLetter[scalar] ?? [] }

  private static let byFirstLetter = Dictionary(grouping: table.map(word)) { $0.found.first ?? 0 }

  private static func word(_ row: (String, String, String, String)) -> Word {
    Word(
      found: row.0.unicodeScalars.map(\.value),
      right: row.1.unicodeScalars.map(\.value),
      notBefore: Set(row.2.unicodeScalars.map(\.value)),
      notAfter: Set(row.3.unicodeScalars.map(\.value))
    )
  }

  /// Misreading, word, letters that may not follow, letters that may not precede.
  private static let table: [(String, String, String, String)] = [
    ("กลับกรอง", "กลั่นกรอง", "", ""),
    ("กากับ", "กำกับ", "", ""),
    ("กาหนด", "กำหนด", "", ""),
    ("การศึษา", "การศึกษา", "", ""),
    ("จัดตั้งประมาณ", "จัดตั้งงบประมาณ", "", ""),
    ("จัดทา", "จัดทำ", "งนมยสบ", ""),
    ("จานวน", "จำนวน", "", ""),
    ("จาเป็น", "จำเป็น", "", ""),
    ("ดาเนิน", "ดำเนิน", "", ""),
    ("ตาบล", "ตำบล", "", ""),
    ("นาเสนอ", "นำเสนอ", "", ""),
    ("นาร่าง", "นำร่าง", "", ""),
    ("บารุง", "บำรุง", "", ""),
    ("บุคคลากร", "บุคลากร", "", ""),
    ("ประจาปี", "ประจำปี", "", ""),
    ("ประสิธิภาพ", "ประสิทธิภาพ", "", ""),
    ("ประเภทบรายจ่าย", "ประเภทงบรายจ่าย", "", ""),
    ("สาคัญ", "สำคัญ", "", ""),
    ("สานักงาน", "สำนักงาน", "", ""),
    ("สาเร็จ", "สำเร็จ", "", ""),
    ("อาเภอ", "อำเภอ", "", ""),
    ("อานวย", "อำนวย", "", ""),
    ("แจ้าง", "แจ้ง", "", ""),
    ("คาสั่ง", "คำสั่ง", "", "า"),
    ("คาปรึกษา", "คำปรึกษา", "", "า"),
    ("เพื่อนามา", "เพื่อนำมา", "", ""),
    ("คาแนะนา", "คำแนะนำ", "งนมย", "า"),
  ]
}
