import Catalogues
import DocumentArena
import DocumentReading
import PlanValues
import RuleCompiler
import RuleModel
import Submissions

// The arguments of check kinds, and parameters.
extension MutantMaker {
  private static let codeLists: Set<String> = [
    "all_of", "any_of", "options", "types", "recipients",
  ]
  private static let codes: Set<String> = [
    "earlier", "later", "by", "to", "after_step", "before_step", "key", "period",
  ]

  mutating func bendArgument(_ node: NodeID, in parent: NodeID) {
    switch key(node) {
    case "min", "max", "above", "below": bendBound(node, in: parent)
    case "where", "unless": bendGuard(node, in: parent)
    case "all_of", "any_of", "options", "types", "recipients", "levels": bendList(node)
    case "filled", "filled_any", "lines": bendFields(node, in: parent)
    case "by" where document.kind(of: node) == .list: dropEntries(node)
    case "match": bendMatch(node, in: parent)
    case "by", "to", "after_step", "before_step", "earlier_any_round", "in_force", "edition":
      bendOptional(node, in: parent)
    case "earlier", "later": bendCode(node)
    case "distinct": bendLiteral(node)
    case "grace_days": shift(node, by: [1, -1])
    case "period":
      let other = document.text(of: node) == "quarter" ? "year" : "quarter"
      replace(.value, node, with: other, "period เป็น \(other)", "period becomes \(other)")
    case "list" where document.kind(of: node) == .list: dropEntries(node)
    case "value", "of", "list":
      if expressions.contains(node) { bendExpression(node) }
    default: return
    }
  }

  /// What is only asked for beside the rest: left out, or another.
  private mutating func bendOptional(_ node: NodeID, in parent: NodeID) {
    if key(node) == "to", document.child(of: parent, "value") != nil {
      if expressions.contains(node) { bendExpression(node) } else { bendLiteral(node) }
      return
    }
    dropKey(.exempt, node, in: parent)
    bendCode(node)
  }

  private mutating func bendList(_ node: NodeID) {
    guard document.kind(of: node) == .list else { return bendExpression(node) }
    dropEntries(node)
    let all = document.children(of: node).map { document.text(of: $0) }
    for entry in document.children(of: node) {
      if document.kind(of: entry) == .string {
        bendCode(entry, except: all)
      } else {
        bendLiteral(entry)
      }
    }
  }

  /// Fields that must be filled: each left out; of one alone the whole key.
  private mutating func bendFields(_ node: NodeID, in parent: NodeID) {
    dropEntries(node)
    if key(node) == "filled_any" { rename(.swap, node, to: "filled") }
    guard document.count(of: node) == 1, key(node) != "lines" else { return }
    if let range = extent.range(of: node), extent.isFlow(node), key(node) == "filled" {
      add(
        .drop,
        at: node,
        [SourceEdit(range, "[]")],
        "ไม่ต้องกรอก \(source(of: node))",
        "drops the only field of \(key(node)): \(source(of: node))"
      )
    }
    dropKey(.drop, node, in: parent)
  }

  private mutating func bendMatch(_ node: NodeID, in parent: NodeID) {
    dropKey(.exempt, node, in: parent)
    let entries = Array(document.children(of: node))
    for entry in entries {
      if entries.count > 1 { dropKey(.exempt, entry, in: node) }
      bendCode(entry)
      if document.kind(of: entry) != .string { bendLiteral(entry) }
    }
  }

  /// Keys that belong to the same kind and mean the contrary.
  mutating func bendSwaps(_ kind: NodeID) {
    func child(_ name: String) -> NodeID? { document.child(of: kind, name) }
    let pairs = [
      ("all_of", "any_of"), ("types", "any_of"), ("matches", "not_matches"),
    ]
    for (first, second) in pairs {
      if let node = child(first), child(second) == nil, isSeveral(node) {
        rename(.swap, node, to: second)
      }
      let isOfKind = second != "any_of" || (first == "types") == (key(kind) == "documents")
      if isOfKind, let node = child(second), child(first) == nil, isSeveral(node) {
        rename(.swap, node, to: first)
      }
    }
    if let earlier = child("earlier"), let later = child("later"),
      let first = extent.range(of: earlier), let second = extent.range(of: later)
    {
      add(
        .swap,
        at: earlier,
        [
          SourceEdit(first, document.text(of: later)),
          SourceEdit(second, document.text(of: earlier)),
        ],
        "สลับ earlier กับ later",
        "swaps earlier and later: \(source(of: kind))"
      )
    }
  }

  private func isSeveral(_ node: NodeID) -> Bool {
    document.kind(of: node) != .list || document.count(of: node) > 1
  }

  // MARK: Codes and literals

  /// Another code of the list to which a code belongs.
  mutating func bendCode(_ node: NodeID, except others: [String] = []) {
    let code = document.text(of: node)
    guard !expressions.contains(node), let other = self.other(than: code, except: others) else {
      return
    }
    replace(
      .code,
      node,
      with: other,
      "\(key(node)) \(code) เป็น \(other)",
      "\(code) becomes \(other)"
    )
  }

  /// The next code of a catalogue or code list that has it.
  func other(than code: String, except others: [String]) -> String? {
    for list in lists where list.contains(code) {
      guard let index = list.firstIndex(of: code) else { continue }
      let rest = list[(index + 1)...] + list[..<index]
      if let other = rest.first(where: { !others.contains($0) && $0 != code }) { return other }
    }
    return nil
  }

  private var lists: [[String]] {
    var lists: [[String]] = []
    for rule in compiled {
      let codes = rule.kind.codeLists
      for name in codes.keys.sorted() { lists.append(codes[name]?.codes.map(\.id) ?? []) }
    }
    for id in context.catalogues.ids { lists.append(context.catalogues[id]?.items.map(\.id) ?? []) }
    return lists
  }

  /// A literal: a truth value turned, a number or day shifted.
  mutating func bendLiteral(_ node: NodeID) {
    let text = document.text(of: node)
    switch document.kind(of: node) {
    case .bool:
      let other = text == "true" ? "false" : "true"
      replace(
        .value,
        node,
        with: other,
        "\(key(node)) เป็น \(other)",
        "\(key(node)) \(text) becomes \(other)"
      )
    case .int, .double: shift(node, by: [1, -1])
    case .string:
      if CalendarDate(iso: text) != nil { shift(node, by: [1, -1]) } else { bendCode(node) }
    default: return
    }
  }

  /// Shifts a literal by units of its type; an expression by what its type calls for.
  mutating func shift(_ node: NodeID, by units: [Int]) {
    for unit in units {
      guard let other = shifted(node, by: unit) else { continue }
      let text = source(of: node)
      replace(
        .bound,
        node,
        with: other,
        "\(key(node)) \(text) เป็น \(other)",
        "\(key(node)) \(text) becomes \(other)"
      )
    }
  }

  private func shifted(_ node: NodeID, by unit: Int) -> String? {
    let text = document.text(of: node)
    if expressions.contains(node) { return bounds.shifted(text, at: node, by: unit) }
    switch document.kind(of: node) {
    case .int: return Int64(text).map { String($0 + Int64(unit)) }
    case .double: return ShiftedNumber.text(text, by: unit)
    case .string: return CalendarDate(iso: text).map { "\($0.adding(days: unit) ?? $0)" }
    default: return nil
    }
  }

  // MARK: Bounds

  /// A bound that is looser and one that is tighter by one unit, or left out beside another.
  private mutating func bendBound(_ node: NodeID, in parent: NodeID) {
    let names = ["min", "max", "above", "below"]
    let count = document.children(of: parent).count { names.contains(key($0)) }
    if count > 1 { dropKey(.drop, node, in: parent) }
    if expressions.contains(node) { bendExpression(node) }
    let isCount = key(parent) == "count"
    switch key(node) {
    case "min":
      shift(node, by: isCount ? [-1, 1] : [-1])
      if !isCount { rename(.bound, node, to: "above") }
      if count == 1 { rename(.swap, node, to: "max") }
    case "max":
      shift(node, by: isCount ? [1, -1] : [1])
      if !isCount { rename(.bound, node, to: "below") }
      if count == 1 { rename(.swap, node, to: "min") }
    case "above":
      shift(node, by: [1])
      rename(.bound, node, to: "min")
    case "below":
      shift(node, by: [-1])
      rename(.bound, node, to: "max")
    default: return
    }
  }

  // MARK: Parameters

  mutating func bendParameter(_ parameter: NodeID) {
    guard document.kind(of: parameter) == .map else { return }
    for child in document.children(of: parameter) {
      switch key(child) {
      case "default": bendValue(child)
      case "by_fiscal_year", "by_job":
        for value in document.children(of: child) { bendValue(value) }
      default: continue
      }
    }
  }

  private mutating func bendValue(_ node: NodeID) {
    guard document.kind(of: node) == .list else { return bendLiteral(node) }
    bendList(node)
  }
}

/// Numbers with a point, shifted by one hundredth, which is a satang.
enum ShiftedNumber {
  static func text(_ text: String, by unit: Int) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let whole = Int64(parts[0]), parts[1].utf8.count <= 2 else {
      return nil
    }
    let digits = parts[1].utf8.count == 1 ? "\(parts[1])0" : "\(parts[1])"
    guard let rest = Int64(digits), whole >= 0 else { return nil }
    let hundredths = whole * 100 + rest + Int64(unit)
    guard hundredths >= 0 else { return nil }
    let low = hundredths % 100
    return "\(hundredths / 100).\(low < 10 ? "0" : "")\(low)"
  }
}
