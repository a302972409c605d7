import Catalogues
import Diagnostics
import DocumentArena
import PlanValues
import Submissions
import Testing

@Suite struct SubmissionPlaceLabelTests {
  private static let text = """
    kind: annual-action-plan
    job: 2
    submitter: {name: ก}
    budget: {total: 5}
    process: [{step: received}, {date: 2025-01-01}]
    alignments: [{plan: nesdp, item: "1"}]
    projects:
      - {name: อบรมครู, budget: 5, activities: [a, b], schedule: {start: 2025-11-01}}
      - {budget: 6, indicators: [{name: ร้อยละ}, {target: 80}], ยอด: 5}
    """

  private func labels() throws -> (PlaceLabel, Document) {
    let document = try yaml(Self.text)
    let kinds = try SubmissionReaderTests.kinds.get()
    let catalogues = try SubmissionReaderTests.catalogues.get()
    let submission = SubmissionReader.read(document, kinds: kinds, catalogues: catalogues)
    return (PlaceLabel(submission, catalogues: catalogues), document)
  }

  private static func path(_ text: String) -> DocumentPath {
    var steps: [DocumentPath.Step] = []
    for piece in text.split(separator: ".") {
      let parts = piece.split(separator: "[")
      steps.append(.key(String(parts[0])))
      for part in parts.dropFirst() {
        if let index = Int(part.dropLast()) { steps.append(.index(index)) }
      }
    }
    return DocumentPath(steps)
  }

  @Test(arguments: [
    ("budget.total", "งบประมาณรวม", "total budget"),
    ("submitter.name", "ชื่อหน่วยงานผู้เสนอ", "name of the submitter"),
    ("projects[1].budget", "โครงการที่ 2 วงเงินงบประมาณ", "Project 2 project budget"),
    ("projects[1].objective", "โครงการที่ 2 วัตถุประสงค์", "Project 2 objective"),
    ("projects[7].objective", "โครงการที่ 8 วัตถุประสงค์", "Project 8 objective"),
    (
      "projects[1].indicators[1].target", "โครงการที่ 2 ตัวชี้วัดที่ 2 ค่าเป้าหมาย",
      "Project 2 Indicator 2 target value"
    ),
    (
      "projects[0].activities[1]", "โครงการที่ 1 กิจกรรมการดำเนินงาน ลำดับที่ 2",
      "Project 1 activities entry 2"
    ),
    ("projects[1].ยอด", "โครงการที่ 2 ยอด", "Project 2 ยอด"),
  ])
  func namesPlaces(_ place: (path: String, th: String, en: String)) throws {
    let (labels, _) = try labels()
    let label = labels.of(Self.path(place.path))
    #expect(label.th == place.th)
    #expect(label.en == place.en)
  }

  @Test func namesElementsInFullWhereTheyHaveAName() throws {
    let (labels, _) = try labels()
    #expect(labels.element(Self.path("projects[0]"))?.th == "โครงการที่ 1 “อบรมครู”")
    #expect(labels.element(Self.path("projects[1]"))?.th == "โครงการที่ 2")
    #expect(labels.element(Self.path("projects[0]"), .short)?.en == "Project 1")
    #expect(labels.element(Self.path("process[0]"))?.th == "ขั้นตอน “รับแผนจากสำนักงานเขตพื้นที่การศึกษา”")
    #expect(labels.element(Self.path("process[1]"))?.th == "ขั้นตอนลำดับที่ 2")
    #expect(
      labels.element(Self.path("alignments[0]"))?.en
        == "Alignment 1 “National Economic and Social Development Plan”"
    )
    #expect(labels.element(Self.path("projects")) == nil)
  }

  @Test func namesNodesAndTheWhole() throws {
    let (labels, document) = try labels()
    #expect(labels.of(document.root) == LocalizedText(th: "เรื่องนี้", en: "the submission"))
    let budget = try #require(
      document.child(of: document.root, "budget").flatMap { document.child(of: $0, "total") }
    )
    #expect(labels.of(budget).th == "งบประมาณรวม")
  }

  @Test(arguments: [
    ("2025-06-30", FieldType.date, "date 2025-06-30"),
    ("๒๐๒๕-๐๖-๓๐", .date, "date 2025-06-30"),
    ("30/06/2025", .date, "STR-002"),
    ("30/06/2568", .date, "STR-004"),
    ("๓๐ มิ.ย. ๒๕๖๘", .date, "STR-004"),
    ("2025-02-30", .date, "STR-002"),
    ("20250630", .date, "STR-002"),
    ("120,000.50", .money, "money 120,000.50"),
    ("๑๒๐,๐๐๐.๕๐ บาท", .money, "money 120,000.50"),
    ("120000.5", .money, "money 120,000.50"),
    ("1.005", .money, "STR-002"),
    ("สามแสน", .money, "STR-002"),
    ("92233720368547758080", .money, "STR-002"),
    ("40.5", .decimal, "decimal 40.5"),
    ("\"๔๐.๕\"", .decimal, "decimal 40.5"),
    ("0.0000001", .decimal, "STR-002"),
    (".inf", .decimal, "STR-002"),
    ("2569", .beYear, "int 2569"),
    ("๒๕๖๙", .beYear, "int 2569"),
    ("69", .beYear, "STR-002"),
    ("99999999999999999999", .int, "STR-002"),
    ("3.0", .int, "int 3"),
    ("3.5", .int, "STR-002"),
    ("true", .bool, "bool true"),
    ("FALSE", .bool, "bool false"),
    ("yes", .bool, "STR-002"),
    ("true", .text, "STR-002"),
    ("4.10", .text, "text 4.10"),
    ("\" - \"", .money, "blank"),
    ("\"–\"", .text, "blank"),
    ("~", .date, "blank"),
    ("{a: , b: [\"-\", {}]}", .text, "blank"),
    ("[x]", .text, "STR-002"),
  ])
  func readsValuesOfFields(_ row: (text: String, type: FieldType, value: String)) throws {
    let document = try yaml("x: " + row.text + "\n")
    let node = try #require(document.child(of: document.root, "x"))
    let shown: String
    switch FieldValue(node, as: row.type, in: document) {
    case .blank: shown = "blank"
    case .text(let text): shown = "text " + text
    case .int(let number): shown = "int \(number)"
    case .decimal(let number): shown = "decimal \(number)"
    case .money(let amount): shown = "money " + amount.formatted()
    case .date(let date): shown = "date \(date)"
    case .bool(let truth): shown = "bool \(truth)"
    case .unreadable(let code): shown = code.rawValue
    }
    #expect(shown == row.value)
  }
}
