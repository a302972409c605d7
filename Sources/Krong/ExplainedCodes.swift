import Alignment
import Catalogues
import Diagnostics
import Intake
import Layout
import RuleCompiler
import RuleLint
import RuleModel
import RuleTesting
import Submissions

/// All codes that `krong explain` knows: those of the modules, and those of the outermost layer.
enum ExplainedCodes {
  static var all: [CodeExplanation] {
    StructureSentences.explanations + RuleCodes.explanations + KindCodes.explanations
      + CatalogueCodes.explanations + GraphCodes.explanations + ConfigurationCodes.explanations
      + CompileCodes.explanations + ExpressionCodes.explanations + FilePages.all + ReadPages.all
      + PaperPages.all + YAMLPages.all + JSONPages.all + WorkPages.all + RoundPages.all
      + IntakeCodes.explanations + PackagePages.all + AnnotationPages.all
      + AttachmentPages.all + CaseCodes.explanations + LayoutCodes.explanations
      + LintCodes.explanations
  }
}
