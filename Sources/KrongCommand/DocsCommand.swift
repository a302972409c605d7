public import ArgumentParser
public import Krong

extension RuleBook.Format: ExpressibleByArgument {}

/// `krong docs`: the rule book.
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "สร้างคู่มือเกณฑ์ตรวจ (make the rule book)",
    discussion: "Without --format both are written: rules.LANG.md and rules.LANG.html."
  )

  @Option(name: .shortAndLong, help: "โฟลเดอร์ที่เขียนลง (folder to write into; made if missing)")
  var output: String

  @Option(name: .shortAndLong, help: "html หรือ md (one format only)")
  var format: RuleBook.Format?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace.load(
      common.rulesFolder(),
      options: Workspace.Options(
        readsExamples: true,
        readsClauses: true,
        readsOptionalRules: true
      )
    )
    let book = RuleBook(workspace, language: common.lang)
    let files = (format.map { [$0] } ?? RuleBook.Format.allCases).map { format in
      OutputFolder.File(
        name: "rules.\(common.lang.rawValue).\(format.rawValue)",
        text: book.text(as: format)
      )
    }
    let made = try OutputFolder.write(files, into: output)
    let text = made.map { "\($0)\n" }.joined()
    try CommandStop.unlessOK(common.console.print(text) ? .ok : .couldNotRun)
  }
}
