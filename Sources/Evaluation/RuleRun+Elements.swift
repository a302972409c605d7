import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import RuleModel
import Submissions
import ThaiText

// Elements of lists, and what it means that there are none.
extension RuleRun {
  /// The elements of a list; nil when it is unknown or failed.
  ///
  /// An absent list that is written as empty
  /// is empty when `explicitEmpty`.
  func elements(of list: Value, _ source: ListSource, explicitEmpty: Bool) -> [Value]? {
    if let elements = scope.context.elements(of: list) { return elements.map(Self.asked) }
    if let entries = scope.context.entries(of: list) { return entries.map(\.value) }
    if explicitEmpty, list.isWrittenEmpty(in: scope.context) { return [] }
    return nil
  }

  /// An element that is looked at: a blank text is missing, as it is in a field, and what cannot be
  /// read knows its place.
  static func asked(_ element: Value) -> Value {
    if let unknown = element.unknown, element.origin == nil {
      return Value(.unknown(unknown), origin: unknown.missing.first?.base)
    }
    guard let text = element.string, isBlank(text) else { return element }
    let missing = UnknownSet.Missing(base: element.origin, steps: [])
    return Value(.unknown(UnknownSet([missing])), origin: element.origin)
  }

  /// What it is when there is no element: `unknown` is the list when it could not be read.
  mutating func noElements(
    _ ifNone: IfNone?,
    _ sources: [ListSource],
    unknown: Value?,
    item: CompiledItem?
  ) -> PartResult? {
    let key = sources.compactMap { $0.path?.text }.first ?? "elements"
    let path = sources.compactMap(\.path).first
    if probe != nil,
      ifNone == .fail || ifNone == .unknown || unknown.map({ !$0.isAbsent }) == true
        || (ifNone == nil && unknown != nil)
    {
      observe(sources.first?.formula, item, key)
    }
    switch ifNone {
    case .fail:
      // What stands there and is no list is a finding of the reader; how many it holds is unknown.
      if let unknown, !unknown.isAbsent { return stopped(unknown, key: key, item: item) }
      var part = part(.fail, key: key, item: item)
      part.place = path.flatMap { target(of: $0) } ?? fallbackPlace(item)
      part.message = NoElementsSentence.text(path?.shape?.field?.label)
      return part
    case .unknown:
      var part = part(.unknown, key: key, item: item)
      part.place = path.flatMap { target(of: $0) } ?? fallbackPlace(item)
      part.missing = part.place.map { [documentPath(of: $0)] } ?? []
      return part
    case .notApplicable:
      // Said by the rule: a list that is not there has nothing to look at.
      guard let unknown, !unknown.isAbsent else { return nil }
      return stopped(unknown, key: key, item: item)
    case nil:
      return unknown.map { stopped($0, key: key, item: item) }
    }
  }
}
