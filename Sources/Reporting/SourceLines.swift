import DocumentArena
import Findings
import SourceText

/// The lines of a submission's file, found when first needed.
struct SourceLines {
  private let document: Document?
  private var index: LineIndex?

  init(_ header: SubmissionHeader) {
    document = header.document
  }

  /// The surroundings of a place of this file; nil for other files and for places without a line.
  mutating func excerpt(_ place: FindingPlace, columns: Int) -> Excerpt? {
    guard let document, let position = place.linePosition,
      place.file.utf8.elementsEqual(document.source.name.utf8)
    else { return nil }
    let lines = index ?? LineIndex(document.source)
    index = lines
    return Excerpt(lines, at: position, length: place.length, columns: columns)
  }
}
