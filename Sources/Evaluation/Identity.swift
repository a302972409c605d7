import CEL
import DocumentArena
import RuleCompiler
import SourceText
import Submissions
import ThaiText

// What keeps a finding the same over rounds and unrelated edits.
extension RuleRun {
  /// What identifies an element: the first filled field of those that its kind names, on every level
  /// from the submission down; a position only where all of them are blank.
  func identity(of frame: ElementFrame) -> String {
    guard let origin = frame.origin, Int(origin.document) < scope.documents.count else {
      return scope.context.text(of: frame.value)
    }
    let document = scope.documents[Int(origin.document)]
    let (path, nodes) = scope.paths.path(of: origin.node, in: origin.document)
    var shape: FieldShape?
    var text = origin.document == 0 ? "" : "@\(origin.document):"
    for (position, step) in path.steps.enumerated() {
      switch step {
      case .key(let key):
        if position == 0 {
          let root = scope.kind.field(key)
          shape = root.map { FieldShape(type: $0.type, owner: scope.kind, field: $0) }
        } else {
          shape = shape?.member(key)
        }
        text += "." + key
      case .index(let index):
        shape = shape?.element
        text += "[" + (identity(of: nodes[position], shape, document) ?? "#\(index)") + "]"
      }
    }
    return text
  }

  private func identity(
    of node: NodeID,
    _ shape: FieldShape?,
    _ document: Document
  ) -> String? {
    guard let record = shape?.record else {
      let isScalar = document.kind(of: node) != .list && document.kind(of: node) != .map
      return isScalar ? ThaiNormalizer.normalize(document.text(of: node)) : nil
    }
    for name in record.identity {
      guard let child = document.child(of: node, name) else { continue }
      let text = document.text(of: child)
      if !isBlank(text) { return name + "=" + ThaiNormalizer.normalize(text) }
    }
    return nil
  }
}

/// The stable name of a finding.
enum Fingerprint {
  /// 128 bits of SHA-256 over the parts, in hexadecimal; the parts are kept apart by their lengths.
  static func of(_ parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      let utf8 = Array(part.utf8)
      bytes += Array(String(utf8.count).utf8)
      bytes.append(0x3A)
      bytes += utf8
    }
    return String(SHA256.hexDigest(of: bytes).prefix(32))
  }
}
