package import Alignment
package import Catalogues
package import RuleCompiler
package import RuleModel
package import Submissions

/// What a folder of rules says, for programs that complete and explain while somebody writes.
package struct RuleKnowledge: Sendable {
  /// What rules may name.
  package let context: RuleContext
  /// What rules are compiled with.
  package let compiling: RuleSetContext
  /// The rules that could be read, in the order of their ids.
  package let rules: [Rule]
  /// The files of kinds by their ids; that of the envelope is `envelope`.
  package let kindFiles: [String: String]
  /// The files of catalogues by their ids.
  package let catalogueFiles: [String: String]
  /// The files of frameworks.
  package let frameworkFiles: [String]
  /// The files of profiles.
  package let profileFiles: [String]
  /// The file of shared parameters.
  package let parameterFile: String?
  /// The file of the manual's clauses.
  package let clauseFile: String?

  /// The kinds.
  package var kinds: KindSet { context.kinds }
  /// The catalogues.
  package var catalogues: CatalogueSet { context.catalogues }
  /// The items of plans, read when they are first asked for.
  package var graph: AlignmentGraph { compiling.alignment.graph }

  init(
    context: RuleContext,
    compiling: RuleSetContext,
    rules: [Rule],
    files: RuleFolder,
    kindFiles: [String: String],
    catalogueFiles: [String: String]
  ) {
    self.context = context
    self.compiling = compiling
    self.rules = rules
    self.kindFiles = kindFiles
    self.catalogueFiles = catalogueFiles
    frameworkFiles = files.frameworks
    profileFiles = files.profiles
    parameterFile = files.parameters
    clauseFile = files.clauses
  }
}
