import Catalogues
import Diagnostics
import DocumentArena
import Foundation
import SourceText
import Submissions
import Testing

@Suite struct SubmissionReaderTests {
  static let kinds = Result { try Repository.kinds() }
  static let catalogues = Result { try Repository.catalogues() }

  private func read(_ text: String, stage: String? = nil) throws -> Submission {
    SubmissionReader.read(
      try yaml(text),
      kinds: try Self.kinds.get(),
      catalogues: try Self.catalogues.get(),
      stageOverride: stage
    )
  }

  /// The findings as `line:column CODE message`.
  private func findings(_ text: String) throws -> [String] {
    let submission = try read(text)
    return try submission.structureFindings.map { finding in
      let position =
        finding.pointsAtKey
        ? submission.document.keyPosition(of: finding.node)
        : submission.document.position(of: finding.node)
      let place = position.map { "\($0.line):\($0.column)" } ?? "-"
      let message = try StructureSentences.message(
        for: finding,
        in: submission,
        catalogues: Self.catalogues.get()
      )
      return "\(place) \(finding.code.rawValue) \(message.en)"
    }
  }

  private static let plan = """
    id: ap-01
    kind: annual-action-plan
    job: 2
    title: แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569
    fiscal_year: 2569
    submitter: {name: สพป. อุทัยธานี เขต 1, type: district-primary}
    stage: submitted

    """

  @Test func aSoundSubmissionHasNoFindings() throws {
    let text =
      Self.plan + """
        budget: {total: "๑๒๐,๐๐๐.๕๐ บาท"}
        projects:
          - id: 12
            name: อบรมครู
            objective: "-"
            activities: [อบรม, 4.1]
            budget: "120,000.50"
            schedule: {start: 2025-11-01, end: ๒๐๒๖-๐๘-๓๑}
            indicators: [{name: ร้อยละ, target: ๘๐}]
        process: [{step: received, date: 2025-05-20, round: "๑"}]
        comments:
        documents: []
        publication: {date: "", channel: "-"}
        """
    #expect(try findings(text) == [])
    let submission = try read(text)
    #expect(submission.isKindKnown && submission.kind.id == "annual-action-plan")
    #expect(
      (submission.id, submission.job, submission.stage, submission.round) == ("ap-01", 2, 1, 1)
    )
    #expect(submission.standIns == ["scope": .text("district"), "round": .int(1)])
  }

  @Test(arguments: [
    ("projcts: []", "8:1 STR-001 Field projcts is not part of this kind and was not checked"),
    (
      "projects: [{name: ก}, {nmae: {a: {b: c}}}]",
      "8:24 STR-001 Field Project 2 nmae is not part of this kind and was not checked"
    ),
    (
      "received_on: 31/02/2568",
      "8:14 STR-002 Value \"31/02/2568\" of date received has the wrong type (date in C.E., yyyy-mm-dd expected)"
    ),
    (
      "budget: {total: สามแสน}",
      "8:17 STR-002 Value \"สามแสน\" of total budget has the wrong type (number expected)"
    ),
    (
      "budget: 5", "8:9 STR-002 Value \"5\" of budget has the wrong type (group of fields expected)"
    ),
    (
      "projects: {name: ก}",
      "8:11 STR-002 Value \"{…}\" of projects has the wrong type (list expected)"
    ),
    (
      "projects: [5]",
      "8:12 STR-002 Value \"5\" of Project 1 has the wrong type (group of fields expected)"
    ),
    (
      "guidance_ref: [a, b]",
      "8:15 STR-002 Value \"[…]\" of guidance of the provincial office used has the wrong type (text expected)"
    ),
    (
      "round: 0",
      "8:8 STR-002 Value \"0\" of round has the wrong type (integer of at least 1 expected)"
    ),
    (
      "round: 1.5",
      "8:8 STR-002 Value \"1.5\" of round has the wrong type (integer of at least 1 expected)"
    ),
    (
      "resolution: {decision: aproved}",
      "8:24 STR-003 Value \"aproved\" of resolution decision is not one of the set values"
    ),
    (
      "received_on: 2568-05-20",
      "8:14 STR-004 Date \"2568-05-20\" of date received has a Buddhist-era year; this field takes C.E. (yyyy-mm-dd)"
    ),
    (
      "received_on: 25 มิถุนายน ๒๕๖๘",
      "8:14 STR-004 Date \"25 มิถุนายน ๒๕๖๘\" of date received has a Buddhist-era year; this field takes C.E. (yyyy-mm-dd)"
    ),
    (
      "received_on: 2567-02-30",
      "8:14 STR-004 Date \"2567-02-30\" of date received has a Buddhist-era year; this field takes C.E. (yyyy-mm-dd)"
    ),
    ("scope: province", "8:8 STR-006 Value \"province\" of scope does not agree with job 2"),
    (
      "process: [{step: recieved, date: 2025-05-20}]",
      "8:18 STR-008 Step \"recieved\" in record of steps is not known and was not checked"
    ),
    (
      "documents: [{type: cover-leter}]",
      "8:20 STR-009 Document type \"cover-leter\" in supporting documents is not known and was not checked"
    ),
    (
      "projects: [{id: p1}, {id: p2}, {id: p1}]",
      "8:37 STR-010 Id \"p1\" occurs more than once in projects"
    ),
    (
      "responses: [{remark_id: r9}]\nprevious_resolution: {remarks: [{id: r1}]}",
      "8:25 STR-011 Response 1 remark responded to refers to \"r9\", which this submission does not hold"
    ),
  ])
  func tellsWhatIsWrongAndWhere(_ pair: (text: String, finding: String)) throws {
    let found = try findings(Self.plan + pair.text + "\n")
    #expect(found == [pair.finding])
  }

  @Test func aKindThatDoesNotServeTheJob() throws {
    let text = "kind: budget-transfer\njob: 2\n"
    #expect(
      try findings(text)
        == ["2:6 STR-005 Kind Budget transfer or change request is not used in job 2"]
    )
  }

  @Test func anUnknownStageIsReadAsADraft() throws {
    let text = Self.plan.replacing("stage: submitted", with: "stage: submited")
    let submission = try read(text)
    #expect(submission.structureFindings.map(\.code) == [.unknownStage])
    #expect(submission.stage == 0)
    #expect(submission.standIns["stage"] == .text("draft"))
    let remedy = try StructureSentences.remedy(for: #require(submission.structureFindings.first))
    #expect(remedy.en == "Give one of the six stages (did you mean “submitted”?).")
    #expect(remedy.th == "ระบุสถานะตามรายการที่กำหนด (หมายถึง “submitted” หรือไม่)")
  }

  @Test func aStageOfTheUserCountsInPlaceOfTheDocuments() throws {
    let submission = try read(Self.plan, stage: "considered")
    #expect(submission.stage == 3)
    #expect(submission.standIns["stage"] == .text("considered"))
  }

  @Test func anUnknownKindIsReadByTheEnvelope() throws {
    let submission = try read("kind: anual-action-plan\njob: 2\nprojects: [{a: 1}]\nround: x\n")
    #expect(!submission.isKindKnown)
    #expect(submission.kind.id == "envelope")
    #expect(submission.structureFindings.map(\.code) == [.notInList, .wrongType])
    #expect(submission.structureFindings.first?.values["suggestion"] == "annual-action-plan")
  }

  @Test func agendaNumbersAreUniqueWithinTheirMeeting() throws {
    let text = """
      kind: meeting-record
      job: 1
      meetings: [{number: 1/2568}, {number: 2/2568}]
      agenda:
        - {number: "4.1", meeting: 1/2568}
        - {number: "4.1", meeting: 2/2568}
        - {number: ๔.๑, meeting: 2/2568}
        - {number: 4.1}
      """
    #expect(
      try findings(text) == ["7:14 STR-010 Id \"๔.๑\" occurs more than once in agenda items"]
    )
  }

  @Test func theFieldOfCooperationIsTheMatterOfARule() throws {
    #expect(try findings("kind: service-record\njob: 22\nfield: planning\n") == [])
    #expect(
      try findings("kind: service-record\njob: 22\nservice: advice-system\n").map {
        $0.prefix(12)
      } == ["3:10 STR-006"]
    )
  }

  @Test(arguments: ["", "[]", "[1, 2]", "text", "5", "null", "{}", "{kind: [a], job: {b: c}}"])
  func anyShapeOfDocumentIsRead(_ text: String) throws {
    guard let document = try? yaml(text) else { return }
    let submission = SubmissionReader.read(
      document,
      kinds: try Self.kinds.get(),
      catalogues: try Self.catalogues.get()
    )
    #expect(!submission.isKindKnown)
    #expect(submission.job == nil && submission.round == 1 && submission.stage == 0)
  }

  @Test func aRootThatIsNoMappingIsOneFinding() throws {
    #expect(
      try findings("[1, 2]")
        == [
          "1:1 STR-002 Value \"[…]\" of the submission has the wrong type (group of fields expected)"
        ]
    )
  }

  @Test func everyStructureFindingIsExplainedInBothLanguages() {
    let explanations = StructureSentences.explanations
    #expect(explanations.map(\.code.text) == StructureCode.allCases.map(\.rawValue))
    for explanation in explanations {
      #expect(explanation.text.th.contains("วิธีแก้: "))
      #expect(explanation.text.en.contains("What to do: "))
    }
  }

  @Test(.enabled(if: SharedFiles.has("domain/requirements.md")))
  func theCompleteSubmissionsOfTheRequirementsHaveNoFindings() throws {
    let text = try SharedFiles.text("domain/requirements.md")
    let section = try #require(text.range(of: "\n## J."))
    let blocks = text[section.upperBound...].components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count == 2)
    for block in blocks {
      let found = try findings(block)
      #expect(found == [])
    }
  }

  @Test("A number that YAML cut at its commas is one value that cannot be computed with")
  func cutNumbers() throws {
    let text = """
      kind: budget-transfer
      job: 3
      stage: draft
      from: [{item: ก, amount: 268,000}, {item: ข, amount: 1,268,000.50, category: ค}]
      to: [{item: ค, amount: 268, 000: x}]
      """
    let type = "the wrong type (number in quotes, since inside braces a comma ends it, expected)"
    #expect(
      try findings(text) == [
        "4:26 STR-002 Value \"268,000\" of original lines Line 1 amount has \(type)",
        "4:54 STR-002 Value \"1,268,000.50\" of original lines Line 2 amount has \(type)",
        "5:29 STR-001 Field requested lines Line 1 000 is not part of this kind and was not checked",
      ]
    )
    let submission = try read(text)
    let document = submission.document
    let from = try #require(document.child(of: document.root, "from"))
    let line = try #require(document.children(of: from).first { _ in true })
    let amount = try #require(document.child(of: line, "amount"))
    #expect(document.kind(of: amount) == .bool)
  }

  @Test(
    "An amount with too many decimals is told so, and a name in the place of a code gives the code"
  )
  func decimalsAndNames() throws {
    let text = """
      kind: budget-transfer
      job: 3
      stage: draft
      change_type: โอน
      from: [{item: ก, amount: 2486250.505}]
      """
    let submission = try read(text)
    #expect(
      submission.structureFindings.map { StructureSentences.remedy(for: $0).th }.first?
        .contains("หมายถึง “transfer”") == true
    )
    #expect(try findings(text).last?.contains("amount with at most 2 decimals expected") == true)
  }
}
