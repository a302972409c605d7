import Diagnostics
import Foundation
import Krong
import Testing

/// Every code that reading and the outermost layer can print has a page.
@Suite struct ExplainedCodesTests {
  private static let families = [
    "FILE", "READ", "YAML", "JSON", "WORK", "REPORT", "TEST", "CEL", "CHECK",
  ]

  /// The codes as the sources declare them, so that a new one cannot be forgotten.
  static let codes: [String] = {
    let sources = Program.root.appendingPathComponent("Sources")
    var codes: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      for piece in text.components(separatedBy: "DiagnosticCode(\"").dropFirst() {
        let code = String(piece.prefix { $0 != "\"" })
        if families.contains(where: { code.hasPrefix($0 + "-") }) { codes.insert(code) }
      }
    }
    return codes.sorted()
  }()

  @Test func theSourcesHaveCodesOfEachFamily() {
    for family in Self.families { #expect(Self.codes.contains { $0.hasPrefix(family + "-") }) }
    #expect(Self.codes.count > 100)
  }

  @Test(arguments: [Language.th, .en])
  func eachHasAPageInBothLanguagesWithAnExample(language: Language) throws {
    let workspace = try Workspace.load(Program.root.appendingPathComponent("Rules").path)
    let explanation = Explanation(workspace, language: language)
    for code in Self.codes {
      let page = try? explanation.text(code)
      #expect(page?.hasPrefix(code) ?? false, "\(code)")
      if language == .th {
        #expect(page?.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) } ?? false)
      }
      // What is wrong with a file shows best by an example; what is wrong with a rule is told in words.
      guard !code.hasPrefix("CEL-"), !code.hasPrefix("CHECK-") else { continue }
      #expect(page?.contains(language == .th ? "ตัวอย่าง:" : "example:") ?? false, "\(code)")
    }
  }
}
