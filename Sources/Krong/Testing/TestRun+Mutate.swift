import Diagnostics
import RuleModel
import RuleTesting

extension TestRun {
  func mutate(_ rules: [Rule]) throws(DiagnosticError) -> MutationReport? { nil }
}
