import SourceText
import WordDocuments

/// A Word document as headings with what stands under them.
struct WordOutline {
  private let blocks: [WordDocument.Block]

  init(_ document: WordDocument) {
    blocks = Array(document.blocks.prefix(PlaceScheme.lastBlock))
  }

  /// What the positions of the document stand for.
  var scheme: PlaceScheme {
    .blocks(
      blocks.map { block in
        switch block {
        case .paragraph(let paragraph): .paragraph(paragraph.number)
        case .table(let table): .table(table.number)
        }
      }
    )
  }

  /// How many headings of a mapping the document has.
  func score(_ mapping: Mapping) -> Int {
    let parts = parts(HeadingSet(mapping))
    return mapping.sections.count { parts.part(of: $0) != nil }
  }

  /// The parts of the document under known headings; the table of contents is none of them.
  func parts(_ headings: HeadingSet) -> WordParts {
    let found = blocks.map { block -> FoundHeading? in
      if case .paragraph(let paragraph) = block { headings.heading(of: paragraph) } else { nil }
    }
    let contents = ContentsPages(blocks, headings, found)
    let outlined = zip(blocks, found).compactMap { block, heading in
      if case .paragraph(let paragraph) = block, paragraph.level != nil {
        heading?.key
      } else {
        nil
      }
    }
    var reader = WordPartReader(headings, outlined: Set(outlined))
    for (number, block) in blocks.enumerated() {
      if contents.blocks.contains(number) {
        reader.close()
        continue
      }
      switch block {
      case .paragraph(let paragraph):
        reader.take(paragraph, found[number], at: PlaceScheme.block(number))
      case .table(let table): reader.take(table, block: number)
      }
    }
    return reader.finished()
  }
}
