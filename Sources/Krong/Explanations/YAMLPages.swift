import Catalogues
import Diagnostics
import DocumentReading

/// What the codes of YAML mean.
enum YAMLPages {
  static let all: [CodeExplanation] = marks + structure + names

  private static let marks: [CodeExplanation] = [
    CodeExplanation(
      .yamlControlCharacter,
      title: LocalizedText(th: "อักขระควบคุม", en: "a control character"),
      text: LocalizedText(
        th: "มีอักขระที่มองไม่เห็นซึ่ง YAML ไม่รับ มักติดมากับการคัดลอกจากโปรแกรมอื่น "
          + "ลบแล้วพิมพ์ข้อความตรงนั้นใหม่ ถ้าจำเป็นให้เขียนเป็นรหัสในเครื่องหมายคำพูดคู่",
        en:
          "The text has an invisible character that YAML does not take; such come along when text "
          + "is copied from other programs. Delete it and type the place anew, or write it as an "
          + "escape in double quotes."
      ),
      example: "name: \"อบรม\\x07ครู\""
    ),
    CodeExplanation(
      .yamlUnexpectedColon,
      title: LocalizedText(th: "เครื่องหมาย : ผิดที่", en: "a colon in the wrong place"),
      text: LocalizedText(
        th: "เครื่องหมาย : ตามด้วยช่องว่างหมายถึงเริ่มค่าใหม่ ซึ่งเริ่มตรงนี้ไม่ได้ "
          + "ถ้าเป็นส่วนหนึ่งของข้อความให้ใส่เครื่องหมายคำพูดคร่อมข้อความทั้งหมด",
        en:
          "A colon with a space after it starts a value, and none can start here. If it belongs to "
          + "the text, put the whole text in quotes."
      ),
      example:
        "name: โครงการ: อบรมครู       # ผิด (wrong)\nname: \"โครงการ: อบรมครู\"     # ถูก (right)"
    ),
    CodeExplanation(
      .yamlTab,
      title: LocalizedText(th: "ย่อหน้าด้วยแท็บ", en: "a tab used for indentation"),
      text: LocalizedText(
        th: "YAML ย่อหน้าด้วยช่องว่างเท่านั้น แทนแท็บด้วยช่องว่างสองตัวต่อหนึ่งระดับ "
          + "ในตัวอย่าง → คือแท็บ",
        en:
          "YAML is indented with spaces only. Write two spaces for each level instead of a tab. In "
          + "the example → stands for the tab."
      ),
      example:
        "submitter:\n→name: โรงเรียนวัดตัวอย่าง   # ผิด (wrong)\n  name: โรงเรียนวัดตัวอย่าง  # ถูก (right)"
    ),
    CodeExplanation(
      .yamlReservedCharacter,
      title: LocalizedText(th: "อักขระที่ต้องใส่เครื่องหมายคำพูด", en: "a character that needs quotes"),
      text: LocalizedText(
        th: "ข้อความที่ไม่มีเครื่องหมายคำพูดขึ้นต้นด้วย @ หรือ ` ไม่ได้ และที่ขึ้นต้นด้วย { หรือ [ "
          + "จะอ่านเป็นกลุ่มข้อมูลหรือรายการ ใส่เครื่องหมายคำพูดคร่อมข้อความ",
        en:
          "A text without quotes cannot begin with @ or `, and one that begins with { or [ is read as a "
          + "mapping or a list. Put it in quotes."
      ),
      example:
        "contact: @plan-office       # ผิด (wrong)\ncontact: \"@plan-office\"     # ถูก (right)"
    ),
    CodeExplanation(
      .yamlMissingColon,
      title: LocalizedText(th: "คีย์ไม่มีเครื่องหมาย :", en: "a key without its colon"),
      text: LocalizedText(
        th: "บรรทัดนี้อยู่ในตำแหน่งของคีย์ แต่ไม่มี : เขียนเป็น คีย์: ค่า โดยเว้นวรรคหลัง : "
          + "ถ้าเป็นข้อความต่อจากบรรทัดบน ให้ย่อหน้าลึกกว่าคีย์",
        en:
          "The line stands where a key stands and has no colon. Write key: value with a space after "
          + "the colon. If it goes on with the text above, indent it deeper than the key."
      ),
      example: "title แผนปฏิบัติการ      # ผิด (wrong)\ntitle: แผนปฏิบัติการ     # ถูก (right)"
    ),
    CodeExplanation(
      .yamlUnclosedQuote,
      title: LocalizedText(th: "ไม่ได้ปิดเครื่องหมายคำพูด", en: "a quote that is not closed"),
      text: LocalizedText(
        th: "ข้อความที่เปิดด้วยเครื่องหมายคำพูดไม่มีเครื่องหมายปิด ใส่เครื่องหมายปิดที่ท้ายข้อความ",
        en: "A text begins with a quote that is never closed. Put the closing quote at its end."
      ),
      example: "name: \"อบรมครู        # ผิด (wrong)\nname: \"อบรมครู\"       # ถูก (right)"
    ),
    CodeExplanation(
      .yamlInvalidEscape,
      title: LocalizedText(th: "รหัสหลัง \\ ที่ไม่รู้จัก", en: "an unknown escape"),
      text: LocalizedText(
        th: "ในเครื่องหมายคำพูดคู่ เครื่องหมาย \\ เริ่มรหัส เช่น \\n และรหัสนี้ไม่มี "
          + "เขียน \\\\ แทน \\ หรือใช้เครื่องหมายคำพูดเดี่ยว ซึ่งไม่มีรหัส",
        en:
          "In double quotes a backslash begins an escape such as \\n, and this one does not exist. "
          + "Write \\\\ for a backslash, or use single quotes, which have no escapes."
      ),
      example: "file: \"C:\\plan\"      # ผิด (wrong)\nfile: 'C:\\plan'      # ถูก (right)"
    ),
  ]

  private static let structure: [CodeExplanation] = [
    CodeExplanation(
      .yamlFlowList,
      title: LocalizedText(th: "รายการใน [ ] ไม่ครบ", en: "a list in [ ] that is not whole"),
      text: LocalizedText(
        th: "รายการในวงเล็บเหลี่ยมขาดเครื่องหมาย , ระหว่างค่า หรือขาดวงเล็บปิด เติมให้ครบ",
        en: "A list in brackets lacks a comma between two values or its closing bracket. Add it."
      ),
      example: "jobs: [2, 3       # ผิด (wrong)\njobs: [2, 3]      # ถูก (right)"
    ),
    CodeExplanation(
      .yamlFlowMap,
      title: LocalizedText(th: "กลุ่มข้อมูลใน { } ไม่ครบ", en: "a mapping in { } that is not whole"),
      text: LocalizedText(
        th: "กลุ่มข้อมูลในวงเล็บปีกกาขาดเครื่องหมาย , หรือวงเล็บปิด "
          + "ข้อความข้างในที่มี , หรือ : ต้องใส่เครื่องหมายคำพูด",
        en: "A mapping in braces lacks a comma or its closing brace. Texts inside it that have a "
          + "comma or a colon go in quotes."
      ),
      example:
        "period: {start: 2566, end: 2570       # ผิด (wrong)\nperiod: {start: 2566, end: 2570}      # ถูก (right)"
    ),
    CodeExplanation(
      .yamlIndentation,
      title: LocalizedText(th: "ย่อหน้าไม่ตรง", en: "indentation that fits nothing"),
      text: LocalizedText(
        th: "บรรทัดของกลุ่มเดียวกันต้องย่อหน้าเท่ากัน บรรทัดนี้ไม่ตรงกับบรรทัดใดข้างบน จัดให้ตรง "
          + "ถ้าดูตรงอยู่แล้ว ให้ตรวจเครื่องหมายคำพูดของบรรทัดก่อนหน้า",
        en: "Lines of one group are indented alike, and this one fits none above. Align it. If it "
          + "looks right, look at the quotes of the line before."
      ),
      example:
        "submitter:\n  name: โรงเรียนวัดตัวอย่าง\n   type: school      # ผิด (wrong)\n  type: school       # ถูก (right)"
    ),
    CodeExplanation(
      .yamlUnexpectedDash,
      title: LocalizedText(th: "เครื่องหมาย - ผิดที่", en: "a dash in the wrong place"),
      text: LocalizedText(
        th: "รายการเริ่มตรงนี้ไม่ได้ ขึ้นบรรทัดใหม่ก่อน - และเว้นหนึ่งช่องหลังขีด หรือใส่เครื่องหมายคำพูดถ้าเป็นข้อความ",
        en:
          "A list cannot begin here. Start the dash on a line of its own with a blank behind it, or "
          + "quote a text that begins with a dash."
      ),
      example:
        "agenda: - นโยบาย        # ผิด (wrong)\nagenda:                 # ถูก (right)\n  - นโยบาย"
    ),
    CodeExplanation(
      .yamlMissingValue,
      title: LocalizedText(th: "ไม่มีค่า", en: "a value is missing"),
      text: LocalizedText(
        th: "ตรงนี้ควรมีค่า แต่พบเครื่องหมายอื่น ใส่ค่า หรือใส่เครื่องหมายคำพูดคร่อมข้อความ"
          + "ที่ขึ้นต้นด้วยเครื่องหมาย",
        en:
          "A value is expected here, and a sign stands there. Write a value, or quote a text that "
          + "begins with a sign."
      ),
      example: "note: , ไม่มี       # ผิด (wrong)\nnote: \", ไม่มี\"     # ถูก (right)"
    ),
    CodeExplanation(
      .yamlDocumentStart,
      title: LocalizedText(th: "มีข้อความหลังเอกสารจบ", en: "text after the end"),
      text: LocalizedText(
        th: "เอกสารจบแล้ว แต่ยังมีข้อความต่อ มักเป็นเพราะบรรทัดนี้ย่อหน้าน้อยไป จัดย่อหน้า "
          + "หรือคั่นเอกสารสองฉบับด้วย ---",
        en:
          "The document has ended, and something follows, mostly because the line is indented too "
          + "little. Mend the indentation, or put --- between two documents."
      ),
      example: "{id: plan-1}\nkind: budget-transfer      # ผิด (wrong)"
    ),
    CodeExplanation(
      .yamlBlockHead,
      title: LocalizedText(th: "หัวข้อความหลายบรรทัดผิด", en: "a wrong head of a block text"),
      text: LocalizedText(
        th: "หลัง | หรือ > มีได้เพียง + - และตัวเลขย่อหน้า 1-9 ข้อความเริ่มที่บรรทัดถัดไป",
        en:
          "After | or > only +, - and an indentation from 1 to 9 may stand. The text begins on the "
          + "next line."
      ),
      example:
        "objective: | เพื่อพัฒนาครู    # ผิด (wrong)\nobjective: |                  # ถูก (right)\n  เพื่อพัฒนาครู"
    ),
    CodeExplanation(
      .yamlSyntax,
      title: LocalizedText(th: "รูปแบบ YAML ไม่ถูกต้อง", en: "not valid YAML"),
      text: LocalizedText(
        th: "โปรแกรมอ่าน YAML หยุดตรงนี้ด้วยเหตุที่พบน้อย ข้อความในวงเล็บเป็นของโปรแกรมนั้น "
          + "ดูบรรทัดนี้และบรรทัดก่อนหน้า ย่อหน้า เครื่องหมายคำพูด และวงเล็บ",
        en: "The reader of YAML stopped here for a rare reason; the words in brackets are its own. "
          + "Look at this line and the one before: indentation, quotes, brackets."
      ),
      example: "title: แผนปฏิบัติการ\nprojects:\n  - name: อบรมครู"
    ),
  ]

  private static let names: [CodeExplanation] = [
    CodeExplanation(
      .yamlAnchorName,
      title: LocalizedText(th: "ชื่อหลัง & หรือ * ไม่ถูกต้อง", en: "a wrong name after & or *"),
      text: LocalizedText(
        th: "& ตั้งชื่อให้ค่าและ * อ้างถึงชื่อนั้น ชื่อใช้อักษร a-z ตัวเลข - และ _ "
          + "ถ้าเป็นข้อความ ให้ใส่เครื่องหมายคำพูด",
        en:
          "& names a value and * refers to it; names are made of letters a-z, digits, - and _. Put "
          + "it in quotes if it is a text."
      ),
      example: "note: * หมายเหตุ       # ผิด (wrong)\nnote: \"* หมายเหตุ\"     # ถูก (right)"
    ),
    CodeExplanation(
      .yamlDirective,
      title: LocalizedText(th: "บรรทัดที่ขึ้นต้นด้วย %", en: "a line that begins with %"),
      text: LocalizedText(
        th: "บรรทัดที่ขึ้นต้นด้วย % เป็นคำสั่งของ YAML ซึ่งคำสั่งนี้ใช้ไม่ได้ ลบออก "
          + "หรือใส่เครื่องหมายคำพูดถ้าเป็นข้อความ",
        en: "A line that begins with % is a directive of YAML, and this one cannot be used. Delete "
          + "it, or quote a text that begins with %."
      ),
      example: "%YAML 3.0\n---\nid: plan-1"
    ),
    CodeExplanation(
      .yamlTagSyntax,
      title: LocalizedText(th: "แท็กไม่ถูกต้อง", en: "a wrong tag"),
      text: LocalizedText(
        th: "เครื่องหมาย ! เริ่มแท็กของ YAML และแท็กนี้เขียนไม่ถูก เรื่องที่เสนอไม่ต้องใช้แท็ก ลบออก "
          + "หรือใส่เครื่องหมายคำพูดถ้าเป็นข้อความ",
        en: "A ! begins a tag of YAML, and this one is not well formed. Submissions need no tags: "
          + "delete it, or quote a text that begins with !."
      ),
      example: "note: !ด่วน<       # ผิด (wrong)\nnote: \"!ด่วน\"      # ถูก (right)"
    ),
    CodeExplanation(
      .yamlKeyNotText,
      title: LocalizedText(th: "คีย์เป็นรายการหรือกลุ่มข้อมูล", en: "a key that is a list or mapping"),
      text: LocalizedText(
        th: "คีย์ต้องเป็นข้อความ แต่ตรงนี้เป็นรายการใน [ ] หรือกลุ่มข้อมูลใน { } "
          + "ใส่เครื่องหมายคำพูดถ้าเป็นข้อความ",
        en:
          "A key must be a text, and here it is a list in [ ] or a mapping in { }. Quote it if it "
          + "is a text."
      ),
      example: "[ร่าง]: แผน       # ผิด (wrong)\n\"[ร่าง]\": แผน     # ถูก (right)"
    ),
    CodeExplanation(
      .yamlUndefinedAlias,
      title: LocalizedText(th: "อ้างถึงชื่อที่ไม่มี", en: "a reference to nothing"),
      text: LocalizedText(
        th: "* อ้างถึงค่าที่ตั้งชื่อด้วย & ไว้ก่อนหน้า แต่ไม่มีชื่อนี้ในเอกสาร แก้ชื่อ "
          + "หรือใส่เครื่องหมายคำพูดถ้าเป็นข้อความ",
        en:
          "* refers to a value that was named with & before, and nothing in the document has this "
          + "name. Correct the name, or put it in quotes if it is a text."
      ),
      example:
        "owner: &plan กลุ่มนโยบายและแผน\ncontact: *plans      # ผิด (wrong)\ncontact: *plan       # ถูก (right)"
    ),
    CodeExplanation(
      .yamlRecursiveAlias,
      title: LocalizedText(th: "อ้างถึงตัวเอง", en: "a value that holds itself"),
      text: LocalizedText(
        th: "* อ้างถึงกลุ่มข้อมูลที่ตัวมันเองอยู่ข้างใน จึงไม่มีที่สิ้นสุด เขียนค่านั้นออกมาแทน",
        en: "* refers to a value in which it stands itself, which would never end. Write the value "
          + "out instead."
      ),
      example: "project: &p\n  name: อบรมครู\n  related: *p      # ผิด (wrong)"
    ),
    CodeExplanation(
      .yamlAliasExpansion,
      title: LocalizedText(th: "การอ้างถึงขยายใหญ่เกินไป", en: "references that add too much"),
      text: LocalizedText(
        th: "การอ้างถึงด้วย * ซ้อนกันจนค่าทั้งหมดมากเกินกว่าที่โปรแกรมรับ ลดการอ้างถึง หรือเขียนค่าออกมา",
        en: "References with * stand inside each other until they add more values than the program "
          + "takes. Use fewer of them, or write the values out."
      ),
      example: "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]"
    ),
    CodeExplanation(
      .yamlTagMismatch,
      title: LocalizedText(th: "ค่าไม่ตรงกับแท็ก", en: "a value that does not fit its tag"),
      text: LocalizedText(
        th: "แท็กหน้าค่าบอกชนิด แต่ค่าเป็นอีกชนิดหนึ่ง ลบแท็กออก หรือแก้ค่าให้ตรง",
        en: "The tag before the value names a type, and the value has another. Remove the tag, or "
          + "correct the value."
      ),
      example: "budget: !!int ห้าหมื่น      # ผิด (wrong)\nbudget: 50000               # ถูก (right)"
    ),
    CodeExplanation(
      .yamlMergeKey,
      title: LocalizedText(th: "คีย์ << ที่รวมกลุ่มข้อมูล", en: "the key << that merges mappings"),
      text: LocalizedText(
        th: "ใน YAML 1.1 คีย์ << นำช่องข้อมูลของกลุ่มอื่นมารวม แต่ YAML 1.2 ไม่มีการรวมเช่นนี้ "
          + "ถ้าอ่านเป็นคีย์ธรรมดา ช่องข้อมูลที่ตั้งใจจะรวมก็จะหายไป จึงไม่รับ เขียนช่องข้อมูลให้ครบในแต่ละกลุ่ม",
        en: "In YAML 1.1 the key << takes over the fields of another mapping; YAML 1.2 has no such "
          + "thing. Read as a plain key the fields would be lost, so it is refused. Write all fields in "
          + "each mapping."
      ),
      example:
        "projects:\n  - &p {owner: กลุ่มนโยบายและแผน}\n  - {<<: *p, name: ก}                      # ผิด (wrong)\n"
        + "  - {owner: กลุ่มนโยบายและแผน, name: ก}     # ถูก (right)"
    ),
  ]
}
