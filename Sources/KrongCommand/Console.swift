import Krong

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The terminal, or the files and pipes that stand for it.
struct Console {
  let language: Language

  var words: CommandWords { CommandWords(language: language) }

  /// Whether standard output takes colours: a terminal, and nobody asked for none.
  ///
  /// `NO_COLOR` counts when it is set to anything but the empty text (https://no-color.org).
  static func takesColor(noColor: Bool) -> Bool {
    guard !noColor, isatty(1) == 1 else { return false }
    if let value = variable("NO_COLOR"), !value.isEmpty { return false }
    return variable("TERM") != "dumb"
  }

  /// Stops before a file that is no text is put on a terminal.
  static func check(_ format: OutputFormat) throws {
    guard isatty(1) == 1, let problem = format.terminalProblem else { return }
    throw DiagnosticError([problem])
  }

  /// The value of an environment variable.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The folder of the programs that read PDF files, where it is not one of the usual ones.
  static var programFolders: [String]? {
    variable("KRONG_PROGRAMS").flatMap { $0.isEmpty ? nil : [$0] }
  }

  /// Writes to standard output; false when it could not be written for a reason worth telling.
  ///
  /// A reader that has gone away is no reason: the result stands, and the exit code says it.
  func print(_ text: String) -> Bool { isPrinted(OutputFile.fill(1, text)) }

  /// Writes bytes to standard output in the same way.
  func print(_ bytes: [UInt8]) -> Bool { isPrinted(OutputFile.fill(1, bytes)) }

  private func isPrinted(_ number: Int32) -> Bool {
    guard number != 0, number != EPIPE else { return true }
    let cause = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "\(number)"
    printError("\(words.cannotPrint) (\(cause))\n")
    return false
  }

  /// Writes to standard error.
  func printError(_ text: String) {
    _ = OutputFile.fill(2, text)
  }

  /// Writes diagnostics to standard error, with the lines they are about.
  func printDiagnostics(_ diagnostics: [Diagnostic], sources: [SourceFile] = []) {
    guard !diagnostics.isEmpty else { return }
    let renderer = DiagnosticRenderer(language: language)
    let sources = DiagnosticSources.find(for: diagnostics, known: sources)
    printError(renderer.render(diagnostics, sources: sources))
  }
}
