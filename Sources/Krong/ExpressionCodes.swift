import CEL
import Catalogues
import Diagnostics

/// The codes of expressions, with what to say about each.
enum ExpressionCodes {
  /// All codes in order.
  static let explanations: [CodeExplanation] = [
    CodeExplanation(
      .celCharacter,
      title: LocalizedText(th: "อักขระที่ไม่มีความหมายในนิพจน์", en: "a character without a meaning"),
      text: LocalizedText(
        th: "นิพจน์มีอักขระที่ CEL ไม่รู้จัก เช่น $ หรือ # ลบออก หรือใส่เครื่องหมายคำพูดครอบถ้าเป็นส่วนของข้อความ",
        en:
          "The expression holds a character that CEL does not know, such as $ or #. Take it out, or put quotes around it where it belongs to a text."
      )
    ),
    CodeExplanation(
      .celUnterminated,
      title: LocalizedText(th: "ข้อความที่ไม่ได้ปิดเครื่องหมายคำพูด", en: "a text that is not closed"),
      text: LocalizedText(
        th:
          "ข้อความเปิดด้วยเครื่องหมายคำพูดแล้วไม่มีเครื่องหมายปิดในบรรทัดเดียวกัน ใส่เครื่องหมายปิด หรือใช้สามตัวติดกันถ้าข้อความมีหลายบรรทัด",
        en:
          "A text begins with a quote and does not end on the same line. Close it, or use three quotes for a text of several lines."
      )
    ),
    CodeExplanation(
      .celEscape,
      title: LocalizedText(th: "เครื่องหมาย \\ ที่ CEL ไม่รู้จัก", en: "an escape that CEL does not have"),
      text: LocalizedText(
        th:
          "หลัง \\ ในข้อความเขียนได้เฉพาะ n t r \\ ' \" x u U และเลขฐานแปด ถ้าต้องการ \\ เองให้เขียน \\\\ หรือใช้ r'...' กับนิพจน์ปกติ",
        en:
          "After \\ in a text only n t r \\ ' \" x u U and octal digits may stand. Write \\\\ for the sign itself, or r'...' for regular expressions."
      )
    ),
    CodeExplanation(
      .celNumber,
      title: LocalizedText(
        th: "ตัวเลขที่เขียนผิดหรือใหญ่เกินไป",
        en: "a number that is malformed or too large"
      ),
      text: LocalizedText(
        th:
          "จำนวนเต็มอยู่ระหว่าง -9223372036854775808 กับ 9223372036854775807 เขียนด้วยเลข 0-9 ไม่มีจุลภาคคั่น เช่น 1250000 หรือ money(\"1,250,000.50\") สำหรับจำนวนเงิน",
        en:
          "Whole numbers lie between -9223372036854775808 and 9223372036854775807 and are written with the digits 0-9 and no commas, such as 1250000. Amounts are written money(\"1,250,000.50\")."
      )
    ),
    CodeExplanation(
      .celUnexpected,
      title: LocalizedText(th: "นิพจน์เขียนไม่ครบหรือมีส่วนเกิน", en: "something else was expected"),
      text: LocalizedText(
        th:
          "ตรงตำแหน่งนี้ควรเป็นอย่างอื่น เช่น ตัวดำเนินการระหว่างค่าสองค่า หรือค่าหลังตัวดำเนินการ ดูว่ามีอะไรหายไปหรือเกินมาก่อนตำแหน่งที่ชี้",
        en:
          "Something else belongs here, such as an operator between two values or a value after an operator. Look at what is missing or too much just before the place."
      )
    ),
    CodeExplanation(
      .celBracket,
      title: LocalizedText(th: "วงเล็บไม่ครบคู่", en: "brackets that do not pair"),
      text: LocalizedText(
        th: "วงเล็บเปิดทุกตัวต้องมีวงเล็บปิดชนิดเดียวกัน เพิ่มตัวที่ขาด หรือลบตัวที่เกิน",
        en:
          "Every opening bracket needs a closing one of the same kind. Add the one that is missing, or take out the one too many."
      )
    ),
    CodeExplanation(
      .celOperator,
      title: LocalizedText(th: "ตัวดำเนินการของภาษาอื่น", en: "an operator of another language"),
      text: LocalizedText(
        th: "CEL ใช้ == != && || ! และ ? : แทน = <> and or not if ใช้ตัวที่แนะนำ",
        en:
          "CEL writes == != && || ! and ? : where other languages have = <> and or not if. Use the one that is suggested."
      )
    ),
    CodeExplanation(
      .celReserved,
      title: LocalizedText(th: "คำสงวนใช้เป็นชื่อไม่ได้", en: "a reserved word used as a name"),
      text: LocalizedText(
        th: "คำนี้ CEL สงวนไว้ เช่น for if in let ใช้ชื่ออื่น หรืออ่านช่องข้อมูลด้วย [\"ชื่อ\"]",
        en:
          "CEL reserves this word, as for, if, in, let. Use another name, or read the field with [\"name\"]."
      )
    ),
    CodeExplanation(
      .celForeignName,
      title: LocalizedText(th: "ชื่อที่มีอักษรอื่นนอกจาก a-z", en: "a name with letters outside ASCII"),
      text: LocalizedText(
        th:
          "ชื่อในนิพจน์ใช้ได้เฉพาะ a-z A-Z 0-9 และ _ ถ้าเป็นข้อความภาษาไทยให้ใส่เครื่องหมายคำพูด ถ้าเป็นคีย์ภาษาไทยให้ใช้ [\"คีย์\"]",
        en:
          "Names in expressions are of a-z, A-Z, 0-9 and _. Put quotes around Thai text, and read a Thai key with [\"key\"]."
      )
    ),
    CodeExplanation(
      .celQuotes,
      title: LocalizedText(th: "เครื่องหมายคำพูดของโปรแกรมพิมพ์เอกสาร", en: "quotes of a word processor"),
      text: LocalizedText(
        th: "เครื่องหมาย “ ” ‘ ’ มาจากโปรแกรมพิมพ์เอกสาร ในนิพจน์ใช้ ' หรือ \" เท่านั้น",
        en: "The signs “ ” ‘ ’ come from a word processor. Expressions take ' and \" only."
      )
    ),
    CodeExplanation(
      .celEmpty,
      title: LocalizedText(th: "นิพจน์ว่าง", en: "an empty expression"),
      text: LocalizedText(
        th: "ตรงนี้ต้องมีนิพจน์ เขียนนิพจน์ หรือลบคีย์ออก",
        en: "An expression belongs here. Write one, or take the key out."
      )
    ),
    CodeExplanation(
      .celTooLong,
      title: LocalizedText(th: "นิพจน์ยาวเกินไป", en: "an expression that is too long"),
      text: LocalizedText(
        th: "นิพจน์หนึ่งยาวได้ 100,000 ไบต์ แยกเป็นหลายส่วนด้วย define",
        en: "An expression may have 100,000 bytes. Divide it with define."
      )
    ),
    CodeExplanation(
      .celTooDeep,
      title: LocalizedText(th: "นิพจน์ซ้อนกันลึกเกินไป", en: "an expression that is nested too deep"),
      text: LocalizedText(
        th: "วงเล็บ รายการ และการเรียกซ้อนกันได้ 250 ชั้น แยกเป็นหลายส่วนด้วย define",
        en: "Brackets, lists and calls may nest 250 deep. Divide the expression with define."
      )
    ),
    CodeExplanation(
      .celMacro,
      title: LocalizedText(th: "เรียกใช้ผิดแบบ", en: "a macro used in a way it does not allow"),
      text: LocalizedText(
        th:
          "คำเช่น all exists filter map และ has ต้องมีจำนวนและรูปแบบของส่วนในวงเล็บตามที่กำหนด เช่น projects.all(p, p.budget > 0) ซึ่ง p เป็นชื่อใหม่",
        en:
          "Macros such as all, exists, filter, map and has take a fixed number and form of arguments, as in projects.all(p, p.budget > 0), where p is a new name."
      )
    ),
    CodeExplanation(
      .celUnknownName,
      title: LocalizedText(th: "ชื่อที่ไม่รู้จัก", en: "an unknown name"),
      text: LocalizedText(
        th: "ไม่มีตัวแปรหรือช่องข้อมูลชื่อนี้ในที่นี้ ดูคำที่แนะนำ หรือดูช่องข้อมูลของประเภทเรื่อง",
        en:
          "Nothing here has this name. See the suggestion, or the fields of the kind of submission."
      )
    ),
    CodeExplanation(
      .celUnknownFunction,
      title: LocalizedText(th: "ฟังก์ชันที่ไม่รู้จัก", en: "an unknown function"),
      text: LocalizedText(
        th: "ไม่มีฟังก์ชันชื่อนี้ ดูคำที่แนะนำ หรือดูรายการฟังก์ชันในเอกสาร Expressions",
        en:
          "There is no function of this name. See the suggestion, or the list of functions in Expressions."
      )
    ),
    CodeExplanation(
      .celUnknownField,
      title: LocalizedText(th: "ช่องข้อมูลที่ระเบียนไม่มี", en: "a field that the record does not have"),
      text: LocalizedText(
        th: "ระเบียนนี้ไม่มีช่องข้อมูลชื่อนี้ อาจสะกดผิด หรือเป็นช่องของระเบียนอื่น ดูช่องที่มีในแฟ้มประเภทเรื่อง",
        en:
          "This record has no field of this name. It may be misspelt, or belong to another record; the file of the kind lists the fields."
      )
    ),
    CodeExplanation(
      .celNoOverload,
      title: LocalizedText(
        th: "ฟังก์ชันหรือตัวดำเนินการใช้กับค่าชนิดนี้ไม่ได้",
        en: "no form of the function takes these types"
      ),
      text: LocalizedText(
        th:
          "ฟังก์ชันหรือตัวดำเนินการนี้ใช้กับค่าชนิดนี้ไม่ได้ แปลงชนิดก่อน เช่น int() string() decimal() หรือเปรียบเทียบกับค่าชนิดเดียวกัน",
        en:
          "The function or operator does not take values of these types. Convert one first, with int(), string() or decimal(), or compare it with a value of its own type."
      )
    ),
    CodeExplanation(
      .celNoFields,
      title: LocalizedText(th: "ค่าที่ไม่มีช่องข้อมูล", en: "a value without fields"),
      text: LocalizedText(
        th: "เครื่องหมาย . ใช้กับระเบียนเท่านั้น ถ้าเป็นรายการให้เลือกหนึ่งรายการก่อนด้วย [0] หรือใช้ map(x, x.ช่อง)",
        en:
          "A dot follows a record only. Of a list take one element with [0], or all with map(x, x.field)."
      )
    ),
    CodeExplanation(
      .celNotIterable,
      title: LocalizedText(th: "ค่าที่ไม่ใช่รายการ", en: "neither a list nor a map"),
      text: LocalizedText(
        th: "all exists filter และ map ใช้กับรายการหรือแผนที่คีย์กับค่าเท่านั้น",
        en: "all, exists, filter and map go through a list or a map only."
      )
    ),
    CodeExplanation(
      .celTypeMismatch,
      title: LocalizedText(th: "ชนิดของค่าไม่ตรงกับที่ต้องการ", en: "a type other than the one needed"),
      text: LocalizedText(
        th: "ตรงนี้ต้องการค่าอีกชนิดหนึ่ง เช่น เงื่อนไขต้องเป็นจริงหรือเท็จ เติมการเปรียบเทียบ หรือแปลงชนิด",
        en:
          "A value of another type belongs here; a condition, for one, must be true or false. Add a comparison, or convert the value."
      )
    ),
    CodeExplanation(
      .celLiteral,
      title: LocalizedText(
        th: "ค่าคงที่ที่ฟังก์ชันรับไม่ได้",
        en: "a constant that the function can never accept"
      ),
      text: LocalizedText(
        th: "ค่าคงที่นี้อ่านเป็นนิพจน์ปกติ วันที่ ช่วงเวลา หรือจำนวนเงินไม่ได้ จึงผิดทุกครั้งที่คำนวณ แก้ค่าคงที่",
        en:
          "The constant cannot be read as a regular expression, date, duration or amount, so every evaluation would fail. Correct it."
      )
    ),
    CodeExplanation(
      .celMessage,
      title: LocalizedText(th: "ระเบียนที่เขียนในนิพจน์ไม่ได้", en: "a record that cannot be written"),
      text: LocalizedText(
        th: "นิพจน์สร้างระเบียนใหม่ไม่ได้ ใช้แผนที่ {\"คีย์\": ค่า} หรืออ่านระเบียนที่มีอยู่",
        en:
          "An expression cannot make a record. Use a map {\"key\": value}, or read a record that is there."
      )
    ),
    CodeExplanation(
      .expressionFails,
      title: LocalizedText(th: "คำนวณนิพจน์ไม่ได้", en: "an expression that could not be computed"),
      text: LocalizedText(
        th: "ระหว่างคำนวณเกิดข้อผิดพลาด เช่น หารด้วยศูนย์ ไม่มีคีย์ หรือใช้ขั้นเกินเพดาน ดูตำแหน่งที่ชี้และค่าของแต่ละส่วน",
        en:
          "Something failed while computing, such as a division by zero, a key that is not there, or more steps than allowed. See the place and the values of the parts."
      )
    ),
  ]
}
