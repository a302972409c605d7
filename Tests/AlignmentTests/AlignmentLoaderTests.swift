import Alignment
import Catalogues
import Diagnostics
import DocumentArena
import SourceText
import Foundation
import TestSupport
import Testing

/// A diagnostic on one line: place, code, sentence.
private func line(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.place.position.map { "\($0.line):\($0.column)" } ?? "-"
  return "\(place) \(diagnostic.code.text) \(diagnostic.message.en)"
}

/// A registry of one plan.
func plans(_ item: String) throws -> Catalogue {
  try CatalogueLoader.load(
    yaml("krong: 1\ncatalogue: plans\ntitle: {th: ก, en: a}\nitems:\n  \(item)\n")
  ).get()
}

@Suite("Loading of frameworks")
struct AlignmentLoaderTests {
  private func lines(_ texts: [String]) throws -> [String] {
    let registry = try plans(
      "nesdp: {th: ก, en: a, editions: [{id: ฉบับที่ 13, from: 2566, until: 2570}]}"
    )
    return AlignmentLoader.load(try texts.map { try yaml($0) }, plans: registry)
      .diagnostics.map {
        line($0)
      }
  }

  private static let good = """
    krong: 1
    framework: good
    title: {th: ก, en: a}
    kinds: {item: {th: ก, en: item}}
    items:
      AB-1: {kind: item, th: หนึ่ง}
      AB-2: {kind: item, th: สอง, parent: AB-1}
    """

  @Test("all mistakes of a framework are told at once, with their places")
  func mistakes() throws {
    let text = """
      krong: 1
      framework: Bad
      plan: nesdb
      editions: [ฉบับที่ 14]
      title: {th: ก, en: a}
      years: {from: 2570, until: 2566}
      issuers: {th: ก, en: a}
      confidence: certain
      kinds: {item: {th: ก, en: item, word: [ก]}}
      source: [S-X]
      items:
        AB-1: {kind: itme, th: หนึ่ง}
        AB-2: {kind: item, en: two}
      """
    let found = try lines([text])
    #expect(
      found == [
        "2:12 CAT-010 “Bad” cannot be a name",
        "3:7 CAT-004 unknown plan “nesdb”",
        "6:28 CAT-013 the range ends at 2566, before it begins at 2570",
        "7:1 CAT-001 unknown key “issuers”",
        "8:13 CAT-004 unknown confidence “certain”",
        "9:33 CAT-001 unknown key “word”",
        "10:10 CAT-004 unknown source “S-X”",
        "12:16 CAT-004 unknown kind of item “itme”",
        "13:3 CAT-002 the key “th” is missing",
      ]
    )
  }

  @Test("an edition that the registry does not list is told")
  func edition() throws {
    let text = Self.good.replacing(
      "framework: good",
      with: "framework: good\nplan: nesdp\neditions: [ฉบับที่ 14]"
    )
    let found = try lines([text])
    #expect(
      found == ["4:12 CAT-004 unknown edition of the plan “ฉบับที่ 14”"]
    )
  }

  @Test("codes given twice, in one file or in two, spelt alike")
  func twice() throws {
    let other = Self.good.replacing("framework: good", with: "framework: other")
      .replacing("AB-1", with: "ab1").replacing("AB-2", with: "CD-2")
    let found = try lines([Self.good, other])
    #expect(
      found == ["6:3 CAT-009 “ab1” is given twice"]
    )
    #expect(try lines([Self.good, Self.good]).contains("2:12 CAT-009 “good” is given twice"))
  }

  @Test("an unknown parent gets a suggestion, a circle of parents is refused")
  func parents() throws {
    let unknown = Self.good.replacing("parent: AB-1", with: "parent: AB-3")
    let found = try lines([unknown])
    #expect(
      found == ["7:39 CAT-004 unknown parent “AB-3”"]
    )
    let circle = Self.good.replacing("th: หนึ่ง", with: "th: หนึ่ง, parent: AB-2")
    let circular = try lines([circle])
    #expect(
      circular == ["6:3 CAT-020 “AB-1” leads back to itself"]
    )
  }

  @Test(
    "ends, relations and sources of crosswalks must exist, and no row may be given twice or join one"
  )
  func crosswalks() throws {
    let rows = """
      krong: 1
      crosswalk: plans
      title: {th: ก, en: a}
      links:
        - {from: AB-2, to: AB-9, relation: aligned, confidence: verified}
        - {from: AB-1, to: AB-1, relation: aligned, confidence: verified}
        - {from: AB-2, to: AB-1, relation: like, confidence: verified}
        - {from: AB-2, to: AB-1, relation: main, confidence: verified, source: [S-9]}
        - {from: AB-2, to: AB-1, relation: main, confidence: verified}
      """
    let found = try lines([Self.good, rows])
    #expect(
      found == [
        "5:22 CAT-004 unknown item of a plan “AB-9”",
        "6:5 CAT-020 this row joins “AB-1” with itself",
        "7:38 CAT-004 unknown relation “like”",
        "8:75 CAT-004 unknown source “S-9”",
        "9:5 CAT-009 “AB-2 → AB-1” is given twice",
      ]
    )
  }

  @Test("a row against the parents makes a circle")
  func circleOfRows() throws {
    let rows = """
      krong: 1
      crosswalk: plans
      title: {th: ก, en: a}
      links:
        - {from: AB-1, to: AB-2, relation: aligned, confidence: verified}
      """
    let found = try lines([Self.good, rows])
    #expect(
      found == ["6:3 CAT-020 “AB-1” leads back to itself"]
    )
  }

  @Test("the frameworks shipped, with the examples of provinces, have no mistake")
  func shipped() throws {
    let rules = SharedData.packageRoot.appendingPathComponent("Rules")
    let examples = try ShippedGraph.names(in: rules.appendingPathComponent("offices/plans"))
      .map { "offices/plans/" + $0.lastPathComponent }
    #expect(examples.count >= 8)
    let loaded = try ShippedGraph.load(more: examples)
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map(\.message.en))")
    let graph = try loaded.get()
    #expect(graph.node(ofCode: "NWT69-1") != nil)
    #expect(try ShippedGraph.graph.get().node(ofCode: "NWT69-1") == nil)
  }

  /// The files of the shared catalogues whose items are frameworks.
  static let shared = [
    "national_strategy", "master_plan", "nesdp13", "national_education_plan", "education_reform",
    "moe_policy", "obec_policy", "sdg4", "budget_categories", "area_uthaithani",
    "area_region_north", "area_other_provinces",
  ]

  @Test(
    "every item of the shared catalogues is here, with its name and confidence",
    .enabled(if: SharedData.has("domain/catalogues")),
    arguments: shared
  )
  func complete(_ file: String) throws {
    let url = try #require(SharedData.file("domain/catalogues/\(file).yaml"))
    let document = try ShippedGraph.document(url)
    let rules = SharedData.packageRoot.appendingPathComponent("Rules")
    let examples = try ShippedGraph.names(in: rules.appendingPathComponent("offices/plans"))
      .map { "offices/plans/" + $0.lastPathComponent }
    let graph = try ShippedGraph.load(more: examples).get()
    let items = try #require(document.child(of: document.root, "items"))
    var count = 0
    for item in document.children(of: items) {
      let text = { (key: String) in
        document.child(of: item, key).map { document.text(of: $0) } ?? ""
      }
      let node = try #require(graph.node(ofCode: text("code")), "\(text("code"))")
      #expect(graph.item(node).code.utf8.elementsEqual(text("code").utf8))
      #expect(graph.item(node).name.th.utf8.elementsEqual(text("name_th").utf8))
      #expect(graph.item(node).confidence.rawValue == text("confidence"))
      let parent = text("parent")
      let own = graph.parent(of: node).map { graph.item($0).code } ?? ""
      #expect(own == parent || parent == "null")
      count += 1
    }
    #expect(count > 0)
  }

  @Test(
    "every row of the shared crosswalk is here",
    .enabled(if: SharedData.has("domain/catalogues/crosswalk.yaml"))
  )
  func crosswalkComplete() throws {
    let url = try #require(SharedData.file("domain/catalogues/crosswalk.yaml"))
    let document = try ShippedGraph.document(url)
    let graph = try ShippedGraph.graph.get()
    let items = try #require(document.child(of: document.root, "items"))
    for item in document.children(of: items) {
      let text = { (key: String) in
        document.child(of: item, key).map { document.text(of: $0) } ?? ""
      }
      let row = graph.links.first { $0.from == text("from") && $0.to == text("to") }
      #expect(row?.confidence.rawValue == text("confidence"))
    }
    #expect(graph.links.count == document.children(of: items).reduce(0) { count, _ in count + 1 })
  }
}
