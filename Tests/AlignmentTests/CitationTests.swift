import Alignment
import Catalogues
import Diagnostics
import SeededNumbers
import TestSupport
import ThaiText
import Testing

@Suite("Citations of items")
struct CitationTests {
  private func code(_ text: String, _ plan: String) throws -> String {
    let graph = try ShippedGraph.graph.get()
    switch graph.citation(text, plan: plan) {
    case .found(let node, let form): return "\(graph.item(node).code) \(form.rawValue)"
    case .torn(let number, let name):
      return "torn \(graph.item(number).code) \(graph.item(name).code)"
    case .unknown(let near):
      return (["unknown"] + near.map { graph.item($0).code }).joined(separator: " ")
    case .notListed: return "not-listed"
    case .blank: return "blank"
    case .noItems: return "no-items"
    }
  }

  @Test(
    "a code, a name, an alias, a number or a text with one of them names an item",
    arguments: [
      ("NS-3", "national-strategy", "NS-3 code"),
      ("ns 3", "national-strategy", "NS-3 code"),
      ("Y301", "national-strategy", "NS-3 code"),
      ("sdg 4.A", "sdg-4", "SDG-4.a code"),
      ("ด้านความมั่นคง", "national-strategy", "NS-1 name"),
      ("ความมั่นคง", "national-strategy", "NS-1 name"),
      ("Human capital development", "national-strategy", "NS-3 name"),
      ("จัดการศึกษาเพื่อความมั่นคงของสังคมและประเทศชาติ", "national-education-plan", "NEP-1 alias"),
      ("ยุทธศาสตร์ที่ 3", "national-strategy", "NS-3 number"),
      ("ด้านที่ 3", "national-strategy", "NS-3 number"),
      ("ยุทธศาสตร์ชาติ ด้านที่ 3", "national-strategy", "NS-3 number"),
      ("3", "national-strategy", "NS-3 number"),
      ("ยุทธศาสตร์ที่ 3 ด้านการพัฒนาและเสริมสร้างศักยภาพทรัพยากรมนุษย์", "national-strategy", "NS-3 number"),
      ("หมุดหมาย 12", "nesdp", "P13-12 number"),
      ("หมุดหมายที่ 12 (กำลังคน)", "nesdp", "P13-12 number"),
      ("แผนย่อยที่ 12.1 การพัฒนาการเรียนรู้", "master-plan", "MP-1201 number"),
      ("ประเด็นที่ 12", "master-plan", "MP-12 number"),
      ("แผนแม่บทประเด็นที่ 12 การพัฒนาการเรียนรู้", "master-plan", "MP-12 number"),
      ("เป้าหมายย่อยที่ 4.a", "sdg-4", "SDG-4.a number"),
      ("กิจกรรมปฏิรูปที่ 2 การจัดการเรียนการสอน", "reform-plan", "BR02 number"),
      ("สนับสนุนเป้าหมาย 120101 ของแผนย่อย", "master-plan", "120101 code-within"),
      ("ตาม NS-3.1 คนไทยเป็นคนดี", "national-strategy", "NS-3.1 code-within"),
      (
        "สอดคล้องกับยุทธศาสตร์ชาติด้านการสร้างโอกาสและความเสมอภาคทางสังคมเป็นหลัก", "national-strategy",
        "NS-4 name-within"
      ),
      ("การพัฒนาศักยภาพคนทุกช่วงวัย", "national-education-plan", "NEP-3 part-of-name"),
      // A name further down the same branch is the more exact of the two.
      (
        "ยุทธศาสตร์ที่ 3 คนไทยเป็นคนดี คนเก่ง มีคุณภาพ พร้อมสำหรับวิถีชีวิตในศตวรรษที่ 21",
        "national-strategy", "NS-3.1 name-within"
      ),
    ]
  )
  func recognised(_ text: String, _ plan: String, _ expected: String) throws {
    #expect(try code(text, plan) == expected)
  }

  @Test(
    "what is no item gets the nearest ones, what is torn both",
    arguments: [
      ("ยุทธศาสตร์ที่ 3 ด้านความมั่นคง", "national-strategy", "torn NS-3 NS-1"),
      ("ด้านการสร้างโอกาสและความเสมอภาพทางสังคม", "national-strategy", "unknown NS-4"),
      ("ด้านความมั่งคง", "national-strategy", "unknown NS-1"),
      ("ยุทธศาสตร์ที่ 9", "national-strategy", "unknown"),
      ("NS-33", "national-strategy", "unknown NS-3"),
      ("เป้าหมายของเรา", "national-strategy", "unknown"),
      ("ประเด็นการพัฒนาครู", "moe-plan", "not-listed"),
      ("-", "national-strategy", "blank"),
      ("ประเด็นที่ 1", "provincial-plan", "no-items"),
    ]
  )
  func notRecognised(_ text: String, _ plan: String, _ expected: String) throws {
    let found = try code(text, plan)
    #expect(found.hasPrefix(expected), "\(found)")
  }

  @Test("spelling that looks the same is the same: digits, order of marks, SARA AM, spaces")
  func spellings() throws {
    let graph = try ShippedGraph.graph.get()
    for node in graph.nodes {
      let item = graph.item(node)
      let plan = graph.framework(of: node).id
      let name = item.name.th
      let plain = graph.citation(name, plan: plan)
      let variants = [
        ThaiDigits.toThai(name),
        name.replacing("ำ", with: "\u{0E4D}\u{0E32}"),
        name.replacing(" ", with: "   "),
        name.replacing(" ", with: "\u{200B} "),
        "  \(name)\u{00A0}",
        Self.marksTurned(name),
      ]
      for variant in variants {
        #expect(graph.citation(variant, plan: plan) == plain, "\(variant)")
      }
      #expect(graph.citation(item.code, plan: plan) == .found(node, .code), "\(item.code)")
      // Two items may share a name; then the first is meant.
      #expect(plain.node.map { graph.item($0).name.th } == name || item.aliases.contains(name))
    }
  }

  /// The same text with the tone mark typed before the vowel above.
  private static func marksTurned(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices.dropFirst() {
      let (vowel, tone) = (scalars[index - 1].value, scalars[index].value)
      if 0xE34...0xE37 ~= vowel, 0xE48...0xE4B ~= tone { scalars.swapAt(index - 1, index) }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test("a changed letter in a long name still finds it among the suggestions", arguments: 0..<40)
  func suggestions(_ seed: Int) throws {
    let graph = try ShippedGraph.graph.get()
    var random = SeededGenerator(seed: UInt64(seed))
    let node = random.pick(graph.nodes.filter { graph.item($0).name.th.utf16.count > 30 })
    var scalars = Array(graph.item(node).name.th.unicodeScalars)
    let letters = scalars.indices.filter { 0xE01...0xE2E ~= scalars[$0].value }
    for _ in 0..<2 {
      scalars[random.pick(letters)] = random.pick(["ฮ", "ฬ", "ฌ"])
    }
    let text = String(String.UnicodeScalarView(scalars))
    let citation = graph.citation(text, plan: graph.framework(of: node).id)
    #expect(citation.node == node || citation.suggestions.contains(node), "\(text)")
    #expect(citation.suggestions.count <= 3)
  }

  @Test("any text gets an answer, however long or strange", arguments: 0..<200)
  func anyText(_ seed: Int) throws {
    let graph = try ShippedGraph.graph.get()
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = ["ที่", "3", "๓", ".", "/", "-", "ยุทธศาสตร์", "ด้าน", "NS", " ", "\u{0E33}", "่", "ก"]
    let text = (0..<random.below(seed % 10 == 0 ? 20_000 : 12))
      .map { _ in random.pick(pieces) }.joined()
    for plan in ["national-strategy", "master-plan", "none", ""] {
      let first = graph.citation(text, plan: plan)
      #expect(graph.citation(text, plan: plan) == first)
    }
  }

  @Test("of a plan with several lists the edition cited decides")
  func editions() throws {
    let text = { (id: String, code: String, edition: String) in
      """
      krong: 1
      framework: \(id)
      editions: [\(edition)]
      plan: p
      title: {th: ก, en: a}
      kinds: {item: {th: ประเด็น, en: item, words: [ประเด็น]}}
      items: {\(code): {kind: item, number: 1, th: รายการของ \(edition)}}
      """
    }
    let plans = try plans(
      "p: {th: แผน, en: plan, editions: [{id: เก่า, from: 2560, until: 2565}, {id: ใหม่, from: 2566, until: 2570}]}"
    )
    let loaded = AlignmentLoader.load(
      [try yaml(text("a", "OLD-1", "เก่า")), try yaml(text("b", "NEW-1", "ใหม่"))],
      plans: plans
    )
    let graph = try loaded.get()
    let cited = { (edition: String) in
      graph.citation("ประเด็นที่ 1", plan: "p", edition: edition).node.map { graph.item($0).code }
    }
    #expect(cited("เก่า") == "OLD-1")
    #expect(cited("ใหม่") == "NEW-1")
    #expect(cited("") == "OLD-1")
    #expect(cited("อื่น") == "OLD-1")
  }
}
