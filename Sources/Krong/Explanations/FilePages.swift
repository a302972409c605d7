import Catalogues
import Diagnostics
import DocumentReading

/// What the codes of reading a file mean.
enum FilePages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .fileMissing,
      title: LocalizedText(th: "ไม่พบแฟ้ม", en: "no such file"),
      text: LocalizedText(
        th: "ไม่มีแฟ้มหรือโฟลเดอร์ตามชื่อที่ระบุ อาจสะกดชื่อผิดหรืออยู่คนละโฟลเดอร์ "
          + "ตรวจชื่อและตำแหน่ง ชื่อที่มีช่องว่างให้ใส่ในเครื่องหมายคำพูด",
        en: "Nothing has the name that was given: it may be misspelt or lie in another folder. "
          + "Check the name and where it lies; a name with spaces goes in quotes."
      ),
      example: "krong check \"แผน ปี 2569.yaml\""
    ),
    CodeExplanation(
      .fileIsDirectory,
      title: LocalizedText(th: "เป็นโฟลเดอร์ ไม่ใช่แฟ้ม", en: "a folder where a file is asked for"),
      text: LocalizedText(
        th: "ตัวเลือกนี้รับแฟ้มเดียว แต่ชื่อที่ระบุเป็นโฟลเดอร์ ระบุแฟ้มในโฟลเดอร์นั้น",
        en: "This option takes one file, and the name is that of a folder. Name a file in it."
      ),
      example: "krong check plan.yaml --office offices/uthai-thani.yaml"
    ),
    CodeExplanation(
      .fileUnreadable,
      title: LocalizedText(th: "ไม่มีสิทธิ์อ่าน", en: "a file that may not be read"),
      text: LocalizedText(
        th: "ระบบไม่อนุญาตให้ผู้ใช้นี้อ่านแฟ้มหรือโฟลเดอร์ ขอสิทธิ์อ่านจากเจ้าของแฟ้ม "
          + "หรือคัดลอกแฟ้มมาไว้ในโฟลเดอร์ของท่าน",
        en:
          "The system does not let this user read the file or folder. Ask its owner for permission "
          + "to read, or copy it to a folder of your own."
      ),
      example: "ls -l plan.yaml\nchmod u+r plan.yaml"
    ),
    CodeExplanation(
      .fileTooLarge,
      title: LocalizedText(th: "แฟ้มใหญ่เกินไป", en: "a file that is too large"),
      text: LocalizedText(
        th: "แฟ้มใหญ่กว่าที่โปรแกรมรับ จึงไม่ได้อ่าน แผนที่มีโครงการหมื่นโครงการยังเล็กกว่านี้มาก "
          + "ตรวจว่าเลือกแฟ้มถูก หรือแบ่งเป็นหลายแฟ้ม",
        en: "The file is larger than the program takes, so it was not read. A plan of ten thousand "
          + "projects is much smaller. Check that it is the right file, or split it into several."
      ),
      example: "ls -lh plan.yaml"
    ),
    CodeExplanation(
      .fileNotRegular,
      title: LocalizedText(th: "ไม่ใช่แฟ้มข้อมูล", en: "a device or socket"),
      text: LocalizedText(
        th: "ชื่อนี้เป็นอุปกรณ์หรือช่องสื่อสารของระบบ ไม่ใช่แฟ้มข้อมูล ระบุแฟ้ม "
          + "หรือส่งข้อมูลทางข้อมูลเข้ามาตรฐานด้วยเครื่องหมาย -",
        en: "The name is that of a device or socket of the system, not of a file. Name a file, or "
          + "hand the text over on standard input with a dash."
      ),
      example: "krong check - < plan.yaml"
    ),
    CodeExplanation(
      .fileReadFailed,
      title: LocalizedText(th: "อ่านแฟ้มไม่สำเร็จ", en: "reading broke off"),
      text: LocalizedText(
        th: "ระบบแจ้งข้อผิดพลาดระหว่างอ่าน เช่น สื่อบันทึกเสีย เครือข่ายหลุด หรือหน่วยความจำไม่พอ "
          + "ลองอ่านอีกครั้ง หรือคัดลอกแฟ้มไว้ในเครื่องแล้วตรวจใหม่",
        en:
          "The system reported a fault while the file was read, such as a bad disk, a network that "
          + "went away or too little memory. Try again, or copy the file to this machine first."
      ),
      example: "cp /mnt/share/plan.yaml . && krong check plan.yaml"
    ),
    CodeExplanation(
      .fileChanged,
      title: LocalizedText(th: "แฟ้มเปลี่ยนขณะอ่าน", en: "a file that changed while it was read"),
      text: LocalizedText(
        th: "ขนาดแฟ้มเปลี่ยนระหว่างอ่าน จึงอาจได้เนื้อหาครึ่งเก่าครึ่งใหม่ "
          + "รอให้โปรแกรมที่กำลังบันทึกทำงานเสร็จ แล้วตรวจใหม่",
        en: "The length of the file changed during reading, so its text could be half old and half "
          + "new. Wait until the program that writes it is done, then check again."
      ),
      example: "krong check plan.yaml"
    ),
    CodeExplanation(
      .filePipeWithoutWriter,
      title: LocalizedText(th: "ท่อข้อมูลที่ไม่มีผู้ส่ง", en: "a pipe that nobody writes to"),
      text: LocalizedText(
        th: "ชื่อนี้เป็นท่อข้อมูล (FIFO) ที่ยังไม่มีโปรแกรมใดส่งข้อมูลเข้ามา จึงไม่รอ "
          + "เปิดโปรแกรมที่ส่งข้อมูลก่อน หรือใช้แฟ้มแทน",
        en: "The name is that of a pipe (FIFO) into which no program writes, so nothing was waited "
          + "for. Start the program that writes first, or use a file."
      ),
      example: "cat plan.yaml | krong check -"
    ),
    CodeExplanation(
      .fileEmpty,
      title: LocalizedText(th: "แฟ้มไม่มีข้อมูล", en: "an empty file"),
      text: LocalizedText(
        th: "แฟ้มว่างเปล่าหรือมีแต่หมายเหตุ จึงไม่มีเรื่องให้ตรวจ ตรวจว่าเลือกแฟ้มถูกและบันทึกแล้ว "
          + "แฟ้มของเรื่องขึ้นต้นอย่างตัวอย่าง",
        en:
          "The file is empty or holds only comments, so there is nothing to check. See that it is "
          + "the right file and that it was saved. A submission begins as in the example."
      ),
      example: "id: btr-2569-001\nkind: budget-transfer\njob: 3"
    ),
  ]
}
