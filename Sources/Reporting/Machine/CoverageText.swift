import Diagnostics
import RuleTesting

/// Shows coverage as text: what no test reaches, rule by rule, then the totals.
struct CoverageText {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func text(of coverage: CoverageReport) -> String {
    var text = ""
    for rule in coverage.rules where rule.share.reached < rule.share.total {
      text += "\(rule.rule)  \(rule.share.text) %  (\(rule.share.reached)/\(rule.share.total))\n"
      for goal in rule.goals where goal.count == 0 {
        let line =
          goal.position.map { "\(rule.file):\($0.line):\($0.column): " } ?? "\(rule.file): "
        text += "  \(line)\(self.line(goal))\n"
      }
    }
    text += unreachable(coverage)
    for kind in [CoverageReport.Goal.Kind.outcome, .condition, .part, .operand] {
      let share = coverage.share(of: kind)
      text += "\(name(kind)): \(percent(share)) (\(share.reached)/\(share.total))\n"
    }
    let share = coverage.share
    text += pick("ครอบคลุม", "coverage") + ": \(share.text) % (\(share.reached)/\(share.total))\n"
    return text
  }

  /// How many outcomes are not asked for, by outcome; the JSON and HTML forms name the rules.
  private func unreachable(_ coverage: CoverageReport) -> String {
    var counts: [String: Int] = [:]
    for rule in coverage.rules {
      for entry in rule.unreachable { counts[entry.outcome, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return "" }
    let list = counts.keys.sorted().map { "\($0) \(counts[$0] ?? 0)" }.joined(separator: ", ")
    return pick("ผลที่เกิดขึ้นไม่ได้ ไม่นับ: ", "outcomes that cannot come about, not counted: ") + list
      + "\n"
  }

  func line(_ goal: CoverageReport.Goal) -> String {
    let what = name(goal.kind)
    return goal.kind == .outcome
      ? pick("ไม่มีการทดสอบที่ให้ผล \(goal.branch)", "no test comes to \(goal.branch)")
      : pick(
        "\(what) \(goal.subject): ไม่มีการทดสอบที่ \(goal.branch)",
        "\(what) \(goal.subject): no test has \(goal.branch)"
      )
  }

  /// The share; of nothing there is none.
  func percent(_ share: CoverageReport.Share) -> String {
    share.total == 0 ? "–" : "\(share.text) %"
  }

  func name(_ kind: CoverageReport.Goal.Kind) -> String {
    switch kind {
    case .outcome: pick("ผลของเกณฑ์", "outcomes")
    case .condition: pick("เงื่อนไข", "conditions")
    case .part: pick("ข้อตรวจ", "checks")
    case .operand: pick("ส่วนของนิพจน์", "operands")
    }
  }
}

/// Shows coverage as one page that needs no other file.
struct CoveragePage {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func text(of report: TestReport) -> String {
    let coverage = report.coverage ?? CoverageReport(rules: [])
    let title = pick("ความครอบคลุมของการทดสอบเกณฑ์", "Coverage of the tests of rules")
    var text = HTMLText.element("h1", title) + "\n"
    text += "<p>\(HTMLText.escaped(TestWords(language: language).summary(report)))</p>\n"
    text += totals(coverage)
    for rule in coverage.rules { text += section(rule) }
    return HTMLPage(title: title, language: language, style: Self.style).text(body: text)
  }

  private func totals(_ coverage: CoverageReport) -> String {
    let words = CoverageText(language: language)
    var text = "<table>\n"
    for kind in [CoverageReport.Goal.Kind.outcome, .condition, .part, .operand] {
      text += row([words.name(kind)], coverage.share(of: kind))
    }
    return text + row([pick("รวม", "all")], coverage.share) + "</table>\n"
  }

  private func row(_ cells: [String], _ share: CoverageReport.Share) -> String {
    let percent = CoverageText(language: language).percent(share)
    let all = cells + [percent, "\(share.reached)/\(share.total)"]
    return "<tr>" + all.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>\n"
  }

  private func section(_ rule: CoverageReport.RuleCoverage) -> String {
    let isWhole = rule.share.reached == rule.share.total
    let heading = "\(rule.rule) \(rule.title[language]) — \(rule.share.text) %"
    var text = "<details\(isWhole ? "" : " open")>\n"
    text +=
      "<summary class=\"\(isWhole ? "hit" : "miss")\">\(HTMLText.escaped(heading))</summary>\n"
    text += "<p>\(HTMLText.escaped(rule.file))</p>\n<table>\n"
    for goal in rule.goals {
      let place = goal.position.map { "\($0.line):\($0.column)" } ?? ""
      let cells = [
        place, CoverageText(language: language).name(goal.kind), goal.subject, goal.branch,
      ]
      text += "<tr class=\"\(goal.count > 0 ? "hit" : "miss")\">"
      text +=
        (cells + ["\(goal.count)"]).map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>\n"
    }
    for entry in rule.unreachable {
      text += "<tr><td></td><td></td><td>\(HTMLText.escaped(entry.outcome))</td>"
      text += "<td>\(HTMLText.escaped(entry.reason[language]))</td><td>–</td></tr>\n"
    }
    return text + "</table>\n</details>\n"
  }

  private static let style = """
    body { font-family: "Noto Sans Thai", "Sarabun", sans-serif; margin: 2rem; }
    table { border-collapse: collapse; }
    td { border: 1px solid #ccc; padding: 0.2rem 0.6rem; }
    summary { cursor: pointer; font-weight: bold; margin-top: 1rem; }
    tr.miss td { background: #fdecea; }
    tr.hit td { background: #eef7ee; }

    """
}
