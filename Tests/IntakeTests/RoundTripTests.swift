import DocumentArena
import DocumentReading
import Krong
import SourceText
import Submissions
import Testing

@testable import Intake

/// What a template holds comes back as it was, for every kind and every field.
@Suite("Workbooks of templates are read back without loss")
struct RoundTripTests {
  static let kinds = IntakeFixture.rules.kinds.kinds.map(\.id)

  @Test("A submission with every field filled", arguments: kinds, [1, 2, 3] as [UInt64])
  func everyField(id: String, seed: UInt64) throws {
    let rules = IntakeFixture.rules
    let kind = try #require(rules.kinds[id])
    var generator = SubmissionGenerator(kind: kind, catalogues: rules.catalogues, seed: seed)
    let source = SourceFile(name: "made.json", text: generator.json())
    let original = try DocumentReader.readOne(source)
    var writer = TemplateWriter(kind, rules.catalogues, values: original)
    let result = try #require(try IntakeFixture.read("made.xlsx", writer.bytes()))
    let copy = try #require(result.document)
    #expect(result.diagnostics.isEmpty)
    #expect(generator.filled > 40)
    let there = DocumentComparison(original, copy, kind, rules.catalogues).lost
    let back = DocumentComparison(copy, original, kind, rules.catalogues).lost
    #expect(there.map(\.description) == [])
    #expect(back.map(\.description) == [])
    // And through YAML and JSON.
    let text = DocumentText(copy, leavesOutBlank: true)
    for (name, text) in [("made.yaml", text.yaml), ("made.json", text.json)] {
      let again = try DocumentReader.readOne(SourceFile(name: name, text: text))
      #expect(DocumentComparison(original, again, kind, rules.catalogues).lost.isEmpty, "\(name)")
    }
  }

  @Test("A blank template has no findings of form, and says its kind", arguments: kinds)
  func blank(id: String) throws {
    let bytes = try IntakeFixture.rules.template(of: id)
    let result = try #require(try IntakeFixture.read("blank.xlsx", bytes))
    let document = try #require(result.document)
    #expect(result.diagnostics.isEmpty)
    let rules = IntakeFixture.rules
    let read = SubmissionReader.read(document, kinds: rules.kinds, catalogues: rules.catalogues)
    #expect(read.kind.id == id)
    #expect(read.isKindKnown)
    #expect(read.structureFindings.isEmpty)
  }

  @Test("A changed value is told as lost")
  func comparisonSeesDifferences() throws {
    let rules = IntakeFixture.rules
    let kind = try #require(rules.kinds["annual-action-plan"])
    func document(_ text: String) throws -> Document {
      try DocumentReader.readOne(SourceFile(name: "a.yaml", text: text))
    }
    let left = try document("{id: a, projects: [{name: ก, budget: 5}], unknown: 1}")
    let right = try document("{id: a, projects: [{name: ก, budget: 6}]}")
    let lost = DocumentComparison(left, right, kind, rules.catalogues).lost.map(\.description)
    #expect(lost == ["projects[0].budget", "unknown"])
  }
}
