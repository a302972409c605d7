import Foundation
import Krong
import OpenXML
import Papers
import Spreadsheets
import Synchronization
import TestSupport
import Testing
import WordDocuments

/// Papers of the examples, as screeners make them.
@Suite("papers of real submissions")
struct PaperFormTests {
  /// A form with the examples that have something to say in it.
  struct Case: Sendable, CustomTestStringConvertible {
    let form: String
    let files: [String]
    var baseline: [String] = []
    /// The stage for which the form is made, where the examples have another.
    var stage: String?

    var testDescription: String { form }
  }

  static let cases = [
    Case(form: "full-report", files: ["annual-action-plan/faults-submitted"]),
    Case(form: "finding-list", files: ["annual-action-plan/faults-submitted"]),
    Case(form: "alignment-table", files: ["annual-action-plan/faults-submitted"]),
    Case(form: "completeness-checklist", files: ["annual-action-plan/faults-submitted"]),
    Case(form: "opinion-subcommittee", files: ["annual-action-plan/faults-submitted"]),
    Case(form: "memo", files: ["budget-transfer/ready"], stage: "submitted"),
    Case(form: "revision-list", files: ["budget-transfer/faults-effective"]),
    Case(
      form: "opinion-council",
      files: ["budget-transfer/requirements-j-considered"],
      stage: "screened"
    ),
    Case(form: "resolution-notice", files: ["budget-transfer/requirements-j-considered"]),
    Case(
      form: "round-comparison",
      files: [
        "annual-action-plan/requirements-j-second-round", "annual-action-plan/faults-considered",
      ],
      baseline: ["annual-action-plan/faults-considered"]
    ),
    Case(
      form: "quarterly-ledger",
      files: ["disbursement-report/ready", "disbursement-report/faults-effective"]
    ),
    Case(
      form: "publication-ledger",
      files: ["information-dataset/ready", "information-dataset/faults-closed"]
    ),
    Case(form: "acceleration-proposal", files: ["disbursement-report/faults-effective"]),
  ]

  private static var root: String { SharedData.packageRoot.path }

  /// Reports by their files, since each is asked for in every format.
  private static let made = Mutex<[[String]: Report]>([:])

  static func report(_ files: [String], stage: String? = nil) throws -> Report {
    let key = [stage ?? ""] + files
    if let report = made.withLock({ $0[key] }) { return report }
    let report = try check(files, stage)
    made.withLock { $0[key] = report }
    return report
  }

  private static func check(_ files: [String], _ stage: String?) throws -> Report {
    let date = try #require(CalendarDate(year: 2026, month: 9, day: 15))
    var options = CheckOptions(asOf: date, makesAlignmentTable: true, makesRecord: true)
    options.stage = stage
    let paths = files.map { "\(root)/Examples/\($0).yaml" }
    return try CommandFixture.workspace.get().check(paths, options: options).report
  }

  private func report(_ example: Case) throws -> Report {
    let report = try Self.report(example.files, stage: example.stage)
    return example.baseline.isEmpty
      ? report : report.compared(with: try Self.report(example.baseline))
  }

  @Test("there is an example for each form")
  func complete() {
    #expect(Self.cases.map(\.form) == PaperForm.all.map(\.id))
  }

  @Test("say what the examples have to say", arguments: cases)
  func markdown(example: Case) throws {
    let form = try PaperForm.named(example.form)
    let report = try report(example)
    for language in form.languages {
      let bytes = try report.paper(form, as: .md, language: language)
      let text = String(decoding: bytes, as: UTF8.self).replacing("\(Self.root)/", with: "")
      try expectSnapshot(text, "papers/\(example.form).\(language.rawValue).md")
    }
  }

  @Test("their headings begin at the first level and leave none out", arguments: cases)
  func headings(example: Case) throws {
    let form = try PaperForm.named(example.form)
    let alone = try report(example)
    // The same with other submissions beside it, as one meeting file.
    let files = Self.cases[0].files + ["budget-transfer/faults-submitted", "meeting-record/ready"]
    let docket = try Self.report(
      example.files + files.filter { !example.files.contains($0) },
      stage: example.stage
    )
    let reports =
      example.baseline.isEmpty
      ? [alone, docket] : [alone, docket.compared(with: try Self.report(example.baseline))]
    for (report, language) in reports.flatMap({ report in form.languages.map { (report, $0) } }) {
      let paper = try report.paper(form, language: language)
      let levels = paper.sections.flatMap(\.blocks).compactMap { block -> Int? in
        if case .paragraph(let paragraph) = block { paragraph.headingLevel } else { nil }
      }
      #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(levels)")
      for (before, after) in zip(levels, levels.dropFirst()) {
        #expect(after <= before + 1, "\(levels)")
      }
    }
  }

  @Test("say the same in HTML as in Markdown, in all languages of the form", arguments: cases)
  func html(example: Case) throws {
    let form = try PaperForm.named(example.form)
    let report = try report(example)
    let text = String(decoding: try report.paper(form, as: .html, language: .th), as: UTF8.self)
    let words = Self.unmarked(text)
    for language in form.languages {
      #expect(text.contains("<article class=\"\(form.isOfficial ? "paper official" : "paper")"))
      #expect(text.contains(" lang=\"\(language.rawValue)\" id=\"content-\(language.rawValue)\""))
      for line in Self.lines(of: try report.paper(form, language: language)) {
        let isThere = words.contains(Self.squeezed(Self.withoutSign(line)))
        #expect(isThere, "\(line) is not on the page")
      }
    }
  }

  /// The text of a page without its tags and blanks.
  private static func unmarked(_ html: String) -> String {
    let parts = html.split(separator: "<").map { part -> Substring in
      part.firstIndex(of: ">").map { part[part.index(after: $0)...] } ?? part
    }
    let text = parts.joined(separator: "")
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
    return squeezed(plain)
  }

  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test("say the same in Word as in Markdown", arguments: cases)
  func word(example: Case) throws {
    let form = try PaperForm.named(example.form)
    let report = try report(example)
    for language in form.languages {
      let paper = try report.paper(form, language: language)
      let bytes = try report.paper(form, as: .docx, language: language)
      #expect(try report.paper(form, as: .docx, language: language) == bytes)
      let document = try WordReader.read(PackageArchive(bytes))
      let texts = Set(document.blocks.flatMap(Self.texts).map(Self.bare))
      for text in Self.lines(of: paper) {
        #expect(texts.contains(Self.bare(text)), "\(text) is not in the document")
      }
    }
  }

  @Test("say the same in Excel as in Markdown, and the rows and columns of CSV", arguments: cases)
  func workbook(example: Case) throws {
    let form = try PaperForm.named(example.form)
    let report = try report(example)
    for language in form.languages {
      let paper = try report.paper(form, language: language)
      let bytes = try report.paper(form, as: .xlsx, language: language)
      #expect(try report.paper(form, as: .xlsx, language: language) == bytes)
      let workbook = try WorkbookReader.read(PackageArchive(bytes))
      var texts: Set<String> = []
      for sheet in workbook.sheets { texts.formUnion(Self.texts(sheet).map(Self.bare)) }
      for text in Self.lines(of: paper) {
        #expect(texts.contains(Self.bare(text)), "\(text) is in no cell")
      }
      let data = paper.sections.compactMap(\.data)
      let rows = data.reduce(0) { $0 + $1.rows.count }
      let tables = Set(data.map(\.columns)).count
      let own = workbook.sheets.filter { $0.name.hasPrefix(language == .th ? "ข้อมูล" : "Data") }
      #expect(own.count == tables)
      #expect(own.reduce(0) { $0 + $1.lastRow } == rows + tables)
    }
  }

  @Test("of all examples together, in every format", arguments: PaperFormat.allCases)
  func docket(format: PaperFormat) throws {
    let files = [
      "annual-action-plan/ready", "budget-transfer/faults-submitted", "project-proposal/ready",
    ]
    let report = try Self.report(files)
    let bytes = try report.paper(.named("finding-list"), as: format, language: .th)
    let text = try Self.text(of: bytes, format)
    // Rows and columns of findings have none of a submission without one.
    for submission in report.submissions where format != .csv || !submission.findings.isEmpty {
      let isThere = text.contains(try #require(submission.result.header.id))
      #expect(isThere, "\(submission.result.header.id ?? "") is not in it")
    }
  }

  /// Everything that a paper says, read back from the file.
  private static func text(of bytes: [UInt8], _ format: PaperFormat) throws -> String {
    switch format {
    case .html, .md, .csv: return String(decoding: bytes, as: UTF8.self)
    case .docx:
      let document = try WordReader.read(PackageArchive(bytes))
      return document.blocks.flatMap(texts).joined(separator: "\n")
    case .xlsx:
      let workbook = try WorkbookReader.read(PackageArchive(bytes))
      return workbook.sheets.flatMap(texts).joined(separator: "\n")
    }
  }

  @Test("a form that does not exist is refused with the nearest one")
  func unknown() {
    let error = #expect(throws: DiagnosticError.self) { try PaperForm.named("finding-lists") }
    #expect(error?.diagnostics.first?.code.text == "PAPER-003")
    #expect(error?.diagnostics.first?.help?.en.contains("finding-list") == true)
  }

  @Test("what a form needs and the report lacks is told with the way out")
  func lacking() throws {
    let report = try Self.report(["budget-transfer/ready"], stage: "submitted")
    let error = #expect(throws: DiagnosticError.self) {
      try report.paper(.named("F11"), as: .html, language: .th)
    }
    #expect(error?.diagnostics.first?.code.text == "PAPER-002")
    #expect(error?.diagnostics.first?.help?.en.contains("--baseline") == true)
    let letter = #expect(throws: DiagnosticError.self) {
      try report.paper(.named("memo"), as: .csv, language: .th)
    }
    #expect(letter?.diagnostics.first?.code.text == "PAPER-004")
  }

  /// The lines of a block as they are read back.
  private static func texts(_ block: WordDocument.Block) -> [String] {
    switch block {
    case .paragraph(let paragraph): lines(paragraph.text)
    case .table(let table): table.rows.flatMap { $0 }.flatMap { lines($0.text) }
    }
  }

  private static func texts(_ sheet: Sheet) -> [String] {
    (0..<sheet.count).flatMap { number -> [String] in
      switch sheet.content(number) {
      case .text(let text): return lines(text)
      case .number(let text): return [text]
      default: return []
      }
    }
  }

  /// A text without what a format sets by itself: signs of lists, the room between name and value, commas and
  /// zeros behind the point of numbers.
  private static func bare(_ text: String) -> String {
    let bare = withoutSign(text.filter { !" \t,".contains($0) })
    return Double(bare).map { "\($0)" } ?? bare
  }

  /// An item of a list without the point, the box or the number before it, which a format sets by itself.
  private static func withoutSign(_ text: String) -> String {
    let bare = text.filter { !"•☐".contains($0) }
    let number = bare.prefix { $0.isWholeNumber }
    guard !number.isEmpty, bare.dropFirst(number.count).first == ".", Double(bare) == nil
    else { return bare }
    return String(bare.dropFirst(number.count + 1))
  }

  /// The lines that the blocks of a paper say, as one column of text; lines of dots to write on are as long
  /// as a format makes them.
  private static func lines(of paper: Paper) -> [String] {
    paper.sections.flatMap(\.blocks).flatMap(\.plain).flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): lines(of: [paragraph])
      case .table(let table): lines(of: table.rows.flatMap(\.cells).flatMap(\.paragraphs))
      case .pageBreak: []
      }
    }
  }

  private static func lines(of paragraphs: [PaperParagraph]) -> [String] {
    paragraphs.filter { !$0.runs.contains(where: \.isBlank) }.flatMap { lines($0.plainText) }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty
    }
  }
}
