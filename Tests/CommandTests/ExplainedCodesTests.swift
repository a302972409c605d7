import Foundation
import KrongCommand
import TestSupport
import Testing

/// Every code of a rule that cannot be used has a page: enumerated from the sources, so that a new one
/// cannot be forgotten.
@Suite struct ExplainedCodesTests {
  /// The codes that the sources declare, of the given families.
  static let declared: [String] = {
    let sources = SharedData.packageRoot.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var codes: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift",
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      for match in text.matches(of: /DiagnosticCode\("((?:CEL|CHECK)-[0-9]{3})"\)/) {
        codes.insert(String(match.1))
      }
    }
    return codes.sorted()
  }()

  @Test func thereAreCodes() {
    #expect(Self.declared.count > 40)
  }

  @Test(arguments: declared, ["th", "en"])
  func everyCodeHasAPage(_ code: String, _ language: String) throws {
    let result = try Program.run(["explain", code, "--lang", language])
    #expect(result.status == 0, "\(code): \(result.errors)")
    #expect(result.output.hasPrefix(code))
    let text = result.output.dropFirst(code.count)
    let isThai = text.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) }
    #expect(isThai == (language == "th"), "\(result.output)")
    #expect(text.count > 30)
  }
}
