import CEL
import DocumentArena
import Submissions

/// A place in one of the documents: the deepest node that exists, and the steps to what is absent.
struct PlaceTarget: Hashable {
  let document: UInt32
  let node: NodeID
  let missing: [DocumentPath.Step]
}

/// Walks from nodes along keys.
enum PathFinder {
  /// The place of a path below a node.
  static func target(
    _ steps: [DocumentPath.Step],
    below reference: NodeReference,
    in documents: [Document]
  ) -> PlaceTarget {
    guard Int(reference.document) < documents.count else {
      return PlaceTarget(document: reference.document, node: reference.node, missing: steps)
    }
    let document = documents[Int(reference.document)]
    var node = reference.node
    for (index, step) in steps.enumerated() {
      guard let next = child(of: node, step, in: document) else {
        return PlaceTarget(
          document: reference.document,
          node: node,
          missing: Array(steps[index...])
        )
      }
      node = next
    }
    return PlaceTarget(document: reference.document, node: node, missing: [])
  }

  /// Whether something that says something stands at a path below a node.
  static func exists(
    _ steps: [DocumentPath.Step],
    below node: NodeID,
    in document: Document
  ) -> Bool {
    var node = node
    for step in steps {
      guard let next = child(of: node, step, in: document) else { return false }
      node = next
    }
    return !document.isBlank(node)
  }

  private static func child(
    of node: NodeID,
    _ step: DocumentPath.Step,
    in document: Document
  ) -> NodeID? {
    switch step {
    case .key(let key): return document.child(of: node, key)
    case .index(let index):
      guard document.kind(of: node) == .list else { return nil }
      var children = document.children(of: node)
      for _ in 0..<max(index, 0) { _ = children.next() }
      return children.next()
    }
  }
}
