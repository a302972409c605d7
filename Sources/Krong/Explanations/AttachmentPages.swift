import Catalogues
import Diagnostics

/// What the codes of attachments mean.
enum AttachmentPages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .attachmentOutside,
      title: LocalizedText(th: "แฟ้มแนบอยู่นอกโฟลเดอร์ของเรื่อง", en: "an attachment outside the folder"),
      text: LocalizedText(
        th:
          "ชื่อแฟ้มแนบขึ้นต้นด้วย / มี .. หรือผ่านทางลัด (symlink) จึงไม่เปิดดู เพื่อไม่ให้เรื่องหนึ่งอ่านแฟ้มของผู้อื่นได้ คัดลอกแฟ้มมาไว้ในโฟลเดอร์ของเรื่อง",
        en: "The name begins with a slash, has .. in it, or leads through a link. It is not "
          + "opened, so that no submission can look into the files of others. Copy the file "
          + "into the folder of the submission."
      ),
      example:
        "documents:\n  - {type: plan-volume, title: เล่มแผน, date: 2025-09-01, file: attachments/plan.pdf}"
    ),
    CodeExplanation(
      .attachmentNoFolder,
      title: LocalizedText(th: "เรื่องไม่ได้อ่านจากแฟ้ม", en: "a submission without a folder"),
      text: LocalizedText(
        th:
          "เรื่องมาทางข้อมูลเข้ามาตรฐาน จึงไม่รู้ว่าแฟ้มแนบอยู่ที่ใด บันทึกเรื่องเป็นแฟ้มไว้ในโฟลเดอร์เดียวกับแฟ้มแนบ",
        en: "The submission came on standard input, so it is not known where its attachments "
          + "lie. Save it as a file in their folder."
      ),
      example: "krong check plan.yaml"
    ),
    CodeExplanation(
      .attachmentTooLarge,
      title: LocalizedText(th: "แฟ้มแนบใหญ่เกินไป", en: "an attachment that is too large"),
      text: LocalizedText(
        th:
          "แฟ้มใหญ่กว่า 64 MiB หรือมีข้อความมากกว่าที่อ่าน เกณฑ์ที่ถามถึงเนื้อหาจึงตรวจไม่ได้ แยกภาคผนวกเป็นอีกแฟ้มหนึ่ง",
        en: "The file has more than 64 MiB, or more text than is read, so rules on what it "
          + "says are unknown. Put annexes into a file of their own."
      ),
      example: "ls -lh plan.pdf"
    ),
    CodeExplanation(
      .attachmentUnreadable,
      title: LocalizedText(th: "อ่านแฟ้มแนบไม่ได้", en: "an attachment that cannot be read"),
      text: LocalizedText(
        th:
          "ไม่มีสิทธิ์อ่านแฟ้มแนบ หรือชื่อนั้นเป็นโฟลเดอร์หรืออุปกรณ์ ตรวจชื่อและสิทธิ์การอ่าน",
        en: "The file may not be read, or the name is that of a folder or device. Check the "
          + "name and the permission to read."
      ),
      example: "chmod u+r plan.pdf"
    ),
    CodeExplanation(
      .programMissing,
      title: LocalizedText(th: "ไม่มีโปรแกรมอ่าน PDF", en: "no program for PDF files"),
      text: LocalizedText(
        th:
          "การดูเนื้อหา PDF ใช้ pdfinfo และ pdftotext ของ poppler เมื่อไม่มี เกณฑ์ที่ถามถึงจำนวนหน้าหรือหัวข้อจะตรวจไม่ได้ ส่วนอื่นตรวจตามปกติ",
        en: "PDF files are looked into with pdfinfo and pdftotext of poppler. Without them "
          + "rules on pages or headings are unknown; all others are checked as usual."
      ),
      example: "apt-get install poppler-utils"
    ),
    CodeExplanation(
      .attachmentTookTooLong,
      title: LocalizedText(th: "อ่าน PDF นานเกินไป", en: "a PDF file that takes too long"),
      text: LocalizedText(
        th:
          "แฟ้มแนบทำให้โปรแกรมอ่าน PDF ใช้เวลาหรือหน่วยความจำเกินกำหนด จึงหยุดอ่าน แฟ้มอาจเสียหายหรือสร้างมาให้อ่านไม่จบ บันทึกเป็น PDF ใหม่จากต้นฉบับ",
        en: "The program that reads PDF files used more time or memory than it may and was "
          + "stopped. The file may be damaged, or made to take for ever. Save it as PDF again "
          + "from the original."
      ),
      example: "krong check plan.yaml --attachments"
    ),
    CodeExplanation(
      .factsWritten,
      title: LocalizedText(th: "เขียนผลการอ่านแฟ้มแนบเอง", en: "facts written by hand"),
      text: LocalizedText(
        th:
          "ช่อง attachment เป็นสิ่งที่โปรแกรมอ่านจากแฟ้มแนบ ค่าที่เขียนไว้ในเรื่องจึงไม่ใช้ ลบช่องนี้ออก",
        en: "What stands in attachment is read from the file by the program; what is written "
          + "there is not used. Take the field out."
      ),
      example:
        "documents:\n  - {type: plan-volume, title: เล่มแผน, date: 2025-09-01, file: plan.pdf}"
    ),
    CodeExplanation(
      .attachmentState,
      title: LocalizedText(th: "แฟ้มแนบเปิดดูไม่ได้", en: "an attachment that cannot be looked into"),
      text: LocalizedText(
        th:
          "ไม่พบแฟ้มแนบ แฟ้มเสียหาย มีรหัสผ่าน หรือเป็นภาพสแกนที่ไม่มีข้อความ บอกเมื่อสั่ง --attachments",
        en: "The file is missing, damaged, protected by a password, or scanned without text. "
          + "Told with --attachments."
      ),
      example: "krong check plan.yaml --attachments"
    ),
  ]
}
