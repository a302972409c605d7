import CEL
import DocumentArena
import DocumentReading
import SourceText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One expression on every project of a plan against the same check written in Swift by hand.
///
/// Both read the same arena; processor time per project, the median of the rounds.
func runExpressionBenchmark() {
  guard let benchmark = ExpressionBenchmark(projects: 100) else {
    print("the plan or the expression cannot be read")
    return
  }
  print(benchmark.run(rounds: 9, repeats: 200), terminator: "")
}

/// The plan, the program and the check by hand.
private struct ExpressionBenchmark {
  private static let expression = """
    size(p.activities) > 0 && p.activities.all(a, a.quarter >= 1 && a.quarter <= 4) \
    && sum(p.activities.map(a, a.budget)) == p.budget.total
    """

  private let document: Document
  private let projects: [NodeID]
  private let program: Program
  private let keys: Keys

  private struct Keys {
    let activities: KeyID
    let quarter: KeyID
    let budget: KeyID
    let total: KeyID
  }

  init?(projects count: Int) {
    var table = KeyTable()
    keys = Keys(
      activities: table.intern("activities"),
      quarter: table.intern("quarter"),
      budget: table.intern("budget"),
      total: table.intern("total")
    )
    let source = SourceFile(name: "plan.yaml", text: Self.plan(count))
    guard let document = try? YAMLReader.readOne(source, keys: table) else { return nil }
    self.document = document
    projects = Array(document.children(of: document.root))
    let environment = Self.environment(keys)
    guard let tree = Parser.parse(Self.expression, in: environment).tree,
      let checked = Checker.check(tree, in: environment).expression
    else { return nil }
    program = Program(checked, in: environment)
  }

  func run(rounds: Int, repeats: Int) -> String {
    guard let slot = program.slot(of: "p") else { return "no variable\n" }
    var activation = Activation(documents: [document])
    var compiled: [Double] = []
    var byHand: [Double] = []
    var passed = 0
    var passedByHand = 0
    for _ in 0..<rounds {
      let start = Self.processorTime()
      for _ in 0..<repeats {
        for project in projects {
          let origin = NodeReference(document: 0, node: project)
          activation[slot] = Value(.record(type: "project"), origin: origin)
          activation.steps = 0
          if case .bool(true) = program.evaluate(&activation).payload { passed += 1 }
        }
      }
      let middle = Self.processorTime()
      for _ in 0..<repeats {
        passedByHand += Self.passing(projects, in: document, keys)
      }
      let evaluations = Double(repeats * projects.count)
      compiled.append((middle - start) / evaluations)
      byHand.append((Self.processorTime() - middle) / evaluations)
    }
    let ours = compiled.sorted()[rounds / 2]
    let hand = byHand.sorted()[rounds / 2]
    return """
      projects              \(projects.count), of which pass \(passed / rounds / repeats) \
      (by hand \(passedByHand / rounds / repeats))
      expression, median    \(Int(ours)) ns per project
      by hand, median       \(Int(hand)) ns per project
      ratio                 \(Int(ours / hand * 100)) %

      """
  }

  // MARK: By hand

  private static func passing(_ projects: [NodeID], in document: Document, _ keys: Keys) -> Int {
    var passed = 0
    for project in projects where check(project, in: document, keys) { passed += 1 }
    return passed
  }

  private static func check(_ project: NodeID, in document: Document, _ keys: Keys) -> Bool {
    guard let activities = document.child(of: project, keys.activities),
      document.count(of: activities) > 0,
      let budget = document.child(of: project, keys.budget),
      let totalNode = document.child(of: budget, keys.total),
      let total = number(totalNode, in: document)
    else { return false }
    var sum: Int64 = 0
    for activity in document.children(of: activities) {
      guard let quarterNode = document.child(of: activity, keys.quarter),
        let quarter = number(quarterNode, in: document), (1...4).contains(quarter),
        let costNode = document.child(of: activity, keys.budget),
        let cost = number(costNode, in: document)
      else { return false }
      let (next, overflow) = sum.addingReportingOverflow(cost)
      if overflow { return false }
      sum = next
    }
    return sum == total
  }

  private static func number(_ node: NodeID, in document: Document) -> Int64? {
    var value: Int64 = 0
    for byte in document.bytes(of: node) {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return value
  }

  // MARK: Environment and plan

  private static func environment(_ keys: Keys) -> Environment {
    var environment = Environment.full
    environment.records["activity"] = RecordDeclaration(
      "activity",
      fields: [
        FieldDeclaration("quarter", .int, key: keys.quarter),
        FieldDeclaration("budget", .int, key: keys.budget),
      ]
    )
    environment.records["budget"] = RecordDeclaration(
      "budget",
      fields: [FieldDeclaration("total", .int, key: keys.total)]
    )
    environment.records["project"] = RecordDeclaration(
      "project",
      fields: [
        FieldDeclaration("activities", .list(.record("activity")), key: keys.activities),
        FieldDeclaration("budget", .record("budget"), key: keys.budget),
      ]
    )
    environment.variables["p"] = .record("project")
    return environment
  }

  /// Projects of three to eight activities, among fields that the check does not read.
  private static func plan(_ count: Int) -> String {
    var text = ""
    for project in 0..<count {
      let activities = 3 + project % 6
      text += """
        - id: P-\(project)
          name: โครงการพัฒนาคุณภาพการศึกษา รุ่นที่ \(project)
          objective: เพื่อพัฒนาผู้เรียนให้มีคุณภาพ
          owner: กลุ่มนโยบายและแผน
          budget: {source: งบประมาณ, total: \(activities * 12_500)}
          activities:

        """
      for activity in 0..<activities {
        text += "    - {name: กิจกรรมที่ \(activity), quarter: \(1 + activity % 4), budget: 12500}\n"
      }
    }
    return text
  }

  private static func processorTime() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
