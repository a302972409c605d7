public import Catalogues
import Diagnostics
public import DocumentArena
import SourceText

/// Reads the files of frameworks, crosswalks and sources into one graph.
public enum AlignmentLoader {
  /// Reads all files; each is known by its first key (`framework`, `crosswalk`, `sources`).
  ///
  /// Everything that is wrong with any of them is told at once: unknown keys, plans, editions, parents
  /// and sources, codes given twice, circles, years that end before they begin, rows of crosswalks whose
  /// ends no framework has.
  public static func load(_ documents: [Document], plans: Catalogue?) -> Loaded<AlignmentGraph> {
    var loading = AlignmentLoading(plans: plans)
    loading.read(documents)
    let graph = AlignmentGraph(
      frameworks: loading.readings.map(\.framework),
      links: loading.links,
      sources: loading.sources.sources
    )
    return Loaded(graph, loading.diagnostics)
  }
}

/// One loading of several files.
private struct AlignmentLoading {
  let plans: Catalogue?
  private(set) var sources = SourceList()
  private(set) var readings: [FrameworkReader.Reading] = []
  private(set) var links: [CrosswalkLink] = []
  private var decoders: [FileDecoder] = []
  private var codes: [[UInt16]: (place: Diagnostic.Place, framework: Int)] = [:]
  private var ids: [String: Diagnostic.Place] = [:]

  init(plans: Catalogue?) { self.plans = plans }

  var diagnostics: [Diagnostic] { decoders.flatMap(\.diagnostics) }

  mutating func read(_ documents: [Document]) {
    decoders = documents.map { FileDecoder($0, .catalogue) }
    for decoder in decoders where has("sources", decoder) { sources.add(decoder) }
    for decoder in decoders where !has("sources", decoder) && !has("crosswalk", decoder) {
      let reader = FrameworkReader(decoder: decoder, plans: plans, sources: sources)
      guard let reading = reader.read() else { continue }
      add(reading, decoder)
    }
    for decoder in decoders where has("crosswalk", decoder) {
      let known = codes
      let reader = CrosswalkReader(decoder: decoder, sources: sources) { known[$0] != nil }
      links += reader.read(among: readings.flatMap(\.framework.items).map(\.code))
    }
    refuseCircles()
  }

  private func has(_ key: String, _ decoder: FileDecoder) -> Bool {
    decoder.document.child(of: decoder.document.root, key) != nil
  }

  private mutating func add(_ reading: FrameworkReader.Reading, _ decoder: FileDecoder) {
    let framework = reading.framework
    let node = decoder.document.child(of: decoder.document.root, "framework")
    let place = node.map(decoder.value) ?? decoder.wholeFile
    if let first = ids[framework.id] {
      decoder.givenTwice(framework.id, at: place, first: first)
      return
    }
    ids[framework.id] = place
    let index = readings.count
    var own: Set<[UInt16]> = []
    for (item, node) in zip(framework.items, reading.nodes) {
      for code in [item.code] + item.otherCodes {
        let key = CitationKey.make(code)
        // Short numbers are codes within their framework only.
        let isLocal = !CitationIndex.isUnmistakable(key)
        let first = isLocal ? nil : codes[key]
        if !own.insert(key).inserted || first != nil {
          decoder.givenTwice(code, at: decoder.key(node), first: first?.place)
        } else if !isLocal {
          codes[key] = (decoder.key(node), index)
        }
      }
    }
    let known = framework.items.map(\.code)
    for (item, node) in zip(framework.items, reading.parents) {
      guard let parent = item.parent, let node, !known.contains(parent) else { continue }
      let what = LocalizedText(th: "รายการหลัก", en: "parent")
      decoder.unknownName(parent, at: decoder.value(node), what: what, among: known)
    }
    readings.append(reading)
  }

  /// Parents that lead back to their child, and rows of crosswalks that do, would have no top.
  private func refuseCircles() {
    let graph = AlignmentGraph(
      frameworks: readings.map(\.framework),
      links: links,
      sources: []
    )
    for node in Circles.members(of: graph) {
      let code = graph.item(node).code
      let id = graph.framework(of: node).id
      guard let reading = readings.first(where: { $0.framework.id == id }),
        let index = reading.framework.items.firstIndex(where: { $0.code == code }),
        let decoder = decoders.first(where: { $0.document.source.name == ids[id]?.file })
      else { continue }
      decoder.report(
        GraphCodes.circle,
        .error,
        LocalizedText(
          th: "\(DecodingWords.quoted(code)) วนกลับมาที่ตัวเอง",
          en: "\(DecodingWords.quoted(code)) leads back to itself"
        ),
        at: decoder.key(reading.nodes[index]),
        help: LocalizedText(
          th: "แก้ parent หรือแถวของตารางเทียบแถวใดแถวหนึ่งในวงนี้",
          en: "change one parent, or one row of a crosswalk, of this circle"
        )
      )
    }
  }
}

/// Finds circles.
enum Circles {
  /// The first node, in order, of each circle; linear in nodes and edges.
  static func members(of graph: AlignmentGraph) -> [PlanNode] {
    // 0 not seen, 1 on the way, 2 done.
    var states = Array(repeating: UInt8(0), count: graph.count)
    var found: Set<PlanNode> = []
    for start in graph.nodes where states[Int(start.number)] == 0 {
      var way: [(node: PlanNode, next: Int)] = [(start, graph.edges(from: start).startIndex)]
      states[Int(start.number)] = 1
      while let (node, next) = way.last {
        let edges = graph.edges(from: node)
        guard next < edges.endIndex else {
          states[Int(node.number)] = 2
          way.removeLast()
          continue
        }
        way[way.count - 1].next = next + 1
        let target = edges[next].target
        switch states[Int(target.number)] {
        case 0:
          states[Int(target.number)] = 1
          way.append((target, graph.edges(from: target).startIndex))
        case 1: found.insert(target)
        default: break
        }
      }
    }
    return found.sorted()
  }
}
