import Catalogues
import Submissions

@testable import Intake

/// Makes submissions in which every field of a kind is filled, some with texts that formats trip over.
struct SubmissionGenerator {
  let kind: SubmissionKind
  let catalogues: CatalogueSet
  private var state: UInt64
  private(set) var filled = 0

  init(kind: SubmissionKind, catalogues: CatalogueSet, seed: UInt64) {
    self.kind = kind
    self.catalogues = catalogues
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func json() -> String { record(kind.root) }

  private mutating func number(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func record(_ record: RecordType) -> String {
    var parts: [String] = []
    for field in record.fields where field.factsOf == nil {
      let value =
        field.name == "kind" && record.name == kind.root.name
        ? JSONText.quoted(kind.id) : value(field.type)
      parts.append("\(JSONText.quoted(field.name)): \(value)")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private static let texts = [
    "โครงการพัฒนาครู", "=HYPERLINK(\"x\")", "0012", "  เว้นหน้าและหลัง  ", "บรรทัดหนึ่ง\nบรรทัดสอง",
    "๑. ข้อหนึ่ง", "TRUE", "2025-11-05", "1,250.50", "\"คำพูด\" และ 'อีก'", "_x000D_ อักขระ", "a\tb",
    "null", "- ขีด", "# ไม่ใช่หมายเหตุ: จริง", "🙂 ok", "น้ํา", "+66 2 123", "@ที่", "50%", "รวม", "*",
  ]

  private mutating func value(_ type: FieldType) -> String {
    filled += 1
    switch type {
    case .text: return JSONText.quoted(Self.texts[number(Self.texts.count)])
    case .int: return String(number(1000) + 1)
    case .beYear: return String(2560 + number(20))
    case .decimal: return ["0.5", "80", "12.345678", "\"๑๒.๕\"", "0"][number(5)]
    case .money:
      return ["1000", "0.25", "\"1,434,500.75\"", "9999999999.99", "\"๕๐๐ บาท\""][number(5)]
    case .date: return "\"20\(10 + number(80))-0\(1 + number(9))-1\(number(10))\""
    case .bool: return number(2) == 0 ? "true" : "false"
    case .code(let name):
      let codes = kind.codeLists[name]?.codes ?? []
      return JSONText.quoted(codes[number(codes.count)].id)
    case .catalogue(let id):
      let items = catalogues[id]?.items ?? []
      return JSONText.quoted(items[number(items.count)].id)
    case .record(let name): return kind.records[name].map { record($0) } ?? "null"
    case .list(let element):
      var parts: [String] = []
      for _ in 0...number(3) { parts.append(value(element)) }
      return "[" + parts.joined(separator: ", ") + "]"
    case .map(let element):
      return "{\"ครู\": \(value(element)), \"แหล่ง 2\": \(value(element))}"
    }
  }
}
