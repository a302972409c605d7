public import Catalogues
package import Diagnostics
public import Submissions

/// What a rule file may name: kinds, catalogues, shared parameters, clauses of the manual.
public struct RuleContext: Sendable {
  /// The kinds.
  public let kinds: KindSet
  /// The catalogues.
  public let catalogues: CatalogueSet
  /// The shared parameters.
  public let sharedParameters: [ParameterDeclaration]
  /// The clauses; nil when citations are to be checked for their form only.
  public let clauses: ManualClauses?

  let stages: [String]
  let kindNames: [String]

  /// Puts a context together.
  public init(
    kinds: KindSet,
    catalogues: CatalogueSet,
    sharedParameters: [ParameterDeclaration] = [],
    clauses: ManualClauses? = nil
  ) {
    self.kinds = kinds
    self.catalogues = catalogues
    self.sharedParameters = sharedParameters
    self.clauses = clauses
    stages = kinds.stages.map(\.id)
    kindNames = kinds.kinds.map(\.id)
  }
}

extension RuleContext {
  /// What people call a code of a type of parameters, such as `document-type` or `sector`; nil for an unknown one.
  package func name(ofCode code: String, of type: String) -> LocalizedText? {
    if let catalogue = ParameterValues.catalogueOfType.first(where: { $0.0 == type })?.1 {
      return catalogues[catalogue]?.item(code)?.name
    }
    return kinds.codeList(type)?.codes.first { $0.id.utf8.elementsEqual(code.utf8) }?.label
  }
}
