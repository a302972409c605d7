import Foundation
import Krong
import SeededNumbers
import TestSupport
import Testing

/// A copy of the rules of the project, long enough at rest to be remembered, and a cache of its own.
private struct RuleTree {
  static let examples = SharedData.packageRoot.appendingPathComponent("Examples").path
  static let plan = "\(examples)/annual-action-plan/faults-submitted.yaml"
  /// A rule that no annual action plan needs.
  static let idleRule = "Rules/procedure/J03-PRC-001.yaml"

  let folder: TemporaryFolder
  var rules: String { folder.path("Rules") }
  var cache: String { folder.path("cache/krong") }

  init() async throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: SharedData.packageRoot.appendingPathComponent("Rules"),
      to: folder.url.appendingPathComponent("Rules")
    )
    try await settle()
  }

  /// Waits until changes show in the times of files.
  func settle() async throws { try await Task.sleep(for: .seconds(2.2)) }

  func check(
    _ paths: [String] = [plan],
    options: Workspace.Options = Workspace.Options(),
    stage: String? = nil,
    table: Bool = false,
    cached: Bool = true
  ) throws -> Check {
    let date = try #require(Marked.date("2026-09-15"))
    return try Workspace.check(
      paths,
      rules: rules,
      options: options,
      checkOptions: CheckOptions(asOf: date, stage: stage, makesAlignmentTable: table),
      cache: cached ? cache : nil
    )
  }

  /// The report with the alignment table.
  func table(_ options: Workspace.Options, cached: Bool = true) throws -> String {
    try check(options: options, stage: "draft", table: true, cached: cached).report
      .formatted(as: .json)
  }

  func report(_ paths: [String] = [plan], cached: Bool = true) throws -> String {
    let report = try check(paths, cached: cached).report
    return report.formatted(as: .json, options: ReportOptions(language: .th))
      + report.formatted(as: .text, options: ReportOptions(language: .th))
  }

  /// The errors of a check; empty when it is done.
  func errors(cached: Bool = true) -> [Diagnostic] {
    do throws(any Error) {
      _ = try check(cached: cached)
      return []
    } catch {
      return (error as? DiagnosticError)?.diagnostics ?? []
    }
  }

  /// The files of the cache with their numbers; a quick check leaves them as they are.
  func cacheFiles() throws -> [String: UInt64] {
    guard FileManager.default.fileExists(atPath: cache) else { return [:] }
    var found: [String: UInt64] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
      let facts = try FileManager.default.attributesOfItem(atPath: "\(cache)/\(name)")
      found[name] = (facts[.systemFileNumber] as? NSNumber)?.uint64Value
    }
    return found
  }

  func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appendingPathComponent(file)))
  }
}

@Suite("What is remembered of rules changes no result")
struct RuleCacheTests {
  @Test("The report is the same without a cache, when it is made, and when it is used")
  func sameBytes() async throws {
    let tree = try await RuleTree()
    let examples = try FileManager.default.subpathsOfDirectory(atPath: RuleTree.examples)
      .filter { $0.hasSuffix(".yaml") && !$0.contains("expected") }.sorted()
      .map { "\(RuleTree.examples)/\($0)" }
    #expect(!examples.isEmpty)
    for example in examples {
      let plain = try tree.report([example], cached: false)
      _ = try tree.report([example])
      let before = try tree.cacheFiles()
      let quick = try tree.report([example])
      #expect(plain.utf8.elementsEqual(quick.utf8), "\(example)")
      #expect(try !before.isEmpty && tree.cacheFiles() == before, "\(example) was read anew")
    }
  }

  @Test("A rule that no submission needs is refused, also when it is broken between two checks")
  func brokenBetween() async throws {
    let tree = try await RuleTree()
    _ = try tree.report()
    #expect(try tree.cacheFiles().count == 1)
    let sound = try tree.bytes(RuleTree.idleRule)
    let broken = String(decoding: sound, as: UTF8.self)
      .replacingOccurrences(of: "severity:", with: "severitx:")
    try tree.folder.write(RuleTree.idleRule, broken)
    let expected = tree.errors(cached: false)
    #expect(!expected.isEmpty)
    #expect(tree.errors() == expected)
    // Once more: what was wrong may not have been remembered as sound.
    try await tree.settle()
    #expect(tree.errors() == expected)
    try tree.folder.write(RuleTree.idleRule, sound)
    #expect(tree.errors().isEmpty)
  }

  @Test("A file that was changed with its size and its time as they were is read anew")
  func sameSizeAndTime() async throws {
    let tree = try await RuleTree()
    let path = tree.folder.path(RuleTree.idleRule)
    let sound = try tree.bytes(RuleTree.idleRule)
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    _ = try tree.report()
    let broken = String(decoding: sound, as: UTF8.self)
      .replacingOccurrences(of: "weight:", with: "weighx:")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data(broken.utf8))
    try file.close()
    let date = try #require(time as? Date)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    #expect(!tree.errors().isEmpty)
  }

  @Test(
    "A change of a kind, a catalogue or the parameters is seen",
    arguments: [
      ("Rules/kinds/meeting-record.yaml", "kind: meeting-record", "kind: meeting-rexord"),
      ("Rules/catalogues/parties.yaml", "catalogue: parties", "catalogux: parties"),
      ("Rules/parameters.yaml", "shared_params:", "shared_paramx:"),
    ]
  )
  func context(_ file: String, _ old: String, _ new: String) async throws {
    let tree = try await RuleTree()
    _ = try tree.report()
    let text = String(decoding: try tree.bytes(file), as: UTF8.self)
    #expect(text.contains(old))
    try tree.folder.write(file, text.replacingOccurrences(of: old, with: new))
    let expected = tree.errors(cached: false)
    #expect(!expected.isEmpty)
    #expect(tree.errors() == expected)
  }

  @Test(
    "Alignment table and optional rules are the same with what is remembered as without",
    arguments: [[], ["FWK"]],
    [false, true]
  )
  func tables(_ selected: [String], ofOffice: Bool) async throws {
    let tree = try await RuleTree()
    var options = Workspace.Options(selected: selected)
    if ofOffice {
      let office =
        "krong: 1\noffice: o\nname: {th: ก, en: a}\nprovince: อุทัยธานี\n"
        + "frameworks: [plans/uthai-thani-province.yaml]\n"
        + "plan_editions: {provincial-plan: [{id: ก, from: 2561, until: 2565}]}\n"
      options.office = try tree.folder.write("Rules/offices/o.yaml", office)
    }
    _ = try tree.report()
    let plain = try tree.table(options, cached: false)
    _ = try tree.table(options)
    let quick = try tree.table(options)
    #expect(plain.utf8.elementsEqual(quick.utf8))
    #expect(plain.contains("\"alignment\": {"))
    #expect(plain.contains("\"FWK-ALN-001\"") == !selected.isEmpty)
    #expect(plain.contains("uthai-thani-province") == ofOffice)
    #expect(try tree.report() == tree.report(cached: false))
  }

  @Test("The items of plans are read anew each time, and what is wrong with them is told")
  func frameworks() async throws {
    let tree = try await RuleTree()
    let file = "Rules/catalogues/frameworks/national-education-plan.yaml"
    let before = try tree.table(Workspace.Options())
    let text = String(decoding: try tree.bytes(file), as: UTF8.self)
    let name = "การพัฒนาศักยภาพคนทุกช่วงวัย"
    #expect(text.contains(name))
    try tree.folder.write(file, text.replacingOccurrences(of: name, with: name + "ใหม่"))
    let after = try tree.table(Workspace.Options())
    #expect(after != before)
    #expect(try after == tree.table(Workspace.Options(), cached: false))
    try tree.folder.write(file, text.replacingOccurrences(of: "items:", with: "itemx:"))
    #expect(throws: DiagnosticError.self) { _ = try tree.table(Workspace.Options()) }
    // Nothing of it concerns a check that does not ask for items.
    #expect(tree.errors().isEmpty)
  }

  @Test("A rule that is added, or taken away, is seen")
  func filesComeAndGo() async throws {
    let tree = try await RuleTree()
    let whole = try tree.report()
    let rule = try tree.bytes(RuleTree.idleRule)
    try FileManager.default.removeItem(atPath: tree.folder.path(RuleTree.idleRule))
    #expect(try tree.report() == tree.report(cached: false))
    #expect(try tree.report() != whole)
    try tree.folder.write("Rules/procedure/copy/J03-PRC-001.yaml", rule)
    try tree.folder.write(RuleTree.idleRule, rule)
    #expect(tree.errors() == tree.errors(cached: false))
    #expect(!tree.errors().isEmpty)
  }

  @Test("A damaged file, and one of another program, is as if it were not there")
  func damage() async throws {
    let tree = try await RuleTree()
    let expected = try tree.report()
    let name = try #require(try tree.cacheFiles().keys.first)
    let sound = try tree.bytes("cache/krong/\(name)")
    var random = SeededGenerator(seed: 7)
    // The first bytes hold format, version and program; then comes the index, then the documents.
    var variants = [0, 40, sound.count - 1].map { Array(sound[..<$0]) }
    variants += [0, 30, 60, 90].map { flip(sound, at: $0) }
    variants += (0..<4).map { _ in flip(sound, at: random.below(sound.count)) }
    variants.append(Array("something else".utf8))
    for variant in variants {
      try tree.folder.write("cache/krong/\(name)", variant)
      #expect(try tree.report() == expected)
    }
  }

  private func flip(_ bytes: [UInt8], at index: Int) -> [UInt8] {
    var bytes = bytes
    bytes[index] ^= 0x5A
    return bytes
  }

  @Test("A file that others may write is not believed")
  func foreign() async throws {
    let tree = try await RuleTree()
    let expected = try tree.report()
    let before = try tree.cacheFiles()
    let name = try #require(before.keys.first)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666],
      ofItemAtPath: "\(tree.cache)/\(name)"
    )
    #expect(try tree.report() == expected)
    #expect(try tree.cacheFiles() != before)
  }

  @Test(
    "Without a folder that can be written to everything works",
    arguments: ["/dev/null/x", "/proc/x"]
  )
  func unwritable(_ cache: String) async throws {
    let tree = try await RuleTree()
    let date = try #require(Marked.date("2026-09-15"))
    let check = try Workspace.check(
      [RuleTree.plan],
      rules: tree.rules,
      checkOptions: CheckOptions(asOf: date),
      cache: cache
    )
    #expect(check.report.submissions.count == 1)
  }

  @Test("Rules that were changed a moment ago are not remembered yet")
  func fresh() async throws {
    let tree = try await RuleTree()
    try tree.folder.write(RuleTree.idleRule, try tree.bytes(RuleTree.idleRule))
    _ = try tree.report()
    #expect(try tree.cacheFiles().isEmpty)
    try await tree.settle()
    _ = try tree.report()
    #expect(try tree.cacheFiles().count == 1)
  }

  @Test("Several checks at once agree, and leave one sound file")
  func atOnce() async throws {
    let tree = try await RuleTree()
    let expected = try tree.report(cached: false)
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { try tree.report() } }
      for try await report in group { #expect(report == expected) }
    }
    let before = try tree.cacheFiles()
    #expect(before.count == 1)
    #expect(try tree.report() == expected)
    #expect(try tree.cacheFiles() == before)
  }
}
