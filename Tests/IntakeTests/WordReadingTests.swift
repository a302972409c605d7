import Diagnostics
import Testing

@testable import Intake

@Suite("Forms typed in Word")
struct WordReadingTests {
  /// The project of the fixture, whatever stands in front of it.
  private func expectProject(_ form: WordFixture) throws {
    var form = form
    for (heading, texts) in WordFixture.project {
      form.add(heading, style: "H1")
      for text in texts { form.add(text) }
    }
    let reading = try form.read()
    #expect(reading.value("title") == "พัฒนาคุณภาพผู้เรียน")
    #expect(reading.value("rationale") == "เหตุผล")
    #expect(reading.list("objectives") == ["เพื่อพัฒนา", "เพื่อยกระดับ"])
    #expect(reading.value("budget.total") == "120,000 บาท")
    #expect(reading.notes == [])
  }

  // MARK: Table of contents

  @Test("the table of contents that Word makes is no content")
  func contentsOfWord() throws {
    let entries = WordFixture.project.enumerated().map { index, section in
      let begin =
        index == 0
        ? WordFixture.field("begin", " TOC \\o \"1-3\" ") + WordFixture.field("separate") : ""
      let page =
        WordFixture.field("begin", " PAGEREF _Toc\(index) ") + WordFixture.field("separate")
        + WordFixture.run("\(index + 1)") + WordFixture.field("end")
      return WordFixture.paragraph(begin + WordFixture.run(section.heading + "\t") + page)
    }
    let end = WordFixture.paragraph(WordFixture.field("end"))
    var field = WordFixture()
    field.add("สารบัญ", style: "H1")
    field.add(xml: entries.joined() + end)
    try expectProject(field)

    var block = WordFixture()
    block.add(
      xml:
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
        + "<w:sdtContent>\(WordFixture.paragraph(WordFixture.run("สารบัญ"), style: "T"))\(entries.joined())\(end)</w:sdtContent></w:sdt>"
    )
    try expectProject(block)

    var styled = WordFixture()
    styled.add("สารบัญ")
    for (heading, _) in WordFixture.project { styled.add("\(heading) 3", style: "11") }
    try expectProject(styled)
  }

  @Test("a table of contents that never ends hides nothing")
  func openContents() throws {
    var form = WordFixture()
    form.add(
      xml: WordFixture.paragraph(
        WordFixture.field("begin", "TOC") + WordFixture.field("separate") + WordFixture.run("สารบัญ")
      )
    )
    try expectProject(form)
  }

  @Test("text behind the end of the table of contents is content")
  func behindContents() throws {
    var form = WordFixture()
    form.add(
      xml: WordFixture.paragraph(
        WordFixture.field("begin", "TOC") + WordFixture.field("separate")
          + WordFixture.run("หลักการและเหตุผล\t1")
      ) + WordFixture.paragraph(WordFixture.field("end") + WordFixture.run("ชื่อโครงการ: ก"))
    )
    form.add("หลักการและเหตุผล: ข")
    let reading = try form.read()
    #expect(reading.value("title") == "ก")
    #expect(reading.value("rationale") == "ข")
  }

  @Test(
    "a table of contents typed by hand is no content",
    arguments: ["\t", "........", " ..... ", "…\t"]
  )
  func typedContents(parting: String) throws {
    for hasTitle in [true, false] {
      var form = WordFixture()
      if hasTitle { form.add("สารบัญ") }
      if hasTitle { form.add("เรื่อง\tหน้า") }
      for (index, section) in WordFixture.project.enumerated() {
        form.add("\(section.heading)\(parting)\(index + 1)")
      }
      try expectProject(form)
    }
    var table = WordFixture()
    table.add("สารบัญ")
    let rows = WordFixture.project.enumerated().map { [$1.heading, "๑\($0)"] }
    table.add(table: [["เรื่อง", "หน้า"]] + rows)
    try expectProject(table)
  }

  @Test("a list of headings without pages in front is no content")
  func bareContents() throws {
    var form = WordFixture()
    for (heading, _) in WordFixture.project { form.add(heading) }
    try expectProject(form)
  }

  @Test("labels with numbers behind a tab are values")
  func labels() throws {
    var form = WordFixture()
    form.add("ชื่อโครงการ\tก")
    form.add("งานตามคู่มือ\t7")
    form.add("งบประมาณ\t500")
    form.add("ปีงบประมาณ พ.ศ.\t๒๕๗๐")
    let reading = try form.read()
    #expect(reading.value("job") == "7")
    #expect(reading.value("budget.total") == "500")
    #expect(reading.value("fiscal_year") == "๒๕๗๐")
  }

  // MARK: Lists of records

  @Test("indicators in paragraphs are read, and it is said what they lack")
  func indicatorsInParagraphs() throws {
    var form = WordFixture(WordFixture.project)
    form.add("5. ตัวชี้วัดความสำเร็จ", style: "H1")
    form.add("ตัวชี้วัดของโครงการมีดังนี้")
    form.add("เชิงปริมาณ")
    form.add("5.1 ร้อยละ 80 ของนักเรียนอ่านออก")
    form.add("80 คนเขียนได้")
    let reading = try form.read()
    #expect(reading.value("indicators.0.name") == "ร้อยละ 80 ของนักเรียนอ่านออก")
    #expect(reading.place("indicators.0.name") == "¶13")
    #expect(reading.value("indicators.1.name") == "80 คนเขียนได้")
    #expect(reading.value("indicators.2.name") == nil)
    #expect(reading.notes == ["MAP-044 a.docx › ¶ 13"])
    let note = try #require(reading.result.diagnostics.last)
    #expect(note.message.th.contains("“ค่าเป้าหมาย”") && !note.message.th.contains("หน่วยนับ"))
  }

  @Test("indicators beside their label are read", arguments: ["ตัวชี้วัด : ", "ตัวชี้วัด\t", "ตัวชี้วัด  "])
  func indicatorsBesideLabel(label: String) throws {
    var form = WordFixture(WordFixture.project)
    form.add("\(label)ร้อยละ 80")
    let line = try form.read()
    #expect(line.value("indicators.0.name") == "ร้อยละ 80")
    #expect(line.result.diagnostics.last?.message.th.contains("“ตัวชี้วัด” ไม่มีตาราง") ?? false)
    var table = WordFixture()
    table.add(table: [["ชื่อโครงการ", "ก"], ["ตัวชี้วัด", "1. ร้อยละ 80\n2. ร้อยละ 90"]])
    let reading = try table.read()
    #expect(reading.value("indicators.1.name") == "ร้อยละ 90")
    #expect(reading.place("indicators.1.name") == "T1:2:2")
  }

  @Test("text beside a table of indicators is told")
  func textBesideTable() throws {
    var form = WordFixture(WordFixture.project)
    form.add("5. ตัวชี้วัดความสำเร็จ", style: "H1")
    form.add("ตัวชี้วัดของโครงการมีดังนี้")
    form.add(table: [["ตัวชี้วัด", "ค่าเป้าหมาย"], ["ครูผ่านเกณฑ์", "40"]])
    form.add("ร้อยละ 80 ของนักเรียนอ่านออก")
    let reading = try form.read()
    #expect(reading.value("indicators.0.target") == "40")
    #expect(reading.notes == ["MAP-045 a.docx › ¶ 12"])
  }

  @Test("activities are read from a table as from lines")
  func activities() throws {
    let table = [
      ["ที่", "กิจกรรม", "ระยะเวลา"], ["1", "ประชุม", "ต.ค. 69"], ["2", "อบรม", "พ.ย. 69"],
    ]
    var form = WordFixture()
    form.add("วิธีดำเนินการ", style: "H1")
    form.add("มีขั้นตอนดังนี้")
    form.add(table: table)
    let reading = try form.read()
    #expect(reading.list("activities") == ["ประชุม", "อบรม"])
    #expect(reading.place("activities.1") == "T1:3:2")
    #expect(reading.notes == [])

    var lines = WordFixture([("วิธีดำเนินการ", ["1. ประชุม", "2. อบรม"])])
    #expect(try lines.read().list("activities") == ["ประชุม", "อบรม"])
    #expect(try lines.read().notes == [])
    lines.add(table: [["ต.ค.", "พ.ย."], ["/", "/"]])
    let both = try lines.read()
    #expect(both.list("activities") == ["ประชุม", "อบรม"])
    #expect(both.result.diagnostics.contains { $0.message.th.contains("ตารางใต้หัวข้อ “วิธีดำเนินการ”") })
  }

  @Test("a table where text is expected is told, once")
  func tableBesideText() throws {
    var form = WordFixture([("งบประมาณ", ["120,000 บาท"])])
    form.add(table: [["รายการ", "จำนวนเงิน"], ["ค่าวิทยากร", "120,000"]])
    form.add("ระยะเวลาดำเนินการ", style: "H1")
    form.add(table: [["ขั้น", "เดือน"], ["ประชุม", "ต.ค."]])
    let reading = try form.read()
    #expect(reading.value("budget.total") == "120,000 บาท")
    #expect(reading.notes == ["MAP-045 a.docx", "MAP-045 a.docx"])
  }

  @Test("what follows the last heading is no indicator")
  func behindIndicators() throws {
    var form = WordFixture()
    form.add("1. ชื่อโครงการ")
    form.add("ก")
    form.add("2. ตัวชี้วัด")
    form.add("1. ร้อยละ 80")
    form.add("2. ร้อยละ 90")
    form.add("3. ร้อยละ 95")
    form.add("3. ผลที่คาดว่าจะได้รับ")
    form.add("ดีขึ้น")
    form.add("ลงชื่อ..........ผู้เสนอโครงการ")
    let reading = try form.read()
    #expect(
      (0...3).map { reading.value("indicators.\($0).name") } == [
        "ร้อยละ 80", "ร้อยละ 90", "ร้อยละ 95", nil,
      ]
    )
    #expect(reading.notes == ["MAP-034 a.docx › ¶ 7", "MAP-044 a.docx › ¶ 4"])

    var signed = WordFixture(WordFixture.project)
    signed.add("ลงชื่อ..........ผู้เสนอโครงการ")
    #expect(try signed.read().value("budget.total") == "120,000 บาท")
  }

  // MARK: Outline

  @Test("a heading of a lower level stays inside its section")
  func subHeadings() throws {
    var form = WordFixture()
    form.add("6. วัตถุประสงค์", style: "H1")
    form.add("วัตถุประสงค์ทั่วไป", style: "H2")
    form.add("6.1 เพื่อพัฒนา")
    form.add("วัตถุประสงค์ของโครงการ", style: "H2")
    form.add("6.2 เพื่อยกระดับ")
    form.add("เพื่อขยายผล", style: "H2")
    form.add("7. หลักการและเหตุผล", style: "H1")
    form.add("ความเป็นมา", style: "H2")
    form.add("เหตุผล")
    form.add("8. ผลที่คาดว่าจะได้รับ", style: "H1")
    form.add("ดีขึ้น")
    let reading = try form.read()
    #expect(reading.list("objectives") == ["เพื่อพัฒนา", "เพื่อยกระดับ", "เพื่อขยายผล"])
    #expect(reading.value("rationale") == "ความเป็นมา\nเหตุผล")
    #expect(reading.notes == ["MAP-034 a.docx › ¶ 10"])
  }

  @Test("a title with its text on the line has no sections inside")
  func titleOnLine() throws {
    var form = WordFixture()
    form.add("โครงการ พัฒนาคุณภาพผู้เรียน", style: "H1")
    form.add("ความนำ", style: "H2")
    form.add("ยาว")
    let reading = try form.read()
    #expect(reading.value("title") == "พัฒนาคุณภาพผู้เรียน")
    #expect(reading.notes == ["MAP-034 a.docx › ¶ 2"])
  }

  @Test("a line of text that begins like a heading of the outline is text")
  func textLikeHeading() throws {
    var form = WordFixture()
    form.add("งบประมาณ: 90,000 บาท")
    form.add("หลักการและเหตุผล", style: "H1")
    form.add("เหตุผล")
    form.add("วัตถุประสงค์: เพื่อชาติ")
    form.add("วัตถุประสงค์", style: "H1")
    form.add("เพื่อพัฒนา")
    let reading = try form.read()
    #expect(reading.value("rationale") == "เหตุผล\nวัตถุประสงค์: เพื่อชาติ")
    #expect(reading.list("objectives") == ["เพื่อพัฒนา"])
    #expect(reading.value("budget.total") == "90,000 บาท")
    #expect(reading.notes == [])
  }

  @Test("days in a list are no numbers of sections")
  func daysInList() throws {
    var form = WordFixture()
    form.add("8 วิธีดำเนินการ")
    form.add("9 มีนาคม 2570 ประชุม")
    #expect(try form.read().list("activities").count == 1)
  }

  // MARK: Several forms

  @Test("a second form in the file is told, and not mixed with the first")
  func twice() throws {
    var form = WordFixture(WordFixture.project)
    form.add("1. ชื่อโครงการ", style: "H1")
    form.add("โครงการที่สอง")
    form.add("2. กลุ่มเป้าหมาย", style: "H1")
    form.add("ครู")
    let reading = try form.read()
    #expect(reading.value("title") == "พัฒนาคุณภาพผู้เรียน")
    #expect(reading.value("target_group") == nil)
    #expect(reading.notes == ["MAP-046 a.docx › ¶ 10"])
    #expect(reading.result.diagnostics.last?.message.th.contains("แบบอีกชุด") ?? false)

    var tables = WordFixture()
    tables.add(table: [["ชื่อโครงการ", "ก"], ["งบประมาณ", "1 บาท"]])
    tables.add(table: [["ชื่อโครงการ", "ข"], ["งบประมาณ", "2 บาท"]])
    let second = try tables.read()
    #expect(second.value("budget.total") == "1 บาท")
    #expect(second.notes == ["MAP-046 a.docx"])
    #expect(second.result.diagnostics.last?.message.th.contains("ตารางที่ 2 แถว 1") ?? false)
  }

  @Test("a heading that says the same again, on the cover, is no second form")
  func cover() throws {
    var form = WordFixture()
    form.add("ชื่อโครงการ: พัฒนาคุณภาพผู้เรียน")
    try expectProject(form)
  }

  @Test("the row of headings of a table is no label")
  func rowOfHeadings() throws {
    var form = WordFixture(WordFixture.project)
    form.add("5. ตัวชี้วัดความสำเร็จ", style: "H1")
    form.add(table: [["ตัวชี้วัด", "ค่าเป้าหมาย"], ["ครูผ่านเกณฑ์", "40"]])
    let reading = try form.read()
    #expect(reading.value("indicators.0.name") == "ครูผ่านเกณฑ์")
    #expect(reading.value("indicators.0.target") == "40")
    #expect(reading.notes == [])
  }

  // MARK: Values

  @Test("a table inside a cell leaves no tabs and blank lines")
  func nestedTable() throws {
    var form = WordFixture()
    let inner =
      "<w:tbl><w:tr><w:tc>\(WordFixture.cell("ซ้อน"))</w:tc><w:tc><w:p/></w:tc></w:tr>"
      + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
      + "<w:tr><w:tc>\(WordFixture.cell("ใน"))</w:tc><w:tc>\(WordFixture.cell("ตาราง"))</w:tc></w:tr></w:tbl><w:p/>"
    form.add("ตัวชี้วัด", style: "H1")
    form.add(table: [
      ["ตัวชี้วัด", "ค่าเป้าหมาย"], [WordFixture.cell("ครูผ่านเกณฑ์") + inner, "40"],
    ])
    #expect(try form.read().value("indicators.0.name") == "ครูผ่านเกณฑ์\nซ้อน\nใน ตาราง")
  }

  @Test(
    "words in front of days are no part of them",
    arguments: [
      "ตั้งแต่วันที่ 1 ต.ค. 2569 ถึงวันที่ 30 ก.ย. 2570", "ระหว่างวันที่ 1 ต.ค. 2569 – วันที่ 30 ก.ย. 2570",
      "เริ่มตั้งแต่ 1 ต.ค. 2569 จนถึง 30 ก.ย. 2570", "1 ต.ค. 2569 ถึง 30 ก.ย. 2570 (12 เดือน)",
    ]
  )
  func days(text: String) throws {
    let reading = try WordFixture([("ระยะเวลาดำเนินการ", [text])]).read()
    #expect(reading.value("schedule.start") == "1 ต.ค. 2569")
    #expect(reading.value("schedule.end") == "30 ก.ย. 2570")
  }

  @Test("what is no day stays as it stands")
  func noDay() throws {
    let text = "ตั้งแต่ภาคเรียนที่ 1 ถึงภาคเรียนที่ 2"
    let reading = try WordFixture([("ระยะเวลาดำเนินการ", [text])]).read()
    #expect(reading.value("schedule.start") == "ตั้งแต่ภาคเรียนที่ 1")
  }

  @Test(
    "an amount is read where there is one and no doubt",
    arguments: [
      ("รวมทั้งสิ้น 120,000 บาท (หนึ่งแสนสองหมื่นบาทถ้วน)", "120,000 บาท"),
      ("จำนวนเงิน ๑๒๐,๐๐๐ บาท", "๑๒๐,๐๐๐ บาท"), ("งบประมาณทั้งสิ้น: 120,000.- บาท", "120,000.- บาท"),
      ("120,000 บาท (หนึ่งแสนสองหมื่นบาทถ้วน)", "120,000 บาท"),
      ("รวมเป็นเงินทั้งสิ้น 1,250.50 บาท", "1,250.50 บาท"), ("จำนวน 4 รุ่น รุ่นละ 30,000 บาท", nil),
      ("คนละ 500 บาท", nil), ("ไม่เกิน 120,000 บาท", nil), ("รวม 4 รุ่น", nil), ("รวม 120,000", nil),
      ("120,000 บาท (ไม่รวมค่าอาหาร)", nil), ("120,000 บาท (20,000 บาท)", nil),
      ("รวม 120,000 บาท\nค่าอาหาร 20,000 บาท", nil),
    ] as [(String, String?)]
  )
  func amounts(text: String, amount: String?) throws {
    let reading = try WordFixture([("งบประมาณ", text.split(separator: "\n").map(String.init))])
      .read()
    #expect(reading.value("budget.total") == amount ?? text)
  }
}
