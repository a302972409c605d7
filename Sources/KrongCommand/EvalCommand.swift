import ArgumentParser
import Krong

/// `krong eval`: an expression with the value of each of its parts.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "คำนวณนิพจน์และแสดงค่าทุกส่วน (evaluate an expression, part by part)"
  )

  /// How the parts are printed.
  enum Format: String, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "นิพจน์ CEL เช่น 'projects.all(p, p.budget > 0)' (an expression)")
  var expression: String

  @Option(name: .customLong("on"), help: "แฟ้มเรื่องที่เสนอ (file of the submission that it reads)")
  var file: String?

  @Option(help: "ประเภทเรื่อง (kind of submission, where it is not that of the file)")
  var kind: String?

  @Option(help: "ณ วันที่ เช่น 2025-11-05 (as of this day, C.E.; default: today in Thailand)")
  var asOf: String?

  @Option(help: "เสมือนอยู่ในสถานะนี้ (as if in this stage)")
  var stage: String?

  @Option(
    name: .customLong("with"),
    help: "โฟลเดอร์เรื่องอื่นที่อ้างถึง (folder of other submissions referred to)"
  )
  var docket: String?

  @Option(name: .shortAndLong, help: "รูปแบบที่พิมพ์ (format that is printed)")
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let date = try asOf.map(DateOption.read)
    let workspace = try Workspace.load(common.rulesFolder())
    var options = CheckOptions(
      asOf: date ?? Today.inThailand(),
      isDateGiven: date != nil,
      stage: stage,
      docket: docket
    )
    options.programFolders = Console.programFolders
    let result = try workspace.evaluate(expression, on: file, kind: kind, options: options)
    if let trace = result.trace {
      let text = format == .json ? trace.json : trace.text(in: common.lang)
      guard common.console.print(text) else { throw CommandStop(status: .couldNotRun) }
    }
    common.console.printDiagnostics(result.diagnostics, sources: result.sources)
    let isBroken = result.diagnostics.contains { $0.severity == .error }
    try CommandStop.unlessOK(isBroken ? .couldNotRun : .ok)
  }
}
