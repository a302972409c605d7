import CEL
import Diagnostics
import Foundation
import Testing

/// The public conformance suite: parsing and checking.
///
/// Evaluation is compared in `ConformanceEvaluation.swift`.
@Suite(.enabled(if: ConformanceFile.folder != nil))
struct ConformanceTests {
  @Test(arguments: ConformanceFile.names)
  func everyExpressionParses(_ name: String) throws {
    let tests = try ConformanceFile.load(name).plainTests
    #expect(!tests.isEmpty)
    var parsed = 0
    for test in tests {
      let result = Parser.parse(test.expr, in: ConformanceEnvironment.make(for: test))
      if result.problems.isEmpty, result.tree != nil {
        parsed += 1
      } else {
        let problems = result.problems.map(\.message.en).joined(separator: "; ")
        Issue.record("\(name) \(test): \(problems)")
      }
    }
    print("conformance \(name): \(parsed) of \(tests.count) parsed")
  }

  /// The one test whose expression must not pass the checker.
  private static let refused = "is_ip_cidr_compile_error"

  @Test(arguments: ConformanceFile.names.filter { !ConformanceEnvironment.pending.contains($0) })
  func everyExpressionChecks(_ name: String) throws {
    let tests = try ConformanceFile.load(name).plainTests.filter { !$0.disableCheck }
    var checked = 0
    for test in tests {
      let environment = ConformanceEnvironment.make(for: test)
      guard let tree = Parser.parse(test.expr, in: environment).tree else { continue }
      let result = Checker.check(tree, in: environment)
      if test.name == Self.refused {
        #expect(result.expression == nil, "\(test)")
        checked += 1
        continue
      }
      guard let expression = result.expression else {
        let problems = result.problems.map(\.message.en).joined(separator: "; ")
        Issue.record("\(name) \(test): \(problems)")
        continue
      }
      if let deduced = test.deducedType {
        #expect(expression.type == deduced.type, "\(name) \(test)")
      }
      checked += 1
    }
    print("conformance \(name): \(checked) of \(tests.count) checked")
  }

  @Test("Every case of the suite either runs or needs protobuf, which is out of scope")
  func nothingIsLeftOut() throws {
    let folder = try #require(ConformanceFile.folder)
    let all = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".json") && $0 != "INDEX.json" }
      .map { try ConformanceFile.load(String($0.dropLast(5))) }
    var running = 0
    var outside = 0
    for file in all {
      let proto = file.tests.filter(\.needsProto)
      running += file.plainTests.count
      outside += proto.count
      let isListed = ConformanceFile.names.contains(file.file)
      #expect(isListed == !file.plainTests.isEmpty, "\(file.file)")
      guard !proto.isEmpty else { continue }
      let names = proto.map { "\($0.section)/\($0.name)" }.joined(separator: " ")
      print("conformance \(file.file): \(proto.count) need protobuf, out of scope: \(names)")
    }
    print("conformance: \(running) cases run, \(outside) need protobuf")
    #expect(running == 1_742 && outside == 714)
  }
}
