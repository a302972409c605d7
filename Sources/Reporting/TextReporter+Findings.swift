import Diagnostics
import DocumentArena
import Findings
import RuleModel
import SourceText

extension TextReporter {
  /// Writes groups of failures: heading, each entry with its places, remedy and clauses once.
  func write(
    _ groups: [FindingGroup],
    _ lines: inout SourceLines,
    _ canvas: inout TextCanvas
  ) {
    for group in groups {
      canvas.blank()
      writeHeading(of: group, &canvas)
      for entry in shown(group.entries) {
        canvas.paragraph(entry.message[options.language], indent: 2, hanging: 2)
        for (place, label) in entry.places { write(place, label, &lines, &canvas) }
        writeRelated(entry.findings.flatMap(\.related), &lines, &canvas)
      }
      writeRest(of: group.entries, &canvas)
      for remedy in group.remedies {
        labelled(words.remedy, remedy[options.language], &canvas)
      }
      writeClauses(of: group, &canvas)
    }
  }

  /// Other places: one is shown with its line, several of one sort are named together.
  private func writeRelated(
    _ all: [Finding.RelatedPlace],
    _ lines: inout SourceLines,
    _ canvas: inout TextCanvas
  ) {
    var texts: [LocalizedText] = []
    for related in all where !texts.contains(related.text) { texts.append(related.text) }
    for text in texts {
      let places = all.filter { $0.text == text }.map(\.place)
      canvas.paragraph("\(text[options.language]):", indent: 4)
      if let place = places.first, places.count == 1 {
        write(place, place.label, &lines, &canvas)
        continue
      }
      for place in options.detail == .full ? places[...] : places.prefix(Self.shownRelated) {
        writeName(of: place, place.label, indent: 6, &canvas)
      }
      let rest = places.count - Self.shownRelated
      if rest > 0, options.detail != .full { canvas.paragraph(words.more(rest), indent: 6) }
    }
  }

  private func writeHeading(of group: FindingGroup, _ canvas: inout TextCanvas) {
    var runs = [TextRun(words.severity(group.severity), Self.style(of: group.severity))]
    if group.rule?.basis == .derived { runs.append(TextRun(" (\(words.forConsideration))")) }
    runs.append(TextRun("  \(group.id)", .strong))
    if let title = group.rule?.title[options.language] { runs.append(TextRun("  \(title)")) }
    canvas.paragraph(runs, hanging: 2)
  }

  private func writeClauses(of group: FindingGroup, _ canvas: inout TextCanvas) {
    guard !group.clauses.isEmpty else { return }
    let cited = ClauseText.of(group.clauses, options.language)
    if group.rule?.basis == .derived {
      labelled(words.comparedWith, "\(cited) (\(words.officePractice))", &canvas)
    } else {
      labelled(words.source, cited, &canvas)
    }
  }

  /// A place with its line of the file and carets under what is meant.
  private func write(
    _ place: FindingPlace,
    _ label: LocalizedText,
    _ lines: inout SourceLines,
    _ canvas: inout TextCanvas
  ) {
    writeName(of: place, label, indent: 4, &canvas)
    // Of what is absent from the submission itself, the nearest thing is the whole file.
    let isWholeFile = place.isAbsent && place.path.steps.count <= 1
    guard let position = place.linePosition, !isWholeFile else { return }
    let number = String(position.line)
    let gutter = 4 + number.utf8.count + 3
    guard let excerpt = lines.excerpt(place, columns: canvas.room(gutter)) else { return }
    let margin = String(repeating: " ", count: number.utf8.count)
    canvas.line([TextRun("\(number) | ", .faint), TextRun(excerpt.text)], indent: 4)
    canvas.line([TextRun("\(margin) | ", .faint), TextRun(excerpt.carets, .error)], indent: 4)
  }

  /// The place and what people call it, which goes to a line of its own rather than be torn apart.
  private func writeName(
    of place: FindingPlace,
    _ label: LocalizedText,
    indent: Int,
    _ canvas: inout TextCanvas
  ) {
    let name = TextRun(PlaceText.of(place, options.language), .faint)
    canvas.paragraph([name, TextRun(note(on: place, label))], indent: indent, hanging: 2)
  }

  private func note(on place: FindingPlace, _ label: LocalizedText) -> String {
    let label = label[options.language]
    let absent = place.isAbsent ? " \(words.absent)" : ""
    let text = label + absent
    return text.isEmpty ? "" : "  " + LineBreaking.unbroken(text)
  }

  func labelled(_ label: String, _ text: String, _ canvas: inout TextCanvas) {
    canvas.paragraph([TextRun("\(label): ", .faint), TextRun(text)], indent: 2, hanging: 2)
  }

  func shown<Element>(_ entries: [Element]) -> ArraySlice<Element> {
    options.detail == .full ? entries[...] : entries.prefix(Self.shownEntries)
  }

  func writeRest<Element>(of entries: [Element], _ canvas: inout TextCanvas) {
    let rest = entries.count - shown(entries).count
    if rest > 0 { canvas.paragraph(words.more(rest), indent: 2) }
  }
}

extension TextReporter {
  /// Says how many findings were counted without their details.
  func writeLeftOut(_ count: Int, of id: String, _ canvas: inout TextCanvas) {
    guard count > 0 else { return }
    canvas.paragraph([TextRun(id, .strong), TextRun(": " + words.leftOut(count))], hanging: 2)
  }
}

// MARK: - What was not judged, or judged and set aside

extension TextReporter {
  /// Writes what could not be checked and why: missing data, faults of rules, questions for people.
  func writeUnjudged(
    _ result: SubmissionResult,
    _ lines: inout SourceLines,
    _ canvas: inout TextCanvas
  ) {
    let outcomes = [
      (Outcome.unknown, words.unknown), (.error, words.broken), (.notChecked, words.judged),
    ]
    for (outcome, title) in outcomes {
      let groups = FindingGroup.ofRules(result.rules, outcome)
      let named = Set(groups.map(\.id))
      let all = result.rules.indices.filter { result.rules[$0].outcome == outcome }
      let silent = all.filter { !named.contains(result.rules[$0].rule.id) }
      guard !groups.isEmpty || !silent.isEmpty else { continue }
      section(title, count: words.rules(named.count + silent.count), &canvas)
      for group in groups {
        writeIdentity(group.id, group.rule?.title, &canvas)
        // Several parts may want for the same value.
        var told: Set<String> = []
        for entry in shown(group.entries) where told.insert(Self.wants(of: entry)).inserted {
          writeUnjudged(entry, &canvas)
        }
        writeRest(of: group.entries, &canvas)
      }
      for rule in silent.map({ result.rules[$0].rule }) {
        writeIdentity(rule.id, rule.title, &canvas)
      }
      for index in all {
        writeLeftOut(result.rules[index].leftOut, of: result.rules[index].rule.id, &canvas)
      }
    }
  }

  /// What an entry that could not be judged says, so that the same is not said twice.
  private static func wants(of entry: FindingGroup.Entry) -> String {
    let missing = entry.findings.flatMap { $0.missing.map(\.description) }
    let places = entry.findings.map { "\($0.place.file):\($0.place.path)" }
    return ([entry.message.th] + missing + places).joined(separator: "\n")
  }

  private func writeUnjudged(_ entry: FindingGroup.Entry, _ canvas: inout TextCanvas) {
    let message = entry.message[options.language]
    if !message.isEmpty { canvas.paragraph(message, indent: 2, hanging: 2) }
    let missing = entry.findings.flatMap { $0.missing.map(\.description) }
    if !missing.isEmpty {
      labelled(words.missing, missing.joined(separator: ", "), &canvas)
    }
    for (place, label) in entry.places where place.position != nil || !label.th.isEmpty {
      writeName(of: place, label, indent: 4, &canvas)
    }
  }

  func writeIdentity(_ id: String, _ title: LocalizedText?, _ canvas: inout TextCanvas) {
    let text = title.map { "  \($0[options.language])" } ?? ""
    canvas.paragraph([TextRun(id, .strong), TextRun(text)], hanging: 2)
  }

  /// Writes waived findings with their reasons, and waivers that did nothing.
  func writeWaived(
    _ result: SubmissionResult,
    _ lines: inout SourceLines,
    _ canvas: inout TextCanvas
  ) {
    let groups = FindingGroup.ofRules(result.rules, .waived)
    if !groups.isEmpty {
      section(words.waived, count: words.rules(Set(groups.map(\.id)).count), &canvas)
      for group in groups {
        writeIdentity(group.id, group.rule?.title, &canvas)
        for entry in shown(group.entries) {
          canvas.paragraph(entry.message[options.language], indent: 2, hanging: 2)
          for reason in Set(entry.findings.compactMap(\.waiver)).sorted() {
            labelled(words.waiverReason, reason, &canvas)
          }
          for approval in Self.distinct(entry.findings.compactMap(\.approval)) {
            labelled(words.approver, words.approval(approval), &canvas)
          }
        }
        writeRest(of: group.entries, &canvas)
      }
    }
    guard !result.idleWaivers.isEmpty else { return }
    section(words.idleWaivers, &canvas)
    for waiver in result.idleWaivers {
      canvas.paragraph("- \(waiver[options.language])", indent: 2, hanging: 2)
    }
  }

  private static func distinct(_ approvals: [Finding.Approval]) -> [Finding.Approval] {
    var seen: Set<Finding.Approval> = []
    return approvals.filter { seen.insert($0).inserted }
  }

  /// Writes how many rules do not concern the submission and why; all of them when asked for.
  func writeOutOfScope(_ result: SubmissionResult, _ canvas: inout TextCanvas) {
    // By their numbers: a result is large, and most rules do not concern a submission.
    let idle = result.rules.indices.filter { result.rules[$0].outcome == .notApplicable }
    if !idle.isEmpty {
      section(words.notApplicable, count: words.rules(idle.count), &canvas)
      for reason in NotApplicableReason.allCases {
        let results = idle.filter { result.rules[$0].reason == reason }
        guard !results.isEmpty else { continue }
        canvas.paragraph("\(words.reason(reason)): \(words.rules(results.count))", indent: 2)
        // Screeners must see which requirements fell away for want of an edition.
        guard options.detail == .full || reason == .noEdition else { continue }
        for index in results { writeReason(of: result.rules[index], &canvas) }
      }
    }
    let left = result.rules.indices.filter { result.rules[$0].outcome == .notSelected }
    if !left.isEmpty { section(words.notSelected, count: words.rules(left.count), &canvas) }
    guard options.detail == .full else { return }
    for index in left { writeReason(of: result.rules[index], &canvas) }
    let passed = result.rules.filter { $0.outcome == .pass }
    guard !passed.isEmpty else { return }
    section(words.passed, count: words.rules(passed.count), &canvas)
    for result in passed { writeIdentity(result.rule.id, result.rule.title, &canvas) }
  }

  private func writeReason(of result: RuleResult, _ canvas: inout TextCanvas) {
    var text = "  \(result.rule.title[options.language])"
    if let detail = result.reasonDetail { text += " (\(detail[options.language]))" }
    canvas.paragraph([TextRun(result.rule.id, .strong), TextRun(text)], indent: 4, hanging: 2)
  }
}
