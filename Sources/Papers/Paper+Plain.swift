// What renderers that know text and tables only make of the other blocks, in one place for all of them.

extension Paper {
  /// A block of the least that every renderer of pages knows.
  public enum PlainBlock: Sendable {
    /// Text, or a heading.
    case paragraph(PaperParagraph)
    /// Rows and columns.
    case table(PaperTable)
    /// What follows begins a new page.
    case pageBreak
  }
}

extension Paper.Block {
  /// The block as paragraphs, tables and page breaks.
  public var plain: [Paper.PlainBlock] {
    switch self {
    case .paragraph(let paragraph): [.paragraph(paragraph)]
    case .table(let table): [.table(table)]
    case .fields(let fields): fields.fields.map { .paragraph(fields.paragraph($0)) }
    case .list(let list): list.items.indices.map { .paragraph(list.paragraph($0)) }
    case .note(let note): note.plain
    case .lines(let lines): lines.plain
    case .signature(let signature): signature.plain
    case .chart(let chart): chart.plain
    case .pageBreak: [.pageBreak]
    }
  }
}

extension PaperFields {
  /// A field as a line: the name in bold, then the value.
  public func paragraph(_ field: Field) -> PaperParagraph {
    PaperParagraph([PaperRun(field.label + "  ", isBold: true, size: labelSize)] + field.value)
  }
}

extension PaperList {
  /// A point as a paragraph with its sign.
  public func paragraph(_ index: Int) -> PaperParagraph {
    var paragraph = items[index]
    paragraph.runs.insert(PaperRun("\(sign(index)) "), at: 0)
    paragraph.indent = 75
    return paragraph
  }
}

extension PaperNote {
  fileprivate var plain: [Paper.PlainBlock] {
    paragraphs.map { paragraph in
      var paragraph = paragraph
      for index in paragraph.runs.indices where paragraph.runs[index].tone == .plain {
        paragraph.runs[index].tone = tone
      }
      return .paragraph(paragraph)
    }
  }
}

extension PaperLines {
  fileprivate var plain: [Paper.PlainBlock] {
    var head = PaperParagraph([
      PaperRun(label, isBold: true), PaperRun(" (\(author))", tone: .muted),
    ])
    head.keepsWithNext = true
    let line = PaperParagraph([.blank(110)])
    return [.paragraph(head)] + Array(repeating: .paragraph(line), count: max(count, 1))
  }
}

extension PaperSignature {
  fileprivate var plain: [Paper.PlainBlock] {
    lines.enumerated().map { index, runs in
      var paragraph = PaperParagraph(runs)
      paragraph.alignment = .center
      paragraph.indent = 700
      paragraph.keepsWithNext = index < lines.count - 1
      return .paragraph(paragraph)
    }
  }
}

extension PaperChart {
  fileprivate var plain: [Paper.PlainBlock] {
    var title = PaperParagraph([PaperRun(self.title, isBold: true)])
    title.keepsWithNext = true
    var blocks: [Paper.PlainBlock] = [.paragraph(title)]
    if !summary.isEmpty { blocks.append(.paragraph(PaperParagraph(summary))) }
    return blocks + [.table(table)]
  }
}
