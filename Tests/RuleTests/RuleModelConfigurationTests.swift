import Catalogues
import Diagnostics
import DocumentArena
import PlanValues
import RuleModel
import Testing

/// Offices, shared parameters, waivers, profiles.
@Suite struct RuleModelConfigurationTests {
  private func context() throws -> RuleContext { try RuleLoadingTests.context.get() }

  @Test func theOfficeOfTheRepositoryLoads() throws {
    for path in Repository.files(in: "Rules/offices") {
      let office = try OfficeLoader.load(Repository.document(path), in: context()).get()
      #expect(!office.name.th.isEmpty)
    }
  }

  @Test func readsAnOfficeWithItsParameters() throws {
    let office = try OfficeLoader.load(
      yaml(
        """
        krong: 1
        office: peo-x
        name: {th: สำนักงาน, en: Office}
        province: อุทัยธานี
        academic_year: 2568
        plan_editions:
          provincial-plan: [{id: พ.ศ. 2566-2570, from: 2566, until: 2570}]
          special-area-plan: []
        params:
          grace_days: 15
          J01-PRC-001.min_days_ahead: 7
          sectors: {2570: [education], 2569: [education, local]}
        """
      ),
      in: context()
    ).get()
    #expect(office.academicYear == 2568)
    #expect(office.planEditions.map(\.plan) == ["provincial-plan", "special-area-plan"])
    #expect(office.planEditions[1].editions.isEmpty)
    #expect(office.planEditions[0].editions.map(\.years) == [2566...2570])
    #expect(office.settings.map(\.name) == ["grace_days", "min_days_ahead", "sectors"])
    #expect(office.settings.map(\.rule) == [nil, "J01-PRC-001", nil])
    #expect(office.settings[2].byFiscalYear.map(\.year) == [2569, 2570])
  }

  @Test func tellsAllMistakesOfAnOffice() throws {
    let loaded = try OfficeLoader.load(
      yaml(
        """
        krong: 1
        office: peo-x
        name: {th: สำนักงาน}
        academic_year: 68
        plan_editions:
          provincal-plan: [{id: ก, from: 2566, until: 2570}]
          cluster-plan: [{id: ก, from: 2570, until: 2566}]
          regional-plan: []
        params:
          grace_day: 15
          how_min_chars: 0
          sectors: {2570: [educaton], 99: []}
          a.b.c: 1
        """
      ),
      in: context()
    )
    #expect(
      loaded.diagnostics.map(line) == [
        "3:1+4 CONF-002 the key “en” is missing",
        "4:16+2 CONF-006 68 is no year of the Buddhist era (2400 to 2700)",
        "6:3+14 CONF-004 unknown plan of the registry “provincal-plan”",
        "7:45+4 CONF-013 the range ends at 2566, before it begins at 2570",
        "10:3+9 CONF-004 unknown shared parameter “grace_day”",
        "11:18+1 CONF-006 0 is outside the bounds of the parameter (≥ 1, ≤ 500)",
        "12:20+8 CONF-004 unknown code of sector “educaton”",
        "12:31+2 CONF-006 “99” is no year (B.E.) (2400–2700)",
        "13:3+5 CONF-010 “a.b.c” names no parameter",
      ]
    )
  }

  @Test func valuesForSingleRulesAreCheckedAgainstTheRules() throws {
    let context = try context()
    let file = try yaml(
      """
      krong: 1
      office: peo-x
      name: {th: สำนักงาน, en: Office}
      params:
        J02-CMP-001.required_documents: [cover-leter]
        J02-CMP-001.documents: [cover-letter]
        J02-CMP-999.days: 1
      """
    )
    let office = try OfficeLoader.load(file, in: context).get()
    let rule = try RuleLoader.load(
      Repository.document("Rules/completeness/J02-CMP-001.yaml"),
      in: context,
      examples: .skipped
    ).get()
    let found = OfficeLoader.check(office.settings, of: file, against: [rule], in: context)
    #expect(
      found.map(line) == [
        "5:36+11 CONF-004 unknown code of document-type “cover-leter”",
        "6:3+21 CONF-004 unknown parameter of J02-CMP-001 “documents”",
        "7:3+16 CONF-004 unknown rule “J02-CMP-999”",
      ]
    )
  }

  @Test func aWaiverHoldsOnItsFirstAndItsLastDay() throws {
    let waivers = try WaiverLoader.load(
      yaml(
        """
        krong: 1
        waivers:
          - rule: J02-CMP-001
            subject: dp-01#projects[id=p2].indicators[name=ร้อยละ 1.5]
            parts: [cover-letter]
            reason: อยู่ระหว่างลงนาม
            approver: ศึกษาธิการจังหวัด
            from: 2025-06-01
            until: 2025-06-30
        """
      )
    ).get()
    let waiver = try #require(waivers.first)
    #expect(waiver.submission == "dp-01")
    #expect(
      waiver.element == [
        Waiver.Step(list: "projects", field: "id", value: "p2"),
        Waiver.Step(list: "indicators", field: "name", value: "ร้อยละ 1.5"),
      ]
    )
    let days = ["2025-05-31", "2025-06-01", "2025-06-30", "2025-07-01"]
    let held = try days.map { waiver.holds(on: try #require(CalendarDate(iso: $0))) }
    #expect(held == [false, true, true, false])
  }

  @Test func tellsAllMistakesOfWaivers() throws {
    let loaded = try WaiverLoader.load(
      yaml(
        """
        krong: 1
        waivers:
          - {rule: J02-CMP-1, subject: "#x", reason: ก, approver: ข, from: 2025-06-02, until: 2025-06-01}
          - {rule: J02-CMP-001, subject: "a#projects[2]", reason: ก, from: 2568-06-01, until: 1/6/2568}
        """
      )
    )
    #expect(
      loaded.diagnostics.map(line) == [
        "3:12+9 CONF-010 “J02-CMP-1” is no rule id",
        "3:32+4 CONF-010 “#x” names no submission or element",
        "3:87+10 CONF-013 the last day 2025-06-01 comes before the first, 2025-06-02",
        "4:5+1 CONF-002 the key “approver” is missing",
        "4:34+15 CONF-010 “a#projects[2]” names no submission or element",
        "4:68+10 CONF-015 “2568-06-01” is no date of the form yyyy-mm-dd (C.E.)",
        "4:87+8 CONF-015 “1/6/2568” is no date of the form yyyy-mm-dd (C.E.)",
      ]
    )
    #expect(loaded.diagnostics.last?.help?.en == "did you mean 2025-06-01?")
  }

  @Test func readsAProfile() throws {
    let profile = try ProfileLoader.load(
      yaml(
        """
        krong: 1
        profile: pre-check
        title: {th: ตรวจก่อนส่ง, en: Check before sending}
        extends: manual
        select: {stages: [draft], families: [alignment], basis: [text], clauses: [J2, J3 §5]}
        deselect: [J02-ALN-005]
        unscored: {severities: [info]}
        set: {J02-CMP-005: {severity: info, weight: 1, waivable: true}}
        params: {how_min_chars: 40}
        """
      ),
      in: context()
    ).get()
    #expect(profile.extends == "manual")
    #expect(profile.selection?.families == [.alignment])
    #expect(profile.selection?.clauses == ["J2", "J3 §5"])
    #expect(profile.deselection?.rules == ["J02-ALN-005"])
    #expect(profile.unscored?.severities == [.info])
    #expect(profile.changes.first?.severity == .info)
    #expect(profile.changes.first?.isWaivable == true)
    #expect(profile.settings.map(\.name) == ["how_min_chars"])
  }

  @Test func tellsAllMistakesOfAProfile() throws {
    let loaded = try ProfileLoader.load(
      yaml(
        """
        krong: 1
        profile: pre-check
        title: {th: ตรวจ, en: Check}
        select: {stages: [drafd], family: [alignment]}
        deselect: [j02]
        unscored: {severities: [low], clauses: [J2, J25, J2.4]}
        set: {J02-CMP-005: {severity: low, weight: 0}}
        """
      ),
      in: context()
    )
    #expect(
      loaded.diagnostics.map(line) == [
        "4:19+5 CONF-004 unknown stage “drafd”",
        "4:27+6 CONF-001 unknown key “family”",
        "5:12+3 CONF-010 “j02” is no rule id",
        "6:25+3 CONF-004 unknown severity “low”",
        "6:45+3 CONF-010 “J25” is no job or clause of the manual",
        "6:50+4 CONF-010 “J2.4” is no job or clause of the manual",
        "7:31+3 CONF-004 unknown severity “low”",
        "7:44+1 CONF-006 0 is not between 1 and 10",
      ]
    )
  }
}
