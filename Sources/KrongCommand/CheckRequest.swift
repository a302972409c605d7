import Krong

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What `krong check` is asked for.
struct CheckRequest: Equatable {
  var files: [String] = []
  var rules: String?
  var lang: Language = .th
  var noColor = false
  var asOf: String?
  var stage: String?
  var format: OutputFormat = .text
  var output: [String] = []
  var paper: String?
  var failOn: FailLevel = .error
  var minScore: String?
  var profile: String?
  var score: ScoringModel = .house
  var office: String?
  var waivers: String?
  var writeWaivers: String?
  var baseline: String?
  var failOnNew: FailLevel = .never
  var docket: String?
  var mapping: String?
  var select: [String] = []
  var table = false
  var attachments = false
  var quiet = false
  var verbose = false
  var noCache = false

  private var console: Console { Console(language: lang) }

  /// Evaluates submissions and reports; ends the program when it could.
  func run() throws -> Never {
    let outputs = try output.map(OutputRequest<OutputFormat>.init)
    let form = try paper.map(PaperForm.named)
    // A paper that is asked for and goes to no file is printed.
    let isPrinted = form != nil && !([format] + outputs.map(\.format)).contains(where: \.isPaper)
    let format = isPrinted ? OutputFormat.paper(.md) : format
    try Console.check(format)
    let carriesEverything = ([format] + outputs.map(\.format)).contains(where: \.carriesEverything)
    let least = try minScore.map { try MinimumScore($0) }
    let date = try asOf.map(DateOption.read)
    let earlier = try baseline.map(SavedReport.read)
    let progress = ProgressLine.onTerminal(language: lang, isQuiet: quiet)
    defer { progress?.clear() }
    var checkOptions = CheckOptions(
      asOf: date ?? Today.inThailand(),
      isDateGiven: date != nil,
      stage: stage,
      docket: docket,
      mapping: mapping,
      // What is compared with an earlier report must have read as much as that one.
      makesAlignmentTable: verbose || table || carriesEverything || earlier != nil,
      makesRecord: carriesEverything
    )
    checkOptions.readsAttachments = attachments
    checkOptions.programFolders = Console.programFolders
    if let progress { checkOptions.onProgress = { progress.count($0) } }
    let check = try Workspace.check(
      files,
      rules: RulesFolder.find(rules),
      options: Workspace.Options(
        office: office,
        waivers: waivers,
        profile: profile,
        selected: select
      ),
      checkOptions: checkOptions,
      cache: noCache ? nil : CacheFolder.find()
    )
    let report = earlier.map(check.report.compared) ?? check.report
    let read = files + [office, waivers, baseline].compactMap(\.self) + check.sources.map(\.name)
    for output in outputs.map(\.file) + [writeWaivers].compactMap(\.self) {
      try OutputFile.protect(read, from: output)
    }
    let status = try write(report, as: format, outputs, form, progress)
    if verbose, !check.setAside.isEmpty {
      console.printError(console.words.setAside(check.setAside) + "\n")
    }
    console.printDiagnostics(
      check.warnings + report.problems
        + Comparison.scoreProblems(of: earlier.map { [$0] } ?? []),
      sources: check.sources
    )
    // The system takes the memory back at once; to take rules and results apart would cost more time
    // than to print them.
    withExtendedLifetime(check) {
      exit((status == .ok ? self.status(of: report, least: least) : status).rawValue)
    }
  }

  /// Writes the files first, so that a reader of the printed report finds them there.
  private func write(
    _ report: Report,
    as format: OutputFormat,
    _ outputs: [OutputRequest<OutputFormat>],
    _ form: PaperForm?,
    _ progress: ProgressLine?
  ) throws -> ExitStatus {
    var options = ReportOptions(language: lang)
    options.model = score
    options.showsAlignmentTable = table
    options.detail = quiet ? .brief : verbose ? .full : .normal
    if let writeWaivers {
      let skeleton = WaiverSkeleton.text(of: report, language: lang)
      try OutputFile.write(skeleton, to: writeWaivers)
    }
    for output in outputs {
      progress?.writing(output.file)
      let bytes = try report.output(as: output.format, form: form, options: options)
      try OutputFile.write(bytes, to: output.file)
    }
    options.hasColor = Console.takesColor(noColor: noColor)
    let bytes = try report.output(as: format, form: form, options: options)
    progress?.clear()
    return console.print(bytes) ? .ok : .couldNotRun
  }

  private func status(of report: Report, least: MinimumScore?) -> ExitStatus {
    let cards = report.submissions.map(\.scorecard)
    let rules = report.submissions.flatMap(\.result.rules)
    // A rule that could not be computed, or an input that could not be read, is never a pass.
    let isBroken = report.problems.contains { $0.severity == .error }
    if isBroken || rules.contains(where: { $0.outcome == .error }) { return .couldNotRun }
    let isBelow = cards.contains { card in
      guard let least, let total = card.percent(score) else { return false }
      return total.hundredths < least.hundredths
    }
    let hasFindings = report.submissions.contains { submission in
      submission.countedFailures.contains { failOn.includes($0.severity) }
    }
    let hasNew = report.comparison.map { failOnNew.status(of: $0) == .findings } ?? false
    if hasFindings || isBelow || hasNew { return .findings }
    let isEmpty = cards.contains { $0.contributions.isEmpty && $0.unscored.isEmpty }
    return isEmpty ? .nothingChecked : .ok
  }
}
