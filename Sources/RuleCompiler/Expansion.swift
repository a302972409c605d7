import CEL
import DocumentArena
import PlanValues
import RuleModel

extension CompiledRule {
  /// What the rule asks, in CEL: one line for each guard, selector, definition and part.
  ///
  /// For explanations; written anew each time, nothing is kept.
  public var expansion: [String] { Expansion(self).lines }
}

/// Writes a compiled rule as CEL.
private struct Expansion {
  private let compiled: CompiledRule
  private(set) var lines: [String] = []

  init(_ compiled: CompiledRule) {
    self.compiled = compiled
    for definition in compiled.rule.definitions {
      lines.append("\(definition.name) = \(Self.oneLine(definition.expression.text))")
    }
    if let when = compiled.when { lines.append("when \(text(when))") }
    for selector in compiled.selectors {
      let lists = selector.sources.map { text($0.formula) }.joined(separator: ", then ")
      lines.append("for \(selector.name) in \(lists)")
    }
    if let condition = compiled.whereCondition { lines.append("where \(text(condition))") }
    let indent = compiled.selectors.isEmpty ? "" : "  "
    for item in compiled.items { add(item, indent) }
  }

  private mutating func add(_ item: CompiledItem, _ indent: String) {
    var inner = indent
    if let when = item.when {
      lines.append(indent + "when \(text(when)):")
      inner += "  "
    }
    if let pending = item.pending { lines.append(inner + "not yet due while \(text(pending))") }
    let softer = item.softer.map { " (\($0.rawValue) only)" } ?? ""
    switch item.form {
    case .parts(let families):
      for family in families { add(family, inner, softer) }
    case .unique(let unique): add(unique, inner, softer)
    case .steps(let rows): add(rows, inner, softer)
    case .ask: lines.append(inner + "a person judges")
    case .each(let each):
      let lists = each.sources.map { text($0.formula) }.joined(separator: ", then ")
      lines.append(inner + "for \(each.names.joined(separator: ", ")) in \(lists)")
      if let condition = each.whereCondition {
        lines.append(inner + "  where \(text(condition))")
      }
      for item in each.items { add(item, inner + "  ") }
    case .any(let items): add(items, "any of" + softer, inner)
    case .all(let items): add(items, "all of" + softer, inner)
    case .not(let item): add([item], "not" + softer, inner)
    }
  }

  private mutating func add(_ items: [CompiledItem], _ word: String, _ indent: String) {
    lines.append(indent + word + ":")
    for item in items { add(item, indent + "  ") }
  }

  private mutating func add(_ family: PartFamily, _ indent: String, _ softer: String) {
    var head = family.kind.rawValue
    if case .fixed(let key) = family.key, key != head { head += " " + key }
    lines.append(indent + head + softer + ":")
    let inner = indent + "  "
    for operand in family.operands { lines.append(inner + definition(operand)) }
    if let asked = family.asked {
      let list = asked.formula.map { text($0) } ?? literal(asked.constant)
      switch family.key {
      case .together: lines.append(inner + "v = \(list)")
      default: lines.append(inner + "for v in \(list)")
      }
    }
    if let (formula, _) = family.applicable { lines.append(inner + "if \(text(formula))") }
    lines.append(inner + text(family.condition))
  }

  private func definition(_ operand: Operand) -> String {
    let name = operand.slot == compiled.slots["@list"] ? "list" : variable(operand)
    return "\(name) = " + (operand.formula.map { text($0) } ?? literal(operand.constant))
  }

  /// The name under which the condition knows the operand.
  private func variable(_ operand: Operand) -> String {
    let names = RuleCompilation.internalNames.filter { $0.hasPrefix("@") }
    let name = names.first { compiled.slots[$0] == operand.slot }
    return name.map { String($0.dropFirst()) } ?? operand.name
  }

  private mutating func add(_ unique: CompiledUnique, _ indent: String, _ softer: String) {
    lines.append(indent + "unique" + softer + ":")
    let keys = unique.keys.map { text($0) }.joined(separator: ", ")
    lines.append(indent + "  for b in \(text(unique.list.formula))")
    lines.append(indent + "  no earlier a that has the same \(keys)")
    if let unless = unique.unless { lines.append(indent + "  unless \(text(unless))") }
  }

  private mutating func add(_ rows: [CompiledStep], _ indent: String, _ softer: String) {
    lines.append(indent + "steps" + softer + ":")
    for (index, row) in rows.enumerated() {
      let step = "\"\(row.code)\""
      var asked = "recorded(\(step))"
      if !row.isOptional {
        let later = rows[(index + 1)...].map { "\"\($0.code)\"" }.joined(separator: ", ")
        let due =
          later.isEmpty ? "reached(\"closed\")" : "recorded_any([\(later)]) || reached(\"closed\")"
        asked += row.optional.map { " || !(\(text($0))) && (\(due))" } ?? " || \(due)"
      }
      lines.append(indent + "  if \(asked)")
      var holds = "recorded(\(step))"
      if index > 0 { holds += " && date_of(\(step)) >= the date of the nearest recorded row above" }
      lines.append(indent + "    " + holds)
    }
  }

  // MARK: Text

  private func text(_ formula: Formula) -> String {
    if let written = formula.text { return Self.oneLine(written) }
    let tree = formula.program.checked.syntax
    var text = Unparser.text(of: tree)
    for name in RuleCompilation.internalNames where name.hasPrefix("@") {
      text = Self.replacing(name, with: String(name.dropFirst()), in: text)
    }
    for name in ["@x", "@e"] + (0..<10).map({ "@e\($0)" }) {
      text = Self.replacing(name, with: String(name.dropFirst()), in: text)
    }
    return text
  }

  private func literal(_ value: Value?) -> String {
    guard let value else { return "–" }
    switch value.payload {
    case .string(let text): return "\"\(text)\""
    case .int(let number): return String(number)
    case .bool(let flag): return String(flag)
    case .list(.elements(let elements)):
      return "[" + elements.map { literal($0) }.joined(separator: ", ") + "]"
    default: break
    }
    if let amount = value.money { return "money(\"\(amount.plainText)\")" }
    if let date = value.date { return "date(\"\(date)\")" }
    if let number = value.decimal { return "decimal(\"\(number)\")" }
    return "–"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func replacing(_ name: String, with other: String, in text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    let wanted = Array(name.utf8)
    var index = 0
    while index < bytes.count {
      let end = index + wanted.count
      let isHere = end <= bytes.count && bytes[index..<end].elementsEqual(wanted)
      let goesOn =
        end < bytes.count
        && (bytes[end] | 0x20 >= 0x61 && bytes[end] | 0x20 <= 0x7A || bytes[end] == 0x5F
          || bytes[end] >= 0x30 && bytes[end] <= 0x39)
      if isHere, !goesOn {
        result += Array(other.utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
