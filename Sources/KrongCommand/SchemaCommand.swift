import ArgumentParser
import Krong

/// `krong schema`: JSON Schemas, for editors and validators.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "สร้าง JSON Schema ของแฟ้มต่าง ๆ (JSON Schemas for editors and validators)",
    discussion: """
      Without NAME and -o it lists the schemas. In a YAML file the line
      # yaml-language-server: $schema=schemas/rule.schema.json
      tells an editor which one to use.
      """
  )

  @Argument(help: "เช่น rule, profile หรือประเภทเรื่อง (a sort of file, a report or a kind)")
  var name: String?

  @Option(name: .shortAndLong, help: "โฟลเดอร์ที่เขียนลง (folder to write into; made if missing)")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let files = try Workspace.schemas(in: common.rulesFolder(), named: name)
    if let output {
      let made = try OutputFolder.write(
        files.map { OutputFolder.File(name: $0.fileName, text: $0.json) },
        into: output
      )
      let lines = made.map { "\($0)\n" }.joined() + hint(output, files)
      return try CommandStop.unlessOK(common.console.print(lines) ? .ok : .couldNotRun)
    }
    let text = name == nil ? list(files) : files.map(\.json).joined()
    try CommandStop.unlessOK(common.console.print(text) ? .ok : .couldNotRun)
  }

  private func list(_ files: [SchemaFile]) -> String {
    files.map { "\($0.name)  \($0.title[common.lang])\n" }.joined()
  }

  private func hint(_ folder: String, _ files: [SchemaFile]) -> String {
    guard let first = files.first else { return "" }
    let line = "# yaml-language-server: $schema=\(folder)/\(first.fileName)"
    return LocalizedText(
      th: "ให้โปรแกรมแก้ไขข้อความใช้สคีมา: เขียนบรรทัดนี้ไว้บนสุดของแฟ้ม\n  \(line)\n",
      en: "for editors, write this as the first line of a file:\n  \(line)\n"
    )[common.lang]
  }
}
