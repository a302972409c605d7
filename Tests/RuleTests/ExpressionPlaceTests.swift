import Diagnostics
import RuleCompiler
import SourceText
import Testing

/// Mistakes in expressions point at their place in the file, however YAML wraps the expression.
@Suite("Places of mistakes in expressions") struct ExpressionPlaceTests {
  /// An item in which `nosuch` stands once, after Thai text.
  private static let items: [(style: String, text: String)] = [
    ("plain", "  - at: title\n    assert: title == 'แผนน้ำดื่ม' || nosuch > 1"),
    (
      "plain over lines",
      "  - at: title\n    assert: title == 'แผนที่ดี'\n      || nosuch > 1\n      || false"
    ),
    (
      "plain over blank lines", "  - at: title\n    assert: title == 'แผน'\n\n\n      || nosuch > 1"
    ),
    ("literal", "  - at: title\n    assert: |\n      title == 'แผนที่ ๑'\n      || nosuch > 1"),
    (
      "literal, deeper lines",
      "  - at: title\n    assert: |\n      title == 'ก'\n          || 'ก่' == nosuch"
    ),
    (
      "literal, indent stated",
      "  - at: title\n    assert: |2-\n      title == 'ก่'\n      || nosuch > 1"
    ),
    ("folded", "  - at: title\n    assert: >\n      title == 'แผนน้ำ'\n      || nosuch > 1"),
    (
      "folded with blank lines",
      "  - at: title\n    assert: >-\n      title == 'ก่'\n\n      || nosuch > 1\n"
    ),
    (
      "folded, deeper lines",
      "  - at: title\n    assert: >\n      title == 'ก่'\n        || 'น้ำ' == nosuch\n      || true"
    ),
    ("single quoted", "  - at: title\n    assert: 'title == ''แผนน้ำ'' || nosuch > 1'"),
    (
      "single quoted over lines",
      "  - at: title\n    assert: 'title == ''แผน''\n      || ''ก่'' == nosuch'"
    ),
    ("double quoted", "  - at: title\n    assert: \"title == 'แผนน้ำ' || nosuch > 1\""),
    (
      "double quoted, escapes",
      "  - at: title\n    assert: \"title == \\\"ก\\u0e48\\\" || '\\xe1\\t' == nosuch\""
    ),
    (
      "double quoted over lines", "  - at: title\n    assert: \"title == 'ก่'\n      || nosuch > 1\""
    ),
    (
      "double quoted, lines joined",
      "  - at: title\n    assert: \"title == 'ก\\\n      ข่' || nosuch > 1\""
    ),
    (
      "double quoted, long escapes",
      "  - at: title\n    assert: \"title == '\\U0001F600ก่' || nosuch > 1\""
    ),
    ("plain in flow", "  - {at: title, assert: title == 'แผนน้ำ' || nosuch > 1}"),
    ("plain in flow over lines", "  - {at: title, assert: title == 'แผน'\n      || nosuch > 1}"),
    (
      "double quoted in flow",
      "  - {at: title, assert: \"title == \\\"แผน\\\" || nosuch > 1\", severity: info}"
    ),
    (
      "single quoted in flow",
      "  - {severity: info, at: title, assert: 'title == ''ก่'' || nosuch > 1'}"
    ),
  ]

  @Test("An unknown name is pointed at", arguments: items.indices)
  func unknownName(_ index: Int) throws {
    let (style, item) = Self.items[index]
    let set = try RuleSet.shared.get()
    let text = ruleText(item)
    let diagnostics = set.compile(try set.rule(text)).diagnostics
    let found = try #require(diagnostics.first, "\(style): nothing was found")
    #expect(diagnostics.count == 1, "\(style): \(diagnostics.map(\.line))")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("nosuch") })
    let before = try #require(lines[line].ranges(of: "nosuch").first?.lowerBound)
    let column = lines[line][..<before].unicodeScalars.count + 1
    let position = try #require(found.place.position, "\(style)")
    #expect(position.line == line + 1 && position.column == column, "\(style): \(found.line)")
    #expect(found.place.length == 6, "\(style): \(found.line)")
  }

  @Test("The caret stands below the mistake, marks above and below letters left out of the count")
  func caret() throws {
    let set = try RuleSet.shared.get()
    let text = ruleText("  - at: title\n    assert: title == 'น้ำที่' || nosuch > 1")
    let diagnostics = set.compile(try set.rule(text)).diagnostics
    let renderer = DiagnosticRenderer(language: .en)
    let source = SourceFile(name: "TST-CON-001.yaml", text: text)
    let shown = renderer.render(diagnostics, sources: [source])
    let lines = shown.split(separator: "\n")
    let carets = try #require(lines.firstIndex { $0.contains("^^^^^^") })
    // Of น้ำที่ the three marks ้ ี ่ take no column; ำ takes one.
    let above = String(lines[carets - 1])
    let start = try #require(above.ranges(of: "nosuch").first?.lowerBound)
    let width = above[..<start].unicodeScalars.count - 3
    #expect(lines[carets].prefix { $0 != "^" }.count == width, "\(shown)")
  }

  @Test(
    "A text that ends too early is pointed at behind its end",
    arguments: [
      "  - at: title\n    assert: title == 'ก่' ||",
      "  - at: title\n    assert: |\n      title == 'ก่'\n      ||",
      "  - at: title\n    assert: 'title == ''ก่'' ||'",
      "  - at: title\n    assert: \"title == 'ก\\u0e48' ||\"",
    ]
  )
  func end(_ item: String) throws {
    let set = try RuleSet.shared.get()
    let text = ruleText(item)
    let diagnostics = set.compile(try set.rule(text)).diagnostics
    let position = try #require(diagnostics.first?.place.position)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.lastIndex { $0.contains("||") })
    let last = try #require(lines[line].ranges(of: "||").last)
    let column = lines[line][..<last.upperBound].unicodeScalars.count + 1
    #expect(position.line == line + 1, "\(diagnostics.map(\.line))")
    #expect(Int(position.column) == column)
  }
}
