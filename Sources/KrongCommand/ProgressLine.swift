import Krong
internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One line on the terminal that says how far a long work is; gone again before anything else is printed.
///
/// Nothing is written in the first second, and to nothing but a terminal: scripts and logs never see it.
final class ProgressLine: Sendable {
  private struct State {
    var read = 0
    var judged = 0
    var isShown = false
    var lastShown: Int64
  }

  /// For how long a work says nothing, and how often the line changes, in milliseconds.
  private static let patience: Int64 = 1_000
  private static let interval: Int64 = 100

  private let language: Language
  private let start: Int64
  private let now: @Sendable () -> Int64
  private let write: @Sendable (String) -> Void
  private let state: Mutex<State>

  /// Makes a line; `now` gives milliseconds that only grow.
  init(
    language: Language,
    now: @escaping @Sendable () -> Int64,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.language = language
    self.now = now
    self.write = write
    start = now()
    state = Mutex(State(lastShown: start))
  }

  /// A line on standard error, when that is a terminal that can move its cursor.
  static func onTerminal(language: Language, isQuiet: Bool) -> ProgressLine? {
    guard !isQuiet, isatty(2) == 1, Console.variable("TERM") != "dumb" else { return nil }
    return ProgressLine(language: language, now: milliseconds) { _ = OutputFile.fill(2, $0) }
  }

  private static func milliseconds() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Counts a step, and shows it when it is time.
  func count(_ step: CheckProgress) {
    state.withLock { state in
      switch step {
      case .read: state.read += 1
      case .judged: state.judged += 1
      }
      show(text(step, state), &state)
    }
  }

  /// Says which file is being written.
  func writing(_ file: String) {
    let name = VisibleText.of(file)
    state.withLock { show(language == .th ? "กำลังเขียน \(name)" : "writing \(name)", &$0) }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      write("\r\u{1B}[K")
      state.isShown = false
    }
  }

  private func show(_ text: String, _ state: inout State) {
    let time = now()
    guard time - start >= Self.patience, time - state.lastShown >= Self.interval else { return }
    state.lastShown = time
    state.isShown = true
    write("\r\u{1B}[K" + text)
  }

  private func text(_ step: CheckProgress, _ state: State) -> String {
    switch step {
    case .read: language == .th ? "กำลังอ่าน \(state.read) แฟ้ม" : "reading: \(state.read) files"
    case .judged(let count):
      language == .th
        ? "กำลังตรวจ \(state.judged) จาก \(count) เรื่อง"
        : "checking: \(state.judged) of \(count) submissions"
    }
  }
}
