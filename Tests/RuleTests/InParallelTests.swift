import Catalogues
import Testing

@Suite("Work in pieces")
struct InParallelTests {
  @Test("gives the values in the order of their numbers", arguments: [0, 1, 3, 4, 5, 1000])
  func order(count: Int) {
    let values = InParallel.map(count) { number in
      // The first pieces take longest, so that later ones are ready before them.
      (0..<max(count - number, 1)).reduce(number) { sum, _ in sum } * 2
    }
    #expect(values == (0..<count).map { $0 * 2 })
  }

  @Test("gives the same with any number of threads", arguments: [0, 1, 2, 3, 64])
  func threads(number: Int) {
    #expect(InParallel.map(5, least: 2, threads: number) { $0 * $0 } == [0, 1, 4, 9, 16])
  }

  @Test("keeps values that are nothing")
  func nothing() {
    let values = InParallel.map(100) { number -> Int? in number % 3 == 0 ? nil : number }
    #expect(values == (0..<100).map { $0 % 3 == 0 ? nil : $0 })
  }

  @Test("has room for deep recursion in every piece")
  func deep() {
    let depths = InParallel.map(8) { _ in Self.depth(10_000) }
    #expect(depths == Array(repeating: 10_000, count: 8))
  }

  private static func depth(_ left: Int) -> Int { left == 0 ? 0 : depth(left - 1) + 1 }
}
