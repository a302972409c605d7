import Catalogues
import Diagnostics
import DocumentArena
import SourceText
import Submissions

/// The reading of one rule file.
struct RuleReader {
  let decoder: FileDecoder
  let context: RuleContext
  let examples: RuleLoader.Examples

  func read() -> Rule? {
    let document = decoder.document
    guard let mapping = MappingReader(document.root, decoder, keys: RuleKeys.rule) else {
      return nil
    }
    decoder.checkVersion(mapping)
    let head = readHead(mapping)
    let applicability = mapping.required("applies_to").flatMap(ApplicabilityReader(self).read)
    let inForce = mapping.optional("in_force").flatMap(readInForce)
    let isWaivable = mapping.optional("waivable").flatMap(decoder.bool) ?? false
    let parameters = mapping.optional("params").map(readParameters) ?? []
    let body = readBody(mapping, head.severity, applicability)
    let remedy = mapping.required("remedy").flatMap(readPlain)
    let notes = mapping.optional("notes").flatMap(readNotes)
    let examples = readExamples(mapping, body.items ?? [])
    checkParameters(of: examples, parameters)
    guard let id = head.id, let title = head.title, let family = head.family,
      let severity = head.severity, let weight = head.weight, let basis = head.basis,
      let applicability, let items = body.items, let remedy
    else { return nil }
    return Rule(
      id: id,
      title: title,
      family: family,
      severity: severity,
      weight: weight,
      basis: basis,
      sources: head.sources,
      applicability: applicability,
      inForce: inForce,
      isWaivable: isWaivable,
      parameters: parameters,
      definitions: body.definitions,
      when: body.when,
      selectors: body.selectors,
      whereCondition: body.whereCondition,
      ifNone: body.ifNone,
      items: items,
      message: body.message,
      remedy: remedy,
      notes: notes,
      examples: examples,
      document: document
    )
  }

  private struct Head {
    var id: String?
    var title: LocalizedText?
    var family: Family?
    var severity: Severity?
    var weight: Int?
    var basis: Basis?
    var sources: [String] = []
  }

  private func readHead(_ mapping: MappingReader) -> Head {
    let family = LocalizedText(th: "หมวด", en: "family")
    let severity = LocalizedText(th: "ระดับความสำคัญ", en: "severity")
    let basis = LocalizedText(th: "ที่มา", en: "basis")
    var head = Head()
    head.id = mapping.required("rule").flatMap(readID)
    head.title = mapping.required("title").flatMap(readPlain)
    head.family = mapping.required("family").flatMap {
      decoder.choice($0, of: Family.self, what: family)
    }
    head.severity = mapping.required("severity").flatMap {
      decoder.choice($0, of: Severity.self, what: severity)
    }
    head.weight = mapping.required("weight").flatMap { decoder.int($0, in: 1...10) }.map { Int($0) }
    head.basis = mapping.required("basis").flatMap {
      decoder.choice($0, of: Basis.self, what: basis)
    }
    head.sources = mapping.required("source").flatMap(readSources) ?? []
    return head
  }

  private func readID(_ node: NodeID) -> String? {
    guard let id = decoder.text(node) else { return nil }
    guard RuleID.isWellFormed(id.utf8) else {
      decoder.report(
        .malformedName,
        LocalizedText(
          th: "\(DecodingWords.quoted(id)) ไม่ใช่รหัสเกณฑ์",
          en: "\(DecodingWords.quoted(id)) is no rule id"
        ),
        at: decoder.value(node),
        help: LocalizedText(
          th: "รหัสเกณฑ์เขียนเป็น J02-CMP-003: อักษรตัวใหญ่และตัวเลขคั่นด้วยขีด ลงท้ายด้วยเลขสามหลัก",
          en:
            "write it like J02-CMP-003: capital letters and digits joined by hyphens, a number of three digits at the end"
        )
      )
      return nil
    }
    if let file = RuleID.expected(forFile: decoder.document.source.name), file != id {
      decoder.report(
        .ruleFileName,
        .error,
        LocalizedText(
          th: "แฟ้มชื่อ \(DecodingWords.quoted(file)) แต่เกณฑ์ชื่อ \(DecodingWords.quoted(id))",
          en:
            "the file is named \(DecodingWords.quoted(file)), the rule \(DecodingWords.quoted(id))"
        ),
        at: decoder.value(node),
        help: LocalizedText(th: "ใช้ชื่อเดียวกัน", en: "use one name for both")
      )
    }
    return id
  }

  private func readSources(_ node: NodeID) -> [String]? {
    let help = LocalizedText(
      th: "เขียนเป็นรายการ เช่น [J2 §4.1, J2 §5.4]",
      en: "write a list, such as [J2 §4.1, J2 §5.4]"
    )
    guard let elements = decoder.list(node, help: help) else { return nil }
    var sources: [String] = []
    for element in elements {
      guard let source = decoder.citation(element, context) else { continue }
      if sources.contains(source) {
        decoder.givenTwice(source, at: decoder.value(element), first: nil)
      }
      sources.append(source)
    }
    return sources
  }

  private func readInForce(_ node: NodeID) -> YearRange? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.inForce) else { return nil }
    let years = 2500...2699
    let from = mapping.optional("from").flatMap { decoder.buddhistYear($0, in: years) }
    let until = mapping.optional("until").flatMap { decoder.buddhistYear($0, in: years) }
    if let from, let until, from > until {
      decoder.reversedRange(from: from, until: until, at: mapping.optional("until"))
    }
    if !mapping.has("from"), !mapping.has("until") {
      decoder.report(
        .choice,
        LocalizedText(
          th: "ต้องมี from หรือ until อย่างน้อยหนึ่งคีย์",
          en: "at least one of these keys is needed: from, until"
        ),
        at: decoder.key(node)
      )
    }
    return YearRange(from: from.map { Int($0) }, until: until.map { Int($0) })
  }

  private func readParameters(_ node: NodeID) -> [ParameterDeclaration] {
    guard let mapping = MappingReader(node, decoder) else { return [] }
    let reader = ParameterReader(
      decoder: decoder,
      kinds: context.kinds,
      catalogues: context.catalogues
    )
    return mapping.entries.compactMap { name, child in
      decoder.checkName(name, .identifier, at: decoder.key(child))
      return reader.readInRule(child, name: name, shared: context.sharedParameters)
    }
  }

  /// A text in two languages that is printed as it is; placeholders in it would be printed too.
  private func readPlain(_ node: NodeID) -> LocalizedText? {
    guard let text = decoder.localized(node) else { return nil }
    guard !decoder.isSound else { return text }
    for form in decoder.document.children(of: node) {
      let template = TextTemplate.read(decoder.document.bytes(of: form)).template
      guard let placeholder = template.placeholders.first else { continue }
      let name = DecodingWords.quoted("{\(placeholder.name)}")
      decoder.report(
        .placeholderNotFilled,
        .error,
        LocalizedText(
          th: "\(name) จะพิมพ์ออกมาตามที่เขียน เพราะ title และ remedy ไม่แทนค่า",
          en: "\(name) would be printed as it stands: title and remedy have no placeholders"
        ),
        at: decoder.inside(form, offset: placeholder.offset, length: placeholder.length),
        help: LocalizedText(
          th: "เขียนเป็นคำทั่วไป หรือย้ายไปไว้ใน message ซึ่งแทนค่าได้",
          en: "say it in general words, or put it into the message, which has placeholders"
        )
      )
    }
    return text
  }

  private func readNotes(_ node: NodeID) -> LocalizedText? {
    decoder.document.kind(of: node) == .map
      ? decoder.localized(node) : decoder.text(node).map { LocalizedText(verbatim: $0) }
  }

  /// Checks that examples give values only to parameters that the rule has, of their types.
  private func checkParameters(of examples: [RuleExample], _ parameters: [ParameterDeclaration]) {
    let known = parameters.map(\.name) + parameters.compactMap(\.shared)
    let values = ParameterValues(
      decoder: decoder,
      kinds: context.kinds,
      catalogues: context.catalogues
    )
    for example in examples {
      for (name, node) in example.params.sorted(by: { $0.value < $1.value }) {
        let parameter = parameters.first { parameter in
          [parameter.name, parameter.shared].contains { own in
            own.map { name == $0 || name.hasSuffix("." + $0) } ?? false
          }
        }
        if let parameter {
          let bounds = ParameterValues.Bounds(min: parameter.min, max: parameter.max)
          values.check(node, parameter.type, bounds)
        } else {
          decoder.unknownName(
            name,
            at: decoder.key(node),
            what: LocalizedText(th: "พารามิเตอร์ของเกณฑ์นี้", en: "parameter of this rule"),
            among: known
          )
        }
      }
    }
  }

  private func readExamples(_ mapping: MappingReader, _ items: [CheckItem]) -> [RuleExample] {
    let asksPerson = items.contains { if case .ask = $0.kind { true } else { false } }
    switch examples {
    case .skipped: return []
    case .required:
      return mapping.required("examples")
        .map {
          ExampleReader(decoder: decoder, catalogues: context.catalogues).read(
            $0,
            asksPerson: asksPerson
          )
        } ?? []
    case .ifPresent:
      return mapping.optional("examples")
        .map {
          ExampleReader(decoder: decoder, catalogues: context.catalogues).read($0, isWhole: false)
        } ?? []
    }
  }
}
