/// Makes district annual action plans of any size, the same bytes each time.
///
/// A project takes some 4.6 KB and a hundred nodes, as a real one does: names and sentences in Thai,
/// activities, indicators, alignments with plans. The result is a submission of the kind
/// `annual-action-plan`.
struct PlanGenerator {
  private var state: UInt64 = 2569
  private var text = ""

  /// A plan of so many projects as YAML.
  static func plan(projects: Int) -> [UInt8] {
    var generator = PlanGenerator()
    return generator.make(projects)
  }

  private mutating func make(_ projects: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var budgets: [Int] = []
    for _ in 0..<projects { budgets.append((20 + below(2_000)) * 1_000) }
    header(total: budgets.reduce(0, +))
    for (index, budget) in budgets.enumerated() {
      project(index + 1, budget: budget)
      bytes.append(contentsOf: Array(text.utf8))
      text = ""
    }
    return bytes
  }

  private mutating func header(total: Int) {
    text += """
      krong: 1
      id: AAP-2569-UTI1
      kind: annual-action-plan
      job: 2
      title: แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 (ตัวอย่าง)
      submitter:
        name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอุทัยธานี เขต 1
        type: district-primary
      fiscal_year: 2569
      guidance_ref: แนวปฏิบัติการจัดทำแผนปฏิบัติการประจำปี พ.ศ. 2569
      development_plan_ref: แผนพัฒนาการศึกษา พ.ศ. 2566-2570
      development_plan_period: {start: 2566, end: 2570}
      budget:
        total: \(total)
      projects:

      """
  }

  private mutating func project(_ number: Int, budget: Int) {
    let subject = pick(Self.subjects)
    text += """
        - id: P-\(padded(number, 5))
          name: โครงการ\(pick(Self.verbs))\(subject)ของ\(pick(Self.groups)) รุ่นที่ \(1 + below(9))
          strategy_ref: กลยุทธ์ที่ \(1 + below(5)) \(pick(Self.verbs))\(subject)
          objective: เพื่อ\(pick(Self.verbs))\(subject)ของ\(pick(Self.groups)) ให้สอดคล้องกับบริบทของพื้นที่

      """
    list("activities", count: 4 + below(5)) { generator in
      "\(generator.pick(Self.actions)) ไตรมาส \(1 + generator.below(4)) "
        + "\(generator.below(500) * 100) บาท"
    }
    text += "    target_group: \(pick(Self.groups)) จำนวน \(20 + below(400)) คน\n"
    indicators(subject)
    list("indicator_refs", count: 4) { "KPI-\(1 + $0.below(40))" }
    text += """
          budget: \(budget)
          budget_source: \(pick(Self.sources))
          owner: กลุ่ม\(pick(Self.owners))
          schedule:
            start: 2025-1\(below(3))-01
            end: 2026-0\(6 + below(4))-30

      """
    alignments(subject)
    list("agenda", count: 3) { "นโยบาย\($0.pick(Self.verbs))\($0.pick(Self.subjects))" }
    list("function", count: 3) { "งาน\($0.pick(Self.owners))" }
    list("area", count: 3) { "อำเภอ\($0.pick(Self.districts))" }
  }

  private mutating func list(_ key: String, count: Int, _ item: (inout PlanGenerator) -> String) {
    text += "    \(key):\n"
    for _ in 0..<count { text += "      - \(item(&self))\n" }
  }

  private mutating func indicators(_ subject: String) {
    text += "    indicators:\n"
    for _ in 0..<(5 + below(3)) {
      text += """
              - name: \(pick(Self.groups))ที่\(pick(Self.verbs))\(subject)
                target: \(60 + below(40))
                unit: ร้อยละ

        """
    }
  }

  private mutating func alignments(_ subject: String) {
    text += "    alignments:\n"
    for plan in Self.plans.prefix(6 + below(3)) {
      text += """
              - plan: \(plan)
                edition: พ.ศ. 2566-2570
                item: "ประเด็นที่ \(1 + below(6)): \(pick(Self.verbs))\(subject)"
                how: ช่วย\(pick(Self.verbs))\(subject)

        """
    }
  }

  // SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func pick(_ values: [String]) -> String { values[below(values.count)] }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// The words that plans are made of.
extension PlanGenerator {
  private static let verbs = [
    "พัฒนา", "ยกระดับ", "ส่งเสริม", "เสริม", "ขับเคลื่อน", "ปรับปรุง", "ขยายผล",
  ]
  private static let subjects = [
    "การอ่าน", "การคิด", "ทักษะดิจิทัล", "ภาษาอังกฤษ", "ความปลอดภัย", "ทักษะอาชีพ", "คุณธรรม",
  ]
  private static let groups = ["ผู้เรียน", "ครู", "ผู้บริหาร", "บุคลากร", "ผู้ปกครอง"]
  private static let actions = ["ประชุม", "อบรม", "นิเทศ", "จัดทำสื่อ", "ถอดบทเรียน", "ประเมินผล"]
  private static let sources = ["งบดำเนินงาน", "งบพัฒนาจังหวัด", "งบยุทธศาสตร์", "เงินอุดหนุน"]
  private static let owners = ["นโยบายและแผน", "นิเทศติดตาม", "ส่งเสริมการศึกษา", "พัฒนาครู"]
  private static let districts = [
    "เมือง", "ทัพทัน", "สว่างอารมณ์", "หนองฉาง", "หนองขาหย่าง", "บ้านไร่", "ลานสัก", "ห้วยคต",
  ]
  private static let plans = [
    "national-strategy", "master-plan", "nesdp", "national-education-plan", "moe-plan",
    "provincial-plan", "provincial-education-plan", "district-education-plan",
  ]
}
