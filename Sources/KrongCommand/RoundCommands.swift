public import ArgumentParser
public import Krong

/// What reports and comparisons have in common: language, colours, how much is shown.
struct ShownOptions: ParsableArguments {
  @Option(help: "ภาษาของผลลัพธ์ (language of what is printed)")
  var lang: Language = .th

  @Flag(help: "ไม่ใช้สี (no colours; NO_COLOR does the same)")
  var noColor = false

  @Flag(name: .shortAndLong, help: "บรรทัดเดียวต่อเรื่อง (one line a submission)")
  var quiet = false

  @Flag(name: .shortAndLong, help: "แสดงทั้งหมด (show everything)")
  var verbose = false

  var console: Console { Console(language: lang) }

  func validate() throws {
    if quiet, verbose {
      throw ValidationError("-q และ -v ใช้พร้อมกันไม่ได้ (-q and -v exclude each other)")
    }
  }

  /// Writes the files first, so that a reader of what is printed finds them there.
  func show<Format>(
    as format: Format,
    _ requests: [OutputRequest<Format>],
    over inputs: [String],
    model: ScoringModel = .house,
    _ bytes: (Format, ReportOptions) throws -> [UInt8]
  ) throws {
    var options = ReportOptions(language: lang)
    options.detail = quiet ? .brief : verbose ? .full : .normal
    options.model = model
    for request in requests { try OutputFile.protect(inputs, from: request.file) }
    for request in requests {
      try OutputFile.write(bytes(request.format, options), to: request.file)
    }
    options.hasColor = Console.takesColor(noColor: noColor)
    guard try console.print(bytes(format, options)) else {
      throw CommandStop(status: .couldNotRun)
    }
  }
}

/// `krong diff`: what became of the findings of an earlier report.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "เปรียบเทียบผลตรวจสองครั้ง (compare two saved reports)"
  )

  @Argument(help: "ผลตรวจครั้งก่อน (the earlier report, JSON)")
  var old: String

  @Argument(help: "ผลตรวจครั้งนี้ (the later report, JSON)")
  var new: String

  @OptionGroup var shown: ShownOptions

  @Option(name: .shortAndLong, help: "รูปแบบที่พิมพ์ (format that is printed)")
  var format: Comparison.Format = .text

  @Option(help: "เขียนลงแฟ้มด้วย เช่น json=diff.json ใช้ซ้ำได้ (also write FORMAT=FILE; repeatable)")
  var output: [String] = []

  @Option(help: "ระดับของข้อที่พบใหม่ซึ่งถือว่าไม่ผ่าน (exit code 1 for new findings at or above it)")
  var failOnNew: FailLevel = .never

  func run() throws {
    let (before, after) = (try SavedReport.read(old), try SavedReport.read(new))
    let comparison = Comparison(old: before, new: after)
    let requests = try output.map(OutputRequest<Comparison.Format>.init)
    try shown.show(as: format, requests, over: [old, new]) {
      Array(comparison.formatted(as: $0, options: $1).utf8)
    }
    shown.console.printDiagnostics(Comparison.scoreProblems(of: [before, after]))
    try CommandStop.unlessOK(failOnNew.status(of: comparison))
  }
}

/// `krong report`: shows a saved report again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "แสดงผลตรวจที่บันทึกไว้ หรือทำเป็นเอกสาร (show a saved report again, or make papers of it)"
  )

  @Argument(help: "ผลตรวจที่บันทึกไว้ (the saved report, JSON)")
  var report: String

  @OptionGroup var shown: ShownOptions

  @Option(name: .shortAndLong, help: "รูปแบบที่พิมพ์ (format that is printed)")
  var format: OutputFormat = .text

  @Option(help: "เขียนลงแฟ้มด้วย เช่น html=รายงาน.html ใช้ซ้ำได้ (also write FORMAT=FILE; repeatable)")
  var output: [String] = []

  @Option(help: PaperHelp.option)
  var paper: String?

  @Option(help: "ผลตรวจครั้งก่อน เพื่อเปรียบเทียบ (earlier report, JSON, to compare with)")
  var baseline: String?

  @Option(help: "วิธีคิดคะแนนที่แสดง (score that is shown; JSON has all)")
  var score: ScoringModel = .house

  func run() throws {
    let form = try paper.map(PaperForm.named)
    let requests = try output.map(OutputRequest<OutputFormat>.init)
    try Console.check(format)
    let inputs = [report, baseline].compactMap(\.self)
    let saved = try SavedReport.read(report)
    let earlier = try baseline.map(SavedReport.read)
    let report = earlier.map(saved.compared) ?? saved
    let isPrinted = form != nil && !([format] + requests.map(\.format)).contains(where: \.isPaper)
    try shown.show(
      as: isPrinted ? .paper(.md) : format,
      requests,
      over: inputs,
      model: score
    ) {
      try report.output(as: $0, form: form, options: $1)
    }
    shown.console.printDiagnostics(
      Comparison.scoreProblems(of: [saved] + (earlier.map { [$0] } ?? []))
    )
  }
}

extension Comparison.Format: ExpressibleByArgument {}

extension FailLevel {
  /// The exit code for a comparison.
  func status(of comparison: Comparison) -> ExitStatus {
    let isIncluded = comparison.newFindings(from: .info).contains { includes($0.finding.severity) }
    return isIncluded ? .findings : .ok
  }
}
