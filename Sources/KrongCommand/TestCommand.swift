public import ArgumentParser
public import Krong

extension TestReport.Format: ExpressibleByArgument {}

/// `krong test`: runs the tests of rules.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "ทดสอบเกณฑ์ด้วยตัวอย่างและกรณีทดสอบ (run the tests of rules)",
    discussion: """
      Exit codes: 0 all as stated, 1 a test fails or a threshold is missed,
      2 rules or case files cannot be used, 3 nothing to test.
      """
  )

  @OptionGroup var rules: RulesToTest

  @Option(help: "ทดสอบเฉพาะเกณฑ์หรือชื่อที่มีข้อความนี้ (only rules or tests whose id or name has TEXT)")
  var filter: String?

  @Flag(help: "เกณฑ์ที่ไม่มีการทดสอบถือว่าไม่ผ่าน (a rule without tests is a failure)")
  var requireTests = false

  @Flag(help: "นับว่าการทดสอบผ่านทางใดของเกณฑ์บ้าง (which ways through the rules the tests take)")
  var coverage = false

  @Option(help: "ร้อยละความครอบคลุมอย่างน้อย (exit 1 when the coverage is below P percent)")
  var minCoverage: String?

  @Flag(help: "ดัดแปลงเกณฑ์ทีละจุดว่าการทดสอบจับได้หรือไม่ (bend the rules: do the tests notice?)")
  var mutate = false

  @Option(help: "ร้อยละที่จับได้อย่างน้อย (exit 1 when the mutation score is below P percent)")
  var minScore: String?

  @Option(help: "จำนวนงานที่ทำพร้อมกัน (threads that try mutants; default: 2)")
  var jobs = 2

  @Flag(help: "ไม่ใช้ผลที่จำไว้ (remember nothing of earlier runs with --mutate)")
  var noCache = false

  @Option(name: .shortAndLong, help: "รูปแบบที่พิมพ์ (format that is printed)")
  var format: TestReport.Format = .text

  @Option(help: "เขียนลงแฟ้มด้วย เช่น junit=test.xml ใช้ซ้ำได้ (also write FORMAT=FILE; repeatable)")
  var output: [String] = []

  @Flag(help: "ทดสอบใหม่เมื่อแฟ้มเปลี่ยน (run again when a file changes, until the input ends)")
  var watch = false

  func run() throws {
    let request = try TestRequest(self)
    guard watch else { return try CommandStop.unlessOK(request.run()) }
    try CommandStop.unlessOK(request.watch())
  }
}

/// What was asked of `krong test`, its options read.
struct TestRequest {
  private let folder: String
  private let options: TestOptions
  private let format: TestReport.Format
  private let outputs: [OutputRequest<TestReport.Format>]
  private let minCoverage: MinimumScore?
  private let minScore: MinimumScore?
  private let console: Console

  init(_ command: TestCommand) throws {
    outputs = try command.output.map(OutputRequest<TestReport.Format>.init)
    format = command.format
    minCoverage = try command.minCoverage.map { try MinimumScore($0, option: "--min-coverage") }
    minScore = try command.minScore.map { try MinimumScore($0) }
    console = command.rules.common.console
    let (folder, paths) = try command.rules.resolved()
    self.folder = folder
    let counts = command.coverage || minCoverage != nil
    for format in [format] + outputs.map(\.format) where format == .html || format == .lcov {
      guard counts else { throw Self.needsCoverage(format) }
    }
    guard command.jobs > 0, command.jobs <= 64 else { throw Self.wrongJobs(command.jobs) }
    options = TestOptions(
      paths: paths,
      filter: command.filter,
      requiresTests: command.requireTests,
      countsCoverage: counts,
      mutates: command.mutate || minScore != nil,
      jobs: command.jobs,
      cacheFolder: command.noCache ? nil : CacheFolder.find()
    )
  }

  private static func needsCoverage(_ format: TestReport.Format) -> DiagnosticError {
    OptionProblem.invalid(
      "--format",
      format.rawValue,
      LocalizedText(th: "ใช้คู่กับ --coverage", en: "use it with --coverage")
    )
  }

  private static func wrongJobs(_ jobs: Int) -> DiagnosticError {
    OptionProblem.invalid(
      "--jobs",
      String(jobs),
      LocalizedText(th: "ใช้ตัวเลข 1 ถึง 64", en: "give a number from 1 to 64")
    )
  }

  // MARK: Once

  func run() throws -> ExitStatus {
    let report = try Workspace.test(folder, options: options)
    if report.entries.isEmpty, report.untested.isEmpty || options.filter != nil {
      console.printDiagnostics([nothingToTest])
      return .nothingChecked
    }
    for output in outputs {
      let text = report.formatted(as: output.format, language: console.language)
      try OutputFile.write(text, to: output.file)
    }
    guard console.print(report.formatted(as: format, language: console.language)) else {
      return .couldNotRun
    }
    return status(report)
  }

  private func status(_ report: TestReport) -> ExitStatus {
    if report.entries.isEmpty, !report.hasFailed { return .nothingChecked }
    var isLow = false
    if let minCoverage, let share = report.coverage?.share,
      share.hundredths < minCoverage.hundredths
    {
      tell("coverage", share.text, minCoverage)
      isLow = true
    }
    if let minScore, let share = report.mutation?.score, share.hundredths < minScore.hundredths {
      tell("score", share.text, minScore)
      isLow = true
    }
    if options.mutates, report.mutation == nil {
      console.printError(console.words.mutantsNotTried + "\n")
    }
    let hasIdle = report.mutation.map { !$0.idle.isEmpty } ?? false
    return report.hasFailed || isLow || hasIdle ? .findings : .ok
  }

  private func tell(_ what: String, _ found: String, _ wanted: MinimumScore) {
    let rest = wanted.hundredths % 100
    let text = "\(wanted.hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    console.printError(console.words.tooLow(what, found + " %", text + " %") + "\n")
  }

  private var nothingToTest: Diagnostic {
    Diagnostic(
      .nothingToTest,
      .error,
      options.filter.map {
        LocalizedText(
          th: "ไม่มีเกณฑ์หรือการทดสอบที่มี “\($0)”",
          en: "no rule and no test has “\($0)” in its id or name"
        )
      } ?? LocalizedText(th: "ไม่มีการทดสอบ", en: "there are no tests"),
      at: Diagnostic.Place(file: options.filter == nil ? folder : "--filter", position: nil),
      help: LocalizedText(
        th: "ดูรหัสเกณฑ์ด้วย krong list rules",
        en: "`krong list rules` shows the ids"
      )
    )
  }

  // MARK: Again and again

  /// Runs, and runs again when a file changes, until standard input ends.
  func watch() -> ExitStatus {
    var files = FileWatch([folder] + (options.paths ?? []))
    var status = told()
    while StandardInput.isOpen(forMilliseconds: 300) {
      guard files.hasChanged() else { continue }
      status = told()
    }
    return status
  }

  private func told() -> ExitStatus {
    do {
      return try run()
    } catch let error as DiagnosticError {
      console.printDiagnostics(error.diagnostics)
      return .couldNotRun
    } catch {
      console.printError("\(error)\n")
      return .internalError
    }
  }
}
