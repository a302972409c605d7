import CEL
import DocumentArena
import DocumentReading
import SourceText

/// A plan of projects of three to eight activities in the arena, and the environment to read it in.
struct ExpressionFixture {
  let document: Document
  let projects: [NodeID]
  let environment: Environment
  let keys: Keys

  /// The keys that the check reads.
  struct Keys {
    let activities: KeyID
    let quarter: KeyID
    let budget: KeyID
    let total: KeyID
  }

  init?(projects count: Int) {
    var table = KeyTable()
    let keys = Keys(
      activities: table.intern("activities"),
      quarter: table.intern("quarter"),
      budget: table.intern("budget"),
      total: table.intern("total")
    )
    let source = SourceFile(name: "plan.yaml", text: Self.plan(count))
    guard let document = try? YAMLReader.readOne(source, keys: table) else { return nil }
    self.document = document
    self.keys = keys
    projects = Array(document.children(of: document.root))
    environment = Self.environment(keys)
  }

  /// Compiles an expression; nil when it is refused.
  func program(_ expression: String) -> Program? {
    guard let tree = Parser.parse(expression, in: environment).tree,
      let checked = Checker.check(tree, in: environment).expression
    else { return nil }
    return Program(checked, in: environment)
  }

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
    environment.variables["list"] = .list(.int)
    environment.variables["text"] = .string
    return environment
  }

  /// Projects among fields that the check does not read.
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
}
