import Diagnostics
import Papers
import PlanValues
import TestSupport
import Testing

@Suite("Papers as HTML")
struct HTMLPaperTests {
  private func html(_ text: String = "แผน", languages: [Language] = [.th]) -> String {
    HTMLPaper(languages.map { MadePaper.everything(text, language: $0) }).text
  }

  private func page(_ blocks: [Paper.Block], language: Language = .th) -> String {
    HTMLPaper([Paper(title: "x", sections: [Paper.Section(blocks: blocks)], language: language)])
      .text
  }

  /// The tags of a page with the names of their attributes, without those that only break lines.
  private func tags(_ html: String) -> [String] {
    html.split(separator: "<").dropFirst().compactMap { part in
      let tag = String(part.prefix { $0 != ">" })
      if tag == "br" || tag.hasPrefix("/span") || tag.hasPrefix("span") { return nil }
      return tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
    }
  }

  @Test("every block, in two languages")
  func everything() throws {
    try expectSnapshot(html(languages: [.th, .en]), "everything.html")
  }

  @Test(
    "nothing in a text is taken for markup: the tags are those of a text with letters in place of signs"
  )
  func hostile() {
    let text = html(MadePaper.hostile, languages: [.th, .en])
    #expect(!text.contains("<script") && !text.contains("<b>"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    let letters = MadePaper.hostile.map { $0.isLetter || $0.isNewline ? $0 : "ก" }
    let harmless = html(String(letters), languages: [.th, .en])
    let difference = tags(text).difference(from: tags(harmless))
    #expect(difference.isEmpty)
    #expect(tags(text).count > 100)
  }

  @Test("names of marks cannot leave their attribute or the style sheet")
  func hostileMarks() {
    let rows = ["\"><script>", "a}*{display:none"].map { value in
      PaperRow(
        [PaperCell("x")],
        marks: [PaperMark(facet: "f'\"]", facetName: "<i>", value: value, valueName: "<u>")]
      )
    }
    let table = PaperTable(columns: [PaperColumn(1)], heads: ["x"], rows: rows)
    let text = page([.table(table)])
    #expect(!text.contains("<script") && !text.contains("<i>") && !text.contains("<u>"))
    #expect(text.contains("data-f---=\"a---display-none\""))
  }

  @Test("it asks for nothing from elsewhere and runs nothing")
  func selfContained() {
    let text = html(languages: [.th, .en])
    for word in ["<script", "<link", "<img", "<iframe", "@import", "url(", "http:", "https:"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("default-src 'none'"))
  }

  @Test("ids are there once, and everything that refers to one finds it")
  func ids() {
    let text = html(languages: [.th, .en])
    let ids = values(of: "id", in: text)
    #expect(Set(ids).count == ids.count)
    let links = values(of: "href", in: text).map { String($0.dropFirst()) }
    let names = values(of: "aria-labelledby", in: text).flatMap { $0.split(separator: " ") }
    #expect(!links.isEmpty && !names.isEmpty)
    for wanted in links + names.map(String.init) { #expect(ids.contains(wanted), "\(wanted)") }
  }

  private func values(of attribute: String, in html: String) -> [String] {
    var rest = Substring(html)
    var values: [String] = []
    while let start = rest.firstRange(of: " \(attribute)=\"") {
      rest = rest[start.upperBound...]
      values.append(String(rest.prefix { $0 != "\"" }))
    }
    return values
  }

  @Test(
    "a line never ends inside a short code; longer words with hyphens may break",
    arguments: [
      ("เกณฑ์ J02-CMP-003 (คือ 2026-11-01)", ["J02-CMP-003", "2026-11-01"]),
      ("aap-2569-01.yaml", ["aap-2569-01"]), ("ก-ข -- a–b", []),
      ("a-very-long-name-of-a-file", []), ("<-a->", ["-a-"]), ("", []),
    ] as [(String, [String])]
  )
  func codes(text: String, whole: [String]) {
    let found = page([.text(text)]).split(separator: "<span class=\"whole\">").dropFirst()
      .map { String($0.prefix { $0 != "<" }) }
    #expect(found == whole)
  }

  @Test("rows can be chosen by what they are marked with, where there is more than one value")
  func filters() {
    func row(_ value: String) -> PaperRow {
      PaperRow(
        [PaperCell(value)],
        marks: [PaperMark(facet: "f", facetName: "F", value: value, valueName: value)]
      )
    }
    func text(_ rows: [PaperRow]) -> String {
      page([.table(PaperTable(columns: [PaperColumn(1)], heads: ["x"], rows: rows))])
    }
    #expect(text([row("a"), row("b")]).contains("id=\"show-th-f-b\""))
    #expect(!text([row("a"), row("a")]).contains("type=\"checkbox\""))
    #expect(!text([]).contains("type=\"checkbox\""))
  }

  @Test("a band of a marked table is the head of the rows below it")
  func bands() {
    #expect(html().contains("scope=\"rowgroup\""))
  }

  @Test("sizes are shares of the text, Thai in English text is marked")
  func text() {
    #expect(
      page([.paragraph(PaperParagraph([PaperRun("x", size: 29)]))])
        .contains("font-size:calc(var(--text)*29/16)")
    )
    let mixed = page([.text("the “แผน ก 2” of Uthai")], language: .en)
    #expect(mixed.contains("the “<span lang=\"th\">แผน ก</span>"))
    #expect(mixed.contains("of Uthai"))
  }

  @Test("nothing gives nothing, a paper without parts is a page all the same")
  func empty() {
    #expect(HTMLPaper([]).text.isEmpty)
    let text = HTMLPaper([Paper(title: "ว่าง", sections: [])]).text
    #expect(text.contains("<title>ว่าง</title>") && text.hasSuffix("</html>\n"))
  }

  @Test("charts have a title, a description and the figures; no number leaves the picture")
  func charts() {
    let text = html()
    let count = text.split(separator: "<svg").count - 1
    #expect(count == 3)
    #expect(text.split(separator: "<title id=").count - 1 == count)
    #expect(text.split(separator: "<desc id=").count - 1 == count)
    #expect(text.split(separator: "<details>").count - 1 == count)
    for width in values(of: "width", in: text) {
      let number = Int(width)
      #expect(number.map { (0...2_000).contains($0) } ?? width.hasPrefix("device"), "\(width)")
    }
  }
}
