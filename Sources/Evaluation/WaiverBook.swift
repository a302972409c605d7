import CEL
import Diagnostics
import DocumentArena
import Findings
import Findings
import PlanValues
import RuleModel
import Submissions

/// The waivers of a submission, and which of them were used.
struct WaiverBook {
  private let waivers: [Waiver]
  private var used: [Bool]

  init(_ all: [Waiver], for scope: SubmissionScope) {
    let id = scope.submission.id ?? ""
    waivers = all.filter { $0.submission.utf8.elementsEqual(id.utf8) }
    used = Array(repeating: false, count: waivers.count)
  }

  /// The waiver that sets a failed part aside on a day.
  mutating func waiver(
    for part: PartResult,
    of rule: RuleFacts,
    at path: DocumentPath,
    in scope: SubmissionScope
  ) -> Waiver? {
    guard rule.isWaivable else { return nil }
    for (index, waiver) in waivers.enumerated() {
      guard waiver.rule.utf8.elementsEqual(rule.id.utf8), waiver.holds(on: scope.settings.asOf),
        waiver.parts.map({ $0.contains { $0.utf8.elementsEqual(part.key.utf8) } }) ?? true,
        concerns(waiver, part, path, scope)
      else { continue }
      used[index] = true
      return waiver
    }
    return nil
  }

  /// Takes over which waivers another copy of the book used.
  mutating func add(usedBy other: WaiverBook) {
    for index in used.indices where other.used[index] { used[index] = true }
  }

  /// Whether the part lies at or below the element of the waiver.
  private func concerns(
    _ waiver: Waiver,
    _ part: PartResult,
    _ path: DocumentPath,
    _ scope: SubmissionScope
  ) -> Bool {
    if waiver.element.isEmpty { return true }
    if passes(waiver.element[...], path, scope.submission.document) { return true }
    return part.elements.contains { origin in
      origin.document == 0
        && passes(
          waiver.element[...],
          scope.paths.path(of: origin.node, in: 0).path,
          scope.submission.document
        )
    }
  }

  private func passes(
    _ steps: ArraySlice<Waiver.Step>,
    _ path: DocumentPath,
    _ document: Document
  ) -> Bool {
    var wanted = steps
    var node = document.root
    var list = ""
    for step in path.steps {
      switch step {
      case .key(let key):
        guard let next = document.child(of: node, key) else { return wanted.isEmpty }
        node = next
        list = key
      case .index(let index):
        var children = document.children(of: node)
        for _ in 0..<max(index, 0) { _ = children.next() }
        guard let next = children.next() else { return wanted.isEmpty }
        node = next
        guard let first = wanted.first else { return true }
        if first.list.utf8.elementsEqual(list.utf8) {
          let value = document.child(of: node, first.field).map { document.text(of: $0) }
          guard value?.utf8.elementsEqual(first.value.utf8) ?? false else { return false }
          wanted = wanted.dropFirst()
        }
      }
    }
    return wanted.isEmpty
  }

  /// What is to be said about waivers that set nothing aside, and why.
  func idle(on day: CalendarDate, rules: [RuleResult]) -> [LocalizedText] {
    waivers.indices.filter { !used[$0] }.map { index in
      let waiver = waivers[index]
      let reason = Self.reason(waiver, day, rules)
      return LocalizedText(
        th: "การผ่อนผัน \(waiver.rule) " + reason.th,
        en: "the waiver of \(waiver.rule) " + reason.en
      )
    }
  }

  private static func reason(
    _ waiver: Waiver,
    _ day: CalendarDate,
    _ rules: [RuleResult]
  ) -> LocalizedText {
    if day > waiver.until {
      return LocalizedText(
        th: "สิ้นสุดแล้วเมื่อวันที่ \(waiver.until.formatted(.thai))",
        en: "ended on \(waiver.until.formatted(.english))"
      )
    }
    if day < waiver.from {
      return LocalizedText(
        th: "เริ่มวันที่ \(waiver.from.formatted(.thai)) ยังไม่มีผล",
        en: "begins on \(waiver.from.formatted(.english))"
      )
    }
    guard let result = rules.first(where: { $0.rule.id.utf8.elementsEqual(waiver.rule.utf8) })
    else { return LocalizedText(th: "ไม่มีผล เพราะไม่มีเกณฑ์นี้", en: "names a rule that does not exist") }
    switch result.outcome {
    case .notSelected, .notApplicable:
      return LocalizedText(
        th: "ไม่มีผล เพราะเกณฑ์นี้ไม่ได้ใช้ตรวจเรื่องนี้",
        en: "has no effect: the rule was not used on this submission"
      )
    case .fail where !result.rule.isWaivable:
      return LocalizedText(
        th: "ไม่มีผล เพราะเกณฑ์นี้ผ่อนผันไม่ได้",
        en: "has no effect: the rule cannot be waived"
      )
    default:
      return LocalizedText(
        th: "ไม่ตรงกับข้อที่ไม่ผ่านข้อใด",
        en: "matches nothing that fails"
      )
    }
  }
}
