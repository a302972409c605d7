import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import ThaiText

/// What is wrong, as a kind found it.
enum Problem {
  case notRecorded, outOfPlace, datedBefore, missing, incomplete, datedOutside, noReport,
    lacksRecipient
}

/// What a kind found on the way to a place, for its sentence.
struct Told {
  var problem: Problem?
  var lacking: [Value] = []
  var found = ""
  var step = ""
  var clause = ""
  var earlierDate: Value?
  var laterStep = ""
}

// Where the finding of a part points (language reference, "Places").
extension RuleRun {
  /// The place of a part that failed; on the way it is found what is wrong.
  mutating func place(
    of family: PartFamily,
    _ item: CompiledItem,
    _ told: inout Told
  ) -> PlaceTarget? {
    switch family.place {
    case .path(let path): return target(of: path) ?? fallbackPlace(item)
    case .operand(let operand): return place(of: operand, item)
    case .asked(let list):
      let origin = family.asked.flatMap { activation[$0.slot]?.origin }
      return origin.map { place(of: $0) } ?? list.flatMap { target(of: $0) } ?? fallbackPlace(item)
    case .entry(let near, let list, let detail):
      return entryPlace(near, list, detail, family, item, &told)
    case .stepOrder(let later, let events, let others):
      return stepPlace(later, events, others, item, &told)
    case .item: return fallbackPlace(item)
    }
  }

  func place(of operand: Operand, _ item: CompiledItem) -> PlaceTarget? {
    if let path = operand.path, let place = target(of: path) { return place }
    if let at = item.at, let place = target(of: at) { return place }
    if let origin = activation[operand.slot]?.origin { return place(of: origin) }
    return fallbackPlace(item)
  }

  private mutating func entryPlace(
    _ near: Formula,
    _ list: FieldPath?,
    _ detail: EntryDetail,
    _ family: PartFamily,
    _ item: CompiledItem,
    _ told: inout Told
  ) -> PlaceTarget? {
    let entries = scope.context.elements(of: value(near)) ?? []
    switch detail {
    case .entry: break
    case .document(let complete):
      told.problem = entries.isEmpty ? .missing : .incomplete
      let whole = scope.context.elements(of: value(complete)) ?? []
      if let origin = whole.first?.origin {
        told.problem = .datedOutside
        return PathFinder.target([.key("date")], below: origin, in: scope.documents)
      }
    case .report(let dated, let recipients):
      told.problem = .noReport
      let reports = scope.context.elements(of: value(dated)) ?? []
      if let origin = reports.first?.origin {
        told.problem = .lacksRecipient
        told.lacking = lackingRecipients(reports, recipients, family)
        return PathFinder.target([.key(recipients)], below: origin, in: scope.documents)
      }
    }
    if let origin = entries.first?.origin { return place(of: origin) }
    if let at = item.at, let place = target(of: at) { return place }
    if let list, let place = target(of: list) { return place }
    if let origin = family.operands.first.flatMap({ activation[$0.slot]?.origin }) {
      return place(of: origin)
    }
    return fallbackPlace(item)
  }

  /// The recipients asked for that no report of the period names.
  private func lackingRecipients(
    _ reports: [Value],
    _ field: String,
    _ family: PartFamily
  ) -> [Value] {
    guard let operand = family.operands.first(where: { $0.name == "recipients" }),
      let asked = activation[operand.slot].flatMap({ scope.context.elements(of: $0) })
    else { return [] }
    return asked.filter { party in
      guard let name = party.string else { return false }
      return !reports.contains { report in
        let value = scope.context.field(field, of: report)
        let named = scope.context.elements(of: value) ?? [value]
        return named.contains { recipient in
          recipient.string.map { scope.rules.names.same("parties", $0, name) } ?? false
        }
      }
    }
  }

  private mutating func stepPlace(
    _ later: String,
    _ events: Int,
    _ others: Formula?,
    _ item: CompiledItem,
    _ told: inout Told
  ) -> PlaceTarget? {
    told.laterStep = later
    let earlier = (activation[events].flatMap { scope.context.elements(of: $0) }) ?? []
    guard !earlier.isEmpty else {
      told.problem = .notRecorded
      if let others, let origin = scope.context.elements(of: value(others))?.first?.origin {
        return PathFinder.target([.key("to")], below: origin, in: scope.documents)
      }
      if let event = scope.steps.event(of: later) { return place(of: event.node) }
      return fallbackPlace(item)
    }
    told.problem = .datedBefore
    var first: Value?
    for event in earlier {
      let date = scope.context.field("date", of: event)
      guard let day = date.date else { continue }
      if let known = first?.date, known <= day { continue }
      first = date
    }
    told.earlierDate = first
    if let origin = first?.origin { return place(of: origin) }
    return earlier.first?.origin.map { place(of: $0) } ?? fallbackPlace(item)
  }
}
