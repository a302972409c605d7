import Evaluation
import Findings
import RuleCompiler
import RuleModel
import Submissions
import Testing

/// Submissions that are supplied together.
@Suite struct DocketTests {
  private static let rule = ruleText(
    "  - reference: {value: title, in: previous_id, list: projects, key: name}"
  )

  private static let head = "kind: annual-action-plan\njob: 2\nstage: submitted\n"

  /// The first and the last have the same id; of the others each refers to one that is there, to itself
  /// and to none.
  private static let texts = [
    "id: x\ntitle: ก\nprojects: [{name: ก}]",
    "id: y\nround: 3\ntitle: ก\nprevious_id: x\nprojects: []",
    "id: z\ntitle: ค\nprevious_id: z\nprojects: [{name: ค}]",
    "id: w\ntitle: ก\nprevious_id: v\nprojects: []",
    "id: x\nround: 2\ntitle: ข\nprevious_id: x\nprojects: [{name: ก}]",
  ]

  @Test func eachIsJudgedBesideTheOthersAsIfTheyWereNamedOneByOne() throws {
    let set = try RuleSet.shared.get()
    let submissions = try Self.texts.map { try set.submission(Self.head + $0) }
    let evaluator = Evaluator(set.compile(try set.rule(Self.rule)))
    let docket = SharedDocket(submissions)
    var outcomes: [Outcome] = []
    for index in submissions.indices {
      var others = submissions
      let own = others.remove(at: index)
      let together = evaluator.evaluate(index, of: docket, settings: .test)
      let alone = evaluator.evaluate(own, docket: others, settings: .test)
      #expect(together.rules.map(\.summary) == alone.rules.map(\.summary))
      outcomes += together.rules.map(\.outcome)
    }
    #expect(outcomes.dropFirst() == [.pass, .notApplicable, .notApplicable, .fail])
  }

  @Test("Remarks that a later round does not restate are those of the earlier round itself")
  func remarksOfTheEarlierRound() throws {
    let set = try RuleSet.shared.get()
    let evaluator = Evaluator(set.compile(try set.rule(Self.rule)))
    let remarks = "resolution: {decision: not-approved, remarks: [{id: r1, text: เพิ่มเป้าหมาย}]}\n"
    let earlier = try set.submission(Self.head + "id: p\n" + remarks)
    let answered = "responses: [{remark_id: r1, change: เพิ่มแล้ว, where: หน้า 3}]\n"
    func texts(_ fields: String, _ docket: [Submission]) throws -> [String?] {
      let later = try set.submission(Self.head + "round: 2\n" + answered + fields)
      let result = evaluator.evaluate(later, docket: docket, settings: .test)
      #expect(result.remarks.map(\.change) == ["เพิ่มแล้ว"])
      return result.remarks.map(\.text)
    }
    #expect(try texts("id: p\n", [earlier]) == ["เพิ่มเป้าหมาย"])
    #expect(try texts("id: q\nprevious_id: p\n", [earlier]) == ["เพิ่มเป้าหมาย"])
    #expect(try texts("id: q\nprevious_id: \"p#1\"\n", [earlier]) == ["เพิ่มเป้าหมาย"])
    #expect(try texts("id: q\n", [earlier]) == [nil])
    #expect(try texts("id: p\n", []) == [nil])
    let restated = "previous_resolution: {remarks: [{id: r1, text: อื่น}]}\n"
    #expect(try texts("id: p\n" + restated, [earlier]) == ["อื่น"])
  }
}
