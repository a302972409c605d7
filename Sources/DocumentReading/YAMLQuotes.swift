/// Texts as YAML writes them in quotes.
package enum YAMLQuotes {
  /// A text of one line in double quotes, or in single quotes where double ones would need escapes.
  package static func around(_ text: String) -> String {
    let needsSingle = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return needsSingle ? single(text) : "\"\(text)\""
  }

  /// A text of one line in single quotes, in which only the quote itself is written twice.
  package static func single(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
