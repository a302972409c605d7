import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import SourceText
import Submissions

/// Turns targets into the places that findings show: position, length, label.
struct PlaceNames {
  let scope: SubmissionScope

  func place(_ target: PlaceTarget?) -> FindingPlace {
    let target = target ?? PlaceTarget(document: 0, node: scope.submission.document.root, missing: [])
    let index = Int(target.document)
    let document = index < scope.documents.count ? scope.documents[index] : scope.submission.document
    let start = document.path(of: target.node)
    let path = DocumentPath(start.steps + target.missing)
    let (position, length) = spot(target, in: document, start)
    return FindingPlace(
      file: document.source.name,
      path: path,
      position: position,
      length: length,
      isAbsent: !target.missing.isEmpty,
      label: LocalizedText(th: label(path, document, .th), en: label(path, document, .en))
    )
  }

  /// The value of a scalar, the key of what holds others, and for what is absent the key of the nearest
  /// thing that exists.
  private func spot(
    _ target: PlaceTarget, in document: Document, _ path: DocumentPath
  ) -> (SourcePosition?, UInt32) {
    let kind = document.kind(of: target.node)
    let isContainer = kind == .list || kind == .map
    if isContainer || !target.missing.isEmpty || document.bytes(of: target.node).isEmpty {
      if let key = document.keyPosition(of: target.node) {
        return (key, length(of: document.keyName(of: target.node)))
      }
      return (document.position(of: target.node), firstKeyLength(target.node, document))
    }
    let text = document.text(of: target.node)
    let style = document.node(target.node).style
    let quotes: UInt32 = style == .singleQuoted || style == .doubleQuoted ? 2 : 0
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
    return (document.position(of: target.node), length(of: String(line)) + quotes)
  }

  private func length(of text: String) -> UInt32 {
    UInt32(clamping: max(text.unicodeScalars.count, 1))
  }

  /// An element of a list has no key: its first key is underlined.
  private func firstKeyLength(_ node: NodeID, _ document: Document) -> UInt32 {
    guard document.kind(of: node) == .map, let first = document.children(of: node).first(where: { _ in true })
    else { return 1 }
    return length(of: document.keyName(of: first))
  }

  // MARK: Labels

  /// What people call a path: โครงการที่ 2 วงเงินงบประมาณ.
  private func label(_ path: DocumentPath, _ document: Document, _ language: Language) -> String {
    guard let kind = kind(of: document) else { return path.description }
    var names: [String] = []
    var shape: FieldShape?
    var isRoot = true
    for (position, step) in path.steps.enumerated() {
      switch step {
      case .key(let key):
        let field = isRoot ? kind.root.field(key) : shape?.record?.field(key)
        shape =
          isRoot
          ? field.map { FieldShape(type: $0.type, owner: kind, field: $0) } : shape?.member(key)
        isRoot = false
        // The label of an element says what list it is in.
        if position + 1 < path.steps.count, case .index = path.steps[position + 1],
          shape?.element?.record?.blankElementLabel != nil
        {
          continue
        }
        names.append(field?.label[language] ?? key)
      case .index(let index):
        shape = shape?.element
        let label = ElementLabel.short(shape, number: index + 1, language, in: scope)
        names.append(label ?? (language == .th ? "ลำดับที่ \(index + 1)" : "number \(index + 1)"))
      }
    }
    if names.isEmpty { return kind.title[language] }
    return names.joined(separator: language == .th ? " " : ", ")
  }

  private func kind(of document: Document) -> SubmissionKind? {
    if document === scope.submission.document { return scope.kind }
    let name = document.child(of: document.root, "kind").map { document.text(of: $0) } ?? ""
    return scope.rules.kind(name)
  }
}
