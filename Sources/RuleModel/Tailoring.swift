public import Diagnostics
public import DocumentArena

/// What a profile, with those that it extends, makes of a set of rules.
public struct Tailoring: Sendable {
  /// What it makes of one rule.
  public struct RuleTailoring: Sendable {
    /// Another severity.
    public fileprivate(set) var severity: Severity?
    /// Another weight.
    public fileprivate(set) var weight: Int?
    /// Whether a waiver may set it aside, where the profile says so.
    public fileprivate(set) var isWaivable: Bool?
    /// Whether it counts in score and verdict.
    public fileprivate(set) var isScored = true
    /// Why it is left out; nil when it stays.
    public fileprivate(set) var leftOut: LocalizedText?
  }

  /// Values of parameters, as a mapping of a file.
  public struct Settings: Sendable {
    /// The file.
    public let document: Document
    /// The mapping.
    public let node: NodeID
  }

  /// The id of the profile.
  public let profile: String
  /// What it is called.
  public let title: LocalizedText
  /// The values that it sets for parameters, the later before the earlier.
  public let settings: [Settings]

  private let rules: [String: RuleTailoring]

  /// Applies profiles to rules: those that are extended first, the chosen one last.
  ///
  /// Selections narrow each other, what one leaves out stays out, and of several changes of a rule the
  /// last one counts.
  public init?(_ profiles: [Profile], for rules: [Rule]) {
    guard let chosen = profiles.last else { return nil }
    profile = chosen.id
    title = chosen.title
    settings = profiles.compactMap { profile in
      let document = profile.document
      return document.child(of: document.root, "params").map {
        Settings(document: document, node: $0)
      }
    }
    var tailored: [String: RuleTailoring] = [:]
    for rule in rules { tailored[rule.id] = Self.tailoring(of: rule, profiles) }
    self.rules = tailored
  }

  /// What is changed about a rule; nothing for rules that are not known.
  public subscript(rule: String) -> RuleTailoring { rules[rule] ?? RuleTailoring() }

  private static func tailoring(of rule: Rule, _ profiles: [Profile]) -> RuleTailoring {
    var tailoring = RuleTailoring()
    for profile in profiles {
      if tailoring.leftOut == nil { tailoring.leftOut = reason(to: profile, rule) }
      if profile.unscored?.contains(rule) ?? false { tailoring.isScored = false }
      for change in profile.changes where change.rule.utf8.elementsEqual(rule.id.utf8) {
        tailoring.severity = change.severity ?? tailoring.severity
        tailoring.weight = change.weight ?? tailoring.weight
        tailoring.isWaivable = change.isWaivable ?? tailoring.isWaivable
      }
    }
    return tailoring
  }

  /// Why a profile leaves a rule out; nil when it does not.
  private static func reason(to profile: Profile, _ rule: Rule) -> LocalizedText? {
    if let selection = profile.selection, !selection.contains(rule) {
      return LocalizedText(
        th: "ไม่อยู่ในเกณฑ์ที่ชุด \(profile.id) เลือกใช้",
        en: "not among the rules that profile \(profile.id) selects"
      )
    }
    if let deselection = profile.deselection, deselection.contains(rule) {
      return LocalizedText(
        th: "ชุด \(profile.id) ยกเว้นไว้",
        en: "left out by profile \(profile.id)"
      )
    }
    return nil
  }
}
