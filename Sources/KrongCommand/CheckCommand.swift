import ArgumentParser
import Krong

/// `krong check`: evaluates submissions and reports.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "ตรวจเรื่องที่เสนอ (check submissions)"
  )

  @Argument(
    help:
      "แฟ้ม โฟลเดอร์ หรือ - สำหรับข้อมูลเข้ามาตรฐาน ในโฟลเดอร์ข้าม *.expected.yaml และ *.test.yaml (files, folders, or - for standard input; in folders *.expected.yaml and *.test.yaml are skipped)"
  )
  var files: [String]

  @OptionGroup var common: CommonOptions

  @Option(help: "ตรวจ ณ วันที่ เช่น 2025-11-05 (as of this day, C.E.; default: today in Thailand)")
  var asOf: String?

  @Option(help: "ตรวจเสมือนอยู่ในสถานะนี้ (check as if in this stage)")
  var stage: String?

  @Option(name: .shortAndLong, help: "รูปแบบที่พิมพ์ (format that is printed)")
  var format: OutputFormat = .text

  @Option(help: "เขียนลงแฟ้มด้วย เช่น json=result.json ใช้ซ้ำได้ (also write FORMAT=FILE; repeatable)")
  var output: [String] = []

  @Option(help: PaperHelp.option)
  var paper: String?

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

  @Option(
    help: "การจับคู่ของแฟ้ม Excel, CSV, Word (mapping of office files: a name, a kind, or a file)"
  )
  var mapping: String?

  @Option(
    help: "เกณฑ์ทางเลือกที่ใช้ด้วย เช่น FWK ใช้ซ้ำได้ (optional rules to run as well; repeatable)"
  )
  var select: [String] = []

  @Flag(help: "แสดงตารางวิเคราะห์ความสอดคล้อง (show the alignment table)")
  var table = false

  @Flag(help: "ดูแฟ้มแนบด้วย แม้ไม่มีเกณฑ์ใดถาม (look into attachments although no rule asks)")
  var attachments = false

  @Flag(name: .shortAndLong, help: "บรรทัดเดียวต่อเรื่อง (one line a submission)")
  var quiet = false

  @Flag(name: .shortAndLong, help: "แสดงทั้งหมด (show everything)")
  var verbose = false

  @Flag(help: "ไม่ใช้ข้อมูลที่จำไว้เรื่องเกณฑ์ (neither use nor keep what is remembered of the rules)")
  var noCache = false

  func validate() throws {
    if quiet, verbose {
      throw ValidationError("-q และ -v ใช้พร้อมกันไม่ได้ (-q and -v exclude each other)")
    }
    if failOnNew != .never, baseline == nil {
      throw ValidationError("--fail-on-new ใช้กับ --baseline (--fail-on-new needs --baseline)")
    }
  }

  func run() throws {
    try request.run()
  }

  /// What is asked for.
  var request: CheckRequest {
    CheckRequest(
      files: files,
      rules: common.rules,
      lang: common.lang,
      noColor: common.noColor,
      asOf: asOf,
      stage: stage,
      format: format,
      output: output,
      paper: paper,
      failOn: failOn,
      minScore: minScore,
      profile: profile,
      score: score,
      office: office,
      waivers: waivers,
      writeWaivers: writeWaivers,
      baseline: baseline,
      failOnNew: failOnNew,
      docket: docket,
      mapping: mapping,
      select: select,
      table: table,
      attachments: attachments,
      quiet: quiet,
      verbose: verbose,
      noCache: noCache
    )
  }
}
