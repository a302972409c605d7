import Diagnostics
import DocumentArena
import DocumentReading
import SourceText
import TestSupport
import Testing

@Suite struct YAMLBasicsTests {
  @Test func readsKeysValuesAndPlaces() throws {
    let document = try yaml("title: แผน\nprojects:\n  - name: อบรม\n    budget: 1250000.50\n")
    let root = document.root
    #expect(document.kind(of: root) == .map)
    #expect(document.count(of: root) == 2)
    let title = try #require(document.child(of: root, "title"))
    #expect(document.text(of: title) == "แผน")
    #expect(document.position(of: title) == SourcePosition(line: 1, column: 8))
    #expect(document.keyPosition(of: title) == SourcePosition(line: 1, column: 1))
    let projects = try #require(document.child(of: root, "projects"))
    #expect(document.kind(of: projects) == .list)
    #expect(document.position(of: projects) == SourcePosition(line: 3, column: 3))
    #expect(document.keyPosition(of: projects) == SourcePosition(line: 2, column: 1))
    let project = try #require(document.children(of: projects).first { _ in true })
    let budget = try #require(document.child(of: project, "budget"))
    #expect(document.kind(of: budget) == .double)
    #expect(document.text(of: budget) == "1250000.50")
    #expect(document.path(of: budget).description == "projects[0].budget")
  }

  @Test(arguments: [
    ("no", NodeKind.string), ("on", .string), ("yes", .string), ("y", .string), ("Off", .string),
    ("true", .bool), ("True", .bool), ("TRUE", .bool), ("tRue", .string), ("false", .bool),
    ("null", .null), ("Null", .null), ("NULL", .null), ("~", .null), ("nULL", .string),
    ("~a", .string),
    ("0", .int), ("-0", .int), ("+12", .int), ("0o17", .int), ("0o18", .string), ("0x1F", .int),
    ("0x", .string), ("-0x1", .string), ("012", .int), ("1_000", .string), ("1,000", .string),
    ("1.", .double), (".5", .double), ("-1.5e-3", .double), ("1e3", .double), ("1e", .string),
    (".", .string), ("+", .string), ("e3", .string), ("1.2.3", .string),
    (".inf", .double), ("-.INF", .double), ("+.Inf", .double), (".nan", .double),
    ("-.nan", .string),
    ("2567-10-01", .string), ("12:30", .string), ("๑๒", .string),
    ("99999999999999999999999999", .int), ("'12'", .string), ("\"true\"", .string),
    ("! 12", .string),
    ("!!str 12", .string), ("!!int 12", .int), ("!!int \"12\"", .int), ("!!float 12", .double),
    ("!!bool 'true'", .bool), ("!!null ''", .null), ("!local 12", .string), ("&a 12", .int),
  ])
  func resolvesPlainScalars(text: String, kind: NodeKind) throws {
    let document = try yaml("a: \(text)\n")
    let value = try #require(document.child(of: document.root, "a"))
    #expect(document.kind(of: value) == kind)
  }
}
