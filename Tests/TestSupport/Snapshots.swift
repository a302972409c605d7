// The static standard library comes without Swift Testing; a build of all targets with it leaves this out.
#if canImport(Testing)
import Foundation
public import Testing

/// Compares a text with a file beside the test, `Snapshots/<name>`.
///
/// Never repairs itself: a missing or different file fails. With `RECORD_SNAPSHOTS` in the environment
/// the file is written, and the test fails as well, saying so.
public func expectSnapshot(
  _ actual: String,
  _ name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(actual.utf8).write(to: file)
    Issue.record(
      "recorded \(name); run again without RECORD_SNAPSHOTS",
      sourceLocation: sourceLocation
    )
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record("there is no snapshot \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard !actual.utf8.elementsEqual(expected.utf8) else { return }
  Issue.record(
    "\(name) differs\n\(firstDifference(expected, actual))\n--- actual\n\(actual)",
    sourceLocation: sourceLocation
  )
}

private func firstDifference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for (number, pair) in zip(old, new).enumerated() where !pair.0.utf8.elementsEqual(pair.1.utf8) {
    return "line \(number + 1)\n- \(pair.0)\n+ \(pair.1)"
  }
  return "one is the beginning of the other: \(old.count) lines expected, \(new.count) actual"
}
#endif
