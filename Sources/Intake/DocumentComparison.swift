package import Catalogues
import Diagnostics
package import DocumentArena
package import Submissions

/// Compares two documents of a kind value by value, for saying what a conversion has lost.
package struct DocumentComparison {
  private let original: Document
  private let copy: Document
  private let kind: SubmissionKind
  private let catalogues: CatalogueSet
  /// The paths of values that the copy does not have as they were.
  package private(set) var lost: [DocumentPath] = []

  private static let most = 1000

  /// Compares a copy with its original; what is blank in both is the same.
  package init(
    _ original: Document,
    _ copy: Document,
    _ kind: SubmissionKind,
    _ catalogues: CatalogueSet
  ) {
    self.original = original
    self.copy = copy
    self.kind = kind
    self.catalogues = catalogues
    compare(original.root, copy.root, kind.root, DocumentPath())
  }

  private mutating func lose(_ path: DocumentPath) {
    if lost.count < Self.most { lost.append(path) }
  }

  private mutating func compare(
    _ node: NodeID,
    _ other: NodeID?,
    _ record: RecordType,
    _ path: DocumentPath
  ) {
    guard original.kind(of: node) == .map else {
      if !original.isBlank(node) { lose(path) }
      return
    }
    for child in original.children(of: node) {
      let name = original.keyName(of: child)
      let inner = path.appending(name)
      guard let field = record.field(name) else {
        if !original.isBlank(child) { lose(inner) }
        continue
      }
      compare(child, other.flatMap { copy.child(of: $0, name) }, field.type, field, inner)
    }
  }

  private mutating func compare(
    _ node: NodeID,
    _ other: NodeID?,
    _ type: FieldType,
    _ field: Field,
    _ path: DocumentPath
  ) {
    switch type {
    case .record(let name):
      if let record = kind.records[name] { compare(node, other, record, path) }
    case .list(let element): compareList(node, other, element, field, path)
    case .map(let element):
      guard original.kind(of: node) == .map else {
        if !original.isBlank(node) { lose(path) }
        return
      }
      for child in original.children(of: node) {
        let name = original.keyName(of: child)
        let same = other.flatMap { copy.child(of: $0, name) }
        compare(child, same, element, field, path.appending(name))
      }
    default:
      if !isSame(node, other, type) { lose(path) }
    }
  }

  private mutating func compareList(
    _ node: NodeID,
    _ other: NodeID?,
    _ element: FieldType,
    _ field: Field,
    _ path: DocumentPath
  ) {
    guard original.kind(of: node) == .list else {
      if !original.isBlank(node) { lose(path) }
      return
    }
    if original.isBlank(node) {
      // Where an empty list is not the same as none, a sheet without rows cannot say which is meant.
      let isSaid = original.count(of: node) == 0 && !field.absentIsEmpty && field.minCount == 0
      if isSaid, other.map({ copy.kind(of: $0) != .list }) ?? true { lose(path) }
      return
    }
    let others = other.map { Array(copy.children(of: $0)) } ?? []
    var number = 0
    for (index, child) in original.children(of: node).enumerated()
    where !original.isBlank(child) {
      let same = number < others.count ? others[number] : nil
      compare(child, same, element, field, path.appending(index))
      number += 1
    }
    if number < others.count { lose(path) }
  }

  private func isSame(_ node: NodeID, _ other: NodeID?, _ type: FieldType) -> Bool {
    guard !original.isBlank(node) else { return other.map { copy.isBlank($0) } ?? true }
    guard let other else { return false }
    let left = FieldValue(node, as: type, in: original)
    let right = FieldValue(other, as: type, in: copy)
    switch (left, right) {
    case (.text(let left), .text(let right)):
      if left.utf8.elementsEqual(right.utf8) { return true }
      let names = CodeNames(type, in: kind, catalogues)
      return names?.code(left).map { $0.utf8.elementsEqual(right.utf8) } ?? false
    case (.unreadable, .unreadable):
      return original.text(of: node).utf8.elementsEqual(copy.text(of: other).utf8)
    default: return left == right
    }
  }
}
