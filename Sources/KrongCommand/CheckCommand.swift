import ArgumentParser
import Krong

/// `krong check`: evaluates submissions and reports.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "ตรวจเรื่องที่เสนอ (check submissions)"
  )

  @Argument(help: "แฟ้ม โฟลเดอร์ หรือ - สำหรับข้อมูลเข้ามาตรฐาน (files, folders, or - for standard input)")
  var files: [String]

  @OptionGroup var common: CommonOptions

  @Option(help: "ตรวจ ณ วันที่ เช่น 2025-11-05 (as of this day, C.E.; default: today in Thailand)")
  var asOf: String?

  @Option(help: "ตรวจเสมือนอยู่ในสถานะนี้ (check as if in this stage)")
  var stage: String?

  @Option(name: .shortAndLong, help: "รูปแบบที่พิมพ์ (format that is printed)")
  var format: ReportFormat = .text

  @Option(help: "เขียนลงแฟ้มด้วย เช่น json=result.json ใช้ซ้ำได้ (also write FORMAT=FILE; repeatable)")
  var output: [String] = []

  @Option(help: "ระดับที่ถือว่าไม่ผ่าน (fail level: exit code 1 at or above it)")
  var failOn: FailLevel = .error

  @Option(help: "คะแนนขั้นต่ำ 0-100 (least score; exit code 1 below it)")
  var minScore: String?

  @Option(help: "ชุดเกณฑ์ที่เลือกใช้: ชื่อใน profiles หรือแฟ้ม (profile: a name in profiles, or a file)")
  var profile: String?

  @Option(help: "วิธีคิดคะแนนที่แสดง (score that is shown; JSON has all)")
  var score: ScoringModel = .house

  @Option(help: "แฟ้มค่าที่สำนักงานกำหนด (file of office settings)")
  var office: String?

  @Option(help: "แฟ้มการผ่อนผัน (file of waivers)")
  var waivers: String?

  @Option(help: "เขียนแบบการผ่อนผันสำหรับข้อที่พบลงแฟ้ม (write a file of waivers to fill in)")
  var writeWaivers: String?

  @Option(help: "ผลตรวจครั้งก่อน เพื่อเปรียบเทียบ (earlier report, JSON, to compare with)")
  var baseline: String?

  @Option(help: "ระดับของข้อที่พบใหม่ซึ่งถือว่าไม่ผ่าน ใช้กับ --baseline (fail level of new findings)")
  var failOnNew: FailLevel = .never

  @Option(
    name: .customLong("with"),
    help: "โฟลเดอร์เรื่องอื่นที่อ้างถึง (folder of other submissions referred to)"
  )
  var docket: String?

  @Flag(name: .shortAndLong, help: "บรรทัดเดียวต่อเรื่อง (one line a submission)")
  var quiet = false

  @Flag(name: .shortAndLong, help: "แสดงทั้งหมด (show everything)")
  var verbose = false

  func validate() throws {
    if quiet, verbose {
      throw ValidationError("-q และ -v ใช้พร้อมกันไม่ได้ (-q and -v exclude each other)")
    }
    if failOnNew != .never, baseline == nil {
      throw ValidationError("--fail-on-new ใช้กับ --baseline (--fail-on-new needs --baseline)")
    }
  }

  func run() throws {
    let outputs = try output.map(OutputRequest<ReportFormat>.init)
    let least = try minScore.map(MinimumScore.init)
    let date = try asOf.map(DateOption.read)
    let earlier = try baseline.map(SavedReport.read)
    let workspace = try Workspace.load(
      common.rulesFolder(),
      options: Workspace.Options(office: office, waivers: waivers, profile: profile)
    )
    let check = try workspace.check(
      files,
      options: CheckOptions(
        asOf: date ?? Today.inThailand(),
        isDateGiven: date != nil,
        stage: stage,
        docket: docket
      )
    )
    let report = earlier.map(check.report.compared) ?? check.report
    let status = try write(report, outputs)
    common.console.printDiagnostics(
      workspace.warnings + report.problems
        + Comparison.scoreProblems(of: earlier.map { [$0] } ?? []),
      sources: workspace.sources + check.sources
    )
    guard status == .ok else { throw CommandStop(status: status) }
    try CommandStop.unlessOK(self.status(of: report, least: least))
  }

  /// Writes the files first, so that a reader of the printed report finds them there.
  private func write(
    _ report: Report,
    _ outputs: [OutputRequest<ReportFormat>]
  ) throws -> ExitStatus {
    var options = ReportOptions(language: common.lang)
    options.model = score
    options.detail = quiet ? .brief : verbose ? .full : .normal
    if let writeWaivers {
      let skeleton = WaiverSkeleton.text(of: report, language: common.lang)
      try OutputFile.write(skeleton, to: writeWaivers)
    }
    for output in outputs {
      try OutputFile.write(report.formatted(as: output.format, options: options), to: output.file)
    }
    options.hasColor = Console.takesColor(noColor: common.noColor)
    let text = report.formatted(as: format, options: options)
    return common.console.print(text) ? .ok : .couldNotRun
  }

  private func status(of report: Report, least: MinimumScore?) -> ExitStatus {
    let cards = report.submissions.map(\.scorecard)
    let rules = report.submissions.flatMap(\.result.rules)
    // A rule that could not be computed, or an input that could not be read, is never a pass.
    let isBroken = report.problems.contains { $0.severity == .error }
    if isBroken || rules.contains(where: { $0.outcome == .error }) { return .couldNotRun }
    let isBelow = cards.contains { card in
      guard let least, let total = card.percent(score) else { return false }
      return total.hundredths < least.hundredths
    }
    let hasFindings = report.submissions.contains { submission in
      submission.countedFailures.contains { failOn.includes($0.severity) }
    }
    let hasNew = report.comparison.map { failOnNew.status(of: $0) == .findings } ?? false
    if hasFindings || isBelow || hasNew { return .findings }
    let isEmpty = cards.contains { $0.contributions.isEmpty && $0.unscored.isEmpty }
    return isEmpty ? .nothingChecked : .ok
  }
}
