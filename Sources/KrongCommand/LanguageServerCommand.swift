import ArgumentParser
import Krong
import LanguageServer

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `krong lsp`: the server for editors, over standard input and output.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "ช่วยโปรแกรมแก้ไขข้อความขณะเขียนเกณฑ์ (language server for editors)",
    discussion: "Editors start it and talk to it by the Language Server Protocol 3.17."
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "ใช้ช่องทางมาตรฐาน ซึ่งเป็นช่องทางเดียว (use standard input and output, as always)")
  var stdio = false

  func run() throws {
    var options = ServerOptions(
      language: common.lang,
      rulesFolder: common.rules.map(Self.absolute),
      today: Today.inThailand(),
      version: KrongVersion.text
    )
    options.otherRulesFolder = (try? RulesFolder.find(nil)).map(Self.absolute)
    if let cache = CacheFolder.find() {
      let folder = "\(cache)/pages-\(KrongVersion.text)"
      options.pages = { code, language in CodePage.file(of: code, language, in: folder) }
    }
    let code = Self.serve(LanguageServer(options))
    guard code == 0 else { throw CommandStop(status: .couldNotRun) }
  }

  /// Moves bytes until the client says farewell or is gone.
  private static func serve(_ server: LanguageServer) -> Int32 {
    var server = server
    while true {
      let now = Self.milliseconds
      let wait = server.hasWork ? 0 : server.due(at: now).map { Int32(clamping: $0) } ?? -1
      switch StandardInput.bytes(waiting: wait) {
      case .bytes(let bytes): server.receive(bytes)
      case .nothing: break
      case .end: if !server.hasWork { server.endOfInput() }
      }
      server.step(at: Self.milliseconds)
      let output = server.takeOutput()
      guard output.isEmpty || OutputFile.fill(1, output) == 0 else { return 1 }
      if let code = server.exitCode { return code }
    }
  }

  /// A clock that nobody sets.
  private static var milliseconds: Int64 {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func absolute(_ path: String) -> String {
    guard let full = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(full) }
    return unsafe String(cString: full)
  }
}
