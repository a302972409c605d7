import Diagnostics
import DocumentArena
import DocumentReading
import Foundation
import SourceText
import TestSupport
import Testing

/// All 402 cases of the public YAML test suite.
@Suite(.enabled(if: SharedData.has(YAMLSuite.path), "the shared conformance data are not here"))
struct YAMLSuiteTests {
  @Test func suiteIsComplete() throws {
    let cases = try YAMLSuite.load()
    #expect(cases.count == 402)
    #expect(cases.filter { $0.json != nil && !$0.error }.count == 279)
    #expect(YAMLSuiteGaps.valid.count == 45)
    #expect(YAMLSuiteGaps.invalid.count == 16)
  }

  @Test(arguments: try YAMLSuite.load().filter { $0.json != nil && !$0.error })
  func givesTheTreesOfTheSuite(_ test: YAMLSuite.Case) throws {
    let json = try #require(test.json)
    if let reason = YAMLSuiteGaps.valid[test.id] {
      withKnownIssue("\(reason)") { try expect(test, json) }
    } else {
      try expect(test, json)
    }
  }

  private func expect(_ test: YAMLSuite.Case, _ json: [YAMLSuite.Value]) throws {
    let documents = try YAMLReader.read(SourceFile(name: test.id, text: test.yaml))
    #expect(documents.map { YAMLSuite.Value($0, $0.root) } == json, "\(test.id) \(test.name)")
  }

  @Test(arguments: try YAMLSuite.load().filter(\.error))
  func refusesInvalidText(_ test: YAMLSuite.Case) throws {
    let source = SourceFile(name: test.id, text: test.yaml)
    if let reason = YAMLSuiteGaps.invalid[test.id] {
      withKnownIssue("\(reason)") {
        #expect(throws: DiagnosticError.self) { try YAMLReader.read(source) }
      }
      return
    }
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.read(source) }
    for diagnostic in error?.diagnostics ?? [] {
      let position = try #require(diagnostic.place.position)
      let lines = LineIndex(source)
      #expect(Int(position.line) <= lines.lineCount + 1)
      #expect(diagnostic.help != nil || diagnostic.code == .yamlSyntax)
    }
  }

  @Test(arguments: try YAMLSuite.load().filter { $0.json == nil && !$0.error })
  func readsOrRefusesWhatHasNoJSON(_ test: YAMLSuite.Case) throws {
    let expected = YAMLSuiteGaps.withoutJSON[test.id]
    let actual: String
    do {
      let documents = try YAMLReader.read(SourceFile(name: test.id, text: test.yaml))
      actual = documents.map { YAMLSuite.Value($0, $0.root).description }.joined(separator: " ")
    } catch {
      actual = error.diagnostics.map(\.code.text).joined(separator: " ")
    }
    #expect(actual == expected, "\(test.id) \(test.name)")
  }
}

/// The suite as data.
enum YAMLSuite {
  static let path = "conformance/yaml/yaml-test-suite.json"

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let name: String
    let yaml: String
    let error: Bool
    let json: [Value]?

    var testDescription: String { "\(id) \(name)" }
  }

  private struct File: Decodable {
    let tests: [Case]
  }

  static func load() throws -> [Case] {
    guard let file = SharedData.file(path) else { return [] }
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).tests
  }

  /// A tree as JSON has it, numbers by value.
  indirect enum Value: Decodable, Equatable, Sendable, CustomStringConvertible {
    case null
    case bool(Bool)
    case number(Double)
    case string([UInt8])
    case list([Value])
    case map([String: Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode(Double.self) {
        self = .number(value)
      } else if let value = try? container.decode(String.self) {
        self = .string(Array(value.utf8))
      } else if let value = try? container.decode([Value].self) {
        self = .list(value)
      } else {
        self = .map(try container.decode([String: Value].self))
      }
    }

    /// The tree that was read.
    init(_ document: Document, _ id: NodeID) {
      switch document.kind(of: id) {
      case .null: self = .null
      case .bool: self = .bool(document.text(of: id).lowercased() == "true")
      case .int, .double: self = .number(Self.number(document.text(of: id)))
      case .string: self = .string(Array(document.bytes(of: id)))
      case .list: self = .list(document.children(of: id).map { Value(document, $0) })
      case .map:
        var entries: [String: Value] = [:]
        for child in document.children(of: id) {
          entries[document.keyName(of: child)] = Value(document, child)
        }
        self = .map(entries)
      }
    }

    private static func number(_ text: String) -> Double {
      if text.hasPrefix("0o") { return Double(Int(text.dropFirst(2), radix: 8) ?? -1) }
      if text.hasPrefix("0x") { return Double(Int(text.dropFirst(2), radix: 16) ?? -1) }
      return Double(text) ?? .nan
    }

    var description: String {
      switch self {
      case .null: "null"
      case .bool(let value): "\(value)"
      case .number(let value): "\(value)"
      case .string(let bytes): "'\(String(decoding: bytes, as: UTF8.self))'"
      case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
      case .map(let entries):
        "{"
          + entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
          .joined(separator: ", ") + "}"
      }
    }
  }
}
