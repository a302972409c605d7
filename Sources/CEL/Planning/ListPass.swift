internal import DocumentArena

/// Several questions about one list that stand side by side in a conjunction, answered in one pass: the
/// list is found once, and each element is gone through once for the fields that are asked for.
///
/// As with ``FieldLoop``, the pass goes as long as everything is in order, counts the steps of the
/// questions as they are written, and gives up without a trace at anything else: a variable that is
/// still to be computed, a list that is not there, an element that is no record, a number that is
/// missing or cannot be read, an overflow, the step limit. Then the questions are asked one by one.
final class ListPass: Sendable {
  private let list: FieldAccess
  private let slot: Int
  private let size: Interval?

  /// The field that is tested, or that which is summed when none is.
  ///
  /// Nothing here is optional, so that no reference is counted for an element.
  private let tested: FieldAccess

  /// The field that is summed, or that which is tested when none is.
  private let summand: FieldAccess
  private let hasTest: Bool
  private let stepsOfTest: UInt64
  private let interval: Interval
  private let fold: ExpressionID
  private let hasSum: Bool
  private let comparison: SumComparison
  private let hasBits: Bool
  private let readBits: FieldAccess.BitsReader
  private let long: Run<Bool>

  /// The pass for questions each of which ``ListQuestion/follows(_:)`` the one before; `long` asks them
  /// one by one.
  init?(_ questions: [ListQuestion], long: @escaping Run<Bool>) {
    guard questions.count > 1, let list = questions.first?.list, let slot = list.slot else {
      return nil
    }
    var size: Interval?
    var test: (test: FieldTest, fold: ExpressionID)?
    var sum: (field: FieldAccess, comparison: SumComparison)?
    for question in questions {
      switch question.asked {
      case .size(let interval): size = interval
      case .all(let asked, let fold): test = (asked, fold)
      case .sum(let field, let comparison): sum = (field, comparison)
      }
    }
    guard let tested = test?.test.field ?? sum?.field else { return nil }
    self.list = list
    self.slot = slot
    self.size = size
    self.tested = tested
    summand = sum?.field ?? tested
    hasTest = test != nil
    stepsOfTest = test?.test.steps ?? 0
    interval = test?.test.interval ?? Interval(low: .min, high: .max)
    fold = test?.fold ?? ExpressionID(0)
    hasSum = sum != nil
    comparison = sum?.comparison ?? .none
    let reader = sum?.field.bitsReader
    hasBits = reader != nil
    readBits = reader ?? { _, _ in nil }
    self.long = long
  }

  func run(_ a: inout Activation) throws(Stop) -> Bool {
    let record = a.nodes[slot]
    let start = a.steps
    let limit = a.stepLimit
    let outcome = a.with(record.document) { look(at: record.node, in: $0, start, limit) }
    guard let outcome else { return try long(&a) }
    switch outcome.answer {
    case .gaveUp: return try long(&a)
    case .no:
      a.steps = outcome.steps
      return false
    case .decided:
      a.steps = outcome.steps
      if a.recordsWitnesses {
        let element = NodeReference(document: record.document, node: NodeID(outcome.element))
        a.witnesses.append(Witness(fold: fold, index: Int(outcome.total), origin: element))
      }
      return false
    case .yes:
      a.steps = outcome.steps
      guard hasSum else { return true }
      return (outcome.total == (try comparison.other.run(&a))) == comparison.isEquality
    }
  }

  private struct Outcome {
    enum Answer {
      /// The size is another.
      case no
      /// An element failed the test; its index stands in ``total``.
      case decided
      /// All is as asked, but for the comparison of the sum.
      case yes
      case gaveUp
    }

    var answer: Answer
    var steps: UInt64 = 0
    var total: Int64 = 0
    var element: UInt32 = 0

    static let gaveUp = Outcome(answer: .gaveUp)
  }

  /// Finds the list and answers the question of its size.
  @inline(__always)
  private func look(
    at record: NodeID,
    in document: Document,
    _ start: UInt64,
    _ limit: UInt64
  ) -> Outcome {
    guard let id = document.child(of: record, list.key) else { return .gaveUp }
    let node = document.node(id)
    guard node.kind == .list, list.isPlainList || isThere(id, document) else { return .gaveUp }
    var steps = start
    if let size {
      // The comparison, the function, the selection of the list.
      steps &+= 3
      guard steps <= limit else { return .gaveUp }
      if !size.contains(Int64(node.count)) { return Outcome(answer: .no, steps: steps) }
    }
    let range = Int(id.rawValue) + 1..<max(Int(id.rawValue) + 1, Int(node.end))
    if hasBits {
      return pass(range, in: document, steps, limit) {
        summand.bitsReading($0, document, readBits)
      }
    }
    return pass(range, in: document, steps, limit) { summand.intReading($0, document) }
  }

  @inline(never)
  private func isThere(_ list: NodeID, _ document: Document) -> Bool {
    self.list.isThere(list, document)
  }

  /// Goes through the elements, which stand in a range of nodes.
  @inline(__always)
  private func pass(
    _ range: Range<Int>,
    in document: Document,
    _ start: UInt64,
    _ limit: UInt64,
    _ readSummand: (NodeID) -> FieldReading
  ) -> Outcome {
    let testKey = tested.key.rawValue
    let sumKey = summand.key.rawValue
    var steps = start &+ (hasTest ? 1 : 0)
    var total: Int64 = 0
    var index: UInt64 = 0
    var position = range.lowerBound
    let end = min(range.upperBound, document.nodes.count)
    while position < end {
      let next = Int(document.nodes[position].end)
      let kind =
        document.isAsRead
        ? document.nodes[position].kind
        : document.kind(of: NodeID(UInt32(truncatingIfNeeded: position)))
      guard kind == .map, next > position, next <= end,
        let fields = Self.find(testKey, sumKey, from: position + 1, until: next, document)
      else { return .gaveUp }
      if hasTest {
        steps &+= 1 &+ stepsOfTest
        guard steps <= limit, case .value(let number) = tested.intReading(fields.test, document)
        else { return .gaveUp }
        if !interval.contains(number) {
          let element = UInt32(truncatingIfNeeded: position)
          let number = Int64(bitPattern: index)
          return Outcome(answer: .decided, steps: steps, total: number, element: element)
        }
      }
      if hasSum {
        guard case .value(let number) = readSummand(fields.sum) else { return .gaveUp }
        let (sum, overflow) = total.addingReportingOverflow(number)
        if overflow { return .gaveUp }
        total = sum
      }
      index &+= 1
      position = next
    }
    // The comparison, the function, the selection of the list; of each element itself and its field.
    if hasSum { steps &+= 3 &+ 2 &* index }
    return steps <= limit ? Outcome(answer: .yes, steps: steps, total: total) : .gaveUp
  }

  /// The first children of an element under two keys, which may be one; nil unless both are there.
  @inline(__always)
  private static func find(
    _ testKey: UInt32,
    _ sumKey: UInt32,
    from start: Int,
    until end: Int,
    _ document: Document
  ) -> (test: NodeID, sum: NodeID)? {
    var test = 0
    var sum = 0
    var position = start
    while position < end {
      let key = document.nodes[position].key.rawValue
      // A branch around them all: most fields are neither.
      if key == testKey || key == sumKey {
        if key == testKey, test == 0 { test = position }
        if key == sumKey, sum == 0 { sum = position }
        if test != 0, sum != 0 {
          return (
            NodeID(UInt32(truncatingIfNeeded: test)), NodeID(UInt32(truncatingIfNeeded: sum))
          )
        }
      }
      let next = Int(document.nodes[position].end)
      guard next > position else { return nil }
      position = next
    }
    return nil
  }
}
