// The functions on items of plans.

extension FunctionPage {
  /// Functions on items of plans.
  static let plans: [FunctionPage] = [
    FunctionPage(
      "plan(p).item(text)",
      th: "รายการของแผนที่ข้อความอ้างถึง",
      en: "the item that the text cites; unknown when it cites none"
    ),
    FunctionPage(
      "plan(p).has_item(text)",
      th: "ข้อความอ้างถึงรายการของแผนหรือไม่",
      en: "whether it cites one"
    ),
    FunctionPage(
      "node(code)",
      th: "รายการของแผนใดก็ได้ ตามรหัส",
      en: "the item of a code, in any plan"
    ),
    FunctionPage(
      "lists_items(p)",
      th: "ทราบรายการทั้งหมดของแผนหรือไม่",
      en: "whether all items of the plan are known"
    ),
    FunctionPage(
      "in_framework(p, text, edition, years)",
      th: "รายการมีในแผนและใช้บังคับหรือไม่",
      en: "false when the plan surely has no such item, or none in force in one of the years"
    ),
    FunctionPage(
      "nearest_items(p, text)",
      th: "รายการที่ใกล้เคียง ไม่เกินสาม",
      en: "what to suggest; at most three"
    ),
    FunctionPage(
      "n.code()",
      th: "รหัสของรายการ",
      en: "the code of the item"
    ),
    FunctionPage(
      "n.name()",
      th: "ชื่อของรายการ",
      en: "the Thai name of the item"
    ),
    FunctionPage(
      "n.plan()",
      th: "แผนของรายการ",
      en: "the plan of the item, else the framework"
    ),
    FunctionPage(
      "n.verified()",
      th: "ยืนยันกับแหล่งที่มาแล้วหรือไม่",
      en: "whether it was seen in a source"
    ),
    FunctionPage(
      "n.in_force(years)",
      th: "ใช้บังคับในปีใดปีหนึ่งหรือไม่",
      en: "whether its list is in force in one of the years"
    ),
    FunctionPage(
      "n.ancestors()",
      th: "สิ่งที่รายการเป็นส่วนหนึ่ง ใกล้ที่สุดก่อน",
      en: "what it is part of, the nearest first"
    ),
    FunctionPage(
      "n.plans_reached()",
      th: "แผนที่รายการนำไปถึง",
      en: "the plans that it leads to"
    ),
    FunctionPage(
      "reaches(n, m)",
      th: "มีทางจาก n ถึง m หรือไม่",
      en: "whether a way leads from n to m"
    ),
    FunctionPage(
      "path(n, m)",
      th: "ทางที่สั้นที่สุด",
      en: "the shortest way, both ends included; empty when there is none"
    ),
    FunctionPage(
      "linked_items(links)",
      th: "รายการของแผนที่รายการความสอดคล้องระบุ เฉพาะที่รู้จัก",
      en: "the items that links name, those that are recognised"
    ),
    FunctionPage(
      "compared_items(items)",
      th: "รายการที่ตารางเทียบโยงกล่าวถึง",
      en: "those about which the crosswalk says something"
    ),
    FunctionPage(
      "agrees_with(n, items)",
      th: "ตารางเทียบโยงไม่นำจาก n ไปยังรายการอื่นนอกจากที่ระบุ",
      en: "whether the crosswalk does not lead from n past the items"
    ),
    FunctionPage(
      "expected_items(n, items)",
      th: "รายการที่ตารางเทียบโยงนำไปถึงแทน",
      en: "where the crosswalk leads instead"
    ),
    FunctionPage(
      "cited_items(n, items)",
      th: "รายการที่ระบุไว้แทน",
      en: "what is named instead"
    ),
    FunctionPage(
      "crosswalk_verified(n, items)",
      th: "ยืนยันแถวที่ใช้ตัดสินกับแหล่งที่มาแล้วทุกแถวหรือไม่",
      en: "whether every row that decides was seen in a source"
    ),
    FunctionPage(
      "n.aligned_to(m)",
      th: "สอดคล้องกันหรือไม่",
      en: "whether one reaches the other, or something on one line with it"
    ),
  ]
}
