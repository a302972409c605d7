import Catalogues
import Diagnostics
import DocumentArena
import Krong
import SourceText
import Spreadsheets
import Submissions
import Testing
import WordDocuments

@testable import Intake

/// Values of forms of an office come with the cells in which they stand.
@Suite("Reading through a mapping") struct ReadingTests {
  private static func plan() -> Rows {
    var rows = Rows()
    rows.add(
      "หน้าปก",
      [
        ["รหัสเรื่อง", "aap-1"], ["ชื่อแผน", "แผน"], ["ปีงบประมาณ", "๒๕๗๐"],
        ["หน่วยงาน", "สพม. ตัวอย่าง"], ["งบประมาณรวม", .number("150000")],
      ]
    )
    rows.add(
      "โครงการ",
      [
        ["บัญชีโครงการ"],
        ["ที่", "โครงการ", "งบประมาณ (บาท)", "แหล่งเงิน", "เริ่ม", "ตัวชี้วัด", "ค่าเป้าหมาย", "หมายเหตุ"],
        [.number("1"), "ก", .number("100000"), "สพฐ.", .date("2026-11-01"), "ร้อยละ", "๘๐", "ดี"],
        [nil, nil, nil, nil, nil, "จำนวน", .number("12")],
        [.number("2"), "ข", "๕๐,๐๐๐", nil, "1 พ.ย. 2569", "ครั้ง", .number("3")],
        ["รวม", nil, .number("150000")],
      ]
    ) { sheet in
      sheet.merged = [
        CellRange(CellPlace(row: 3, column: 2), CellPlace(row: 4, column: 2)),
        CellRange(CellPlace(row: 3, column: 4), CellPlace(row: 5, column: 4)),
      ]
    }
    return rows
  }

  @Test("Rows, merged cells, Thai digits and the row of sums")
  func ownForm() throws {
    let result = try #require(try IntakeFixture.read("plan.xlsx", Self.plan().bytes))
    let document = try #require(result.document)
    func expect(_ path: String, _ text: String, _ cell: String) {
      let value = IntakeFixture.value(path, document)
      #expect(value?.text == text, "\(path)")
      #expect(value?.cell == cell, "\(path)")
    }
    expect("kind", "annual-action-plan", "")
    expect("fiscal_year", "๒๕๗๐", "หน้าปก!B3")
    expect("projects.0.name", "ก", "โครงการ!B3")
    expect("projects.0.indicators.1.name", "จำนวน", "โครงการ!F4")
    expect("projects.1.budget", "๕๐,๐๐๐", "โครงการ!C5")
    // The merged cell means all of its rows.
    expect("projects.1.budget_source", "สพฐ.", "โครงการ!D3")
    expect("projects.1.schedule.start", "1 พ.ย. 2569", "โครงการ!E5")
    #expect(document.child(of: document.root, "projects").map { document.count(of: $0) } == 2)
    let codes = result.diagnostics.map(\.code.text)
    #expect(codes.contains("MAP-033"))
    let unread = result.diagnostics.filter { $0.code.text == "MAP-034" }.map(\.place.file)
    #expect(unread == ["plan.xlsx › โครงการ!H2"])
  }

  // MARK: Tables as people make them

  private static let heads: [CellInput?] = [
    "ที่", "โครงการ", "งบประมาณ (บาท)", "แหล่งเงิน", "ผู้รับผิดชอบ", "กิจกรรม", "ตัวชี้วัด", "ค่าเป้าหมาย",
  ]

  private static func project(_ number: String?, _ name: String) -> [CellInput?] {
    [
      number.map { .number($0) }, .text(name), .number("100"), "สพฐ.", "กลุ่มนิเทศ", "อบรม", "ร้อยละ",
      "ร้อยละ 80",
    ]
  }

  /// The names of the projects of a table, and the texts that are said not to be read.
  private func read(
    _ table: [[CellInput?]],
    _ change: (inout SheetContent) -> Void = { _ in }
  ) throws -> (names: [String], told: [String], document: Document) {
    var rows = Rows()
    rows.add("โครงการ", [Self.heads] + table, change)
    let result = try IntakeFixture.read("p.xlsx", rows.bytes, mapping: "area-office-plan")
    let document = try #require(result?.document)
    let projects = document.child(of: document.root, "projects").map { document.children(of: $0) }
    let names = projects?.map { node in
      document.child(of: node, "name").map { document.text(of: $0) } ?? "–"
    }
    let told = result?.diagnostics.filter { $0.code.text == "MAP-042" }.map(\.message.th) ?? []
    return (names ?? [], told, document)
  }

  @Test("totals of groups end no table, wherever they stand")
  func totals() throws {
    let (one, two) = (Self.project("1", "หนึ่ง"), Self.project("2", "สอง"))
    let groups = try read([
      ["รวม", nil, .number("200")], ["กลยุทธ์ที่ 1"], one, ["รวมกลยุทธ์ที่ 1", nil, .number("100")],
      [nil, "กลยุทธ์ที่ 2"], two, ["รวมกลยุทธ์ที่ 2", nil, "100 บาท"], ["รวมทั้งสิ้น", nil, "๒๐๐"],
    ])
    #expect(groups.names == ["หนึ่ง", "สอง"])
    #expect(groups.told.count == 1 && groups.told[0].contains("“กลยุทธ์ที่ 2”"))
    // Across a blank row the numbers tell that the table goes on.
    let gap = try read([one, ["รวม", nil, .number("100")], [], two, Self.project("9", "อื่น")])
    #expect(gap.names == ["หนึ่ง", "สอง", "อื่น"])
    let other = try read([one, ["รวม", nil, .number("100")], [], Self.project("1", "สรุป")])
    #expect(other.names == ["หนึ่ง"] && other.told.count == 1)
  }

  @Test("a project whose name begins like a total is a project; what looks like a total is said")
  func namesLikeTotals() throws {
    let table = try read([
      Self.project("1", "ก่อน"), Self.project(nil, "รวมพลังครู"), [nil, "รวมใจ", .number("5")],
      Self.project("2", "หลัง"),
    ])
    #expect(table.names == ["ก่อน", "รวมพลังครู", "หลัง"])
    #expect(table.told.count == 1 && table.told[0].contains("“รวมใจ”"))
  }

  @Test("signatures, notes and repeated headings are no projects")
  func besideTheTable() throws {
    let table = try read([
      Self.project("1", "หนึ่ง"), [], Self.heads, Self.project("2", "สอง"), [],
      ["หมายเหตุ: ประมาณการ"],
      [nil, nil, nil, "ลงชื่อ ....... ผู้เสนอ"], [nil, nil, nil, "(นาย ก)"],
    ])
    #expect(table.names == ["หนึ่ง", "สอง"])
    #expect(table.told.count == 2 && table.told[0].contains("ลงชื่อ"))
  }

  @Test("a project goes on while its number is merged; a second value is said")
  func mergedNumber() throws {
    let table = try read([
      Self.project("1", "หนึ่ง"), [nil, nil, nil, nil, "กลุ่มแผน", "ประชุม"], Self.project("2", "สอง"),
    ]) { sheet in
      sheet.merged = [CellRange(CellPlace(row: 2, column: 1), CellPlace(row: 3, column: 1))]
    }
    #expect(table.names == ["หนึ่ง", "สอง"])
    #expect(table.told.count == 1 && table.told[0].contains("“กลุ่มแผน”"))
    #expect(IntakeFixture.value("projects.0.activities.1", table.document)?.text == "ประชุม")
  }

  @Test(
    "percentages typed as text are the number",
    arguments: ["ร้อยละ 80", "80%", "80 %", "๘๐%", "80"]
  )
  func percentages(text: String) throws {
    var row = Self.project("1", "หนึ่ง")
    row[7] = .text(text)
    let value = IntakeFixture.value("projects.0.indicators.0.target", try read([row]).document)?
      .text
    #expect(value == (text == "๘๐%" ? "๘๐" : "80"))
    // What is not only a percentage stays as it is, for the form to complain of.
    row[7] = "ร้อยละ 80 ของครู"
    let other = IntakeFixture.value("projects.0.indicators.0.target", try read([row]).document)?
      .text
    #expect(other == "ร้อยละ 80 ของครู")
  }

  @Test("a value that does not stand beside its label is said, not read")
  func valuesOfLabels() throws {
    var rows = Rows()
    rows.add(
      "หน้าปก",
      [
        ["ปีงบประมาณ", nil, .number("2570")], ["ชื่อแผน", "แผน ก", "(ชื่อเต็ม)"],
        ["หน่วยงาน", nil, "รหัสเรื่อง", "aap-1"],
        ["งบประมาณรวม"], [.number("5")],
      ]
    )
    rows.add("โครงการ", [Self.heads, Self.project("1", "หนึ่ง")])
    let result = try IntakeFixture.read("p.xlsx", rows.bytes, mapping: "area-office-plan")
    let document = try #require(result?.document)
    #expect(IntakeFixture.value("fiscal_year", document)?.text == "")
    #expect(IntakeFixture.value("title", document)?.text == "แผน ก")
    #expect(IntakeFixture.value("id", document)?.text == "aap-1")
    let told = result?.diagnostics.filter { $0.code.text == "MAP-043" } ?? []
    #expect(told.map(\.place.file) == ["p.xlsx › หน้าปก!A1", "p.xlsx › หน้าปก!A4"])
    #expect(told.first?.message.th.contains("“2570” ในเซลล์ C1") ?? false)
  }

  @Test("of a list that is too long a check reads as much as shows that it is")
  func longLists() throws {
    let rows = (1...20_050).map { "\($0),ก\($0),100,สพฐ." }
    let table = "ที่,โครงการ,งบประมาณ (บาท),แหล่งเงิน\n" + rows.joined(separator: "\n")
    for (heedsBounds, count) in [(true, 20_001), (false, 20_050)] {
      let result = try IntakeFixture.read(
        "plan.csv",
        Array(table.utf8),
        mapping: "area-office-plan",
        heedsBounds: heedsBounds
      )
      let document = try #require(result?.document)
      let projects = try #require(document.child(of: document.root, "projects"))
      #expect(document.count(of: projects) == count)
      guard heedsBounds else { continue }
      let rules = IntakeFixture.rules
      let read = SubmissionReader.read(document, kinds: rules.kinds, catalogues: rules.catalogues)
      #expect(read.structureFindings.map(\.code.rawValue) == ["STR-002"])
    }
  }

  @Test("The findings of form point at the cells")
  func findings() throws {
    let result = try #require(try IntakeFixture.read("plan.xlsx", Self.plan().bytes))
    let document = try #require(result.document)
    let rules = IntakeFixture.rules
    let read = SubmissionReader.read(document, kinds: rules.kinds, catalogues: rules.catalogues)
    let found = read.structureFindings.map { finding in
      "\(finding.code.rawValue) \(document.position(of: finding.node).map { document.scheme.spot($0) }!)"
    }
    #expect(found == ["STR-004 cell(sheet: \"โครงการ\", name: \"E5\")"])
  }

  @Test("A heading that is there gives its empty cells a place")
  func absentHasAPlace() throws {
    let result = try #require(try IntakeFixture.read("plan.xlsx", Self.plan().bytes))
    let document = try #require(result.document)
    #expect(IntakeFixture.value("projects.1.indicators.0.name", document)?.cell == "โครงการ!F5")
    let projects = try #require(document.child(of: document.root, "projects"))
    #expect(document.position(of: projects) != nil)
  }

  @Test("CSV: separators, quotes, TIS-620")
  func csv() throws {
    let text = "ชื่อโครงการ;งบประมาณ;ผู้รับผิดชอบ\r\n\"ก \"\"ข\"\"\nค\";๑๒๐,๐๐๐;กลุ่ม\r\n"
    let utf8 = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let thai = text.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x0E00 + 0xA0)
    }
    for (bytes, isOld) in [(utf8, false), (thai, true)] {
      let read = try IntakeFixture.read("แผน.csv", bytes, mapping: "area-office-plan")
      let result = try #require(read)
      let document = try #require(result.document)
      let name = IntakeFixture.value("projects.0.name", document)
      #expect(name?.text == "ก \"ข\"\nค")
      #expect(name?.cell == "แผน!A2")
      #expect(IntakeFixture.value("projects.0.budget", document)?.text == "๑๒๐,๐๐๐")
      #expect(result.diagnostics.contains { $0.code.text == "MAP-039" } == isOld)
    }
  }

  @Test("Damaged, old and falsely named files are refused with a code")
  func refused() throws {
    let cases: [(name: String, bytes: [UInt8], code: String)] = [
      ("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0], "PKG-002"),
      ("a.xlsx", Array("krong: 1".utf8), "PKG-001"),
      ("a.xlsx", Array(Self.plan().bytes.prefix(400)), "PKG-003"),
      ("a.csv", Array("a,\"b".utf8), "MAP-040"),
      ("a.csv", Array("a,b\n1,2\n".utf8), "MAP-030"),
    ]
    for (name, bytes, code) in cases {
      let error = #expect(throws: DiagnosticError.self) { try IntakeFixture.read(name, bytes) }
      #expect(error?.diagnostics.first?.code.text == code, "\(name)")
    }
  }

  @Test("A field that the kind does not have is refused, with the one that is meant")
  func wrongField() throws {
    let loaded = try IntakeFixture.mapping(
      """
      krong: 1
      mapping: own
      title: {th: ก, en: a}
      kind: annual-action-plan
      tables:
        - list: projects
          columns:
            nane: [ชื่อโครงการ]
            schedule: [ระยะเวลา]
      """
    )
    #expect(loaded.value == nil)
    #expect(loaded.diagnostics.map(\.code.text).prefix(2) == ["MAP-004", "MAP-021"])
    #expect(loaded.diagnostics.first?.help?.en.contains("“name”") ?? false)
    #expect(loaded.diagnostics.first?.place.position?.line == 8)
  }
}
