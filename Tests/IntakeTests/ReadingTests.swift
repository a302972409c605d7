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
