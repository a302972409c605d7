import CEL
import DocumentArena
import RuleCompiler
import Submissions

// The element of a part in the form in which waivers name it.
extension RuleRun {
  /// `projects[id=p2].indicators[name=ร้อยละครู]`: the innermost element of the submission in scope.
  ///
  /// Empty without one, and where an element on the way has nothing that identifies it: a waiver must
  /// not depend on a position, which the next edit changes.
  func waiverElement(of part: PartResult) -> String {
    let document = scope.documents[0]
    guard let origin = part.elements.last(where: { $0.document == 0 }) else { return "" }
    let (path, nodes) = scope.paths.path(of: origin.node, in: 0)
    var shape: FieldShape?
    var steps: [String] = []
    var list = ""
    for (position, step) in path.steps.enumerated() {
      switch step {
      case .key(let key):
        if position == 0 {
          let root = scope.kind.root.field(key)
          shape = root.map { FieldShape(type: $0.type, owner: scope.kind, field: $0) }
        } else {
          shape = shape?.member(key)
        }
        list = key
      case .index:
        shape = shape?.element
        guard let name = identifier(of: nodes[position], shape, document) else { return "" }
        steps.append("\(list)[\(name)]")
      }
    }
    return steps.joined(separator: ".")
  }

  /// The first filled field of those that identify a record, with its text as it stands in the file.
  private func identifier(
    of node: NodeID,
    _ shape: FieldShape?,
    _ document: Document
  ) -> String? {
    for name in shape?.record?.identity ?? [] {
      guard let child = document.child(of: node, name), !document.isBlank(child) else { continue }
      let text = document.text(of: child)
      let isPlain = text.unicodeScalars.allSatisfy { $0 != "]" && $0 != "\n" }
      return isPlain ? "\(name)=\(text)" : nil
    }
    return nil
  }
}
