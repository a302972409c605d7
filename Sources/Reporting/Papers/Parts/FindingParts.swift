import Diagnostics
import Findings
import Papers
import RuleModel
import Scoring
import SourceText

/// The findings of a submission as a table: those of the form first, then by family.
struct FindingParts {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }
  private var reportWords: ReportWords { paper.reportWords }
  private var language: Language { paper.language }

  private static let columnCount = 5

  /// The findings in one table, and how many there are.
  var blocks: [Paper.Block] {
    guard !paper.submission.failures.isEmpty else {
      return [.note(PaperNote(.good, reportWords.noFindings))]
    }
    let (table, count) = (table, rowCount)
    let all = paper.submission.failures.count
    let folded = count < all ? " " + words.folded(all, into: count) : ""
    return [.text(paper.counts + folded), .table(table)]
  }

  private var table: PaperTable {
    var rows: [PaperRow] = []
    var number = 0
    for part in sections {
      rows.append(band(part.title, part.family))
      for group in part.groups { write(group, part.family, &number, &rows) }
      for (id, count) in part.leftOut where count > 0 {
        rows.append(
          wide([PaperRun("\(id): ", isCode: true), PaperRun(reportWords.leftOut(count))])
        )
      }
    }
    return PaperTable(
      caption: words.message,
      columns: [
        PaperColumn(2, .right), PaperColumn(6), PaperColumn(18), PaperColumn(9), PaperColumn(8),
      ],
      heads: [words.number, words.level, words.finding, words.place, words.source],
      rows: rows
    )
  }

  /// How many rows stand for findings.
  private var rowCount: Int {
    sections.reduce(0) { sum, part in sum + part.groups.reduce(0) { $0 + $1.entries.count } }
  }

  // MARK: Sections

  private struct Part {
    let title: String
    let family: Family?
    let groups: [FindingGroup]
    let leftOut: [(id: String, count: Int)]
  }

  private var sections: [Part] {
    var parts: [Part] = []
    let structure = FindingGroup.ofStructure(paper.result.structure)
    if !structure.isEmpty {
      let leftOut = paper.result.structureLeftOut.map { ($0.code, $0.count) }
      parts.append(
        Part(title: reportWords.structure, family: nil, groups: structure, leftOut: leftOut)
      )
    }
    for family in Family.allCases {
      let results = paper.result.rules.filter { $0.rule.family == family }
      let groups = FindingGroup.ofRules(results, .fail)
      guard !groups.isEmpty else { continue }
      let leftOut = results.filter { $0.outcome == .fail }.map { ($0.rule.id, $0.leftOut) }
      parts.append(
        Part(
          title: reportWords.family(family),
          family: family,
          groups: groups,
          leftOut: leftOut
        )
      )
    }
    return parts
  }

  private func band(_ title: String, _ family: Family?) -> PaperRow {
    PaperRow(
      [PaperCell(title, isBold: true, tone: .head).spanning(Self.columnCount).asRowHead],
      marks: [mark(family)]
    )
  }

  private func wide(_ runs: [PaperRun]) -> PaperRow {
    PaperRow([PaperCell([PaperParagraph(runs)], tone: .muted).spanning(Self.columnCount)])
  }

  private func mark(_ family: Family?) -> PaperMark {
    PaperMark(
      facet: "family",
      facetName: words.family,
      value: family?.rawValue ?? "structure",
      valueName: family.map { reportWords.family($0) } ?? reportWords.structure
    )
  }

  // MARK: Rows

  private func write(
    _ group: FindingGroup,
    _ family: Family?,
    _ number: inout Int,
    _ rows: inout [PaperRow]
  ) {
    let marks = [
      mark(family),
      PaperMark(
        facet: "severity",
        facetName: words.severity,
        value: group.severity.rawValue,
        valueName: reportWords.severity(group.severity)
      ),
    ]
    for (index, entry) in group.entries.enumerated() {
      number += 1
      let cells = [
        PaperCell("\(number)"),
        severity(group),
        text(entry, of: group, isFirst: index == 0),
        PaperCell(places(of: entry)),
        source(group),
      ]
      rows.append(PaperRow(cells, marks: marks))
    }
  }

  private func severity(_ group: FindingGroup) -> PaperCell {
    let name = reportWords.severity(group.severity)
    var paragraphs = [PaperParagraph([PaperRun(name, isBold: true)])]
    if group.rule?.basis == .derived {
      paragraphs.append(PaperParagraph([PaperRun("(\(reportWords.forConsideration))")]))
    }
    return PaperCell(paragraphs, tone: SubmissionPaper.tone(of: group.severity))
  }

  /// The sentence; with the first of a rule also what is to be done.
  private func text(
    _ entry: FindingGroup.Entry,
    of group: FindingGroup,
    isFirst: Bool
  ) -> PaperCell {
    var paragraphs = [PaperParagraph(entry.message[language])]
    paragraphs += related(entry)
    if isFirst {
      for remedy in group.remedies {
        paragraphs.append(
          PaperParagraph([PaperRun("\(words.remedy): ", isBold: true), PaperRun(remedy[language])])
        )
      }
    }
    return PaperCell(paragraphs)
  }

  /// How many other places of one sort a paper names.
  private static let shownRelated = 8

  /// Other places, those of one sort together.
  private func related(_ entry: FindingGroup.Entry) -> [PaperParagraph] {
    let all = entry.findings.flatMap(\.related)
    var texts: [LocalizedText] = []
    for related in all where !texts.contains(related.text) { texts.append(related.text) }
    return texts.map { text in
      var places: [String] = []
      for related in all where related.text == text {
        let place = PlaceText.short(related.place, in: paper.header.file, language)
        if !places.contains(place) { places.append(place) }
      }
      let shown = places.prefix(Self.shownRelated).joined(separator: ", ")
      let rest = places.count - Self.shownRelated
      let more = rest > 0 ? " " + words.andMore(rest) : ""
      return PaperParagraph([PaperRun("\(text[language]): \(shown)\(more)", tone: .muted)])
    }
  }

  /// What people call the places, and where they are found again.
  private func places(of entry: FindingGroup.Entry) -> [PaperParagraph] {
    entry.places.flatMap { place, label in
      let name = label[language] + (place.isAbsent ? " \(reportWords.absent)" : "")
      let spot = PlaceText.short(place, in: paper.header.file, language)
      let runs = [PaperRun(spot, tone: .muted)]
      return (name.isEmpty ? [] : [PaperParagraph(name)]) + [PaperParagraph(runs)]
    }
  }

  private func source(_ group: FindingGroup) -> PaperCell {
    var paragraphs = [PaperParagraph([PaperRun(group.id, isCode: true)])]
    let clauses = paper.clauses(group.clauses)
    if !clauses.isEmpty {
      let cited = ClauseText.of(clauses, language)
      paragraphs.append(PaperParagraph(cited))
      if group.rule?.basis == .derived {
        paragraphs.append(PaperParagraph([PaperRun(reportWords.officePractice, tone: .muted)]))
      }
    }
    return PaperCell(paragraphs)
  }
}
