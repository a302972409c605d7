public import Catalogues
import Diagnostics

/// The codes of rules that read well but cannot be used, with what to say about each.
public enum CompileCodes {
  /// All codes in order.
  public static let explanations: [CodeExplanation] = [
    CodeExplanation(
      .unknownName,
      title: LocalizedText(th: "ชื่อที่ไม่รู้จัก", en: "an unknown name"),
      text: LocalizedText(
        th:
          "ชื่อนี้ไม่ใช่ช่องข้อมูลของประเภทเรื่อง ตัวแปรของ for_each หรือชื่อใน define แก้ตามคำที่แนะนำ หรือเพิ่มประเภทเรื่องใน applies_to",
        en:
          "The name is no field of the kind, no element of for_each and no definition. Follow the suggestion, or name the kind in applies_to."
      )
    ),
    CodeExplanation(
      .nameTwice,
      title: LocalizedText(th: "ชื่อเดียวใช้กับสองสิ่ง", en: "one name for two things"),
      text: LocalizedText(
        th: "ชื่อใน for_each และ define ต้องไม่ซ้ำกันและไม่ซ้ำกับช่องข้อมูล ใช้ชื่ออื่น",
        en:
          "Names in for_each and define must differ from each other and from fields. Use another name."
      )
    ),
    CodeExplanation(
      .definitionCycle,
      title: LocalizedText(th: "define ที่อ้างถึงตัวเอง", en: "a definition that depends on itself"),
      text: LocalizedText(
        th: "define หนึ่งอ้างอีกตัวหนึ่งที่อ้างกลับมา จึงคำนวณไม่ได้ แยกส่วนที่ใช้ร่วมกันออกเป็นอีกชื่อหนึ่ง",
        en:
          "One definition reads another that reads it in turn. Put what both need under a name of its own."
      )
    ),
    CodeExplanation(
      .unknownCode,
      title: LocalizedText(th: "รหัสที่ไม่มีในรายการ", en: "a code that its list does not have"),
      text: LocalizedText(
        th: "รหัสนี้ไม่มีในรายการที่ช่องข้อมูลใช้ แก้ตามคำที่แนะนำ ดูรหัสที่มีด้วย krong list",
        en:
          "The list that the field uses has no such code. Follow the suggestion; krong list shows the codes."
      )
    ),
    CodeExplanation(
      .unknownParameter,
      title: LocalizedText(
        th: "พารามิเตอร์ที่เกณฑ์ไม่ได้ประกาศ",
        en: "a parameter that the rule does not declare"
      ),
      text: LocalizedText(
        th: "params. ตามด้วยชื่อที่ประกาศไว้ใน params ของเกณฑ์ ประกาศเพิ่มหรือแก้ชื่อ",
        en:
          "params. is followed by a name that the rule declares under params. Declare it, or correct the name."
      )
    ),
    CodeExplanation(
      .unknownCatalogue,
      title: LocalizedText(th: "ไม่มีบัญชีรายการนี้", en: "a catalogue that does not exist"),
      text: LocalizedText(
        th: "ไม่มีบัญชีรายการชื่อนี้ ดูชื่อที่มีด้วย krong list catalogues",
        en: "There is no catalogue of this name; krong list catalogues shows them."
      )
    ),
    CodeExplanation(
      .unknownKind,
      title: LocalizedText(th: "ไม่มีประเภทเรื่องนี้", en: "a kind of submission that does not exist"),
      text: LocalizedText(
        th: "applies_to ระบุประเภทเรื่องที่ไม่มี ดูชื่อที่มีด้วย krong list kinds",
        en: "applies_to names a kind that does not exist; krong list kinds shows them."
      )
    ),
    CodeExplanation(
      .literalType,
      title: LocalizedText(th: "ค่าที่ใช้ตรงนี้ไม่ได้", en: "a literal of another type"),
      text: LocalizedText(
        th:
          "ค่าที่เขียนไว้ไม่ใช่ชนิดที่เปรียบเทียบด้วยได้ เช่น เขียนข้อความแทนวันที่ วันที่เขียน ค.ศ. แบบ 2025-10-01 ส่วนปีเขียน พ.ศ. แบบ 2569",
        en:
          "The value is not of the type that it is compared with, such as text for a day. Days are written in the common era, as 2025-10-01, years in the Buddhist era, as 2569."
      )
    ),
    CodeExplanation(
      .emptyLiteral,
      title: LocalizedText(th: "รายการว่าง", en: "an empty literal list"),
      text: LocalizedText(
        th: "รายการที่เขียนไว้ไม่มีสิ่งใดให้ตรวจ ใส่ค่า หรือลบข้อนี้ออก",
        en: "The list that is written asks for nothing. Fill it, or take the item out."
      )
    ),
    CodeExplanation(
      .notAList,
      title: LocalizedText(th: "ต้องเป็นรายการ", en: "a list is needed"),
      text: LocalizedText(
        th: "ตรงนี้ต้องเป็นรายการ ใช้เส้นทางของรายการ เช่น projects หรือ projects[].activities",
        en: "A list belongs here: use the path of one, such as projects or projects[].activities."
      )
    ),
    CodeExplanation(
      .notAPath,
      title: LocalizedText(th: "ต้องเป็นเส้นทางของช่องข้อมูล", en: "a path is needed"),
      text: LocalizedText(
        th: "ตรงนี้ต้องเป็นเส้นทาง เช่น schedule.start เพราะต้องรู้ว่าจะชี้ไปที่ใด นิพจน์ใส่ไว้ใน when หรือ assert",
        en:
          "A path belongs here, such as schedule.start, because a finding must point at it. Expressions go under when or assert."
      )
    ),
    CodeExplanation(
      .notComparable,
      title: LocalizedText(th: "ค่าสองค่าเปรียบเทียบกันไม่ได้", en: "values that cannot be compared"),
      text: LocalizedText(
        th: "ค่าทั้งสองเป็นคนละชนิด เช่น วันที่กับจำนวนเงิน แก้ให้เป็นชนิดเดียวกัน",
        en:
          "The two values are of different types, such as a day and an amount. Make them of one type."
      )
    ),
    CodeExplanation(
      .badPattern,
      title: LocalizedText(th: "นิพจน์ปกติที่อ่านไม่ได้", en: "a regular expression that cannot be read"),
      text: LocalizedText(
        th: "รูปแบบของนิพจน์ปกติผิด แก้ตามข้อความ ไม่รองรับการอ้างย้อนกลับและการมองหน้ามองหลัง",
        en:
          "The pattern is not a regular expression. Mend what the message says; back references and look-around are not supported."
      )
    ),
    CodeExplanation(
      .unknownPlaceholder,
      title: LocalizedText(th: "ช่องเติมข้อความที่ไม่มีค่า", en: "a placeholder that nothing fills"),
      text: LocalizedText(
        th: "ชื่อในวงเล็บปีกกาของข้อความต้องเป็นช่องข้อมูล ตัวแปร ชื่อใน define หรือคำที่แบบการตรวจนี้ให้ แก้ตามคำที่แนะนำ",
        en:
          "A name in braces must be a field, an element, a definition, or a word that this check kind provides. Follow the suggestion."
      )
    ),
    CodeExplanation(
      .badTemplate,
      title: LocalizedText(th: "วงเล็บปีกกาในข้อความผิด", en: "braces that do not pair"),
      text: LocalizedText(
        th: "วงเล็บปีกกาในข้อความต้องครบคู่ และมีเฉพาะชื่อหรือเส้นทาง นิพจน์ให้ตั้งชื่อไว้ใน define ก่อน",
        en:
          "Braces in a sentence must pair and hold a name or path only. Give an expression a name under define first."
      )
    ),
    CodeExplanation(
      .notSofter,
      title: LocalizedText(
        th: "ความรุนแรงของข้อย่อยไม่ต่ำกว่าของเกณฑ์",
        en: "the severity of an item is not below the rule's"
      ),
      text: LocalizedText(
        th: "severity ของข้อย่อยมีไว้ลดระดับ ใช้ระดับที่ต่ำกว่า หรือลบออก",
        en: "severity of an item is there to lower it. Use a lower one, or take it out."
      )
    ),
    CodeExplanation(
      .missingArgument,
      title: LocalizedText(th: "แบบการตรวจขาดส่วนที่จำเป็น", en: "a check kind lacks an argument"),
      text: LocalizedText(
        th: "แบบการตรวจนี้ยังไม่ได้บอกว่าจะตรวจอะไร เติมคีย์ที่ขาดตามข้อความ",
        en: "The check kind does not say yet what it asks for. Add the key that the message names."
      )
    ),
    CodeExplanation(
      .assertNeeds,
      title: LocalizedText(
        th: "assert ต้องมีข้อความและตำแหน่ง",
        en: "assert needs a sentence and a place"
      ),
      text: LocalizedText(
        th: "ระบบเดาข้อความและตำแหน่งจากเงื่อนไขไม่ได้ เติม message และ at",
        en: "A sentence and a place cannot be derived from a condition. Add message and at."
      )
    ),
    CodeExplanation(
      .unknownStage,
      title: LocalizedText(th: "ไม่มีสถานะนี้", en: "a stage that does not exist"),
      text: LocalizedText(
        th: "applies_to ระบุสถานะที่ไม่มี ใช้สถานะหนึ่งในข้อความ",
        en: "applies_to names a stage that does not exist. Use one of those in the message."
      )
    ),
    CodeExplanation(
      .costTooHigh,
      title: LocalizedText(th: "เกณฑ์ใช้จำนวนขั้นมากเกินไป", en: "a rule that can cost too much"),
      text: LocalizedText(
        th:
          "ประมาณจากความยาวมากที่สุดที่แฟ้มประเภทเรื่องยอมให้ เกณฑ์นี้ใช้ขั้นเกินเพดาน มักเกิดจากการวนรายการซ้อนกันสามชั้น ย้ายส่วนที่ไม่เปลี่ยนไว้ใน define หรือลด max ของรายการ ดูจำนวนขั้นด้วย krong lint --cost",
        en:
          "By the longest lists and texts that the kind allows, the rule takes more steps than a rule may, mostly because three lists are gone through within one another. Move what does not change to define, or give the lists a smaller max. krong lint --cost shows the steps."
      )
    ),
    CodeExplanation(
      .setTooHigh,
      title: LocalizedText(
        th: "เกณฑ์ทั้งชุดใช้จำนวนขั้นมากเกินไป",
        en: "a set of rules that can cost too much"
      ),
      text: LocalizedText(
        th: "จำนวนขั้นมากที่สุดของเกณฑ์ทุกข้อรวมกันเกินเพดาน เริ่มลดจากเกณฑ์ที่ใช้มากที่สุด ดูด้วย krong lint --cost",
        en:
          "The most steps of all rules together are above the limit. Begin with the costliest; krong lint --cost lists them."
      )
    ),
    CodeExplanation(
      .contradictingBounds,
      title: LocalizedText(th: "ขอบเขตที่ขัดกัน", en: "bounds that contradict each other"),
      text: LocalizedText(
        th: "ขอบเขตล่างสูงกว่าขอบเขตบน หรือไม่เหลือค่าใดระหว่างนั้น ข้อตรวจจึงไม่มีทางผ่าน แก้ตัวเลขหรือสลับกัน",
        en:
          "The lower bound is above the upper one, or nothing is left between them, so that the check can never pass. Correct a figure or swap them."
      ),
      example:
        "within: {value: budget, min: 100, max: 50}   →   within: {value: budget, min: 50, max: 100}"
    ),
    CodeExplanation(
      .wrongArgument,
      title: LocalizedText(
        th: "ค่าที่แบบการตรวจนี้ใช้ไม่ได้",
        en: "a value that the check kind has no use for"
      ),
      text: LocalizedText(
        th:
          "แบบการตรวจต้องการค่าชนิดอื่น เช่น total รวมจำนวนเงิน แต่ได้ข้อความ ตรวจแบบนี้ไม่มีทางผ่าน ใช้ช่องข้อมูลอื่น หรือแบบการตรวจอื่น",
        en:
          "The check kind needs a value of another type, such as total, which adds up amounts and was given a text. It could never pass. Use another field, or another check kind."
      ),
      example:
        "total: {of: title, lines: [\"projects[].budget\"]}   →   total: {of: budget.total, lines: [\"projects[].budget\"]}"
    ),
  ]
}
