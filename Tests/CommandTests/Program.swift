import Foundation
import Testing

/// Runs the built `krong` as people do.
struct Program {
  /// What a run came to.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
    let seconds: Double
  }

  /// The program that `KRONG_PROGRAM` names, else the one beside the test bundle.
  ///
  /// A release build takes a fifth of the time, and is what people use.
  static let path: String? = {
    if let named = ProcessInfo.processInfo.environment["KRONG_PROGRAM"] { return named }
    let test = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
    var folders = [test.deletingLastPathComponent()]
    if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      folders.append(URL(fileURLWithPath: own).deletingLastPathComponent())
    }
    let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    folders.append(packageRoot.appendingPathComponent(".build/debug"))
    return folders.map { $0.appendingPathComponent("krong").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The root of the package, in which rules and examples lie.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the program and waits for its end.
  static func run(
    _ arguments: [String],
    input: Data = Data(),
    environment: [String: String] = [:],
    in folder: URL = root
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path, "krong was not built"))
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    // Of their own, so that tests neither see nor change what the user's programs remember.
    let temporary = FileManager.default.temporaryDirectory
    variables["KRONG_CACHE_DIR"] = temporary.appendingPathComponent("krong-tests-cache").path
    process.environment = variables.merging(environment) { _, new in new }
    // Files, because a pipe that nobody empties would stop a program that says much.
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("krong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
    try input.write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    let start = Date()
    try process.run()
    process.waitUntilExit()
    let seconds = Date().timeIntervalSince(start)
    #expect(process.terminationReason == .exit, "killed by signal \(process.terminationStatus)")
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      seconds: seconds
    )
  }
}

// MARK: - Programs that go on

extension Program {
  /// A program that runs until its input ends.
  struct Running {
    fileprivate let process: Process
    fileprivate let input: Pipe
    fileprivate let file: URL

    /// Waits until what was printed fits; false when it does not within half a minute.
    func output(until fits: (String) -> Bool) throws -> Bool {
      for _ in 0..<300 {
        if fits(String(decoding: try Data(contentsOf: file), as: UTF8.self)) { return true }
        Thread.sleep(forTimeInterval: 0.1)
      }
      return false
    }

    /// Ends its input and waits for it; gives its exit code.
    func end() -> Int32 {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
      try? FileManager.default.removeItem(at: file)
      return process.terminationStatus
    }
  }

  /// Starts the program with an input that stays open.
  static func start(_ arguments: [String]) throws -> Running {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path, "krong was not built"))
    process.arguments = arguments
    process.currentDirectoryURL = root
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("krong-\(UUID().uuidString)")
    try Data().write(to: file)
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    return Running(process: process, input: input, file: file)
  }
}
