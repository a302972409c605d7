package import SourceText

/// A path as rules write it: `project.schedule.start`, `strategies[].alignments`.
///
/// A path is the commonest expression by far, so it has its own reader: no CEL is parsed for it. `[]`
/// goes through a list.
package struct PathSyntax: Sendable {
  /// One name on the way.
  package struct Step: Sendable {
    /// The name.
    package let name: String
    /// Whether `[]` follows it.
    package let throughList: Bool
    /// Where the name stands in the text.
    package let span: SourceSpan
  }

  /// The names, the first of which is a field, a variable or a definition.
  package let steps: [Step]

  /// The first name.
  package var base: String { steps[0].name }

  /// The names after the first.
  package var keys: [String] { steps.dropFirst().map(\.name) }

  /// Whether the path goes through a list.
  package var goesThroughList: Bool { steps.contains(where: \.throughList) }

  /// The most names on a way; a longer one is an expression, which has the limit of its own.
  private static let mostSteps = 100

  /// Reads a path; nil when the text is anything else, CEL words included.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    func skipSpace() {
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    }
    skipSpace()
    var steps: [Step] = []
    while true {
      if steps.count == Self.mostSteps { return nil }
      let start = index
      while index < bytes.count, Self.isNameByte(bytes[index], first: index == start) { index += 1 }
      guard index > start else { return nil }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      let span = SourceSpan(start: UInt32(start), end: UInt32(index))
      var throughList = false
      if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "["),
        bytes[index + 1] == UInt8(ascii: "]")
      {
        throughList = true
        index += 2
      }
      steps.append(Step(name: name, throughList: throughList, span: span))
      guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { break }
      index += 1
    }
    skipSpace()
    guard index == bytes.count, !Self.words.contains(steps[0].name) else { return nil }
    self.steps = steps
  }

  /// Names that mean something else in CEL at the beginning of an expression.
  private static let words: Set<String> = ["true", "false", "null", "in"]

  private static func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !first
    default: false
    }
  }
}
