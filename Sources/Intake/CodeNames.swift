import ThaiText
package import Catalogues
import Diagnostics
package import Submissions

/// Codes by the names that people pick from a list, and the other way round.
package struct CodeNames: Sendable {
  /// The names in the order of the list, as a drop-down shows them.
  package let shown: [String]
  private let codes: [String: String]
  private let names: [String: String]

  /// The names of a field's codes; nil for fields without any.
  package init?(_ type: FieldType, in kind: SubmissionKind, _ catalogues: CatalogueSet) {
    let items: [(id: String, name: String)]
    switch type.element {
    case .bool: items = [("true", "ใช่"), ("false", "ไม่ใช่")]
    case .code(let list):
      items = kind.codeLists[list]?.codes.map { ($0.id, $0.label.th) } ?? []
    case .catalogue(let id): items = catalogues[id]?.items.map { ($0.id, $0.name.th) } ?? []
    default: return nil
    }
    self.init(items)
  }

  init(_ items: [(id: String, name: String)]) {
    var owners: [String: [String]] = [:]
    for item in items { owners[HeadingText.key(item.name), default: []].append(item.id) }
    var codes: [String: String] = [:]
    var names: [String: String] = [:]
    shown = items.map { item in
      let isOwn = owners[HeadingText.key(item.name)]?.count == 1
      let name = isOwn ? item.name : "\(item.name) (\(item.id))"
      if codes[HeadingText.key(name)] == nil {
        codes[HeadingText.key(name)] = item.id
        names[item.id] = name
      }
      return name
    }
    // A code that someone types stays what it is, whatever is named like it.
    for item in items { codes[HeadingText.key(item.id)] = item.id }
    self.codes = codes
    self.names = names
  }

  /// The code of a name or of a code; nil for anything else.
  package func code(_ text: String) -> String? { codes[HeadingText.key(text)] }

  /// The name of a code.
  package func name(_ code: String) -> String? { names[code] }
}
