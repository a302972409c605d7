import Catalogues
import Submissions

/// The check of a rule to begin with, on a field of its kind that fits, and two examples.
struct RuleSkeletonBody {
  /// What the check does, for the comment.
  let comment: String
  /// The item, ready to stand under `check`.
  let check: String
  /// The fragment of the example that passes, and of the one that fails.
  let pass: String
  let fail: String
  /// Where the finding points, where the example says so.
  let at: String?

  /// Nil when the kind has no field of the sort.
  init?(
    _ check: Skeleton.Check,
    _ kind: SubmissionKind,
    _ envelope: SubmissionKind,
    _ catalogues: CatalogueSet,
    asked: Set<String> = []
  ) {
    let fields = SkeletonFields(kind: kind, envelope: envelope, asked: asked)
    switch check {
    case .present, .pattern, .assert:
      guard let path = fields.text else { return nil }
      self.init(check, text: path)
    case .within:
      guard let field = fields.number else { return nil }
      self.init(number: field)
    case .oneOf:
      guard let (field, codes) = fields.code, let first = codes.first, let last = codes.last else {
        return nil
      }
      self.init(
        comment: "ค่าของช่องต้องเป็นค่าใดค่าหนึ่งในรายการ",
        check: "  - one_of: {value: \(field), options: [\(first)]}",
        pass: "{\(field): \(first)}",
        fail: "{\(field): \(last)}",
        at: field
      )
    case .count, .unique:
      guard let list = fields.list else { return nil }
      self.init(check, list: list.name, field: list.inner)
    case .documents, .before, .alignedTo: self.init(check, kind, catalogues)
    }
  }

  private init(comment: String, check: String, pass: String, fail: String, at: String?) {
    self.comment = comment
    self.check = check
    self.pass = pass
    self.fail = fail
    self.at = at
  }

  private init(_ check: Skeleton.Check, text field: String) {
    switch check {
    case .pattern:
      self.init(
        comment: "ข้อความต้องมีอักษรไทย แก้เป็นนิพจน์ปรกติที่ต้องการ",
        check: "  - pattern: {value: \(field), matches: '[ก-๙]'}",
        pass: Self.fragment(field, "ตัวอย่าง"),
        fail: Self.fragment(field, "\"123\""),
        at: field
      )
    case .assert:
      self.init(
        comment: "เงื่อนไข (CEL) ที่ต้องเป็นจริง at คือช่องที่ข้อค้นพบชี้",
        check: "  - assert: '\(field) != \"ไม่ทราบ\"'\n    at: \(field)",
        pass: Self.fragment(field, "ตัวอย่าง"),
        fail: Self.fragment(field, "ไม่ทราบ"),
        at: field
      )
    default:
      self.init(
        comment: "ช่องที่ต้องระบุ เพิ่มช่องอื่นในรายการได้",
        check: "  - present: [\(field)]",
        pass: Self.fragment(field, "ตัวอย่าง"),
        fail: Self.fragment(field, "\"-\""),
        at: field
      )
    }
  }

  private init(number field: Field) {
    let bound = field.type == .beYear ? 2560 : max(1, (field.minValue ?? 0) + 1)
    self.init(
      comment: "ค่าต้องไม่น้อยกว่า min (ใช้ max above below ได้ด้วย)",
      check: "  - within: {value: \(field.name), min: \(bound)}",
      pass: "{\(field.name): \(bound)}",
      fail: "{\(field.name): \(bound - 1)}",
      at: field.name
    )
  }

  private init(_ check: Skeleton.Check, list: String, field: String) {
    if check == .count {
      self.init(
        comment: "จำนวนรายการต้องไม่น้อยกว่า min",
        check: "  - count: {of: \(list), min: 2}",
        pass: "{\(list): [{\(field): หนึ่ง}, {\(field): สอง}]}",
        fail: "{\(list): [{\(field): หนึ่ง}]}",
        at: list
      )
    } else {
      self.init(
        comment: "ค่าของช่องใน by ต้องไม่ซ้ำกันในรายการ",
        check: "  - unique: {list: \(list), by: [\(field)]}",
        pass: "{\(list): [{\(field): หนึ่ง}, {\(field): สอง}]}",
        fail: "{\(list): [{\(field): หนึ่ง}, {\(field): หนึ่ง}]}",
        at: "\(list)[1]"
      )
    }
  }

  private init?(_ check: Skeleton.Check, _ kind: SubmissionKind, _ catalogues: CatalogueSet) {
    func codes(_ catalogue: String) -> [String] { catalogues[catalogue]?.items.map(\.id) ?? [] }
    switch check {
    case .documents:
      guard kind.root.field("documents") != nil, let type = codes("document-types").first else {
        return nil
      }
      self.init(
        comment: "เอกสารประกอบที่ต้องมี ดูรหัสด้วย krong list items document-types",
        check: "  - documents: {types: [\(type)], filled: []}",
        pass: "{documents: [{type: \(type), title: ตัวอย่าง}]}",
        fail: "{documents: []}",
        at: "documents"
      )
    case .before:
      let steps = codes("steps")
      guard kind.root.field("process") != nil, steps.count > 1 else { return nil }
      let (first, second) = (steps[0], steps[1])
      self.init(
        comment: "ขั้นตอน earlier ต้องมาก่อน later ดูรหัสด้วย krong list steps",
        check: "  - before: {earlier: \(first), later: \(second)}",
        pass: Self.process(first, second),
        fail: Self.process(second, first),
        at: nil
      )
    default:
      guard kind.root.field("alignments") != nil, let plan = codes("plans").first else {
        return nil
      }
      self.init(
        comment: "แผนที่ต้องสอดคล้อง ดูรหัสด้วย krong list plans",
        check: "  - aligned_to: {all_of: [\(plan)]}",
        pass: "{alignments: [{plan: \(plan), item: ตัวอย่าง, how: ตัวอย่างคำอธิบายความสอดคล้อง}]}",
        fail: "{alignments: []}",
        at: "alignments"
      )
    }
  }
}

extension RuleSkeletonBody {
  /// A fragment with a value at a path.
  fileprivate static func fragment(_ path: String, _ value: String) -> String {
    path.split(separator: ".").reversed().reduce(value) { "{\($1): \($0)}" }
  }

  /// A fragment with two steps on two days.
  fileprivate static func process(_ first: String, _ second: String) -> String {
    let steps = "{step: \(first), date: 2025-06-10}, {step: \(second), date: 2025-06-11}"
    return "{process: [\(steps)]}"
  }
}

/// Fields of a kind that a rule can begin with: those of its own before those of the envelope.
private struct SkeletonFields {
  private let fields: [Field]
  private let kind: SubmissionKind
  private let asked: Set<String>

  /// Fields of which a rule asks something already come last: two rules that ask the same are told.
  init(kind: SubmissionKind, envelope: SubmissionKind, asked: Set<String>) {
    self.kind = kind
    self.asked = asked
    let own = kind.root.fields.filter { envelope.root.field($0.name) == nil }
    // A field that the job gives a value to, or that decides how the rest is read, tells nothing.
    let fitting =
      own.filter { $0.derivedByJob.isEmpty && $0.defaultValue == nil }
      + kind.root.fields.filter { $0.name == "title" }
    fields =
      fitting.filter { !asked.contains($0.name) } + fitting.filter { asked.contains($0.name) }
  }

  /// The path of a text: a field, else one of a group of fields, of which no rule asks yet, else any.
  var text: String? {
    let plain = fields.filter { $0.type == .text && $0.refersTo == nil }.map(\.name)
    let inner = kind.root.fields.flatMap { field -> [String] in
      guard case .record(let name) = field.type, let record = kind.records[name] else { return [] }
      return record.fields.filter { $0.type == .text }.map { "\(field.name).\($0.name)" }
    }
    return (plain + inner).first { !asked.contains($0) } ?? plain.first
  }

  var number: Field? {
    (fields + kind.root.fields.filter { $0.type == .beYear })
      .first { [.int, .decimal, .money, .beYear].contains($0.type) }
  }

  /// A field of codes with two codes or more.
  var code: (field: String, codes: [String])? {
    for field in fields {
      guard case .code(let name) = field.type, let list = kind.codeLists[name],
        list.codes.count > 1
      else { continue }
      return (field.name, list.codes.map(\.id))
    }
    return nil
  }

  /// A list of records with a text among their fields.
  var list: (name: String, inner: String)? {
    for field in fields {
      guard case .list(.record(let name)) = field.type,
        let inner = kind.records[name]?.fields.first(where: { $0.type == .text && !$0.isUnique })
      else { continue }
      return (field.name, inner.name)
    }
    return nil
  }
}
