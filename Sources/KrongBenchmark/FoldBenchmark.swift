import CEL

/// Folds over lists that double in length: the time must double too.
enum FoldBenchmark {
  private static let expressions = [
    "list.map(x, x * 2).size()", "list.filter(x, x % 2 == 0).size()", "list.all(x, x >= 0)",
  ]
  private static let lengths = [500, 1_000, 2_000, 4_000, 8_000]

  static func run() -> String {
    guard let fixture = ExpressionFixture(projects: 1) else { return "" }
    var report = "folds, ns per element (ratio per doubling of the whole)\n"
    for expression in expressions {
      guard let program = fixture.program(expression) else { return "\(expression) is refused\n" }
      var line = "  " + expression
      line += String(repeating: " ", count: max(1, 36 - line.utf8.count))
      var previous: Double?
      for length in lengths {
        let time = time(program, length)
        line += "\(length): \(Stopwatch.ratio(time / Double(length)))"
        if let previous { line += " (\(Stopwatch.ratio(time / previous)))" }
        line += "  "
        previous = time
      }
      report += line + "\n"
    }
    return report
  }

  private static func time(_ program: Program, _ length: Int) -> Double {
    guard let slot = program.slot(of: "list") else { return 0 }
    var activation = Activation(documents: [])
    activation[slot] = Value(.list(.elements((0..<length).map { Value(.int(Int64($0))) })))
    var times: [Double] = []
    for _ in 0..<21 {
      times.append(
        Stopwatch.time {
          for _ in 0..<10 {
            activation.steps = 0
            if program.evaluate(&activation).isError { print("an error") }
          }
        } / 10
      )
    }
    return Stopwatch.median(times)
  }
}

extension Value {
  fileprivate var isError: Bool {
    if case .error = payload { return true }
    return false
  }
}
