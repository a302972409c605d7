import DocumentArena
import Findings
import SourceText

/// The lines of a submission's file, found when first needed.
struct SourceLines {
  private let document: Document?
  private let excerpts: [FindingPlace: SavedExcerpt]
  private var index: LineIndex?

  init(_ header: SubmissionHeader) {
    document = header.document
    excerpts = header.excerpts
  }

  /// The surroundings of a place of this file; nil for other files and for places without a line.
  mutating func excerpt(_ place: FindingPlace, columns: Int) -> Excerpt? {
    if let saved = excerpts[place] { return Excerpt(saved, length: place.length, columns: columns) }
    guard let document, let position = place.linePosition,
      place.file.utf8.elementsEqual(document.source.name.utf8)
    else { return nil }
    let lines = index ?? LineIndex(document.source)
    index = lines
    return Excerpt(lines, at: position, length: place.length, columns: columns)
  }
}

extension Excerpt {
  /// An excerpt of an excerpt, where the file itself is not at hand.
  fileprivate init?(_ saved: SavedExcerpt, length: UInt32, columns: Int) {
    let blanks = saved.carets.unicodeScalars.prefix { $0 == " " }.count
    var width = 0
    var column: UInt32 = 1
    for scalar in saved.text.unicodeScalars {
      let own = DisplayWidth.columns(of: scalar)
      // Marks have no width of their own and belong to the letter before them.
      if width >= blanks, own > 0 { break }
      width += own
      column += 1
    }
    let lines = LineIndex(SourceFile(name: "", text: saved.text))
    let position = SourcePosition(line: 1, column: column)
    self.init(lines, at: position, length: length, columns: columns)
  }
}
