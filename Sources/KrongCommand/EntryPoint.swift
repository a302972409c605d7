// KrongCommand is the command `krong`: it reads options, asks the library, prints and sets the exit
// code. Everything that it can do, a program can do through `import Krong`.

import ArgumentParser
import CHeap
import Krong

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The command.
public enum EntryPoint {
  /// Reads the arguments of the process, does what they ask for and ends the process.
  public static func main() -> Never {
    krong_heap_prefer_large_pages()
    // A reader that went away, such as `head`, is told by the result of writing.
    _ = signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    do {
      if let request = PlainArguments.check(arguments) { try request.run() }
      var command = try RootCommand.parseAsRoot(arguments)
      try command.run()
      return .ok
    } catch let stop as CommandStop {
      return stop.status
    } catch let error as DiagnosticError {
      let console = Console(language: language(in: arguments))
      console.printDiagnostics(error.diagnostics)
      return .couldNotRun
    } catch {
      return told(error, arguments)
    }
  }

  /// Help, version and usage errors, in the words of the argument parser.
  private static func told(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    let console = Console(language: language(in: arguments))
    let text = RootCommand.fullMessage(for: error) + "\n"
    switch RootCommand.exitCode(for: error) {
    case .success: return console.print(text) ? .ok : .couldNotRun
    case .validationFailure:
      console.printError(console.words.invalidCommand + "\n" + text)
      return .couldNotRun
    default:
      console.printError(console.words.internalError + "\n" + text)
      return .internalError
    }
  }

  /// The language asked for, when the options could not be read.
  private static func language(in arguments: [String]) -> Language {
    let asks = arguments.contains("--lang=en")
    let pairs = zip(arguments, arguments.dropFirst())
    return asks || pairs.contains { $0 == "--lang" && $1 == "en" } ? .en : .th
  }
}
