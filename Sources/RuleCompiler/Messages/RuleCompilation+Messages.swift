import Diagnostics
import DocumentArena
import RuleModel
import SourceText
import Submissions

// Sentences: every placeholder is resolved when the rule is compiled.
extension RuleCompilation {
  /// What a kind offers to its sentences.
  typealias Offer = [String: Placeholder.Source]

  /// The placeholders that a kind provides; they win over fields of the same name.
  ///
  /// `at` is the place that the item, or one around it, names.
  func placeholders(of kind: CheckKind, _ form: CompiledForm, at: FieldPath?) -> Offer {
    var offer: Offer = [:]
    if let label = fieldLabel(form, at: at) { offer["field"] = .fixed(label) }
    if case .parts(let families) = form, let family = families.first {
      for operand in family.operands where operand.name != "list" && operand.name != "events" {
        offer[operand.name] = .operand(slot: operand.slot, shape: operand.shape ?? family.shape)
      }
    }
    switch kind {
    case .present: offer["field"] = .field
    case .covers: offer["missing"] = .asked
    case .documents:
      offer["document"] = .asked
      offer["problem"] = .problem
    case .alignedTo:
      offer["plan"] = .asked
      offer["plans"] = .asked
    case .chain(let links): offer.merge(chainPlaceholders(at: links.node)) { _, new in new }
    case .oneOf:
      if let options = offer["to"] { offer["options"] = options }
    case .within:
      offer["min"] = offer["min"] ?? offer["above"]
      offer["max"] = offer["max"] ?? offer["below"]
      let value = slots["@value"]
      if offer["max"] != nil { offer["over"] = .difference(value, upper(offer), isAbsolute: false) }
      if offer["min"] != nil {
        offer["under"] = .difference(lower(offer), value, isAbsolute: false)
      }
    case .equal:
      offer["expected"] = offer["to"]
      offer["diff"] = .difference(slots["@value"], slots["@to"], isAbsolute: true)
    case .total:
      offer["total"] = offer["value"]
      offer["diff"] = .difference(slots["@value"], slots["@to"], isAbsolute: true)
    case .pattern: offer["found"] = .found
    case .before:
      offer["earlier"] = .step("earlier")
      offer["later"] = .step("later")
      offer["earlier_date"] = .stepDate(.earlier)
      offer["later_date"] = .stepDate(.later)
      offer["problem"] = .problem
    case .steps:
      offer["step"] = .rowStep
      offer["clause"] = .rowClause
      offer["problem"] = .problem
    case .reportedEach:
      offer["period"] = .asked
      offer["problem"] = .problem
      offer["missing"] = .lacking
    case .unique: offer["value"] = .found
    default: break
    }
    return offer
  }

  /// What the field is called at which the findings of an item point; nil where that is no one field.
  private func fieldLabel(_ form: CompiledForm, at: FieldPath?) -> LocalizedText? {
    let path: FieldPath?
    switch form {
    case .parts(let families):
      switch families.first?.place {
      case .path(let own)?: path = own
      case .operand(let operand)?: path = operand.path ?? at
      case .entry(_, let list, _)?, .asked(let list)?: path = list
      case .item?: path = at
      case .stepOrder?, nil: path = nil
      }
    case .unique(let unique): path = unique.list.path
    default: path = nil
    }
    return path?.shape?.field?.label
  }

  private func upper(_ offer: Offer) -> Int {
    if case .operand(let slot, _)? = offer["max"] { return slot }
    return slots["@max"]
  }

  private func lower(_ offer: Offer) -> Int {
    if case .operand(let slot, _)? = offer["min"] { return slot }
    return slots["@min"]
  }

  /// The sentence of an item: what was written for it, else the kind's own.
  func template(
    _ written: MessageTemplate?,
    for kind: CheckKind,
    fields: Offer,
    label: MessageTemplate?,
    at node: NodeID
  ) -> CompiledTemplate {
    if let asked = question(kind) { return compile(asked, fields, label) }
    switch kind {
    case .each, .all: return CompiledTemplate(th: [], en: [])
    default: break
    }
    if let written { return compile(written, fields, label) }
    let own = DefaultSentences.of(kind)
    return CompiledTemplate(
      th: pieces(ParsedTemplate(own.th), fields, label, node, reports: false),
      en: pieces(ParsedTemplate(own.en), fields, label, node, reports: false)
    )
  }

  private func question(_ kind: CheckKind) -> MessageTemplate? {
    guard case .ask(let question, _) = kind else { return nil }
    return question
  }

  private func compile(
    _ written: MessageTemplate,
    _ fields: Offer,
    _ label: MessageTemplate?
  ) -> CompiledTemplate {
    let th = ParsedTemplate(written.text.th)
    let en = ParsedTemplate(written.text.en)
    for (parsed, node) in [(th, written.thaiNode), (en, written.englishNode)] {
      if let problem = parsed.problem {
        report(.badTemplate, problem.message, at: node, span: problem.span)
      }
    }
    return CompiledTemplate(
      th: pieces(th, fields, label, written.thaiNode, reports: true),
      en: pieces(en, fields, label, written.englishNode, reports: true)
    )
  }

  private func pieces(
    _ parsed: ParsedTemplate,
    _ fields: Offer,
    _ label: MessageTemplate?,
    _ node: NodeID,
    reports: Bool
  ) -> [CompiledTemplate.Piece] {
    var pieces: [CompiledTemplate.Piece] = []
    for piece in parsed.pieces {
      switch piece {
      case .text(let text): pieces.append(.text(text))
      case .placeholder(let name, let arguments, let span):
        if name == "label", let label {
          let isThai = node == label.thaiNode || reports && isThaiNode(node)
          let text = ParsedTemplate(isThai ? label.text.th : label.text.en)
          pieces += self.pieces(text, fields, nil, node, reports: reports)
          continue
        }
        guard let source = source(of: name, fields) else {
          if reports { reportPlaceholder(name, fields, node, span) }
          continue
        }
        pieces.append(
          .value(Placeholder(name: name, source: source, form: form(arguments)))
        )
      }
    }
    return pieces
  }

  private func isThaiNode(_ node: NodeID) -> Bool {
    document.keyName(of: node) == "th"
  }

  private func form(_ arguments: [String]) -> Placeholder.Form {
    switch arguments.count {
    case 1: arguments[0] == "or" ? .or : .and
    case 2: .plural(one: arguments[0], many: arguments[1])
    default: .and
    }
  }

  private func source(of name: String, _ fields: Offer) -> Placeholder.Source? {
    if let known = fields[name] { return known }
    switch name {
    case "element": return .element
    case "number": return .number
    case "label": return .label
    case "clause": return .clause
    case "job": return .job
    case "title" where rootShape("title") != nil: return .title
    default: break
    }
    guard let path = PathSyntax(name) else { return nil }
    if path.base == "params" { return parameter(path, name) }
    if path.base == "as_of" || path.base == "office" || isDefinition(path.base) {
      return computed(path, name)
    }
    return field(path, name)
  }

  private func parameter(_ path: PathSyntax, _ name: String) -> Placeholder.Source? {
    guard path.steps.count == 2, slots.has(name) else { return nil }
    return .operand(slot: slots[name], shape: shapes[name])
  }

  private func computed(_ path: PathSyntax, _ name: String) -> Placeholder.Source? {
    resolveDefinitions([path.base])
    let slot = ParsedSlot(
      text: ExpressionText(name, at: NodeID(0)),
      path: path,
      tree: nil,
      names: [path.base]
    )
    let before = diagnostics.count
    let formula = formula(at: NodeID(0)) { $0.splice(slot) }
    diagnostics.removeLast(diagnostics.count - before)
    guard let formula else { return nil }
    let shaped = Formula(
      program: formula.program,
      shape: formula.shape ?? shape(of: path),
      text: name,
      origins: formula.origins
    )
    return .formula(shaped, name: name)
  }

  private func field(_ path: PathSyntax, _ name: String) -> Placeholder.Source? {
    let isElement = scope.contains(path.base) || path.base == "a" || path.base == "b"
    if isElement {
      guard path.keys.isEmpty || shape(of: path) != nil || shapes[path.base] == nil else {
        return nil
      }
      let place = FieldPath(slot: slots[path.base], keys: path.keys, shape: shape(of: path))
      return .path(place, name: name)
    }
    let steps = path.base == "submission" ? path.keys : path.steps.map(\.name)
    guard let first = steps.first, let root = rootShape(first) else { return nil }
    let shape = steps.dropFirst().reduce(Optional(root)) { $0?.member($1) }
    guard let shape else { return nil }
    return .path(FieldPath(slot: nil, keys: steps, shape: shape), name: name)
  }

  /// The nearest path to one that leads nowhere, step by step: `project.budgt` is `project.budget`.
  private func nearestPath(to name: String, _ known: [String]) -> String? {
    guard let path = PathSyntax(name), path.steps.count > 1, path.base != "params" else {
      return nil
    }
    let base =
      known.contains(path.base)
      ? path.base : Suggestion.nearest(to: path.base, among: known.filter { !$0.contains(".") })
    guard let base else { return nil }
    var shape = scope.contains(base) ? shapes[base] : rootShape(base)
    var steps = [base]
    for key in path.keys {
      guard let fields = shape?.record?.fields.map(\.name) else { return nil }
      let step = fields.contains(key) ? key : Suggestion.nearest(to: key, among: fields)
      guard let step else { return nil }
      steps.append(step)
      shape = shape?.member(step)
    }
    return steps.joined(separator: ".")
  }

  private func reportPlaceholder(
    _ name: String,
    _ fields: Offer,
    _ node: NodeID,
    _ span: SourceSpan
  ) {
    let shown =
      fields.keys.sorted() + (scope.isEmpty ? [] : ["element", "number"]) + scope
      + rule.definitions.map(\.name) + rule.parameters.map { "params." + $0.name }
      + ["clause", "job", "as_of"]
    let known = shown + ["element", "number", "label", "title"] + kind.root.fields.map(\.name)
    let hint = nearestPath(to: name, known) ?? Suggestion.nearest(to: name, among: known)
    let list = shown.map { "{\($0)}" }.joined(separator: " ")
    report(
      .unknownPlaceholder,
      LocalizedText(
        th: "ไม่มีค่าใดเติมให้ “{\(name)}” ในข้อความนี้",
        en: "nothing fills \"{\(name)}\" in this sentence"
      ),
      at: node,
      span: span,
      help: LocalizedText(
        th: (hint.map { "หมายถึง “{\($0)}” หรือไม่ " } ?? "")
          + "ใช้ได้ที่นี่: \(list) และช่องข้อมูลของเรื่อง เช่น {title}",
        en: (hint.map { "did you mean \"{\($0)}\"? " } ?? "")
          + "allowed here: \(list) and fields of the submission, such as {title}"
      )
    )
  }
}
