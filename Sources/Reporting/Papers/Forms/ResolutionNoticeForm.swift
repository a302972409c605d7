import Diagnostics
import Findings
import Papers

extension PaperForm {
  /// F10: the letter that tells the submitter the resolution; a draft.
  static let resolutionNotice = PaperForm(
    id: "resolution-notice",
    number: "F10",
    title: LocalizedText(th: "หนังสือแจ้งมติ กศจ. (ร่าง)", en: "Notice of the resolution (draft)"),
    question: LocalizedText(
      th: "กศจ. มีมติอย่างไร หน่วยงานต้องดำเนินการใด ภายในเมื่อใด",
      en: "What was resolved, and what must the submitter do by when?"
    ),
    leftOpen: LocalizedText(
      th: "ที่ วันที่ ผู้รับ สิ่งที่ต้องดำเนินการและกำหนดเวลา ลายมือชื่อ และมติถ้ายังไม่ได้บันทึก",
      en: "number, day, addressee, what to do by when, signature; the resolution if not recorded"
    ),
    languages: [.th],
    isOfficial: true,
    // In the other jobs nobody is told the resolution by a letter.
    scope: PaperScope(jobs: [1, 2, 3, 14, 18], from: .considered, condition: .concerned),
    needs: [.records],
    making: .each { paper in
      paper.header.kind == "meeting-record"
        ? MeetingOutcome(paper: paper).sections : ResolutionNotice(paper: paper).sections
    }
  )
}

/// An external letter (หนังสือภายนอก) with the resolution and its remarks.
private struct ResolutionNotice {
  let paper: SubmissionPaper

  private var record: RecordParts { RecordParts(paper: paper) }

  /// The decision by its code; nil while none is on record.
  private var decision: String? {
    switch paper.result.record?.value("resolution", "decision") {
    case .code(let code, _)?: code
    default: nil
    }
  }

  private var hasRemarks: Bool { paper.result.record?.table("resolution.remarks") != nil }

  var sections: [Paper.Section] {
    var blocks = head + [cause, resolution]
    if let remarks = remarks { blocks += remarks }
    blocks += end
    return [Paper.Section(name: "หนังสือแจ้งมติ", blocks: blocks)]
  }

  private var head: [Paper.Block] {
    OfficialParts.letterHead(
      "แจ้งมติที่ประชุมคณะกรรมการศึกษาธิการจังหวัด (กศจ.)",
      to: [PaperRun(addressee)],
      level: paper.context.level == 2 ? 1 : paper.context.level
    )
  }

  /// The head of the submitter, by what the submitter is.
  private var addressee: String {
    let name = paper.header.submitter ?? ""
    guard case .code(let type, _)? = paper.result.record?.value("submitter", "type") else {
      return OfficialParts.joined("ผู้อำนวยการหรือหัวหน้า", name)
    }
    switch type {
    case "district-primary", "district-secondary", "school":
      return OfficialParts.joined("ผู้อำนวยการ", name)
    case "agency": return OfficialParts.joined("หัวหน้า", name)
    default: return OfficialParts.joined("ผู้อำนวยการหรือหัวหน้า", name)
    }
  }

  private var cause: Paper.Block {
    let header = paper.header
    let submitter = OfficialParts.joined("ตามที่", header.submitter ?? "หน่วยงานของท่าน")
    var runs = [PaperRun("\(submitter) ได้เสนอ")]
    runs.append(PaperRun(header.kindTitle?.th ?? "เรื่อง"))
    runs += [
      PaperRun(" “\(paper.title)” (รหัสเรื่อง "), PaperRun(paper.name, isCode: true), PaperRun(")"),
    ]
    if header.round > 1 { runs.append(PaperRun(" ครั้งที่ \(header.round)")) }
    runs.append(PaperRun(" เพื่อขอความเห็นชอบ นั้น"))
    return OfficialParts.body(runs)
  }

  private var resolution: Paper.Block {
    let body = record.text("resolution", "body") ?? "คณะกรรมการศึกษาธิการจังหวัด (กศจ.)"
    return OfficialParts.body([
      PaperRun("บัดนี้ \(body)"),
      PaperRun(" ในการประชุมครั้งที่ "), record.run("resolution", "meeting", blank: 10),
      PaperRun(" เมื่อวันที่ "), record.run("resolution", "date"), PaperRun(" มีมติ “"),
      record.run("resolution", "decision", blank: 30), PaperRun("”"),
    ])
  }

  private static let open = PaperCell([PaperParagraph([.blank(12)])])

  /// The remarks with what is to be done; rows to fill in where there may be some that are not recorded.
  private var remarks: [Paper.Block]? {
    let table = paper.result.record?.table("resolution.remarks")
    let isOpen = decision == nil || decision == "approved-with-remarks"
    if table == nil, !isOpen { return nil }
    let ids = table?.values("id") ?? []
    let texts = table?.values("text") ?? []
    var rows = texts.indices.map { index in
      PaperRow([
        PaperCell("\(index + 1)"), PaperCell(record.text(ids[index]) ?? "–", isCode: true),
        PaperCell(record.text(texts[index]) ?? "–").asRowHead, Self.open, Self.open,
      ])
    }
    if rows.isEmpty {
      rows = (1...3).map { number in
        PaperRow([PaperCell("\(number)")] + Array(repeating: Self.open, count: 4))
      }
    }
    return [
      OfficialParts.body("โดยมีข้อสังเกต\(decision == nil ? " (ถ้ามี)" : "") ดังนี้"),
      .table(
        PaperTable(
          caption: "ข้อสังเกต",
          columns: [
            PaperColumn(1, .right), PaperColumn(2), PaperColumn(7), PaperColumn(5), PaperColumn(3),
          ],
          heads: ["ที่", "รหัส", "ข้อสังเกต", "สิ่งที่ให้ดำเนินการ", "ภายในวันที่"],
          rows: rows
        )
      ),
    ]
  }

  /// What the submitter is asked for.
  ///
  /// Only job 2 brings a plan before the council again (J2 §5.7).
  private var wish: [PaperRun] {
    let start = "จึงเรียนมาเพื่อโปรดทราบ"
    guard let decision else { return [PaperRun(start + " และ"), .blank(60)] }
    let isApproved = decision == "approved" && !hasRemarks
    let end =
      switch (paper.header.job, decision) {
      case (2, _) where isApproved: " และดำเนินการตามแผนที่ได้รับความเห็นชอบต่อไป"
      case (2, "approved-with-remarks"), (2, "not-approved"), (2, "approved"):
        " และดำเนินการทบทวน ปรับปรุง หรือจัดทำรายละเอียดเพิ่มเติมตามมติ" + answers
          + " แล้วเสนอ กศจ. พิจารณาให้ความเห็นชอบอีกครั้ง"
      case (3, "approved"), (3, "approved-with-remarks"):
        (hasRemarks ? " และดำเนินการตามข้อสังเกตและระเบียบ" : " และดำเนินการตามระเบียบ")
          + "ที่เกี่ยวข้องต่อไป"
      case _ where hasRemarks || decision == "approved-with-remarks":
        " และดำเนินการตามข้อสังเกตของ กศจ. ต่อไป"
      default: ""
      }
    return [PaperRun(start + end)]
  }

  /// How the answers to the remarks are to be given, where there are remarks.
  private var answers: String {
    hasRemarks || decision == "approved-with-remarks"
      ? " โดยอ้างรหัสข้อสังเกตข้างต้นและระบุหน้าหรือหัวข้อที่แก้ไข" : ""
  }

  private var end: [Paper.Block] { [OfficialParts.body(wish)] + OfficialParts.letterEnd }
}
