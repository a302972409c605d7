package import Diagnostics

/// Builds HTML text: every text that is not markup goes through ``escaped(_:)``.
package enum HTMLText {
  /// A text as content or as the value of an attribute in double quotes.
  package static func escaped(_ text: String) -> String { XMLText.content(text) }

  /// An element around markup that is ready.
  package static func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    markup: String
  ) -> String {
    "<" + name + list(attributes) + ">" + markup + "</" + name + ">"
  }

  /// An element around text.
  package static func element(_ name: String, _ text: String) -> String {
    element(name, markup: escaped(text))
  }

  /// An element with attributes around text.
  package static func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String>,
    _ text: String
  ) -> String {
    element(name, attributes, markup: escaped(text))
  }

  /// A link within or out of the page.
  package static func link(to address: String, _ text: String) -> String {
    element("a", ["href": address], text)
  }

  /// A table with a row of headings; the first cell of a row heads it when `headsRows` is set.
  ///
  /// - Parameters:
  ///   - caption: What the table holds, for those who hear it.
  ///   - headings: Texts.
  ///   - rows: Markup that is ready.
  ///   - headsRows: Whether the first cell of each row is its heading.
  /// - Returns: The markup.
  package static func table(
    caption: String,
    headings: [String],
    rows: [[String]],
    headsRows: Bool = true
  ) -> String {
    var text = "<table>\n" + element("caption", caption) + "\n"
    if !headings.isEmpty {
      let cells = headings.map { element("th", ["scope": "col"], $0) }.joined()
      text += "<thead>" + element("tr", markup: cells) + "</thead>\n"
    }
    text += "<tbody>\n"
    for row in rows {
      let cells = row.enumerated().map { index, cell in
        index == 0 && headsRows
          ? element("th", ["scope": "row"], markup: cell) : element("td", markup: cell)
      }
      text += element("tr", markup: cells.joined()) + "\n"
    }
    return text + "</tbody>\n</table>\n"
  }

  private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }
}

/// A page that needs no other file: style and script stand in it.
package struct HTMLPage {
  private let language: Language
  private let title: String
  private let style: String
  private let script: String?

  /// Frames a page.
  ///
  /// - Parameters:
  ///   - title: The title, as text.
  ///   - language: The language of the page.
  ///   - style: Style sheet; it must not hold `</`.
  ///   - script: Script; it must not hold `</`.
  package init(title: String, language: Language, style: String, script: String? = nil) {
    self.title = title
    self.language = language
    self.style = style
    self.script = script
  }

  /// The page around its body, which is markup.
  package func text(body: String) -> String {
    var text = "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n"
    text += "<meta charset=\"utf-8\">\n"
    text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    text += HTMLText.element("title", title) + "\n<style>\n\(style)</style>\n</head>\n<body>\n"
    text += body
    if let script { text += "<script>\n\(script)</script>\n" }
    return text + "</body>\n</html>\n"
  }
}
