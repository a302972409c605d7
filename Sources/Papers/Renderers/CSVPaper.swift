import PlanValues
import SourceText

/// Writes the data of a paper as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows it.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, as
/// https://owasp.org/www-community/attacks/CSV_Injection advises; amounts and numbers stay numbers.
public struct CSVPaper: Sendable {
  private let data: [PaperData]

  /// Makes a writer of the sections of a paper that have data; nil when none has.
  public init?(_ paper: Paper) {
    data = paper.sections.compactMap(\.data)
    if data.isEmpty { return nil }
  }

  /// The text with its mark; lines end with CR LF.
  public var text: String {
    var text = "\u{FEFF}"
    var heads: [PaperData.Column]?
    for part in data {
      // Sections of one form have one row of heads; another one begins a table of its own.
      if heads != part.columns {
        if heads != nil { text += "\r\n" }
        text += Self.line(part.columns.map { .text($0.name) })
        heads = part.columns
      }
      for row in part.rows { text += Self.line(row) }
    }
    return text
  }

  private static func line(_ values: [PaperData.Value]) -> String {
    values.map(field).joined(separator: ",") + "\r\n"
  }

  static func field(_ value: PaperData.Value) -> String {
    switch value {
    case .empty: ""
    case .text(let text): quoted(guarded(text))
    case .whole(let number): String(number)
    case .number(let number): number.description
    case .money(let amount): amount.plainText
    case .date(let date): date.formatted(.iso)
    }
  }

  private static let formulaStarts = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    let isBlankEdged = text.utf8.first == 0x20 || text.utf8.last == 0x20
    guard needsQuotes || isBlankEdged else { return visible(text) }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(visible(doubled))\""
  }

  /// Control characters as signs; line feeds and tabs stay inside quotes, where they are data.
  private static func visible(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { VisibleText.of(String($0)) }.joined(separator: "\n")
  }
}
