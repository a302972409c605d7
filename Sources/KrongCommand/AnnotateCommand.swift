import ArgumentParser
import Krong

/// `krong annotate`: a copy of a file with what was found in it marked.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "ใส่ข้อตรวจพบลงในสำเนาของแฟ้ม (mark findings in a copy of a file)"
  )

  @Argument(help: "แฟ้มของเรื่อง (.xlsx .xlsm .docx .yaml) (the file of a submission)")
  var file: String

  @Option(
    name: .shortAndLong,
    help: "แฟ้มสำเนาที่สร้าง นามสกุลเดียวกัน (the copy to write, of the same kind)"
  )
  var output: String

  @OptionGroup var common: CommonOptions

  @Option(help: "ตรวจ ณ วันที่ เช่น 2025-11-05 (as of this day, C.E.; default: today in Thailand)")
  var asOf: String?

  @Option(help: "ตรวจเสมือนอยู่ในสถานะนี้ (check as if in this stage)")
  var stage: String?

  @Option(help: "ชุดเกณฑ์ที่เลือกใช้: ชื่อใน profiles หรือแฟ้ม (profile: a name in profiles, or a file)")
  var profile: String?

  @Option(help: "แฟ้มค่าที่สำนักงานกำหนด (file of office settings)")
  var office: String?

  @Option(help: "แฟ้มการผ่อนผัน (file of waivers)")
  var waivers: String?

  @Option(
    name: .customLong("with"),
    help: "โฟลเดอร์เรื่องอื่นที่อ้างถึง (folder of other submissions referred to)"
  )
  var docket: String?

  @Option(
    help: "การจับคู่ของแฟ้ม Excel, Word (mapping of office files: a name, a kind, or a file)"
  )
  var mapping: String?

  @Option(
    help: "เกณฑ์ทางเลือกที่ใช้ด้วย เช่น FWK ใช้ซ้ำได้ (optional rules to run as well; repeatable)"
  )
  var select: [String] = []

  func run() throws {
    guard Self.ending(of: file) == Self.ending(of: output) else {
      throw OptionProblem.invalid("--output", output, Self.help(Self.ending(of: file)))
    }
    try OutputFile.protect([file], from: output)
    let date = try asOf.map(DateOption.read)
    let workspace = try Workspace.load(
      common.rulesFolder(),
      options: Workspace.Options(
        office: office,
        waivers: waivers,
        profile: profile,
        selected: select
      )
    )
    var options = CheckOptions(
      asOf: date ?? Today.inThailand(),
      isDateGiven: date != nil,
      stage: stage,
      docket: docket,
      mapping: mapping
    )
    options.programFolders = Console.programFolders
    let copy = try workspace.annotate(file, options: options, language: common.lang)
    try OutputFile.write(copy.bytes, to: output)
    common.console.printDiagnostics(copy.diagnostics)
    let words = common.console.words
    _ = common.console.print(words.annotated(output, copy.places, copy.findings) + "\n")
  }

  /// What follows the last dot of a name, in small letters; `.yml` is `.yaml`.
  private static func ending(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    return ending == "yml" ? "yaml" : ending
  }

  private static func help(_ ending: String) -> LocalizedText {
    LocalizedText(
      th: "สำเนาต้องเป็นแฟ้มชนิดเดียวกับต้นฉบับ ชื่อต้องลงท้ายด้วย .\(ending)",
      en: "the copy is of the same kind as the file, so its name must end in .\(ending)"
    )
  }
}
