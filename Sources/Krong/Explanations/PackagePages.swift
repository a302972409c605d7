import Catalogues
import Diagnostics
import OpenXML

/// What the codes of Excel and Word files mean that cannot be opened.
enum PackagePages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .packageNotOffice,
      title: LocalizedText(th: "ไม่ใช่แฟ้ม Excel หรือ Word", en: "not an Excel or Word file"),
      text: LocalizedText(
        th:
          "เนื้อหาของแฟ้มไม่ใช่ .xlsx หรือ .docx แม้นามสกุลจะบอกเช่นนั้น เปิดด้วยโปรแกรมที่สร้างแฟ้ม แล้วบันทึกใหม่เป็นรูปแบบดังกล่าว",
        en:
          "What the file holds is no .xlsx or .docx, whatever its name says. Open it in the program "
          + "that made it, and save it in one of these formats."
      ),
      example: "krong check plan.xlsx"
    ),
    CodeExplanation(
      .packageOldOrProtected,
      title: LocalizedText(th: "แฟ้มรุ่นเก่าหรือมีรหัสผ่าน", en: "an old file, or one with a password"),
      text: LocalizedText(
        th:
          "แฟ้มเป็น .xls หรือ .doc รุ่นก่อนปี 2007 หรือป้องกันด้วยรหัสผ่าน เปิดด้วย Excel หรือ Word เอารหัสผ่านออก แล้วบันทึกเป็น .xlsx หรือ .docx",
        en:
          "The file is an .xls or .doc of before 2007, or is protected by a password. Open it in Excel "
          + "or Word, take the password off, and save it as .xlsx or .docx."
      ),
      example: "แผน.xls → แผน.xlsx"
    ),
    CodeExplanation(
      .packageDamaged,
      title: LocalizedText(th: "แฟ้มเสียหาย", en: "a damaged file"),
      text: LocalizedText(
        th: "แฟ้มถูกตัดขาดหรือเสียหายระหว่างส่งหรือบันทึก ขอแฟ้มใหม่จากผู้ส่ง หรือเปิดด้วยโปรแกรมที่สร้างแฟ้มแล้วบันทึกใหม่",
        en:
          "The file was cut off or damaged when it was sent or saved. Ask the sender for a new copy, or "
          + "open it in the program that made it and save it again."
      ),
      example: "krong check แผน.xlsx"
    ),
    CodeExplanation(
      .packageTooLarge,
      title: LocalizedText(th: "แฟ้มใหญ่เกินไป", en: "a file that is too large"),
      text: LocalizedText(
        th: "แฟ้มหรือเนื้อหาที่บีบอัดอยู่ในแฟ้มใหญ่เกินกว่าที่รับได้ ลบแผ่นงาน รูปภาพ หรือแถวว่างที่ไม่ใช้ หรือแบ่งเป็นหลายแฟ้ม",
        en:
          "The file, or what is packed into it, is too large. Take out sheets, pictures or empty rows "
          + "that are not needed, or split the file."
      ),
      example: "krong check part-1.xlsx part-2.xlsx"
    ),
    CodeExplanation(
      .packageUnsafe,
      title: LocalizedText(th: "โครงสร้างที่ไม่ปลอดภัย", en: "a structure that is not safe"),
      text: LocalizedText(
        th: "แฟ้มมีโครงสร้าง XML ที่แฟ้ม Excel หรือ Word ปกติไม่มีและใช้โจมตีโปรแกรมได้ จึงไม่อ่าน ขอแฟ้มใหม่จากผู้ส่ง",
        en:
          "The file has XML that no honest Excel or Word file has and that can be used to attack "
          + "programs. It is not read; ask the sender for a new copy."
      ),
      example: "<!DOCTYPE …>"
    ),
    CodeExplanation(
      .packageOtherEncoding,
      title: LocalizedText(th: "เข้ารหัสอักษรแบบอื่น", en: "a part in another encoding"),
      text: LocalizedText(
        th:
          "krong annotate เพิ่มเครื่องหมายลงในแฟ้มโดยไม่แตะส่วนอื่น จึงต้องเขียนด้วยรหัสอักษรเดียวกับแฟ้ม ซึ่งรองรับเฉพาะ UTF-8 ที่ Excel, Word และ LibreOffice ใช้ เปิดด้วยโปรแกรมเหล่านั้นแล้วบันทึกใหม่",
        en:
          "krong annotate adds marks and leaves the rest of a file as it is, so it must write in the file's own "
          + "encoding. It knows UTF-8, which Excel, Word and LibreOffice use. Open the file in one of them and "
          + "save it again."
      ),
      example: "krong annotate plan.xlsx -o marked.xlsx"
    ),
  ]
}
