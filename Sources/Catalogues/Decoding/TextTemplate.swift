/// A sentence with placeholders in braces: `{element} has no {field}`.
///
/// `{{` and `}}` stand for braces. A placeholder is a name or path, then optional words after `|`:
/// `{plans|or}` joins a list with "or", `{count|channel|channels}` picks the English word for one or
/// more. There are no calls and no arithmetic.
public struct TextTemplate: Hashable, Sendable {
  /// A piece of the sentence.
  public enum Part: Hashable, Sendable {
    /// Text as it stands.
    case text(String)
    /// Something to be filled in.
    case placeholder(Placeholder)
  }

  /// Something to be filled in.
  public struct Placeholder: Hashable, Sendable {
    /// What is done with the value.
    public enum Form: Hashable, Sendable {
      /// It is printed by its type; the elements of a list are joined with "and".
      case plain
      /// The elements of a list are joined with "or".
      case or
      /// A word for one and a word for more, chosen by the number.
      case plural(one: String, many: String)
    }

    /// The name or path, such as `project.name`.
    public let name: String
    /// What is done with the value.
    public let form: Form
    /// Where the opening brace stands, in Unicode scalars from the beginning of the text.
    public let offset: Int
    /// How many scalars it takes, braces included.
    public let length: Int
  }

  /// The pieces in order.
  public let parts: [Part]

  /// The placeholders in order.
  public var placeholders: [Placeholder] {
    parts.compactMap { part in
      if case .placeholder(let placeholder) = part { placeholder } else { nil }
    }
  }

  /// A span of a text that is no proper placeholder.
  package struct Problem {
    /// What is wrong.
    package enum Kind {
      /// `{` without `}`.
      case unclosed
      /// `}` without `{`.
      case unopened
      /// Something that is no name between the braces.
      case malformed(String)
    }

    package let kind: Kind
    package let offset: Int
    package let length: Int
  }

  /// Reads a text; malformed placeholders stand in it as text.
  public init(_ text: String) {
    var reader = TemplateReader(text.utf8)
    reader.read()
    parts = reader.parts
  }

  /// Reads a text and tells what is wrong with its braces.
  package static func read(
    _ bytes: some Collection<UInt8>
  ) -> (template: TextTemplate, problems: [Problem]) {
    var reader = TemplateReader(bytes)
    reader.read()
    return (TextTemplate(parts: reader.parts), reader.problems)
  }

  private init(parts: [Part]) { self.parts = parts }

  /// A sentence without pieces, for texts whose pieces nobody asks for.
  static let unread = TextTemplate(parts: [])
}

/// The reading of one template; linear in the text.
private struct TemplateReader {
  var parts: [TextTemplate.Part] = []
  var problems: [TextTemplate.Problem] = []

  private let bytes: [UInt8]
  private var index = 0
  private var scalars = 0
  private var text: [UInt8] = []

  init(_ bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

  mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): readBrace()
      case UInt8(ascii: "}"): readClosing()
      default: take()
      }
    }
    flush()
  }

  private mutating func take() {
    let byte = bytes[index]
    text.append(byte)
    index += 1
    if byte & 0xC0 != 0x80 { scalars += 1 }
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    parts.append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }

  private mutating func readClosing() {
    if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "}") {
      index += 1
      scalars += 1
    } else {
      problems.append(.init(kind: .unopened, offset: scalars, length: 1))
    }
    take()
  }

  private mutating func readBrace() {
    if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
      index += 1
      scalars += 1
      take()
      return
    }
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
      problems.append(.init(kind: .unclosed, offset: scalars, length: 1))
      take()
      return
    }
    let inner = bytes[(index + 1)..<end]
    let length = inner.reduce(2) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    let content = String(decoding: inner, as: UTF8.self)
    if let (name, form) = Self.parse(inner) {
      flush()
      parts.append(
        .placeholder(.init(name: name, form: form, offset: scalars, length: length))
      )
      index = end + 1
      scalars += length
    } else {
      problems.append(.init(kind: .malformed(content), offset: scalars, length: length))
      while index <= end { take() }
    }
  }

  private static func parse(
    _ inner: ArraySlice<UInt8>
  ) -> (name: String, form: TextTemplate.Placeholder.Form)? {
    let pieces = inner.split(
      separator: UInt8(ascii: "|"),
      maxSplits: 3,
      omittingEmptySubsequences: false
    )
    guard let first = pieces.first, isPath(first) else { return nil }
    let name = String(decoding: first, as: UTF8.self)
    switch pieces.count {
    case 1: return (name, .plain)
    case 2 where pieces[1].elementsEqual("or".utf8): return (name, .or)
    case 2 where pieces[1].elementsEqual("and".utf8): return (name, .plain)
    case 3 where !pieces[1].isEmpty && !pieces[2].isEmpty:
      let one = String(decoding: pieces[1], as: UTF8.self)
      let many = String(decoding: pieces[2], as: UTF8.self)
      return (name, .plural(one: one, many: many))
    default: return nil
    }
  }

  /// Names of letters, digits and `_`, joined by points.
  private static func isPath(_ bytes: ArraySlice<UInt8>) -> Bool {
    var atStart = true
    for byte in bytes {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x5F: atStart = false
      case 0x30...0x39: if atStart { return false }
      case 0x2E:
        if atStart { return false }
        atStart = true
      default: return false
      }
    }
    return !atStart
  }
}
