// What a user of the library needs to read results, without naming our modules one by one.

@_exported public import Alignment
@_exported public import Catalogues
@_exported public import Diagnostics
@_exported public import DocumentArena
@_exported public import Findings
@_exported public import PlanValues
@_exported public import Reporting
@_exported public import RuleModel
@_exported public import RuleTesting
@_exported public import Scoring
@_exported public import SourceText
@_exported public import Submissions
