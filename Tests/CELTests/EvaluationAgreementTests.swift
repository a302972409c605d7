import CEL
import DocumentArena
import TestSupport
import Testing

/// Generated expressions on documents with gaps: the typed, the general and the unchecked form give
/// the same value, the same missing data and the same error.
@Suite struct EvaluationAgreementTests {
  private let fixture = EvaluationFixture()

  private static let documents = [
    """
    title: แผน
    projects:
      - {id: a, no: 3, done: true, tags: [x, y], years: [1, 2], budget: {total: 9, source: s},
         activities: [{quarter: 1, cost: 5, note: n}, {quarter: 2, cost: 4}]}
      - {id: b, no: 0, done: false, tags: [], years: [], budget: {total: 1},
         activities: [{quarter: 4, cost: 1}]}
    """,
    """
    projects:
      - {no: many, done: perhaps, tags: x, years: [1, two], budget: {total: lots},
         activities: [{quarter: 1}, {cost: 4}, {quarter: null, cost: x}]}
      - {id: b, no: 0}
    """,
    "projects: [{no: 7, id: ' ', budget: {total: ''}}]",
    "projects: [{budget: 5, activities: [1, {quarter: 2}]}]",
  ]

  @Test(arguments: 0..<20)
  func allFormsAgree(_ seed: Int) throws {
    var generator = ExpressionGenerator(seed: UInt64(seed))
    for _ in 0..<15 {
      let expression = generator.bool(4)
      try fixture.expectAgreement(of: expression, on: Self.documents)
    }
  }
}

/// Well-typed expressions on the records of the fixture.
private struct ExpressionGenerator {
  private var state: UInt64
  private var variables = 0

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  mutating func bool(_ depth: Int, project: String = "p", activity: String? = nil) -> String {
    guard depth > 0 else {
      return pick([
        "true", "false", "\(project).done", "has(\(project).id)", "has(\(project).budget)",
        "\(project).id == 'a'", "\(project).id in ['a', 'b']", "\(project).id != 'b'",
      ])
    }
    let next = depth - 1
    switch below(11) {
    case 0, 1:
      let left = bool(next, project: project, activity: activity)
      return "(\(left) && \(bool(next, project: project, activity: activity)))"
    case 2, 3:
      let left = bool(next, project: project, activity: activity)
      return "(\(left) || \(bool(next, project: project, activity: activity)))"
    case 4: return "!(\(bool(next, project: project, activity: activity)))"
    case 5, 6:
      let left = int(next, project: project, activity: activity)
      let operation = pick(["<", "<=", ">", ">=", "==", "!="])
      return "(\(left) \(operation) \(int(next, project: project, activity: activity)))"
    case 7:
      variables += 1
      let name = "a\(variables)"
      let fold = pick(["all", "exists", "exists_one"])
      return "\(project).activities.\(fold)(\(name), "
        + bool(next, project: project, activity: name) + ")"
    case 8:
      variables += 1
      let name = "q\(variables)"
      return "plan.projects.\(pick(["all", "exists"]))(\(name), \(bool(next, project: name)))"
    case 9:
      let condition = bool(next, project: project, activity: activity)
      return "(\(condition) ? \(bool(0, project: project)) : \(bool(0, project: project)))"
    default: return "(\(money(project, activity)) > \(money(project, activity)))"
    }
  }

  private mutating func money(_ project: String, _ activity: String?) -> String {
    var choices = ["\(project).budget.total", "sum(\(project).activities.map(m, m.cost))"]
    if let activity { choices.append("\(activity).cost") }
    return pick(choices)
  }

  private mutating func int(_ depth: Int, project: String, activity: String?) -> String {
    guard depth > 0 else {
      var choices = [
        "0", "1", "7", "\(project).no", "\(project).rank", "size(\(project).tags)",
        "\(project).years[0]", "size(\(project).id)", "size(plan.comments)",
      ]
      if let activity { choices += ["\(activity).quarter", "\(activity).quarter"] }
      return pick(choices)
    }
    let next = depth - 1
    switch below(5) {
    case 0, 1:
      let left = int(next, project: project, activity: activity)
      let operation = pick(["+", "-", "*", "/", "%"])
      return "(\(left) \(operation) \(int(next, project: project, activity: activity)))"
    case 2:
      variables += 1
      return "size(\(project).activities.filter(f\(variables), "
        + bool(next, project: project, activity: "f\(variables)") + "))"
    case 3:
      variables += 1
      return "size(\(project).activities.map(m\(variables), "
        + int(next, project: project, activity: "m\(variables)") + "))"
    default: return int(0, project: project, activity: activity)
    }
  }
}
