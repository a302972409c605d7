import Diagnostics
import SourceText
import TestSupport
import Testing

@Suite struct DiagnosticTests {
  private let source = SourceFile(name: "plan.yaml", text: "a: 1\nชื่อ: 2\nชื่อ: 3\n")

  private func diagnostic(
    _ line: UInt32,
    _ column: UInt32 = 1,
    code: String = "READ-001",
    file: String = "plan.yaml"
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(code),
      .error,
      LocalizedText(th: "คีย์ซ้ำ", en: "the key is given twice"),
      at: Diagnostic.Place(
        file: file,
        position: SourcePosition(line: line, column: column),
        length: 4
      )
    )
  }

  @Test func rendersPlaceSentenceExcerptNotesAndHelp() {
    let full = Diagnostic(
      DiagnosticCode("READ-001"),
      .error,
      LocalizedText(th: "คีย์ซ้ำ", en: "the key is given twice"),
      at: Diagnostic.Place(
        file: "plan.yaml",
        position: SourcePosition(line: 3, column: 1),
        length: 4
      ),
      notes: [
        Diagnostic.Note(
          LocalizedText(th: "ครั้งแรก", en: "first given here"),
          at: Diagnostic.Place(
            file: "plan.yaml",
            position: SourcePosition(line: 2, column: 1),
            length: 4
          )
        ),
        Diagnostic.Note(LocalizedText(verbatim: "x")),
      ],
      help: LocalizedText(th: "ลบออก", en: "delete one")
    )
    let text = DiagnosticRenderer(language: .en).render([full], sources: [source])
    #expect(
      text == """
        plan.yaml:3:1: error: the key is given twice [READ-001]
          3 | ชื่อ: 3
            | ^^
        plan.yaml:2:1: note: first given here
          2 | ชื่อ: 2
            | ^^
          note: x
          help: delete one

        """
    )
    let thai = DiagnosticRenderer(language: .th).render([full], sources: [])
    #expect(
      thai == """
        plan.yaml:3:1: ข้อผิดพลาด: คีย์ซ้ำ [READ-001]
        plan.yaml:2:1: หมายเหตุ: ครั้งแรก
          หมายเหตุ: x
          วิธีแก้: ลบออก

        """
    )
  }

  @Test func sortsByFilePlaceAndCode() {
    let sorted = Diagnostic.sorted([
      diagnostic(2, 5), diagnostic(2, 1, code: "YAML-002"), diagnostic(2, 1), diagnostic(2, 1),
      diagnostic(9, 1, file: "a.yaml"),
    ])
    let places = sorted.map { "\($0.place.file) \($0.place.position?.column ?? 0) \($0.code.text)" }
    #expect(
      places == [
        "a.yaml 1 READ-001", "plan.yaml 1 READ-001", "plan.yaml 1 YAML-002", "plan.yaml 5 READ-001",
      ]
    )
  }

  @Test func countsWhatItDoesNotShow() {
    let many = (1...130).map { diagnostic(1, UInt32($0)) }
    let text = DiagnosticRenderer(language: .en).render(many)
    #expect(text.hasSuffix("30 more are not shown\n"))
    #expect(text.split(separator: "\n").count == 101)
    let thai = DiagnosticRenderer(language: .th, limit: 1).render(many)
    #expect(thai.hasSuffix("ยังมีอีก 129 รายการที่ไม่ได้แสดง\n"))
  }

  @Test func namesOfFilesCannotSteerTheTerminal() {
    let text = DiagnosticRenderer(language: .en).render([diagnostic(1, file: "a\u{1B}[2J")])
    #expect(text.hasPrefix("a<U+001B>[2J:1:1: error"))
  }

  @Test func bagThrowsOnlyForErrors() throws {
    var bag = DiagnosticBag()
    #expect(bag.isEmpty)
    bag.add(
      Diagnostic(
        DiagnosticCode("X-1"),
        .warning,
        LocalizedText(verbatim: "w"),
        at: Diagnostic.Place(file: "a", position: nil)
      )
    )
    try bag.throwIfErrors()
    bag.add(DiagnosticError([diagnostic(2), diagnostic(1)]))
    let error = #expect(throws: DiagnosticError.self) { try bag.throwIfErrors() }
    #expect(error?.diagnostics.count == 3)
    #expect(error?.diagnostics.first?.place.file == "a")
    #expect(error?.diagnostics.last?.place.position?.line == 2)
  }
}

@Suite struct SuggestionTests {
  private static let keys = [
    "title", "family", "severity", "weight", "source", "for_each", "check", "message", "remedy",
    "examples", "applies_to", "id", "th", "en", "fiscal_year", "งบประมาณ",
  ]

  @Test(arguments: [
    ("titel", "title"), ("familiy", "family"), ("sevrity", "severity"), ("foreach", "for_each"),
    ("for-each", "for_each"), ("Title", "title"), ("fiscalyear", "fiscal_year"), ("ht", "th"),
    ("e", "en"), ("exam", "examples"), ("งบประมาร", "งบประมาณ"), ("applied_to", "applies_to"),
    ("messages", "message"), ("if", "id"),
  ])
  func findsTheNearest(name: String, expected: String) {
    #expect(Suggestion.nearest(to: name, among: Self.keys) == expected)
  }

  @Test(arguments: ["xyz", "", "colour", "ab", "zz", "q", "completely_different_thing"])
  func saysNothingWhenNothingIsNear(name: String) {
    #expect(Suggestion.nearest(to: name, among: Self.keys) == nil)
  }

  @Test func tiesGoToTheFirst() {
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(Suggestion.nearest(to: "cat", among: ["hat", "bat"]) == "hat")
  }

  @Test func hugeNamesCostNothing() {
    let huge = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: huge, among: [huge, "a"]) == nil)
    #expect(Suggestion.nearest(to: "a", among: [huge]) == nil)
  }

  @Test func suggestsInBothLanguages() {
    let text = LocalizedText.didYouMean(nearestTo: "titel", among: Self.keys)
    #expect(text == LocalizedText(th: "หมายถึง “title” หรือไม่", en: "did you mean “title”?"))
    #expect(LocalizedText.didYouMean(nearestTo: "xyz", among: Self.keys) == nil)
  }
}
