import Foundation
import TestSupport
import Testing

/// The program with a cache of its own, over the rules of the project.
private struct CachedProgram {
  static let plan = "Examples/annual-action-plan/faults-submitted.yaml"
  static let transfer = "Examples/budget-transfer/faults-submitted.yaml"

  let folder: TemporaryFolder
  private var cache: String { folder.path("cache") }

  init() throws { folder = try TemporaryFolder() }

  /// Runs a program with this cache, from the root of the project.
  func run(_ program: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = Program.root
    var variables = ProcessInfo.processInfo.environment
    variables["KRONG_CACHE_DIR"] = cache
    process.environment = variables
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  func check(_ arguments: [String], input: String? = nil) throws -> Program.Run {
    try Program.run(
      ["check", "--as-of", "2026-09-15", "--format", "json"] + arguments,
      input: try input.map { try Data(contentsOf: Program.root.appendingPathComponent($0)) }
        ?? Data(),
      environment: ["KRONG_CACHE_DIR": cache]
    )
  }

  /// Checks without, and twice with the cache; the second time nothing is written to it.
  func expectSame(_ arguments: [String], input: String? = nil) throws {
    let plain = try check(arguments + ["--no-cache"], input: input)
    #expect(plain.status < 2, "\(plain.errors)")
    let first = try check(arguments, input: input)
    let before = try cacheFiles()
    let second = try check(arguments, input: input)
    for run in [first, second] {
      #expect(run.output.utf8.elementsEqual(plain.output.utf8))
      #expect(run.status == plain.status)
      #expect(run.errors == plain.errors)
    }
    #expect(try !before.isEmpty && cacheFiles() == before, "the rules were read anew")
  }

  /// The files of the cache with their numbers; a quick check leaves them as they are.
  func cacheFiles() throws -> [String: UInt64] {
    var found: [String: UInt64] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
      let facts = try FileManager.default.attributesOfItem(atPath: "\(cache)/\(name)")
      found[name] = (facts[.systemFileNumber] as? NSNumber)?.uint64Value
    }
    return found
  }
}

@Suite("The program with what is remembered of rules", .enabled(if: Program.path != nil))
struct RuleCacheProgramTests {
  @Test("Standard input is read once, also when the rules must be read after all")
  func standardInput() throws {
    let program = try CachedProgram()
    // Rules are remembered as compiled for plans only, so a transfer goes the long way once.
    _ = try program.check([CachedProgram.plan])
    try program.expectSame(["-"], input: CachedProgram.transfer)
  }

  @Test("A pipe that has a name is read once, also when the rules must be read after all")
  func pipe() throws {
    let program = try CachedProgram()
    _ = try program.check([CachedProgram.plan])
    let command = try #require(Program.path)
    func run(_ options: String) throws -> String {
      let arguments = "check <(cat '\(CachedProgram.transfer)') --as-of 2026-09-15 \(options)"
      let result = try program.run(
        URL(fileURLWithPath: "/bin/bash"),
        ["-c", "'\(command)' \(arguments)"]
      )
      #expect(result.status == 1)
      return result.output
    }
    let plain = try run("--no-cache")
    #expect(plain.contains("J03-CMP-007"))
    let before = try program.cacheFiles()
    #expect(try run("") == plain)
    #expect(try program.cacheFiles() != before)
    #expect(try run("") == plain)
  }

  @Test("Settings of the office and waivers count in a quick check")
  func settings() throws {
    let program = try CachedProgram()
    let waivers = try program.folder.write(
      "waivers.yaml",
      """
      krong: 1
      waivers:
        - rule: J03-CMP-003
          subject: btr-2569-022
          reason: สำนักงานรับทราบแล้ว
          approver: ศึกษาธิการจังหวัด
          from: 2026-05-01
          until: 2027-09-30
      """
    )
    let office = "Rules/offices/uthai-thani.yaml"
    try program.expectSame([CachedProgram.transfer, "--office", office, "--waivers", waivers])
  }

  @Test("Submissions of several kinds are checked together")
  func kinds() throws {
    let program = try CachedProgram()
    _ = try program.check([CachedProgram.plan])
    try program.expectSame([CachedProgram.transfer, CachedProgram.plan])
  }

  @Test("What another build of the program remembers is not believed")
  func otherProgram() throws {
    let program = try CachedProgram()
    let known = try program.check([CachedProgram.plan])
    let before = try program.cacheFiles()
    let copy = program.folder.url.appendingPathComponent("krong")
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: try #require(Program.path)),
      to: copy
    )
    let result = try program.run(
      copy,
      ["check", "--as-of", "2026-09-15", "--format", "json", CachedProgram.plan]
    )
    #expect(result.output == known.output)
    #expect(try program.cacheFiles() != before)
  }
}
