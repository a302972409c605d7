import Diagnostics
import Findings
import Scoring

/// For which submissions a form is made: by kind and job, by stage, and by what the check came to.
///
/// The jobs are those whose steps ask for the paper (requirements, section F). A form of which nothing is
/// said is made for every submission.
struct PaperScope: Sendable {
  /// What else must hold.
  enum Condition: Sendable {
    /// That the verdict is ready: what must be mended first does not go on an agenda.
    case ready
    /// That spending is behind the disbursement plan.
    case behindPlan
    /// That something was published or sent, or should have been.
    case sending
    /// That there is a plan that is cited or asked for.
    case plans
    /// Of a record of meetings, that an agenda item names those whom it concerns.
    case concerned
  }

  /// The jobs; nil for all of them.
  var jobs: [Int]?
  /// The only kinds; nil for all but `otherKinds`.
  var kinds: [String]?
  /// Kinds of the same jobs for which it is not made.
  var otherKinds: [String] = []
  /// The first stage.
  var from: Stage?
  /// The first stage of a later round, which need not be screened again; nil for that of all rounds.
  var fromInLaterRounds: Stage?
  /// The last stage.
  var until: Stage?
  var condition: Condition?

  /// Every submission.
  static let all = PaperScope()

  /// The stages of a submission in their order (requirements, section B3).
  enum Stage: String, CaseIterable, Comparable {
    case draft, submitted, screened, considered, effective, closed

    static func < (a: Stage, b: Stage) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }

    var title: LocalizedText {
      switch self {
      case .draft: LocalizedText(th: "ร่าง", en: "draft")
      case .submitted: LocalizedText(th: "รับเรื่องแล้ว", en: "submitted")
      case .screened: LocalizedText(th: "กลั่นกรองแล้ว", en: "screened")
      case .considered: LocalizedText(th: "กศจ. พิจารณาแล้ว", en: "considered")
      case .effective: LocalizedText(th: "มีผลใช้", en: "effective")
      case .closed: LocalizedText(th: "ปิดเรื่อง", en: "closed")
      }
    }
  }

  // MARK: Judging

  /// Why the form is not made for a submission; nil where it is.
  func objection(to submission: CheckedSubmission) -> LocalizedText? {
    ofSubject(submission.result.header) ?? ofStage(submission.result.header)
      ?? ofCondition(submission)
  }

  private func ofSubject(_ header: SubmissionHeader) -> LocalizedText? {
    if let jobs {
      guard let job = header.job else {
        return LocalizedText(th: "ไม่ได้ระบุงานตามคู่มือ", en: "it names no job of the manual")
      }
      guard jobs.contains(job) else {
        return LocalizedText(
          th: "งานที่ \(job) ในคู่มือไม่มีขั้นตอนที่ใช้เอกสารนี้",
          en: "no step of job \(job) in the manual asks for this paper"
        )
      }
    }
    guard kinds != nil || !otherKinds.isEmpty else { return nil }
    let kind = header.kind ?? ""
    guard kinds.map({ $0.contains(kind) }) ?? !otherKinds.contains(kind) else {
      let title = header.kindTitle
      return LocalizedText(
        th: "เอกสารนี้ไม่ใช้กับเรื่องประเภท “\(title?.th ?? kind)”",
        en: "it is not made for a submission of the kind “\(title?.en ?? kind)”"
      )
    }
    return nil
  }

  private func ofStage(_ header: SubmissionHeader) -> LocalizedText? {
    // A record of the meetings of a year has no moment of its own.
    guard let stage = Stage(rawValue: header.stage), header.kind != "meeting-record" else {
      return nil
    }
    let first = header.round > 1 ? fromInLaterRounds ?? from : from
    if let from = first, stage < from {
      return LocalizedText(
        th: "เรื่องอยู่ในสถานะ “\(stage.title.th)” แต่เอกสารนี้ใช้ตั้งแต่สถานะ “\(from.title.th)”",
        en: "its stage is “\(stage.title.en)”, and the paper is for “\(from.title.en)” and later"
      )
    }
    if let until, stage > until {
      return LocalizedText(
        th: "เรื่องอยู่ในสถานะ “\(stage.title.th)” พ้นขั้นตอนที่ใช้เอกสารนี้แล้ว",
        en: "its stage is “\(stage.title.en)”, past the step for which the paper is made"
      )
    }
    return nil
  }

  private func ofCondition(_ submission: CheckedSubmission) -> LocalizedText? {
    switch condition {
    case .ready where submission.scorecard.verdict != .ready:
      LocalizedText(
        th: "ผลสรุปการตรวจไม่ใช่ “พร้อมเสนอ” จึงยังไม่เสนอขอบรรจุวาระ",
        en: "the verdict is not “ready”, so it is not put forward for an agenda yet"
      )
    case .behindPlan where !Spending(submission.result.record).isBehind:
      LocalizedText(
        th: "ไม่มีไตรมาสหรือรายการที่เบิกจ่ายต่ำกว่าแผน",
        en: "no quarter and no line is behind the disbursement plan"
      )
    case .sending where !PublicationLedger.hasLines(submission):
      LocalizedText(
        th: "ไม่มีการเผยแพร่หรือจัดส่งที่บันทึกไว้หรือที่เกณฑ์กำหนด",
        en: "nothing is recorded as published or sent, and no rule found it missing"
      )
    case .plans where submission.result.alignment?.columns.isEmpty ?? true:
      LocalizedText(
        th: "ไม่มีแผนที่ต้องอ้างหรืออ้างไว้",
        en: "no plan is asked for or cited"
      )
    case .concerned
    where submission.result.header.kind == "meeting-record"
      && !MeetingOutcome.hasItems(submission.result.record):
      LocalizedText(
        th: "ไม่มีระเบียบวาระที่ระบุผู้เกี่ยวข้อง",
        en: "no agenda item names those whom it concerns"
      )
    case nil, .ready, .behindPlan, .sending, .concerned, .plans: nil
    }
  }

  // MARK: Telling

  /// For what the form is made; nil where it is made for everything.
  var usage: LocalizedText? {
    let parts = [ofJobs, ofStages, ofConditions].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return LocalizedText(
      th: parts.map(\.th).joined(separator: " "),
      en: parts.map(\.en).joined(separator: ", ")
    )
  }

  private var ofJobs: LocalizedText? {
    guard let jobs else { return nil }
    let list = jobs.map(String.init)
    return LocalizedText(
      th: "ใช้กับงานที่ \(list.joined(separator: " "))",
      en: "for job\(list.count == 1 ? "" : "s") \(list.joined(separator: ", "))"
    )
  }

  private var ofStages: LocalizedText? {
    switch (from, until) {
    case (let from?, let until?) where from == until:
      LocalizedText(
        th: "ในสถานะ “\(from.title.th)”",
        en: "at the stage “\(from.title.en)”"
      )
    case (let from?, _):
      LocalizedText(
        th: "ตั้งแต่สถานะ “\(from.title.th)”",
        en: "from the stage “\(from.title.en)” on"
      )
    case (nil, let until?):
      LocalizedText(
        th: "จนถึงสถานะ “\(until.title.th)”",
        en: "up to the stage “\(until.title.en)”"
      )
    case (nil, nil): nil
    }
  }

  private var ofConditions: LocalizedText? {
    switch condition {
    case .ready:
      LocalizedText(th: "เมื่อผลสรุปการตรวจคือ “พร้อมเสนอ”", en: "with the verdict “ready”")
    case .behindPlan:
      LocalizedText(th: "เมื่อเบิกจ่ายต่ำกว่าแผน", en: "when spending is behind the plan")
    case .sending:
      LocalizedText(
        th: "ใช้เมื่อมีการเผยแพร่หรือจัดส่ง หรือมีเกณฑ์ที่กำหนด",
        en: "where something is published or sent, or a rule asks for it"
      )
    case .plans:
      LocalizedText(
        th: "ใช้กับเรื่องที่อ้างหรือต้องอ้างแผน",
        en: "where plans are cited or asked for"
      )
    case nil, .concerned: nil
    }
  }
}
