import DocumentArena
import SourceText

/// The activities check written in Swift by hand over the arena, in two ways.
///
/// Both take integers as plain decimals only, and say false where the expression would say what is
/// missing.
struct CheckByHand {
  let document: Document
  let keys: ExpressionFixture.Keys

  /// As one would write it: each field by its key.
  func byKey(_ project: NodeID) -> Bool {
    guard let activities = document.child(of: project, keys.activities),
      document.count(of: activities) > 0,
      let budget = document.child(of: project, keys.budget),
      let totalNode = document.child(of: budget, keys.total),
      let total = number(totalNode)
    else { return false }
    var sum: Int64 = 0
    for activity in document.children(of: activities) {
      guard let quarterNode = document.child(of: activity, keys.quarter),
        let quarter = number(quarterNode), (1...4).contains(quarter),
        let costNode = document.child(of: activity, keys.budget),
        let cost = number(costNode)
      else { return false }
      let (next, overflow) = sum.addingReportingOverflow(cost)
      if overflow { return false }
      sum = next
    }
    return sum == total
  }

  private func number(_ node: NodeID) -> Int64? {
    var value: Int64 = 0
    for byte in document.bytes(of: node) {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return value
  }

  /// As fast as it goes: one pass over the children, on raw nodes, the bytes where they stand.
  func inOnePass(_ project: NodeID) -> Bool {
    var total: Int64?
    var sum: Int64?
    let end = Int(document.nodes[Int(project.rawValue)].end)
    var position = Int(project.rawValue) + 1
    while position < end {
      let node = document.nodes[position]
      if node.key == keys.budget {
        total = field(keys.total, of: position)
      } else if node.key == keys.activities {
        guard node.kind == .list, node.count > 0 else { return false }
        sum = costs(position)
      }
      position = Int(node.end)
    }
    return sum != nil && sum == total
  }

  /// The sum of the costs; nil when an activity has none or no quarter from 1 to 4.
  private func costs(_ activities: Int) -> Int64? {
    var sum: Int64 = 0
    let end = Int(document.nodes[activities].end)
    var activity = activities + 1
    while activity < end {
      let last = Int(document.nodes[activity].end)
      var quarter: Int64 = 0
      var cost: Int64 = -1
      var position = activity + 1
      while position < last {
        let node = document.nodes[position]
        if node.key == keys.quarter {
          quarter = decimal(node)
        } else if node.key == keys.budget {
          cost = decimal(node)
        }
        position = Int(node.end)
      }
      guard quarter >= 1, quarter <= 4, cost >= 0 else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(cost)
      if overflow { return nil }
      sum = next
      activity = last
    }
    return sum
  }

  private func field(_ key: KeyID, of map: Int) -> Int64? {
    let end = Int(document.nodes[map].end)
    var position = map + 1
    while position < end {
      let node = document.nodes[position]
      if node.key == key { return decimal(node) }
      position = Int(node.end)
    }
    return nil
  }

  private func decimal(_ node: Node) -> Int64 {
    guard node.kind == .int, node.count <= 18, node.first & Node.inSource != 0 else { return -1 }
    let start = Int(node.first & ~Node.inSource)
    var value: Int64 = 0
    for index in start..<start + Int(node.count) {
      let digit = document.source.bytes[index] &- 0x30
      guard digit <= 9 else { return -1 }
      value = value &* 10 &+ Int64(digit)
    }
    return value
  }
}
