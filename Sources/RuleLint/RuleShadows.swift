import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import SourceText

/// Finds rules that ask only what another rule asks of the same submissions.
///
/// Compares what is written: the same conditions, elements, parameters and items. Rules that say the same in
/// other words are not found.
struct RuleShadows {
  private let stages: [String]
  private let outlines: [Outline]

  init(_ rules: [Rule], stages: [String]) {
    self.stages = stages
    outlines = rules.map { Outline($0, stages: stages) }
  }

  var diagnostics: [Diagnostic] {
    outlines.indices.compactMap { index in
      let rule = outlines[index]
      let wider = outlines.indices.first { other in
        guard other != index, outlines[other].covers(rule) else { return false }
        // Of two that are the same, the later one is told.
        return !rule.covers(outlines[other]) || other < index
      }
      return wider.map {
        diagnostic(rule.rule, shadowedBy: outlines[$0].rule, rule.covers(outlines[$0]))
      }
    }
  }

  private func diagnostic(_ rule: Rule, shadowedBy other: Rule, _ isSame: Bool) -> Diagnostic {
    let decoder = FileDecoder(rule.document, .rule)
    let place = rule.document.child(of: rule.document.root, "check").map { decoder.key($0) }
    let otherDecoder = FileDecoder(other.document, .rule)
    let otherPlace = other.document.child(of: other.document.root, "check")
      .map { otherDecoder.key($0) }
    return Diagnostic(
      .ruleShadowed,
      .warning,
      isSame
        ? LocalizedText(
          th: "เกณฑ์ \(rule.id) ตรวจเรื่องเดียวกับ \(other.id) ทุกประการ",
          en: "\(rule.id) asks the same of the same submissions as \(other.id)"
        )
        : LocalizedText(
          th: "ทุกสิ่งที่ \(rule.id) ตรวจ เกณฑ์ \(other.id) ตรวจอยู่แล้ว",
          en: "everything that \(rule.id) asks, \(other.id) asks already"
        ),
      at: place ?? decoder.wholeFile,
      notes: otherPlace.map {
        [
          Diagnostic.Note(
            LocalizedText(th: "เกณฑ์ \(other.id) อยู่ที่นี่", en: "\(other.id) stands here"),
            at: $0
          )
        ]
      } ?? [],
      help: LocalizedText(
        th: "ลบเกณฑ์หนึ่ง หรือแยกด้วย applies_to หรือ when ให้ใช้กับเรื่องต่างกัน มิฉะนั้นเรื่องเดียวจะถูกนับสองครั้ง",
        en:
          "delete one of them, or let applies_to or when tell them apart; otherwise one mistake counts twice"
      )
    )
  }

  /// What a rule asks, in comparable pieces.
  private struct Outline {
    let rule: Rule
    let rank: Int
    let kinds: Set<String>?
    let jobs: Set<Int>?
    let when: String?
    let whereCondition: String?
    let frame: String
    let parts: Set<String>

    init(_ rule: Rule, stages: [String]) {
      self.rule = rule
      rank = stages.firstIndex { $0.hasSameBytes(as: rule.applicability.fromStage) } ?? 0
      kinds = rule.applicability.kinds.map { Set($0) }
      jobs = rule.applicability.jobs.map { Set($0) }
      when = rule.when?.text
      whereCondition = rule.whereCondition?.text
      let pieces = RulePieces(rule)
      frame = pieces.frame
      parts = pieces.parts
    }

    /// Whether this rule asks all that another asks, wherever that one applies.
    func covers(_ other: Outline) -> Bool {
      guard rank <= other.rank, frame == other.frame, other.parts.isSubset(of: parts) else {
        return false
      }
      if let kinds { guard let own = other.kinds, own.isSubset(of: kinds) else { return false } }
      if let jobs { guard let own = other.jobs, own.isSubset(of: jobs) else { return false } }
      if let when { guard other.when == when else { return false } }
      if let whereCondition { guard other.whereCondition == whereCondition else { return false } }
      return covers(years: other.rule.inForce)
    }

    private func covers(years: YearRange?) -> Bool {
      guard let own = rule.inForce else { return true }
      let begins = own.from.map { from in years?.from.map { from <= $0 } ?? false } ?? true
      let ends = own.until.map { until in years?.until.map { $0 <= until } ?? false } ?? true
      return begins && ends
    }
  }
}

/// The pieces of a rule as texts: what all its items share, and what they ask one by one.
private struct RulePieces {
  private let document: Document
  let frame: String
  let parts: Set<String>

  /// What does not change what is asked.
  private static let words: Set<String> = ["message", "label", "at"]

  init(_ rule: Rule) {
    document = rule.document
    let document = rule.document
    let shared = ["params", "define", "for_each", "if_none"].map { key in
      document.child(of: document.root, key).map { Self.text($0, document) } ?? ""
    }
    frame = shared.joined(separator: "\u{0}")
    var parts: Set<String> = []
    if let check = document.child(of: document.root, "check") {
      for item in document.children(of: check) { parts.formUnion(Self.parts(of: item, document)) }
    }
    self.parts = parts
  }

  /// An item; `present` asks field by field.
  private static func parts(of item: NodeID, _ document: Document) -> [String] {
    guard let fields = document.child(of: item, "present"), document.kind(of: fields) == .list
    else { return [text(item, document)] }
    let rest = document.children(of: item)
      .filter { $0 != fields && !words.contains(document.keyName(of: $0)) }
      .map { "\(document.keyName(of: $0)):\(text($0, document))" }
      .sorted().joined(separator: ",")
    return document.children(of: fields).map { "present:\(document.text(of: $0));\(rest)" }
  }

  /// A node as text, whatever the order of its keys.
  private static func text(_ node: NodeID, _ document: Document) -> String {
    switch document.kind(of: node) {
    case .map:
      let entries = document.children(of: node)
        .filter { !words.contains(document.keyName(of: $0)) }
        .map { "\(document.keyName(of: $0)):\(text($0, document))" }
      return "{" + entries.sorted().joined(separator: ",") + "}"
    case .list:
      return "[" + document.children(of: node).map { text($0, document) }.joined(separator: ",")
        + "]"
    default: return "“\(document.text(of: node))”"
    }
  }
}
