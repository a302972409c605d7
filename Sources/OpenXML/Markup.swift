/// Writes XML: every text is escaped, so that no value can become markup.
public struct Markup: Sendable {
  /// What was written so far.
  public private(set) var text: String

  /// Starts a part with the XML declaration.
  public init() {
    text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  }

  init(isWhole: Bool) {
    self.init()
    if !isWhole { text = "" }
  }

  /// Writes an element with attributes in the order given; the closure writes what is inside.
  public mutating func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// Writes an empty element.
  public mutating func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    open(name, attributes)
    text += "/>"
  }

  /// Writes an element that holds a text; leading and trailing blanks are kept by those who ask for it.
  public mutating func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String> = [:],
    text content: String
  ) {
    open(name, attributes)
    text += ">"
    append(content)
    text += "</\(name)>"
  }

  /// Writes text, escaped.
  public mutating func append(_ content: String) {
    for scalar in content.unicodeScalars { append(scalar) }
  }

  private mutating func open(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String>
  ) {
    text += "<\(name)"
    for (key, value) in attributes {
      text += " \(key)=\""
      append(value)
      text += "\""
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": text += "&amp;"
    case "<": text += "&lt;"
    case ">": text += "&gt;"
    case "\"": text += "&quot;"
    case "\r": text += "&#13;"
    case "\n": text += "&#10;"
    case "\t": text += "&#9;"
    default:
      // XML 1.0 cannot hold the other control characters in any form.
      text.unicodeScalars.append(Self.isAllowed(scalar) ? scalar : "\u{FFFD}")
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar != "\u{FFFE}" && scalar != "\u{FFFF}"
  }
}
