import CEL
import Diagnostics
import DocumentArena
import DocumentReading
import RuleModel
import SourceText
import Submissions

// Where and how mistakes are reported.
extension RuleCompilation {
  /// Reports something at a node of the rule file.
  func report(
    _ code: DiagnosticCode,
    _ message: LocalizedText,
    at node: NodeID,
    span: SourceSpan? = nil,
    severity: Diagnostic.Severity = .error,
    help: LocalizedText? = nil
  ) {
    let place = place(of: node, span)
    let diagnostic = Diagnostic(code, severity, message, at: place, help: help)
    if !diagnostics.contains(where: diagnostic.isSameMistake) { diagnostics.append(diagnostic) }
  }

  /// Reports a problem of an expression at its place in the file.
  func report(_ problem: ExpressionProblem, in text: ExpressionText) {
    report(
      problem.code,
      problem.message,
      at: text.node,
      span: problem.span,
      help: problem.help
    )
  }

  /// Reports a problem of a tree that was built of several slots.
  func report(_ problem: ExpressionProblem, in builder: TreeBuilder, at node: NodeID) {
    let offset = Int(problem.span.start)
    guard let segment = builder.segments.last(where: { $0.start <= offset }),
      problem.span.end > problem.span.start
    else {
      report(
        problem.code,
        problem.message,
        at: builder.segments.first?.slot.text.node ?? node,
        help: problem.help
      )
      return
    }
    let start = UInt32(segment.start)
    let span = SourceSpan(start: problem.span.start - start, end: problem.span.end - start)
    report(
      problem.code,
      problem.message,
      at: segment.slot.text.node,
      span: span,
      help: problem.help
    )
  }

  /// The place of a scalar, or of a part of its text.
  private func place(of node: NodeID, _ span: SourceSpan?) -> Diagnostic.Place {
    ScalarPlace.place(of: node, span, in: document)
  }

  /// Reports a name that means nothing here, with the nearest that does.
  func reportUnknown(_ name: String, _ slot: ParsedSlot) {
    if reportElsewhere(name, slot) || isVariableOfUnknownMacro(name, slot) { return }
    // A reserved word that stands alone looks like the name of a field; the parser says what it is.
    let problem = slot.path.flatMap { _ in
      Parser.parse(slot.text.text, in: environment).problems.first { $0.code == .celReserved }
    }
    if let problem { return report(problem, in: slot.text) }
    let known = knownNames()
    let hint = Suggestion.nearest(to: name, among: known)
    let elsewhere = context.kinds.first { $0.field(name) != nil }
    var help =
      environment.hints.instead(ofName: name) ?? functionMeant(by: name, slot)
      ?? hint.map {
        LocalizedText(th: "หมายถึง “\($0)” หรือไม่", en: "did you mean \"\($0)\"?")
      }
    if let elsewhere, help == nil {
      help =
        isAskedAlone
        ? LocalizedText(
          th: "มีช่องนี้ในประเภทเรื่อง \(elsewhere.id) ให้ระบุแฟ้มเรื่องด้วย --on หรือประเภทด้วย --kind",
          en:
            "kind \(elsewhere.id) has this field: name a submission with --on or the kind with --kind"
        )
        : LocalizedText(
          th: "มีช่องนี้ในประเภทเรื่อง \(elsewhere.id) ซึ่ง applies_to ของเกณฑ์นี้ไม่ได้ระบุไว้",
          en: "kind \(elsewhere.id) has this field, but applies_to of this rule does not name it"
        )
    }
    report(
      .unknownName,
      LocalizedText(
        th: "ไม่รู้จักชื่อ “\(name)”: ไม่ใช่ช่องข้อมูลของเรื่อง ตัวแปร หรือชื่อใน define",
        en: "unknown name \"\(name)\": no field of the submission, element or definition"
      ),
      at: slot.text.node,
      span: span(of: name, in: slot),
      help: help
    )
  }

  /// The function of which a name is the misspelt beginning, as in `regexp.extract(…)`.
  private func functionMeant(by name: String, _ slot: ParsedSlot) -> LocalizedText? {
    var called: [String] = []
    _ = slot.tree?.root.containsCall { function, target, _ in
      if case .identifier(name)? = target?.kind { called.append("\(name).\(function)") }
      return false
    }
    guard let first = called.first else { return nil }
    let known = environment.functions.keys.filter { $0.contains(".") && !$0.contains("@") }
    return Suggestion.nearest(to: first, among: known.sorted()).map { .didYouMean($0 + "()") }
  }

  /// Reports the name of an element where there is none.
  private func reportElsewhere(_ name: String, _ slot: ParsedSlot) -> Bool {
    let isSelector = rule.selectors.contains { $0.name == name }
    // A list that is called like its element is a list that is misspelt.
    if rule.selectors.contains(where: { $0.sources.contains { $0.node == slot.text.node } }) {
      return false
    }
    let isListOfEach = RuleSlots.eaches(of: rule.items).contains { each in
      each.names.contains(name) && each.lists.contains { $0.node == slot.text.node }
    }
    if isListOfEach { return false }
    guard isSelector || elementNames.contains(name) else { return false }
    let isWhen = rule.when.map { $0.node == slot.text.node } ?? false
    let help =
      isSelector && isWhen
      ? LocalizedText(
        th: "เงื่อนไขของแต่ละรายการให้เขียนใน where",
        en: "a condition on each element belongs in where"
      )
      : LocalizedText(
        th: "ใช้ชื่อนี้ได้ในข้อตรวจที่ไล่ทีละรายการเท่านั้น",
        en: "the name can be used only where its list is gone through"
      )
    report(
      .unknownName,
      isSelector
        ? LocalizedText(
          th: "“\(name)” เป็นรายการของ for_each จึงใช้ตรงนี้ไม่ได้",
          en: "\"\(name)\" is an element of for_each, and there is none here"
        )
        : LocalizedText(
          th: "“\(name)” เป็นรายการของ each จึงใช้ตรงนี้ไม่ได้",
          en: "\"\(name)\" is an element of each, and there is none here"
        ),
      at: slot.text.node,
      span: span(of: name, in: slot),
      help: help
    )
    return true
  }

  /// Whether a name is what a macro would bind that does not exist, or is not called so:
  /// `any(p, p.budget > 0)`, `projects.all(p)`, `exists(projects, p, p.budget > 0)`.
  ///
  /// The macro is told, and nothing of what follows from it.
  private func isVariableOfUnknownMacro(_ name: String, _ slot: ParsedSlot) -> Bool {
    slot.tree?.root.containsCall { function, target, arguments in
      // A macro that is called as it should be is no call any more.
      let isMacro = environment.macros[function] != nil
      guard isMacro || arguments.count > 1, !isFunction(function, of: target) else { return false }
      return arguments.prefix(target == nil ? 2 : 1).contains { argument in
        if case .identifier(name) = argument.kind { return true }
        return false
      }
    } ?? false
  }

  /// Whether a function is declared, by itself or in the namespace that its target is: `regex.extract`.
  private func isFunction(_ name: String, of target: Expression?) -> Bool {
    if environment.functions[name] != nil { return true }
    guard case .identifier(let space)? = target?.kind else { return false }
    return environment.functions[space + "." + name] != nil
  }

  /// Reports parameters that the rule does not declare, each once in an expression.
  func reportUnknownParameters(_ slots: [ParsedSlot]) {
    for slot in slots {
      for (name, span) in slot.parameters { _ = isParameter(name, at: slot.text.node, span) }
    }
  }

  /// Whether the rule declares a parameter; reports it where it does not.
  func isParameter(_ name: String, at node: NodeID, _ span: SourceSpan?) -> Bool {
    let known = rule.parameters.map(\.name)
    if known.contains(name) { return true }
    // Known to the checker from here on, which would else report it in its own words.
    environment.variables["params." + name] = .error
    let list = known.joined(separator: ", ")
    report(
      .unknownParameter,
      LocalizedText(
        th: "เกณฑ์นี้ไม่มีพารามิเตอร์ “\(name)”",
        en: "this rule has no parameter \"\(name)\""
      ),
      at: node,
      span: span,
      help: Suggestion.nearest(to: name, among: known).map {
        LocalizedText(th: "หมายถึง “\($0)” หรือไม่", en: "did you mean \"\($0)\"?")
      }
        ?? (known.isEmpty
          ? LocalizedText(
            th: "ประกาศไว้ใน params ของเกณฑ์",
            en: "declare it in params of the rule"
          )
          : LocalizedText(th: "พารามิเตอร์ที่มี: \(list)", en: "its parameters: \(list)"))
    )
    return false
  }

  private func span(of name: String, in slot: ParsedSlot) -> SourceSpan? {
    if let path = slot.path { return path.steps.first?.span }
    guard let tree = slot.tree, let id = tree.root.first(named: name) else { return nil }
    return tree.spans[id]
  }

  /// Everything that may be named, nearest meanings first.
  private func knownNames() -> [String] {
    scope.reversed() + rule.definitions.map(\.name) + kind.root.fields.map(\.name)
      + ["params", "office", "submission", RuleSetContext.earlierRound, "as_of"]
  }
}

extension ParsedSlot {
  /// The parameters that it reads, with the places of their names.
  fileprivate var parameters: [(name: String, span: SourceSpan?)] {
    if let path {
      guard path.base == "params", path.steps.count > 1 else { return [] }
      return [(path.steps[1].name, path.steps[1].span)]
    }
    guard let tree else { return [] }
    var found: [(name: String, id: ExpressionID)] = []
    tree.root.collectParameters(into: &found)
    return found.map { name, id in
      guard let whole = tree.spans[id] else { return (name, nil) }
      let length = UInt32(clamping: name.utf8.count)
      let start = whole.end >= length + whole.start ? whole.end - length : whole.start
      return (name, SourceSpan(start: start, end: whole.end))
    }
  }
}

extension Expression {
  /// Adds what is selected of `params`.
  fileprivate func collectParameters(into found: inout [(name: String, id: ExpressionID)]) {
    switch kind {
    case .select(let operand, let field, _):
      if case .identifier("params") = operand.kind {
        found.append((field, id))
      } else {
        operand.collectParameters(into: &found)
      }
    case .call(_, let target, let arguments):
      target?.collectParameters(into: &found)
      for argument in arguments { argument.collectParameters(into: &found) }
    case .list(let elements):
      for element in elements { element.value.collectParameters(into: &found) }
    case .map(let entries):
      for entry in entries {
        entry.key.collectParameters(into: &found)
        entry.value.collectParameters(into: &found)
      }
    case .message(_, let fields):
      for field in fields { field.value.collectParameters(into: &found) }
    case .comprehension(let fold):
      for part in [fold.range, fold.initial, fold.condition, fold.step, fold.result] {
        part.collectParameters(into: &found)
      }
    case .identifier, .literal, .invalid: break
    }
  }

  /// Whether there is a call of some form.
  fileprivate func containsCall(_ isMeant: (String, Expression?, [Expression]) -> Bool) -> Bool {
    switch kind {
    case .call(let function, let target, let arguments):
      isMeant(function, target, arguments) || target?.containsCall(isMeant) == true
        || arguments.contains { $0.containsCall(isMeant) }
    case .select(let operand, _, _): operand.containsCall(isMeant)
    case .list(let elements): elements.contains { $0.value.containsCall(isMeant) }
    case .map(let entries):
      entries.contains { $0.key.containsCall(isMeant) || $0.value.containsCall(isMeant) }
    case .comprehension(let fold):
      [fold.range, fold.initial, fold.condition, fold.step, fold.result]
        .contains { $0.containsCall(isMeant) }
    case .message, .identifier, .literal, .invalid: false
    }
  }

  /// The first node that is a name.
  func first(named name: String) -> ExpressionID? {
    switch kind {
    case .identifier(let found): return found.withoutLeadingDot == name ? id : nil
    case .select(let operand, _, _): return operand.first(named: name)
    case .call(_, let target, let arguments):
      if let found = target?.first(named: name) { return found }
      for argument in arguments {
        if let found = argument.first(named: name) { return found }
      }
    case .list(let elements):
      for element in elements {
        if let found = element.value.first(named: name) { return found }
      }
    case .map(let entries):
      for entry in entries {
        if let found = entry.key.first(named: name) ?? entry.value.first(named: name) {
          return found
        }
      }
    case .message(_, let fields):
      for field in fields {
        if let found = field.value.first(named: name) { return found }
      }
    case .comprehension(let fold):
      // A name that a macro copied has the place of the macro, that in an argument its own.
      return fold.range.first(named: name) ?? fold.initial.first(named: name)
        ?? fold.step.first(named: name) ?? fold.condition.first(named: name)
        ?? fold.result.first(named: name)
    case .literal, .invalid: break
    }
    return nil
  }
}

extension Diagnostic {
  /// Whether another tells the same mistake: the help may differ, where one sentence serves several items
  /// or kinds.
  func isSameMistake(_ other: Diagnostic) -> Bool {
    isAtSamePlace(other) && message == other.message
  }

  /// Whether another tells the same mistake of an expression, perhaps with the words of another kind: the
  /// message names the record, which each kind calls otherwise.
  func isSameMistakeOfKind(_ other: Diagnostic) -> Bool {
    isAtSamePlace(other) && (code.text.hasPrefix("CEL-") || message == other.message)
  }

  private func isAtSamePlace(_ other: Diagnostic) -> Bool {
    code == other.code && place == other.place
  }
}
