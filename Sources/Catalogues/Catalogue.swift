// Catalogues are the lists that submissions and rules refer to by code: plans with their editions,
// steps, document types, parties, budget categories. They are data (Rules/catalogues), read here.

public import Diagnostics
import SourceText

/// A list of named, coded items.
public struct Catalogue: Sendable {
  /// The name by which rules and kinds refer to it, such as `plans`.
  public let id: String

  /// What it is called.
  public let title: LocalizedText

  /// The items in the order of the file.
  public let items: [CatalogueItem]

  // The positions of the items in the order of the bytes of their ids: ids may be Thai, and equality of
  // texts in Swift is not equality of bytes.
  private let order: [Int]

  /// Makes a catalogue; of two items with one id the first counts.
  public init(id: String, title: LocalizedText, items: [CatalogueItem]) {
    self.id = id
    self.title = title
    self.items = items
    var order = Array(items.indices)
    let ids = items.map(\.id)
    order.sort { a, b in
      ids[a].precedesInBytes(ids[b]) || a < b && ids[a].hasSameBytes(as: ids[b])
    }
    self.order = order
  }

  /// The item of a code; the cost grows with the logarithm of their number.
  public func item(_ id: String) -> CatalogueItem? {
    SortedSearch.place(of: id, in: order.count) { items[order[$0]].id }.map { items[order[$0]] }
  }
}

/// One item of a catalogue.
public struct CatalogueItem: Sendable {
  /// One edition of a plan.
  public struct Edition: Hashable, Sendable {
    /// The name of the edition as cited.
    public let id: String
    /// The first and last year in force, Buddhist Era, inclusive.
    public let years: ClosedRange<Int>

    /// Makes an edition.
    public init(id: String, years: ClosedRange<Int>) {
      self.id = id
      self.years = years
    }
  }

  /// The code.
  public let id: String

  /// The name.
  public let name: LocalizedText

  /// Other names under which it is cited.
  public let aliases: [String]

  /// The name in the words of a job, by job number.
  public let nameByJob: [Int: LocalizedText]

  /// The level of a plan, 1 (national strategy) to 7 (agency).
  public let level: Int?

  /// The editions; nil means always in force, empty means that there is no such plan.
  public let editions: [Edition]?

  /// The editions that the registry itself lists, before an office adds its own.
  package private(set) var registered: [Edition]?

  /// A remark for the keepers of the catalogue.
  public let note: String?
  /// Where the facts come from.
  public let source: String?
  /// How sure the facts are, such as `unverified`.
  public let confidence: String?

  /// Makes an item.
  public init(
    id: String,
    name: LocalizedText,
    aliases: [String] = [],
    nameByJob: [Int: LocalizedText] = [:],
    level: Int? = nil,
    editions: [Edition]? = nil,
    note: String? = nil,
    source: String? = nil,
    confidence: String? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.nameByJob = nameByJob
    self.level = level
    self.editions = editions
    registered = editions
    self.note = note
    self.source = source
    self.confidence = confidence
  }
}

extension CatalogueItem {
  /// The item with more editions; one of a name that it has takes the place of that one.
  ///
  /// An empty list says that there is no such plan: it leaves none of those that there were.
  func adding(_ more: [Edition]) -> CatalogueItem {
    let kept = (editions ?? []).filter { old in
      !more.contains { $0.id.utf8.elementsEqual(old.id.utf8) }
    }
    var item = CatalogueItem(
      id: id,
      name: name,
      aliases: aliases,
      nameByJob: nameByJob,
      level: level,
      editions: more.isEmpty ? [] : kept + more,
      note: note,
      source: source,
      confidence: confidence
    )
    item.registered = registered
    return item
  }
}

/// Editions of one plan that an office adds to the registry; an empty list where it has no such plan.
public struct PlanEditions: Sendable {
  /// The id of the plan.
  public let plan: String
  /// The editions.
  public let editions: [CatalogueItem.Edition]

  /// Makes editions of a plan.
  public init(plan: String, editions: [CatalogueItem.Edition]) {
    self.plan = plan
    self.editions = editions
  }
}

/// All catalogues of a rule set.
public struct CatalogueSet: Sendable {
  private enum Entry: Sendable {
    case ready(Catalogue)
    case onDemand(OnDemand<Catalogue>)
  }

  private let entries: [String: Entry]

  /// The ids, sorted.
  public let ids: [String]

  /// Makes a set; of two with one id the first counts (the loader reports the second).
  public init(_ catalogues: [Catalogue]) {
    self.init(catalogues.map { ($0.id, Entry.ready($0)) })
  }

  /// Makes a set of catalogues that are read when they are first asked for.
  package init(onDemand catalogues: [(id: String, catalogue: OnDemand<Catalogue>)]) {
    self.init(catalogues.map { ($0.id, Entry.onDemand($0.catalogue)) })
  }

  /// The set with more editions of plans in the registry; reads the registry when there are any.
  public func adding(_ more: [PlanEditions]) -> CatalogueSet {
    guard !more.isEmpty, let plans = self[Self.plans] else { return self }
    let items = plans.items.map { item in
      more.filter { $0.plan.utf8.elementsEqual(item.id.utf8) }
        .reduce(item) { $0.adding($1.editions) }
    }
    var entries = entries
    entries[Self.plans] = .ready(Catalogue(id: plans.id, title: plans.title, items: items))
    return CatalogueSet(entries.map { ($0.key, $0.value) })
  }

  /// The id of the registry of plans.
  package static let plans = "plans"

  private init(_ pairs: [(String, Entry)]) {
    entries = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    ids = entries.keys.sorted()
  }

  /// The catalogue of an id.
  public subscript(id: String) -> Catalogue? {
    switch entries[id] {
    case .ready(let catalogue): catalogue
    case .onDemand(let catalogue): catalogue.value
    case nil: nil
    }
  }
}
