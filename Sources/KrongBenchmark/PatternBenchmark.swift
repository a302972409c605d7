import CEL

/// `matches` with a constant pattern on a variable.
enum PatternBenchmark {
  private static let cases = [
    ("^UTI-[0-9]{4}-[0-9]{5}$", "UTI-2569-00123"),
    ("^UTI-[0-9]{4}-[0-9]{5}$", "UTI-2569-0012X"),
    ("โครงการ.*คุณภาพ", "โครงการพัฒนาคุณภาพการศึกษา"),
    ("(เพื่อ|ให้)[ก-๙ ]+$", "เพื่อพัฒนาผู้เรียนให้มีคุณภาพตามมาตรฐานการศึกษา"),
    ("(a*)*b", String(repeating: "a", count: 1_000)),
  ]

  static func run() -> String {
    guard let fixture = ExpressionFixture(projects: 1) else { return "" }
    var report = "patterns\n"
    for (pattern, text) in cases {
      guard let program = fixture.program("text.matches(r'\(pattern)')"),
        let slot = program.slot(of: "text")
      else { return "\(pattern) is refused\n" }
      var activation = Activation(documents: [])
      activation[slot] = Value(.string(text))
      var times: [Double] = []
      for _ in 0..<15 {
        times.append(
          Stopwatch.time {
            for _ in 0..<1_000 {
              activation.steps = 0
              _ = program.evaluate(&activation)
            }
          } / 1_000
        )
      }
      let time = Stopwatch.median(times)
      let perByte = Stopwatch.ratio(time / Double(text.utf8.count))
      report +=
        "  \(pattern) on \(text.utf8.count) bytes: \(Int(time)) ns, \(perByte) ns per byte\n"
    }
    return report
  }
}
