import Krong
import TestSupport
import Testing

/// Small dockets with references that hold and references that do not.
@Suite("Dockets")
struct DocketTests {
  /// Checks files that lie together; `with` ones are looked up only.
  private func check(
    _ files: [(name: String, text: String)],
    with lookedUp: [(name: String, text: String)] = []
  ) throws -> Report {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("docket/\(name)", text) }
    for (name, text) in lookedUp { try folder.write("with/\(name)", text) }
    let date = try #require(CalendarDate(year: 2026, month: 3, day: 1))
    let options = CheckOptions(asOf: date, docket: lookedUp.isEmpty ? nil : folder.path("with"))
    return try CommandFixture.workspace.get().check([folder.path("docket")], options: options)
      .report
  }

  private func rule(_ id: String, of submission: String, in report: Report) throws -> RuleResult {
    let found = report.submissions.first { $0.result.header.id == submission }
    return try #require(found?.result.rules.first { $0.rule.id == id })
  }

  private func states(_ report: Report) -> [String] {
    report.docket.references.map { "\($0.place.path) \($0.written) \($0.state.rawValue)" }
  }

  private func developmentPlan(_ id: String, round: Int = 1, strategy: String) -> String {
    """
    id: \(id)
    kind: education-development-plan
    job: 2
    title: แผนพัฒนาการศึกษา
    round: \(round)
    strategies: [{id: \(strategy), name: คุณภาพผู้เรียน}]
    """
  }

  private func actionPlan(
    _ id: String,
    refers: String,
    strategy: String = "S1",
    more: String = ""
  ) -> String {
    """
    id: \(id)
    kind: annual-action-plan
    job: 2
    stage: submitted
    fiscal_year: 2569
    title: แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569
    development_plan_ref: \(refers)
    projects: [{id: p1, name: พัฒนาครู, strategy_ref: \(strategy)}]
    \(more)
    """
  }

  @Test("1: a strategy that the development plan has is found there")
  func resolved() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "dp-1")),
      ("b.yaml", developmentPlan("dp-1", strategy: "S1")),
    ])
    #expect(try rule("J02-ALN-007", of: "ap-1", in: report).outcome == .pass)
    #expect(try rule("J02-ALN-007", of: "ap-1", in: report).parts.pass == 3)
    #expect(states(report) == ["development_plan_ref dp-1 found"])
    #expect(report.docket.references.first?.target?.id == "dp-1")
    #expect(report.submissions.count == 2)
  }

  @Test("2: a strategy that the development plan does not have is told at its place")
  func missingStrategy() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "dp-1", strategy: "S9")),
      ("b.yaml", developmentPlan("dp-1", strategy: "S1")),
    ])
    let result = try rule("J02-ALN-007", of: "ap-1", in: report)
    #expect(result.outcome == .fail)
    #expect(result.findings.map(\.place.path.description) == ["projects[0].strategy_ref"])
    #expect(result.findings.first?.message.th.contains("“S9”") == true)
  }

  @Test("3: a reference to something that was not supplied says so and fails nothing")
  func notSupplied() throws {
    let report = try check([("a.yaml", actionPlan("ap-1", refers: "dp-1", strategy: "S9"))])
    let result = try rule("J02-ALN-007", of: "ap-1", in: report)
    #expect(result.outcome == .pass)
    #expect(result.notApplicableParts.map(\.reason) == [.notSupplied])
    #expect(states(report) == ["development_plan_ref dp-1 not-supplied"])
    #expect(report.formatted(as: .text).contains("“dp-1”: ไม่ได้ส่งเรื่องนี้มาด้วย"))
  }

  @Test("4: of two rounds of a plan that is referred to the latest decides, whatever their order")
  func latestRound() throws {
    for names in [("b.yaml", "c.yaml"), ("c.yaml", "b.yaml")] {
      let report = try check([
        ("a.yaml", actionPlan("ap-1", refers: "dp-1", strategy: "S2")),
        (names.0, developmentPlan("dp-1", strategy: "S1")),
        (names.1, developmentPlan("dp-1", round: 2, strategy: "S2")),
      ])
      #expect(try rule("J02-ALN-007", of: "ap-1", in: report).outcome == .pass)
      #expect(report.submissions.map(\.result.header.round).sorted() == [1, 2])
      #expect(report.docket.companions.map(\.role) == [.earlierRound])
      #expect(report.docket.companions.first?.submission.round == 1)
      #expect(report.docket.duplicates.isEmpty)
    }
  }

  @Test("5: of two rounds of one submission the latest is judged, the earlier is there to refer to")
  func twoRounds() throws {
    let second = """
      round: 2
      previous_id: ap-1#1
      previous_resolution: {decision: not-approved, date: 2025-10-20, remarks: [{id: r1, text: ก}, {id: r2, text: ข}]}
      responses: [{remark_id: r1, change: ค, where: หน้า 2}]
      """
    let report = try check([
      ("z.yaml", actionPlan("ap-1", refers: "dp-1", more: "next_id: ap-1#2")),
      ("a.yaml", actionPlan("ap-1", refers: "dp-1", more: second)),
    ])
    #expect(report.submissions.map(\.result.header.round) == [2])
    #expect(
      states(report) == ["previous_id ap-1#1 found", "development_plan_ref dp-1 not-supplied"]
    )
    let remarks = try #require(report.submissions.first).result.remarks
    #expect(remarks.map(\.isAnswered) == [true, false])
    #expect(remarks.map(\.id) == ["r1", "r2"])
    #expect(report.formatted(as: .text).contains("ตอบครบ 1 จาก 2 ข้อ"))
  }

  @Test("6: one id for two submissions is reported with both files, and both are judged")
  func duplicates() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "dp-1")),
      ("b.yaml", developmentPlan("dp-1", strategy: "S1")),
      ("c.yaml", developmentPlan("dp-1", strategy: "S2")),
    ])
    #expect(report.submissions.count == 3)
    #expect(report.docket.duplicates.map(\.id) == ["dp-1"])
    #expect(report.docket.duplicates.first?.files.count == 2)
    #expect(report.problems.map(\.code.text) == ["WORK-012"])
    #expect(report.problems.map(\.severity) == [.warning])
    #expect(states(report) == ["development_plan_ref dp-1 ambiguous"])
    #expect(try rule("J02-ALN-007", of: "ap-1", in: report).outcome == .pass)
  }

  @Test("7: a reference to a submission of another kind is told")
  func wrongKind() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "ap-2")),
      ("b.yaml", actionPlan("ap-2", refers: "ap-1")),
    ])
    #expect(
      states(report) == [
        "development_plan_ref ap-2 wrong-kind", "development_plan_ref ap-1 wrong-kind",
      ]
    )
    #expect(report.formatted(as: .text).contains("แต่เป็นเรื่องประเภทอื่น"))
  }

  @Test("8: a monitoring report is compared with the plan that it follows, looked up with --with")
  func monitoring() throws {
    let ledger = """
      id: mr-1
      kind: monitoring-report
      job: 12
      stage: submitted
      title: ติดตามแผน
      fiscal_year: 2569
      subject_ref: ap-1
      items: [{project_id: p1, project: พัฒนาครู}, {project_id: p9, project: อื่น}]
      """
    let report = try check(
      [("m.yaml", ledger)],
      with: [("a.yaml", actionPlan("ap-1", refers: "dp-1"))]
    )
    let result = try rule("J12-CON-001", of: "mr-1", in: report)
    #expect(result.findings.map(\.place.path.description) == ["items[1].project_id"])
    #expect(states(report) == ["subject_ref ap-1 found"])
    #expect(report.docket.companions.map(\.role) == [.lookedUp])
    #expect(report.submissions.map(\.result.header.id) == ["mr-1"])
    let alone = try check([("m.yaml", ledger)])
    #expect(try rule("J12-CON-001", of: "mr-1", in: alone).reason == .notSupplied)
  }

  @Test("9: a spending report must hold every project of the plan that it names")
  func spending() throws {
    let plan = actionPlan("ap-1", refers: "dp-1").replacing(
      "strategy_ref: S1}]",
      with: "strategy_ref: S1}, {id: p2, name: นิเทศ, strategy_ref: S1}]"
    )
    let ledger = """
      id: dr-1
      kind: disbursement-report
      job: 19
      stage: submitted
      title: รายงานการใช้จ่าย
      fiscal_year: 2569
      plan_ref: ap-1
      lines: [{project_id: p1}]
      """
    let report = try check([("d.yaml", ledger), ("p.yaml", plan)])
    let result = try rule("J19-CMP-002", of: "dr-1", in: report)
    #expect(result.outcome == .fail)
    #expect(result.findings.first?.message.th.contains("“p2”") == true)
    #expect(states(report).contains("plan_ref ap-1 found"))
  }

  @Test("10: an agenda names submissions; those that are not in the docket are told one by one")
  func agenda() throws {
    let meeting = """
      id: mt-1
      kind: meeting-record
      job: 1
      stage: submitted
      title: การประชุม
      agenda:
        - {number: "4.1", title: ก, submission_id: ap-1}
        - {number: "4.2", title: ข, submission_id: ap-7}
      """
    let report = try check([
      ("m.yaml", meeting), ("a.yaml", actionPlan("ap-1", refers: "dp-1")),
    ])
    #expect(
      states(report) == [
        "development_plan_ref dp-1 not-supplied", "agenda[0].submission_id ap-1 found",
        "agenda[1].submission_id ap-7 not-supplied",
      ]
    )
  }

  @Test("11: a submission that names itself, or a later round as its earlier one, is told")
  func wrongRounds() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "ap-1", more: "previous_id: ap-2#3")),
      ("b.yaml", actionPlan("ap-2", refers: "dp-1", more: "round: 3\nprevious_id: ap-3")),
      ("c.yaml", actionPlan("ap-3", refers: "dp-1", more: "previous_id: ap-3#1")),
    ])
    #expect(
      states(report) == [
        "previous_id ap-2#3 wrong-round", "development_plan_ref ap-1 itself",
        "previous_id ap-3 found", "development_plan_ref dp-1 not-supplied",
      ]
    )
  }

  @Test("15: the own id as previous_id is the round before, whose remarks need not be restated")
  func ownIDAsPreviousID() throws {
    let resolution = """
      resolution: {decision: approved-with-remarks, date: 2025-10-20, remarks: [{id: r1, text: ก}, {id: r2, text: ข}]}
      process: [{step: notified, date: 2025-11-10}]
      """
    let second = """
      round: 2
      previous_id: ap-1
      received_on: 2025-11-10
      responses: [{remark_id: r1, change: ค, where: หน้า 2}, {remark_id: r7, change: ง, where: หน้า 3}]
      """
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "dp-1", more: resolution)),
      ("b.yaml", actionPlan("ap-1", refers: "dp-1", more: second)),
    ])
    #expect(states(report).first == "previous_id ap-1 found")
    let result = try #require(report.submissions.first).result
    let dangling = result.structure.filter { $0.rule == "STR-011" }
    #expect(dangling.map(\.part) == ["responses[1].remark_id"])
    let rule = try rule("J02-PRC-005", of: "ap-1", in: report)
    #expect(rule.outcome == .fail)
    #expect(rule.findings.map(\.place.path.description) == ["received_on", "responses"])

    let alone = try check([("b.yaml", actionPlan("ap-1", refers: "dp-1", more: second))])
    #expect(states(alone).first == "previous_id ap-1 not-supplied")
    #expect(alone.submissions.first?.result.structure.count { $0.rule == "STR-011" } == 2)
  }

  @Test("16: a submission of another kind counts as not supplied, and its kind is told")
  func wrongKindCountsAsNotSupplied() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "mr-1")),
      ("m.yaml", "id: mr-1\nkind: meeting-record\njob: 2\ntitle: ประชุม\nstage: submitted\n"),
    ])
    #expect(states(report) == ["development_plan_ref mr-1 wrong-kind"])
    let rules = report.submissions.flatMap(\.result.rules)
    #expect(rules.filter { $0.outcome == .error }.map(\.rule.id) == [])
    #expect(try rule("J02-ALN-007", of: "ap-1", in: report).outcome == .pass)
  }

  @Test("13: a round with an id of its own is an earlier round of the one that names it")
  func ownIDs() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "dp-1")),
      ("b.yaml", actionPlan("ap-2", refers: "dp-1", more: "round: 2\nprevious_id: ap-1")),
    ])
    #expect(report.submissions.map(\.result.header.id) == ["ap-2"])
    #expect(report.docket.companions.map(\.submission.id) == ["ap-1"])
    #expect(report.docket.companions.map(\.role) == [.earlierRound])
  }

  @Test("14: a slip in an id, or a title in its place, is told with the id that is meant")
  func suggestions() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "dp-2566-2571")),
      ("b.yaml", actionPlan("ap-2", refers: "แผนพัฒนาการศึกษา")),
      ("c.yaml", developmentPlan("dp-2566-2570", strategy: "S1")),
    ])
    #expect(report.docket.references.map(\.state) == [.notSupplied, .notSupplied])
    #expect(report.docket.references.map(\.suggestion) == ["dp-2566-2570", "dp-2566-2570"])
    #expect(report.formatted(as: .text).contains("หมายถึง “dp-2566-2570” หรือไม่"))
  }

  @Test("12: the table at the end has one row for each that was judged, and JSON has the same")
  func summary() throws {
    let report = try check([
      ("a.yaml", actionPlan("ap-1", refers: "dp-1")),
      ("b.yaml", developmentPlan("dp-1", strategy: "S1")),
    ])
    let text = report.formatted(as: .text)
    let table = try #require(text.split(separator: "สรุปชุดเรื่อง").last)
    for submission in report.submissions {
      let id = try #require(submission.result.header.id)
      let total = try #require(submission.scorecard.total)
      let errors = submission.failures.count { $0.severity == .error }
      let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("  \(id) ") })
      #expect(row.contains(total.description))
      #expect(row.hasSuffix(" \(errors)"))
    }
    let json = report.formatted(as: .json)
    #expect(json.contains("\"summary\": ["))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
  }
}
