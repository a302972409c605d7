public import Catalogues
import Diagnostics
public import DocumentArena
import PlanValues
import RuleModel

/// Reads case files.
public enum CaseFileReader {
  /// Reads a case file; `stages` are the codes of stages that there are.
  public static func load(_ document: Document, stages: [String]) -> Loaded<CaseFile> {
    let decoder = FileDecoder(document, .testing)
    let cases = CaseReading(decoder: decoder, stages: stages).read()
    return Loaded(CaseFile(document: document, cases: cases), decoder.diagnostics)
  }
}

/// The reading of one case file.
private struct CaseReading {
  let decoder: FileDecoder
  let stages: [String]

  func read() -> [CaseFile.Case] {
    let root = decoder.document.root
    guard let mapping = MappingReader(root, decoder, keys: CaseKeys.file) else { return [] }
    decoder.checkVersion(mapping)
    let shared = settings(of: mapping, Settings())
    guard mapping.has("cases") else {
      return [entry(mapping, 1, shared)].compactMap(\.self)
    }
    if mapping.has("expect"), let node = mapping.optional("expect") {
      decoder.report(
        .choice,
        LocalizedText(
          th: "expect ใช้ร่วมกับ cases ไม่ได้",
          en: "`expect` cannot stand beside `cases`"
        ),
        at: decoder.key(node),
        help: LocalizedText(
          th: "เขียน expect ในแต่ละรายการของ cases",
          en: "write `expect` in each of the `cases`"
        )
      )
    }
    let elements = mapping.required("cases").flatMap { decoder.list($0) } ?? []
    return elements.enumerated().compactMap { index, element in
      MappingReader(element, decoder, keys: CaseKeys.entry).flatMap {
        entry($0, index + 1, settings(of: $0, shared))
      }
    }
  }

  private struct Settings {
    var submission: CaseFile.Source?
    var asOf: CalendarDate?
    var stage: String?
    var office: CaseFile.Source?
    var params: NodeID?
    var with: [CaseFile.Source] = []
    var waivers: CaseFile.Source?
    var others: [String]?
  }

  /// The settings of a mapping; those it does not name are those of the file.
  private func settings(of mapping: MappingReader, _ shared: Settings) -> Settings {
    var settings = shared
    let stage = LocalizedText(th: "สถานะ", en: "stage")
    let outcome = LocalizedText(th: "ผล", en: "outcome")
    let outcomes = StatementReader.outcomes
    if let node = mapping.optional("submission") { settings.submission = source(node) }
    if let node = mapping.optional("as_of") { settings.asOf = decoder.date(node) }
    if let node = mapping.optional("stage") {
      settings.stage = decoder.code(node, of: stages, what: stage)
    }
    if let node = mapping.optional("office") { settings.office = source(node) }
    if let node = mapping.optional("params"), MappingReader(node, decoder) != nil {
      settings.params = node
    }
    if let node = mapping.optional("with") {
      settings.with = decoder.list(node, min: 0)?.compactMap(source) ?? []
    }
    if let node = mapping.optional("waivers") { settings.waivers = waivers(node) }
    if let node = mapping.optional("others") {
      settings.others = decoder.list(node)?.compactMap {
        decoder.code($0, of: outcomes, what: outcome)
      }
    }
    return settings
  }

  /// A mapping, or the path of a file.
  private func source(_ node: NodeID) -> CaseFile.Source? {
    if decoder.document.kind(of: node) == .map { return .inline(node) }
    guard decoder.document.kind(of: node) == .string, let path = decoder.text(node) else {
      decoder.wrongType(
        node,
        expected: LocalizedText(
          th: "ชื่อแฟ้ม หรือข้อมูล (mapping)",
          en: "the path of a file, or a mapping"
        )
      )
      return nil
    }
    return .file(path, node)
  }

  /// A list of waivers, or the path of a file of them.
  private func waivers(_ node: NodeID) -> CaseFile.Source? {
    guard decoder.document.kind(of: node) == .list else { return source(node) }
    for element in decoder.list(node) ?? [] {
      for diagnostic in WaiverLoader.read(element, in: decoder.document).diagnostics {
        decoder.report(
          diagnostic.code,
          diagnostic.severity,
          diagnostic.message,
          at: diagnostic.place,
          notes: diagnostic.notes,
          help: diagnostic.help
        )
      }
    }
    return .inline(node)
  }

  private func entry(
    _ mapping: MappingReader,
    _ number: Int,
    _ settings: Settings
  ) -> CaseFile.Case? {
    let name = mapping.optional("name").flatMap(decoder.text)
    let statements = statements(mapping)
    if settings.submission == nil, !mapping.has("submission") { _ = mapping.required("submission") }
    guard let submission = settings.submission else { return nil }
    return CaseFile.Case(
      number: number,
      name: name,
      submission: submission,
      asOf: settings.asOf,
      stage: settings.stage,
      office: settings.office,
      params: settings.params,
      with: settings.with,
      waivers: settings.waivers,
      statements: statements,
      others: settings.others,
      node: mapping.node
    )
  }

  /// What a case states; a case that states nothing would pass whatever the rules do.
  private func statements(_ mapping: MappingReader) -> [StatedResult] {
    guard let node = mapping.optional("expect") else {
      if !mapping.has("expect") { reportNothing(mapping.ownPlace) }
      return []
    }
    guard let expected = MappingReader(node, decoder) else { return [] }
    let entries = expected.entries
    if entries.isEmpty { reportNothing(decoder.key(node)) }
    return entries.compactMap { statement(rule: $0.key, $0.node) }
  }

  private func reportNothing(_ place: Diagnostic.Place) {
    decoder.report(
      .caseStatesNothing,
      .error,
      LocalizedText(th: "กรณีนี้ไม่ได้ระบุผลของเกณฑ์ใด", en: "this case states nothing"),
      at: place,
      help: LocalizedText(
        th: "ระบุผลที่ต้องได้ เช่น expect: {J02-CMP-003: fail}",
        en: "state what must come out, as in `expect: {J02-CMP-003: fail}`"
      )
    )
  }

  /// `RULE: outcome`, or `RULE: {outcome: …, at: …}`.
  private func statement(rule: String, _ node: NodeID) -> StatedResult? {
    let what = LocalizedText(th: "ผล", en: "outcome")
    let outcomes = StatementReader.outcomes
    guard decoder.document.kind(of: node) == .map else {
      guard let outcome = decoder.code(node, of: outcomes, what: what) else { return nil }
      return StatedResult(rule: rule, outcome: outcome, node: node)
    }
    guard let mapping = MappingReader(node, decoder, keys: CaseKeys.statement),
      let outcome = mapping.required("outcome").flatMap({
        decoder.code($0, of: outcomes, what: what)
      })
    else { return nil }
    return StatementReader(decoder: decoder).read(mapping, rule: rule, outcome: outcome)
  }
}
