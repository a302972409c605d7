import OpenXML

/// The numbered and dotted lists of a document; each numbered one begins at 1.
struct WordLists {
  private enum Form: Int {
    case points = 1
    case numbers
    case thaiNumbers
  }

  /// The forms of the lists by their numbers, from 1.
  private var forms: [Form] = [.points]
  private var open: Int?

  /// The number of a list whose points are being written.
  mutating func number(of list: PaperList) -> Int {
    guard list.style == .numbers else { return 1 }
    if let open { return open }
    forms.append(list.hasThaiDigits ? .thaiNumbers : .numbers)
    open = forms.count
    return forms.count
  }

  /// Ends the list whose points were written.
  mutating func end() { open = nil }

  /// The part; forms come before the lists that have them.
  var part: String {
    var markup = Markup()
    markup.element("w:numbering", ["xmlns:w": WordPaper.main]) { markup in
      Self.write(.points, "bullet", "•", &markup)
      Self.write(.numbers, "decimal", "%1.", &markup)
      Self.write(.thaiNumbers, "thaiNumbers", "%1.", &markup)
      for (index, form) in forms.enumerated() {
        markup.element("w:num", ["w:numId": String(index + 1)]) { markup in
          markup.element("w:abstractNumId", ["w:val": String(form.rawValue)])
          guard form != .points else { return }
          markup.element("w:lvlOverride", ["w:ilvl": "0"]) {
            $0.element("w:startOverride", ["w:val": "1"])
          }
        }
      }
    }
    return markup.text
  }

  private static func write(
    _ form: Form,
    _ format: String,
    _ text: String,
    _ markup: inout Markup
  ) {
    markup.element("w:abstractNum", ["w:abstractNumId": String(form.rawValue)]) { markup in
      markup.element("w:multiLevelType", ["w:val": "singleLevel"])
      markup.element("w:lvl", ["w:ilvl": "0"]) { markup in
        markup.element("w:start", ["w:val": "1"])
        markup.element("w:numFmt", ["w:val": format])
        markup.element("w:lvlText", ["w:val": text])
        markup.element("w:lvlJc", ["w:val": "left"])
        markup.element("w:pPr") { $0.element("w:ind", ["w:left": "850", "w:hanging": "425"]) }
      }
    }
  }
}
