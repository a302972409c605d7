import CEventLoop
import DocumentArena
import DocumentReading
import SourceText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reading a plan into the arena against libyaml's bare event loop in C on the same bytes.
///
/// Both run in turn in one process, so that a busy machine disturbs both alike; times are processor
/// time, medians are compared.
struct ReadingBenchmark {
  let source: SourceFile
  let rounds: Int

  /// Runs and returns the report.
  func run() -> String {
    var bare: [Double] = []
    var ours: [Double] = []
    var nodes = 0
    for round in 0...rounds {
      let started = Self.processorTime()
      let events = unsafe source.bytes.withUnsafeBufferPointer {
        unsafe krong_event_loop($0.baseAddress, $0.count)
      }
      let between = Self.processorTime()
      guard let documents = try? YAMLReader.read(source), events > 0 else {
        return "the plan cannot be read\n"
      }
      let ended = Self.processorTime()
      nodes = documents.reduce(0) { $0 + $1.nodes.count }
      // The first round warms up.
      guard round > 0 else { continue }
      bare.append(between - started)
      ours.append(ended - between)
    }
    var ratios: [Double] = []
    for (ours, bare) in zip(ours, bare) { ratios.append(ours / bare) }
    return """
      bytes                 \(source.bytes.count)
      nodes                 \(nodes)
      rounds                \(rounds)
      C event loop, median  \(Self.milliseconds(Self.median(bare))) ms
      reader, median        \(Self.milliseconds(Self.median(ours))) ms
      ratio of medians      \(Self.thousandths(Self.median(ours) / Self.median(bare)))
      median of ratios      \(Self.thousandths(Self.median(ratios)))
      ratio of least times  \(Self.thousandths((ours.min() ?? 0) / (bare.min() ?? 1)))

      """
  }

  private static func processorTime() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  private static func milliseconds(_ seconds: Double) -> String { "\((seconds * 1000).rounded())" }

  private static func thousandths(_ value: Double) -> String {
    "\((value * 1000).rounded() / 1000)"
  }
}
