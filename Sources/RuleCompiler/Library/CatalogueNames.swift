import CEL
package import Catalogues
import Diagnostics
import ThaiText

/// The items of all catalogues by code and by every name they have, compared as Thai text.
package struct CatalogueNames: Sendable {
  /// By catalogue; gathered when a rule first asks for a name, because large catalogues are rarely used.
  private let byName: [String: OnDemand<[Text: Int]>]
  private let catalogues: CatalogueSet

  package init(_ catalogues: CatalogueSet) {
    self.catalogues = catalogues
    var byName: [String: OnDemand<[Text: Int]>] = [:]
    for id in catalogues.ids {
      byName[id] = OnDemand { catalogues[id].map(Self.names) ?? [:] }
    }
    self.byName = byName
  }

  private static func names(of catalogue: Catalogue) -> [Text: Int] {
    var names: [Text: Int] = [:]
    names.reserveCapacity(4 * catalogue.items.count)
    for (index, item) in catalogue.items.enumerated() { names[Text(item.id)] = index }
    for (index, item) in catalogue.items.enumerated() {
      let others = [item.name.th, item.name.en] + item.aliases
      let jobs = item.nameByJob.keys.sorted().compactMap { item.nameByJob[$0]?.th }
      for name in others + jobs {
        let key = Sameness.key(name)
        if names[key] == nil { names[key] = index }
      }
    }
    return names
  }

  /// The item that a text names: by code, else by name or alias.
  package func item(_ catalogue: String, _ text: String) -> CatalogueItem? {
    guard let list = catalogues[catalogue] else { return nil }
    if let item = list.item(text) { return item }
    guard let names = byName[catalogue]?.value,
      let index = names[Text(text)] ?? names[Sameness.key(text)]
    else { return nil }
    return list.items[index]
  }

  /// The item of a code.
  package func item(_ catalogue: String, code: String) -> CatalogueItem? {
    catalogues[catalogue]?.item(code)
  }

  /// The position of a code in its catalogue.
  package func position(_ catalogue: String, code: String) -> Int? {
    catalogues[catalogue]?.items.firstIndex { $0.id.utf8.elementsEqual(code.utf8) }
  }

  /// The items of a catalogue in order.
  package func items(_ catalogue: String) -> [CatalogueItem] { catalogues[catalogue]?.items ?? [] }

  /// Whether there is such a catalogue.
  package func has(_ catalogue: String) -> Bool { byName[catalogue] != nil }

  /// The ids of the catalogues.
  package var ids: [String] { catalogues.ids }

  /// Whether two texts name the same: one item of the catalogue, else the same Thai text.
  package func same(_ catalogue: String, _ a: String, _ b: String) -> Bool {
    if a.utf8.elementsEqual(b.utf8) { return true }
    if let left = item(catalogue, a), let right = item(catalogue, b) {
      return left.id.utf8.elementsEqual(right.id.utf8)
    }
    return Sameness.same(a, b)
  }
}

extension CatalogueItem {
  /// Whether an edition is in force in one of some years; no list of editions is always in force.
  package func isInForce(in years: ClosedRange<Int>) -> Bool {
    editions.map { $0.contains { $0.years.overlaps(years) } } ?? true
  }
}
