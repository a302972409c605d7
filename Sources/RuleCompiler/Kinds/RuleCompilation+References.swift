import CEL
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// What `reference` looks through: a list of this submission, or of another one, whose kind is that of the
// field that names it.
extension RuleCompilation {
  /// Whether the list of a reference is one, and the value can be found in it; reports what never fits.
  func canRefer(_ reference: CheckKind.Reference, _ target: Operand?, at node: NodeID) -> Bool {
    let value = environment.variables["@value"]
    guard let target else {
      let slot = read(reference.list)
      guard isUsable(slot), isList(slot) else { return false }
      var element: FieldShape?
      if let path = slot.path {
        let shape = end(of: path)
        element = path.goesThroughList && shape?.isList == false ? shape : shape?.element
      }
      let type = element.map { PlanType.celType(of: $0.type, owner: $0.owner.id) }
      return canBeFound(value, reference.value, by: reference.key, of: element, type, at: node)
    }
    guard isText("@target") else {
      let needs = LocalizedText(th: "in เป็นรหัสของเรื่องอื่น", en: "in is the id of another submission")
      let type = environment.variables["@target"]
      reportWrong(.expression(reference.target ?? reference.list), type, needs, at: node)
      return false
    }
    guard let path = read(reference.list).path else { return true }
    return canBeFoundElsewhere(reference, path, kinds(namedBy: target), at: node)
  }

  /// The kinds whose submissions a value may name.
  func kinds(namedBy target: Operand) -> [SubmissionKind] {
    kinds(namedBy: target.shape?.field?.namesSubmission)
  }

  /// The kinds of the submissions that a field names; any where that is not said.
  func kinds(namedBy name: Field.SubmissionName?) -> [SubmissionKind] {
    switch name {
    case .kinds(let ids)?: ids.compactMap { context.kind($0) }
    case .earlierRound?, .laterRound?: [kind]
    case .any?, nil: context.kinds
    }
  }

  private func canBeFoundElsewhere(
    _ reference: CheckKind.Reference,
    _ path: PathSyntax,
    _ kinds: [SubmissionKind],
    at node: NodeID
  ) -> Bool {
    let ends = kinds.compactMap { end(of: path, in: $0) }
    guard !ends.isEmpty else {
      let names = kinds.flatMap { $0.root.fields.map(\.name) }
      let ids = kinds.count > 3 ? nil : kinds.map(\.id).joined(separator: ", ")
      report(
        .unknownName,
        LocalizedText(
          th:
            "\(ids ?? "ไม่มีประเภทเรื่องใดที่")\(ids == nil ? "" : " ไม่")มีรายการ “\(reference.list.text)”",
          en:
            "\(ids ?? "no kind of submission") has \(ids == nil ? "a" : "no") list \"\(reference.list.text)\""
        ),
        at: reference.list.node,
        help: .didYouMean(nearestTo: path.base, among: names)
      )
      return false
    }
    let elements = ends.compactMap { path.goesThroughList && !$0.isList ? $0 : $0.element }
    guard !elements.isEmpty, let first = elements.first else {
      let words = TypeName.of(ends.first.map { PlanType.celType(of: $0.type, owner: $0.owner.id) })
      report(
        .notAList,
        LocalizedText(
          th: "“\(reference.list.text)” เป็น\(words.th) ไม่ใช่รายการ",
          en: "\"\(reference.list.text)\" is \(words.en), not a list"
        ),
        at: reference.list.node
      )
      return false
    }
    return hasKey(reference, elements) && canAgree(reference, elements, first, at: node)
  }

  /// Whether one of the lists has the field that is compared.
  private func hasKey(_ reference: CheckKind.Reference, _ elements: [FieldShape]) -> Bool {
    guard let key = reference.key, let steps = read(key).path?.steps else { return true }
    let found = elements.contains { element in
      steps.reduce(element as FieldShape?) { $0?.member($1.name) } != nil
    }
    if found { return true }
    let fields = elements.flatMap { $0.record?.fields.map(\.name) ?? [] }
    let shown = fields.prefix(8).joined(separator: ", ") + (fields.count > 8 ? " …" : "")
    report(
      .unknownName,
      LocalizedText(
        th: "รายการใน “\(reference.list.text)” ไม่มีช่องข้อมูล “\(key.text)”",
        en: "the entries of \"\(reference.list.text)\" have no field \"\(key.text)\""
      ),
      at: key.node,
      help: .didYouMean(nearestTo: key.text, among: fields)
        ?? (fields.isEmpty
          ? nil : LocalizedText(th: "ช่องข้อมูลที่มี: \(shown)", en: "its fields: \(shown)"))
    )
    return false
  }

  /// Whether the value can be in one of the lists; what stands in the way of the first is told.
  private func canAgree(
    _ reference: CheckKind.Reference,
    _ elements: [FieldShape],
    _ first: FieldShape,
    at node: NodeID
  ) -> Bool {
    let value = environment.variables["@value"]
    guard let value else { return true }
    let steps = reference.key.flatMap { read($0).path?.steps } ?? []
    let fits = elements.contains { element in
      let shape = steps.reduce(element as FieldShape?) { $0?.member($1.name) }
      return shape.map { canAgree(PlanType.celType(of: $0.type, owner: $0.owner.id), value) }
        ?? false
    }
    if fits { return true }
    let type = PlanType.celType(of: first.type, owner: first.owner.id)
    return canBeFound(value, reference.value, by: reference.key, of: first, type, at: node)
  }

  /// What stands at the end of a path in a submission of some kind.
  private func end(of path: PathSyntax, in kind: SubmissionKind) -> FieldShape? {
    var shape: FieldShape?
    for (index, step) in path.steps.enumerated() {
      shape =
        index == 0
        ? kind.field(step.name).map { FieldShape(type: $0.type, owner: kind, field: $0) }
        : shape?.member(step.name)
      if step.throughList { shape = shape?.element }
    }
    return shape
  }
}
