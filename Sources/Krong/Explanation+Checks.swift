import Diagnostics
import Reporting
import RuleCompiler
import RuleModel
import Submissions

// What a rule asks, in CEL: the expansion of each check item.
extension Explanation {
  /// What the items of a rule expand to for the first kind that it serves.
  func writeExpansion(of rule: Rule, _ canvas: inout TextCanvas) {
    guard let kind = RuleCompiler.kinds(of: rule, in: workspace.makeContext()).first,
      let compiled = RuleCompiler.compile(rule, for: kind, in: workspace.makeContext()).rule
    else { return }
    canvas.blank()
    let title = kind.title[language]
    canvas.paragraph(
      pick("สิ่งที่ตรวจ เขียนเป็น CEL (สำหรับ\(title))", "what is asked, in CEL (for \(title))")
    )
    for line in compiled.expansion {
      let indent = line.prefix { $0 == " " }.count
      canvas.paragraph(String(line.dropFirst(indent)), indent: 2 + indent, hanging: 2)
    }
    let cost = StepText.of(compiled.cost.steps)
    canvas.paragraph(
      pick("จำนวนขั้นมากที่สุดต่อเรื่อง: \(cost.th)", "most steps for one submission: \(cost.en)"),
      indent: 2
    )
  }
}
