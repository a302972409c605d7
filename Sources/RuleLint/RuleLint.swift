// RuleLint looks at rules that load and compile, and at the texts of all our files, for what is probably not
// meant: conditions that never hold, rules that say what others say, values that have run out, characters
// that look like others. Everything it says is a warning, but for characters that YAML reads wrong.

import Catalogues
public import Diagnostics
import DocumentArena
public import PlanValues
public import RuleCompiler
public import RuleModel
public import SourceText
import Submissions

/// The checks of rule files beyond what the loader and the compiler refuse.
public enum RuleLint {
  /// What is doubtful in rules.
  ///
  /// - Parameters:
  ///   - rules: The rules that could be read.
  ///   - others: Rules of the same folder that are not looked at themselves, for comparison.
  ///   - context: What they were compiled against.
  ///   - day: The day on which values must not have run out.
  /// - Returns: Warnings, in no order.
  public static func diagnostics(
    of rules: [Rule],
    beside others: [Rule] = [],
    in context: RuleSetContext,
    on day: CalendarDate
  ) -> [Diagnostic] {
    let dates = RuleDates(day)
    let stages = context.kindSet.stages.map(\.id)
    var found = rules.flatMap { rule in
      RuleReach(rule, in: context).diagnostics + RuleNames(rule).diagnostics
        + dates.diagnostics(of: rule) + RuleGuards(rule).diagnostics
        + RuleFamilies.diagnostics(of: rule)
    }
    let looked = Set(rules.map(\.document.source.name))
    let ids = Set(rules.map(\.id))
    // A rule that is looked at in another place is no other rule.
    let rest = others.filter { !looked.contains($0.document.source.name) && !ids.contains($0.id) }
    found += RuleShadows(rules + rest, stages: stages).diagnostics
      .filter { looked.contains($0.place.file) }
    return found
  }

  /// What has run out of shared parameters.
  public static func diagnostics(
    of parameters: [ParameterDeclaration],
    on day: CalendarDate
  ) -> [Diagnostic] {
    RuleDates(day).diagnostics(of: parameters)
  }

  /// What has run out of waivers.
  public static func diagnostics(of waivers: [Waiver], on day: CalendarDate) -> [Diagnostic] {
    waivers.flatMap { RuleDates(day).diagnostics(of: $0) }
  }

  /// A profile that selects none of the rules.
  public static func diagnostics(of profile: Profile, against rules: [Rule]) -> [Diagnostic] {
    guard profile.extends == nil, !rules.isEmpty, let selection = profile.selection else {
      return []
    }
    let isUsed = rules.contains { rule in
      selection.contains(rule) && !(profile.deselection?.contains(rule) ?? false)
    }
    guard !isUsed else { return [] }
    let decoder = FileDecoder(profile.document, .configuration)
    let node = profile.document.child(of: profile.document.root, "select")
    return [
      Diagnostic(
        .selectionEmpty,
        .warning,
        LocalizedText(
          th: "โปรไฟล์นี้ไม่เลือกเกณฑ์ใดเลย จาก \(rules.count) เกณฑ์",
          en: "this profile selects none of the \(rules.count) rules"
        ),
        at: node.map { decoder.key($0) } ?? decoder.wholeFile,
        help: LocalizedText(
          th: "ทุกข้อใน select ต้องตรงพร้อมกัน ลบข้อที่ขัดกันออก",
          en: "all that stands in select must fit at once: leave out what excludes the rest"
        )
      )
    ]
  }

  /// What of the texts of a file is read otherwise than it looks.
  public static func traps(in source: SourceFile) -> [Diagnostic] {
    TextTraps.diagnostics(of: source)
  }

  /// The diagnostics of one run, those left out that only follow from an odd character.
  ///
  /// A key with an invisible character is an unknown key, and what it stands for is missing; the character is
  /// the mistake. A word or figure at a place of which something worse is said is not told as well.
  public static func merged(_ found: [Diagnostic], with traps: [Diagnostic]) -> [Diagnostic] {
    var odd: Set<Line> = []
    for trap in traps where trap.severity == .error {
      if let line = Line(trap.place) { odd.insert(line) }
    }
    let rest = found.filter { diagnostic in
      guard let line = Line(diagnostic.place) else { return true }
      return !odd.contains(line)
    }
    let told = Set(rest.map(\.place).filter { $0.position != nil }.map { Spot($0) })
    let own = traps.filter { trap in trap.severity == .error || !told.contains(Spot(trap.place)) }
    return rest + own
  }

  private struct Line: Hashable {
    let file: [UInt8]
    let line: UInt32

    init?(_ place: Diagnostic.Place) {
      guard let position = place.position else { return nil }
      file = Array(place.file.utf8)
      line = position.line
    }
  }

  private struct Spot: Hashable {
    let file: [UInt8]
    let position: SourcePosition?

    init(_ place: Diagnostic.Place) {
      file = Array(place.file.utf8)
      position = place.position
    }
  }
}
