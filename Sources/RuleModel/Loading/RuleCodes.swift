public import Catalogues
public import Diagnostics

extension DiagnosticCode {
  /// The file is not named for its rule.
  public static let ruleFileName = DiagnosticCode("RULE-020")
  /// An expression in a list of literals.
  public static let expressionInList = DiagnosticCode("RULE-021")
  /// A literal that is also a name in scope.
  public static let literalIsName = DiagnosticCode("RULE-022")
  /// A check item without a check kind, or with several.
  public static let checkKindMissing = DiagnosticCode("RULE-023")
  /// A softer item that is not softer.
  public static let severityNotBelow = DiagnosticCode("RULE-024")
  /// `assert` without a message or a place to point at.
  public static let assertIncomplete = DiagnosticCode("RULE-025")
  /// `ask` beside other items.
  public static let askNotAlone = DiagnosticCode("RULE-026")
  /// One name for two things.
  public static let nameTaken = DiagnosticCode("RULE-027")
  /// A kind and a job that never meet.
  public static let kindWithoutJob = DiagnosticCode("RULE-028")
  /// `where` or `if_none` without `for_each`.
  public static let selectorMissing = DiagnosticCode("RULE-029")
  /// Something that is no path where a path is expected.
  public static let malformedPath = DiagnosticCode("RULE-030")
  /// A clause that the manual does not have.
  public static let clauseUnknown = DiagnosticCode("RULE-031")
  /// A rule without examples, or without one that passes and one that fails.
  public static let examplesMissing = DiagnosticCode("RULE-032")
  /// An example without an outcome, or with several.
  public static let exampleOutcome = DiagnosticCode("RULE-033")
  /// A citation that is none.
  public static let clauseMalformed = DiagnosticCode("RULE-034")
  /// A placeholder in a text that has none.
  public static let placeholderNotFilled = DiagnosticCode("RULE-035")
  /// Settings where a rule belongs.
  public static let settingsAmongRules = DiagnosticCode("RULE-036")
}

/// The codes of rule files, with what to say about each.
public enum RuleCodes {
  /// All codes in order.
  public static let explanations: [CodeExplanation] =
    CodeExplanation.shape(.rule) + [
      CodeExplanation(
        .ruleFileName,
        title: LocalizedText(th: "ชื่อแฟ้มไม่ตรงกับรหัสเกณฑ์", en: "file name and rule id differ"),
        text: LocalizedText(
          th:
            "แฟ้มเกณฑ์หนึ่งแฟ้มมีหนึ่งเกณฑ์ และชื่อแฟ้มคือรหัสเกณฑ์ เช่น J02-CMP-003.yaml เปลี่ยนชื่อแฟ้มหรือแก้รหัสให้ตรงกัน",
          en:
            "A rule file holds one rule and is named for it, such as J02-CMP-003.yaml. Rename the file, or correct the id."
        )
      ),
      CodeExplanation(
        .expressionInList,
        title: LocalizedText(th: "นิพจน์ในรายการ", en: "an expression in a list"),
        text: LocalizedText(
          th:
            "รายการใน YAML เป็นค่าตามตัวอักษรเสมอ นิพจน์ในรายการจึงไม่ถูกคำนวณ เขียนนิพจน์ที่ให้ค่าเป็นรายการโดยไม่ใส่วงเล็บของ YAML เช่น all_of: params.sectors หรือใช้ value: สำหรับค่าเดียว",
          en:
            "A YAML list holds literals, so an expression in it is not computed. Write an expression that gives a list, without the brackets of YAML: `all_of: params.sectors`; for one value use `value:`."
        )
      ),
      CodeExplanation(
        .literalIsName,
        title: LocalizedText(th: "ค่าตามตัวอักษรที่ตรงกับชื่อ", en: "a literal that is a name"),
        text: LocalizedText(
          th:
            "ค่าในรายการเป็นข้อความ ไม่ใช่ค่าของชื่อนั้น หากต้องการค่าของชื่อ ให้เขียน value: ชื่อ โดยไม่ใส่วงเล็บเหลี่ยม หากต้องการข้อความจริง ๆ ให้เปลี่ยนชื่อใน for_each หรือ define",
          en:
            "An entry of the list is a text, not the value of the name. For the value write `value: name` without brackets; if the text is meant, rename what `for_each` or `define` calls so."
        )
      ),
      CodeExplanation(
        .checkKindMissing,
        title: LocalizedText(th: "ข้อตรวจไม่มีชนิดหรือมีหลายชนิด", en: "no check kind, or several"),
        text: LocalizedText(
          th:
            "ข้อตรวจหนึ่งข้อมีชนิดเดียว เช่น present หรือ within ร่วมกับตัวขยาย when pending severity label at message หากมีหลายชนิด ให้แยกเป็นหลายข้อ ขึ้นต้นแต่ละข้อด้วยขีด (-)",
          en:
            "An item has one check kind, such as `present` or `within`, and modifiers (`when pending severity label at message`). Write several kinds as several items, each with its own dash."
        )
      ),
      CodeExplanation(
        .severityNotBelow,
        title: LocalizedText(th: "ระดับของข้อตรวจไม่เบากว่าเกณฑ์", en: "an item that is not softer"),
        text: LocalizedText(
          th:
            "severity ในข้อตรวจต้องเบากว่าของเกณฑ์ (info เบากว่า warning เบากว่า error) หากไม่ต้องการให้เบากว่า ให้ลบออก",
          en:
            "`severity` in an item must be below that of the rule (info below warning below error). Leave it out if the item is not softer."
        )
      ),
      CodeExplanation(
        .assertIncomplete,
        title: LocalizedText(th: "assert ไม่ครบ", en: "an incomplete assert"),
        text: LocalizedText(
          th:
            "assert เป็นเงื่อนไขอิสระ โปรแกรมจึงไม่ทราบว่าจะเขียนข้อความว่าอย่างไรและชี้ที่ใด ให้เพิ่ม message และ (นอก each และ for_each) at",
          en:
            "`assert` is a free condition, so neither a sentence nor a place follows from it. Give a `message` and, outside `each` and `for_each`, an `at`."
        )
      ),
      CodeExplanation(
        .askNotAlone,
        title: LocalizedText(th: "ask ต้องอยู่ลำพัง", en: "ask is not alone"),
        text: LocalizedText(
          th: "เกณฑ์ที่ถามเจ้าหน้าที่ (ask) มีข้อตรวจเดียว แยกข้อตรวจอื่นเป็นอีกเกณฑ์หนึ่ง",
          en:
            "A rule that asks a person has that one item. Put the other items into a rule of their own."
        )
      ),
      CodeExplanation(
        .nameTaken,
        title: LocalizedText(th: "ชื่อซ้ำกับสิ่งอื่น", en: "a name that is taken"),
        text: LocalizedText(
          th:
            "ชื่อใน for_each each และ define ต้องไม่ซ้ำกัน ไม่ซ้ำกับช่องข้อมูลของเรื่อง และไม่ใช่ params office submission as_of entry ตั้งชื่ออื่น",
          en:
            "Names in `for_each`, `each` and `define` must differ from each other, from the fields of the submission and from params, office, submission, as_of and entry. Choose another."
        )
      ),
      CodeExplanation(
        .kindWithoutJob,
        title: LocalizedText(th: "ประเภทเรื่องและงานไม่คู่กัน", en: "kind and job never meet"),
        text: LocalizedText(
          th: "ประเภทเรื่องหรืองานนี้ไม่คู่กับรายการอีกด้านของ applies_to เกณฑ์จึงไม่มีวันใช้กับมัน ลบออกหรือเพิ่มคู่ของมัน",
          en:
            "The kind or job has no partner on the other side of `applies_to`, so the rule never applies to it. Take it out, or add its partner."
        )
      ),
      CodeExplanation(
        .selectorMissing,
        title: LocalizedText(th: "ไม่มี for_each", en: "no for_each"),
        text: LocalizedText(
          th:
            "where และ if_none กล่าวถึงรายการย่อยที่ for_each เลือก เพิ่ม for_each หรือใช้ when สำหรับเงื่อนไขของทั้งเรื่อง",
          en:
            "`where` and `if_none` speak of the elements that `for_each` selects. Add it, or use `when` for a condition on the whole submission."
        )
      ),
      CodeExplanation(
        .malformedPath,
        title: LocalizedText(th: "ทางเดินไม่ถูกรูป", en: "a malformed path"),
        text: LocalizedText(
          th:
            "ตรงนี้ใช้ทางเดินของช่องข้อมูล เช่น project.schedule.start และ [] เพื่อผ่านรายการ เช่น projects[].alignments ใช้นิพจน์หรือลำดับไม่ได้ นิพจน์ให้ตั้งชื่อใน define แล้วใช้ชื่อนั้น",
          en:
            "A path of fields stands here, such as project.schedule.start, with [] to go through a list: projects[].alignments. Expressions and positions cannot; give an expression a name in `define` and use that."
        )
      ),
      CodeExplanation(
        .clauseUnknown,
        title: LocalizedText(th: "คู่มือไม่มีข้อนี้", en: "no such clause"),
        text: LocalizedText(
          th: "งานนั้นของคู่มือไม่มีข้อที่อ้าง ตรวจสอบเลขงานและเลขข้อกับคู่มือ",
          en:
            "The job of the manual has no such clause. Compare job and clause with the manual."
        )
      ),
      CodeExplanation(
        .examplesMissing,
        title: LocalizedText(th: "ตัวอย่างไม่ครบ", en: "examples are missing"),
        text: LocalizedText(
          th:
            "ทุกเกณฑ์มีตัวอย่างอย่างน้อยหนึ่งตัวอย่างที่ผ่าน (pass) และหนึ่งตัวอย่างที่ไม่ผ่าน (fail) ซึ่งใช้ทดสอบเกณฑ์และอธิบายเกณฑ์ เกณฑ์ที่ให้คนพิจารณา (ask) มีตัวอย่าง not-checked",
          en:
            "Every rule has at least one example that passes and one that fails; they test the rule and explain it. A rule that asks a person has one that is not-checked."
        )
      ),
      CodeExplanation(
        .exampleOutcome,
        title: LocalizedText(th: "ตัวอย่างไม่มีผลหรือมีหลายผล", en: "outcome of an example"),
        text: LocalizedText(
          th:
            "ตัวอย่างหนึ่งมีผลเดียว เขียนเป็นคีย์ของข้อมูลตัวอย่าง: pass fail unknown not-applicable waived not-checked หรือ error",
          en:
            "An example has one outcome, which is the key of its fragment: pass, fail, unknown, not-applicable, waived, not-checked or error."
        )
      ),
      CodeExplanation(
        .clauseMalformed,
        title: LocalizedText(th: "การอ้างข้อไม่ถูกรูป", en: "a malformed citation"),
        text: LocalizedText(
          th: "อ้างคู่มือเป็น J2 §5.4 (งานที่ 2 ข้อ 5.4) อ้างเอกสารอื่นเป็น รหัส: ที่ เช่น circular-2568: ข้อ 4",
          en:
            "The manual is cited as J2 §5.4 (job 2, clause 5.4), another document as `id: place`, such as `circular-2568: ข้อ 4`."
        )
      ),
      CodeExplanation(
        .placeholderNotFilled,
        title: LocalizedText(
          th: "ช่องแทนค่าในข้อความที่ไม่แทนค่า",
          en: "a placeholder where nothing is filled in"
        ),
        text: LocalizedText(
          th:
            "title และ remedy พิมพ์ออกมาตามที่เขียน วงเล็บปีกกาจึงปรากฏในรายงาน ช่องแทนค่าใช้ได้ใน message, label และ question",
          en:
            "Title and remedy are printed as they stand, braces and all. Placeholders belong into message, label and question."
        )
      ),
      CodeExplanation(
        .settingsAmongRules,
        title: LocalizedText(th: "แฟ้มตั้งค่าอยู่ในหมู่เกณฑ์", en: "settings where a rule belongs"),
        text: LocalizedText(
          th:
            "แฟ้มทุกแฟ้มในชุดเกณฑ์อ่านเป็นเกณฑ์ เว้นแต่ในโฟลเดอร์ profiles offices และ waivers แฟ้มนี้เป็นชุดที่เลือกใช้ ค่าของสำนักงาน หรือข้อยกเว้น ย้ายไปไว้ในโฟลเดอร์ของมัน",
          en:
            "Every file of a folder of rules is read as a rule, but for those in profiles, offices and waivers. This one is a profile, an office or a list of waivers: move it to the folder for these."
        ),
        example: "Rules/our-office.yaml   →   Rules/offices/our-office.yaml"
      ),
    ]
}
