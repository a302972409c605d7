import Catalogues
import Diagnostics

/// The codes of what is read and converted.
extension IntakeCodes {
  static let reading: [CodeExplanation] = [
    page(
      .columnNotRead,
      ("คอลัมน์ที่ไม่ได้อ่าน", "a column that was not read"),
      (
        "คอลัมน์นี้มีข้อมูล แต่หัวคอลัมน์ไม่ตรงกับช่องใดของการจับคู่ ข้อมูลจึงไม่ได้รับการตรวจ แก้หัวคอลัมน์ หรือเพิ่มในการจับคู่",
        "The column holds something, but its heading fits no field of the mapping, so it was not checked. Mend the heading, or add it to the mapping."
      ),
      "columns:\n  budget: {heading: [งบประมาณ, \"วงเงิน (บาท)\"]}"
    ),
    page(
      .headingMissing,
      ("ไม่พบหัวข้อ", "a heading that is not there"),
      (
        "ไม่พบแผ่นงาน หัวคอลัมน์ หรือหัวข้อที่การจับคู่ระบุไว้ ช่องข้อมูลนั้นจึงถือว่าไม่ได้กรอก เติมหัวข้อให้ตรงตามแบบ หรือเพิ่มชื่อที่ใช้ในการจับคู่",
        "A sheet, a heading of a column or a heading that the mapping names is not there, so the field counts as left out. Put the heading in as the form has it, or add the one in use to the mapping."
      ),
      "columns:\n  name: {heading: [ชื่อโครงการ, โครงการ]}"
    ),
    page(
      .formulaNotComputed,
      ("สูตรที่ยังไม่ได้คำนวณ", "a formula that was never computed"),
      (
        "โปรแกรมที่สร้างแฟ้มเขียนสูตรไว้โดยไม่ได้คำนวณค่า จึงไม่รู้ค่าของเซลล์ เปิดแฟ้มด้วย Excel แล้วบันทึก จากนั้นตรวจใหม่",
        "The program that made the file wrote the formula without its value, so the value of the cell is not known. Open the file in Excel, save it, and check again."
      ),
      "=SUM(D5:D20)"
    ),
    page(
      .cellFailed,
      ("เซลล์ที่แสดงข้อผิดพลาด", "a cell that shows an error"),
      (
        "สูตรในเซลล์ให้ผลเป็นข้อผิดพลาด เช่น #DIV/0! หรือ #REF! แก้สูตรหรือพิมพ์ค่าแทน",
        "The formula in the cell comes to an error such as #DIV/0! or #REF!. Mend the formula, or type the value."
      ),
      "=D5/D6"
    ),
    page(
      .hiddenRead,
      ("อ่านส่วนที่ซ่อนไว้ด้วย", "something hidden was read as well"),
      (
        "แผ่นงาน แถว หรือคอลัมน์ที่ซ่อนไว้ได้รับการตรวจเช่นเดียวกับส่วนอื่น หากไม่ต้องการให้ลบออก",
        "Hidden sheets, rows and columns are checked like everything else. Delete what is not meant to be part of the submission."
      ),
      "แผน.xlsx › โครงการ!5:7"
    ),
    page(
      .oldEncoding,
      ("การเข้ารหัสอักษรแบบเดิม", "an old encoding"),
      (
        "แฟ้มข้อความนี้ไม่ใช่ UTF-8 จึงอ่านเป็น TIS-620/Windows-874 หากอักษรไทยผิดเพี้ยน ให้บันทึกใหม่เป็น CSV UTF-8",
        "The text file is not UTF-8, so it was read as TIS-620/Windows-874. If the Thai text came out wrong, save it again as CSV UTF-8."
      ),
      "CSV UTF-8 (Comma delimited) (*.csv)"
    ),
    page(
      .tableDamaged,
      ("แฟ้ม CSV เสียหาย", "a damaged CSV file"),
      (
        "เครื่องหมายคำพูดเปิดไว้แต่ไม่ปิด หรือแฟ้มไม่ใช่ข้อความ จึงแยกช่องไม่ได้ บันทึกใหม่จากโปรแกรมตารางคำนวณ",
        "A quotation mark is opened and not closed, or the file is no text, so its fields cannot be told apart. Save it again from the spreadsheet program."
      ),
      "\"ชื่อโครงการ\",\"งบประมาณ\""
    ),
    page(
      .intakeTooLarge,
      ("ข้อมูลในแฟ้มมากเกินไป", "a file that holds too much"),
      (
        "แฟ้มมีค่าที่ต้องอ่านมากกว่าที่รับได้ ลบแถวและแผ่นงานที่ไม่ใช้ หรือแบ่งเป็นหลายแฟ้ม",
        "The file holds more values than are read. Delete rows and sheets that are not needed, or split the file."
      ),
      "krong check part-1.xlsx part-2.xlsx"
    ),
    page(
      .rowNotRead,
      ("ข้อความนอกรายการของตาราง", "something in a table that is no element"),
      (
        "แถวนี้เป็นหัวข้อกลุ่ม ลายมือชื่อ หมายเหตุ หรือค่าที่สองของช่องที่มีได้ค่าเดียว จึงไม่ได้อ่านเป็นรายการ ถ้าเป็นรายการจริง ให้ใส่ลำดับที่หรือกรอกช่องอื่นของแถวนั้นด้วย",
        "The row is the heading of a group, a signature, a note, or a second value where there can be one, so it was not read as an element. If it is one, give it its number or fill in its other columns."
      ),
      "number: [ที่, ลำดับที่]"
    ),
    page(
      .labelWithoutValue,
      ("หัวข้อที่ไม่มีค่าในเซลล์ถัดไป", "a label without a value beside it"),
      (
        "ค่าของหัวข้ออ่านจากเซลล์ถัดไปทางขวา ซึ่งว่างอยู่ แต่มีข้อความในเซลล์ที่ไกลออกไปหรือด้านล่าง ถ้าเป็นค่าของหัวข้อ ให้ย้ายมาไว้ถัดจากหัวข้อ หรือระบุเซลล์ในการจับคู่",
        "The value of a label is read from the next cell to its right. That is blank, and something stands further on or below. If it is the value, put it beside the label, or name its cell in the mapping."
      ),
      "- {field: title, sheet: หน้าปก, cell: A3}"
    ),
    page(
      .linesAsElements,
      ("รายการที่ไม่ได้ทำเป็นตาราง", "a list that is no table"),
      (
        "ใต้หัวข้อนี้ไม่มีตาราง จึงอ่านแต่ละบรรทัดเป็นรายการหนึ่ง ช่องอื่นของรายการ เช่น ค่าเป้าหมาย แยกจากข้อความไม่ได้ จึงถือว่าไม่ได้กรอก ทำเป็นตารางที่มีหัวคอลัมน์ตามแบบ",
        "There is no table under the heading, so each line was read as an entry. Its other fields, such as the target, cannot be told from the text and count as left out. Make it a table with the headings of the form."
      ),
      "ตัวชี้วัด                ค่าเป้าหมาย  หน่วยนับ\nนักเรียนที่อ่านออก       80          ร้อยละ"
    ),
    page(
      .textNotRead,
      ("ส่วนที่ไม่ได้อ่านใต้หัวข้อ", "something under a heading that was not read"),
      (
        "หัวข้อที่เป็นรายการอ่านจากตาราง หัวข้ออื่นอ่านจากข้อความ ใต้หัวข้อนี้มีทั้งสองอย่าง จึงอ่านเพียงอย่างเดียว ใส่ข้อความที่เป็นรายการเป็นแถวในตาราง หรือพิมพ์ข้อมูลในตารางเป็นข้อความใต้หัวข้อด้วย",
        "Headings of lists are read from tables, others from text. Under this one there are both, and one was read. Make text that is an entry a row of the table, or write what the table says as text as well."
      ),
      "11. ตัวชี้วัดความสำเร็จ"
    ),
    page(
      .headingAgain,
      ("หัวข้อที่ซ้ำกัน", "a heading that comes again"),
      (
        "มีหัวข้ออื่นที่อ่านเป็นช่องเดียวกันแล้ว ข้อความใต้หัวข้อที่ซ้ำจึงไม่ได้อ่าน แฟ้มหนึ่งมีได้หนึ่งเรื่อง หากมีหลายเรื่องให้แยกแฟ้ม หากเป็นเรื่องเดียวกันให้รวมไว้ใต้หัวข้อเดียว",
        "The field is read under another heading, so what stands under this one was not read. A file holds one submission: split it if it has several. If both belong to one, put them under one heading."
      ),
      "1. ชื่อโครงการ"
    ),
  ]

  static let conversion: [CodeExplanation] = [
    page(
      .conversionLoss,
      ("ข้อมูลที่แปลงไปไม่ครบ", "something that was not carried over"),
      (
        "รูปแบบปลายทางเก็บข้อมูลนี้ไม่ได้ เช่น ช่องที่ไม่มีในประเภทเรื่อง หรือรายการว่างที่ระบุไว้โดยตั้งใจ ตรวจดูแฟ้มที่ได้ก่อนนำไปใช้",
        "The format that was converted to cannot hold this: a field that the kind does not have, or a list that is empty on purpose. Look at the result before using it."
      ),
      "krong convert plan.yaml -o plan.xlsx"
    ),
    page(
      .cannotConvert,
      ("แปลงแฟ้มนี้ไม่ได้", "a file that cannot be converted"),
      (
        "แปลงได้ระหว่าง .yaml .json และ .xlsx โดยแฟ้มละหนึ่งเรื่องที่ระบุประเภทเรื่อง (kind) แล้ว",
        "Conversion goes between .yaml, .json and .xlsx, one submission a file, whose kind is given."
      ),
      "krong convert plan.xlsx -o plan.yaml"
    ),
  ]
}
