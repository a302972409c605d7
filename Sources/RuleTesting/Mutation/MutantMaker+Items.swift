import DocumentArena
import DocumentReading
import RuleCompiler
import RuleModel
import Submissions

// The rule and its items.
extension MutantMaker {
  mutating func bendRule() {
    let root = document.root
    for child in document.children(of: root) {
      surroundings = key(child)
      switch key(child) {
      case "when", "where": bendGuard(child, in: root)
      case "if_none": bendIfNone(child)
      case "define":
        for definition in document.children(of: child) {
          surroundings = "define " + key(definition)
          bendExpression(definition)
        }
      case "params":
        for parameter in document.children(of: child) {
          surroundings = "params " + key(parameter)
          bendParameter(parameter)
        }
      case "for_each":
        for selector in document.children(of: child) {
          dropEntries(selector)
          if document.kind(of: selector) != .list { bendExpression(selector) }
        }
      case "check": bendItems(child)
      case "applies_to":
        for scope in document.children(of: child) { bendScope(scope) }
      case "in_force":
        for year in document.children(of: child) { bendLiteral(year) }
      default: continue
      }
    }
  }

  /// The stage from which the rule applies, and its jobs and kinds.
  private mutating func bendScope(_ node: NodeID) {
    guard key(node) == "from_stage" else {
      guard document.kind(of: node) == .list, document.count(of: node) > 1 else { return }
      for entry in document.children(of: node) {
        add(
          .scope,
          at: entry,
          removal(of: entry, in: node),
          "ไม่ใช้กับ \(source(of: entry)) แล้ว",
          "no longer applies to \(source(of: entry))"
        )
      }
      return
    }
    let stages = compiled.first?.kind.codeLists["stage"]?.codes.map(\.id) ?? []
    guard let index = stages.firstIndex(of: document.text(of: node)) else { return }
    for other in [index - 1, index + 1] where stages.indices.contains(other) {
      replace(
        .scope,
        node,
        with: stages[other],
        "ใช้ตั้งแต่สถานะ \(stages[other])",
        "applies from \(stages[other])"
      )
    }
  }

  private mutating func bendIfNone(_ node: NodeID) {
    let other = document.text(of: node) == "fail" ? "not-applicable" : "fail"
    replace(.none, node, with: other, "if_none เป็น \(other)", "if_none becomes \(other)")
  }

  /// A condition that exempts: left out, negated, bent inside.
  mutating func bendGuard(_ node: NodeID, in parent: NodeID) {
    dropKey(.exempt, node, in: parent)
    if expressions.contains(node) {
      bendCondition(node)
    } else if document.kind(of: node) == .bool {
      bendLiteral(node)
    }
  }

  // MARK: Items

  mutating func bendItems(_ list: NodeID) {
    let items = Array(document.children(of: list))
    let outer = surroundings
    for item in items {
      surroundings = outer + " " + source(of: item)
      if items.count > 1 {
        add(
          .drop,
          at: item,
          removal(of: item, in: list),
          "ตัดข้อตรวจ \(source(of: item))",
          "drops the item \(source(of: item))"
        )
      }
      bendItem(item)
    }
    surroundings = outer
  }

  private mutating func bendItem(_ item: NodeID) {
    for child in document.children(of: item) {
      switch key(child) {
      case "when", "pending": bendGuard(child, in: item)
      case "severity": bendSeverity(child, in: item)
      case "message", "label", "at": continue
      default: bendKind(child)
      }
    }
  }

  private mutating func bendSeverity(_ node: NodeID, in item: NodeID) {
    dropKey(.severity, node, in: item)
    let other = document.text(of: node) == "info" ? "warning" : "info"
    let isSofter = Severity(rawValue: other).map { $0 < rule.severity } ?? false
    if isSofter {
      replace(.severity, node, with: other, "severity เป็น \(other)", "severity becomes \(other)")
    }
  }

  private mutating func bendKind(_ node: NodeID) {
    switch key(node) {
    case "present": dropEntries(node)
    case "assert": bendCondition(node)
    case "any", "all": bendGroup(node)
    case "not": bendNot(node)
    case "each": bendEach(node)
    case "steps":
      for table in document.children(of: node) { bendSteps(table) }
    default:
      for child in document.children(of: node) { bendArgument(child, in: node) }
      bendSwaps(node)
    }
  }

  private mutating func bendGroup(_ node: NodeID) {
    let items = Array(document.children(of: node))
    let other = key(node) == "any" ? "all" : "any"
    if items.count > 1 { rename(.swap, node, to: other) }
    if key(node) == "any", items.count == 2 {
      // `any` needs two alternatives: what is left stands alone.
      for item in items {
        add(
          .drop,
          at: item,
          renaming(node, to: "all") + removal(of: item, in: node),
          "ตัดทางเลือก \(source(of: item))",
          "drops the alternative \(source(of: item))"
        )
      }
      let outer = surroundings
      for item in items {
        surroundings = outer + " " + source(of: item)
        bendItem(item)
      }
      surroundings = outer
      return
    }
    bendItems(node)
  }

  private mutating func bendNot(_ node: NodeID) {
    if let range = extent.range(of: node) {
      add(
        .negate,
        at: node,
        renaming(node, to: "all")
          + [
            SourceEdit(range.lowerBound..<range.lowerBound, "["),
            SourceEdit(range.upperBound..<range.upperBound, "]"),
          ],
        "ไม่กลับความ \(source(of: node))",
        "no longer negates \(source(of: node))"
      )
    }
    bendItem(node)
  }

  private mutating func bendEach(_ node: NodeID) {
    for child in document.children(of: node) {
      switch key(child) {
      case "in":
        dropEntries(child)
        if document.kind(of: child) != .list { bendExpression(child) }
      case "where": bendGuard(child, in: node)
      case "if_none": bendIfNone(child)
      case "check": bendItems(child)
      default: continue
      }
    }
  }

  private mutating func bendSteps(_ table: NodeID) {
    let rows = Array(document.children(of: table))
    let outer = surroundings
    for row in rows {
      surroundings = outer + " " + source(of: row)
      if rows.count > 1 {
        add(
          .drop,
          at: row,
          removal(of: row, in: table),
          "ตัดขั้นตอน \(source(of: row))",
          "drops the row \(source(of: row))"
        )
      }
      for child in document.children(of: row) where key(child) == "optional" {
        bendGuard(child, in: row)
      }
    }
    surroundings = outer
  }
}
