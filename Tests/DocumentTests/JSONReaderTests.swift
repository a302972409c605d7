import Diagnostics
import DocumentArena
import DocumentReading
import SeededNumbers
import SourceText
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(DiagnosticError) -> Document {
    try JSONReader.readOne(SourceFile(name: "a.json", text: text))
  }

  @Test func readsValuesAndPlaces() throws {
    let document = try read(
      "{\n  \"ชื่อ\": \"ก\\u0E02\\n\",\r\n  \"n\": [-0, 1.50, 1E+2, true, null]\r}"
    )
    let root = document.root
    #expect(document.count(of: root) == 2)
    let name = try #require(document.child(of: root, "ชื่อ"))
    #expect(document.text(of: name) == "กข\n")
    #expect(document.keyPosition(of: name) == SourcePosition(line: 2, column: 3))
    #expect(document.position(of: name) == SourcePosition(line: 2, column: 11))
    let list = try #require(document.child(of: root, "n"))
    #expect(document.position(of: list) == SourcePosition(line: 3, column: 8))
    let values = document.children(of: list).map { $0 }
    #expect(values.map { document.kind(of: $0) } == [.int, .double, .double, .bool, .null])
    #expect(values.map { document.text(of: $0) } == ["-0", "1.50", "1E+2", "true", "null"])
  }

  @Test func numbersKeepTheirText() throws {
    let digits = String(repeating: "1234567890", count: 30)
    let document = try read("[\(digits), \(digits).\(digits), 1e\(digits)]")
    let values = document.children(of: document.root).map { document.text(of: $0) }
    #expect(values == [digits, "\(digits).\(digits)", "1e\(digits)"])
  }

  @Test(arguments: [
    ("", "FILE-009", 0), ("  \n ", "FILE-009", 0), ("{", "JSON-013", 2), ("[1", "JSON-013", 3),
    ("[1,", "JSON-013", 4), ("{\"a\"", "JSON-003", 5), ("{\"a\":", "JSON-013", 6),
    ("[1 2]", "JSON-004", 4), ("{\"a\": 1 \"b\": 2}", "JSON-005", 9), ("[1,]", "JSON-006", 3),
    ("{\"a\": 1,}", "JSON-006", 8), ("[1}", "JSON-004", 3), ("{\"a\": 1]", "JSON-005", 8),
    ("{a: 1}", "JSON-002", 2), ("{1: 2}", "JSON-002", 2), ("{\"a\" 1}", "JSON-003", 6),
    ("['a']", "JSON-001", 2), ("[NaN]", "JSON-001", 2), ("[True]", "JSON-001", 2),
    ("[tru]", "JSON-001", 2), ("[truex]", "JSON-001", 2), ("[+1]", "JSON-001", 2),
    ("[.5]", "JSON-001", 2), ("[// x\n1]", "JSON-001", 2), ("]", "JSON-001", 1),
    ("[01]", "JSON-011", 2), ("[-]", "JSON-011", 2), ("[1.]", "JSON-011", 2),
    ("[1e]", "JSON-011", 2),
    ("[-01]", "JSON-011", 2), ("[1.e3]", "JSON-011", 2), ("[0x1]", "JSON-004", 3),
    ("[\"a]", "JSON-007", 2), ("[\"a\nb\"]", "JSON-007", 4), ("[\"a\tb\"]", "JSON-008", 4),
    ("[\"\\x\"]", "JSON-009", 3), ("[\"\\u12G4\"]", "JSON-009", 3), ("[\"\\", "JSON-013", 4),
    ("[\"\\uD800\"]", "JSON-010", 3), ("[\"\\uDC00\"]", "JSON-010", 3),
    ("[\"\\uD800\\n\"]", "JSON-010", 3), ("[\"\\uD800\\u0041\"]", "JSON-010", 3),
    ("1 2", "JSON-012", 3), ("{} x", "JSON-012", 4), ("{\"a\": 1, \"a\": 2}", "READ-001", 10),
    ("{\"a\": 1, \"\\u0061\": 2}", "READ-001", 10), ("1\n2", "JSON-012", 1),
  ])
  func refusesWhatIsNotJSON(text: String, code: String, column: Int) throws {
    let error = #expect(throws: DiagnosticError.self) { try read(text) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code.text == code)
    #expect(Int(diagnostic.place.position?.column ?? 0) == column)
    #expect(diagnostic.help != nil || diagnostic.code == .duplicateKey)
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22] as [UInt8], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    [0x22, 0xE0, 0xB8, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0x80, 0x22],
  ])
  func refusesInvalidUTF8(bytes: [UInt8]) {
    let error = #expect(throws: DiagnosticError.self) {
      try JSONReader.read(SourceFile(name: "a.json", bytes: bytes))
    }
    #expect(error?.diagnostics.first?.code == .invalidEncoding)
    #expect(error?.diagnostics.first?.place.position == SourcePosition(line: 1, column: 2))
  }

  @Test func byteOrderMarksAreSkipped() throws {
    let document = try read("\u{FEFF}[1]")
    #expect(document.position(of: document.root) == SourcePosition(line: 1, column: 1))
  }

  @Test func severalValuesStandOnLinesOfTheirOwn() throws {
    let source = SourceFile(name: "a.ndjson", text: "{\"a\": 1}\n\n[2]\r\n3")
    var keys = KeyTable()
    let known = keys.intern("a")
    let documents = try JSONReader.read(source, keys: keys, allowsSeveral: true)
    #expect(documents.map { $0.kind(of: $0.root) } == [.map, .list, .int])
    #expect(documents.map { $0.position(of: $0.root)?.line } == [1, 3, 4])
    #expect(documents[0].child(of: documents[0].root, known) != nil)
    let error = #expect(throws: DiagnosticError.self) {
      try JSONReader.read(SourceFile(name: "a", text: "1 2"), allowsSeveral: true)
    }
    #expect(error?.diagnostics.first?.code == .jsonTextAfterEnd)
    let second = #expect(throws: DiagnosticError.self) { try DocumentReader.readOne(source) }
    #expect(second?.diagnostics.first?.code == .severalDocuments)
    #expect(second?.diagnostics.first?.place.position == SourcePosition(line: 3, column: 1))
  }
}

/// The same document as YAML and as JSON gives equal arenas.
@Suite struct YAMLAndJSONTests {
  @Test(arguments: 0..<400)
  func giveEqualArenas(seed: Int) throws {
    var writer = PairWriter(seed: UInt64(seed))
    let value = writer.value(depth: 0)
    let yamlText = writer.yaml(value)
    let jsonText = writer.json(value)
    let fromYAML = try YAMLReader.readOne(SourceFile(name: "a.yaml", text: yamlText))
    let fromJSON = try JSONReader.readOne(SourceFile(name: "a.json", text: jsonText))
    let jsonAsYAML = try YAMLReader.readOne(SourceFile(name: "b.yaml", text: jsonText))
    #expect(shape(fromYAML) == shape(fromJSON), "\(yamlText)\n\(jsonText)")
    #expect(shape(jsonAsYAML) == shape(fromJSON), "\(jsonText)")
    #expect(places(jsonAsYAML) == places(fromJSON), "\(jsonText)")
  }

  private func shape(_ document: Document) -> [String] {
    document.nodes.indices.map { index in
      let id = NodeID(UInt32(index))
      let node = document.node(id)
      let bytes = document.bytes(of: id).map { String($0) }.joined(separator: " ")
      return "\(node.kind) \(document.keyName(of: id)) \(node.end) \(node.count) \(bytes)"
    }
  }

  private func places(_ document: Document) -> [[SourcePosition?]] {
    document.nodes.indices.map { index in
      let id = NodeID(UInt32(index))
      return [document.position(of: id), document.keyPosition(of: id)]
    }
  }
}

/// Writes one generated tree in both formats.
private struct PairWriter {
  indirect enum Value {
    case scalar(String)
    case text(String)
    case list([Value])
    case map([(String, Value)])
  }

  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private static let scalars = [
    "null", "true", "false", "0", "-1", "12.50", "1e5", "-0.0", "123456789012345678901234567890",
  ]
  private static let texts = [
    "", "no", "yes", "on", "null", "true", "12", "1.5", "~", "ภาษาไทย", "ก: ข", "ก #ข", "- ก", "[ก",
    "{", "*ก",
    "&", "!", "%", "@", "`", "|", ">", " ก", "ก ", "บรรทัด\nสอง", "บรรทัด\nสอง\n", "\n\nก",
    "ก\n\n\nข\n\n",
    "\t", "\"", "'", "it's", "\\", "😀", "\u{2028}", "a\u{85}b", "\u{1}", "-", "--- ก", "...", "?",
    ":", "ก:",
    "2569-01-01", "น้ำ", "a, b", "x: y", "  สอง\n หนึ่ง\n", "0o7", ".inf", "<<", "=", "\u{FEFF}ก",
  ]
  private static let keys = [
    "name", "ชื่อ", "no", "1", "a b", "a: b", "", "#", "null", "\"", "key-1", "ก\nข", "- a", "~",
  ]

  mutating func value(depth: Int) -> Value {
    switch random.below(depth > 3 ? 2 : 5) {
    case 0: return .scalar(random.pick(Self.scalars))
    case 1: return .text(random.pick(Self.texts))
    case 2:
      var values: [Value] = []
      for _ in 0..<random.below(4) { values.append(value(depth: depth + 1)) }
      return .list(values)
    default:
      var entries: [(String, Value)] = []
      for key in Self.keys.shuffled(using: &random).prefix(random.below(6)) {
        entries.append((key, value(depth: depth + 1)))
      }
      return .map(entries)
    }
  }

  func json(_ value: Value) -> String {
    switch value {
    case .scalar(let text): text
    case .text(let text): quoted(text)
    case .list(let values): "[" + values.map { json($0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\(quoted($0.0)): \(json($0.1))" }.joined(separator: ", ") + "}"
    }
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{85}", "\u{2028}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  mutating func yaml(_ value: Value) -> String {
    "---" + block(value, indentation: 0)
  }

  /// A value after its key, dash or document mark, on the same line or on lines below.
  private mutating func block(_ value: Value, indentation: Int) -> String {
    let margin = String(repeating: " ", count: indentation)
    switch value {
    case .scalar(let text): return " \(text)\n"
    case .text(let text): return " " + scalar(text, indentation: indentation)
    case .list(let values):
      guard !values.isEmpty else { return " []\n" }
      var text = "\n"
      for value in values {
        text += "\(margin)-" + block(value, indentation: indentation + 2)
      }
      return text
    case .map(let entries):
      guard !entries.isEmpty, random.below(4) > 0 else { return " \(json(value))\n" }
      var text = "\n"
      for (key, value) in entries {
        text += "\(margin)\(keyText(key)):" + block(value, indentation: indentation + 2)
      }
      return text
    }
  }

  private mutating func keyText(_ key: String) -> String {
    let isPlain = ["name", "ชื่อ", "no", "1", "a b", "key-1"].contains(key)
    return isPlain && random.below(2) == 0 ? key : quoted(key)
  }

  private mutating func scalar(_ text: String, indentation: Int) -> String {
    let plain: Set<String> = [
      "no", "yes", "on", "ภาษาไทย", "น้ำ", "2569-01-01", "x", "it's", "😀", "<<",
    ]
    let isSimple = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x85 }
    switch random.below(4) {
    case 0 where plain.contains(text): return text + "\n"
    case 1 where isSimple && !text.contains("\u{FEFF}"):
      return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'\n"
    case 2 where text.contains("\n") && text.last != nil: return literal(text, indentation)
    default: return quoted(text) + "\n"
    }
  }

  /// A literal block with its indentation given and its line ends kept as they are.
  private func literal(_ text: String, _ indentation: Int) -> String {
    var body = text
    let keepsEnd = body.hasSuffix("\n")
    if keepsEnd { body.removeLast() }
    let margin = String(repeating: " ", count: max(indentation, 2))
    let width = indentation == 0 ? 2 : 2
    var block = "|\(width)\(keepsEnd ? "+" : "-")\n"
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      block += margin + line + "\n"
    }
    return block
  }
}
