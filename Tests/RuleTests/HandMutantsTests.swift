import Catalogues
import DocumentArena
import DocumentReading
import Foundation
import RuleCompiler
import RuleModel
import SourceText
import Submissions
import Testing

@testable import RuleTesting

/// A fault that somebody makes by hand in a shipped rule.
private struct HandMutant: CustomTestStringConvertible {
  let rule: String
  let what: String
  let old: String
  let new: String

  var testDescription: String { "\(rule): \(what)" }
}

private let handMade = [
  HandMutant(
    rule: "consistency/COM-CON-001",
    what: "a negated condition",
    old: "when: title_from.hasValue()",
    new: "when: !(title_from.hasValue())"
  ),
  HandMutant(
    rule: "completeness/J12-CMP-004",
    what: "a dropped clause",
    old: ", item.improvement]",
    new: "]"
  ),
  HandMutant(
    rule: "consistency/COM-CON-001",
    what: "a bound less one",
    old: "min: 2500",
    new: "min: 2499"
  ),
  HandMutant(
    rule: "consistency/COM-CON-001",
    what: "a bound and one",
    old: "max: 2699",
    new: "max: 2700"
  ),
  HandMutant(
    rule: "procedure/J09-PRC-002",
    what: "a changed code",
    old: "options: [approved, approved-with-remarks]",
    new: "options: [not-approved, approved-with-remarks]"
  ),
  HandMutant(
    rule: "consistency/COM-CON-001",
    what: "a dropped exemption",
    old: "    when: title_from.hasValue()\n",
    new: ""
  ),
  HandMutant(
    rule: "procedure/J02-PRC-003",
    what: "a dropped step",
    old: "after_step: analysed, ",
    new: ""
  ),
  HandMutant(
    rule: "procedure/J09-PRC-002",
    what: "earlier and later swapped",
    old: "{earlier: council, later: sent}",
    new: "{earlier: sent, later: council}"
  ),
  HandMutant(
    rule: "procedure/J01-PRC-001",
    what: "> as >=",
    old: "meeting.agenda_sent_on > meeting.meeting_on",
    new: "meeting.agenda_sent_on >= meeting.meeting_on"
  ),
  HandMutant(
    rule: "alignment/J11-ALN-001",
    what: "a field that need not be filled any more",
    old: "filled: [item]",
    new: "filled: []"
  ),
]

/// What the tool does not think of: no sort of bend makes these.
private let notThoughtOf = [
  HandMutant(
    rule: "completeness/J02-CMP-003",
    what: "another field",
    old: "      - project.owner\n",
    new: "      - project.name_en\n"
  ),
  HandMutant(
    rule: "procedure/J01-PRC-001",
    what: "arguments swapped",
    old: "days_between(meeting.agenda_sent_on, meeting.meeting_on)",
    new: "days_between(meeting.meeting_on, meeting.agenda_sent_on)"
  ),
  HandMutant(
    rule: "completeness/J02-CMP-003",
    what: "the severity of the rule, which no test states",
    old: "severity: error",
    new: "severity: warning"
  ),
]

@Suite("mutants that people make by hand")
struct HandMutantsTests {
  @Test("the tool makes them too", arguments: handMade)
  fileprivate func made(_ mutant: HandMutant) throws {
    let isMade = try Self.isMade(mutant)
    #expect(isMade)
  }

  @Test("some it does not make", arguments: notThoughtOf)
  fileprivate func notMade(_ mutant: HandMutant) throws {
    withKnownIssue {
      let isMade = try Self.isMade(mutant)
      #expect(isMade)
    }
  }

  private static func isMade(_ mutant: HandMutant) throws -> Bool {
    let document = try Repository.document("Rules/\(mutant.rule).yaml")
    let context = try Repository.context()
    let rule = try RuleLoader.load(document, in: context, examples: .required).get()
    let original = document.source.bytes
    let text = String(decoding: original, as: UTF8.self)
    try #require(text.contains(mutant.old), "\(mutant.rule) has changed")
    let range = try #require(text.range(of: mutant.old))
    let wanted = plain(text.replacingCharacters(in: range, with: mutant.new))
    let set = RuleSetContext(kinds: context.kinds, catalogues: context.catalogues)
    let compiled = RuleCompiler.kinds(of: rule, in: set).compactMap {
      RuleCompiler.compile(rule, for: $0, in: set).rule
    }
    return MutantMaker.mutants(of: rule, compiled, in: set)
      .contains { plain(String(decoding: $0.bytes(of: original), as: UTF8.self)) == wanted }
  }

  /// Quotes, blanks and block scalars make no difference.
  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: ": |\n", with: ":").filter { !" \n'\"".contains($0) }
  }
}
