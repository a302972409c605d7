public import ArgumentParser
public import Krong

/// `krong list`: what rules, kinds, catalogues, plans, steps and items of plans there are.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "แสดงรายการที่มี (list what there is)"
  )

  @Argument(help: "rules, kinds, catalogues, plans, steps, papers, profiles, items")
  var subject: Listing.Subject = .rules

  @Argument(help: "แผนหรือทะเบียนของ items เช่น national-strategy (the plan or catalogue of items)")
  var name: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = try common.rulesFolder()
    let workspace = try Workspace.load(
      folder,
      options: Workspace.Options(readsOptionalRules: subject == .rules)
    )
    let listing = Listing(workspace, of: folder, language: common.lang)
    let text = try listing.text(subject, of: name)
    try CommandStop.unlessOK(common.console.print(text) ? .ok : .couldNotRun)
  }
}

extension Listing.Subject: ExpressibleByArgument {}
extension DiagnosticReport.Format: ExpressibleByArgument {}

/// `krong explain`: a rule, a structure finding or a code in words.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "อธิบายเกณฑ์ รหัส หรือรายการของแผน (explain a rule, a code or an item of a plan)"
  )

  @Argument(
    help: "เช่น J02-CMP-003, STR-004, NS-3 หรือรายงาน JSON (a rule, a code, an item or a report)"
  )
  var name: String

  @Argument(
    help: "ข้อค้นพบในรายงาน: ลำดับที่หรือลายนิ้วมือ (finding of the report: number or fingerprint)"
  )
  var finding: String?

  @Option(help: "แฟ้มค่าของสำนักงานที่ใช้ทำรายงาน (office file of the report)")
  var office: String?

  @Option(help: "แฟ้มข้อยกเว้นที่ใช้ทำรายงาน (waivers of the report)")
  var waivers: String?

  @Option(help: "ชุดเกณฑ์ที่เลือกใช้ทำรายงาน (profile of the report)")
  var profile: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var options = Workspace.Options(readsExamples: finding == nil, readsClauses: true)
    options.office = office
    options.waivers = waivers
    options.profile = profile
    options.readsOptionalRules = true
    let workspace = try Workspace.load(
      common.rulesFolder(),
      options: options
    )
    let text =
      try finding.map {
        try FindingExplanation(workspace, language: common.lang).text($0, in: name)
      } ?? Explanation(workspace, language: common.lang).text(name)
    try CommandStop.unlessOK(common.console.print(text) ? .ok : .couldNotRun)
  }
}

/// Rules to look at: a whole folder of rules, or files and folders of single ones.
struct RulesToTest: ParsableArguments {
  @Argument(help: "ชุดเกณฑ์ หรือแฟ้มเกณฑ์ (a folder of rules, or rule files; default: all)")
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  /// The folder with kinds and catalogues, and the rules to take instead of its own.
  func resolved() throws(DiagnosticError) -> (folder: String, rulePaths: [String]?) {
    if let path = paths.first, paths.count == 1, Workspace.isRulesFolder(path) {
      return (path, nil)
    }
    return (try common.rulesFolder(), paths.isEmpty ? nil : paths)
  }
}
