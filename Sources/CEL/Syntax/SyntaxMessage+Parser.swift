import Diagnostics

/// The messages of the parser.
extension SyntaxMessage {
  static let empty = LocalizedText(th: "นิพจน์ว่างเปล่า", en: "the expression is empty")

  static func tooLong(_ length: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      th: "นิพจน์ยาว \(length) ไบต์ เกินขีดจำกัด \(limit) ไบต์",
      en: "the expression has \(length) bytes; at most \(limit) are allowed"
    )
  }

  static func tooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(
      th: "นิพจน์ซ้อนกันลึกเกิน \(limit) ชั้น",
      en: "the expression is nested more than \(limit) levels deep"
    )
  }

  static let tooDeepHelp = LocalizedText(
    th: "ให้แบ่งเป็นหลายนิพจน์",
    en: "split it into several expressions"
  )

  static let nestedChoice = LocalizedText(
    th: "การเลือกที่ซ้อนอยู่ตรงกลางต้องอยู่ในวงเล็บ",
    en: "a choice in the middle of another choice needs brackets"
  )

  static let nestedChoiceHelp = LocalizedText(
    th: "ให้เขียน a ? (b ? c : d) : e",
    en: "write a ? (b ? c : d) : e"
  )

  static let choiceColon = LocalizedText(
    th: "เครื่องหมาย : ของการเลือก ? :",
    en: "the : of the choice ? :"
  )

  static let fieldName = LocalizedText(th: "ชื่อช่องข้อมูล", en: "the name of a field")
  static let name = LocalizedText(th: "ชื่อ", en: "a name")
  static let colon = LocalizedText(th: "เครื่องหมาย : กับค่า", en: "a : and a value")
  static let operand = LocalizedText(th: "ค่าหรือชื่อ", en: "a value or a name")
  static let operatorOrEnd = LocalizedText(
    th: "เครื่องหมายหรือจบนิพจน์",
    en: "an operator or the end of the expression"
  )

  static func closer(_ text: String) -> LocalizedText { LocalizedText(th: " \(text)", en: text) }

  static func endsEarly(expected: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: "นิพจน์จบก่อนครบ ขาด\(expected.th)",
      en: "the expression ends where \(expected.en) is expected"
    )
  }

  static func found(_ text: String, expected: LocalizedText) -> LocalizedText {
    LocalizedText(
      th: "พบ \(text) ในที่ที่ควรเป็น\(expected.th)",
      en: "found \(text) where \(expected.en) is expected"
    )
  }

  static func missingOperator(_ text: String) -> LocalizedText {
    LocalizedText(
      th: "ขาดเครื่องหมายหน้า \(text)",
      en: "an operator is missing before \(text)"
    )
  }

  static func neverClosed(_ opening: String) -> LocalizedText {
    LocalizedText(th: "วงเล็บ \(opening) นี้ไม่มีตัวปิด", en: "this \(opening) is never closed")
  }

  static func neverOpened(_ closing: String) -> LocalizedText {
    LocalizedText(th: "วงเล็บ \(closing) นี้ไม่มีตัวเปิด", en: "this \(closing) closes nothing")
  }

  static func wrongCloser(_ closing: String, opening: String) -> LocalizedText {
    LocalizedText(
      th: "\(closing) ปิดวงเล็บ \(opening) ไม่ได้",
      en: "\(closing) does not close \(opening)"
    )
  }

  static func remove(_ text: String) -> LocalizedText {
    LocalizedText(th: "ให้ลบ \(text) ออก", en: "remove \(text)")
  }

  static let commaNeeded = LocalizedText(
    th: "หลังชื่อตัวแปรให้เขียนจุลภาค เช่น .exists(x, …)",
    en: "write a comma after the variable, as in .exists(x, …)"
  )

  static func bracesInExpression(_ text: String) -> LocalizedText {
    LocalizedText(
      th: "วงเล็บปีกกาใช้ในข้อความเท่านั้น ในนิพจน์ให้เขียน \(text)",
      en: "braces belong in messages: write \(text)"
    )
  }

  static let listBrackets = LocalizedText(
    th: "รายการให้เขียนในวงเล็บ [ ]",
    en: "write a list between [ and ]"
  )

  static let throughList = LocalizedText(
    th: "ถ้าต้องการดูทีละรายการ ให้ใช้ .map(x, x.ชื่อช่อง) หรือ .all(x, …)",
    en: "to go through a list write .map(x, x.field) or .all(x, …)"
  )

  static let optionalField = LocalizedText(
    th: "ช่องที่อาจไม่มีให้เขียน a.?b",
    en: "a field that may be missing is written a.?b"
  )

  static let textWithValues = LocalizedText(
    th: "ให้ต่อข้อความด้วย + เช่น 'ปี ' + string(…)",
    en: "join texts with +, as in 'year ' + string(…)"
  )

  /// What stands between operands in other languages, by the word in small letters.
  static func infix(_ word: String) -> LocalizedText? {
    switch word {
    case "is", "equals", "equal", "eq": write("==")
    case "isnot", "ne", "neq", "xor": write("!=")
    case "gt": write(">")
    case "lt": write("<")
    case "ge", "gte": write(">=")
    case "le", "lte": write("<=")
    case "mod": write("%")
    case "div": write("/")
    case "plus": write("+")
    case "minus": write("-")
    case "between": write("a >= b && a <= c")
    case "starts", "begins", "startswith": write("a.startsWith(b)")
    case "ends", "endswith": write("a.endsWith(b)")
    case "includes", "contain", "contains": write("a.contains(b)")
    case "in": write("a in b")
    case "if", "when", "then": reservedHelp("if")
    default: nil
    }
  }

  static let trailingComma = LocalizedText(
    th: "มีจุลภาคเกินหลังค่าสุดท้าย",
    en: "there is a comma after the last argument"
  )

  static func keywordAsField(_ word: String) -> LocalizedText {
    LocalizedText(
      th: "\(word) เป็นคำของภาษา ใช้เป็นชื่อช่องข้อมูลหลังจุดไม่ได้",
      en: "\(word) is a word of the language and cannot follow a dot"
    )
  }

  static func reservedWord(_ word: String) -> LocalizedText {
    LocalizedText(
      th: "\(word) เป็นคำสงวน ใช้เป็นชื่อไม่ได้",
      en: "\(word) is reserved and cannot be a name"
    )
  }

  static func reservedHelp(_ word: String) -> LocalizedText? {
    switch word {
    case "if", "else":
      LocalizedText(
        th: "ให้เขียน เงื่อนไข ? ค่าเมื่อจริง : ค่าเมื่อเท็จ",
        en: "write condition ? value : value"
      )
    case "for", "while", "loop":
      LocalizedText(
        th: "ให้ใช้ all, exists, filter หรือ map กับรายการ",
        en: "use all, exists, filter or map on a list"
      )
    case "let", "var", "const":
      LocalizedText(
        th: "ให้ใช้ cel.bind(ชื่อ, ค่า, นิพจน์)",
        en: "use cel.bind(name, value, expression)"
      )
    default: nil
    }
  }

  static let quotedNameAlone = LocalizedText(
    th: "ชื่อในเครื่องหมาย ` ใช้ได้หลังจุดเท่านั้น",
    en: "a name between backticks can only follow a dot"
  )

  static func numberTooLarge(_ text: String) -> LocalizedText {
    LocalizedText(th: "ตัวเลข \(text) มีค่าเกินขอบเขต", en: "the number \(text) is out of range")
  }
}
