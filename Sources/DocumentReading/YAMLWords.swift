import Diagnostics

/// The sentences for mistakes of YAML syntax: what is wrong and what to do about it.
struct YAMLWords {
  let code: DiagnosticCode
  let message: LocalizedText
  var help: LocalizedText?
  /// What the second place of libyaml's failure has to do with it, where that helps.
  var opening: LocalizedText?
  /// Whether the mistake is best shown at that second place, where the text in question begins.
  var isAtOpening = false

  private init(
    _ code: DiagnosticCode,
    th: String,
    en: String,
    help: LocalizedText? = nil,
    opening: LocalizedText? = nil,
    isAtOpening: Bool = false
  ) {
    self.code = code
    message = LocalizedText(th: th, en: en)
    self.help = help
    self.opening = opening
    self.isAtOpening = isAtOpening
  }

  static let outOfMemory = YAMLWords(
    .fileReadFailed,
    th: "หน่วยความจำไม่พอสำหรับอ่านแฟ้มนี้",
    en: "there is not enough memory to read the file"
  )

  static let controlCharacter = YAMLWords(
    .yamlControlCharacter,
    th: "มีอักขระควบคุมที่มองไม่เห็นอยู่ตรงนี้",
    en: "an invisible control character stands here",
    help: LocalizedText(th: "ลบอักขระนั้นออก", en: "delete it")
  )

  static let encoding = YAMLWords(
    .invalidEncoding,
    th: "ตรงนี้ไม่ใช่ข้อความ UTF-8 ที่ถูกต้อง",
    en: "this is not valid UTF-8 text",
    help: LocalizedText(
      th: "เปิดแฟ้มแล้วบันทึกใหม่โดยเลือกการเข้ารหัสเป็น UTF-8",
      en: "open the file and save it again with the encoding UTF-8"
    )
  )

  static let unexpectedColon = YAMLWords(
    .yamlUnexpectedColon,
    th: "เครื่องหมาย : ตรงนี้ทำให้เข้าใจว่าเริ่มค่าใหม่ ซึ่งเริ่มตรงนี้ไม่ได้",
    en: "this colon would start a value, and none can start here",
    help: LocalizedText(
      th: "ถ้า : เป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูดคร่อมข้อความทั้งหมด "
        + "ถ้าเป็นคีย์ ให้ขึ้นบรรทัดใหม่และย่อหน้าให้ตรงกัน",
      en: "if the colon belongs to the text, put the whole text in quotes; "
        + "if this is a key, give it a line of its own at the right indentation"
    )
  )

  static let tab = YAMLWords(
    .yamlTab,
    th: "ใช้แท็บย่อหน้า ซึ่ง YAML ไม่รับ",
    en: "a tab is used where YAML wants spaces",
    help: LocalizedText(th: "เปลี่ยนแท็บเป็นช่องว่าง", en: "replace the tab with spaces")
  )

  static let reservedCharacter = YAMLWords(
    .yamlReservedCharacter,
    th: "ข้อความขึ้นต้นด้วยอักขระนี้ไม่ได้ถ้าไม่ใส่เครื่องหมายคำพูด",
    en: "a text cannot begin with this character unless it is quoted",
    help: LocalizedText(
      th: "ใส่เครื่องหมายคำพูดคร่อมข้อความ",
      en: "put the text in quotes"
    )
  )

  static let missingColon = YAMLWords(
    .yamlMissingColon,
    th: "บรรทัดนี้ไม่มี : หลังคีย์",
    en: "this line has no colon after its key",
    help: LocalizedText(
      th: "เขียนเป็น คีย์: ค่า โดยเว้นวรรคหลัง : หรือย่อหน้าข้อความหลายบรรทัดให้ลึกกว่าคีย์",
      en: "write key: value with a space after the colon, or indent a text of several lines"
    ),
    isAtOpening: true
  )

  static let unclosedQuote = YAMLWords(
    .yamlUnclosedQuote,
    th: "ข้อความในเครื่องหมายคำพูดไม่มีเครื่องหมายปิด",
    en: "a quoted text is not closed",
    help: LocalizedText(
      th: "เติมเครื่องหมายคำพูดปิดท้ายข้อความ",
      en: "close it with the quote that it began with"
    ),
    isAtOpening: true
  )

  static let invalidEscape = YAMLWords(
    .yamlInvalidEscape,
    th: "เครื่องหมาย \\ ในข้อความตามด้วยอักขระที่ไม่มีความหมาย",
    en: "the backslash in this text is followed by something that YAML does not know",
    help: LocalizedText(
      th: "ใช้ \\\\ แทน \\ หรือใช้เครื่องหมายคำพูดเดี่ยว",
      en: "write \\\\ for a backslash, or use single quotes"
    )
  )

  static let flowList = YAMLWords(
    .yamlFlowList,
    th: "รายการใน [ ] ขาดเครื่องหมาย , หรือ ]",
    en: "a list in [ ] lacks a comma or its closing bracket",
    help: LocalizedText(
      th: "คั่นค่าด้วย , และปิดด้วย ]",
      en: "separate its values with commas and close it with ]"
    ),
    opening: LocalizedText(th: "เปิดด้วย [ ที่นี่", en: "opened with [ here")
  )

  static let flowMap = YAMLWords(
    .yamlFlowMap,
    th: "กลุ่มข้อมูลใน { } ขาดเครื่องหมาย , หรือ }",
    en: "a mapping in { } lacks a comma or its closing brace",
    help: LocalizedText(
      th: "คั่นค่าด้วย , และปิดด้วย } ข้อความที่มี , หรือ : ให้ใส่เครื่องหมายคำพูด",
      en:
        "separate its entries with commas and close it with }; quote texts that have , or : in them"
    ),
    opening: LocalizedText(th: "เปิดด้วย { ที่นี่", en: "opened with { here")
  )

  static let listIndentation = YAMLWords(
    .yamlIndentation,
    th: "ย่อหน้าของบรรทัดนี้ไม่ตรงกับรายการข้างบน",
    en: "the indentation of this line does not fit the list above it",
    help: LocalizedText(
      th: "จัดให้ - ตรงกับ - ของรายการเดียวกัน",
      en: "align it with the dashes of its list"
    ),
    opening: LocalizedText(th: "รายการเริ่มตรงนี้", en: "the list begins here")
  )

  static let textBehindClosing = YAMLWords(
    .yamlReservedCharacter,
    th: "หลังเครื่องหมายปิดในบรรทัดนี้ยังมีข้อความต่อ",
    en: "text goes on behind what closes in this line",
    help: LocalizedText(
      th:
        "ข้อความที่ขึ้นต้นด้วย { [ หรือเครื่องหมายคำพูด ต้องมีเครื่องหมายคำพูดคร่อมทั้งข้อความ เช่น \"{field} ยังไม่ได้ระบุ\" หรือ '\"ก\" == title'",
      en:
        "quote the whole of a text that begins with {, [ or a quote, such as \"{field} is missing\" or '\"a\" == title'"
    )
  )

  static let mapIndentation = YAMLWords(
    .yamlIndentation,
    th: "ย่อหน้าของบรรทัดนี้ไม่ตรงกับคีย์ข้างบน",
    en: "this line does not fit the keys above it",
    help: LocalizedText(
      th: "จัดให้ตรงกับคีย์ของกลุ่มเดียวกัน และตรวจเครื่องหมายคำพูดของบรรทัดก่อนหน้า",
      en: "align it with the keys of its mapping, and look at the quotes of the line before"
    ),
    opening: LocalizedText(th: "กลุ่มข้อมูลเริ่มตรงนี้", en: "the mapping begins here")
  )

  static let unexpectedDash = YAMLWords(
    .yamlUnexpectedDash,
    th: "เริ่มรายการด้วย - ตรงนี้ไม่ได้",
    en: "a list cannot begin with a dash here",
    help: LocalizedText(
      th: "ขึ้นบรรทัดใหม่ก่อน - หรือใส่เครื่องหมายคำพูดถ้าเป็นข้อความ",
      en: "start the dash on a line of its own, or quote a text that begins with a dash"
    )
  )

  static let stuckDash = YAMLWords(
    .yamlUnexpectedDash,
    th: "หลังขีด - ไม่มีช่องว่าง จึงไม่ได้เริ่มรายการ",
    en: "without a blank behind it the dash begins no entry of a list",
    help: LocalizedText(
      th: "เว้นหนึ่งช่องหลังขีด เช่น - id: p1",
      en: "put a blank behind the dash, as in - id: p1"
    )
  )

  static let missingValue = YAMLWords(
    .yamlMissingValue,
    th: "ตรงนี้ควรมีค่า",
    en: "a value is missing here",
    help: LocalizedText(
      th: "ใส่ค่า หรือใส่เครื่องหมายคำพูดคร่อมข้อความที่ขึ้นต้นด้วยเครื่องหมาย",
      en: "write a value, or quote a text that begins with a sign"
    )
  )

  static let documentStart = YAMLWords(
    .yamlDocumentStart,
    th: "มีข้อความต่อท้ายหลังเอกสารจบแล้ว",
    en: "something follows after the end of the document",
    help: LocalizedText(
      th: "ตรวจย่อหน้าของบรรทัดนี้ หรือคั่นเอกสารด้วย ---",
      en: "check the indentation of this line, or separate documents with ---"
    )
  )

  static let anchorName = YAMLWords(
    .yamlAnchorName,
    th: "เครื่องหมาย & หรือ * ต้องตามด้วยชื่อที่เป็นอักษร a-z ตัวเลข - หรือ _",
    en: "& and * must be followed by a name of letters a-z, digits, - or _",
    help: LocalizedText(
      th: "ถ้าเป็นข้อความ ให้ใส่เครื่องหมายคำพูด",
      en: "put it in quotes if it is a text"
    )
  )

  static let directive = YAMLWords(
    .yamlDirective,
    th: "บรรทัดที่ขึ้นต้นด้วย % ใช้ไม่ได้",
    en: "this line that begins with % cannot be used",
    help: LocalizedText(
      th: "ลบบรรทัดนี้ออก",
      en: "delete the line, or quote a text that begins with %"
    )
  )

  static let tag = YAMLWords(
    .yamlTagSyntax,
    th: "เครื่องหมาย ! ตรงนี้ไม่ใช่แท็กที่ถูกต้อง",
    en: "this ! begins no valid tag",
    help: LocalizedText(
      th: "ถ้าเป็นข้อความ ให้ใส่เครื่องหมายคำพูด",
      en: "put it in quotes if it is a text"
    )
  )

  static let blockHead = YAMLWords(
    .yamlBlockHead,
    th: "หลัง | หรือ > มีได้เพียง + - และตัวเลขย่อหน้า 1-9",
    en: "after | or > only +, - and an indentation from 1 to 9 may stand",
    help: LocalizedText(
      th: "เริ่มข้อความที่บรรทัดถัดไป",
      en: "begin the text on the next line"
    )
  )

  static func other(_ problem: String) -> YAMLWords {
    YAMLWords(
      .yamlSyntax,
      th: "รูปแบบ YAML ไม่ถูกต้อง (\(problem))",
      en: "this is not valid YAML (\(problem))"
    )
  }
}
