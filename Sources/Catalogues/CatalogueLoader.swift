import Diagnostics
public import DocumentArena

/// Reads the files of `Rules/catalogues`.
public enum CatalogueLoader {
  /// Reads one catalogue; all mistakes of the file are told at once.
  public static func load(_ document: Document) -> Loaded<Catalogue> {
    load(FileDecoder(document, .catalogue))
  }

  /// Reads a catalogue whose file was found sound before.
  package static func load(sound document: Document) -> Loaded<Catalogue> {
    load(FileDecoder(document, .catalogue, isSound: true))
  }

  private static func load(_ decoder: FileDecoder) -> Loaded<Catalogue> {
    let catalogue = read(decoder.document.root, decoder)
    return Loaded(catalogue, decoder.diagnostics)
  }

  /// Reads several files into one set; of two with one id the second is a mistake.
  public static func load(_ documents: [Document]) -> Loaded<CatalogueSet> {
    var catalogues: [Catalogue] = []
    var places: [Diagnostic.Place] = []
    var diagnostics: [Diagnostic] = []
    for document in documents {
      let decoder = FileDecoder(document, .catalogue)
      let catalogue = read(document.root, decoder)
      if let catalogue {
        let place = document.child(of: document.root, "catalogue").map(decoder.value)
        if let first = catalogues.firstIndex(where: { $0.id == catalogue.id }) {
          decoder.givenTwice(catalogue.id, at: place ?? decoder.wholeFile, first: places[first])
        } else {
          catalogues.append(catalogue)
          places.append(place ?? decoder.wholeFile)
        }
      }
      diagnostics += decoder.diagnostics
    }
    return Loaded(CatalogueSet(catalogues), diagnostics)
  }

  private static func read(_ root: NodeID, _ decoder: FileDecoder) -> Catalogue? {
    guard let mapping = MappingReader(root, decoder, keys: CatalogueKeys.catalogue) else {
      return nil
    }
    decoder.checkVersion(mapping)
    let id = mapping.required("catalogue").flatMap { decoder.name($0, .code) }
    let title = mapping.required("title").flatMap(decoder.localized)
    let items = mapping.required("items").flatMap { readItems($0, decoder) }
    guard let id, let title, let items else { return nil }
    return Catalogue(id: id, title: title, items: items)
  }

  private static func readItems(_ node: NodeID, _ decoder: FileDecoder) -> [CatalogueItem]? {
    guard let mapping = MappingReader(node, decoder) else { return nil }
    var items: [CatalogueItem] = []
    // Aliases must tell the items apart; names may repeat (two steps may read alike in two jobs).
    var aliases: [[UInt8]: NodeID] = [:]
    for child in decoder.document.children(of: mapping.node) {
      guard let item = readItem(child, decoder) else { continue }
      items.append(item)
      if !decoder.isSound { checkAliases(child, decoder, &aliases) }
    }
    if !decoder.isSound { checkNames(mapping.node, decoder) }
    guard items.isEmpty, !decoder.hasErrors else { return items }
    decoder.report(
      .noValue,
      LocalizedText(th: "รายการนี้ว่าง", en: "this list is empty"),
      at: decoder.key(node)
    )
    return nil
  }

  private static func readItem(_ node: NodeID, _ decoder: FileDecoder) -> CatalogueItem? {
    guard let mapping = MappingReader(node, decoder, keys: CatalogueKeys.item) else { return nil }
    let id = decoder.document.keyName(of: node)
    let th = mapping.required("th").flatMap(decoder.text)
    let en = mapping.required("en").flatMap(decoder.text)
    let aliases = mapping.optional("aliases").flatMap { decoder.texts($0) } ?? []
    let names = mapping.optional("by_job").map { namesByJob($0, decoder) } ?? [:]
    let level = mapping.optional("level").flatMap { decoder.int($0, in: 1...7) }
    // An empty list says that there is no such plan.
    let editions = mapping.optional("editions").flatMap { readEditions($0, decoder) }
    let note = mapping.optional("note").flatMap(decoder.text)
    let source = mapping.optional("source").flatMap(decoder.text)
    let confidence = mapping.optional("confidence").flatMap(decoder.text)
    guard let th, let en else { return nil }
    return CatalogueItem(
      id: id,
      name: LocalizedText(th: th, en: en),
      aliases: aliases.map(\.text),
      nameByJob: names,
      level: level.map { Int($0) },
      editions: editions,
      note: note,
      source: source,
      confidence: confidence
    )
  }

  private static func checkAliases(
    _ item: NodeID,
    _ decoder: FileDecoder,
    _ known: inout [[UInt8]: NodeID]
  ) {
    let document = decoder.document
    guard let list = document.child(of: item, "aliases") else { return }
    for alias in document.children(of: list) {
      let bytes = Array(document.bytes(of: alias))
      if let first = known[bytes] {
        // Within one item the list of texts has told it already.
        guard first < item || first > alias else { continue }
        let text = document.text(of: alias)
        decoder.givenTwice(text, at: decoder.value(alias), first: decoder.value(first))
      } else {
        known[bytes] = alias
      }
    }
  }

  /// Tells aliases that are the code or a name of another item, which would win or lose by its place.
  private static func checkNames(_ items: NodeID, _ decoder: FileDecoder) {
    let document = decoder.document
    var owners: [[UInt8]: (item: NodeID, place: Diagnostic.Place)] = [:]
    for item in document.children(of: items) {
      let code = (Array(document.keyName(of: item).utf8), decoder.key(item))
      let names = ["th", "en"].compactMap { document.child(of: item, $0) }
        .map { (Array(document.bytes(of: $0)), decoder.value($0)) }
      for (bytes, place) in [code] + names where owners[bytes] == nil {
        owners[bytes] = (item, place)
      }
    }
    var told: Set<[UInt8]> = []
    for item in document.children(of: items) {
      guard let list = document.child(of: item, "aliases") else { continue }
      for alias in document.children(of: list) {
        let bytes = Array(document.bytes(of: alias))
        guard let owner = owners[bytes], owner.item != item, told.insert(bytes).inserted else {
          continue
        }
        decoder.givenTwice(
          document.text(of: alias),
          at: decoder.value(alias),
          first: owner.place
        )
      }
    }
  }

  private static func namesByJob(
    _ node: NodeID,
    _ decoder: FileDecoder
  ) -> [Int: LocalizedText] {
    guard let mapping = MappingReader(node, decoder) else { return [:] }
    var names: [Int: LocalizedText] = [:]
    for child in decoder.document.children(of: mapping.node) {
      let job = decoder.numericKey(child, in: DecodingBounds.jobs, what: DecodingBounds.job)
      let name = decoder.localized(child)
      if let job, let name { names[job] = name }
    }
    return names
  }

  /// Reads the editions of a plan; an empty list says that there is no such plan.
  package static func readEditions(
    _ node: NodeID,
    _ decoder: FileDecoder
  ) -> [CatalogueItem.Edition]? {
    guard let elements = decoder.list(node, min: 0) else { return nil }
    return elements.compactMap { element in
      guard let mapping = MappingReader(element, decoder, keys: CatalogueKeys.edition) else {
        return nil
      }
      let id = mapping.required("id").flatMap(decoder.text)
      let from = mapping.required("from").flatMap { decoder.buddhistYear($0) }
      let until = mapping.required("until").flatMap { decoder.buddhistYear($0) }
      guard let from, let until else { return nil }
      guard from <= until else {
        decoder.reversedRange(from: from, until: until, at: mapping.optional("until"))
        return nil
      }
      guard let id else { return nil }
      return CatalogueItem.Edition(id: id, years: Int(from)...Int(until))
    }
  }
}

extension FileDecoder {
  /// Notes a range whose end comes before its beginning.
  package func reversedRange(from: Int64, until: Int64, at node: NodeID?) {
    report(
      .reversedRange,
      LocalizedText(
        th: "ค่าสุดท้าย \(until) อยู่ก่อนค่าแรก \(from)",
        en: "the range ends at \(until), before it begins at \(from)"
      ),
      at: node.map(value) ?? wholeFile
    )
  }
}
