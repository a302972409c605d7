import SeededNumbers
import TestSupport

/// Writes YAML as people do: any indentation, any quotes, comments and empty lines everywhere.
struct YAMLTextGenerator {
  private var generator: SeededGenerator
  private var lines: [String] = []
  private var anchors: [String] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
  private mutating func happens(_ percent: Int) -> Bool { number(100) < percent }
  private mutating func one<Element>(_ of: [Element]) -> Element { of[number(of.count)] }

  private static let words = [
    "โครงการที่ 1", "ระบุให้ครบ", "a", "b-c", "x.y", "12:30", "007", "4.10", "true", "null", "~",
    "it's", "a # b", "น้ำ", "ก:ข", "-1", "2025-06-30", "p.name == \"x\"", "100%",
  ]
  private static let names = [
    "krong", "rule", "title", "check", "message", "examples", "applies_to", "kinds", "jobs", "th",
    "en",
    "โครงการ", "a b", "x-1", "when", "params",
  ]

  /// A document.
  mutating func document() -> String {
    if happens(30) { comment(0) }
    mapping(0, depth: 0)
    if happens(30) { comment(0) }
    let end = happens(20) ? "\r\n" : "\n"
    var text = lines.joined(separator: end)
    if happens(80) { text += end }
    if happens(10) { text = "\u{FEFF}" + text }
    return text
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func comment(_ indent: Int) {
    if happens(30) { lines.append(happens(50) ? "" : blanks(number(4))) }
    let column = happens(80) ? indent : indent + number(5)
    lines.append(blanks(column) + one(["# หมายเหตุ", "#", "# a: b", "## x  ", "#no blank"]))
    if happens(20) { lines.append("") }
  }

  private mutating func trailing() -> String {
    happens(15) ? blanks(1 + number(6)) + "# " + one(["ท้ายบรรทัด", "x: y", "…"]) : ""
  }

  private mutating func mapping(_ indent: Int, depth: Int) {
    var names = Self.names.shuffled(using: &generator)
    for _ in 0...number(depth == 0 ? 6 : 3) {
      if happens(12) { comment(indent) }
      if happens(10) { lines.append("") }
      guard let name = names.popLast() else { return }
      let key = happens(10) ? "\"\(name)\"" : name
      value(after: blanks(indent) + key + (happens(10) ? " :" : ":"), indent, depth, inList: false)
    }
  }

  private mutating func list(_ indent: Int, depth: Int) {
    for _ in 0...number(3) {
      if happens(12) { comment(indent) }
      value(after: blanks(indent) + "-", indent, depth, inList: true)
    }
  }

  /// A value behind a key or dash.
  private mutating func value(after start: String, _ indent: Int, _ depth: Int, inList: Bool) {
    let deeper = indent + 1 + number(4)
    var start = start
    if happens(6) {
      let name = "n\(anchors.count)"
      anchors.append(name)
      start += " &" + name
    }
    switch number(depth > 3 ? 6 : 10) {
    case 0: lines.append(start + trailing())
    case 1, 2: lines.append(start + blanks(1 + number(3)) + scalar() + trailing())
    case 3: lines.append(start + " " + flow(0, indent) + trailing())
    case 4: block(start, deeper)
    case 5: several(start, deeper)
    case 6, 7:
      lines.append(start + trailing())
      mapping(deeper, depth: depth + 1)
    case 8:
      lines.append(start + trailing())
      list(happens(30) && !inList ? indent : deeper, depth: depth + 1)
    default: inner(start, indent, depth, inList: inList)
    }
  }

  /// A mapping that begins behind its dash.
  private mutating func inner(_ start: String, _ indent: Int, _ depth: Int, inList: Bool) {
    guard inList, !start.contains("&") else { return lines.append(start + " " + scalar()) }
    let gap = 1 + number(3)
    let column = indent + 1 + gap
    lines.append(start + blanks(gap) + "key: " + scalar() + trailing())
    for name in ["k1", "k2"].prefix(number(3)) {
      if happens(15) { comment(column) }
      value(after: blanks(column) + name + ":", column, depth + 1, inList: false)
    }
  }

  private mutating func scalar() -> String {
    let word = one(Self.words)
    switch number(4) {
    case 0: return "'" + word.replacingOccurrences("'", "''") + "'"
    case 1: return "\"" + word.replacingOccurrences("\"", "\\\"") + "\""
    case 2 where !anchors.isEmpty && happens(20): return "plain"
    default: return word.contains(" #") ? "plain text" : word
    }
  }

  private mutating func flow(_ depth: Int, _ indent: Int) -> String {
    guard depth < 3, happens(depth == 0 ? 100 : 40) else {
      let text = scalar()
      return text.contains(",") ? "x" : text
    }
    let gap = one(["", " ", "  "])
    let comma = one([",", ", ", " , ", happens(30) ? ",\n" + blanks(indent + 1 + number(6)) : ","])
    if happens(50) {
      let parts = (0..<number(4)).map { _ in flow(depth + 1, indent) }
      return "[" + gap + parts.joined(separator: comma) + gap + "]"
    }
    var names = ["th", "en", "x", "y1"]
    let parts = (0..<number(4)).map { _ in
      names.removeLast() + one([": ", ":  "]) + flow(depth + 1, indent)
    }
    return "{" + gap + parts.joined(separator: comma) + gap + "}"
  }

  private mutating func block(_ start: String, _ indent: Int) {
    lines.append(start + " " + one(["|", ">", "|-", ">-", "|+"]) + (happens(10) ? " # หัว" : ""))
    for index in 0...number(3) {
      if index > 0, happens(20) { lines.append("") }
      let more = index > 0 && happens(20) ? 2 : 0
      lines.append(blanks(indent + more) + one(["ข้อความ", "a && b  # no comment", "- x", "k: v"]))
    }
    if happens(15) { lines.append("") }
  }

  /// A plain or quoted text of several lines.
  private mutating func several(_ start: String, _ indent: Int) {
    let quote = one(["", "\"", "'"])
    lines.append(start + " " + quote + "ข้อความ แรก")
    if happens(20) { lines.append("") }
    lines.append(blanks(indent) + "และ ต่อ" + (happens(30) ? "  " : ""))
    lines.append(blanks(indent + number(3)) + "จบ" + quote + trailing())
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: Character, _ new: String) -> String {
    reduce(into: "") { $0 += $1 == old ? new : String($1) }
  }
}
