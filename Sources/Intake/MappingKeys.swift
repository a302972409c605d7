// The keys of mappings of office files: for their strict reader and their schema.

/// What a mapping may hold.
package enum MappingKeys {
  /// The mapping itself.
  package static let mapping = [
    "krong", "mapping", "title", "kind", "constants", "cells", "tables", "sections",
  ]
  /// A single cell.
  package static let single = ["field", "sheet"] + singleChoice
  /// Where the cell is, in one of these ways.
  package static let singleChoice = ["cell", "label"]
  /// A table.
  package static let table = ["list", "sheet", "header", "until", "number", "columns"]
  /// Where its header is.
  package static let header = ["contains", "rows"]
  /// Where it ends.
  package static let end = ["text"]
  /// A column.
  package static let column = ["heading", "constant", "split", "optional"]
  /// A section of a Word document.
  package static let section = ["field", "heading", "columns", "side"]
}
