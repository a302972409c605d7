public import Catalogues
public import Diagnostics
public import SourceText

/// What is wrong with files of ours (rules, kinds, catalogues), ready to be shown in any format.
public struct DiagnosticReport: Sendable {
  /// The formats in which diagnostics are shown.
  public enum Format: String, Sendable, CaseIterable {
    /// Text for people.
    case text
    /// JSON for programs: `lint/1`, described by `lint.schema.json`.
    case json
    /// SARIF 2.1.0.
    case sarif
    /// Annotations of GitHub Actions.
    case github
    /// JUnit's XML: one case for each file.
    case junit
  }

  /// The diagnostics, by file and place.
  public let diagnostics: [Diagnostic]

  /// The files that were looked at, for the lines that the diagnostics point at.
  public let sources: [SourceFile]

  /// How many rules were read.
  public let ruleCount: Int

  /// What is known about the codes, for formats that explain them.
  public let explanations: [CodeExplanation]

  /// The version of the engine.
  public let engineVersion: String

  /// Puts a report together.
  public init(
    diagnostics: [Diagnostic],
    sources: [SourceFile],
    ruleCount: Int,
    explanations: [CodeExplanation],
    engineVersion: String
  ) {
    self.diagnostics = Diagnostic.sorted(diagnostics)
    self.sources = sources
    self.ruleCount = ruleCount
    self.explanations = explanations
    self.engineVersion = engineVersion
  }

  /// How many of the diagnostics are errors.
  public var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// The report in a format; it ends with a line feed, unless there is nothing to say.
  public func formatted(as format: Format, language: Language = .th) -> String {
    switch format {
    case .text: text(language)
    case .json: json
    case .sarif: sarif(language)
    case .github: github(language)
    case .junit: junit(language)
    }
  }

  private func text(_ language: Language) -> String {
    let renderer = DiagnosticRenderer(language: language)
    let errors = errorCount
    let warnings = diagnostics.count - errors
    let summary =
      language == .th
      ? "เกณฑ์ตรวจ \(ruleCount) เกณฑ์ · ข้อผิดพลาด \(errors) · คำเตือน \(warnings)"
      : [
        EnglishCount.of(ruleCount, "rule"), EnglishCount.of(errors, "error"),
        EnglishCount.of(warnings, "warning"),
      ].joined(separator: " · ")
    return renderer.render(diagnostics, sources: sources) + summary + "\n"
  }

  private var json: String {
    var writer = JSONWriter()
    writer.object {
      $0.member("krong", "lint/1")
      $0.member("engine", engineVersion)
      $0.member("rules", ruleCount)
      $0.member("errors", errorCount)
      $0.member("warnings", diagnostics.count - errorCount)
      $0.member("diagnostics", diagnostics) { $0.diagnostic($1, mends: true) }
    }
    return writer.text + "\n"
  }

  private func github(_ language: Language) -> String {
    var lines = MachineLines(sources)
    var annotations = GitHubAnnotations()
    for diagnostic in diagnostics {
      annotations.add(diagnostic, language: language, &lines)
    }
    return annotations.text
  }
}

// MARK: - SARIF

extension DiagnosticReport {
  private func sarif(_ language: Language) -> String {
    var lines = MachineLines(sources)
    var log = SARIFLog(
      language: language,
      version: engineVersion,
      rules: codes(language),
      results: []
    )
    for diagnostic in diagnostics {
      log.results.append(
        SARIFLog.Result(
          rule: diagnostic.code.text,
          kind: .fail,
          level: SARIFLog.Level(diagnostic.severity),
          message: diagnostic.message[language],
          locations: [location(diagnostic.place, &lines)],
          related: related(diagnostic, language, &lines),
          remedy: diagnostic.help?[language],
          fixes: diagnostic.mends.map { fix($0, language, &lines) }
        )
      )
    }
    return log.text
  }

  private func fix(
    _ mend: Mend,
    _ language: Language,
    _ lines: inout MachineLines
  ) -> SARIFLog.Fix {
    SARIFLog.Fix(
      text: mend.title[language],
      file: mend.file,
      region: lines.region(mend.file, mend.span),
      replacement: mend.replacement
    )
  }

  /// Notes without a place of their own belong to the message's place.
  private func related(
    _ diagnostic: Diagnostic,
    _ language: Language,
    _ lines: inout MachineLines
  ) -> [SARIFLog.Related] {
    diagnostic.notes.map { note in
      SARIFLog.Related(
        text: note.text[language],
        location: location(note.place ?? diagnostic.place, &lines)
      )
    }
  }

  private func location(
    _ place: Diagnostic.Place,
    _ lines: inout MachineLines
  ) -> SARIFLog.Location {
    SARIFLog.Location(
      file: place.file,
      region: lines.region(place.file, place.position, length: place.length)
    )
  }

  private func codes(_ language: Language) -> [SARIFLog.Rule] {
    var rules: [SARIFLog.Rule] = []
    var known: Set<DiagnosticCode> = []
    let sorted = diagnostics.sorted { $0.code < $1.code }
    for diagnostic in sorted where known.insert(diagnostic.code).inserted {
      let explanation = explanations.first { $0.code == diagnostic.code }
      let title = explanation?.title[language] ?? diagnostic.code.text
      rules.append(
        SARIFLog.Rule(
          id: diagnostic.code.text,
          title: title,
          help: explanation?.text[language] ?? title,
          level: SARIFLog.Level(diagnostic.severity)
        )
      )
    }
    return rules
  }
}

// MARK: - JUnit

extension DiagnosticReport {
  /// One case for each file: met when nothing is wrong with it; warnings alone do not fail it.
  private func junit(_ language: Language) -> String {
    var files: [[UInt8]: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      files[Array(diagnostic.place.file.utf8), default: []].append(diagnostic)
    }
    var names = sources.map(\.name)
    var known = Set(names.map { Array($0.utf8) })
    for diagnostic in diagnostics where known.insert(Array(diagnostic.place.file.utf8)).inserted {
      names.append(diagnostic.place.file)
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let cases = names.map { name in
      JUnitDocument.Case(
        name: name,
        group: "krong.lint",
        outcome: outcome(files[Array(name.utf8)] ?? [], language)
      )
    }
    return JUnitDocument(suites: [JUnitDocument.Suite(name: "krong lint", cases: cases)]).text
  }

  private func outcome(_ found: [Diagnostic], _ language: Language) -> JUnitDocument.Outcome {
    guard let first = found.first(where: { $0.severity == .error }) else { return .passed }
    let text = DiagnosticRenderer(language: language).render(found, sources: sources)
    return .failed(type: first.code.text, message: first.message[language], text: text)
  }
}

extension JSONWriter {
  /// Writes a diagnostic; reports of submissions and of rule files have it alike, but for the mends, which
  /// are about rule files only.
  mutating func diagnostic(_ diagnostic: Diagnostic, mends: Bool = false) {
    object {
      $0.member("code", diagnostic.code.text)
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("message", diagnostic.message)
      $0.member("place") { $0.place(diagnostic.place) }
      $0.member("notes", diagnostic.notes) { writer, note in
        writer.object {
          $0.member("text", note.text)
          $0.key("place")
          if let place = note.place { $0.object { $0.place(place) } } else { $0.null() }
        }
      }
      $0.member("help", diagnostic.help)
      if mends { $0.member("mends", diagnostic.mends) { $0.mend($1) } }
    }
  }

  private mutating func mend(_ mend: Mend) {
    object {
      $0.member("certainty", mend.certainty.rawValue)
      $0.member("title", mend.title)
      $0.member("file", mend.file)
      $0.member("start", Int(mend.span.start))
      $0.member("end", Int(mend.span.end))
      $0.member("replacement", mend.replacement)
    }
  }

  private mutating func place(_ place: Diagnostic.Place) {
    member("file", place.file)
    member("line", place.position.map { Int($0.line) })
    member("column", place.position.map { Int($0.column) })
    member("length", Int(place.length))
  }
}
