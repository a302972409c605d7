import OpenXML
import SourceText

/// The body of a document: blocks as paragraphs and tables, sections by their pages.
struct WordBody {
  private enum Item {
    case paragraph(WordParagraph)
    case table(PaperTable)
    case bars(WordBars)
  }

  private let paper: Paper
  /// The last heading.
  private var heading = ""
  /// The lists of the document; complete once the part was written.
  private(set) var lists = WordLists()

  init(_ paper: Paper) {
    self.paper = paper
  }

  /// The part.
  var part: String {
    mutating get {
      var sections: [(items: [Item], page: WordPage)] = []
      let all = paper.sections.isEmpty ? [Paper.Section(blocks: [])] : paper.sections
      for (index, section) in all.enumerated() {
        let page = WordPage(
          isLandscape: section.isLandscape,
          hasOpenFirstPage: paper.hasThaiDigits && index == 0,
          hasThaiDigits: paper.hasThaiDigits
        )
        sections.append((items(section.blocks, page), page))
      }
      return Self.write(sections)
    }
  }

  /// The properties of the pages of a section stand in its last paragraph, those of the last one behind all.
  private static func write(_ sections: [(items: [Item], page: WordPage)]) -> String {
    var markup = Markup()
    markup.element(
      "w:document",
      [
        "xmlns:w": WordPaper.main, "xmlns:r": WordPaper.relations,
        "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "mc:Ignorable": "w14",
      ]
    ) { markup in
      markup.element("w:body") { markup in
        for (index, section) in sections.enumerated() {
          let isLast = index == sections.count - 1
          for (place, item) in section.items.enumerated() {
            let ends = !isLast && place == section.items.count - 1
            write(item, section.page, endsSection: ends, &markup)
          }
          if isLast { section.page.write(&markup) }
        }
      }
    }
    return markup.text
  }

  private static func write(
    _ item: Item,
    _ page: WordPage,
    endsSection: Bool,
    _ markup: inout Markup
  ) {
    switch item {
    case .paragraph(var paragraph):
      if endsSection { paragraph.page = page }
      paragraph.write(&markup)
    case .table(let table): WordTable(table: table, width: page.width).write(&markup)
    case .bars(let bars): bars.write(width: page.width, &markup)
    }
  }

  /// What a section holds; the last is always a paragraph.
  private mutating func items(_ blocks: [Paper.Block], _ page: WordPage) -> [Item] {
    var items: [Item] = []
    var startsPage = false
    for block in blocks {
      if case .pageBreak = block {
        startsPage = !items.isEmpty
        continue
      }
      var new = self.items(block, page, after: items.last)
      if startsPage, !new.isEmpty {
        if case .paragraph(var first) = new[0] {
          first.startsPage = true
          new[0] = .paragraph(first)
        } else {
          var gap = Self.gap
          gap.startsPage = true
          new.insert(.paragraph(gap), at: 0)
        }
        startsPage = false
      }
      items += new
    }
    return items.isEmpty ? [.paragraph(WordParagraph())] : items
  }

  /// Word needs a paragraph between two tables and behind the last one.
  private static let gap: WordParagraph = {
    var gap = WordParagraph()
    gap.lineHeight = 120
    return gap
  }()

  // MARK: Blocks

  private mutating func items(_ block: Paper.Block, _ page: WordPage, after last: Item?) -> [Item] {
    switch block {
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .table(let table): self.table(table, after: last)
    case .fields(let fields): Self.fields(fields)
    case .list(let list): self.list(list)
    case .note(let note): Self.note(note)
    case .lines(let lines): Self.lines(lines, page)
    case .signature(let signature): Self.signature(signature)
    case .chart(let chart): Self.chart(chart)
    case .pageBreak: []
    }
  }

  private mutating func paragraph(_ paragraph: PaperParagraph) -> [Item] {
    if paragraph.headingLevel != nil { heading = paragraph.plainText }
    return [.paragraph(WordParagraph(paragraph))]
  }

  /// A caption that only says again what stands above it is not shown.
  private func table(_ table: PaperTable, after last: Item?) -> [Item] {
    var above = heading
    if case .paragraph(let paragraph)? = last, paragraph.text.utf8.elementsEqual(table.caption.utf8)
    {
      above = paragraph.text
    }
    guard !table.caption.isEmpty, !above.utf8.elementsEqual(table.caption.utf8) else {
      return [.table(table), .paragraph(Self.gap)]
    }
    var caption = WordParagraph([.run(PaperRun(table.caption))])
    caption.style = "Caption"
    return [.paragraph(caption), .table(table), .paragraph(Self.gap)]
  }

  /// Names in one column, values in another; in one line each where the names have a size of their own.
  private static func fields(_ fields: PaperFields) -> [Item] {
    let longest = fields.fields.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
    let place = min(max(longest * 190 + 250, 1000), 4000)
    return fields.fields.map { field in
      let label = PaperRun(field.label, isBold: true, size: fields.labelSize)
      guard fields.labelSize == nil else {
        return .paragraph(
          WordParagraph([.run(label), .run(PaperRun("  "))] + field.value.map { .run($0) })
        )
      }
      var paragraph = WordParagraph([.run(label), .tab] + field.value.map { .run($0) })
      paragraph.tabs = [WordParagraph.Tab(place: place)]
      paragraph.left = place
      paragraph.firstLine = -place
      return .paragraph(paragraph)
    }
  }

  private static let listIndent = 425

  private mutating func list(_ list: PaperList) -> [Item] {
    defer { lists.end() }
    return list.items.map { .paragraph(point($0, of: list)) }
  }

  private mutating func point(_ item: PaperParagraph, of list: PaperList) -> WordParagraph {
    var paragraph = WordParagraph(item)
    paragraph.style = paragraph.style ?? "ListParagraph"
    paragraph.left += 2 * Self.listIndent
    paragraph.firstLine = -Self.listIndent
    switch list.style {
    case .points, .numbers: paragraph.list = lists.number(of: list)
    case .choices:
      paragraph.pieces = [.box, .tab] + paragraph.pieces
      paragraph.tabs = [WordParagraph.Tab(place: paragraph.left)]
    }
    return paragraph
  }

  private static func note(_ note: PaperNote) -> [Item] {
    note.paragraphs.indices.map { index in
      var content = note.paragraphs[index]
      for run in content.runs.indices where content.runs[run].tone == .plain {
        content.runs[run].tone = note.tone
      }
      var paragraph = WordParagraph(content)
      paragraph.note = note.tone
      paragraph.left += 200
      if index == 0 { paragraph.spaceBefore = 80 }
      if index == note.paragraphs.count - 1 { paragraph.spaceAfter = 120 }
      paragraph.keepsWithNext = index < note.paragraphs.count - 1
      return .paragraph(paragraph)
    }
  }

  /// Dotted lines over the whole width.
  private static func lines(_ lines: PaperLines, _ page: WordPage) -> [Item] {
    var head = WordParagraph([
      .run(PaperRun(lines.label, isBold: true)),
      .run(PaperRun(" (\(lines.author))", tone: .muted)),
    ])
    head.keepsWithNext = true
    head.spaceBefore = 80
    var line = WordParagraph([.tab])
    line.tabs = [WordParagraph.Tab(place: page.width, isRight: true, hasDots: true)]
    line.spaceBefore = 60
    return [.paragraph(head)]
      + Array(repeating: .paragraph(line), count: min(max(lines.count, 1), 200))
  }

  private static func signature(_ signature: PaperSignature) -> [Item] {
    signature.lines.enumerated().map { index, runs in
      var paragraph = WordParagraph(runs.map { .run($0) })
      paragraph.alignment = .center
      paragraph.left = WordParagraph.twips(650)
      paragraph.spaceBefore = index == 0 ? 480 : 60
      paragraph.keepsWithNext = index < signature.lines.count - 1
      return .paragraph(paragraph)
    }
  }

  /// The title, what there is to see, the picture, and the same figures as a table.
  private static func chart(_ chart: PaperChart) -> [Item] {
    var title = WordParagraph([.run(PaperRun(chart.title))])
    title.style = "Caption"
    var items: [Item] = [.paragraph(title)]
    if !chart.summary.isEmpty {
      var summary = WordParagraph([.run(PaperRun(chart.summary))])
      summary.keepsWithNext = true
      items.append(.paragraph(summary))
    }
    if let bars = WordBars(chart) { items.append(.bars(bars)) }
    if let signs = chart.signs { items += [.table(signs), .paragraph(gap)] }
    return items + [.table(chart.table), .paragraph(gap)]
  }
}

extension WordParagraph {
  /// Its text, without tabs.
  fileprivate var text: String {
    pieces.map { piece in
      if case .run(let run) = piece { run.text } else { "" }
    }.joined()
  }
}
