/// What one operand of a conjunction asks of a list of records, when it is one of the questions that
/// ``ListPass`` answers.
struct ListQuestion: Sendable {
  enum Asked: Sendable {
    /// `size(list) > 0` and its like.
    case size(Interval)
    /// `list.all(a, a.field <= 4)`: a test of one whole number of each element.
    case all(FieldTest, fold: ExpressionID)
    /// `sum(list.map(a, a.field)) == other`.
    case sum(FieldAccess, SumComparison)
  }

  /// The list: a field of a record in a slot.
  let list: FieldAccess

  let asked: Asked

  /// A question about a list; nil when the list is not a field of a variable.
  init?(_ list: FieldAccess?, _ asked: Asked) {
    guard let list, list.slot != nil else { return nil }
    self.list = list
    self.asked = asked
  }

  /// The place among the questions of one pass.
  private var rank: Int {
    switch asked {
    case .size: 0
    case .all: 1
    case .sum: 2
    }
  }

  /// Whether a pass can answer this question after another.
  func follows(_ other: ListQuestion) -> Bool {
    rank > other.rank && list.readsSame(as: other.list)
  }
}

/// What is known of a compiled subexpression that is a list of a document or says something about one.
///
/// A class, because few subexpressions have it and all are passed on by value.
final class ListFacts: Sendable {
  /// For fields that are lists, and for their sizes: the access to the list.
  let field: FieldAccess?

  /// For sums over a field of the records of a list: the loop.
  let sum: FieldLoop?

  /// For operands of conjunctions that can be answered together with others.
  let question: ListQuestion?

  init(field: FieldAccess? = nil, sum: FieldLoop? = nil) {
    self.field = field
    self.sum = sum
    question = nil
  }

  init(asking asked: ListQuestion.Asked, of list: FieldAccess?) {
    field = nil
    sum = nil
    question = ListQuestion(list, asked)
  }
}

/// Whether a sum is equal to another number, or is not.
struct SumComparison: Sendable {
  let other: IntRun
  let isEquality: Bool

  /// Where nothing is summed.
  static let none = SumComparison(other: IntRun { _ in 0 }, isEquality: true)
}

extension Planner {
  /// Questions about one list that stand side by side in a conjunction, as one pass.
  static func passed(_ codes: [Code]) -> [Code] {
    var kept: [Code] = []
    var pending: [Code] = []
    for code in codes {
      if let question = code.listFacts?.question, let last = pending.last?.listFacts?.question,
        question.follows(last)
      {
        pending.append(code)
        continue
      }
      kept += together(pending)
      pending = []
      if code.listFacts?.question == nil { kept.append(code) } else { pending.append(code) }
    }
    return kept + together(pending)
  }

  private static func together(_ codes: [Code]) -> [Code] {
    let runs = codes.map { BoolRun(run: $0.asBool(Operator.and)) }
    guard let id = codes.last?.id,
      let pass = ListPass(
        codes.compactMap(\.listFacts?.question),
        long: chain(runs, decidedBy: false)
      )
    else { return codes }
    return [Code(id, bool: { (a) throws(Stop) in try pass.run(&a) })]
  }

  /// The equality of two numbers, one of which may be a sum over a list.
  func bitsEquality(
    _ id: ExpressionID,
    _ first: Code,
    _ second: Code,
    _ left: @escaping Run<Int64>,
    _ right: @escaping Run<Int64>,
    _ wanted: Bool
  ) -> Code {
    var code = Code(id, bool: Strict.equal(left, right, wanted))
    guard let loop = first.listFacts?.sum ?? second.listFacts?.sum else { return code }
    let other = IntRun(run: first.listFacts?.sum == nil ? left : right)
    let comparison = SumComparison(other: other, isEquality: wanted)
    code.listFacts = ListFacts(asking: .sum(loop.field, comparison), of: loop.listField)
    return code
  }
}
