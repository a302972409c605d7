import Diagnostics
import Findings

/// What is wrong with a docket as a whole; its submissions are judged all the same.
enum DocketProblem {
  static func all(_ docket: Docket) -> [Diagnostic] { docket.duplicates.map(duplicate) }

  private static func duplicate(_ duplicate: Docket.Duplicate) -> Diagnostic {
    let others = duplicate.files.dropFirst().joined(separator: ", ")
    return Diagnostic(
      .duplicateSubmission,
      .warning,
      LocalizedText(
        th: "รหัสเรื่อง “\(duplicate.id)” ครั้งที่ \(duplicate.round) ซ้ำกับใน \(others)",
        en: "the id “\(duplicate.id)”, round \(duplicate.round), is also that of \(others)"
      ),
      at: Diagnostic.Place(file: duplicate.files.first ?? "", position: nil),
      help: LocalizedText(
        th: "ให้แต่ละเรื่องมีรหัสของตนเอง ถ้าเป็นการเสนออีกครั้ง ให้ระบุ round เรื่องที่อ้างถึงรหัสนี้เทียบกับแฟ้มแรกเท่านั้น",
        en:
          "give each submission its own id; for a later round state round. What refers to this id was compared with the first file only"
      )
    )
  }
}
