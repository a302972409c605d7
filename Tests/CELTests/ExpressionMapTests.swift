import CEL
import Testing

@Suite("Values by the nodes of an expression")
struct ExpressionMapTests {
  @Test("are found under their nodes, and gone when they are taken away")
  func values() {
    var map = ExpressionMap<String>()
    #expect(map.isEmpty)
    #expect(map[ExpressionID(7)] == nil)
    map[ExpressionID(7)] = "seven"
    map[ExpressionID(2)] = "two"
    map[ExpressionID(7)] = "again"
    map[ExpressionID(90)] = nil
    #expect(map.count == 2)
    #expect(map[ExpressionID(7)] == "again")
    #expect(map[ExpressionID(3)] == nil)
    map[ExpressionID(7)] = nil
    #expect(map.count == 1)
    #expect(map[ExpressionID(7)] == nil)
  }

  @Test("come in the order of the nodes")
  func order() {
    var map = ExpressionMap<Int>()
    for number in [9, 1, 4, 30] { map[ExpressionID(UInt32(number))] = number * 10 }
    #expect(map.map(\.value) == [10, 40, 90, 300])
    #expect(map.map(\.id.rawValue) == [1, 4, 9, 30])
  }
}
