import Diagnostics
import Reporting
import RuleCompiler
import RuleModel
import Submissions

// What a rule asks: each check item in words, then in CEL.
extension Explanation {
  /// What the items of a rule ask, and what they expand to, for the first kind that it serves.
  func writeChecks(of rule: Rule, _ canvas: inout TextCanvas) {
    let context = workspace.makeContext()
    guard let kind = RuleCompiler.kinds(of: rule, in: context).first else { return }
    canvas.blank()
    canvas.paragraph(pick("สิ่งที่ตรวจ", "what is asked"))
    for line in CheckWords(rule, kind, workspace.catalogues, language).lines {
      canvas.paragraph("- " + line.text, indent: 2 + 2 * line.depth, hanging: 2)
    }
    if let compiled = RuleCompiler.compile(rule, for: kind, in: context).rule {
      write(compiled, for: kind, &canvas)
    }
  }

  private func write(
    _ compiled: CompiledRule,
    for kind: SubmissionKind,
    _ canvas: inout TextCanvas
  ) {
    canvas.blank()
    let title = kind.title[language]
    canvas.paragraph(
      pick("เขียนเป็น CEL (สำหรับ\(title))", "in CEL (for \(title))")
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
