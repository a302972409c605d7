public import ArgumentParser
public import Krong

extension Skeleton.Check: ExpressibleByArgument {}
extension Family: ExpressibleByArgument {}

/// `krong init`: commented files to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "สร้างแฟ้มเริ่มต้นพร้อมคำอธิบาย (make commented files to begin with)",
    discussion: "Files that exist are never replaced.",
    subcommands: [
      RuleSkeletonCommand.self, KindSkeletonCommand.self, PackSkeletonCommand.self,
      SubmissionSkeletonCommand.self,
    ]
  )
}

/// Where the files go, and what is told afterwards.
struct SkeletonOutput: ParsableArguments {
  @Option(name: .shortAndLong, help: "โฟลเดอร์ที่เขียนลง (folder to write into; made if missing)")
  var output = "."

  @OptionGroup var common: CommonOptions

  /// The folder of rules; with its rules, where none is broken, to know of which fields they ask.
  func workspace() throws(DiagnosticError) -> Workspace {
    let folder = try common.rulesFolder()
    if let whole = try? Workspace.load(folder, options: Workspace.Options(readsClauses: true)) {
      return whole
    }
    return try Workspace.load(
      folder,
      options: Workspace.Options(readsClauses: true, rulePaths: [])
    )
  }

  func write(_ skeleton: Skeleton) throws {
    let made = try OutputFolder.create(skeleton.files, into: output)
    let text = made.map { "\($0)\n" }.joined() + skeleton.next[common.lang] + "\n"
    try CommandStop.unlessOK(common.console.print(text) ? .ok : .couldNotRun)
  }
}

/// What a rule to begin with is about.
struct RuleChoice: ParsableArguments {
  @Option(help: "ประเภทเรื่อง ดูด้วย krong list kinds (kind of submission)")
  var kind: String

  @Option(help: "ข้อตรวจ (what it looks at)")
  var check: Skeleton.Check = .present

  @Option(help: "หมวด (family)")
  var family: Family = .completeness

  @Option(help: "งานตามคู่มือ (job; default: the first of the kind)")
  var job: Int?

  func request(_ id: String) -> Skeleton.RuleRequest {
    Skeleton.RuleRequest(id: id, kind: kind, check: check, family: family, job: job)
  }
}

/// `krong init rule`.
struct RuleSkeletonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "เกณฑ์ตรวจ (a rule)"
  )

  @Argument(help: "รหัสเกณฑ์ เช่น J02-CMP-090 (id of the rule)")
  var id: String

  @OptionGroup var choice: RuleChoice
  @OptionGroup var output: SkeletonOutput

  func run() throws {
    try output.write(Skeleton.rule(choice.request(id), in: output.workspace()))
  }
}

/// `krong init kind`.
struct KindSkeletonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kind",
    abstract: "ประเภทเรื่อง (a kind of submission)"
  )

  @Argument(help: "รหัสประเภทเรื่อง เช่น school-plan (id of the kind)")
  var name: String

  @OptionGroup var output: SkeletonOutput

  func run() throws {
    try output.write(Skeleton.kind(named: name))
  }
}

/// `krong init pack`.
struct PackSkeletonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "ชุดเกณฑ์ของสำนักงาน พร้อมการทดสอบและ CI (rules of one's own, tests and CI)"
  )

  @Argument(help: "รหัสของเกณฑ์แรก เช่น UTI-CMP-001 (id of its first rule)")
  var id: String

  @OptionGroup var choice: RuleChoice
  @OptionGroup var output: SkeletonOutput

  func run() throws {
    try output.write(Skeleton.pack(choice.request(id), in: output.workspace()))
  }
}

/// `krong init submission`.
struct SubmissionSkeletonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submission",
    abstract: "แฟ้มเรื่องที่มีทุกช่อง ให้กรอก (a submission with every field, to fill in)"
  )

  @Argument(help: "ประเภทเรื่อง ดูด้วย krong list kinds (kind of submission)")
  var kind: String

  @OptionGroup var output: SkeletonOutput

  func run() throws {
    try output.write(Skeleton.submission(of: kind, in: output.workspace()))
  }
}
