import Diagnostics

/// The rule book as Markdown: headings, lists and tables of the common dialects; anchors are HTML.
struct BookMarkdown {
  let book: RuleBook

  private func pick(_ th: String, _ en: String) -> String { book.pick(th, en) }

  var text: String {
    var text = "# \(Self.escaped(book.title))\n\n\(Self.escaped(book.summary))\n"
    text += "\n## \(pick("สารบัญตามงาน", "Contents by job"))\n"
    for part in book.byJob { text += contents(part.title, part.rules) }
    text += "\n## \(pick("สารบัญตามหมวด", "Contents by family"))\n"
    for part in book.byFamily {
      text += contents("[\(Self.escaped(part.title))](#\(part.anchor))", part.rules)
    }
    for part in book.byFamily {
      text += "\n\(Self.anchor(part.anchor))\n\n## \(Self.escaped(part.title))\n"
      for entry in part.rules { text += section(entry) }
    }
    return text + clauses
  }

  private func contents(_ title: String, _ rules: [RuleBook.Entry]) -> String {
    let list = rules.map { "[\($0.id)](#\($0.id))" }.joined(separator: ", ")
    return "\n- \(title): \(list)"
  }

  // MARK: Rules

  private func section(_ entry: RuleBook.Entry) -> String {
    var text = "\n\(Self.anchor(entry.id))\n\n### \(entry.id) \(Self.escaped(entry.title))\n\n"
    for fact in entry.facts { text += "- \(fact.label): \(Self.escaped(fact.value))\n" }
    let sources = entry.sources.map { source in
      source.anchor.map { "[\(source.citation)](#\($0))" } ?? Self.escaped(source.citation)
    }
    text += "- \(pick("ข้อของคู่มือ", "clauses")): \(sources.joined(separator: ", "))\n"
    text += "- \(pick("แฟ้ม", "file")): `\(entry.file)`\n"
    text += "\n**\(pick("สิ่งที่ตรวจ", "What is asked"))**\n\n"
    for check in entry.checks {
      text += String(repeating: "  ", count: check.depth) + "- \(Self.spans(check.text))\n"
    }
    if !entry.conditions.isEmpty {
      text += "\n**\(pick("เงื่อนไข", "Conditions"))**\n\n"
      for condition in entry.conditions {
        text += "- \(condition.label): \(Self.code(condition.expression))\n"
      }
    }
    text += quotes(pick("ข้อความ", "Messages"), entry.messages)
    text += quotes(pick("แนวทางแก้ไข", "Remedy"), [entry.remedy])
    text += quotes(pick("หมายเหตุ", "Note"), entry.notes.map { [$0] } ?? [])
    text += parameters(entry.parameters)
    return text + examples(entry.examples)
  }

  private func quotes(_ title: String, _ texts: [String]) -> String {
    guard !texts.isEmpty else { return "" }
    return "\n**\(title)**\n\n" + texts.map { "- \(Self.escaped($0))\n" }.joined()
  }

  private func parameters(_ parameters: [RuleBook.Parameter]) -> String {
    guard !parameters.isEmpty else { return "" }
    let heads = [
      pick("ค่า", "parameter"), pick("ความหมาย", "meaning"), pick("ชนิด", "type"),
      pick("ขอบเขต", "bounds"), pick("ใช้เมื่อ", "when"), pick("ค่าที่ใช้", "value"),
    ]
    var text = "\n**\(pick("ค่าที่กำหนดได้", "Parameters"))**\n\n"
    text += "| \(heads.joined(separator: " | ")) |\n|---|---|---|---|---|---|\n"
    for parameter in parameters {
      for (index, row) in parameter.values.enumerated() {
        let own =
          index == 0
          ? ["`\(parameter.name)`", parameter.label, parameter.type, parameter.bounds]
          : ["", "", "", ""]
        let cells = [own[0]] + (own.dropFirst() + [row.when, row.value]).map(Self.escaped)
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
    }
    return text
  }

  private func examples(_ examples: [RuleBook.Example]) -> String {
    guard !examples.isEmpty else { return "" }
    var text = "\n**\(pick("ตัวอย่าง", "Examples"))**\n"
    for example in examples {
      let name = example.name.map { " · \(Self.escaped($0))" } ?? ""
      // A fence that no line of the example can close.
      let marks = example.lines.map { $0.drop { $0 == " " }.prefix { $0 == "`" }.count }
      let longest = marks.max() ?? 0
      let fence = String(repeating: "`", count: max(3, longest + 1))
      text += "\n\(example.number). \(example.outcome)\(name)\n\n   \(fence)yaml\n"
      text += example.lines.map { "   \($0)\n" }.joined() + "   \(fence)\n"
    }
    return text
  }

  // MARK: Clauses

  private var clauses: String {
    guard !book.clauses.isEmpty else { return "" }
    var text = "\n## \(pick("ข้อของคู่มือและเกณฑ์", "Clauses of the manual and their rules"))\n"
    for clause in book.clauses {
      text += "\n\(Self.anchor(clause.anchor))\n\n"
      text += "**\(clause.citation)** \(Self.escaped(clause.text))\n\n"
      let rules = clause.rules.map { "[\($0)](#\($0))" }.joined(separator: ", ")
      let none = clause.reason ?? pick("ยังไม่มีเกณฑ์", "no rule yet")
      text += "→ \(rules.isEmpty ? Self.escaped(none) : rules)\n"
    }
    return text
  }

  // MARK: Text

  private static func anchor(_ name: String) -> String { "<a id=\"\(name)\"></a>" }

  private static func code(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.utf8.contains(UInt8(ascii: "`")) ? escaped(line) : "`\(line)`"
  }

  private static func spans(_ text: String) -> String {
    BookSpans.of(text).map { $0.isCode ? code($0.text) : escaped($0.text) }.joined()
  }

  /// Text in which no sign means markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += " "
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
