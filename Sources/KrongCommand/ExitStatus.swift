/// The exit codes of all commands.
enum ExitStatus: Int32 {
  /// Nothing at or above the fail level.
  case ok = 0
  /// Findings at or above the fail level, a score below the least, or an example that fails.
  case findings = 1
  /// Could not run: usage, an input or rules that cannot be used, an output that cannot be written.
  case couldNotRun = 2
  /// No rule applied to a submission, so nothing was checked.
  case nothingChecked = 3
  /// A fault of the program.
  case internalError = 4
}

/// Ends a command with an exit code other than 0; everything has been said already.
struct CommandStop: Error {
  let status: ExitStatus

  /// Throws unless the status is ``ExitStatus/ok``.
  static func unlessOK(_ status: ExitStatus) throws {
    if status != .ok { throw CommandStop(status: status) }
  }
}
