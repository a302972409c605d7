import Diagnostics
import Papers

extension PaperForm {
  /// F3: what must be there, and whether it is.
  static let completenessChecklist = PaperForm(
    id: "completeness-checklist",
    number: "F3",
    title: LocalizedText(th: "แบบตรวจความครบถ้วนของเอกสาร", en: "Completeness checklist"),
    question: LocalizedText(
      th: "เอกสารและข้อมูลที่ต้องมีครบหรือไม่ ขาดอะไร",
      en: "Is everything there that must be, and what is missing?"
    ),
    leftOpen: LocalizedText(
      th: "เลขหน้า และลายมือชื่อผู้ตรวจรับ",
      en: "page numbers, and the signature of who received it"
    ),
    making: .each { paper in
      let checklist = ChecklistParts(paper: paper)
      let signature = PaperSignature(
        role: paper.words.pick("ผู้ตรวจ", "checked by"),
        verb: paper.words.signed,
        position: paper.words.position,
        date: paper.words.dayName
      )
      return [
        Paper.Section(
          name: paper.words.pick("ความครบถ้วน", "Completeness"),
          blocks: [paper.identity] + checklist.blocks + RecordParts(paper: paper).documents
            + [.signature(signature)],
          data: checklist.data
        )
      ]
    }
  )
}
