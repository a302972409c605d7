import Diagnostics
import Reporting

/// The rule book as one page: it works offline and without its script, which only searches.
struct BookHTML {
  let book: RuleBook

  private func pick(_ th: String, _ en: String) -> String { book.pick(th, en) }
  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  var text: String {
    var body = HTMLText.element(
      "a",
      ["class": "skip", "href": "#rules"],
      pick("ข้ามไปที่เกณฑ์", "skip to the rules")
    )
    body += "\n<header>\n" + HTMLText.element("h1", book.title) + "\n"
    body += HTMLText.element("p", book.summary) + "\n" + search + "</header>\n"
    body += contents(
      pick("สารบัญตามงาน", "Contents by job"),
      book.byJob.map { ($0.title, nil, $0.rules) }
    )
    body += contents(
      pick("สารบัญตามหมวด", "Contents by family"),
      book.byFamily.map { ($0.title, $0.anchor, $0.rules) }
    )
    body += "<main id=\"rules\">\n"
    for part in book.byFamily {
      body += "<section>\n" + HTMLText.element("h2", ["id": part.anchor], part.title) + "\n"
      for entry in part.rules { body += article(entry) }
      body += "</section>\n"
    }
    body += clauses + "</main>\n"
    return HTMLPage(
      title: book.title,
      language: book.language,
      style: Self.style,
      script: Self.script
    ).text(body: body)
  }

  /// The search, shown by the script when it runs.
  private var search: String {
    let label = pick("ค้นหาเกณฑ์", "Search the rules")
    return "<form id=\"search\" role=\"search\" hidden>"
      + HTMLText.element("label", ["for": "words"], label)
      + " <input id=\"words\" type=\"search\" autocomplete=\"off\">"
      + " <output id=\"count\" for=\"words\" aria-live=\"polite\"></output></form>\n"
  }

  private func contents(
    _ title: String,
    _ parts: [(title: String, anchor: String?, rules: [RuleBook.Entry])]
  ) -> String {
    var text = "<nav aria-label=\"\(escaped(title))\">\n"
    text += HTMLText.element("h2", title) + "\n<ul>\n"
    for part in parts {
      let head = part.anchor.map { HTMLText.link(to: "#\($0)", part.title) } ?? escaped(part.title)
      let links = part.rules.map { HTMLText.link(to: "#\($0.id)", $0.id) }
      text += "<li>\(head): \(links.joined(separator: " "))</li>\n"
    }
    return text + "</ul>\n</nav>\n"
  }

  // MARK: Rules

  private func article(_ entry: RuleBook.Entry) -> String {
    var text = "<article id=\"\(entry.id)\">\n"
    text += HTMLText.element("h3", "\(entry.id) \(entry.title)") + "\n<dl>\n"
    for fact in entry.facts { text += term(fact.label, escaped(fact.value)) }
    let sources = entry.sources.map { source in
      source.anchor.map { HTMLText.link(to: "#\($0)", source.citation) } ?? escaped(source.citation)
    }
    text += term(pick("ข้อของคู่มือ", "clauses"), sources.joined(separator: ", "))
    text += term(pick("แฟ้ม", "file"), HTMLText.element("code", entry.file)) + "</dl>\n"
    text += HTMLText.element("h4", pick("สิ่งที่ตรวจ", "What is asked")) + "\n"
    text += outline(entry.checks)
    if !entry.conditions.isEmpty {
      text += HTMLText.element("h4", pick("เงื่อนไข", "Conditions")) + "\n<dl>\n"
      for condition in entry.conditions {
        text += term(condition.label, HTMLText.element("code", condition.expression))
      }
      text += "</dl>\n"
    }
    text += paragraphs(pick("ข้อความ", "Messages"), entry.messages)
    text += paragraphs(pick("แนวทางแก้ไข", "Remedy"), [entry.remedy])
    text += paragraphs(pick("หมายเหตุ", "Note"), entry.notes.map { [$0] } ?? [])
    text += parameters(entry) + examples(entry)
    return text + "</article>\n"
  }

  private func term(_ label: String, _ markup: String) -> String {
    HTMLText.element("dt", label) + HTMLText.element("dd", markup: markup) + "\n"
  }

  /// Lines with depths as nested lists.
  private func outline(_ lines: [(depth: Int, text: String)]) -> String {
    var text = ""
    var depth = -1
    for line in lines {
      if line.depth > depth {
        text += String(repeating: "<ul><li>", count: line.depth - depth)
      } else {
        text += String(repeating: "</li></ul>", count: depth - line.depth) + "</li>\n<li>"
      }
      depth = line.depth
      for span in BookSpans.of(line.text) {
        text += span.isCode ? HTMLText.element("code", span.text) : escaped(span.text)
      }
    }
    return text + String(repeating: "</li></ul>", count: depth + 1) + "\n"
  }

  private func paragraphs(_ title: String, _ texts: [String]) -> String {
    guard !texts.isEmpty else { return "" }
    return HTMLText.element("h4", title) + "\n"
      + texts.map { HTMLText.element("p", $0) + "\n" }.joined()
  }

  private func parameters(_ entry: RuleBook.Entry) -> String {
    guard !entry.parameters.isEmpty else { return "" }
    let title = pick("ค่าที่กำหนดได้", "Parameters")
    var rows: [[String]] = []
    for parameter in entry.parameters {
      for row in parameter.values {
        let own = [parameter.label, parameter.type, parameter.bounds, row.when, row.value]
        rows.append([HTMLText.element("code", parameter.name)] + own.map(escaped))
      }
    }
    let table = HTMLText.table(
      caption: pick("ค่าที่กำหนดได้ของ \(entry.id)", "Parameters of \(entry.id)"),
      headings: [
        pick("ชื่อ", "name"), pick("ความหมาย", "meaning"), pick("ชนิด", "type"),
        pick("ขอบเขต", "bounds"), pick("ใช้เมื่อ", "when"), pick("ค่าที่ใช้", "value"),
      ],
      rows: rows
    )
    return HTMLText.element("h4", title) + "\n" + table
  }

  private func examples(_ entry: RuleBook.Entry) -> String {
    guard !entry.examples.isEmpty else { return "" }
    var text = HTMLText.element("h4", pick("ตัวอย่าง", "Examples")) + "\n<ol>\n"
    for example in entry.examples {
      let name = example.name.map { " · \(escaped($0))" } ?? ""
      let source = example.lines.joined(separator: "\n")
      text += "<li>" + HTMLText.element("strong", example.outcome) + name
      text += "<pre>" + HTMLText.element("code", source) + "</pre></li>\n"
    }
    return text + "</ol>\n"
  }

  // MARK: Clauses

  private var clauses: String {
    guard !book.clauses.isEmpty else { return "" }
    let title = pick("ข้อของคู่มือและเกณฑ์", "Clauses of the manual and their rules")
    let rows = book.clauses.map { clause in
      let links = clause.rules.map { HTMLText.link(to: "#\($0)", $0) }.joined(separator: " ")
      let none = escaped(clause.reason ?? pick("ยังไม่มีเกณฑ์", "no rule yet"))
      let text = HTMLText.element("span", ["lang": "th"], clause.text)
      let anchor = HTMLText.element("span", ["id": clause.anchor], clause.citation)
      return [anchor, text, links.isEmpty ? none : links]
    }
    let headings = [pick("ข้อ", "clause"), pick("ข้อความ", "text"), pick("เกณฑ์", "rules")]
    return "<section>\n" + HTMLText.element("h2", ["id": "clauses"], title) + "\n"
      + HTMLText.table(caption: title, headings: headings, rows: rows) + "</section>\n"
  }

  private static let style = """
    :root { color-scheme: light; }
    body { font: 1rem/1.6 "Sarabun", "Noto Sans Thai", "TH Sarabun New", sans-serif; color: #1a1a1a;
      background: #fff; max-width: 60rem; margin: 0 auto; padding: 1rem; }
    a { color: #0b4f9c; }
    a:focus-visible, input:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    #search { position: sticky; top: 0; background: #fff; padding: 0.5rem 0; }
    #search[hidden] { display: none; }
    input { font: inherit; width: 20rem; max-width: 100%; }
    article { border-top: 1px solid #767676; padding: 0.5rem 0 1.5rem; }
    dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0 1rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; }
    caption { position: absolute; left: -100rem; }
    th, td { border: 1px solid #767676; padding: 0.2rem 0.5rem; text-align: left;
      vertical-align: top; font-weight: normal; }
    thead th { font-weight: bold; background: #f0f0f0; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: 0.5rem;
      font-size: 0.875rem; }
    @page { size: A4; margin: 20mm 15mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      #search, .skip { display: none; }
      a { color: inherit; text-decoration: none; }
      h2, h3, h4 { break-after: avoid; }
      pre, tr, dl { break-inside: avoid; }
      pre { background: none; border: 1px solid #767676; }
      thead { display: table-header-group; }
    }

    """

  /// Shows the rules whose text has all words; letters of any case, Thai as it is written.
  private static let script = """
    const form = document.getElementById("search");
    const input = document.getElementById("words");
    const articles = [...document.querySelectorAll("article")];
    const texts = articles.map((article) => article.textContent.toLowerCase());
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let count = 0;
      articles.forEach((article, index) => {
        article.hidden = !words.every((word) => texts[index].includes(word));
        if (!article.hidden) count += 1;
      });
      document.getElementById("count").textContent = words.length ? count + " / " + articles.length : "";
    });

    """
}
