import CEL
import DocumentArena

/// The activities expression on every project of a plan against the same check by hand; folds of
/// growing lists; regular expressions.
///
/// All forms run in turn in each round on the same arena, so that a busy machine disturbs them alike;
/// the activation is made once, and only the variable is set for each project.
struct ExpressionBenchmark {
  private static let shape =
    "size(p.activities) > 0 && p.activities.all(a, a.quarter >= 1 && a.quarter <= 4)"
  private static let whole = shape + " && sum(p.activities.map(a, a.budget)) == p.budget.total"

  static func run() -> String {
    compiling() + evaluating(projects: 100, repeats: 400, rounds: 15)
      + evaluating(projects: 10_000, repeats: 2, rounds: 15) + FoldBenchmark.run()
      + PatternBenchmark.run()
  }

  private static func compiling() -> String {
    guard let fixture = ExpressionFixture(projects: 1) else { return "the plan cannot be read\n" }
    var times: [Double] = []
    var steps = 0
    for _ in 0..<200 {
      times.append(Stopwatch.time { steps += fixture.program(whole) == nil ? 0 : 1 })
    }
    return "parse, check and plan  \(Int(Stopwatch.median(times) / 1_000)) µs\n"
  }

  private static func evaluating(projects: Int, repeats: Int, rounds: Int) -> String {
    guard let fixture = ExpressionFixture(projects: projects),
      let program = fixture.program(whole), let short = fixture.program(shape)
    else { return "the plan or the expression cannot be read\n" }
    let hand = CheckByHand(document: fixture.document, keys: fixture.keys)
    var times: [[Double]] = [[], [], [], [], []]
    var passed = [0, 0, 0, 0, 0]
    for _ in 0..<rounds {
      times[0].append(time(program, fixture, repeats, &passed[0]))
      times[1].append(time(short, fixture, repeats, &passed[1]))
      times[2].append(time(fixture.projects, repeats, &passed[2], hand.byKey))
      times[3].append(time(fixture.projects, repeats, &passed[3], hand.inOnePass))
      times[4].append(time(settingValues: program, fixture, repeats, &passed[4]))
    }
    let all = projects * repeats * rounds
    guard passed.allSatisfy({ $0 == all }) else { return "the checks disagree: \(passed)\n" }
    let medians = times.map { Stopwatch.median($0) / Double(projects * repeats) }
    return """
      \(projects) projects
        expression             \(Int(medians[0])) ns per project
        variable set by value  \(Int(medians[4])) ns
        without the sum        \(Int(medians[1])) ns
        by hand, by key        \(Int(medians[2])) ns, ratio \(Stopwatch.ratio(medians[0] / medians[2]))
        by hand, in one pass   \(Int(medians[3])) ns, ratio \(Stopwatch.ratio(medians[0] / medians[3]))

      """
  }

  private static func time(
    settingValues program: Program,
    _ fixture: ExpressionFixture,
    _ repeats: Int,
    _ passed: inout Int
  ) -> Double {
    guard let slot = program.slot(of: "p") else { return 0 }
    var activation = Activation(documents: [fixture.document])
    let start = Stopwatch.now()
    for _ in 0..<repeats {
      for project in fixture.projects {
        let origin = NodeReference(document: 0, node: project)
        activation[slot] = Value(.record(type: "project"), origin: origin)
        activation.steps = 0
        if case .bool(true) = program.evaluate(&activation).payload { passed += 1 }
      }
    }
    return Stopwatch.now() - start
  }

  private static func time(
    _ program: Program,
    _ fixture: ExpressionFixture,
    _ repeats: Int,
    _ passed: inout Int
  ) -> Double {
    guard let slot = program.slot(of: "p"), let first = fixture.projects.first else { return 0 }
    var activation = Activation(documents: [fixture.document])
    activation[slot] = Value(
      .record(type: "project"),
      origin: NodeReference(document: 0, node: first)
    )
    let start = Stopwatch.now()
    for _ in 0..<repeats {
      for project in fixture.projects {
        activation.move(slot, to: NodeReference(document: 0, node: project))
        activation.steps = 0
        if case .bool(true) = program.evaluate(&activation).payload { passed += 1 }
      }
    }
    return Stopwatch.now() - start
  }

  private static func time(
    _ projects: [NodeID],
    _ repeats: Int,
    _ passed: inout Int,
    _ check: (NodeID) -> Bool
  ) -> Double {
    let start = Stopwatch.now()
    for _ in 0..<repeats {
      for project in projects where check(project) { passed += 1 }
    }
    return Stopwatch.now() - start
  }

  /// Evaluates the expression on 100 projects in cache so many times, for counting instructions.
  static func repeatOnly(_ form: String, _ repeats: Int) -> String {
    guard let fixture = ExpressionFixture(projects: 100), let program = fixture.program(whole)
    else {
      return "the plan or the expression cannot be read\n"
    }
    let hand = CheckByHand(document: fixture.document, keys: fixture.keys)
    var passed = 0
    switch form {
    case "key": _ = time(fixture.projects, repeats, &passed, hand.byKey)
    case "pass": _ = time(fixture.projects, repeats, &passed, hand.inOnePass)
    case "value": _ = time(settingValues: program, fixture, repeats, &passed)
    default: _ = time(program, fixture, repeats, &passed)
    }
    return "\(passed)\n"
  }
}
