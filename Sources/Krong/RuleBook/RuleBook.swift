import Catalogues
public import Diagnostics
import DocumentArena
import Reporting
import RuleModel

/// The rule book: all rules of a workspace for readers, as Markdown or as one offline page.
///
/// Load the workspace with clauses and examples to have them in the book.
public struct RuleBook: Sendable {
  /// The formats of the book.
  public enum Format: String, Sendable, CaseIterable {
    /// One HTML page that needs no other file.
    case html
    /// Markdown.
    case md
  }

  let workspace: Workspace
  let language: Language
  let entries: [Entry]
  let clauses: [Clause]

  /// Puts the book together, in a language.
  public init(_ workspace: Workspace, language: Language) {
    self.workspace = workspace
    self.language = language
    let reader = EntryReader(explanation: Explanation(workspace, language: language))
    entries = workspace.rules.map(reader.entry)
    let table = Traceability(workspace)
    clauses = (table?.clauses.citations ?? []).map { citation in
      Clause(
        citation: citation,
        text: table?.clauses.text(citation) ?? "",
        rules: table?.rules[citation] ?? [],
        reason: table?.clauses.unchecked.first { $0.citation == citation }?.reason[language]
      )
    }
  }

  /// The book as a file; it ends with a line feed.
  public func text(as format: Format) -> String {
    switch format {
    case .html: BookHTML(book: self).text
    case .md: BookMarkdown(book: self).text
    }
  }

  /// A clause of the manual.
  struct Clause: Sendable {
    let citation: String
    let text: String
    let rules: [String]
    /// Why no rule can check it.
    let reason: String?

    var anchor: String { BookAnchor.clause(citation) }
  }

  // MARK: Contents

  func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var title: String { pick("คู่มือเกณฑ์ตรวจ", "The rule book") }

  /// What the book holds, in a sentence.
  var summary: String {
    pick(
      "เกณฑ์ตรวจ \(entries.count) เกณฑ์ พร้อมข้อของคู่มือ สิ่งที่ตรวจ ค่าที่กำหนดได้ และตัวอย่าง "
        + "สร้างจากแฟ้มเกณฑ์ด้วย krong docs รุ่น \(KrongVersion.text) "
        + "ผลการตรวจเป็นข้อมูลประกอบการพิจารณา มิใช่มติ",
      "\(entries.count) rules with their clauses, what they ask, what can be set, and examples; made from the "
        + "rule files by krong docs \(KrongVersion.text). What a check says informs a decision; it is none."
    )
  }

  /// The jobs of the manual with the rules that serve them; rules of all jobs come first.
  var byJob: [(title: String, rules: [Entry])] {
    var parts: [(title: String, rules: [Entry])] = []
    let common = entries.filter { $0.jobs.isEmpty }
    if !common.isEmpty { parts.append((pick("ทุกงาน", "all jobs"), common)) }
    for job in DecodingBounds.jobs {
      let own = entries.filter { $0.jobs.contains(job) }
      if !own.isEmpty { parts.append((pick("งานที่ \(job)", "job \(job)"), own)) }
    }
    return parts
  }

  /// The families with their rules.
  var byFamily: [(title: String, anchor: String, rules: [Entry])] {
    let words = ReportWords(language: language)
    return Family.allCases.compactMap { family in
      let own = entries.filter { $0.family == family }
      return own.isEmpty ? nil : (words.family(family), "family-\(family.rawValue)", own)
    }
  }
}

/// The names of places in the book.
enum BookAnchor {
  /// The place of a clause: `clause-J2-5.4`.
  static func clause(_ citation: String) -> String {
    var anchor = "clause-"
    for scalar in citation.unicodeScalars {
      switch scalar {
      case " ", ")": break
      case "§", "(": anchor += "-"
      default: anchor.unicodeScalars.append(scalar)
      }
    }
    return anchor
  }
}

/// Texts of rules put expressions between grave accents: the pieces, code and others by turns.
enum BookSpans {
  static func of(_ text: String) -> [(isCode: Bool, text: String)] {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count % 2 == 1 else { return [(false, text)] }
    return pieces.enumerated().map { ($0.offset % 2 == 1, $0.element) }
  }
}
