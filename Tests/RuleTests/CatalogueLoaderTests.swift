import Catalogues
import Diagnostics
import Testing

@Suite struct CatalogueLoaderTests {
  @Test func readsEveryPartOfAnItem() throws {
    let catalogue = try CatalogueLoader.load(
      yaml(
        """
        krong: 1
        catalogue: plans
        title: {th: ทะเบียนแผน, en: Plan registry}
        items:
          national-strategy:
            th: ยุทธศาสตร์ชาติ
            en: National Strategy
            level: 1
            aliases: [ยุทธศาสตร์ 20 ปี]
            editions: [{id: พ.ศ. 2561-2580, from: 2561, until: 2580}]
            by_job: {4: {th: ชื่อในงานที่ 4, en: name in job 4}}
            note: as printed
            source: B2
            confidence: verified
          flagship: {th: โครงการสำคัญ, en: Flagship projects}
          gone: {th: แผนที่ไม่มี, en: No such plan, editions: []}
        """
      )
    ).get()
    #expect(catalogue.id == "plans")
    #expect(catalogue.title == LocalizedText(th: "ทะเบียนแผน", en: "Plan registry"))
    #expect(catalogue.items.map(\.id) == ["national-strategy", "flagship", "gone"])
    let first = try #require(catalogue.item("national-strategy"))
    #expect(first.level == 1)
    #expect(first.aliases == ["ยุทธศาสตร์ 20 ปี"])
    #expect(first.editions == [.init(id: "พ.ศ. 2561-2580", years: 2561...2580)])
    #expect(first.nameByJob[4]?.en == "name in job 4")
    #expect([first.note, first.source, first.confidence] == ["as printed", "B2", "verified"])
    #expect(catalogue.item("flagship")?.editions == nil)
    #expect(catalogue.item("gone")?.editions == [])
  }

  @Test func tellsAllMistakesOfAFileAtOnce() throws {
    let loaded = try CatalogueLoader.load(
      yaml(
        """
        krong: 2
        catalogue: Plans
        titel: {th: ก, en: a}
        items:
          a: {th: ก, en: a, levle: 3}
          b: {th: ข, level: 9}
          c: {th: ค, en: c, editions: [{id: x, from: 2570, until: 2566}]}
          d: {th: ง, en: d, aliases: [จ, จ]}
          e: {th: จ, en: [e], by_job: {25: {th: ก, en: a}}}
        """
      )
    )
    #expect(loaded.value == nil)
    #expect(
      loaded.diagnostics.map(line) == [
        "1:8+1 CAT-011 this file is of version 2; this program reads version 1",
        "2:12+5 CAT-010 “Plans” cannot be a name",
        "3:1+5 CAT-001 unknown key “titel”",
        "5:21+5 CAT-001 unknown key “levle”",
        "6:3+1 CAT-002 the key “en” is missing",
        "6:21+1 CAT-006 9 is not between 1 and 7",
        "7:59+4 CAT-013 the range ends at 2566, before it begins at 2570",
        "8:31+1 CAT-009 “จ” is given twice",
        "8:34+1 CAT-009 “จ” is given twice",
        "9:18+1 CAT-003 a text is expected here, not a list",
        "9:32+2 CAT-006 “25” is no job (1–24)",
      ]
    )
    let help = loaded.diagnostics.compactMap { $0.help?.en }
    #expect(help.contains("did you mean “title”? (allowed here: krong, catalogue, title, items)"))
  }

  @Test func everyFileOfTheRulesLoads() throws {
    let set = try Repository.catalogues()
    #expect(
      set.ids.contains("plans") && set.ids.contains("steps") && set.ids.contains("document-types")
    )
    #expect(set["plans"]?.item("nesdp")?.editions?.first?.years == 2566...2570)
  }

  @Test func aSecondCatalogueOfOneIdIsAMistakeWithBothPlaces() throws {
    let text = "krong: 1\ncatalogue: a\ntitle: {th: ก, en: a}\nitems: {x: {th: ก, en: a}}\n"
    let loaded = try CatalogueLoader.load([
      yaml(text, name: "one.yaml"), yaml(text, name: "two.yaml"),
    ])
    #expect(loaded.value == nil)
    let problem = try #require(loaded.diagnostics.first)
    #expect(line(problem) == "2:12+1 CAT-009 “a” is given twice")
    #expect(problem.place.file == "two.yaml")
    #expect(problem.notes.first?.place?.file == "one.yaml")
  }

  @Test(arguments: ["[]", "a", "", "[a, b]", "1", "{krong: 1, catalogue: [], title: , items: 3}"])
  func anyShapeOfFileIsToldAndNeverTraps(_ text: String) throws {
    guard let document = try? yaml(text) else { return }
    let loaded = CatalogueLoader.load(document)
    #expect(loaded.value == nil)
    #expect(!loaded.diagnostics.isEmpty)
  }

  @Test func everyCodeOfTheFamiliesIsExplainedInBothLanguages() {
    for explanation in CatalogueCodes.explanations {
      #expect(explanation.code.text.hasPrefix("CAT-"))
      #expect(!explanation.text.th.isEmpty && !explanation.text.en.isEmpty)
      #expect(!explanation.title.th.isEmpty && !explanation.title.en.isEmpty)
    }
  }
}
