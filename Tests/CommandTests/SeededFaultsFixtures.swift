import Foundation
import Krong
import TestSupport

/// Fixtures and folders that the tests of the whole way share.
enum CommandFixture {
  /// The rules of the project, read once.
  static let workspace: Result<Workspace, any Error> = Result {
    try Workspace.load(SharedData.packageRoot.appendingPathComponent("Rules").path)
  }

  /// A table of this folder's `Fixtures`; empty, which a test reports, when it cannot be read.
  static func decode<Row: Decodable>(_ name: String) -> [Row] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name)")
    do {
      return try JSONDecoder().decode([Row].self, from: Data(contentsOf: url))
    } catch {
      print("\(name): \(error)")
      return []
    }
  }
}

/// Texts with a mark at the place that is meant.
enum Marked {
  static let sign: Unicode.Scalar = "▲"

  /// A day written yyyy-mm-dd.
  static func date(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
  }

  /// A file of the project.
  static func original(_ path: String) throws -> String {
    try String(contentsOf: SharedData.packageRoot.appendingPathComponent(path), encoding: .utf8)
  }

  /// A text with one part replaced; nil when the part does not stand there exactly once.
  static func replacing(_ old: String, by new: String, in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let part = Array(old.unicodeScalars)
    let starts = starts(of: part, in: scalars)
    guard let start = starts.first, starts.count == 1 else { return nil }
    var result = String.UnicodeScalarView(scalars[..<start])
    result.append(contentsOf: new.unicodeScalars)
    result.append(contentsOf: scalars[(start + part.count)...])
    return String(result)
  }

  /// Line and column, in scalars from 1, of the mark; nil when the text around it does not stand there
  /// exactly once.
  static func place(of marked: String, in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let part = marked.unicodeScalars.filter { $0 != sign }
    let starts = starts(of: Array(part), in: scalars)
    guard let start = starts.first, starts.count == 1 else { return nil }
    guard let offset = marked.unicodeScalars.map({ $0 }).firstIndex(of: sign) else { return nil }
    let before = scalars[..<(start + offset)]
    let line = 1 + before.count { $0 == "\n" }
    let column = before.count - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
    return "\(line):\(column)"
  }

  private static func starts(of part: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
    guard let first = part.first, part.count <= text.count else { return [] }
    return (0...(text.count - part.count)).filter { start in
      text[start] == first && text[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
