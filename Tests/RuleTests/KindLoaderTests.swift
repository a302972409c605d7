import Catalogues
import Diagnostics
import DocumentArena
import Submissions
import Testing

@Suite struct KindLoaderTests {
  private static let envelope = """
    krong: 1
    envelope: 1
    title: {th: ข้อมูลทั่วไป, en: Header}
    types:
      kind: {codes: {plan: {th: แผน, en: plan}, ledger: {th: ทะเบียน, en: ledger}}}
      stage: {ordered: true, codes: {draft: {th: ร่าง, en: draft}, closed: {th: ปิด, en: closed}}}
      remark:
        element: {th: "ข้อสังเกตที่ {number} “{text}”", en: "Remark {number} “{text}”"}
        element_blank: {th: "ข้อสังเกตที่ {number}", en: "Remark {number}"}
        identity: [id, text]
        fields:
          id: {type: text, unique: true, label: {th: รหัส, en: id}}
          text: {type: text, label: {th: ข้อความ, en: text}}
    fields:
      id: {type: text, required: true, label: {th: รหัส, en: id}}
      kind: {type: kind, label: {th: ประเภท, en: kind}}
      job: {type: int, min_value: 1, max_value: 24, label: {th: งาน, en: job}}
      stage: {type: stage, unknown: STR-007, default: draft, label: {th: สถานะ, en: stage}}
      remarks: {list: remark, absent: empty, label: {th: ข้อสังเกต, en: remarks}}
    """

  private func load(_ kind: String, envelope: String = envelope) throws -> Loaded<KindSet> {
    let catalogue = Catalogue(
      id: "plans",
      title: LocalizedText(th: "แผน", en: "plans"),
      items: [CatalogueItem(id: "a", name: LocalizedText(th: "ก", en: "a"))]
    )
    return try KindLoader.load(
      envelope: yaml(envelope, name: "envelope.yaml"),
      kinds: [yaml(kind, name: "plan.yaml")],
      catalogues: CatalogueSet([catalogue])
    )
  }

  @Test func mergesAKindWithTheEnvelope() throws {
    let set = try load(
      """
      krong: 1
      kind: plan
      title: {th: แผน, en: Plan}
      jobs: [2, 11]
      types:
        scope: {codes: {district: {th: เขต, en: district}, office: {th: สำนักงาน, en: office}}}
        answer:
          fields:
            to: {type: text, refers_to: remarks.id, label: {th: ถึง, en: to}}
            number: {type: text, unique: {within: to}, label: {th: ที่, en: number}}
      fields:
        scope:
          type: scope
          label: {th: ขอบเขต, en: scope}
          derive: {by: job, values: {2: district, 11: office}, mismatch: none}
          required: {jobs: [2], from_stage: closed}
          clause: [J2 §4.2, J11 §1]
        job: {type: int, min_value: 2, label: {th: งานของแผน, en: job of the plan}}
        total: {type: money, min_value: 0, label: {th: รวม, en: total}}
        plan: {type: {catalogue: plans}, unknown: none, label: {th: แผน, en: plan}}
        answers: {list: answer, min: 1, max: 20, label: {th: คำตอบ, en: answers}}
        by_source: {map: money, label: {th: ตามแหล่ง, en: by source}}
      """
    ).get()
    let kind = try #require(set["plan"])
    #expect(
      kind.root.fields.map(\.name) == [
        "id", "kind", "job", "stage", "remarks", "scope", "total", "plan", "answers", "by_source",
      ]
    )
    #expect(kind.root.field("job")?.minValue == 2)
    #expect(kind.root.field("job")?.label.en == "job of the plan")
    let scope = try #require(kind.root.field("scope"))
    #expect(scope.type == .code("scope"))
    #expect(scope.derivedByJob == [2: "district", 11: "office"])
    #expect(!scope.isMismatchReported)
    #expect(scope.requirement == .only(jobs: [2], fromStage: "closed"))
    #expect(scope.clauses == ["J2 §4.2", "J11 §1"])
    #expect(scope.unknownCode == .notInList)
    #expect(kind.root.field("plan")?.type == .catalogue("plans"))
    #expect(kind.root.field("plan")?.unknownCode == nil)
    #expect(kind.root.field("stage")?.unknownCode == .unknownStage)
    #expect(kind.root.field("stage")?.defaultValue == .text("draft"))
    let answers = try #require(kind.root.field("answers"))
    #expect(answers.type == .list(.record("answer")))
    #expect((answers.minCount, answers.maxCount) == (1, 20))
    #expect(kind.root.field("by_source")?.type == .map(.money))
    #expect(kind.records["answer"]?.field("number")?.uniqueWithin == "to")
    #expect(kind.records["remark"]?.identity == ["id", "text"])
    #expect(kind.codeLists["stage"]?.isOrdered == true)
    #expect(set.stages.map(\.id) == ["draft", "closed"])
    #expect(kind.fields(onPath: "answers[].to")?.map(\.name) == ["answers", "to"])
    #expect(kind.fields(onPath: "answers.too") == nil)
  }

  @Test func tellsAllMistakesOfAKindAtOnce() throws {
    let loaded = try load(
      """
      krong: 1
      kind: plam
      title: {th: แผน, en: Plan}
      jobs: [2]
      types:
        line:
          element: {th: "ที่ {number} {nam}", en: "No {number} {nam}"}
          identity: [nam]
          fields:
            name: {type: text, label: {th: ชื่อ, en: name}}
            amount: {type: monney, label: {th: เงิน, en: amount}}
      fields:
        a: {type: text, label: {th: ก}}
        b: {type: text, min_value: 3, label: {th: ข, en: b}}
        c: {type: text, list: text, label: {th: ค, en: c}}
        d: {type: text, refers_to: remarks.ref, label: {th: ง, en: d}}
        e: {list: line, absent: empty, min: 1, label: {th: จ, en: e}}
        f: {list: text, min: 9, max: 3, label: {th: ฉ, en: f}}
        g: {type: {catalogue: plan}, label: {th: ช, en: g}}
        stage: {type: stage, default: drafd, label: {th: ช, en: g}}
      """
    )
    #expect(loaded.value == nil)
    #expect(
      loaded.diagnostics.map(line) == [
        "2:7+4 KIND-004 unknown kind of envelope.yaml “plam”",
        "6:3+4 KIND-022 the label of an element uses fields that may be blank, and there is no element_blank",
        "7:33+5 KIND-004 unknown field “nam”",
        "8:16+3 KIND-004 unknown field “nam”",
        "11:22+6 KIND-004 unknown type “monney”",
        "13:19+5 KIND-002 the key “en” is missing",
        "14:19+9 KIND-021 “min_value” does not apply to this field",
        "15:3+1 KIND-012 exactly one of these keys must be given: type, list, map",
        "17:3+1 KIND-012 an absent list cannot both count as empty (absent) and need entries (min)",
        "18:32+1 KIND-013 the range ends at 3, before it begins at 9",
        "19:25+4 KIND-004 unknown catalogue “plan”",
      ]
    )
  }

  @Test func tellsWhatOnlyTheWholeKindShows() throws {
    let loaded = try load(
      """
      krong: 1
      kind: plan
      title: {th: แผน, en: Plan}
      jobs: [2]
      types:
        scope: {codes: {district: {th: เขต, en: district}}}
      fields:
        d: {type: text, refers_to: remarks.ref, label: {th: ง, en: d}}
        scope: {type: scope, label: {th: ช, en: g}, derive: {by: job, values: {2: distric, 3: district}}}
        stage: {type: stage, default: drafd, required: {jobs: [3], from_stage: close}, label: {th: ช, en: g}}
      """
    )
    #expect(
      loaded.diagnostics.map(line) == [
        "8:30+11 KIND-020 this kind has no field “remarks.ref”",
        "9:77+7 KIND-004 unknown code of scope “distric”",
        "9:86+1 KIND-004 unknown job of this kind “3”",
        "10:33+5 KIND-004 unknown code of stage “drafd”",
        "10:57+1 KIND-004 unknown job of this kind “3”",
        "10:74+5 KIND-004 unknown stage “close”",
      ]
    )
    #expect(loaded.diagnostics[1].help?.en == "did you mean “district”? (allowed here: district)")
  }

  @Test func everyFileOfTheRulesLoads() throws {
    let set = try Repository.kinds()
    #expect(set.kinds.count == 11)
    #expect(set.stages.map(\.id).first == "draft")
    let plan = try #require(set["annual-action-plan"])
    #expect(plan.jobs == [2, 11, 20])
    #expect(plan.root.field("projects")?.type == .list(.record("project")))
  }

  @Test func everyCodeIsExplained() {
    for explanation in KindCodes.explanations {
      #expect(explanation.code.text.hasPrefix("KIND-"))
      #expect(!explanation.text.th.isEmpty && !explanation.text.en.isEmpty)
    }
  }
}
