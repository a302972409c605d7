import ArgumentParser
import Krong

/// `krong lint`: looks at rule files, and mends what is certain.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "ตรวจแฟ้มเกณฑ์ (check rule files)",
    discussion: """
      Exit codes: 0 nothing at or above the fail level, 1 something, 2 could not run.
      """
  )

  @OptionGroup var rules: RulesToTest

  @Flag(help: "แก้ไขสิ่งที่แก้ได้แน่นอนในแฟ้ม แล้วบอกสิ่งที่เหลือ (mend what is certain, then tell what is left)")
  var fix = false

  @Flag(help: "แสดงสิ่งที่ --fix จะแก้ โดยไม่เขียน (show what --fix would change; write nothing)")
  var diff = false

  @Option(help: "ณ วันที่ ปปปป-ดด-วว ใช้ดูสิ่งที่หมดอายุ (the day for what has run out; default: today)")
  var asOf: String?

  @Option(
    help: "แฟ้มของสำนักงาน ถ้าเกณฑ์อ้างถึงแผนของพื้นที่ (office file, where rules name plans of the area)"
  )
  var office: String?

  @Option(help: "จบด้วยรหัส 1 ตั้งแต่ระดับนี้ (exit 1 from this level on: error, warning, never)")
  var failOn: FailLevel = .error

  @Flag(help: "แสดงจำนวนขั้นมากที่สุดของแต่ละเกณฑ์ (show the worst-case cost of each rule)")
  var cost = false

  @Option(name: .shortAndLong, help: "รูปแบบที่พิมพ์ (format that is printed)")
  var format: DiagnosticReport.Format = .text

  @Option(help: "เขียนลงแฟ้มด้วย เช่น sarif=lint.sarif ใช้ซ้ำได้ (also write FORMAT=FILE; repeatable)")
  var output: [String] = []

  func run() throws {
    let outputs = try output.map(OutputRequest<DiagnosticReport.Format>.init)
    let day = try asOf.map(DateOption.read) ?? Today.inThailand()
    let (folder, paths) = try rules.resolved()
    guard fix || diff else {
      return try show(Workspace.lint(folder, rulePaths: paths, office: office, asOf: day), outputs)
    }
    let mended = try Workspace.mend(folder, rulePaths: paths, office: office, asOf: day)
    let console = rules.common.console
    if diff {
      let text = mended.files.map(\.diff).joined()
      guard console.print(text) else { throw CommandStop(status: .couldNotRun) }
      console.printError(console.words.wouldMend(mended.files) + "\n")
      return try CommandStop.unlessOK(status(mended.before.report))
    }
    try Workspace.write(mended.files)
    for file in mended.files { console.printError(console.words.mended(file) + "\n") }
    try show(mended.after, outputs)
  }

  private func show(
    _ result: LintResult,
    _ outputs: [OutputRequest<DiagnosticReport.Format>]
  ) throws {
    let report = result.report
    let language = rules.common.lang
    for output in outputs {
      try OutputFile.protect(result.sources.map(\.name), from: output.file)
      try OutputFile.write(report.formatted(as: output.format, language: language), to: output.file)
    }
    let table = cost && format == .text ? CostTable(result.costs, language: language).text : ""
    let text = table + report.formatted(as: format, language: language)
    guard rules.common.console.print(text) else { throw CommandStop(status: .couldNotRun) }
    try CommandStop.unlessOK(status(report))
  }

  private func status(_ report: DiagnosticReport) -> ExitStatus {
    let isBad = report.diagnostics.contains { diagnostic in
      failOn.includes(diagnostic.severity == .error ? .error : .warning)
    }
    return isBad ? .findings : .ok
  }
}
