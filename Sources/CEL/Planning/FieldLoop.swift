internal import DocumentArena

/// The short way through a list of records of which each gives one whole number, or one value of the
/// host's types: no slot is set, no closure runs for an element, nothing is allocated.
///
/// It goes as long as everything is in order. At the first element that is no record, the first
/// number that is missing or cannot be read, and at the step limit it gives up without a trace, and
/// the caller goes through the list the long way, which knows what to say.
final class FieldLoop: Sendable {
  /// The list when it is a field.
  let listField: FieldAccess?

  /// The field of each element.
  let field: FieldAccess

  private let list: NodeRun
  private let readBits: FieldAccess.BitsReader?

  /// The way of a loop; nil when its elements are not known to be records or the field is another's.
  init?(_ loop: Loop, _ field: FieldAccess) {
    guard let list = loop.listNode, case .record = loop.type, field.slot == loop.elementSlot else {
      return nil
    }
    self.list = list
    listField = loop.listField
    self.field = field
    readBits = field.bitsReader
  }

  /// The first element for which a test says `wanted`.
  enum Search {
    case found(index: Int, element: NodeReference)
    case notFound
    case gaveUp
  }

  func search(_ test: FieldTest, for wanted: Bool, _ a: inout Activation) throws(Stop) -> Search {
    let before = a.steps
    let list = try self.list.run(&a)
    let start = a.steps
    let limit = a.stepLimit
    let found = a.with(list.document) { [field] document in
      Self.search(list.node, in: document, field, test, wanted, start, limit)
    }
    guard let found, found.index != Self.gaveUp else {
      a.steps = before
      return .gaveUp
    }
    a.steps = found.steps
    guard found.index >= 0 else { return .notFound }
    let element = NodeReference(document: list.document, node: found.element)
    return .found(index: found.index, element: element)
  }

  private static let notFound = -1
  private static let gaveUp = -2

  @inline(__always)
  private static func search(
    _ list: NodeID,
    in document: Document,
    _ field: FieldAccess,
    _ test: FieldTest,
    _ wanted: Bool,
    _ start: UInt64,
    _ limit: UInt64
  ) -> (index: Int, element: NodeID, steps: UInt64) {
    let interval = test.interval
    var steps = start
    var index = 0
    var position = list.rawValue + 1
    let end = document.node(list).end
    while position < end {
      let element = NodeID(position)
      steps &+= 1 &+ test.steps
      guard steps <= limit,
        case .value(let number) = field.intReading(document.child(of: element, field.key), document)
      else {
        return (gaveUp, element, start)
      }
      if interval.contains(number) == wanted { return (index, element, steps) }
      index += 1
      let next = document.node(element).end
      guard next > position else { return (gaveUp, element, start) }
      position = next
    }
    return (notFound, list, steps)
  }

  /// Folds the numbers; nil when it gave up or `combine` did.
  @inline(__always)
  func fold(
    _ initial: Int64,
    _ a: inout Activation,
    _ combine: (Int64, Int64) -> Int64?
  ) throws(Stop) -> Int64? {
    let before = a.steps
    let list = try self.list.run(&a)
    let start = a.steps
    let limit = a.stepLimit
    let folded = a.with(list.document) { document in
      if let readBits {
        Self.fold(list.node, in: document, start, limit, initial, combine) { element in
          field.bitsReading(document.child(of: element, field.key), document, readBits)
        }
      } else {
        Self.fold(list.node, in: document, start, limit, initial, combine) { element in
          field.intReading(document.child(of: element, field.key), document)
        }
      }
    }
    guard let folded, let steps = folded.steps else {
      a.steps = before
      return nil
    }
    a.steps = steps
    return folded.result
  }

  /// The sum, a form of its own so that nothing is called for an element.
  func sum(_ a: inout Activation) throws(Stop) -> Int64? {
    try fold(0, &a) { total, next in
      let (sum, overflow) = total.addingReportingOverflow(next)
      return overflow ? nil : sum
    }
  }

  @inline(__always)
  private static func fold(
    _ list: NodeID,
    in document: Document,
    _ start: UInt64,
    _ limit: UInt64,
    _ initial: Int64,
    _ combine: (Int64, Int64) -> Int64?,
    _ read: (NodeID) -> FieldReading
  ) -> (result: Int64, steps: UInt64?) {
    var steps = start
    var result = initial
    var position = list.rawValue + 1
    let end = document.node(list).end
    while position < end {
      let element = NodeID(position)
      steps &+= 2
      guard steps <= limit, case .value(let number) = read(element),
        let folded = combine(result, number)
      else { return (initial, nil) }
      result = folded
      let next = document.node(element).end
      guard next > position else { return (initial, nil) }
      position = next
    }
    return (result, steps)
  }
}
