// The keys of catalogues: for their strict reader and their schema.

/// What the mappings of a catalogue may hold.
package enum CatalogueKeys {
  /// The catalogue itself.
  package static let catalogue = ["krong", "catalogue", "title", "items"]
  /// An item.
  package static let item = [
    "th", "en", "level", "aliases", "editions", "by_job", "note", "source", "confidence",
  ]
  /// An edition of a plan.
  package static let edition = ["id", "from", "until"]
}
