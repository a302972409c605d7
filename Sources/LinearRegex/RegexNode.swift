/// The syntax tree of a pattern; flags are worked into it already.
indirect enum RegexNode: Sendable {
  /// Matches the empty text.
  case empty
  /// One code point.
  case literal(UInt32)
  /// One code point of a set.
  case set(ScalarSet)
  /// A place, not a character.
  case assertion(RegexAssertion)
  case concatenation([RegexNode])
  /// The first branch that leads to a match wins.
  case alternation([RegexNode])
  /// `max` is nil when there is no limit.
  case repetition(RegexNode, min: Int, max: Int?, isGreedy: Bool)
  case capture(RegexNode, index: Int)
}

/// Conditions on a place in the text.
enum RegexAssertion: UInt8, Sendable {
  case beginText
  case endText
  case beginLine
  case endLine
  case wordBoundary
  case noWordBoundary
}

extension RegexNode {
  /// Whether the node can match the empty text.
  var isNullable: Bool {
    switch self {
    case .empty, .assertion: true
    case .literal, .set: false
    case .concatenation(let nodes): nodes.allSatisfy(\.isNullable)
    case .alternation(let nodes): nodes.contains(where: \.isNullable)
    case .repetition(let node, let min, _, _): min == 0 || node.isNullable
    case .capture(let node, _): node.isNullable
    }
  }

  /// Whether every match begins at the start of the text.
  var isAnchoredAtStart: Bool {
    switch self {
    case .assertion(let assertion): assertion == .beginText
    case .concatenation(let nodes): nodes.first?.isAnchoredAtStart ?? false
    case .alternation(let nodes): nodes.allSatisfy(\.isAnchoredAtStart)
    case .repetition(let node, let min, _, _): min > 0 && node.isAnchoredAtStart
    case .capture(let node, _): node.isAnchoredAtStart
    case .empty, .literal, .set: false
    }
  }

  /// The largest product of nested repeat counts.
  var repeatProduct: Int {
    switch self {
    case .empty, .literal, .set, .assertion: 1
    case .concatenation(let nodes), .alternation(let nodes):
      nodes.map(\.repeatProduct).max() ?? 1
    case .repetition(let node, let min, let max, _):
      node.repeatProduct * Swift.max(min, max ?? 0, 1)
    case .capture(let node, _): node.repeatProduct
    }
  }
}
