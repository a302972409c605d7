public import Diagnostics
import DocumentReading
public import PlanValues
public import SourceText

/// A file with its certain mends put in.
public struct MendedFile: Sendable {
  /// The file as it was read.
  public let source: SourceFile

  /// Its bytes with the mends.
  public let bytes: [UInt8]

  /// How many mends were put in.
  public let count: Int

  /// What changes, as `diff -u` shows it.
  public var diff: String { UnifiedDiff.text(source.bytes, bytes, file: source.name, around: 3) }
}

/// What came of mending what is certain.
public struct MendResult: Sendable {
  /// The files that change, by name.
  public let files: [MendedFile]

  /// What was found before anything was mended.
  public let before: LintResult

  /// What is left.
  public let after: LintResult
}

extension Workspace {
  /// Looks at rule files and mends what is certain; writes nothing.
  ///
  /// One mistake often hides the next, so the files are looked at again until nothing certain is left. Mends
  /// after which more would be wrong than before are given up.
  ///
  /// - Parameters: As those of ``lint(_:rulePaths:office:asOf:atHand:)``.
  /// - Returns: The files that change, and what is found before and after.
  /// - Throws: Only when the folder itself is none of rules.
  public static func mend(
    _ folder: String,
    rulePaths: [String]? = nil,
    office: String? = nil,
    asOf: CalendarDate = Today.inThailand()
  ) throws(DiagnosticError) -> MendResult {
    let before = try lint(folder, rulePaths: rulePaths, office: office, asOf: asOf)
    var result = before
    var mended: [MendedFile] = []
    for _ in 0..<mostRounds {
      let next = round(result, mended)
      guard !next.isEmpty else { break }
      let all = merged(mended, next)
      let sources = all.map { SourceFile(name: $0.source.name, bytes: $0.bytes) }
      let again = try lint(
        folder,
        rulePaths: rulePaths,
        office: office,
        asOf: asOf,
        atHand: sources
      )
      let isWorse = again.ruleCount < result.ruleCount
      guard !isWorse else { break }
      mended = all
      result = again
    }
    return MendResult(files: mended, before: before, after: result)
  }

  private static let mostRounds = 10

  /// Writes mended files, each as a whole or not at all.
  ///
  /// - Throws: When a file is no longer what was looked at, or cannot be written; those before it stay.
  public static func write(_ files: [MendedFile]) throws(DiagnosticError) {
    for file in files {
      let now = try FileReader.read(file.source.name)
      guard now.bytes == file.source.bytes else { throw changed(file.source.name) }
      try OutputFile.write(file.bytes, to: file.source.name)
    }
  }

  /// The files of one round of mends.
  private static func round(_ result: LintResult, _ mended: [MendedFile]) -> [MendedFile] {
    var mends: [[UInt8]: [Mend]] = [:]
    for diagnostic in result.diagnostics {
      guard let mend = diagnostic.mends.first(where: { $0.certainty == .certain }) else { continue }
      mends[Array(mend.file.utf8), default: []].append(mend)
    }
    let files = result.sources.compactMap { source -> MendedFile? in
      guard source.bytes == source.utf8Bytes, let own = mends[Array(source.name.utf8)] else {
        return nil
      }
      return Mending.applied(own, to: source)
    }
    return files.sorted { $0.source.name.utf8.lexicographicallyPrecedes($1.source.name.utf8) }
  }

  /// The files with the mends of all rounds, against what is on disk.
  private static func merged(_ old: [MendedFile], _ new: [MendedFile]) -> [MendedFile] {
    var files = old
    for file in new {
      let index = files.firstIndex { $0.source.name.utf8.elementsEqual(file.source.name.utf8) }
      if let index {
        files[index] = MendedFile(
          source: files[index].source,
          bytes: file.bytes,
          count: files[index].count + file.count
        )
      } else {
        files.append(file)
      }
    }
    return files.sorted { $0.source.name.utf8.lexicographicallyPrecedes($1.source.name.utf8) }
  }

  private static func changed(_ name: String) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .fileChanged,
        .error,
        LocalizedText(
          th: "แฟ้มเปลี่ยนไประหว่างตรวจ จึงไม่ได้แก้ไข",
          en: "the file was changed while it was looked at, so it was not mended"
        ),
        at: Diagnostic.Place(file: name, position: nil),
        help: LocalizedText(th: "สั่งอีกครั้ง", en: "run the command again")
      )
    ])
  }
}

/// Puts mends into the bytes of a file.
public enum Mending {
  /// The file with mends put in; nil when none changes anything.
  ///
  /// Of two that overlap the first counts.
  public static func applied(_ mends: [Mend], to source: SourceFile) -> MendedFile? {
    let bytes = source.utf8Bytes
    var ordered = mends
    ordered.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    var result: [UInt8] = []
    var position = 0
    var count = 0
    for mend in ordered {
      let start = Int(mend.span.start)
      let end = Int(mend.span.end)
      guard start >= position, end <= bytes.count, count == 0 || start > position || start < end
      else { continue }
      guard !bytes[start..<end].elementsEqual(mend.replacement.utf8) else { continue }
      result += bytes[position..<start]
      result += mend.replacement.utf8
      position = end
      count += 1
    }
    guard count > 0 else { return nil }
    result += bytes[position...]
    return MendedFile(source: source, bytes: result, count: count)
  }
}
