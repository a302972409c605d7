import ArgumentParser
import Krong

/// `krong template`: the workbook of a kind, for filling in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "สร้างแบบกรอก Excel ของประเภทเรื่อง (make the Excel workbook of a kind)"
  )

  @Argument(help: "ประเภทเรื่อง เช่น annual-action-plan ดูด้วย krong list kinds (a kind)")
  var kind: String

  @Option(name: .shortAndLong, help: "แฟ้มที่สร้าง (.xlsx) (the file to write)")
  var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard ConversionFormat(fileName: output) == .xlsx else {
      throw OptionProblem.invalid("--output", output, Self.help)
    }
    let bytes = try Workspace.load(common.rulesFolder()).template(of: kind)
    try OutputFile.create(bytes, at: output)
  }

  private static let help = LocalizedText(
    th: "ชื่อแฟ้มต้องลงท้ายด้วย .xlsx",
    en: "the name must end in .xlsx"
  )
}

/// `krong convert`: a submission in another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "แปลงเรื่องระหว่าง YAML, JSON และ Excel (convert between YAML, JSON and Excel)"
  )

  @Argument(help: "แฟ้มของเรื่อง (.yaml .json .xlsx .csv .docx) (the file of a submission)")
  var file: String

  @Option(name: .shortAndLong, help: "แฟ้มที่สร้าง (.yaml .json .xlsx) (the file to write)")
  var output: String

  @Option(
    help: "การจับคู่ของแฟ้ม Excel, CSV, Word (mapping of office files: a name, a kind, or a file)"
  )
  var mapping: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let format = ConversionFormat(fileName: output) else {
      throw OptionProblem.invalid(
        "--output",
        output,
        LocalizedText(
          th: "ชื่อแฟ้มต้องลงท้ายด้วย .yaml .json หรือ .xlsx",
          en: "the name must end in .yaml, .json or .xlsx"
        )
      )
    }
    try OutputFile.protect([file], from: output)
    let workspace = try Workspace.load(common.rulesFolder())
    let conversion = try workspace.convert(file, to: format, mapping: mapping)
    try OutputFile.write(conversion.bytes, to: output)
    common.console.printDiagnostics(conversion.diagnostics)
  }
}
