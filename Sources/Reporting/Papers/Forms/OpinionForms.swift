import Diagnostics
import Findings
import Papers

extension PaperForm {
  /// F4: what the subcommittee needs to screen the submission; the opinion is the office's to write.
  static let opinionSubcommittee = PaperForm(
    id: "opinion-subcommittee",
    number: "F4",
    title: LocalizedText(
      th: "ข้อเสนอเพื่อประกอบการพิจารณาของคณะอนุกรรมการ",
      en: "Opinion paper for the subcommittee"
    ),
    question: LocalizedText(
      th: "คณะอนุกรรมการควรพิจารณาเรื่องใด จากผลการตรวจใด",
      en: "What is the subcommittee to consider, on which results?"
    ),
    leftOpen: LocalizedText(
      th: "ครั้งที่และวันประชุม สาระสำคัญ ความเห็นของสำนักงาน ประเด็นที่เสนอ และลายมือชื่อ",
      en: "meeting, substance, the office's opinion, the proposal, signatures"
    ),
    languages: [.th],
    isOfficial: true,
    scope: PaperScope(
      jobs: [2, 3, 4, 5, 6, 7, 9, 14, 15, 17],
      otherKinds: ["monitoring-report"],
      until: .submitted
    ),
    needs: [.records],
    making: .each { OpinionPaper(paper: $0).subcommittee }
  )

  /// F8: the same for the กศจ., with what the screening came to.
  static let opinionCouncil = PaperForm(
    id: "opinion-council",
    number: "F8",
    title: LocalizedText(
      th: "ข้อเสนอเพื่อประกอบการพิจารณาของคณะกรรมการศึกษาธิการจังหวัด (กศจ.)",
      en: "Opinion paper for the Provincial Education Committee"
    ),
    question: LocalizedText(
      th: "กศจ. ควรพิจารณาเรื่องใด ผลการกลั่นกรองและการปรับปรุงเป็นอย่างไร",
      en: "What is the committee to consider, and how was the screening answered?"
    ),
    leftOpen: LocalizedText(
      th: "ครั้งที่และวันประชุม สาระสำคัญ ผลการกลั่นกรอง ความเห็นของสำนักงาน ประเด็นที่เสนอ และลายมือชื่อ",
      en: "meeting, substance, screening result, the office's opinion, the proposal, signatures"
    ),
    languages: [.th],
    isOfficial: true,
    scope: PaperScope(
      jobs: [2, 3, 4, 5, 6, 7, 9, 14, 15, 18],
      otherKinds: ["monitoring-report"],
      from: .screened,
      fromInLaterRounds: .submitted,
      until: .screened
    ),
    needs: [.records],
    making: .each { OpinionPaper(paper: $0).council }
  )
}

/// The opinion papers: what the program knows is filled in, every opinion and proposal is open.
private struct OpinionPaper {
  let paper: SubmissionPaper

  private var official: OfficialParts { OfficialParts(paper: paper) }

  private var job: ManualJob { paper.job }

  var subcommittee: [Paper.Section] {
    let body = job.screeningBodyShort
    let isFinal = job.isDecidedByScreeningBody
    let approved = isFinal ? "เห็นชอบ" : "เห็นชอบให้นำเสนอ กศจ."
    var blocks = head(for: job.screeningBody) + beginning
    blocks += ending(
      from: 4,
      proposal: "จึงเสนอ\(job.screeningBody)เพื่อโปรดพิจารณา",
      choices: [
        approved, "\(approved) โดยให้ปรับปรุงตามความเห็นและข้อเสนอแนะก่อน",
        "ให้ปรับปรุง แล้วเสนอ\(body)อีกครั้ง",
      ]
    )
    return [Paper.Section(name: "ข้อเสนอ", blocks: blocks), official.annexes]
  }

  var council: [Paper.Section] {
    var blocks = head(for: "คณะกรรมการศึกษาธิการจังหวัด (กศจ.)") + beginning
    blocks += screening
    var choices = ["เห็นชอบ", "เห็นชอบโดยมีข้อสังเกต", "ไม่เห็นชอบ"]
    if job.returnsToCouncil {
      choices.append("ให้ทบทวน ปรับปรุง หรือจัดทำรายละเอียดเพิ่มเติม แล้วเสนออีกครั้ง")
    }
    if job.isForInformation { choices = ["รับทราบ", "รับทราบ โดยมีความเห็นและข้อเสนอแนะ"] }
    blocks += ending(
      from: 5,
      proposal: "จึงเสนอ กศจ. เพื่อโปรด\(job.isForInformation ? "ทราบ" : "พิจารณา")",
      choices: choices
    )
    return [Paper.Section(name: "ข้อเสนอ", blocks: blocks), official.annexes]
  }

  private func head(for body: String) -> [Paper.Block] {
    // In a docket the heading of the submission stands above.
    let level = paper.context.level == 2 ? 1 : nil
    return [
      OfficialParts.centered(
        [PaperRun("ข้อเสนอเพื่อประกอบการพิจารณา", isBold: true)],
        level: level
      ),
      OfficialParts.centered([PaperRun(body, isBold: true)]),
      OfficialParts.centered([
        PaperRun("การประชุมครั้งที่ "), .blank(8), PaperRun(" วันที่ "), .blank(20),
      ]),
      OfficialParts.centered([PaperRun("ระเบียบวาระที่ "), .blank(8)]),
      .paragraph(
        PaperParagraph([PaperRun("เรื่อง  ", isBold: true), PaperRun(paper.title)])
      ),
    ]
  }

  private var beginning: [Paper.Block] {
    var blocks = [paper.heading("1. ความเป็นมา"), OfficialParts.body(official.background())]
    blocks.append(paper.heading("2. สาระสำคัญของเรื่อง"))
    blocks += official.substance
    blocks += [
      paper.heading("3. ผลการตรวจเบื้องต้น"), OfficialParts.body(official.outcome),
      OfficialParts.body("รายละเอียดปรากฏตามเอกสารแนบ"),
    ]
    if let table = RemarkParts(paper: paper).resolution { blocks.append(.table(table)) }
    return blocks
  }

  private var screening: [Paper.Block] {
    var blocks: [Paper.Block] = [
      paper.heading("4. ผลการกลั่นกรองของ\(job.screeningBodyShort) และการดำเนินการ"),
      OfficialParts.body([
        PaperRun("\(job.screeningBody)พิจารณาในการประชุมครั้งที่ "), .blank(8), PaperRun(" เมื่อวันที่ "),
        .blank(20), PaperRun(" มีผลการพิจารณาว่า "), .blank(30),
      ]),
    ]
    if let table = RemarkParts(paper: paper).comments(emptyRows: 3) { blocks.append(.table(table)) }
    return blocks
  }

  private func ending(from number: Int, proposal: String, choices: [String]) -> [Paper.Block] {
    let items = choices.map { PaperParagraph($0) }
    let other = PaperParagraph([PaperRun("อื่น ๆ "), .blank(50)])
    return [
      paper.heading("\(number). ความเห็นของสำนักงานศึกษาธิการจังหวัด"),
      .lines(
        PaperLines(label: "ความเห็น", author: "เว้นไว้ให้เจ้าหน้าที่เขียน", count: 6)
      ),
      paper.heading("\(number + 1). ประเด็นที่เสนอเพื่อพิจารณา"),
      OfficialParts.body(proposal),
      .list(PaperList(.choices, items + [other])),
      OfficialParts.caveat,
      OfficialParts.signature("ผู้วิเคราะห์"),
      OfficialParts.signature("ผู้อำนวยการกลุ่มนโยบายและแผน", isPosition: true),
    ]
  }
}
