import SourceText

/// Collects diagnostics so that one run reports all mistakes instead of the first.
public struct DiagnosticBag: Sendable {
  private var diagnostics: [Diagnostic] = []

  /// Makes an empty bag.
  public init() {}

  /// Whether nothing was collected.
  public var isEmpty: Bool { diagnostics.isEmpty }

  /// Whether a file cannot be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds one.
  public mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Adds several.
  public mutating func add(contentsOf more: some Sequence<Diagnostic>) {
    diagnostics.append(contentsOf: more)
  }

  /// Adds what an error carries.
  public mutating func add(_ error: DiagnosticError) {
    diagnostics.append(contentsOf: error.diagnostics)
  }

  /// Everything collected, by file, place and code, each once.
  public var sorted: [Diagnostic] { Diagnostic.sorted(diagnostics) }

  /// Throws everything collected if there is an error among it; warnings alone do not throw.
  public func throwIfErrors() throws(DiagnosticError) {
    guard hasErrors else { return }
    throw DiagnosticError(sorted)
  }
}

extension Diagnostic {
  /// Diagnostics by file, place and code; equal ones are kept once, ties stay in their order.
  ///
  /// Files are ordered by the bytes of their names; what concerns a whole file comes first.
  public static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { a, b in
      let order = compare(a.element, b.element)
      return order == 0 ? a.offset < b.offset : order < 0
    }.map(\.element)
  }

  private static func compare(_ a: Diagnostic, _ b: Diagnostic) -> Int {
    let none = SourcePosition(line: 0, column: 0)
    let left = a.place.position ?? none
    let right = b.place.position ?? none
    if !a.place.file.utf8.elementsEqual(b.place.file.utf8) {
      return a.place.file.utf8.lexicographicallyPrecedes(b.place.file.utf8) ? -1 : 1
    }
    if left != right { return left < right ? -1 : 1 }
    if a.code != b.code { return a.code < b.code ? -1 : 1 }
    return 0
  }
}
