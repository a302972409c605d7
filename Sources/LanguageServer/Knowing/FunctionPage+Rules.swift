// The functions of the rule language: the English is that of the article on expressions, which a test holds
// them to.

extension FunctionPage {
  /// Functions of the rule language.
  static let rules: [FunctionPage] = [
    FunctionPage(
      "baht(n)",
      th: "จำนวนเงินเป็นบาทเต็ม",
      en: "an amount of whole baht",
      example: "baht(1000)"
    ),
    FunctionPage(
      "money(text)",
      th: "จำนวนเงินจากข้อความตามที่คนเขียน ทศนิยมไม่เกินสองตำแหน่ง",
      en:
        "an amount as people write it, Thai or Western: `1,250.50`, `๑,๒๕๐.๕๐`, `฿500`, `500 บาท`, `1.5 ล้านบาท`; at most two decimals",
      example: "money(\"๑,๒๕๐.๕๐\")"
    ),
    FunctionPage(
      "decimal(x)",
      th: "จำนวนแม่นยำของข้อความหรือจำนวนเต็ม ทศนิยมไม่เกินหกตำแหน่ง",
      en: "an exact number of a text or a whole number, to six decimals",
      example: "decimal(\"40.5\")"
    ),
    FunctionPage(
      "percent_of(amount, rate, rounding)",
      th: "ร้อยละของจำนวน ปัดเศษตามที่ระบุ",
      en:
        "so many per cent of an amount, exact and then rounded to the satang; `rate` is a whole number, a decimal or a text of one",
      example: "percent_of(money(\"1250.50\"), \"7.5\", \"down\")"
    ),
    FunctionPage(
      "fraction_of(amount, a, b, rounding)",
      th: "ส่วนของจำนวน ปัดเศษตามที่ระบุ",
      en: "a/b of an amount, exact and then rounded to the satang",
      example: "fraction_of(baht(100), 1, 3, \"half_up\")"
    ),
    FunctionPage(
      "date(text)",
      th: "วันที่ ค.ศ.",
      en:
        "a day with a year of the C.E.: `2025-06-25`, `25/06/2025`, `25 June 2025`, `25 มิถุนายน ค.ศ. 2025`; Thai digits are digits",
      example: "date(\"2025-06-30\")"
    ),
    FunctionPage(
      "be_date(text), be_date(year, month, day)",
      th: "วันที่จากข้อความปี พ.ศ.",
      en:
        "a day with a year of the B.E.: `25 มิถุนายน 2568`, `๒๕ มิ.ย. ๖๘`, `25/06/2568`, `2568-06-25`",
      example: "be_date(\"๒๕ มิ.ย. ๒๕๖๘\")"
    ),
    FunctionPage(
      "sum(list)",
      th: "ผลรวมที่แม่นยำของรายการ ไม่มีรายการคือ 0",
      en: "the exact sum of whole numbers, amounts or decimals; 0 of none",
      example: "sum(projects.map(p, p.budget))"
    ),
    FunctionPage(
      "min(list), min(a, b)",
      th: "ค่าน้อยที่สุด",
      en:
        "the least of numbers, amounts or days; a whole number may stand beside an amount or a decimal",
      example: "min([3, 1, 2])"
    ),
    FunctionPage(
      "max(list), max(a, b)",
      th: "ค่ามากที่สุด",
      en: "the greatest, in the same way",
      example: "max(baht(5), 7)"
    ),
    FunctionPage(
      "distinct(list)",
      th: "ค่าที่ไม่ซ้ำกัน",
      en: "each value once, at its first place; texts as Thai text",
      example: "distinct([\"ก\", \"ข\", \"ก\"])"
    ),
    FunctionPage(
      "is_sorted(list)",
      th: "เรียงจากน้อยไปมากหรือไม่",
      en: "whether no element is less than the one before it",
      example: "is_sorted([1, 1, 2])"
    ),
    FunctionPage(
      "same_items(a, b)",
      th: "สองรายการมีสมาชิกเดียวกันจำนวนเท่ากันหรือไม่",
      en: "whether both have the same elements equally often",
      example: "same_items([1, 2], [2, 1])"
    ),
    FunctionPage(
      "flatten(lists)",
      th: "สมาชิกของทุกรายการรวมกัน",
      en: "the elements of all the lists",
      example: "flatten([[1], [2, 3]])"
    ),
    FunctionPage(
      "days_between(a, b)",
      th: "จำนวนวันจาก a ถึง b ติดลบเมื่อ b มาก่อน",
      en: "the days from a to b, negative when b is earlier",
      example: "days_between(date(\"2025-10-01\"), date(\"2025-09-30\"))"
    ),
    FunctionPage(
      "add_days(d, n)",
      th: "วันที่หลังจากนั้น n วัน",
      en: "the day n days later",
      example: "add_days(date(\"2024-02-28\"), 1)"
    ),
    FunctionPage(
      "fiscal_year_start(y)",
      th: "วันที่ 1 ตุลาคม ต้นปีงบประมาณ พ.ศ.",
      en: "1 October before the fiscal year, B.E.",
      example: "fiscal_year_start(2569)"
    ),
    FunctionPage(
      "fiscal_year_end(y)",
      th: "วันที่ 30 กันยายน สิ้นปีงบประมาณ พ.ศ.",
      en: "30 September of the fiscal year, B.E.",
      example: "fiscal_year_end(2569)"
    ),
    FunctionPage(
      "fiscal_year_of(d)",
      th: "ปีงบประมาณ พ.ศ. ของวันที่",
      en: "the fiscal year of a day, B.E.",
      example: "fiscal_year_of(date(\"2025-10-01\"))"
    ),
    FunctionPage(
      "be_year_of(d)",
      th: "ปี พ.ศ. ของวันที่",
      en: "the calendar year of a day, B.E.",
      example: "be_year_of(date(\"2025-12-31\"))"
    ),
    FunctionPage(
      "quarter_of(d)",
      th: "ไตรมาสของปีงบประมาณที่วันที่อยู่",
      en: "the quarter of the fiscal year in which a day lies; 1 is October to December",
      example: "quarter_of(date(\"2026-01-01\"))"
    ),
    FunctionPage(
      "quarter_start(y, q)",
      th: "วันแรกของไตรมาสในปีงบประมาณ พ.ศ.",
      en: "the first day of a quarter of the fiscal year, B.E.",
      example: "quarter_start(2569, 2)"
    ),
    FunctionPage(
      "quarter_end(y, q)",
      th: "วันสุดท้ายของไตรมาสในปีงบประมาณ พ.ศ.",
      en: "its last day",
      example: "quarter_end(2569, 2)"
    ),
    FunctionPage(
      "years(a, b)",
      th: "ปีตั้งแต่ a ถึง b",
      en: "the years from a to b, none when a is after b",
      example: "years(2568, 2570)"
    ),
    FunctionPage(
      "periods_due(y, grace, day)",
      th: "ไตรมาสของปีงบประมาณที่สิ้นสุดเกินจำนวนวันผ่อนผันแล้ว",
      en: "the quarters of a fiscal year that ended more than `grace` days ago",
      example: "periods_due(2569, 15, date(\"2026-01-20\"))"
    ),
    FunctionPage(
      "years_due(y, grace, day)",
      th: "ปีงบประมาณนั้นเมื่อสิ้นสุดเกินจำนวนวันผ่อนผันแล้ว",
      en: "the fiscal year itself once it ended more than `grace` days ago, else nothing",
      example: "years_due(2569, 0, date(\"2026-10-01\"))"
    ),
    FunctionPage(
      "overlap(a, b, c, d)",
      th: "ช่วง a–b กับ c–d มีวันร่วมกันหรือไม่",
      en: "whether the spans a–b and c–d share a day; an empty optional is an open end",
      example:
        "overlap(optional.of(date(\"2025-10-01\")), optional.none(), optional.of(date(\"2025-11-01\")), optional.none())"
    ),
    FunctionPage(
      "th.same(a, b)",
      th: "ข้อความไทยเหมือนกันหรือไม่",
      en: "whether two texts are equal as Thai text, digits as digits",
      example: "th.same(\"น้ำ\", \"นํ้า\")"
    ),
    FunctionPage(
      "th.contains(s, part)",
      th: "ข้อความไทยมีส่วนนี้หรือไม่",
      en: "whether the part stands in the text as Thai text",
      example: "th.contains(\"นํ้าดื่ม\", \"น้ำ\")"
    ),
    FunctionPage(
      "th.normalize(s)",
      th: "รูปของข้อความไทยที่ใช้เทียบ",
      en: "the form in which Thai text is compared",
      example: "size(th.normalize(\" ก  ข \"))"
    ),
    FunctionPage(
      "th.digits(s)",
      th: "แปลงเลขไทยเป็นเลขอารบิก",
      en: "the text with Thai digits as 0-9",
      example: "th.digits(\"ปี ๒๕๖๙\")"
    ),
    FunctionPage(
      "has_heading(lines, text)",
      th: "มีบรรทัดที่เป็นหัวข้อนี้หรือไม่",
      en:
        "whether one of the lines is this heading: number, bullet, `ส่วนที่ ๑` and spaces do not count, behind it only something in brackets or behind a dash",
      example: "has_heading([\"๑. หลักการและเหตุผล\"], \"หลักการและเหตุผล\")"
    ),
    FunctionPage(
      "same(a, b)",
      th: "เท่ากันหรือไม่ ข้อความเทียบอย่างภาษาไทย ตัวเลขเทียบค่า",
      en: "equal: text as Thai text, numbers and amounts by value",
      example: "same(baht(1), 1)"
    ),
    FunctionPage(
      "agrees(found, asked)",
      th: "ตรงกับที่ต้องการหรือไม่ รายการตรงเมื่อมีค่านั้น",
      en: "as `same`; a list agrees when it holds what is asked",
      example: "agrees([\"ก\", \"ข\"], \"ข\")"
    ),
    FunctionPage(
      "listed(x, list)",
      th: "รายการมีค่านี้หรือไม่",
      en: "whether the list holds the value, by `same`",
      example: "listed(\"ก\", [\"ข\"])"
    ),
    FunctionPage(
      "filled(x)",
      th: "มีข้อมูลหรือไม่ ช่องว่าง เว้นวรรค หรือขีดถือว่าไม่มี",
      en: "whether there is something: not absent, empty, space or dashes only",
      example: "filled(projects[1].schedule)"
    ),
    FunctionPage(
      "blank(x)",
      th: "ไม่มีข้อมูลหรือไม่ ตรงข้ามกับ filled",
      en: "the contrary of `filled`",
      example: "blank(\"-\")"
    ),
    FunctionPage(
      "readable(x)",
      th: "มีข้อมูลและอ่านได้ตามชนิดหรือไม่",
      en: "whether it is filled and of its type",
      example: "readable(budget.total)"
    ),
    FunctionPage(
      "or_empty(list)",
      th: "รายการ หรือรายการว่างเมื่อไม่มี",
      en: "the list, empty when it is absent",
      example: "or_empty(documents).size()"
    ),
    FunctionPage(
      "or_blank(text)",
      th: "ข้อความ หรือข้อความว่างเมื่อไม่มี",
      en: "the text, empty when it is absent",
      example: "or_blank(projects[0].objective)"
    ),
    FunctionPage(
      "not_false(x)",
      th: "เป็นจริง เว้นแต่ค่าเป็นเท็จ",
      en: "true unless the value is false",
      example: "not_false(projects[0].objective == \"x\")"
    ),
    FunctionPage(
      "surely(x)",
      th: "เป็นเท็จ เว้นแต่ค่าเป็นจริง",
      en: "false unless the value is true",
      example: "surely(projects[0].objective == \"x\")"
    ),
    FunctionPage(
      "or_all(some, all)",
      th: "รายการแรก หรือรายการที่สองเมื่อรายการแรกว่าง",
      en: "the first list, the second when the first is empty",
      example: "or_all([], [1])"
    ),
    FunctionPage(
      "known(x)",
      th: "เป็นจริงเมื่อรู้ค่า",
      en: "true",
      example: "known(title)"
    ),
    FunctionPage(
      "both(a, b)",
      th: "เหมือน && แต่ไม่ทราบเมื่อข้างใดไม่ทราบ",
      en: "as `&&`",
      example: "both(true, false)"
    ),
    FunctionPage(
      "regex.extract(s, re)",
      th: "ส่วนแรกที่ตรงกับนิพจน์ปรกติ หรือกลุ่มแรกของมัน",
      en: "an optional with the first match, or its one group; none where the group is empty",
      example: "regex.extract(\"ปี 2569\", \"[0-9]+\")"
    ),
    FunctionPage(
      "registered(catalogue, x)",
      th: "x เป็นรหัสหรือชื่อในทะเบียนหรือไม่",
      en: "whether x is a code, name or alias of the catalogue",
      example: "registered(\"steps\", \"screened\")"
    ),
    FunctionPage(
      "in_catalogue(catalogue, x, edition, years)",
      th: "x อยู่ในทะเบียน และฉบับใช้บังคับในปีใดปีหนึ่งหรือไม่",
      en:
        "whether x is an item, of an edition in force in one of the years; an edition `\"\"` is none cited, no years test nothing",
      example: "in_catalogue(\"steps\", \"nothing\", \"\", [2569])"
    ),
    FunctionPage(
      "same_in(catalogue, a, b)",
      th: "เหมือน agrees โดยถือว่ารหัสกับชื่อในทะเบียนเป็นอย่างเดียวกัน",
      en: "as `agrees`, a code and its names being the same",
      example: "same_in(\"steps\", \"screened\", \"screened\")"
    ),
    FunctionPage(
      "listed_in(catalogue, x, list)",
      th: "เหมือน listed โดยถือว่ารหัสกับชื่อในทะเบียนเป็นอย่างเดียวกัน",
      en: "as `listed`, a code and its names being the same",
      example: "listed_in(\"steps\", \"screened\", [\"submitted_up\"])"
    ),
    FunctionPage(
      "plan(id)",
      th: "แผนตามรหัส มี level ซึ่งเป็น 0 เมื่อทะเบียนไม่มี",
      en: "the plan of that id with its `level`, 0 when the registry has none",
      example: "plan(\"national-strategy\").level"
    ),
    FunctionPage(
      "plan.called(text)",
      th: "ข้อความเป็นชื่อของแผนหรือไม่",
      en: "whether the text is a name of the plan",
      example: "plan(\"national-strategy\").called(\"x\")"
    ),
    FunctionPage(
      "of_level(id, levels)",
      th: "แผนอยู่ในระดับใดระดับหนึ่งหรือไม่",
      en: "whether the plan has one of the levels",
      example: "of_level(title, [1, 2])"
    ),
    FunctionPage(
      "recorded(step)",
      th: "บันทึกขั้นตอนนี้ในรอบปัจจุบันแล้วหรือไม่",
      en: "whether the step is in the current round, or without a round",
      example: "recorded(\"submitted_up\")"
    ),
    FunctionPage(
      "recorded_any(steps)",
      th: "บันทึกขั้นตอนใดขั้นตอนหนึ่งแล้วหรือไม่",
      en: "whether one of the steps is",
      example: "recorded_any([\"screened\", \"submitted_up\"])"
    ),
    FunctionPage(
      "recorded_or_later(step)",
      th: "บันทึกขั้นตอนนี้หรือขั้นตอนที่อยู่หลังแล้วหรือไม่",
      en: "whether the step is, or one that the list of steps has after it",
      example: "recorded_or_later(\"submitted_up\")"
    ),
    FunctionPage(
      "date_of(step)",
      th: "วันแรกที่บันทึกขั้นตอนนี้",
      en: "the first day on which the step is recorded",
      example: "date_of(\"submitted_up\")"
    ),
    FunctionPage(
      "reached(stage)",
      th: "เรื่องมาถึงสถานะนี้หรือเลยแล้วหรือไม่",
      en: "whether the submission has come to the stage or further",
      example: "reached(\"screened\")"
    ),
    FunctionPage(
      "supplied(id)",
      th: "ส่งเรื่องรหัสนี้มาด้วยหรือไม่",
      en: "whether a submission of that id was supplied beside this one",
      example: "supplied(\"p-2\")"
    ),
    FunctionPage(
      "related(id)",
      th: "เรื่องรหัสนี้ที่ส่งมาด้วย",
      en: "that submission",
      example: "filled(related(\"p-2\"))"
    ),
  ]
}
