package import Catalogues
package import Diagnostics
package import DocumentArena

/// Checks the clauses that kinds cite for their fields.
package enum KindClauses {
  /// What of the clauses of a kind file the manual does not have.
  package static func check(_ document: Document, among clauses: ManualClauses) -> [Diagnostic] {
    let decoder = FileDecoder(document, .rule)
    visit(document.root, decoder, clauses)
    return decoder.diagnostics
  }

  private static func visit(_ node: NodeID, _ decoder: FileDecoder, _ clauses: ManualClauses) {
    let document = decoder.document
    for child in document.children(of: node) {
      guard document.kind(of: node) == .map,
        document.keyName(of: child).utf8.elementsEqual("clause".utf8)
      else {
        visit(child, decoder, clauses)
        continue
      }
      switch document.kind(of: child) {
      case .list: for one in document.children(of: child) { check(one, decoder, clauses) }
      // A field may be called so.
      case .map: visit(child, decoder, clauses)
      default: check(child, decoder, clauses)
      }
    }
  }

  private static func check(_ node: NodeID, _ decoder: FileDecoder, _ clauses: ManualClauses) {
    let text = decoder.document.text(of: node)
    guard decoder.document.kind(of: node) == .string, let citation = ClauseCitation(text),
      clauses.text(text) == nil
    else { return }
    decoder.reportUnknownClause(text, citation, at: node, clauses)
  }
}
