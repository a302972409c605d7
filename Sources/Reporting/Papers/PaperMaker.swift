public import Diagnostics
import Findings
public import Papers
import Scoring

extension Report {
  /// The report as a paper.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - language: The language; Thai for forms that exist in Thai only.
  /// - Returns: The paper.
  /// - Throws: What the report lacks for this form, with the way out.
  public func paper(_ form: PaperForm, language: Language) throws(DiagnosticError) -> Paper {
    try PaperMaker(form: form, report: self, language: language).paper()
  }
}

/// Puts a paper together: title, the table of a docket, the parts of the form.
struct PaperMaker {
  let form: PaperForm
  let language: Language
  /// Everything that was checked.
  private let whole: Report
  /// The submissions for which the form is made.
  private let report: Report

  init(form: PaperForm, report: Report, language: Language) {
    self.form = form
    self.language = form.languages.contains(language) ? language : .th
    let kept = report.submissions.filter { form.scope.objection(to: $0) == nil }
    whole = report
    self.report = report.keeping(kept)
  }

  func paper() throws(DiagnosticError) -> Paper {
    try PaperNeeds(form: form, report: whole).check()
    let title = form.title[language]
    var paper = Paper(title: title, sections: [], language: language)
    paper.subject = subject
    switch form.making {
    case .each(let make): paper.sections = sections(make)
    case .together(let make): paper.sections = make(context(level: 2))
    }
    if needsTitle { putTitle(title, on: &paper) }
    putLeftOut(on: &paper)
    if !form.isOfficial, !paper.sections.isEmpty {
      let last = paper.sections.count - 1
      paper.sections[last].blocks += context(level: 2).closing
    }
    return form.isOfficial && language == .th ? paper.withThaiDigits() : paper
  }

  /// Official papers have a head of their own; a meeting file of several has one above all of them.
  private var needsTitle: Bool {
    guard form.isOfficial else { return true }
    if case .each = form.making { return isDocket }
    return false
  }

  private var subject: String {
    let context = context(level: 2)
    guard let first = report.submissions.first, !isDocket else {
      return context.words.subjects(report.submissions.count)
    }
    return context.paper(of: first).title
  }

  private var isDocket: Bool { report.submissions.count > 1 }

  private func context(level: Int) -> PaperContext {
    PaperContext(report: report, language: language, level: level)
  }

  private func sections(_ make: (SubmissionPaper) -> [Paper.Section]) -> [Paper.Section] {
    let context = context(level: isDocket ? 3 : 2)
    guard isDocket else { return report.submissions.flatMap { make(context.paper(of: $0)) } }
    var sections = [DocketParts(context: context).summary]
    for submission in report.submissions {
      let paper = context.paper(of: submission)
      var parts = make(paper)
      guard !parts.isEmpty else { continue }
      parts[0].blocks.insert(.heading(paper.title, 2), at: 0)
      for index in parts.indices { parts[index].name = "\(paper.name) \(parts[index].name)" }
      sections += parts
    }
    return sections
  }

  /// The submissions for which the form is not made, each with the reason: behind the table of a docket, else
  /// at the end.
  private func putLeftOut(on paper: inout Paper) {
    let context = context(level: 2)
    var paragraphs: [PaperParagraph] = []
    for submission in whole.submissions {
      guard let objection = form.scope.objection(to: submission) else { continue }
      let name = PaperRun(context.paper(of: submission).name, isCode: true)
      paragraphs.append(PaperParagraph([name, PaperRun(" – \(objection[language])")]))
    }
    guard !paragraphs.isEmpty, !paper.sections.isEmpty else { return }
    paragraphs.insert(PaperParagraph(context.words.leftOut(paragraphs.count)), at: 0)
    let hasTable = if case .each = form.making { isDocket } else { false }
    let index = hasTable ? 0 : paper.sections.count - 1
    paper.sections[index].blocks.append(.note(PaperNote(.muted, paragraphs)))
  }

  private func putTitle(_ title: String, on paper: inout Paper) {
    var heading = PaperParagraph(title, headingLevel: 1)
    heading.alignment = .center
    if paper.sections.isEmpty { paper.sections.append(Paper.Section(blocks: [])) }
    paper.sections[0].blocks.insert(.paragraph(heading), at: 0)
  }
}
