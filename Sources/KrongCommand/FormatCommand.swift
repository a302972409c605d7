import ArgumentParser
import Krong

/// `krong fmt`: writes our YAML files in one form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "จัดรูปแบบแฟ้มเกณฑ์ (format rule files)",
    discussion: """
      Keys come in the order of the language, each level is indented by two blanks. Comments and meaning
      stay: what is written is read again first. A single - reads standard input and prints the result.
      """
  )

  @Argument(help: "แฟ้มหรือโฟลเดอร์ (files and folders; default: the folder of rules)")
  var paths: [String] = []

  @Flag(help: "ไม่เขียน จบด้วยรหัส 1 ถ้ามีแฟ้มที่ยังไม่จัด (write nothing; exit 1 if a file would change)")
  var check = false

  @Flag(help: "ไม่เขียน แสดงสิ่งที่จะเปลี่ยน (write nothing; show what would change)")
  var diff = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    if paths == ["-"] { return try formatStandardInput() }
    let named = paths.isEmpty ? [try common.rulesFolder()] : paths
    let files = try Workspace.filesToFormat(named)
    var problems: [Diagnostic] = []
    var sources: [SourceFile] = []
    var text = ""
    var changed = 0
    var isBroken = false
    for file in files {
      do throws(DiagnosticError) {
        let formatted = try Workspace.formatted(path: file)
        guard formatted.isChanged, let diagnostic = formatted.diagnostic else { continue }
        changed += 1
        if diff { text += formatted.diff }
        if check {
          problems.append(diagnostic)
          sources.append(formatted.source)
        } else if !diff {
          try OutputFile.write(formatted.bytes, to: file)
          text += file + "\n"
        }
      } catch {
        problems += error.diagnostics
        isBroken = true
      }
    }
    let summary = common.console.words
      .formatted(changed, of: files.count, isWritten: !check && !diff)
    guard common.console.print(text) else { throw CommandStop(status: .couldNotRun) }
    common.console.printDiagnostics(problems, sources: sources)
    common.console.printError(summary + "\n")
    try CommandStop.unlessOK(isBroken ? .couldNotRun : check && changed > 0 ? .findings : .ok)
  }

  private func formatStandardInput() throws {
    let formatted = try Workspace.formatted(path: "-")
    if check { try CommandStop.unlessOK(formatted.isChanged ? .findings : .ok) }
    let text = diff ? formatted.diff : String(decoding: formatted.bytes, as: UTF8.self)
    try CommandStop.unlessOK(common.console.print(text) ? .ok : .couldNotRun)
  }
}
