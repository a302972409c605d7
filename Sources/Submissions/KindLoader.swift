public import Catalogues
import Diagnostics
public import DocumentArena

/// Reads `Rules/kinds`: the envelope and the kinds, each merged with it.
public enum KindLoader {
  /// Reads all files; all mistakes of all files are told at once.
  ///
  /// - Parameters:
  ///   - envelope: `envelope.yaml`.
  ///   - kinds: The kind files.
  ///   - catalogues: The catalogues that fields may refer to.
  /// - Returns: The kinds in the order of the envelope, or what is wrong.
  public static func load(
    envelope: Document,
    kinds: [Document],
    catalogues: CatalogueSet
  ) -> Loaded<KindSet> {
    let decoder = FileDecoder(envelope, .kind)
    var reader = KindFileReader(decoder, catalogues: catalogues, shared: nil)
    let shared = reader.readEnvelope()
    if let shared { KindChecks(shared, decoder).run(reader.fieldNodes) }
    var diagnostics = decoder.diagnostics
    var loaded: [SubmissionKind] = []
    var places: [Diagnostic.Place] = []
    for document in kinds {
      let decoder = FileDecoder(document, .kind)
      var reader = KindFileReader(decoder, catalogues: catalogues, shared: shared)
      if let kind = reader.readKind() {
        KindChecks(kind, decoder).run(reader.fieldNodes)
        let place = document.child(of: document.root, "kind").map(decoder.value)
        if let first = loaded.firstIndex(where: { $0.id == kind.id }) {
          decoder.givenTwice(kind.id, at: place ?? decoder.wholeFile, first: places[first])
        } else {
          loaded.append(kind)
          places.append(place ?? decoder.wholeFile)
        }
      }
      diagnostics += decoder.diagnostics
    }
    guard let shared else { return Loaded(nil, diagnostics) }
    let order = shared.codeLists["kind"]?.codes.map(\.id) ?? []
    let sorted = loaded.sorted { a, b in
      let first = order.firstIndex(of: a.id) ?? order.count
      let second = order.firstIndex(of: b.id) ?? order.count
      return (first, a.id) < (second, b.id)
    }
    return Loaded(KindSet(envelope: shared, kinds: sorted), diagnostics)
  }

  /// Reads a file that was found sound before: the envelope, or a kind beside its envelope.
  ///
  /// - Returns: Its fields; nil when anything is wrong with it after all.
  package static func body(
    of document: Document,
    envelope: SubmissionKind?,
    catalogues: CatalogueSet
  ) -> SubmissionKind.Body? {
    let decoder = FileDecoder(document, .kind, isSound: true)
    var reader = KindFileReader(decoder, catalogues: catalogues, shared: envelope)
    let kind = envelope == nil ? reader.readEnvelope() : reader.readKind()
    return decoder.count == 0 ? kind?.body : nil
  }
}

/// The reading of one file of `Rules/kinds`.
struct KindFileReader {
  let decoder: FileDecoder
  let catalogues: CatalogueSet
  let shared: SubmissionKind?

  /// The nodes of the fields that this file declares, by record name ("" for the submission).
  private(set) var fieldNodes: [String: [String: NodeID]] = [:]

  private var codeLists: [String: CodeList]
  private var records: [String: RecordType]
  private var ownRecords: Set<String> = []

  init(_ decoder: FileDecoder, catalogues: CatalogueSet, shared: SubmissionKind?) {
    self.decoder = decoder
    self.catalogues = catalogues
    self.shared = shared
    codeLists = shared?.codeLists ?? [:]
    records = shared?.records ?? [:]
  }

  mutating func readEnvelope() -> SubmissionKind? {
    let root = decoder.document.root
    guard let mapping = MappingReader(root, decoder, keys: KindKeys.envelope) else { return nil }
    decoder.checkVersion(mapping)
    _ = mapping.required("envelope").flatMap { decoder.int($0, in: 1...1) }
    let title = mapping.required("title").flatMap(decoder.localized)
    guard let body = readBody(mapping, id: "envelope"), let title else { return nil }
    return SubmissionKind(
      id: "envelope",
      title: title,
      jobs: [],
      root: body,
      records: records,
      codeLists: codeLists
    )
  }

  mutating func readKind() -> SubmissionKind? {
    let root = decoder.document.root
    guard let mapping = MappingReader(root, decoder, keys: KindKeys.kind) else { return nil }
    decoder.checkVersion(mapping)
    let id = mapping.required("kind").flatMap(readID)
    let title = mapping.required("title").flatMap(decoder.localized)
    let jobs = mapping.required("jobs").flatMap(readJobs)
    let body = readBody(mapping, id: id ?? "")
    guard let id, let title, let jobs, let body else { return nil }
    return SubmissionKind(
      id: id,
      title: title,
      jobs: jobs,
      root: body,
      records: records,
      codeLists: codeLists
    )
  }

  private func readID(_ node: NodeID) -> String? {
    let known = shared?.codeLists["kind"]?.codes.map(\.id) ?? []
    guard !known.isEmpty else { return decoder.name(node, .code) }
    return decoder.code(
      node,
      of: known,
      what: .init(th: "ประเภทเรื่องที่ envelope.yaml ระบุไว้", en: "kind of envelope.yaml")
    )
  }

  private func readJobs(_ node: NodeID) -> [Int]? {
    decoder.list(node)?.compactMap { decoder.int($0, in: 1...24).map { Int($0) } }
  }

  /// The types and then the fields, those of the envelope first.
  private mutating func readBody(_ mapping: MappingReader, id: String) -> RecordType? {
    if let types = mapping.optional("types") { readTypes(types) }
    let own = mapping.required("fields").flatMap { readFields($0, of: "") }
    guard let own else { return nil }
    guard let shared else { return RecordType(name: id, fields: own) }
    // A kind may say more about a field of the envelope: its own declaration stands in its place.
    var fields = shared.root.fields.map { field in
      own.first { $0.name == field.name } ?? field
    }
    fields += own.filter { field in !shared.root.fields.contains { $0.name == field.name } }
    return RecordType(name: id, fields: fields)
  }

  private mutating func readTypes(_ node: NodeID) {
    guard let mapping = MappingReader(node, decoder) else { return }
    var readable: [(name: String, node: NodeID)] = []
    for (name, child) in mapping.entries {
      decoder.checkName(name, .code, at: decoder.key(child))
      guard !FieldTypeReader.scalars.contains(where: { $0.name == name }),
        codeLists[name] == nil, records[name] == nil
      else {
        decoder.givenTwice(name, at: decoder.key(child), first: nil)
        continue
      }
      let document = decoder.document
      if document.child(of: child, "codes") != nil {
        codeLists[name] = CodeListReader.read(child, name: name, decoder)
      } else {
        ownRecords.insert(name)
        readable.append((name, child))
      }
    }
    for (name, child) in readable {
      if let record = readRecord(child, name: name) { records[name] = record }
    }
  }

  private mutating func readRecord(_ node: NodeID, name: String) -> RecordType? {
    guard let mapping = MappingReader(node, decoder, keys: KindKeys.record) else { return nil }
    let element = mapping.optional("element").flatMap(decoder.template)
    let blank = mapping.optional("element_blank").flatMap(decoder.template)
    let identity = mapping.optional("identity").flatMap { decoder.texts($0) } ?? []
    guard let fields = mapping.required("fields").flatMap({ readFields($0, of: name) }) else {
      return nil
    }
    // A field that could not be read is there all the same.
    let known = fields.map(\.name)
    let names = known + (fieldNodes[name] ?? [:]).keys.filter { !known.contains($0) }.sorted()
    for (text, node) in identity where !decoder.isSound && !names.contains(text) {
      decoder.unknownName(
        text,
        at: decoder.value(node),
        what: .init(th: "ช่องข้อมูล", en: "field"),
        among: names
      )
    }
    if !decoder.isSound { checkElement(element, blank, mapping, names) }
    return RecordType(
      name: name,
      fields: fields,
      elementLabel: element?.text,
      blankElementLabel: blank?.text,
      identity: identity.map(\.text)
    )
  }

  /// The placeholders of element labels: `number`, `position` and fields of the record.
  private func checkElement(
    _ element: LocalizedTemplate?,
    _ blank: LocalizedTemplate?,
    _ mapping: MappingReader,
    _ names: [String]
  ) {
    let positions = ["number", "position"]
    let allowed = positions + names.filter { !positions.contains($0) }
    for template in [element, blank].compactMap({ $0 }) {
      // One that stands in one language only was told as that.
      for placeholder in template.thai.placeholders
      where !allowed.contains(placeholder.name) && template.english.uses(placeholder.name) {
        decoder.unknownName(
          placeholder.name,
          at: decoder.inside(
            template.thaiNode,
            offset: placeholder.offset,
            length: placeholder.length
          ),
          what: .init(th: "ช่องข้อมูล", en: "field"),
          among: allowed
        )
      }
    }
    let needsFields = element?.thai.placeholders.contains { !positions.contains($0.name) } ?? false
    guard needsFields, blank == nil, !mapping.has("element_blank") else { return }
    decoder.report(
      .elementBlankMissing,
      .error,
      .init(
        th: "ป้ายของรายการใช้ช่องข้อมูลที่อาจว่าง แต่ไม่มี element_blank",
        en: "the label of an element uses fields that may be blank, and there is no element_blank"
      ),
      at: mapping.ownPlace
    )
  }

  private mutating func readFields(_ node: NodeID, of record: String) -> [Field]? {
    guard let mapping = MappingReader(node, decoder) else { return nil }
    let types = FieldTypeReader(
      decoder: decoder,
      catalogues: catalogues,
      codeLists: codeLists,
      records: records,
      ownRecords: ownRecords
    )
    var fields: [Field] = []
    for (name, child) in mapping.entries {
      decoder.checkName(name, .identifier, at: decoder.key(child))
      let reader = FieldReader(decoder: decoder, types: types, isRoot: record.isEmpty)
      if let field = reader.read(child, name: name) { fields.append(field) }
      if !decoder.isSound { fieldNodes[record, default: [:]][name] = child }
    }
    return fields
  }
}
