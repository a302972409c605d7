import TestSupport
import Testing

@Suite("The office of a test", .enabled(if: Program.path != nil))
struct TestedOfficeTests {
  private static let submission = """
    {kind: annual-action-plan, job: 20, stage: submitted, fiscal_year: 2571,
      projects: [{id: P1, name: อ่านออกเขียนได้, owner: สพป. เขต 1}, {id: P2, name: ทักษะอาชีพ, owner: อาชีวศึกษาจังหวัด}]}
    """

  private func run(office: String) throws -> Program.Run {
    let folder = try TemporaryFolder()
    let cases = """
      krong: 1
      cases:
        - name: แผนไม่มีฉบับที่ใช้ในปีนั้น
          office: \(office)
          submission: \(Self.submission)
          expect: {J20-ALN-001: pass}

      """
    try folder.write("office.test.yaml", cases)
    try folder.write(
      "office.yaml",
      """
      krong: 1
      office: uti
      name: {th: ศธจ. ตัวอย่าง, en: Example office}
      plan_editions: {provincial-education-plan: [{id: ฉบับเดิม, from: 2566, until: 2570}]}

      """
    )
    return try Program.run(
      ["test", folder.path("office.test.yaml"), "--rules", "Rules", "--lang", "en"]
    )
  }

  @Test(
    "its editions of plans count",
    arguments: [
      "{plan_editions: {provincial-education-plan: [{id: ฉบับเดิม, from: 2566, until: 2570}]}}",
      "office.yaml",
    ]
  )
  func editions(office: String) throws {
    let run = try run(office: office)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("without editions a plan is in force in all years")
  func none() throws {
    let run = try run(office: "{province: อุทัยธานี}")
    #expect(run.status == 1)
    #expect(run.output.contains("J20-ALN-001"))
  }

  @Test("a plan that does not exist is told at its place, with what was meant")
  func misspelt() throws {
    let run = try run(
      office: "{plan_editions: {provincial-education-pan: [{id: ก, from: 2566, until: 2570}]}}"
    )
    #expect(run.status != 0)
    let told = run.output + run.errors
    #expect(told.contains("provincial-education-plan"), "\(told)")
    #expect(told.contains(":4:"), "\(told)")
  }
}
