import CEL
import RuleCompiler
import RuleModel
import SourceText
import Submissions
import Testing

/// What the functions on the graph of plans cost: counted while they run, bounded before.
@Suite("Costs of functions on plans")
struct AlignmentCostTests {
  private static let links = """
    [{"plan": "national-education-plan", "item": "ยุทธศาสตร์ที่ 4"}, \
    {"plan": "national-strategy", "item": "NS-3"}, {"plan": "nesdp", "item": "หมุดหมายที่ 12"}, \
    {"plan": "national-strategy", "item": "การพัฒนาที่ไม่มีในแผนใดเลยสักแผนเดียว"}]
    """

  static let expressions = [
    "lists_items('nesdp')",
    "in_framework('national-strategy', 'NS-3', '', [2569])",
    "in_framework('national-strategy', 'ความมั่งคงของประเทศในทุกด้าน', '', [2569, 2570])",
    "nearest_items('master-plan', 'การต่างประเทษและความร่วมมือ').map(n, n.name())",
    "plan('nesdp').has_item('หมุดหมายที่ 12 พัฒนากำลังคน')",
    "plan('nesdp').item('12').code()",
    "node('NS-3').name() + node('NS-3').plan()",
    "node('120101').ancestors().map(n, n.name())",
    "node('120101').plans_reached()",
    "reaches(node('120101'), node('NS-3'))",
    "reaches(node('NS-3'), node('120101'), 3)",
    "path(node('120101'), node('NS-3')).map(n, n.name())",
    "node('120101').aligned_to(node('NS-1'))",
    "node('NS-3').verified() && node('NS-3').in_force([2569])",
    "compared_items(linked_items(\(links))).map(n, n.code())",
    "compared_items(linked_items(\(links))).all(n, agrees_with(n, linked_items(\(links))))",
    "compared_items(linked_items(\(links))).all(n, crosswalk_verified(n, linked_items(\(links))))",
    "compared_items(linked_items(\(links))).map(n, expected_items(n, linked_items(\(links))).map(m, m.name()))",
    "compared_items(linked_items(\(links))).map(n, cited_items(n, linked_items(\(links))).map(m, m.name()))",
  ]

  private static func program(_ text: String) throws -> Program {
    let rules = try RuleSet.shared.get()
    let kind = try #require(rules.context.kinds["annual-action-plan"])
    let source = SourceFile(name: "expression", text: text)
    let result = RuleCompiler.compile(source, for: kind, in: rules.compiling)
    return try #require(result.expression, "\(result.diagnostics)").formula.program
  }

  private static func run(_ program: Program) -> (value: Value, steps: UInt64) {
    var activation = Activation(documents: [])
    let value = program.evaluate(&activation)
    return (value, activation.steps)
  }

  @Test(
    "No evaluation takes more than its bound, and none is without a bound",
    arguments: expressions
  )
  func bound(_ text: String) throws {
    let program = try Self.program(text)
    let (value, steps) = Self.run(program)
    let bound = program.costBound().steps
    #expect(value.error == nil && value.unknown == nil, "\(value)")
    #expect(steps <= bound, "\(steps) steps, bound \(bound)")
    #expect(bound < 1_000_000_000_000, "\(bound)")
  }

  @Test("A citation that is looked for in all names costs more than one by its code")
  func searching() throws {
    let all = try Self.run(Self.program("plan('national-strategy').has_item('อื่' + 'น')")).steps
    let code = try Self.run(Self.program("plan('national-strategy').has_item('NS-3')")).steps
    #expect(all > code * 10, "\(all), \(code)")
  }

  @Test("A walk costs what it goes through")
  func walking() throws {
    let near = try Self.run(Self.program("reaches(node('NS-3'), node('NS-3'))")).steps
    let far = try Self.run(Self.program("reaches(node('120101'), node('NS-3'))")).steps
    #expect(far > near + 4, "\(far), \(near)")
  }

  @Test("Searches end at the limit of steps")
  func limit() throws {
    let many = "[" + (0..<30).map(String.init).joined(separator: ", ") + "]"
    let search = "plan('master-plan').has_item('ไม่มีแผนย่อยใดชื่อนี้' + string(i + j + k))"
    let text = "\(many).exists(i, \(many).exists(j, \(many).exists(k, \(search))))"
    let (value, steps) = Self.run(try Self.program(text))
    #expect(value.error != nil)
    #expect(steps < 20_000_000)
  }
}
