public import Diagnostics

/// What `krong explain CODE` says about a diagnostic: cause and way out.
public struct CodeExplanation: Sendable {
  /// The code.
  public let code: DiagnosticCode
  /// The mistake in a few words.
  public let title: LocalizedText
  /// Cause and way out, one paragraph.
  public let text: LocalizedText
  /// What is wrong, and how it is written right, or a command to give; lines without a language.
  public let example: String?

  /// Makes an explanation.
  public init(
    _ code: DiagnosticCode,
    title: LocalizedText,
    text: LocalizedText,
    example: String? = nil
  ) {
    self.code = code
    self.title = title
    self.text = text
    self.example = example
  }
}

/// The codes of catalogues, with what to say about each.
public enum CatalogueCodes {
  /// All codes in order.
  public static let explanations: [CodeExplanation] = CodeExplanation.shape(.catalogue)
}

extension CodeExplanation {
  /// The explanations that all families of our own files share.
  package static func shape(_ family: CodeFamily) -> [CodeExplanation] {
    ShapeProblem.allCases.map { problem in
      let (title, text) = explanation(problem)
      return CodeExplanation(family.code(problem), title: title, text: text)
    }
  }

  private static func explanation(
    _ problem: ShapeProblem
  ) -> (title: LocalizedText, text: LocalizedText) {
    switch problem {
    case .unknownKey: unknownKey
    case .missingKey: missingKey
    case .wrongType: wrongType
    case .unknownName: unknownName
    case .noValue: noValue
    case .outOfBounds: outOfBounds
    case .placeholdersDiffer: placeholdersDiffer
    case .malformedPlaceholder: malformedPlaceholder
    case .givenTwice: givenTwice
    case .malformedName: malformedName
    case .wrongVersion: wrongVersion
    case .choice: choice
    case .reversedRange: reversedRange
    case .cutText: cutText
    case .malformedDate: malformedDate
    }
  }

  private typealias Words = (title: LocalizedText, text: LocalizedText)

  private static let unknownKey: Words = (
    LocalizedText(th: "คีย์ที่ไม่รู้จัก", en: "unknown key"),
    LocalizedText(
      th:
        "คีย์นี้ใช้ที่ตรงนี้ไม่ได้ อาจสะกดผิด ย่อหน้าผิดระดับ หรือเป็นส่วนท้ายของข้อความที่จุลภาคตัดไปในวงเล็บปีกกา แก้ชื่อคีย์ตามที่แนะนำ หรือใส่ข้อความทั้งหมดในเครื่องหมายคำพูด",
      en:
        "The key is not allowed at this place. It may be misspelt, indented to the wrong level, or the rest of a text that a comma has cut inside braces. Write the key that is suggested, or quote the whole text."
    )
  )
  private static let missingKey: Words = (
    LocalizedText(th: "ขาดคีย์ที่ต้องมี", en: "a key is missing"),
    LocalizedText(
      th: "ตรงนี้ต้องมีคีย์ดังกล่าวพร้อมค่า หากเขียนไว้แล้ว ให้ตรวจสอบการย่อหน้าว่าอยู่ในระดับเดียวกับคีย์อื่น",
      en:
        "The key must be given here, with a value. If it is in the file already, check that it is indented like its neighbours."
    )
  )
  private static let wrongType: Words = (
    LocalizedText(th: "ค่าผิดชนิด", en: "a value of the wrong type"),
    LocalizedText(
      th:
        "ค่าเป็นชนิดอื่นจากที่ต้องการ เช่น พบรายการในที่ของข้อความ YAML อ่าน [ ] เป็นรายการ { } เป็นกลุ่มคีย์ true และ false เป็นค่าจริงหรือเท็จ ถ้าต้องการข้อความ ให้ใส่เครื่องหมายคำพูด",
      en:
        "The value is of another type than expected, such as a list where a text belongs. YAML reads [ ] as a list, { } as a mapping, true and false as truth values; quote what is meant as text."
    )
  )
  private static let unknownName: Words = (
    LocalizedText(th: "ชื่อหรือรหัสที่ไม่รู้จัก", en: "unknown name or code"),
    LocalizedText(
      th: "ชื่อหรือรหัสนี้ไม่มีในรายการที่ใช้ได้ เลือกจากรายการที่แสดง หรือเพิ่มในทะเบียนหรือแฟ้มประเภทเรื่องก่อน",
      en:
        "The name or code is not in the list of those that can stand here. Choose one of the list, or add it to its catalogue or kind first."
    )
  )
  private static let noValue: Words = (
    LocalizedText(th: "ไม่มีค่า", en: "no value"),
    LocalizedText(
      th:
        "คีย์นี้ต้องมีค่า แต่ว่างอยู่ ข้อความที่ขึ้นต้นด้วย ! หรือ & ต้องใส่ในเครื่องหมายคำพูด เพราะ YAML ถือเป็นเครื่องหมายของตนเอง",
      en:
        "Something must stand here, and nothing does. A text that begins with ! or & must be quoted, because YAML takes those for signs of its own."
    )
  )
  private static let outOfBounds: Words = (
    LocalizedText(th: "ตัวเลขอยู่นอกช่วง", en: "a number out of bounds"),
    LocalizedText(
      th: "ตัวเลขนี้อยู่นอกช่วงที่ใช้ได้ ช่วงแสดงอยู่ในข้อความ ปีทุกปีในแฟ้มเป็น พ.ศ.",
      en:
        "The number is outside the bounds that the message names. Years in these files are Buddhist Era."
    )
  )
  private static let placeholdersDiffer: Words = (
    LocalizedText(th: "ช่องแทนค่าสองภาษาไม่ตรงกัน", en: "placeholders differ"),
    LocalizedText(
      th: "ข้อความภาษาไทยและอังกฤษต้องใช้ช่องแทนค่า {…} ชุดเดียวกัน เพื่อให้ผู้อ่านทั้งสองภาษาได้ข้อมูลเท่ากัน",
      en:
        "The Thai and the English text must use the same placeholders {…}, so that readers of both learn the same."
    )
  )
  private static let malformedPlaceholder: Words = (
    LocalizedText(th: "ช่องแทนค่าไม่ถูกรูป", en: "a malformed placeholder"),
    LocalizedText(
      th:
        "ในวงเล็บปีกกาใส่ได้เฉพาะชื่อหรือทางเดิน เช่น {field} {project.name} {plans|or} {count|channel|channels} การคำนวณให้ตั้งชื่อไว้ใน define ก่อน วงเล็บปีกกาเองเขียน {{ และ }}",
      en:
        "Braces hold a name or a path: {field} {project.name} {plans|or} {count|channel|channels}. Give a calculation a name in `define` first. A brace itself is written {{ or }}."
    )
  )
  private static let givenTwice: Words = (
    LocalizedText(th: "ซ้ำกัน", en: "given twice"),
    LocalizedText(
      th: "ชื่อหรือรหัสนี้ปรากฏสองแห่ง ทั้งที่ใช้ได้แห่งเดียว เหลือไว้แห่งเดียวหรือเปลี่ยนชื่อ",
      en:
        "The name or code occurs twice where it may occur once. Keep one of them, or rename the other."
    )
  )
  private static let malformedName: Words = (
    LocalizedText(th: "ชื่อไม่ถูกรูป", en: "a malformed name"),
    LocalizedText(
      th:
        "ชื่อใช้อักษรอังกฤษตัวเล็ก ตัวเลข และเครื่องหมายที่ข้อความระบุ รหัสเกณฑ์เป็นอักษรตัวใหญ่ ลงท้ายด้วยเลขสามหลัก เช่น J02-CMP-003",
      en:
        "Names are made of lower-case letters, digits and the signs that the message tells; rule ids of capital letters and a number of three digits, such as J02-CMP-003."
    )
  )
  private static let wrongVersion: Words = (
    LocalizedText(th: "รุ่นของรูปแบบแฟ้มไม่ตรง", en: "another version of the format"),
    LocalizedText(
      th: "แฟ้มขึ้นต้นด้วย krong: และรุ่นของรูปแบบ โปรแกรมนี้อ่านรุ่น 1 ใช้โปรแกรมรุ่นใหม่กว่า หรือแปลงแฟ้มเป็นรุ่น 1",
      en:
        "A file begins with `krong:` and the version of its format. This program reads version 1: use a newer program, or bring the file to version 1."
    )
  )
  private static let choice: Words = (
    LocalizedText(th: "คีย์ที่ต้องเลือกอย่างใดอย่างหนึ่ง", en: "keys of a choice"),
    LocalizedText(
      th: "คีย์เหล่านี้ต้องมีเพียงคีย์เดียว หรืออย่างน้อยหนึ่งคีย์ ตามที่ข้อความระบุ",
      en:
        "Of these keys exactly one, or at least one, must be given, as the message says."
    )
  )
  private static let reversedRange: Words = (
    LocalizedText(th: "ช่วงกลับหัวท้าย", en: "a reversed range"),
    LocalizedText(
      th: "ค่าสุดท้ายของช่วงอยู่ก่อนค่าแรก สลับค่าทั้งสองหรือแก้ค่าที่พิมพ์ผิด",
      en: "The range ends before it begins. Swap the two values, or correct the wrong one."
    )
  )
  private static let cutText: Words = (
    LocalizedText(th: "จุลภาคตัดข้อความ", en: "a text cut by a comma"),
    LocalizedText(
      th:
        "ในวงเล็บปีกกาหรือวงเล็บเหลี่ยม YAML ถือจุลภาคทุกตัวเป็นตัวคั่น แม้จะอยู่ในวงเล็บของนิพจน์ ใส่นิพจน์ทั้งหมดในเครื่องหมาย '…' หรือเขียนแต่ละคีย์บนบรรทัดของตนเองโดยไม่ใช้วงเล็บปีกกา",
      en:
        "Inside braces and brackets YAML takes every comma for a separator, even one between the brackets of an expression. Put the whole expression in '…', or write each key on a line of its own without braces."
    )
  )
  private static let malformedDate: Words = (
    LocalizedText(th: "วันที่ไม่ถูกรูป", en: "a malformed date"),
    LocalizedText(
      th: "วันที่ในแฟ้มเขียนเป็น ค.ศ. รูป ปปปป-ดด-วว เช่น 2025-06-30 และต้องมีอยู่จริงในปฏิทิน",
      en:
        "Dates in these files are written in C.E. as yyyy-mm-dd, such as 2025-06-30, and must exist in the calendar."
    )
  )
}
