import Diagnostics
import SourceText

/// A mistake of JSON syntax, and its sentences.
enum JSONProblem {
  case value(UInt8)
  case keyWithoutQuotes
  case colon
  case commaOrBracket
  case commaOrBrace
  case trailingComma
  case openString
  case control
  case escape
  case surrogate
  case number
  case textAfterEnd
  case endOfFile

  func diagnostic(_ name: String, _ position: SourcePosition) -> Diagnostic {
    let parts = parts
    return Diagnostic(
      parts.code,
      .error,
      parts.message,
      at: Diagnostic.Place(file: name, position: position),
      help: parts.help
    )
  }

  private typealias Parts = (code: DiagnosticCode, message: LocalizedText, help: LocalizedText)

  private var parts: Parts {
    switch self {
    case .value(let byte): Self.valueParts(byte)
    case .openString, .control, .escape, .surrogate, .number: scalarParts
    default: structureParts
    }
  }

  private static func valueParts(_ byte: UInt8) -> Parts {
    let help =
      switch byte {
      case UInt8(ascii: "'"):
        LocalizedText(
          th: "JSON ใช้เครื่องหมายคำพูดคู่ \" เท่านั้น",
          en: "JSON has only double quotes"
        )
      case UInt8(ascii: "/"), UInt8(ascii: "#"):
        LocalizedText(th: "JSON ไม่มีหมายเหตุ ให้ลบออก", en: "JSON has no comments; delete it")
      case UInt8(ascii: "+"), UInt8(ascii: "."):
        LocalizedText(
          th: "ตัวเลขต้องขึ้นต้นด้วยตัวเลขหรือ -",
          en: "a number begins with a digit or -"
        )
      default:
        LocalizedText(
          th: "ค่าคือ \"ข้อความ\" ตัวเลข true false null [ ] หรือ { }",
          en: "a value is a \"text\", a number, true, false, null, [ ] or { }"
        )
      }
    return (
      .jsonValue, LocalizedText(th: "ตรงนี้ควรมีค่า", en: "a value is expected here"), help
    )
  }

  private var scalarParts: Parts {
    switch self {
    case .control:
      (
        .jsonControlCharacter,
        LocalizedText(
          th: "มีอักขระควบคุมอยู่ในข้อความ",
          en: "a control character stands in a text"
        ),
        LocalizedText(th: "ลบออก หรือเขียนเป็น \\u00..", en: "delete it, or write it as \\u00..")
      )
    case .escape:
      (
        .jsonEscape,
        LocalizedText(
          th: "หลัง \\ ต้องเป็น \" \\ / b f n r t หรือ u กับเลขฐานสิบหกสี่ตัว",
          en: "a backslash is followed by one of \" \\ / b f n r t, or by u and four hex digits"
        ),
        LocalizedText(th: "ใช้ \\\\ แทน \\", en: "write \\\\ for a backslash")
      )
    case .surrogate:
      (
        .jsonSurrogate,
        LocalizedText(
          th: "รหัส \\u นี้เป็นครึ่งเดียวของอักขระ",
          en: "this \\u is only half of a character"
        ),
        LocalizedText(
          th: "เขียนรหัสทั้งสองส่วน หรือพิมพ์อักขระนั้นโดยตรง",
          en: "write both halves, or the character itself"
        )
      )
    case .number:
      (
        .jsonNumber,
        LocalizedText(th: "รูปแบบตัวเลขไม่ถูกต้อง", en: "this is not a number of JSON"),
        LocalizedText(
          th: "ห้ามมี 0 นำหน้า และต้องมีตัวเลขทั้งหน้าและหลังจุด",
          en: "no zeros in front, and digits on both sides of the point"
        )
      )
    default:
      (
        .jsonOpenString,
        LocalizedText(
          th: "ข้อความไม่มีเครื่องหมาย \" ปิด",
          en: "a text is not closed with a double quote"
        ),
        LocalizedText(
          th: "เติม \" ปิดท้าย และเขียนการขึ้นบรรทัดใหม่เป็น \\n",
          en: "close it with \", and write a line break as \\n"
        )
      )
    }
  }

  private var structureParts: Parts {
    switch self {
    case .keyWithoutQuotes:
      (
        .jsonKey,
        LocalizedText(
          th: "ตรงนี้ควรเป็นคีย์ในเครื่องหมายคำพูดคู่",
          en: "a key in double quotes is expected here"
        ),
        LocalizedText(th: "เขียนเป็น \"คีย์\": ค่า", en: "write \"key\": value")
      )
    case .colon:
      (
        .jsonColon, LocalizedText(th: "หลังคีย์ต้องมี :", en: "a colon is expected after the key"),
        LocalizedText(th: "เขียนเป็น \"คีย์\": ค่า", en: "write \"key\": value")
      )
    case .commaOrBracket:
      (
        .jsonList,
        LocalizedText(
          th: "รายการใน [ ] ขาดเครื่องหมาย , หรือ ]",
          en: "a list in [ ] lacks a comma or its closing bracket"
        ),
        LocalizedText(th: "คั่นค่าด้วย , และปิดด้วย ]", en: "separate values with commas, close with ]")
      )
    case .commaOrBrace:
      (
        .jsonMap,
        LocalizedText(
          th: "กลุ่มข้อมูลใน { } ขาดเครื่องหมาย , หรือ }",
          en: "a mapping in { } lacks a comma or its closing brace"
        ),
        LocalizedText(th: "คั่นค่าด้วย , และปิดด้วย }", en: "separate entries with commas, close with }")
      )
    case .trailingComma:
      (
        .jsonTrailingComma,
        LocalizedText(
          th: "มี , เกินก่อนวงเล็บปิด",
          en: "there is a comma before the closing bracket"
        ),
        LocalizedText(th: "ลบ , นี้ออก", en: "delete it")
      )
    case .textAfterEnd:
      (
        .jsonTextAfterEnd,
        LocalizedText(
          th: "มีข้อความต่อท้ายหลังค่าจบแล้ว",
          en: "something follows after the end of the value"
        ),
        LocalizedText(
          th: "ลบออก หรือแยกเป็นบรรทัดละหนึ่งค่าในแฟ้ม .ndjson",
          en: "delete it, or put one value on each line of a file named .ndjson"
        )
      )
    default:
      (
        .jsonEndOfFile, LocalizedText(th: "แฟ้มจบก่อนที่ค่าจะครบ", en: "the file ends too early"),
        LocalizedText(
          th: "ตรวจว่าแฟ้มบันทึกครบ และปิดวงเล็บทุกตัวแล้ว",
          en: "check that it was saved completely and that every bracket is closed"
        )
      )
    }
  }
}
