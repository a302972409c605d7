import CEL
import Diagnostics
import DocumentArena
import Findings
import PlanValues
import RuleCompiler
import RuleModel
import SourceText
import Submissions

// The rows of `steps` compare days without an expression; an explanation shows what they compare as one.
extension RuleRun {
  /// `date_of(row) >= date_of(above)`, which does not hold.
  func orderTrace(
    _ row: CompiledStep,
    _ above: CompiledStep,
    _ item: CompiledItem
  ) -> ExpressionTrace {
    let parts = [dateTrace(row, item), dateTrace(above, item)]
    let text = parts.map(\.text).joined(separator: " >= ")
    return trace(text, isTrue: false, item, origin: nil, parts: parts)
  }

  /// `recorded(row)`, which does not hold, beside the rows after it that are recorded.
  func unrecordedTraces(
    _ row: CompiledStep,
    _ rest: ArraySlice<CompiledStep>,
    _ item: CompiledItem
  ) -> [ExpressionTrace] {
    var traces = [trace("recorded(\"\(row.code)\")", isTrue: false, item, origin: nil, parts: [])]
    if let optional = row.optional { traces.append(ExpressionTracer.trace(optional, in: self)) }
    for later in rest {
      guard let event = scope.steps.event(of: later.code) else { continue }
      let place = PlaceNames(scope: scope).place(place(of: event.node))
      traces.append(
        trace("recorded(\"\(later.code)\")", isTrue: true, item, origin: place, parts: [])
      )
      break
    }
    return traces
  }

  /// `date_of(row)`.
  func dateTrace(_ row: CompiledStep, _ item: CompiledItem) -> ExpressionTrace {
    let value = scope.steps.date(of: row.code)
    let missing = value?.unknown?.missing.map { scope.context.path(of: $0) } ?? []
    let paths = missing.joined(separator: ", ")
    let shown =
      value?.date.map { LocalizedText(th: $0.formatted(.thai), en: $0.formatted(.english)) }
      ?? LocalizedText(
        th: "ยังไม่มีข้อมูลหรืออ่านไม่ได้: \(paths)",
        en: "missing or cannot be read: \(paths)"
      )
    return ExpressionTrace(
      text: "date_of(\"\(row.code)\")",
      place: rulePlace(of: item),
      type: LocalizedText(th: "วันที่", en: "date"),
      outcome: value?.date == nil ? .unknown : .value,
      value: value?.date.map { "date(\"\($0)\")" } ?? "",
      shown: shown,
      origin: value.flatMap { observedPlace(of: $0) },
      missing: missing,
      parts: []
    )
  }

  private func trace(
    _ text: String,
    isTrue: Bool,
    _ item: CompiledItem,
    origin: FindingPlace?,
    parts: [ExpressionTrace]
  ) -> ExpressionTrace {
    ExpressionTrace(
      text: text,
      place: rulePlace(of: item),
      type: LocalizedText(th: "ค่าจริงเท็จ", en: "truth value"),
      outcome: .value,
      value: isTrue ? "true" : "false",
      shown: isTrue ? LocalizedText(th: "ใช่", en: "yes") : LocalizedText(th: "ไม่ใช่", en: "no"),
      origin: origin,
      missing: [],
      parts: parts
    )
  }

  /// Where the item stands in the file of the rule.
  private func rulePlace(of item: CompiledItem) -> Diagnostic.Place {
    let document = compiled.rule.document
    return Diagnostic.Place(
      file: document.source.name,
      position: document.position(of: item.node)
    )
  }
}
