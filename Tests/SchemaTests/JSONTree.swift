import DocumentArena
import DocumentReading
import SourceText

/// A document as a value that tests can bend.
indirect enum JSONTree {
  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case list([JSONTree])
  case object([(key: String, value: JSONTree)])

  init(_ document: Document, _ node: NodeID) {
    switch document.kind(of: node) {
    case .null: self = .null
    case .bool: self = .bool(document.text(of: node).lowercased() == "true")
    case .int, .double: self = .number(document.text(of: node))
    case .string: self = .text(document.text(of: node))
    case .list: self = .list(document.children(of: node).map { JSONTree(document, $0) })
    case .map:
      self = .object(
        document.children(of: node).map { (document.keyName(of: $0), JSONTree(document, $0)) }
      )
    }
  }

  init(_ document: Document) { self.init(document, document.root) }

  subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The value as JSON.
  var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let text): text
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The value as a document under a name.
  func document(named name: String) throws -> Document {
    try DocumentReader.readOne(SourceFile(name: name, text: json), format: .json)
  }
}

// MARK: - Bending

extension JSONTree {
  /// A bent value with what was done to it.
  struct Bent {
    let value: JSONTree
    let what: String
  }

  /// The value with one key dropped, one misspelt, or one value of another type, everywhere in turn.
  var bent: [Bent] {
    switch self {
    case .null, .bool, .number, .text: return []
    case .list(let values):
      return values.indices.flatMap { index in
        values[index].bentOrReplaced.map { bent in
          var copy = values
          copy[index] = bent.value
          return Bent(value: .list(copy), what: "[\(index)]\(bent.what)")
        }
      }
    case .object(let members):
      return members.indices.flatMap { index -> [Bent] in
        let key = members[index].key
        var dropped = members
        dropped.remove(at: index)
        var misspelt = members
        misspelt[index].key += "zz"
        let inner = members[index].value.bentOrReplaced.map { bent in
          var copy = members
          copy[index].value = bent.value
          return Bent(value: .object(copy), what: ".\(key)\(bent.what)")
        }
        return [
          Bent(value: .object(dropped), what: ".\(key) dropped"),
          Bent(value: .object(misspelt), what: ".\(key) misspelt"),
        ] + inner
      }
    }
  }

  /// The value bent inside, or replaced as a whole by one of another type.
  private var bentOrReplaced: [Bent] {
    let other: JSONTree =
      switch self {
      case .list, .object: .text("text")
      default: .object([("x", .number("1"))])
      }
    return bent + [Bent(value: other, what: " of another type")]
  }
}
