public import ArgumentParser
public import Krong

/// The command `krong`.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "krong",
    abstract: "ตรวจแผนและคำของบประมาณตามเกณฑ์ (check plans and budget requests against rules)",
    discussion: """
      Exit codes: 0 nothing at or above the fail level, 1 findings, 2 could not run,
      3 nothing was checked, 4 internal error.
      """,
    version: "krong \(KrongVersion.text)",
    subcommands: [
      CheckCommand.self, DiffCommand.self, ReportCommand.self, ListCommand.self,
      ExplainCommand.self, LintCommand.self, FormatCommand.self, TestCommand.self, EvalCommand.self,
      TemplateCommand.self, ConvertCommand.self, AnnotateCommand.self, SchemaCommand.self,
      DocsCommand.self, InitCommand.self, LanguageServerCommand.self,
    ]
  )
}

extension Language: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension ScoringModel: ExpressibleByArgument {}

/// What `--paper` says of itself.
enum PaperHelp {
  static let option: ArgumentHelp =
    "แบบเอกสาร เช่น finding-list หรือ F1 ดูด้วย krong list papers (form of the paper)"
}

/// The options that all commands share.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "โฟลเดอร์ชุดเกณฑ์ (folder of rules; default: Rules here, else beside the program)"
  )
  var rules: String?

  @Option(help: "ภาษาของผลลัพธ์ (language of what is printed)")
  var lang: Language = .th

  @Flag(help: "ไม่ใช้สี (no colours; NO_COLOR does the same)")
  var noColor = false

  var console: Console { Console(language: lang) }

  /// The folder of rules to use.
  func rulesFolder() throws(DiagnosticError) -> String {
    try RulesFolder.find(rules)
  }
}
