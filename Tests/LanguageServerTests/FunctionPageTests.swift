import Foundation
import PlanValues
import TestSupport
import Testing

@testable import Krong
@testable import LanguageServer

/// What editors show about functions is what the article on expressions says.
@Suite("Function pages of the language server") struct FunctionPageTests {
  @Test("Every function that rules may call has a page")
  func complete() throws {
    let fixture = try RulesFixture()
    var rules = EditedRules(
      folder: fixture.folder,
      asOf: try #require(CalendarDate(year: 2026, month: 7, day: 15))
    )
    _ = rules.lint()
    let knowledge = try #require(rules.knowledge)
    let functions = FunctionCatalogue(knowledge).all
    #expect(functions.count > 100)
    #expect(functions.filter { $0.page == nil }.map(\.name) == [])
    let names = Set(functions.map(\.name))
    let idle = FunctionPage.byName.keys.filter {
      !names.contains($0) && !names.contains("cel." + $0)
    }
    #expect(idle.sorted() == [])
  }

  @Test("The English is that of the article, and so are the examples")
  func sameWords() throws {
    let article = try String(
      contentsOf: SharedData.packageRoot
        .appendingPathComponent("Sources/Krong/Krong.docc/Expressions.md"),
      encoding: .utf8
    )
    // Those of plans are told in another article, in words that need its table.
    let pages = (FunctionPage.standard + FunctionPage.rules).filter { $0.example != nil }
    #expect(pages.count > 80)
    for page in pages {
      #expect(article.contains("| \(page.text.en) |"), "\(page.signature)")
      #expect(article.contains("| `\(page.example ?? "")` |"), "\(page.signature)")
    }
  }
}
