/// The blocks of a paper as HTML.
enum HTMLBlock {
  static func text(_ block: Paper.Block, _ context: inout HTMLContext) -> String {
    switch block {
    case .paragraph(let paragraph): self.paragraph(paragraph, &context)
    case .table(let table): HTMLTable(table, context.words).text
    case .fields(let fields): self.fields(fields, context.words)
    case .list(let list): self.list(list, context.words)
    case .note(let note):
      "<div class=\"note fill-\(note.tone.rawValue)\" role=\"note\">"
        + HTMLText.paragraphs(note.paragraphs, words: context.words) + "</div>\n"
    case .lines(let lines): self.lines(lines, context.words)
    case .signature(let signature): self.signature(signature, context.words)
    case .chart(let chart): self.chart(chart, &context)
    case .pageBreak: "<div class=\"page-break\"></div>\n"
    }
  }

  private static func paragraph(
    _ paragraph: PaperParagraph,
    _ context: inout HTMLContext
  ) -> String {
    let place = classes(paragraph.alignment)
    let indent = indents(paragraph)
    guard let level = paragraph.headingLevel else {
      return "<p\(place)\(indent)>\(HTMLText.inline(paragraph.runs, words: context.words))</p>\n"
    }
    let shown = min(max(level, 1), 6)
    let id = context.heading(paragraph.plainText, level: shown)
    // A heading is strong by itself.
    let runs = paragraph.runs.map { run in
      var run = run
      run.isBold = false
      return run
    }
    return
      "<h\(shown) id=\"\(id)\"\(place)>\(HTMLText.inline(runs, words: context.words))</h\(shown)>\n"
  }

  private static func classes(_ alignment: PaperParagraph.Alignment) -> String {
    switch alignment {
    // Browsers stretch the few blanks of Thai text only, which tears it; so its right edge stays ragged.
    case .left, .thaiDistribute: ""
    case .center, .right: " class=\"\(alignment.rawValue)\""
    }
  }

  private static func indents(_ paragraph: PaperParagraph) -> String {
    var rules: [String] = []
    if paragraph.firstLineIndent > 0 {
      rules.append("text-indent:min(\(paragraph.firstLineIndent / 10)mm,15%)")
    }
    if paragraph.indent > 0 { rules.append("margin-left:\(min(paragraph.indent, 900) / 100)em") }
    return rules.isEmpty ? "" : " style=\"\(rules.joined(separator: ";"))\""
  }

  private static func fields(_ fields: PaperFields, _ words: HTMLWords) -> String {
    let size = fields.labelSize.map { " style=\"\(HTMLText.size($0))\"" } ?? ""
    let rows = fields.fields.map { field in
      "<div><dt\(size)>\(HTMLText.escaped(field.label))</dt>"
        + "<dd>\(HTMLText.inline(field.value, words: words))</dd></div>"
    }
    return "<dl class=\"fields\">\n\(rows.joined(separator: "\n"))\n</dl>\n"
  }

  private static func list(_ list: PaperList, _ words: HTMLWords) -> String {
    let items = list.items.map { "<li>\(HTMLText.inline($0.runs, words: words))</li>" }
      .joined(separator: "\n")
    switch list.style {
    case .points: return "<ul>\n\(items)\n</ul>\n"
    case .numbers: return "<ol>\n\(items)\n</ol>\n"
    case .choices: return "<ul class=\"choices\">\n\(items)\n</ul>\n"
    }
  }

  private static func lines(_ lines: PaperLines, _ words: HTMLWords) -> String {
    let line = "<div class=\"line\" aria-hidden=\"true\"></div>"
    return "<div class=\"lines\"><p><strong>\(HTMLText.escaped(lines.label))</strong> "
      + "<span class=\"ink-muted\">(\(HTMLText.escaped(lines.author)))</span>"
      + "<span class=\"heard\">\(HTMLText.escaped(words.blank))</span></p>"
      + String(repeating: line, count: min(max(lines.count, 1), 60)) + "</div>\n"
  }

  private static func signature(_ signature: PaperSignature, _ words: HTMLWords) -> String {
    let lines = signature.lines.map { "<p>\(HTMLText.inline($0, words: words))</p>" }
    return "<div class=\"signature\">\(lines.joined())</div>\n"
  }

  private static func chart(_ chart: PaperChart, _ context: inout HTMLContext) -> String {
    let words = context.words
    let summary = chart.summary.isEmpty ? "" : "<p>\(HTMLText.lines(chart.summary))</p>\n"
    return "<figure class=\"chart\">\n<figcaption>\(HTMLText.escaped(chart.title))</figcaption>\n"
      + "\(summary)\(SVGChart(chart, id: context.nextID(), words).text)\n"
      + "<details><summary>\(HTMLText.escaped(words.figures))</summary>\n"
      + HTMLTable(chart.table, words).text + "</details>\n</figure>\n"
  }
}
