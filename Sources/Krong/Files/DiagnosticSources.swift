public import Diagnostics
import DocumentReading
public import SourceText

/// Finds the files that diagnostics point at, so that their lines can be shown.
public enum DiagnosticSources {
  /// How many files are read at most; beyond them places are named without their lines.
  private static let most = 50

  /// Reads the files again that are not among those at hand.
  ///
  /// A file that cannot be read is left out: its diagnostics say so, or are shown without a line.
  public static func find(
    for diagnostics: [Diagnostic],
    known: [SourceFile] = []
  ) -> [SourceFile] {
    var sources = known
    var names = Set(known.map(\.name))
    for place in diagnostics.flatMap({ [$0.place] + $0.notes.compactMap(\.place) }) {
      guard place.position != nil, sources.count - known.count < most,
        names.insert(place.file).inserted, FolderListing.kind(of: place.file) == .other,
        let source = try? FileReader.read(place.file)
      else { continue }
      sources.append(source)
    }
    return sources
  }
}
