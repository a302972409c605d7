import Foundation
import TestSupport
import Testing

@testable import LanguageServer

/// Completion, hover, definitions, symbols and mends, in texts that are mostly broken at the cursor.
@Suite("Features") struct FeatureTests {
  typealias JSON = EditorClient.JSON

  private static let transfer = "consistency/J03-CON-003.yaml"

  private func client(_ fixture: RulesFixture, locale: String? = nil) throws -> EditorClient {
    try EditorClient.running(in: fixture.temporary.url.path, locale: locale)
  }

  // MARK: Completion

  /// A part of the transfer rule, what stands in its place with the cursor, what is offered, what is not.
  static let cases: [(part: String, other: String, offered: [String], not: [String])] = [
    ("check:\n", "check:\n  - ¦\n", ["present", "within", "any", "when"], ["th", "rule"]),
    ("check:\n", "check:\n  - pre¦\n", ["present"], []),
    ("check:\n", "check:\n  - present: [x]\n    ¦\n", ["when", "label"], ["within", "present"]),
    (", max: balance}", ", ¦", ["min", "max", "above"], ["value", "present"]),
    ("family: consistency", "fam¦", ["family", "in_force"], ["rule", "severity"]),
    ("family: consistency", "family: ¦", ["alignment", "threshold"], ["error"]),
    ("severity: error", "severity: ¦", ["error", "warning", "info"], []),
    (
      "kinds: [budget-transfer]", "kinds: [¦", ["budget-transfer", "annual-action-plan"], []
    ),
    ("from_stage: submitted", "from_stage: ¦", ["draft", "closed"], ["screened_out"]),
    ("source: [J3 §4.1, ", "source: [¦, ", ["J3 §4.1", "J24 §5.1"], []),
    (
      "value: out, max", "value: ¦, max", ["out", "balance", "allocation", "sum", "as_of"],
      ["spent"]
    ),
    ("out: sum(", "out: allocation.¦ + sum(", ["spent", "committed"], ["allocation"]),
    ("map(l, l.amount))\n  into", "map(l, l.¦))\n  into", ["amount", "category"], ["allocation"]),
    ("define:\n", "define:\n  r: recorded(\"¦\n", ["screened", "council"], ["out"]),
    ("define:\n", "define:\n  r: stage == \"¦\"\n", ["draft", "effective"], ["out"]),
    ("define:\n", "define:\n  r: th.¦\n", ["same", "contains"], ["sum"]),
    ("define:\n", "define:\n  r: plan(\"¦\")\n", ["national-strategy"], []),
    ("check:\n", "check:\n  - present: [al¦\n", ["allocation", "balance"], ["sum", "as_of"]),
    (
      "check:\n", "check:\n  - present: [allocation.¦]\n", ["ref", "spent"], ["allocation", "sum"]
    ),
    (
      "check:\n", "check:\n  - aligned_to: {all_of: [national-strategy, ¦]}\n",
      ["national-education-plan", "nesdp"], ["screened"]
    ),
    ("check:\n", "check:\n  - before: {earlier: ¦, later: x}\n", ["screened"], ["nesdp"]),
    ("check:\n", "check:\n  - documents: {types: [¦]}\n", ["cover-letter"], ["screened"]),
    (
      "check:\n", "check:\n  - covers: {list: documents, key: ¦}\n", ["type", "date"],
      ["allocation"]
    ),
    (
      "check:\n", "check:\n  - covers: {list: documents, key: type, any_of: [¦]}\n",
      ["cover-letter"], ["screened"]
    ),
    (
      "check:\n", "check:\n  - covers: {list: process, match: {step: ¦}}\n", ["screened"],
      ["cover-letter"]
    ),
    (
      "check:\n",
      "check:\n  - each:\n      in: from\n      as: line\n      check:\n        - present: [line.¦]\n",
      ["amount"], ["allocation"]
    ),
    ("เท่ากับวงเงินรายการที่ขอ {into}", "ถึง {¦", ["diff", "into", "job", "title"], ["sum"]),
    ("- pass: {allocation: {amount", "- pass: {allocation: {¦", ["spent", "ref"], ["allocation"]),
    ("examples:\n", "examples:\n  - fail: {allocation: {}}\n    ¦\n", ["at", "says"], ["pass"]),
    ("remedy:\n", "params:\n  a: {¦}\nremedy:\n", ["type", "shared", "default"], []),
    ("remedy:\n", "params:\n  a: {shared: ¦}\nremedy:\n", ["grace_days"], []),
  ]

  @Test("Offers what belongs there, and nothing else of the file", arguments: 0..<cases.count)
  func completes(_ number: Int) throws {
    let example = Self.cases[number]
    let fixture = try RulesFixture()
    var client = try client(fixture)
    let text = try fixture.text(Self.transfer, example.part, example.other)
    let found = try client.completions(fixture.path(Self.transfer), text)
    for label in example.offered { #expect(found.contains(label), "\(example.other): no \(label)") }
    for label in example.not { #expect(!found.contains(label), "\(example.other): \(label)") }
  }

  static let files: [(name: String, text: String, offered: [String], not: [String])] = [
    ("waivers/w.yaml", "krong: 1\nwaivers:\n  - ¦\n", ["rule", "subject"], ["waivers"]),
    ("waivers/w.yaml", "krong: 1\nwaivers:\n  - rule: J¦\n", ["J02-CMP-003"], []),
    ("profiles/p.yaml", "krong: 1\n¦", ["profile", "select", "extends"], ["krong", "rule"]),
    ("profiles/p.yaml", "set:\n  J¦: {weight: 2}\n", ["J03-CON-003"], []),
    ("profiles/p.yaml", "select:\n  stages: [¦]\n", ["draft"], []),
    ("offices/o.yaml", "office: x\nparams:\n  ¦\n", ["grace_days"], []),
    ("offices/o.yaml", "office: x\nplan_editions:\n  x:\n    - {¦}\n", ["from"], ["office"]),
    ("kinds/annual-action-plan.yaml", "krong: 1\nfields:\n  a: {¦}\n", ["type", "label"], []),
    ("kinds/annual-action-plan.yaml", "fields:\n  a: {type: ¦}\n", ["money", "document"], []),
    ("catalogues/x.yaml", "catalogue: x\nitems:\n  a:\n    ¦\n", ["th", "aliases"], ["items"]),
    ("parameters.yaml", "shared_params:\n  a:\n    ¦\n", ["type", "by_job"], ["shared"]),
    ("completeness/x.test.yaml", "krong: 1\nexpect:\n  J¦: pass\n", ["J02-CMP-003"], []),
    ("completeness/x.test.yaml", "krong: 1\n¦", ["submission", "cases"], ["rule"]),
    ("mappings/m.yaml", "krong: 1\n¦", ["mapping", "tables"], ["rule"]),
    ("x/NEW-CMP-001.yaml", "¦", ["krong", "rule", "check"], []),
  ]

  @Test("Knows every sort of file", arguments: 0..<files.count)
  func completesFiles(_ number: Int) throws {
    let example = Self.files[number]
    let fixture = try RulesFixture()
    var client = try client(fixture)
    let found = try client.completions(fixture.path(example.name), example.text)
    for label in example.offered { #expect(found.contains(label), "\(example): \(found)") }
    for label in example.not { #expect(!found.contains(label), "\(example)") }
  }

  @Test("Completes submissions: fields, codes with their Thai names, items of the plan beside")
  func completesSubmissions() throws {
    let fixture = try RulesFixture()
    var client = try client(fixture, locale: "th-TH")
    let path = fixture.temporary.path("plan.yaml")
    #expect(try client.completions(path, "kind: ¦\n").contains("annual-action-plan"))
    let head = "kind: annual-action-plan\n"
    #expect(try client.completions(path, head + "pro¦\n").contains("projects"))
    let fields = try client.completions(path, head + "projects:\n  - name: x\n    ¦\n")
    #expect(fields.contains("budget") && !fields.contains("name") && !fields.contains("projects"))
    let items = try client.completions(
      path,
      head + "alignments:\n  - {plan: national-strategy, item: ¦}\n"
    )
    #expect(items.contains("NS-3") && !items.contains("SDG-4"))
    let list = try client.at("completion", path, head + "stage: ¦\n") as? JSON
    let draft = (list?["items"] as? [JSON])?.first { $0["label"] as? String == "draft" }
    #expect(draft?["detail"] as? String == "ร่าง")
    #expect(draft?["filterText"] as? String == "draft ร่าง")
  }

  @Test("An edit of a completion takes the place of what is typed, in both units")
  func editRanges() throws {
    let fixture = try RulesFixture()
    for encoding in ["utf-8", "utf-16"] {
      var client = try EditorClient.running(
        in: fixture.temporary.url.path,
        encodings: [encoding]
      )
      let path = fixture.path("x.yaml")
      let before = "title: {th: \"ที่😀\", e"
      let list = try client.at("completion", path, "krong: 1\n\(before)¦: x}\n") as? JSON
      let item = (list?["items"] as? [JSON])?.first { $0["label"] as? String == "en" }
      let edit = try #require(item?["textEdit"] as? JSON)
      // The colon stands there already.
      #expect(edit["newText"] as? String == "en")
      let range = try #require(edit["range"] as? JSON)
      let end = encoding == "utf-8" ? before.utf8.count : before.utf16.count
      #expect(EditorClient.position(range["start"]) == TextPosition(line: 1, column: end - 1))
      #expect(EditorClient.position(range["end"]) == TextPosition(line: 1, column: end))
    }
  }

  // MARK: Hover and definitions

  static let words: [(part: String, other: String, says: String, at: String)] = [
    ("check:\n", "che¦ck:\n", "what is asked", ""),
    ("- within", "- with¦in", "within bounds", ""),
    ("family:", "fam¦ily:", "family of the rule", ""),
    (
      "    allocation.amount", "    alloca¦tion.amount", "J3 §4.1",
      "Rules/kinds/budget-transfer.yaml:54 allocation"
    ),
    (
      "    allocation.amount", "    allocation.amo¦unt", "`money`",
      "Rules/kinds/budget-transfer.yaml:37 amount"
    ),
    (
      "sum(from.map(l, l.amount))", "sum(from.map(l, l.amo¦unt))", "`money`",
      "Rules/kinds/budget-transfer.yaml:31 amount"
    ),
    ("sum(from", "su¦m(from", "the exact sum", ""),
    ("value: out, max", "value: o¦ut, max", "sum(from.map", "Rules/\(transfer):14 out"),
    ("{value: out, to", "{value: out, t¦o", "what it must equal", ""),
    (
      "kinds: [budget-transfer]", "kinds: [budget-¦transfer]", "Budget transfer",
      "Rules/kinds/budget-transfer.yaml:2 budget-transfer"
    ),
    (
      "from_stage: submitted", "from_stage: sub¦mitted", "`stage`",
      "Rules/kinds/envelope.yaml:23 submitted"
    ),
    ("J3 §4.1", "J3 §4¦.1", "การขอโอน", "Rules/manual-clauses.yaml:67 J3 §4.1"),
    ("{out} บาท ไม่", "{o¦ut} บาท ไม่", "sum(from.map", "Rules/\(transfer):14 out"),
    (
      "check:\n", "check:\n  - before: {earlier: scre¦ened, later: x}\n", "steps",
      "Rules/catalogues/steps.yaml:70 screened"
    ),
    (
      "define:\n", "define:\n  r: recorded(\"scre¦ened\")\n", "steps",
      "Rules/catalogues/steps.yaml:70 screened"
    ),
    (
      "- pass: {allocation: {amount", "- pass: {allocation: {amo¦unt", "`money`",
      "Rules/kinds/budget-transfer.yaml:37 amount"
    ),
    (
      "remedy:\n", "params:\n  g: {shared: grace¦_days}\nremedy:\n", "default `30`",
      "Rules/parameters.yaml:7 grace_days"
    ),
  ]

  @Test("Says what a word is, and where it is defined", arguments: 0..<words.count)
  func explains(_ number: Int) throws {
    let example = Self.words[number]
    let fixture = try RulesFixture()
    var client = try client(fixture)
    let text = try fixture.text(Self.transfer, example.part, example.other)
    let path = fixture.path(Self.transfer)
    let hover = try client.hover(path, text)
    #expect(hover.contains(example.says), "\(example.other): \(hover)")
    let found = try client.definition(path, text, in: fixture.temporary.url.path)
    // Lines of shipped files move; the file and the word stay.
    #expect(stripped(found) == stripped(example.at), "\(example.other): \(found)")
  }

  private func stripped(_ place: String) -> String {
    let parts = place.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return place }
    return "\(parts[0]) \(parts[1].drop { $0.isNumber || $0 == " " })"
  }

  @Test("Ids of rules lead to their files, from waivers, profiles and case files")
  func ruleIDs() throws {
    let fixture = try RulesFixture()
    var client = try client(fixture)
    for (name, text) in [
      ("waivers/w.yaml", "krong: 1\nwaivers:\n  - rule: J03-¦CON-003\n"),
      ("profiles/p.yaml", "profile: p\nset:\n  J03-¦CON-003: {weight: 1}\n"),
      ("profiles/p.yaml", "profile: p\ndeselect: [J03-¦CON-003]\n"),
      ("consistency/a.test.yaml", "krong: 1\nexpect: {J03-¦CON-003: pass}\n"),
    ] {
      let found = try client.definition(
        fixture.path(name),
        text,
        in: fixture.temporary.url.path
      )
      #expect(found == "Rules/\(Self.transfer):2 J03-CON-003", "\(name)")
      #expect(try client.hover(fixture.path(name), text).contains("Amounts balance"))
    }
  }

  @Test("Speaks the language of the client's locale, else that of the command")
  func languages() throws {
    let fixture = try RulesFixture()
    for (locale, start) in [("th", "ไม่รู้จักคีย์"), ("en-GB", "unknown key"), ("de", "unknown key")] {
      var client = try client(fixture, locale: locale)
      let path = fixture.path(Self.transfer)
      client.open(path, try fixture.text(Self.transfer, "severity:", "severty:"))
      let told = client.diagnostics(path)
      #expect(told.contains { ($0["message"] as? String ?? "").hasPrefix(start) }, "\(locale)")
    }
  }

  // MARK: Symbols and mends

  @Test("Lists the keys and elements of a document, also of one that is broken")
  func symbols() throws {
    let fixture = try RulesFixture()
    var client = try client(fixture)
    let path = fixture.path(Self.transfer)
    client.open(path, try fixture.text(Self.transfer, "define:\n", "define: {x: [\n"))
    let params: JSON = ["textDocument": ["uri": FileAddress.uri(of: path)]]
    let symbols = try #require(
      try client.ask("textDocument/documentSymbol", params) as? [JSON]
    )
    let names = symbols.compactMap { $0["name"] as? String }
    #expect(names.contains("check") && names.contains("examples") && names.contains("rule"))
    let check = symbols.first { $0["name"] as? String == "check" }
    #expect((check?["children"] as? [JSON])?.map { $0["name"] as? String } == ["equal", "within"])
  }

  @Test("Mends of diagnostics are edits at their places, in documents with Thai before them")
  func mends() throws {
    let fixture = try RulesFixture()
    var client = try client(fixture)
    let path = fixture.path(Self.transfer)
    let text = try fixture.text(Self.transfer, "severity: error", "severty: error")
    client.open(path, text)
    let told = try #require(client.diagnostics(path).first)
    let actions = try #require(
      try client.ask(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": FileAddress.uri(of: path)], "range": told["range"] ?? [:],
          "context": ["diagnostics": [told]],
        ]
      ) as? [JSON]
    )
    let action = try #require(actions.first { $0["kind"] as? String == "quickfix" })
    #expect(actions.contains { $0["kind"] as? String == "source.fixAll" })
    let edit = try #require(action["edit"] as? JSON)
    let changes = try #require((edit["documentChanges"] as? [JSON])?.first?["edits"] as? [JSON])
    client.change(path, changes.map { ["range": $0["range"] ?? [:], "text": $0["newText"] ?? ""] })
    let bytes = client.server.documents[FileAddress.uri(of: path)]?.bytes ?? []
    #expect(String(decoding: bytes, as: UTF8.self) == (try fixture.text(Self.transfer)))
    #expect(client.diagnostics(path).isEmpty)
  }

  @Test("A submission is checked while it is typed; waivers and case files are looked at too")
  func otherDocuments() throws {
    let fixture = try RulesFixture()
    var client = try client(fixture)
    let plan = fixture.temporary.path("plan.yaml")
    let head = "kind: annual-action-plan\njob: 2\nstage: submitted\nid: p-1\n"
    client.open(plan, head + "projects:\n  - {name: อบรม, schedul: {}}\n")
    let told = client.diagnostics(plan)
    #expect(told.contains { $0["code"] as? String == "STR-001" })
    let missing = try #require(told.first { $0["code"] as? String == "J02-CMP-003" })
    #expect((missing["message"] as? String ?? "").contains("อบรม"))
    let link = (missing["codeDescription"] as? JSON)?["href"] as? String
    #expect(link == FileAddress.uri(of: fixture.path("completeness/J02-CMP-003.yaml")))
    client.write(plan, "kind: annual-action-plan\nprojects: [\n")
    #expect(client.diagnostics(plan).contains { ($0["code"] as? String ?? "").hasPrefix("YAML") })
    let waivers = fixture.temporary.path("w.yaml")
    client.open(waivers, "krong: 1\nwaivers:\n  - {rule: J99-CMP-001}\n")
    #expect(!client.diagnostics(waivers).isEmpty)
    let cases = fixture.path("a.test.yaml")
    client.open(
      cases,
      "krong: 1\nsubmission: {kind: annual-action-plan}\nexpect: {J99-CMP-001: pass}\n"
    )
    #expect(!client.diagnostics(cases).isEmpty)
  }

  @Test("Formats as krong fmt does, by an edit of whole lines; a broken document is refused")
  func formatting() throws {
    let fixture = try RulesFixture()
    var client = try client(fixture)
    let path = fixture.path(Self.transfer)
    let params: JSON = [
      "textDocument": ["uri": FileAddress.uri(of: path)],
      "options": ["tabSize": 2, "insertSpaces": true],
    ]
    let sound = try fixture.text(Self.transfer)
    client.open(path, sound)
    let whole = try #require(try client.ask("textDocument/formatting", params) as? [JSON])
    var formatted = sound
    if !whole.isEmpty {
      client.change(path, whole.map { ["range": $0["range"] ?? [:], "text": $0["newText"] ?? ""] })
      let bytes = client.server.documents[FileAddress.uri(of: path)]?.bytes ?? []
      formatted = String(decoding: bytes, as: UTF8.self)
    }
    client.write(path, formatted.replacingOccurrences(of: "weight: 8", with: "weight:    8"))
    let edits = try #require(try client.ask("textDocument/formatting", params) as? [JSON])
    #expect(edits.count == 1)
    #expect(edits.first?["newText"] as? String == "weight: 8\n")
    client.change(path, edits.map { ["range": $0["range"] ?? [:], "text": $0["newText"] ?? ""] })
    let bytes = client.server.documents[FileAddress.uri(of: path)]?.bytes ?? []
    #expect(String(decoding: bytes, as: UTF8.self) == formatted)
    #expect((try client.ask("textDocument/formatting", params) as? [JSON])?.isEmpty == true)
    client.write(path, "a: [\n")
    #expect(try client.answer("textDocument/formatting", params)["error"] != nil)
  }
}
