import Diagnostics
import SourceText

/// A limit that a file passes, and its sentences.
enum LimitProblem {
  case tooDeep
  case tooManyNodes
  case scalarTooLong
  case keysTooLong
  case tooManyDocuments
  case severalDocuments

  func diagnostic(
    _ name: String,
    _ position: SourcePosition?,
    _ limits: ReadingLimits
  ) -> Diagnostic {
    let parts = parts(limits)
    return Diagnostic(
      parts.code,
      .error,
      parts.message,
      at: Diagnostic.Place(file: name, position: position),
      help: parts.help
    )
  }

  private func parts(
    _ limits: ReadingLimits
  ) -> (code: DiagnosticCode, message: LocalizedText, help: LocalizedText) {
    switch self {
    case .tooDeep:
      (
        .tooDeep,
        LocalizedText(
          th: "รายการซ้อนกันลึกเกิน \(limits.depth) ชั้น",
          en: "lists and mappings nest deeper than \(limits.depth) levels"
        ),
        LocalizedText(
          th: "ตรวจว่าวงเล็บปิดครบ และลดจำนวนชั้น",
          en: "check that every bracket is closed, and use fewer levels"
        )
      )
    case .tooManyNodes:
      (
        .tooManyNodes,
        LocalizedText(
          th: "แฟ้มมีค่ามากเกิน \(limits.nodes) ค่า",
          en: "the file has more than \(limits.nodes) values"
        ),
        LocalizedText(th: "แบ่งเป็นหลายแฟ้ม", en: "split it into several files")
      )
    case .scalarTooLong:
      (
        .scalarTooLong,
        LocalizedText(
          th: "ข้อความหรือหมายเหตุที่เริ่มตรงนี้ยาวเกิน \(FileProblem.size(limits.scalarBytes))",
          en:
            "a text or comment from here on is longer than \(FileProblem.size(limits.scalarBytes))"
        ),
        LocalizedText(
          th: "ย่อข้อความ หรือตรวจว่าปิดเครื่องหมายคำพูดแล้ว",
          en: "shorten it, or check that its quote is closed"
        )
      )
    case .keysTooLong:
      (
        .keysTooLong,
        LocalizedText(
          th: "คีย์ยาวเกิน \(FileProblem.size(limits.keyBytes)) "
            + "หรือคีย์ทั้งหมดรวมกันเกิน \(FileProblem.size(limits.keyTableBytes))",
          en: "the key is longer than \(FileProblem.size(limits.keyBytes)), "
            + "or all keys together than \(FileProblem.size(limits.keyTableBytes))"
        ),
        LocalizedText(
          th: "ใช้คีย์ที่สั้นลง และเก็บข้อความยาวไว้เป็นค่า",
          en: "use shorter keys, and keep long texts as values"
        )
      )
    case .tooManyDocuments:
      (
        .tooManyDocuments,
        LocalizedText(
          th: "แฟ้มมีเอกสารมากเกิน \(limits.documents) ฉบับ",
          en: "the file has more than \(limits.documents) documents"
        ),
        LocalizedText(th: "แบ่งเป็นหลายแฟ้ม", en: "split it into several files")
      )
    case .severalDocuments:
      (
        .severalDocuments,
        LocalizedText(
          th: "แฟ้มนี้ต้องมีเอกสารเดียว แต่เอกสารฉบับที่สองเริ่มตรงนี้",
          en: "one document is expected here, and a second one starts"
        ),
        LocalizedText(
          th: "แยกเอกสารไว้คนละแฟ้ม หรือลบเครื่องหมาย --- ออก",
          en: "put each document into a file of its own, or remove the --- between them"
        )
      )
    }
  }
}
