import DocumentArena
import DocumentReading
import Foundation
import SeededNumbers
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// The structure of texts that somebody is typing.
@Suite("Loose YAML") struct LooseYAMLTests {
  /// A text with the cursor at `|`, located.
  private func locate(_ marked: String) throws -> LooseLocation {
    let (text, offset) = try cursor(marked)
    return try #require(LooseYAML(text).locate(offset), "nothing at the cursor")
  }

  private func path(_ location: LooseLocation) -> String {
    location.steps.map { step in
      switch step {
      case .key(let key): key
      case .index(let index): "\(index)"
      }
    }.joined(separator: "/")
  }

  private func isKey(_ location: LooseLocation) -> Bool {
    if case .key = location.slot { return true }
    return false
  }

  @Test(
    "Finds keys and values, also where the text is broken",
    arguments: [
      ("a: 1\nb|: 2\n", "", true),
      ("a: 1\n|", "", true),
      ("a:\n  b: 1\n  |\nc: 2\n", "a", true),
      ("a:\n  b: 1\n|\nc: 2\n", "", true),
      ("a:\n  |\n", "a", false),
      ("a: |\n", "a", false),
      ("a: x|\n", "a", false),
      ("check:\n  - pre|\n", "check/0", false),
      ("check:\n  - present: [a]\n  - |\n", "check/1", false),
      ("check:\n  - present: [a]\n    |\n", "check/0", true),
      ("check:\n  - wit|\n    at: x\n", "check/0", true),
      ("check:\n  - within: {value: a, |}\n", "check/0/within", true),
      ("check:\n  - within: {value: a, m|\nmessage: x\n", "check/0/within", true),
      ("check:\n  - within: {value: |\nmessage: x\n", "check/0/within/value", false),
      ("applies_to:\n  kinds: [a, |]\n", "applies_to/kinds/1", false),
      ("applies_to:\n  kinds: [a|\n  jobs: all\n", "applies_to/kinds/0", false),
      ("title:\n  th: \"ชื่อ|\n  en: x\n", "title/th", false),
      ("define:\n  x: |-\n    a &&\n    b|\nwhen: y\n", "define/x", false),
      ("- a: 1\n  b: |\n", "0/b", false),
      ("a:\n- b\n- |\n", "a/1", false),
      ("# x\nn: 1\n\n  deep: stray\nm|: 2\n", "", true),
      ("{\"a\": {\"b\": |}}", "a/b", false),
      ("{\"a\": 1, |", "", true),
    ]
  )
  func locations(_ marked: String, _ expected: String, _ key: Bool) throws {
    // A block scalar begins with the same sign as the cursor.
    let marked = marked.replacingSign
    let location = try locate(marked)
    #expect(path(location) == expected, "\(marked)")
    #expect(isKey(location) == key, "\(marked)")
  }

  @Test("Comments are no place")
  func comments() throws {
    let (text, offset) = try cursor("a: 1 # rem¦ark\n")
    #expect(LooseYAML(text).locate(offset) == nil)
  }

  @Test("Reads every shipped file as the strict reader does")
  func agreesWithStrictReader() throws {
    let root = SharedData.packageRoot.path
    var count = 0
    for folder in ["Rules", "Examples"] {
      for path in try files(under: "\(root)/\(folder)") {
        let source = try FileReader.read(path)
        let documents = try DocumentReader.read(source)
        let yaml = LooseYAML(source.utf8Bytes)
        #expect(yaml.roots.count == documents.count, "\(path)")
        for (root, document) in zip(yaml.roots, documents) {
          compare(yaml, root, document, document.root, path)
        }
        count += 1
      }
    }
    #expect(count > 300)
  }

  private func compare(
    _ yaml: LooseYAML,
    _ node: Int,
    _ document: Document,
    _ id: NodeID,
    _ path: String
  ) {
    // What an alias stands for is not looked up.
    if yaml.nodes[node].kind == .alias { return }
    let place = "\(path):\(document.position(of: id)?.line ?? 0)"
    switch document.kind(of: id) {
    case .map:
      let children = Array(document.children(of: id))
      let entries = yaml.nodes[node].entries
      guard entries.map(\.key) == children.map({ document.keyName(of: $0) }) else {
        Issue.record("\(place): \(entries.map(\.key)) are not the keys")
        return
      }
      for (entry, child) in zip(entries, children) {
        compare(yaml, entry.value, document, child, path)
      }
    case .list:
      let children = Array(document.children(of: id))
      guard yaml.nodes[node].items.count == children.count else {
        Issue.record("\(place): \(yaml.nodes[node].items.count) elements, not \(children.count)")
        return
      }
      for (item, child) in zip(yaml.nodes[node].items, children) {
        compare(yaml, item.value, document, child, path)
      }
    case .null: break
    default:
      // Folding and indentation are not undone; the words are the same.
      let own = yaml.text(node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let text = document.text(of: id).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(own == text, "\(place)")
    }
  }

  @Test("Never fails on damaged texts, and every place can be asked for")
  func damaged() throws {
    let root = SharedData.packageRoot.path
    let source = try FileReader.read("\(root)/Rules/consistency/J03-CON-003.yaml")
    var generator = SeededGenerator(seed: 7)
    let signs = Array("{}[]\"'|>:-#\n ,&*!%\t".utf8) + [0xE0, 0xFF]
    for _ in 0..<150 {
      var bytes = source.bytes
      for _ in 0..<generator.below(8) {
        let place = generator.below(bytes.count)
        switch generator.below(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(generator.pick(signs), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(40)))
        }
      }
      let yaml = LooseYAML(bytes)
      for _ in 0..<30 { _ = yaml.locate(generator.below(bytes.count + 2)) }
      let isInside = yaml.nodes.allSatisfy {
        $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count
      }
      #expect(isInside)
    }
  }

  @Test("Deep nesting and long lines cost no stack and little time")
  func deep() {
    for text in [
      String(repeating: "[", count: 40_000), String(repeating: "{a: ", count: 20_000),
      String(repeating: "- ", count: 20_000), String(repeating: "a: ", count: 20_000),
      String(repeating: "a:\n", count: 20_000), String(repeating: "\"", count: 40_000),
    ] {
      let yaml = LooseYAML(Array(text.utf8))
      _ = yaml.locate(text.utf8.count)
    }
  }
}

extension String {
  /// The same with another sign for the cursor, where `|` is one.
  fileprivate var replacingSign: String {
    guard let place = lastIndex(of: "|") else { return self }
    return self[..<place] + "¦" + self[index(after: place)...]
  }
}
