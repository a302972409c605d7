package import Diagnostics
package import DocumentArena
import SourceText

/// Collects everything that is wrong with one of our own files while its values are read.
///
/// Strict and patient: every key must be known, every value of its type, and the first mistake never
/// hides the next. A class, local to one loading, because readers of nested mappings share it.
package final class FileDecoder {
  /// The file.
  package let document: Document

  /// The family of the codes.
  package let family: CodeFamily

  /// Texts of which it is told already that a comma has cut them.
  package var cutTexts: Set<NodeID> = []

  /// Whether the file was found sound before, so that nothing needs to be looked for in it.
  ///
  /// Its values are read by the same readers; what they would tell of it they would have told then.
  package let isSound: Bool

  private var found: [Diagnostic] = []
  private var cutOff = 0

  /// The most mistakes that are told of one file.
  private static let limit = 100

  /// Begins the reading of a file.
  package init(_ document: Document, _ family: CodeFamily, isSound: Bool = false) {
    self.document = document
    self.family = family
    self.isSound = isSound
  }

  /// Everything found, in the order of the places.
  package var diagnostics: [Diagnostic] {
    // Sorting by position and then by the order of finding keeps the result stable.
    let order = found.indices.sorted { a, b in
      let first = found[a].place.position ?? SourcePosition(line: 0, column: 0)
      let second = found[b].place.position ?? SourcePosition(line: 0, column: 0)
      return first == second ? a < b : first < second
    }
    return order.map { found[$0] }
  }

  /// Whether an error was found.
  package var hasErrors: Bool { found.contains { $0.severity == .error } }

  /// The number of things found so far.
  package var count: Int { found.count + cutOff }

  /// Where the lines of the file begin, for the mends.
  lazy var lines = LineIndex(document.source)

  /// Notes a mistake; its way out and its mends are only looked for when it is told.
  package func report(
    _ code: DiagnosticCode,
    _ severity: Diagnostic.Severity = .error,
    _ message: LocalizedText,
    at place: Diagnostic.Place,
    notes: [Diagnostic.Note] = [],
    help: @autoclosure () -> LocalizedText? = nil,
    mends: @autoclosure () -> [Mend] = []
  ) {
    guard found.count < Self.limit else {
      cutOff += 1
      return
    }
    found.append(
      Diagnostic(code, severity, message, at: place, notes: notes, help: help(), mends: mends())
    )
  }

  /// Notes a mistake of form.
  package func report(
    _ problem: ShapeProblem,
    _ message: LocalizedText,
    at place: Diagnostic.Place,
    notes: [Diagnostic.Note] = [],
    help: @autoclosure () -> LocalizedText? = nil,
    mends: @autoclosure () -> [Mend] = []
  ) {
    report(
      family.code(problem),
      .error,
      message,
      at: place,
      notes: notes,
      help: help(),
      mends: mends()
    )
  }
}

// MARK: - Places

extension FileDecoder {
  /// The place of a value.
  package func value(_ node: NodeID) -> Diagnostic.Place {
    let length: Int
    switch document.kind(of: node) {
    case .list, .map: length = 1
    default: length = shownLength(node)
    }
    return Diagnostic.Place(
      file: document.source.name,
      position: document.position(of: node),
      length: UInt32(clamping: length)
    )
  }

  /// The place of the key of a value; of the value itself outside mappings.
  package func key(_ node: NodeID) -> Diagnostic.Place {
    guard let position = document.keyPosition(of: node) else { return value(node) }
    return Diagnostic.Place(
      file: document.source.name,
      position: position,
      length: UInt32(clamping: document.keyName(of: node).unicodeScalars.count)
    )
  }

  /// A place inside a scalar, given in Unicode scalars of its text.
  ///
  /// Exact for texts on one line without escapes; others are pointed at as a whole.
  package func inside(_ node: NodeID, offset: Int, length: Int) -> Diagnostic.Place {
    let raw = document.node(node)
    let text = document.bytes(of: node)
    let isOneLine = !text.contains(0x0A)
    let lead: UInt32?
    switch raw.style {
    case .plain where isOneLine: lead = 0
    case .singleQuoted where isOneLine && !text.contains(UInt8(ascii: "'")): lead = 1
    case .doubleQuoted
    where isOneLine && !text.contains(UInt8(ascii: "\"")) && !text.contains(UInt8(ascii: "\\")):
      lead = 1
    default: lead = nil
    }
    guard let lead, let start = document.position(of: node) else { return value(node) }
    return Diagnostic.Place(
      file: document.source.name,
      position: SourcePosition(
        line: start.line,
        column: start.column &+ lead &+ UInt32(clamping: offset)
      ),
      length: UInt32(clamping: length)
    )
  }

  /// The file as a whole.
  package var wholeFile: Diagnostic.Place {
    Diagnostic.Place(file: document.source.name, position: nil)
  }

  /// How many scalars a value takes on its first line.
  private func shownLength(_ node: NodeID) -> Int {
    let raw = document.node(node)
    switch raw.style {
    case .literal, .folded: return 1
    case .singleQuoted, .doubleQuoted: return Self.scalars(document.bytes(of: node)) + 2
    default: return max(1, Self.scalars(document.bytes(of: node)))
    }
  }

  /// The number of Unicode scalars before the first line end.
  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes {
      if byte == 0x0A { break }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }
}
