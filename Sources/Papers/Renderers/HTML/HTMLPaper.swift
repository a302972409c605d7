import Diagnostics

/// Writes a paper as one HTML file that needs nothing besides: no script, no font, no picture from elsewhere.
///
/// Languages are switched and rows are chosen by style sheets alone, so that both work where scripts are
/// forbidden; a browser that is too old for it shows everything. Printed on A4 it has repeated heads of tables
/// and page numbers. What keeps it sound for screen readers and keyboards is written in the decision record.
public struct HTMLPaper: Sendable {
  private let papers: [Paper]

  /// Makes a writer of one paper in several languages; the first is the one that is shown.
  public init(_ papers: [Paper]) {
    self.papers = papers
  }

  /// The file; it ends with a line feed.
  public var text: String {
    guard let first = papers.first else { return "" }
    let title = HTMLText.escaped(first.heading)
    let language = first.language.rawValue
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet)\(languageRules)\(papers.map { HTMLFilters($0).rules }.joined())</style>
      </head>
      <body>
      \(papers.map(skip).joined())\(languageSwitch)<main>
      \(papers.map { HTMLPart($0).text }.joined())</main>
      </body>
      </html>

      """
  }

  private func skip(_ paper: Paper) -> String {
    let language = paper.language.rawValue
    let words = HTMLWords(language: paper.language)
    return "<a class=\"skip in-\(language)\" lang=\"\(language)\" href=\"#content-\(language)\">"
      + "\(HTMLText.escaped(words.skip))</a>\n"
  }

  // MARK: Languages

  private var languageSwitch: String {
    guard papers.count > 1 else { return "" }
    let choices = papers.enumerated().map { index, paper in
      let language = paper.language.rawValue
      let checked = index == 0 ? " checked" : ""
      return "<label lang=\"\(language)\"><input type=\"radio\" name=\"language\""
        + " id=\"language-\(language)\" autocomplete=\"off\"\(checked)> "
        + "\(HTMLWords.name(of: paper.language))</label>"
    }
    return "<header class=\"languages\"><fieldset><legend lang=\"en\">Language · "
      + "<span lang=\"th\">ภาษา</span></legend>\n\(choices.joined(separator: "\n"))\n"
      + "</fieldset></header>\n"
  }

  private var languageRules: String {
    guard papers.count > 1 else { return "" }
    return papers.map(\.language.rawValue).map { chosen in
      let others = papers.map(\.language.rawValue).filter { $0 != chosen }
      let hidden = others.map { ":root:has(#language-\(chosen):checked) .in-\($0)" }
      return "\(hidden.joined(separator: ",")){display:none}\n"
    }.joined()
  }
}

extension Paper {
  /// The title with what the paper is about.
  var heading: String { subject.isEmpty ? title : "\(title) – \(subject)" }
}

/// A paper in one language, as an article of the page.
struct HTMLPart {
  private let paper: Paper
  private let words: HTMLWords
  private let language: String

  init(_ paper: Paper) {
    self.paper = paper
    words = HTMLWords(language: paper.language)
    language = paper.language.rawValue
  }

  var text: String {
    var context = HTMLContext(words: words, prefix: language)
    var chunks: [String] = []
    var titleEnd = 0
    for section in paper.sections {
      chunks.append("<section\(section.isLandscape ? " class=\"across\"" : "")>\n")
      write(section.blocks, &context, &chunks, &titleEnd)
      chunks.append("</section>\n")
    }
    // The links stand behind the title.
    chunks.insert(contents(context.headings), at: titleEnd)
    let names = paper.hasThaiDigits ? "paper official" : "paper"
    return "<article class=\"\(names) in-\(language)\" lang=\"\(language)\""
      + " id=\"content-\(language)\" tabindex=\"-1\">\n\(chunks.joined())</article>\n"
  }

  /// Blocks in their order; charts that follow each other stand side by side where there is room.
  private func write(
    _ blocks: [Paper.Block],
    _ context: inout HTMLContext,
    _ chunks: inout [String],
    _ titleEnd: inout Int
  ) {
    var isAmongCharts = false
    for (index, block) in blocks.enumerated() {
      let isChart = Self.isChart(block)
      if isChart, !isAmongCharts, index + 1 < blocks.count, Self.isChart(blocks[index + 1]) {
        chunks.append("<div class=\"charts\">\n")
        isAmongCharts = true
      } else if !isChart, isAmongCharts {
        chunks.append("</div>\n")
        isAmongCharts = false
      }
      // Boxes to choose rows by stand before the first table that has such rows.
      if !context.hasFilters, case .table(let table) = block,
        table.rows.contains(where: { !$0.marks.isEmpty })
      {
        context.hasFilters = true
        chunks.append(HTMLFilters(paper).controls)
      }
      chunks.append(HTMLBlock.text(block, &context))
      if titleEnd == 0, context.headings.first?.level == 1 { titleEnd = chunks.count }
    }
    if isAmongCharts { chunks.append("</div>\n") }
  }

  private static func isChart(_ block: Paper.Block) -> Bool {
    if case .chart = block { true } else { false }
  }

  /// Links to the parts of a long paper.
  private func contents(_ headings: [HTMLContext.Heading]) -> String {
    let parts = headings.filter { $0.level == 2 }
    guard parts.count > 2 else { return "" }
    let links = parts.map { "<li><a href=\"#\($0.id)\">\(HTMLText.escaped($0.text))</a></li>" }
    let title = HTMLText.escaped(words.contents)
    return "<nav class=\"contents\" aria-label=\"\(title)\"><ul>\n"
      + links.joined(separator: "\n") + "\n</ul></nav>\n"
  }
}

/// What is counted while a paper is written.
struct HTMLContext {
  /// A heading that links may lead to.
  struct Heading {
    let id: String
    let level: Int
    let text: String
  }

  let words: HTMLWords
  /// What ids begin with, so that those of two languages differ.
  let prefix: String
  private(set) var headings: [Heading] = []
  /// Whether the boxes to choose rows by have been written.
  var hasFilters = false
  private var count = 0

  init(words: HTMLWords, prefix: String) {
    self.words = words
    self.prefix = prefix
  }

  mutating func nextID() -> String {
    count += 1
    return "\(prefix)-\(count)"
  }

  mutating func heading(_ text: String, level: Int) -> String {
    let id = nextID()
    headings.append(Heading(id: id, level: level, text: text))
    return id
  }
}
