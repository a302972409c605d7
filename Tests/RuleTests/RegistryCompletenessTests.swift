import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import Testing

/// Section B of the requirements against the catalogues: what it lists is here, in its order and words.
@Suite("Registries of the requirements", .enabled(if: SharedFiles.has("domain/requirements.md")))
struct RegistryCompletenessTests {
  /// The rows of the tables of one part, those whose first cell is a code.
  private func rows(from start: String, to end: String) throws -> [[String]] {
    let lines = try SharedFiles.text("domain/requirements.md").split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix(start) })
    let last = try #require(lines[first...].firstIndex { $0.hasPrefix(end) })
    return lines[first..<last].filter { $0.hasPrefix("| `") }.map { line in
      line.dropFirst(1).dropLast(1).split(separator: "|", omittingEmptySubsequences: false)
        .map { cell in
          String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            .replacing("`", with: "")
        }
    }
  }

  private func items(_ catalogue: String) throws -> [CatalogueItem] {
    try #require(try Repository.catalogues()[catalogue]).items
  }

  @Test("parties")
  func parties() throws {
    let rows = try rows(from: "### B1", to: "### B2")
    #expect(try items("parties").map(\.id) == rows.map { $0[0] })
    #expect(rows.count == 21)
  }

  @Test("plans with levels, names and editions")
  func plans() throws {
    let rows = try rows(from: "### B2", to: "### B3")
    let plans = try items("plans")
    let listed = rows.filter { $0.count == 5 }
    #expect(plans.map(\.id) == listed.map { $0[0] })
    #expect(plans.map { $0.level.map(String.init) } == listed.map { $0[1] })
    #expect(plans.map(\.name.th) == listed.map { $0[2] })
    let editions = plans.flatMap { plan in
      (plan.editions ?? []).map {
        [plan.id, $0.id, String($0.years.lowerBound), String($0.years.upperBound)]
      }
    }
    #expect(editions == rows.filter { $0.count == 4 })
    #expect(listed.count == 23 && editions.count == 6)
  }

  @Test("steps with their names in the words of a job")
  func steps() throws {
    let rows = try rows(from: "### B4", to: "### B5")
    let steps = try items("steps")
    let listed = rows.filter { $0.count == 3 }
    #expect(steps.map(\.id) == listed.map { $0[0] })
    #expect(steps.map(\.name.th) == listed.map { $0[1] })
    let byJob = rows.filter { $0.count == 4 }
    for row in byJob {
      let step = try #require(steps.first { $0.id == row[0] })
      #expect(Int(row[1]).flatMap { step.nameByJob[$0]?.th } == row[2])
    }
    #expect(steps.map(\.nameByJob.count).reduce(0, +) == byJob.count)
    #expect(listed.count == 78 && byJob.count == 62)
  }

  @Test("types of documents")
  func documents() throws {
    let lines = try SharedFiles.text("domain/requirements.md").split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("### B5") })
    let last = try #require(lines[first...].firstIndex { $0.hasPrefix("## C.") })
    let listed = lines[first..<last].filter { $0.hasPrefix("- `") }.map { String($0.dropFirst(3)) }
    let types = try items("document-types")
    #expect(types.map { "\($0.id)` \($0.name.th)" } == listed)
    #expect(listed.count == 25)
  }

  @Test("tables of steps: the rows of each rule, in order, with clause and whether optional")
  func stepTables() throws {
    let text = try SharedFiles.text("domain/requirements.md")
    var count = 0
    for section in text.split(separator: "\n### ") {
      let id = String(section.prefix(11))
      guard section.dropFirst(11).hasPrefix(" — Steps complete") else { continue }
      let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
        line.split(separator: "|").map { $0.filter { $0 != " " && $0 != "`" } }
      }
      let document = try Repository.document("Rules/procedure/\(id).yaml")
      let context = try RuleSet.shared.get().context
      let loaded = RuleLoader.load(document, in: context, examples: .required)
      let rule = try #require(loaded.value, "\(id)")
      let tables = rule.items.compactMap { item -> [CheckKind.StepRow]? in
        if case .steps(let rows) = item.kind { return rows }
        return nil
      }
      let table = try #require(tables.first, "\(id)")
      #expect(table.map(\.step.text) == rows.map { $0[0] }, "\(id)")
      #expect(table.map { $0.clause.filter { $0 != " " } } == rows.map { $0[1] }, "\(id)")
      // What the table calls optional is; a rule may have conditions of its check text besides.
      for (step, row) in zip(table, rows) where row.count > 2 && !row[2].isEmpty {
        #expect(step.optional != nil, "\(id) \(row[0])")
      }
      count += 1
    }
    #expect(count == 23)
  }

  @Test("the file of the office of the manual is whole and changes nothing by itself")
  func office() throws {
    let context = try RuleSet.shared.get().context
    let document = try Repository.document("Rules/offices/uthai-thani.yaml")
    let loaded = OfficeLoader.load(document, in: context)
    #expect(loaded.diagnostics.isEmpty)
    let office = try #require(loaded.value)
    #expect(office.province == "อุทัยธานี")
    let set = Set(office.settings.map(\.name))
    // `sectors` differs by job, so a value for all jobs would be a change.
    #expect(set == Set(context.sharedParameters.map(\.name)).subtracting(["sectors"]))
    for setting in office.settings {
      let parameter = try #require(context.sharedParameters.first { $0.name == setting.name })
      let value = try #require(setting.value)
      let standard = parameter.document.text(of: parameter.defaultValue)
      #expect(document.text(of: value) == standard, "\(setting.name)")
    }
  }
}
