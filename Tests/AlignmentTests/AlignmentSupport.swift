@testable import Alignment
import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Foundation
import SourceText
import TestSupport

/// The graph that is shipped.
enum ShippedGraph {
  static let graph: Result<AlignmentGraph, any Error> = Result {
    try load(more: []).get()
  }

  static func load(more: [String]) throws -> Loaded<AlignmentGraph> {
    let rules = SharedData.packageRoot.appendingPathComponent("Rules")
    let folder = rules.appendingPathComponent("catalogues/frameworks")
    let files = try names(in: folder) + more.map { rules.appendingPathComponent($0) }
    let plans = try CatalogueLoader.load(
      document(rules.appendingPathComponent("catalogues/plans.yaml"))
    ).get()
    return AlignmentLoader.load(try files.map(document), plans: plans)
  }

  static func names(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }

  static func document(_ url: URL) throws -> Document {
    let bytes = [UInt8](try Data(contentsOf: url))
    return try YAMLReader.readOne(SourceFile(name: url.lastPathComponent, bytes: bytes))
  }
}

/// Graphs of one framework each, made of numbers.
enum MadeGraph {
  /// A graph whose item `i` has the parent `parents[i]`, with rows of crosswalks; nothing is refused.
  static func make(parents: [Int?], links: [(Int, Int)]) throws -> AlignmentGraph {
    var text = """
      krong: 1
      framework: made
      title: {th: ก, en: a}
      kinds: {item: {th: ก, en: item}}
      items:

      """
    for index in parents.indices {
      text += "  N-\(index)x: {kind: item, th: รายการ \(index)}\n"
    }
    let loaded = try AlignmentLoader.load([yaml(text)], plans: nil).get()
    let framework = loaded.frameworks[0]
    let items = zip(framework.items, parents).map { item, parent in
      FrameworkItem(
        code: item.code,
        otherCodes: [],
        kind: 0,
        number: nil,
        name: item.name,
        aliases: [],
        parent: parent.map { "N-\($0)x" },
        confidence: .verified,
        sources: [],
        note: nil
      )
    }
    let rows = links.map { from, to in
      CrosswalkLink(
        from: "N-\(from)x",
        to: "N-\(to)x",
        relation: .aligned,
        confidence: .verified,
        sources: []
      )
    }
    let made = Framework(
      id: "made",
      title: framework.title,
      plan: nil,
      editions: [],
      issuer: nil,
      years: nil,
      isComplete: true,
      note: nil,
      kinds: framework.kinds,
      items: items
    )
    return AlignmentGraph(frameworks: [made], links: rows, sources: [])
  }
}
