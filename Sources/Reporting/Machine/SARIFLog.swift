import Diagnostics

/// A SARIF log with one run (Static Analysis Results Interchange Format 2.1.0, OASIS).
///
/// Holds what our reports have; the names are those of the specification, whose sections are cited.
struct SARIFLog {
  /// What a result came to (§3.27.9); all but ``fail`` have the level `none` (§3.27.10).
  enum Kind: String {
    case fail
    case pass
    case open
    case review
    case notApplicable
  }

  /// How bad a failure is (§3.27.10).
  enum Level: String {
    case error
    case warning
    case note
  }

  /// A rule, or a code of a diagnostic (§3.49).
  struct Rule {
    var id: String
    var title: String
    var help: String
    var level: Level
    var tags: [String] = []
    var clauses: [String] = []
    var weight: Int?
  }

  /// A place (§3.28): a file, a region where there is one, and a path inside the document.
  struct Location {
    var file: String
    var region: MachineRegion?
    var path: String?
    var label: String?
  }

  /// Another place that has to do with a result (§3.27.22).
  struct Related {
    var text: String
    var location: Location
  }

  /// One result (§3.27).
  struct Result {
    var rule: String
    var kind: Kind
    var level: Level
    var message: String
    var locations: [Location]
    var related: [Related] = []
    var fingerprint: String?
    /// The reason of a waiver, which suppresses the result (§3.35).
    var justification: String?
    var remedy: String?
    var fixes: [Fix] = []
  }

  /// An edit that would mend a result (§3.55): one replacement in one file.
  struct Fix {
    var text: String
    var file: String
    /// Nil when the text of the file is not at hand; the fix is left out then.
    var region: MachineSpan?
    var replacement: String
  }

  /// Something about the run itself (§3.58): an input that could not be read, a rule in error.
  struct Notification {
    var id: String
    var level: Level
    var message: String
    var location: Location?
  }

  /// A file with the digest of its bytes (§3.24).
  struct Artifact {
    var file: String
    var sha256: String?
  }

  var language: Language
  var version: String
  var rules: [Rule]
  var results: [Result]
  var notifications: [Notification] = []
  var artifacts: [Artifact] = []
}

// MARK: - Writing

extension SARIFLog {
  /// The log as JSON; it ends with a line feed.
  var text: String {
    var writer = JSONWriter()
    writer.object {
      $0.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      $0.member("version", "2.1.0")
      $0.member("runs", [self]) { writer, log in writer.object { log.writeRun(&$0) } }
    }
    return writer.text + "\n"
  }

  private func writeRun(_ writer: inout JSONWriter) {
    writer.member("tool") { $0.member("driver") { writeDriver(&$0) } }
    writer.member("language", language.rawValue)
    writer.member("columnKind", "utf16CodeUnits")
    writer.member("invocations", [notifications]) { writer, notifications in
      writer.object {
        $0.member("executionSuccessful", !notifications.contains { $0.level == .error })
        $0.member("toolExecutionNotifications", notifications) { write($1, &$0) }
      }
    }
    writer.member("artifacts", artifacts) { writer, artifact in
      writer.object {
        $0.member("location") { $0.member("uri", ArtifactAddress.of(artifact.file)) }
        if let digest = artifact.sha256 {
          $0.member("hashes") { $0.member("sha-256", digest) }
        }
      }
    }
    let numbers = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    writer.member("results", results) { write($1, numbers, &$0) }
  }

  private func writeDriver(_ writer: inout JSONWriter) {
    writer.member("name", "Krong")
    writer.member("version", version)
    writer.member("semanticVersion", version)
    writer.member("rules", rules) { writer, rule in
      writer.object {
        $0.member("id", rule.id)
        $0.member("shortDescription") { $0.member("text", rule.title) }
        $0.member("help") { $0.member("text", rule.help) }
        $0.member("defaultConfiguration") { $0.member("level", rule.level.rawValue) }
        $0.member("properties") {
          $0.member("tags", rule.tags)
          if !rule.clauses.isEmpty { $0.member("clauses", rule.clauses) }
          if let weight = rule.weight { $0.member("weight", weight) }
        }
      }
    }
  }

  private func write(_ result: Result, _ rules: [String: Int], _ writer: inout JSONWriter) {
    writer.object {
      $0.member("ruleId", result.rule)
      if let number = rules[result.rule] { $0.member("ruleIndex", number) }
      $0.member("kind", result.kind.rawValue)
      $0.member("level", result.kind == .fail ? result.level.rawValue : "none")
      $0.member("message") { $0.member("text", result.message) }
      $0.member("locations", result.locations) { writer, location in
        writer.object { write(location, &$0) }
      }
      if !result.related.isEmpty {
        $0.member("relatedLocations", result.related.enumerated()) { writer, entry in
          writer.object {
            $0.member("id", entry.offset + 1)
            write(entry.element.location, &$0)
            $0.member("message") { $0.member("text", entry.element.text) }
          }
        }
      }
      if let fingerprint = result.fingerprint {
        $0.member("partialFingerprints") { $0.member("krongFinding/v1", fingerprint) }
      }
      if let justification = result.justification {
        $0.member("suppressions", [justification]) { writer, text in
          writer.object {
            $0.member("kind", "external")
            $0.member("status", "accepted")
            $0.member("justification", text)
          }
        }
      }
      let fixes = result.fixes.filter { $0.region != nil }
      if !fixes.isEmpty {
        $0.member("fixes", fixes) { writer, fix in writer.object { write(fix, &$0) } }
      }
      if let remedy = result.remedy {
        $0.member("properties") { $0.member("remedy", remedy) }
      }
    }
  }

  private func write(_ fix: Fix, _ writer: inout JSONWriter) {
    guard let region = fix.region else { return }
    writer.member("description") { $0.member("text", fix.text) }
    writer.member("artifactChanges", [fix]) { writer, fix in
      writer.object {
        $0.member("artifactLocation") { $0.member("uri", ArtifactAddress.of(fix.file)) }
        $0.member("replacements", [fix]) { writer, fix in
          writer.object {
            $0.member("deletedRegion") {
              $0.member("startLine", region.line)
              $0.member("startColumn", region.column)
              $0.member("endLine", region.endLine)
              $0.member("endColumn", region.endColumn)
            }
            $0.member("insertedContent") { $0.member("text", fix.replacement) }
          }
        }
      }
    }
  }

  private func write(_ notification: Notification, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("descriptor") { $0.member("id", notification.id) }
      $0.member("level", notification.level.rawValue)
      $0.member("message") { $0.member("text", notification.message) }
      if let location = notification.location {
        $0.member("locations", [location]) { writer, location in
          writer.object { write(location, &$0) }
        }
      }
    }
  }

  private func write(_ location: Location, _ writer: inout JSONWriter) {
    writer.member("physicalLocation") {
      $0.member("artifactLocation") { $0.member("uri", ArtifactAddress.of(location.file)) }
      if let region = location.region {
        $0.member("region") {
          $0.member("startLine", region.line)
          $0.member("startColumn", region.column)
          $0.member("endColumn", region.endColumn)
        }
      }
    }
    guard let path = location.path, !path.isEmpty else { return }
    writer.member("logicalLocations", [path]) { writer, path in
      writer.object {
        $0.member("fullyQualifiedName", path)
        $0.member("kind", "member")
        if let label = location.label { $0.member("decoratedName", label) }
      }
    }
  }
}

extension SARIFLog.Level {
  init(_ severity: Diagnostic.Severity) {
    self = severity == .error ? .error : .warning
  }
}
