import Catalogues
import Diagnostics
import DocumentArena
import Submissions

/// Reads `applies_to`.
struct ApplicabilityReader {
  private let decoder: FileDecoder
  private let context: RuleContext

  init(_ reader: RuleReader) {
    decoder = reader.decoder
    context = reader.context
  }

  func read(_ node: NodeID) -> Applicability? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.appliesTo) else { return nil }
    let before = decoder.count
    let kinds = mapping.required("kinds").flatMap(readKinds)
    let jobs = mapping.required("jobs").flatMap(readJobs)
    let what = LocalizedText(th: "สถานะ", en: "stage")
    let stage = mapping.required("from_stage").flatMap {
      decoder.code($0, of: context.stages, what: what)
    }
    if decoder.count == before { checkPairs(mapping, kinds ?? [], jobs ?? []) }
    guard let kinds, let jobs, let stage else { return nil }
    return Applicability(
      kinds: kinds.isEmpty ? nil : kinds.map(\.name),
      jobs: jobs.isEmpty ? nil : jobs.map(\.job),
      fromStage: stage
    )
  }

  private typealias KindName = (name: String, node: NodeID)
  private typealias JobNumber = (job: Int, node: NodeID)

  private func isAll(_ node: NodeID) -> Bool {
    decoder.document.kind(of: node) == .string && decoder.document.text(of: node) == "all"
  }

  private var allHelp: LocalizedText {
    LocalizedText(th: "เขียน all หรือรายการ [ ]", en: "write `all` or a list [ ]")
  }

  /// The kinds; empty for all.
  private func readKinds(_ node: NodeID) -> [KindName]? {
    if isAll(node) { return [] }
    guard let elements = decoder.list(node, help: allHelp) else { return nil }
    let what = LocalizedText(th: "ประเภทเรื่อง", en: "kind")
    var kinds: [KindName] = []
    for element in elements {
      guard let name = decoder.code(element, of: context.kindNames, what: what) else { continue }
      if let first = kinds.first(where: { $0.name == name }) {
        decoder.givenTwice(name, at: decoder.value(element), first: decoder.value(first.node))
      }
      kinds.append((name, element))
    }
    return kinds.isEmpty ? nil : kinds
  }

  /// The jobs; empty for all.
  private func readJobs(_ node: NodeID) -> [JobNumber]? {
    if isAll(node) { return [] }
    guard let elements = decoder.list(node, help: allHelp) else { return nil }
    var jobs: [JobNumber] = []
    for element in elements {
      guard let job = decoder.int(element, in: 1...24).map({ Int($0) }) else { continue }
      if let first = jobs.first(where: { $0.job == job }) {
        let place = decoder.value(element)
        decoder.givenTwice(String(job), at: place, first: decoder.value(first.node))
      }
      jobs.append((job, element))
    }
    return jobs.isEmpty ? nil : jobs
  }

  /// Kinds and jobs that never meet.
  private func checkPairs(_ mapping: MappingReader, _ kinds: [KindName], _ jobs: [JobNumber]) {
    guard !jobs.isEmpty else { return }
    let named = kinds.isEmpty ? context.kindNames : kinds.map(\.name)
    let meets = named.contains { name in
      jobs.contains { context.kinds[name]?.jobs.contains($0.job) ?? false }
    }
    // Where nothing meets, one side is told: the shorter list holds the mistake.
    let tellsKinds = meets || kinds.count < jobs.count
    let tellsJobs = meets || !tellsKinds
    for (name, node) in tellsKinds ? kinds : [] {
      guard let kind = context.kinds[name], !jobs.contains(where: { kind.jobs.contains($0.job) })
      else { continue }
      let served = DecodingWords.list(kind.jobs.map { String($0) })
      report(
        node,
        LocalizedText(
          th: "เรื่องประเภท \(name) ไม่ใช้กับงานใดในรายการ",
          en: "the kind \(name) is used in none of these jobs"
        ),
        LocalizedText(th: "ใช้กับงาน: \(served.th)", en: "it is used in the jobs \(served.en)")
      )
    }
    for (job, node) in tellsJobs ? jobs : [] {
      let serves = named.contains { context.kinds[$0]?.jobs.contains(job) ?? false }
      guard !serves else { continue }
      let fitting = context.kinds.kinds.filter { $0.jobs.contains(job) }.map(\.id)
      let names = DecodingWords.list(fitting)
      report(
        node,
        LocalizedText(
          th: "ไม่มีประเภทเรื่องในรายการที่ใช้กับงานที่ \(job)",
          en: "none of these kinds is used in job \(job)"
        ),
        LocalizedText(
          th: "ประเภทเรื่องของงานนี้: \(names.th)",
          en: "the kinds of that job: \(names.en)"
        )
      )
    }
  }

  private func report(_ node: NodeID, _ message: LocalizedText, _ help: LocalizedText) {
    decoder.report(.kindWithoutJob, .warning, message, at: decoder.value(node), help: help)
  }
}
