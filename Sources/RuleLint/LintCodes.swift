package import Catalogues
public import Diagnostics

extension DiagnosticCode {
  /// An invisible character.
  public static let invisibleCharacter = DiagnosticCode("LINT-001")
  /// A full-width character.
  public static let wideCharacter = DiagnosticCode("LINT-002")
  /// A Thai word in another spelling that looks the same.
  public static let thaiSpelling = DiagnosticCode("LINT-003")
  /// `no`, `yes`, `on`, `off` without quotes.
  public static let truthWord = DiagnosticCode("LINT-004")
  /// A figure that programs read in different ways.
  public static let ambiguousFigure = DiagnosticCode("LINT-005")
  /// A text that `#` has cut.
  public static let cutByComment = DiagnosticCode("LINT-006")
  /// A line of a text that looks like a comment.
  public static let commentInText = DiagnosticCode("LINT-007")
  /// A submission where a rule is expected.
  public static let submissionAmongRules = DiagnosticCode("LINT-008")
  /// A number that a comma has cut.
  public static let numberCut = DiagnosticCode("LINT-009")
  /// A condition that never holds.
  public static let conditionNever = DiagnosticCode("LINT-020")
  /// A condition that always holds.
  public static let conditionAlways = DiagnosticCode("LINT-021")
  /// A rule that asks what another asks.
  public static let ruleShadowed = DiagnosticCode("LINT-022")
  /// A parameter or definition that nothing reads.
  public static let nameUnused = DiagnosticCode("LINT-023")
  /// A guard that no example shows.
  public static let guardUntested = DiagnosticCode("LINT-024")
  /// A profile that selects no rule.
  public static let selectionEmpty = DiagnosticCode("LINT-025")
  /// A rule whose id says another family.
  public static let familyOfID = DiagnosticCode("LINT-026")
  /// A rule whose years are over.
  public static let ruleExpired = DiagnosticCode("LINT-030")
  /// A parameter without a value for the year at hand.
  public static let parameterOutdated = DiagnosticCode("LINT-031")
  /// A waiver that no longer holds.
  public static let waiverExpired = DiagnosticCode("LINT-032")
}

/// The codes of lint, with what to say about each.
package enum LintCodes {
  /// All codes in order.
  package static let explanations: [CodeExplanation] = typing + meaning + dates

  private static let typing: [CodeExplanation] = [
    CodeExplanation(
      .invisibleCharacter,
      title: LocalizedText(th: "อักขระที่มองไม่เห็น", en: "an invisible character"),
      text: LocalizedText(
        th:
          "แฟ้มมีอักขระที่มองไม่เห็น เช่น ช่องว่างแบบไม่ตัดบรรทัด อักขระความกว้างศูนย์ หรือ BOM กลางแฟ้ม มักติดมาจากการคัดลอก คีย์ที่มีอักขระเช่นนี้เป็นคีย์อื่นที่โปรแกรมไม่รู้จัก และข้อความที่มีจะค้นหาหรือเทียบไม่พบ คำสั่งในตัวอย่างลบให้",
        en:
          "The file has a character that nobody sees: a no-break space, a character without width, a byte order mark in the middle. They come with copied text. A key with one of them is another key, which the program does not know; a text with one is not found when it is searched or compared. The command of the example takes it out."
      ),
      example: "krong lint --fix Rules"
    ),
    CodeExplanation(
      .wideCharacter,
      title: LocalizedText(th: "อักขระเต็มความกว้าง", en: "a full-width character"),
      text: LocalizedText(
        th:
          "อักขระนี้มาจากแป้นพิมพ์ภาษาเอเชียตะวันออกหรือการคัดลอก เช่น ： แทน : และ １ แทน 1 YAML และนิพจน์ไม่อ่านเป็นเครื่องหมายหรือตัวเลขธรรมดา พิมพ์ใหม่ด้วยอักขระธรรมดา",
        en:
          "The character comes from an East Asian keyboard or from copied text, such as ： for : or １ for 1. Neither YAML nor expressions take it for the usual one. Type the usual one."
      ),
      example: "krong lint --diff Rules"
    ),
    CodeExplanation(
      .thaiSpelling,
      title: LocalizedText(th: "คำไทยที่พิมพ์ต่างจากปกติ", en: "a Thai word typed in another way"),
      text: LocalizedText(
        th:
          "คำไทยคำเดียวกันพิมพ์ได้หลายแบบที่มองเหมือนกัน: ำ เป็น ํ กับ า, แ เป็น เ สองตัว, วรรณยุกต์ก่อนสระบน วรรณยุกต์ซ้ำสองครั้ง โปรแกรมค้นหาและเทียบตัวอักษรต่อตัวอักษรจึงไม่พบ คำสั่งในตัวอย่างเขียนใหม่ในแบบปกติโดยความหมายไม่เปลี่ยน",
        en:
          "One Thai word can be typed in several ways that look alike: ำ as ํ and า, แ as two เ, a tone mark before the vowel above, or twice. Programs that search or compare letter by letter do not find it. The command of the example writes it in the usual way; nothing that is seen changes."
      ),
      example: "krong lint --fix Rules"
    ),
    CodeExplanation(
      .truthWord,
      title: LocalizedText(
        th: "yes no on off ที่ไม่มีเครื่องหมายคำพูด",
        en: "yes, no, on, off without quotes"
      ),
      text: LocalizedText(
        th:
          "Krong อ่าน YAML 1.2 จึงถือคำเหล่านี้เป็นข้อความ แต่โปรแกรมจำนวนมากอ่าน YAML 1.1 และถือเป็นค่าจริงหรือเท็จ ใส่เครื่องหมายคำพูดถ้าเป็นข้อความ เขียน true หรือ false ถ้าเป็นค่าจริงหรือเท็จ",
        en:
          "Krong reads YAML 1.2, in which these words are texts. Many programs read YAML 1.1, in which they are truth values. Quote them if they are texts; write true or false if they are not."
      ),
      example: "no: x      →  \"no\": x\nx: yes     →  x: \"yes\""
    ),
    CodeExplanation(
      .ambiguousFigure,
      title: LocalizedText(th: "ตัวเลขที่อ่านได้หลายอย่าง", en: "a figure that is read in several ways"),
      text: LocalizedText(
        th:
          "เลขที่ขึ้นต้นด้วยศูนย์ เลขฐานอื่น เลขที่มี _ และเวลา เป็นจำนวนต่างกันในแต่ละโปรแกรม หรือไม่ใช่จำนวนเลย รหัสและเวลาให้ใส่เครื่องหมายคำพูด จำนวนให้เขียนเป็นเลขธรรมดา",
        en:
          "Figures that begin with a zero, are in another base, have a _ in them or look like a time are different numbers in different programs, or none. Quote codes and times; write amounts as plain numbers."
      ),
      example: "at: 12:30   →  at: \"12:30\"\nweight: 08  →  weight: 8"
    ),
    CodeExplanation(
      .cutByComment,
      title: LocalizedText(th: "ข้อความที่ # ตัด", en: "a text that # has cut"),
      text: LocalizedText(
        th:
          "ในข้อความที่ไม่มีเครื่องหมายคำพูด # ที่ตามหลังช่องว่างเริ่มหมายเหตุ ส่วนที่เหลือของข้อความจึงหายไปโดยไม่มีคำเตือนจาก YAML ใส่ข้อความทั้งหมดในเครื่องหมายคำพูด หมายเหตุจริงให้เว้นสองช่องก่อน #",
        en:
          "In a text without quotes, # after a blank begins a comment, and YAML drops the rest of the sentence without a word. Quote the whole text. Before a real comment leave two blanks."
      ),
      example: "th: ดูข้อ #3    →  th: \"ดูข้อ #3\""
    ),
    CodeExplanation(
      .commentInText,
      title: LocalizedText(th: "หมายเหตุที่กลายเป็นข้อความ", en: "a comment that is part of a text"),
      text: LocalizedText(
        th:
          "หลัง | หรือ > ทุกบรรทัดที่ย่อหน้าเป็นข้อความ รวมถึงบรรทัดที่ขึ้นต้นด้วย # ผู้อ่านจึงเห็นหมายเหตุในข้อความ ย้ายหมายเหตุไปไว้ก่อนคีย์",
        en:
          "After | or > every indented line is text, those that begin with # too, so readers see the remark. Put it before the key."
      )
    ),
    CodeExplanation(
      .numberCut,
      title: LocalizedText(th: "จำนวนที่ขาดตรงจุลภาค", en: "a number that a comma has cut"),
      text: LocalizedText(
        th:
          "ใน { } และ [ ] YAML ถือว่าจุลภาคคั่นรายการ 1,000 จึงเป็น 1 กับคีย์หรือค่า 000 ลบจุลภาคออก หรือใส่เครื่องหมายคำพูด",
        en:
          "In { } and [ ] a comma separates entries for YAML, so 1,000 is 1 and a key or a value 000. Leave the comma out, or quote the number."
      ),
      example: "- fail: {budget: {total: 1000}}"
    ),
    CodeExplanation(
      .submissionAmongRules,
      title: LocalizedText(th: "เรื่องที่เสนอในที่ของเกณฑ์ตรวจ", en: "a submission in place of a rule"),
      text: LocalizedText(
        th:
          "krong lint ตรวจแฟ้มเกณฑ์ แฟ้มค่าตั้ง และแฟ้มทดสอบ ส่วนแผน โครงการ และคำของบประมาณ ตรวจด้วย krong check",
        en:
          "krong lint looks at rules, settings and tests. Plans, projects and requests are for krong check."
      ),
      example: "krong check plan.yaml"
    ),
  ]

  private static let meaning: [CodeExplanation] = [
    CodeExplanation(
      .conditionNever,
      title: LocalizedText(th: "เงื่อนไขที่ไม่มีวันเป็นจริง", en: "a condition that never holds"),
      text: LocalizedText(
        th:
          "เงื่อนไขนี้ขัดกับตัวเอง หรือกับ applies_to, in_force หรือเงื่อนไขที่อยู่เหนือขึ้นไป เกณฑ์หรือข้อตรวจจึงไม่เคยทำงาน ทั้งที่ดูเหมือนมีการตรวจ แก้ส่วนที่ขัดกัน",
        en:
          "The condition contradicts itself, or applies_to, in_force or a condition above it. The rule or item never does anything, though it looks as if something were checked. Mend the part that disagrees."
      ),
      example: "in_force: {from: 2570}\nwhen: fiscal_year < 2569"
    ),
    CodeExplanation(
      .conditionAlways,
      title: LocalizedText(th: "เงื่อนไขที่เป็นจริงเสมอ", en: "a condition that always holds"),
      text: LocalizedText(
        th:
          "เงื่อนไขนี้เป็นจริงทุกครั้งที่เกณฑ์ทำงาน เพราะ applies_to หรือ in_force กำหนดไว้แล้ว หรือเพราะเทียบค่าคงที่กับค่าคงที่ ลบออกหรือเขียนเงื่อนไขที่ตั้งใจ",
        en:
          "The condition holds whenever the rule is asked, because applies_to or in_force says so already, or because it compares constants. Leave it out, or write the condition that was meant."
      ),
      example: "applies_to: {kinds: all, jobs: [2], from_stage: draft}\nwhen: job == 2"
    ),
    CodeExplanation(
      .ruleShadowed,
      title: LocalizedText(th: "เกณฑ์ที่ซ้ำกับเกณฑ์อื่น", en: "a rule that another rule covers"),
      text: LocalizedText(
        th:
          "เกณฑ์สองเกณฑ์ตรวจสิ่งเดียวกันของเรื่องเดียวกัน ความบกพร่องหนึ่งเรื่องจึงถูกบอกและหักคะแนนสองครั้ง ลบเกณฑ์หนึ่ง หรือทำให้ใช้กับเรื่องต่างกัน",
        en:
          "Two rules ask the same of the same submissions, so one mistake is told twice and counts twice. Delete one, or let them apply to different submissions."
      )
    ),
    CodeExplanation(
      .nameUnused,
      title: LocalizedText(th: "ชื่อที่ไม่มีอะไรใช้", en: "a name that nothing reads"),
      text: LocalizedText(
        th:
          "พารามิเตอร์หรือนิพจน์ใน define ไม่ถูกใช้ การแก้ค่าจึงไม่มีผลใด ๆ มักเป็นเพราะเขียนตัวเลขไว้ตรง ๆ ในเงื่อนไข ใช้ params.ชื่อ แทนตัวเลข หรือลบออก",
        en:
          "Nothing reads the parameter or definition, so changing it changes nothing. Often a figure stands in the condition instead: write params.name there, or delete the name."
      ),
      example:
        "params: {large_from: {type: money, default: 500000, …}}\nwhere: project.budget >= params.large_from"
    ),
    CodeExplanation(
      .guardUntested,
      title: LocalizedText(th: "เงื่อนไขที่ไม่มีตัวอย่าง", en: "a guard without an example"),
      text: LocalizedText(
        th:
          "เกณฑ์มี when, where หรือ in_force แต่ไม่มีตัวอย่างใดที่ไม่เกี่ยวข้อง (not-applicable) จึงไม่มีอะไรบอกได้ว่าเงื่อนไขนั้นถูก เพิ่มตัวอย่างที่อยู่นอกเงื่อนไขพอดี",
        en:
          "The rule has `when`, `where` or `in_force`, and no example is not applicable, so nothing tells whether the guard is right. Add an example that lies just outside it."
      ),
      example: "- not-applicable: {fiscal_year: 2569}\n  why: in-force"
    ),
    CodeExplanation(
      .selectionEmpty,
      title: LocalizedText(th: "โปรไฟล์ที่ไม่เลือกเกณฑ์ใดเลย", en: "a profile that selects no rule"),
      text: LocalizedText(
        th:
          "ทุกข้อที่กำหนดใน select ต้องตรงพร้อมกัน และ deselect หักออกอีก ผลคือไม่มีเกณฑ์ใดเหลือ การตรวจด้วยโปรไฟล์นี้จึงไม่ตรวจอะไร แก้ข้อที่ขัดกัน",
        en:
          "Everything in `select` must fit at once, and `deselect` takes more away: no rule is left, and a check with this profile checks nothing. Mend what excludes the rest."
      )
    ),
    CodeExplanation(
      .familyOfID,
      title: LocalizedText(th: "หมวดไม่ตรงกับรหัสเกณฑ์", en: "a family that the id does not say"),
      text: LocalizedText(
        th:
          "ส่วนกลางของรหัสบอกหมวดของเกณฑ์: ALN ความสอดคล้อง CMP ความครบถ้วน CON ความถูกต้องตรงกัน PRC ขั้นตอน THR เกณฑ์จำนวน DIS การเปิดเผย คะแนนและรายงานใช้ค่าของ family แก้ค่าใดค่าหนึ่งให้ตรงกัน",
        en:
          "The middle of an id says the family: ALN alignment, CMP completeness, CON consistency, PRC procedure, THR threshold, DIS disclosure. Scores and reports go by `family`; correct one of the two."
      ),
      example: "rule: J02-CMP-003\nfamily: completeness"
    ),
  ]

  private static let dates: [CodeExplanation] = [
    CodeExplanation(
      .ruleExpired,
      title: LocalizedText(th: "เกณฑ์หมดอายุ", en: "an expired rule"),
      text: LocalizedText(
        th:
          "ปีงบประมาณสุดท้ายใน in_force ผ่านไปแล้ว เกณฑ์จึงไม่ใช้กับเรื่องใหม่ เลื่อนปี ลบ until หรือนำแฟ้มออก วันที่ใช้เทียบคือวันนี้ หรือ --as-of",
        en:
          "The last fiscal year of in_force is over, so the rule applies to no new submission. Move the year, leave `until` out, or take the file away. The day compared is today, or that of --as-of."
      ),
      example: "krong lint Rules --as-of 2026-10-01"
    ),
    CodeExplanation(
      .parameterOutdated,
      title: LocalizedText(
        th: "พารามิเตอร์ไม่มีค่าของปีนี้",
        en: "a parameter without a value for the year"
      ),
      text: LocalizedText(
        th:
          "พารามิเตอร์กำหนดค่ารายปีงบประมาณ แต่ปีล่าสุดที่กำหนดอยู่ก่อนปีปัจจุบัน ค่าเก่าจึงใช้ต่อไปเอง เพิ่มค่าของปีนี้ แม้จะเท่าเดิม เพื่อแสดงว่าได้ทบทวนแล้ว ปีที่ใช้เทียบคือปีงบประมาณของวันนี้ หรือของ --as-of",
        en:
          "The parameter has values by fiscal year, and the last of them is before the year at hand, so the old value is used on. Add the value of this year, even if it is the same, to show that it was looked at. The year compared is that of today, or of --as-of."
      ),
      example: "by_fiscal_year: {2568: 500000, 2569: 600000}"
    ),
    CodeExplanation(
      .waiverExpired,
      title: LocalizedText(th: "ข้อยกเว้นหมดอายุ", en: "an expired waiver"),
      text: LocalizedText(
        th: "วันสุดท้ายของข้อยกเว้นผ่านไปแล้ว จึงไม่มีผล ลบออก หรือขออนุมัติใหม่แล้วแก้วันที่",
        en:
          "The last day of the waiver is over, so it has no effect. Delete it, or have it approved anew and change the date."
      )
    ),
  ]
}
