/// One thing that may be written at the cursor.
struct CompletionItem: Sendable {
  /// What it is, by the numbers of the protocol.
  enum Kind: Int, Sendable {
    case method = 2
    case function = 3
    case field = 5
    case variable = 6
    case property = 10
    case value = 12
    case keyword = 14
    case snippet = 15
    case reference = 18
    case enumMember = 20
    case constant = 21
  }

  let label: String
  let kind: Kind
  /// What people call it, beside the label.
  var detail: String?
  /// Markdown.
  var documentation: String?
  /// What is written; the label when nil.
  var text: String?
  /// Other words by which it is found, such as its Thai name.
  var words: String?
  /// Items of lower ranks come first.
  var rank = 5

  func json(_ range: JSONValue, _ number: Int) -> JSONValue {
    let order = String(repeating: "0", count: max(0, 5 - String(number).count)) + String(number)
    return .object([
      "label": .string(label),
      "kind": .int(kind.rawValue),
      "detail": detail.map { .string($0) },
      "documentation": documentation.map { ["kind": "markdown", "value": .string($0)] },
      "sortText": .string("\(rank)\(order)"),
      "filterText": words.map { .string("\(label) \($0)") },
      "textEdit": ["range": range, "newText": .string(text ?? label)],
    ])
  }
}
