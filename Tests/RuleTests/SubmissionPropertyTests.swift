import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import RuleModel
import SourceText
import Submissions
import Testing

/// A source of numbers that is the same in every run.
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// Random documents from the words that readers know.
struct RandomYAML {
  var random: FixedRandom
  let keys: [String]

  private static let scalars = [
    "", "~", "true", "1", "-5", "2569", "99999999999999999999", "1.5", ".nan", "\"-\"", "draft",
    "annual-action-plan", "2025-06-30", "2568-06-30", "25 มิ.ย. 2568", "\"{a|b} {{ }\"", "'['",
    "min(a", "ก่", "\"\\u0000\\n\"", "p1", "J2 §5.4", "all",
  ]

  mutating func value(_ depth: Int) -> String {
    switch depth > 5 ? 2 : Int.random(in: 0..<4, using: &random) {
    case 0:
      let count = Int.random(in: 0..<4, using: &random)
      return "[" + (0..<count).map { _ in value(depth + 1) }.joined(separator: ", ") + "]"
    case 1: return mapping(depth)
    default: return Self.scalars[Int.random(in: 0..<Self.scalars.count, using: &random)]
    }
  }

  mutating func mapping(_ depth: Int) -> String {
    var seen: Set<String> = []
    var entries: [String] = []
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      let key = keys[Int.random(in: 0..<keys.count, using: &random)]
      if seen.insert(key).inserted { entries.append("\(key): \(value(depth + 1))") }
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }
}

@Suite struct SubmissionPropertyTests {
  @Test func noDocumentTrapsTheReaders() throws {
    let kinds = try SubmissionReaderTests.kinds.get()
    let catalogues = try SubmissionReaderTests.catalogues.get()
    let context = try RuleLoadingTests.context.get()
    let fields =
      kinds.kinds.flatMap { $0.root.fields.map(\.name) } + ["id", "name", "date", "step"]
    let ruleKeys = [
      "krong", "rule", "title", "check", "present", "covers", "list", "value", "all_of", "each",
      "in", "as", "any", "not", "steps", "table", "params", "type", "default", "examples", "pass",
      "th", "en", "applies_to", "kinds", "jobs", "items", "editions", "from", "until", "waivers",
      "fields", "types", "codes", "within", "min", "source", "for_each", "define", "message",
    ]
    var read = 0
    for seed in 0..<1200 {
      let isRule = seed % 2 == 1
      var maker = RandomYAML(
        random: FixedRandom(state: UInt64(seed) &* 0x9E37_79B9),
        keys: isRule ? ruleKeys : fields
      )
      let text = maker.mapping(0) + "\n"
      let source = SourceFile(name: "random.yaml", text: text)
      guard let document = try? YAMLReader.readOne(source) else { continue }
      read += 1
      let submission = SubmissionReader.read(document, kinds: kinds, catalogues: catalogues)
      for finding in submission.structureFindings {
        let message = StructureSentences.message(
          for: finding,
          in: submission,
          catalogues: catalogues
        )
        #expect(!message.th.contains("{") || text.contains("{"))
        _ = StructureSentences.remedy(for: finding)
      }
      _ = RuleLoader.load(document, in: context, examples: .required)
      _ = CatalogueLoader.load(document)
      _ = KindLoader.load(envelope: document, kinds: [document], catalogues: catalogues)
      _ = OfficeLoader.load(document, in: context)
      _ = WaiverLoader.load(document)
      _ = ProfileLoader.load(document, in: context)
    }
    #expect(read > 400)
  }

  @Test func everyUnknownKeyIsReportedWhereverItStands() throws {
    let kinds = try SubmissionReaderTests.kinds.get()
    let catalogues = try SubmissionReaderTests.catalogues.get()
    let places = [
      "zz: 1", "budget: {zz: 1}", "projects: [{}, {zz: 1}]", "submitter: {zz: }",
      "projects: [{indicators: [{zz: [1]}]}]", "projects: [{schedule: {zz: {a: 1}}}]",
      "documents: [{zz: 1}]", "previous_resolution: {remarks: [{zz: 1}]}",
    ]
    for place in places {
      let text = "kind: annual-action-plan\njob: 2\n\(place)\n"
      let submission = SubmissionReader.read(
        try yaml(text),
        kinds: kinds,
        catalogues: catalogues
      )
      #expect(submission.structureFindings.map(\.code) == [.unknownField], "\(place)")
      #expect(submission.structureFindings.first?.pointsAtKey == true)
    }
  }

  @Test func everyUnknownKeyOfARuleIsReportedWhereverItStands() throws {
    let context = try RuleLoadingTests.context.get()
    let whole = try FileReader.read(Repository.root + "/Rules/completeness/J02-CMP-001.yaml")
    let text = String(decoding: whole.bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A key is added beside every key that stands on a line of its own before the examples.
    let end = lines.firstIndex { $0.hasPrefix("examples:") } ?? lines.count
    var tried = 0
    for index in 0..<end where lines[index].contains(": ") && !lines[index].contains("#") {
      let indent = lines[index].prefix { $0 == " " || $0 == "-" }.replacing("-", with: " ")
      var changed = lines
      changed.insert(indent + "zzz: 1", at: index + 1)
      // Beside the head of a block the new line would cut it off.
      guard !lines[index].hasSuffix(":") else { continue }
      let source = SourceFile(name: "J02-CMP-001.yaml", text: changed.joined(separator: "\n"))
      let loaded = RuleLoader.load(source, in: context, examples: .skipped)
      #expect(loaded.value == nil, "\(lines[index])")
      let told = loaded.diagnostics.contains { $0.message.en.contains("“zzz”") }
      #expect(told, "\(lines[index])")
      tried += 1
    }
    #expect(tried > 10)
  }
}
