import Catalogues
import Diagnostics
import DocumentReading

/// What the codes of JSON mean.
enum JSONPages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .jsonValue,
      title: LocalizedText(th: "ไม่มีค่า", en: "a value is missing"),
      text: LocalizedText(
        th: "ตรงนี้ควรมีค่า คือข้อความในเครื่องหมายคำพูดคู่ ตัวเลข true false null [ ] หรือ { }",
        en:
          "A value is expected here: a text in double quotes, a number, true, false, null, [ ] or { }."
      ),
      example: "{\"id\": plan-1}       ผิด (wrong)\n{\"id\": \"plan-1\"}     ถูก (right)"
    ),
    CodeExplanation(
      .jsonKey,
      title: LocalizedText(th: "คีย์ต้องอยู่ในเครื่องหมายคำพูดคู่", en: "a key needs double quotes"),
      text: LocalizedText(
        th: "คีย์ของ JSON เป็นข้อความในเครื่องหมายคำพูดคู่เสมอ เติมเครื่องหมาย",
        en: "A key of JSON is always a text in double quotes. Add them."
      ),
      example: "{id: \"plan-1\"}       ผิด (wrong)\n{\"id\": \"plan-1\"}     ถูก (right)"
    ),
    CodeExplanation(
      .jsonColon,
      title: LocalizedText(th: "ไม่มีเครื่องหมาย : หลังคีย์", en: "a key without its colon"),
      text: LocalizedText(
        th: "ระหว่างคีย์กับค่าต้องมีเครื่องหมาย : เติมให้ครบ",
        en: "Between a key and its value stands a colon. Add it."
      ),
      example: "{\"job\" 3}        ผิด (wrong)\n{\"job\": 3}       ถูก (right)"
    ),
    CodeExplanation(
      .jsonList,
      title: LocalizedText(th: "รายการใน [ ] ไม่ครบ", en: "a list in [ ] that is not whole"),
      text: LocalizedText(
        th: "รายการขาดเครื่องหมาย , ระหว่างค่า หรือขาดวงเล็บปิด เติมให้ครบ",
        en: "The list lacks a comma between two values or its closing bracket. Add it."
      ),
      example: "[2 3]        ผิด (wrong)\n[2, 3]       ถูก (right)"
    ),
    CodeExplanation(
      .jsonMap,
      title: LocalizedText(th: "กลุ่มข้อมูลใน { } ไม่ครบ", en: "a mapping in { } that is not whole"),
      text: LocalizedText(
        th: "กลุ่มข้อมูลขาดเครื่องหมาย , ระหว่างคู่ หรือขาดวงเล็บปิด เติมให้ครบ",
        en: "The mapping lacks a comma between two pairs or its closing brace. Add it."
      ),
      example:
        "{\"id\": \"plan-1\" \"job\": 3}        ผิด (wrong)\n{\"id\": \"plan-1\", \"job\": 3}       ถูก (right)"
    ),
    CodeExplanation(
      .jsonTrailingComma,
      title: LocalizedText(th: "เครื่องหมาย , เกิน", en: "a comma too many"),
      text: LocalizedText(
        th: "JSON ไม่มีเครื่องหมาย , หลังค่าสุดท้าย ลบออก",
        en: "In JSON no comma stands after the last value. Remove it."
      ),
      example: "[2, 3,]      ผิด (wrong)\n[2, 3]       ถูก (right)"
    ),
    CodeExplanation(
      .jsonOpenString,
      title: LocalizedText(th: "ไม่ได้ปิดเครื่องหมายคำพูด", en: "a quote that is not closed"),
      text: LocalizedText(
        th: "ข้อความที่เปิดด้วยเครื่องหมายคำพูดคู่ไม่มีเครื่องหมายปิด ใส่เครื่องหมายปิดที่ท้ายข้อความ",
        en:
          "A text begins with a double quote that is never closed. Put the closing quote at its end."
      ),
      example: "{\"id\": \"plan-1}       ผิด (wrong)\n{\"id\": \"plan-1\"}      ถูก (right)"
    ),
    CodeExplanation(
      .jsonControlCharacter,
      title: LocalizedText(th: "อักขระควบคุมในข้อความ", en: "a control character in a text"),
      text: LocalizedText(
        th: "ในข้อความของ JSON ห้ามมีการขึ้นบรรทัด แท็บ และอักขระควบคุมอื่น เขียนเป็นรหัส \\n \\t \\u0007",
        en: "Line feeds, tabs and other control characters may not stand in a text of JSON. Write "
          + "them as \\n, \\t, \\u0007."
      ),
      example: "{\"note\": \"บรรทัดที่หนึ่ง\\nบรรทัดที่สอง\"}"
    ),
    CodeExplanation(
      .jsonEscape,
      title: LocalizedText(th: "รหัสหลัง \\ ที่ไม่รู้จัก", en: "an unknown escape"),
      text: LocalizedText(
        th: "หลัง \\ มีได้เพียง \" \\ / b f n r t และ u กับเลขฐานสิบหกสี่ตัว เขียน \\\\ แทน \\",
        en:
          "After a backslash only \" \\ / b f n r t and u with four hexadecimal digits may stand. "
          + "Write \\\\ for a backslash."
      ),
      example: "\"C:\\plan\"       ผิด (wrong)\n\"C:\\\\plan\"      ถูก (right)"
    ),
    CodeExplanation(
      .jsonSurrogate,
      title: LocalizedText(th: "รหัสอักขระครึ่งคู่", en: "half a pair of code units"),
      text: LocalizedText(
        th: "รหัส \\uD800 ถึง \\uDFFF ต้องมาเป็นคู่ แฟ้มอาจถูกตัด หรือโปรแกรมที่เขียนแฟ้มผิด "
          + "เขียนอักขระนั้นตรง ๆ แทน",
        en:
          "The codes \\uD800 to \\uDFFF come in pairs. The text may have been cut, or the program "
          + "that wrote it is at fault. Write the character itself."
      ),
      example: "\"\\uD83D\"             ผิด (wrong)\n\"\\uD83D\\uDCC4\"       ถูก (right)"
    ),
    CodeExplanation(
      .jsonNumber,
      title: LocalizedText(th: "ตัวเลขไม่ถูกรูปแบบ", en: "a malformed number"),
      text: LocalizedText(
        th: "ตัวเลขของ JSON ไม่ขึ้นต้นด้วย 0 หรือ + ไม่มีจุลภาค และมีตัวเลขทั้งหน้าและหลังจุด",
        en: "Numbers of JSON begin with neither 0 nor +, have no commas, and have digits on both "
          + "sides of the point."
      ),
      example: "{\"budget\": 50,000}      ผิด (wrong)\n{\"budget\": 50000.00}    ถูก (right)"
    ),
    CodeExplanation(
      .jsonTextAfterEnd,
      title: LocalizedText(th: "มีข้อความหลังค่าจบ", en: "text after the end"),
      text: LocalizedText(
        th: "แฟ้ม .json มีค่าเดียว หลังค่านั้นมีข้อความต่อไม่ได้ ตรวจวงเล็บ "
          + "ถ้ามีหลายเรื่องให้ใช้แฟ้ม .ndjson ซึ่งมีเรื่องละบรรทัด",
        en:
          "A .json file holds one value, and nothing may follow it. Check the brackets; for several "
          + "submissions use an .ndjson file with one on each line."
      ),
      example: "{\"id\": \"plan-1\"}}      ผิด (wrong)\n{\"id\": \"plan-1\"}       ถูก (right)"
    ),
    CodeExplanation(
      .jsonEndOfFile,
      title: LocalizedText(th: "แฟ้มจบกลางคัน", en: "the file ends inside a value"),
      text: LocalizedText(
        th: "แฟ้มจบก่อนที่วงเล็บหรือเครื่องหมายคำพูดจะปิด แฟ้มอาจถูกตัดระหว่างส่ง ส่งใหม่ หรือปิดให้ครบ",
        en:
          "The file ends before its brackets or quotes are closed; it may have been cut on the way. "
          + "Send it again, or close them."
      ),
      example: "{\"id\": \"plan-1\", \"projects\": [       ผิด (wrong)"
    ),
  ]
}
