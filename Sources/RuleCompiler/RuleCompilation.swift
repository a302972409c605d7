import CEL
import Diagnostics
import DocumentArena
import RuleModel
import SourceText
import Submissions

/// One rule on its way to a compiled one: names, their types, the diagnostics so far.
///
/// A class because the parts of the work (slots, kinds, messages) all add to the same tables; it
/// lives for one compilation and never leaves it.
final class RuleCompilation {
  let rule: Rule
  let kind: SubmissionKind
  let context: RuleSetContext

  /// The environment of the rule; types of its own names are filled in as they become known.
  var environment: Environment
  /// What the kind says about names.
  var shapes: [String: FieldShape] = [:]
  var diagnostics: [Diagnostic] = []

  private(set) var slots = SlotTable(Environment())
  private(set) var reads: [RootRead] = []
  private(set) var parameters: [ParameterRead] = []
  private(set) var definitions: [(slot: Int, formula: Formula)] = []

  /// By the number of the node.
  private var parsed: [Int: ParsedSlot] = [:]
  private var pendingDefinitions: [String: ExpressionText] = [:]
  private var openDefinitions: [String] = []
  /// The fields of the submission that expressions name.
  private var fieldNames: [String] = []

  /// See ``elementNames``.
  var knownElementNames: Set<String>?
  /// The slots whose codes were checked.
  var checkedSlots: Set<Int> = []

  /// Names of elements that are in scope now, innermost last.
  var scope: [String] = []

  /// The names that kinds bind their values to.
  static let internalNames = [
    "@v", "@value", "@to", "@min", "@max", "@above", "@below", "@list", "@edition", "@years",
    "@target", "@grace", "@recipients", "@year", "@plan", "@nearest", "@cited", StepMacros.steps,
    StepMacros.allSteps, StepMacros.docket, StepMacros.stage, "entry", "a", "b",
    "as_of", "submission", "office", RuleSetContext.earlierRound,
  ]

  init(_ rule: Rule, kind: SubmissionKind, context: RuleSetContext) {
    self.rule = rule
    self.kind = kind
    self.context = context
    environment = context.base
    declareMacros()
  }

  private static let internalNameSet = Set(internalNames)

  /// Those that stand for something only where a check kind of the rule binds them.
  private static let boundByKinds: Set<String> = ["a", "b", "entry"]

  /// Declares the names that kinds bind their values to, of the types that they have in every rule.
  static func declareInternalNames(in environment: inout Environment) {
    for name in internalNames { environment.variables[name] = .dyn }
    environment.variables["as_of"] = PlanType.date
    environment.variables["office"] = .record(RuleSetContext.officeRecord)
    environment.variables[StepMacros.steps] = .map(.string, PlanType.date)
    environment.variables[StepMacros.allSteps] = .map(.string, PlanType.date)
    environment.variables[StepMacros.docket] = .map(.string, .dyn)
    environment.variables[StepMacros.stage] = .int
  }

  /// The node that a message about the whole rule points at.
  var document: Document { rule.document }

  // MARK: Slots

  /// Reads a slot once; problems are reported the first time.
  func read(_ text: ExpressionText) -> ParsedSlot {
    if let known = parsed[Int(text.node.rawValue)], known.text.text == text.text { return known }
    let (slot, problems) = ParsedSlot.read(text, in: environment)
    parsed[Int(text.node.rawValue)] = slot
    for problem in problems { report(problem, in: text) }
    return slot
  }

  /// Declares every name that the rule uses; unknown ones are reported.
  func declareNames() {
    var used: [(name: String, slot: ParsedSlot)] = []
    for text in RuleSlots.expressions(of: rule) {
      let slot = read(text)
      for name in slot.names { used.append((name, slot)) }
    }
    var names = Self.internalNameSet
    let root = CELType.record(PlanType.rootName(kind.id))
    environment.variables["submission"] = root
    environment.variables[RuleSetContext.earlierRound] = root
    shapes["as_of"] = FieldShape(type: .date, owner: kind)
    for selector in rule.selectors { add(selector.name, to: &names, at: selector.node) }
    for name in RuleSlots.eachNames(of: rule.items) { names.insert(name) }
    for definition in rule.definitions {
      add(definition.name, to: &names, at: definition.expression.node)
      pendingDefinitions[definition.name] = definition.expression
    }
    for name in names { environment.variables[name] = environment.variables[name] ?? .dyn }
    let unbound = Self.boundByKinds.subtracting(RuleSlots.namesBound(by: rule.items))
    // Where the rule gives the name to something else, that has been told.
    let own = rule.definitions.map(\.name) + rule.selectors.map(\.name)
    names.subtract(unbound.subtracting(own).subtracting(RuleSlots.eachNames(of: rule.items)))
    for (name, slot) in used where !names.contains(name) {
      if declareField(name) || declareParameterBase(name) || isTypeName(name) {
        names.insert(name)
      } else {
        names.insert(name)
        environment.variables[name] = .error
        reportUnknown(name, slot)
      }
    }
    declareRelated()
    declareParameters()
    reportUnknownParameters(used.filter { $0.name == "params" }.map(\.slot))
    if slots.names.count != environment.variables.count { numberVariables() }
    finishReads()
  }

  private func add(_ name: String, to names: inout Set<String>, at node: NodeID) {
    if !names.insert(name).inserted || hasField(name) { reportNameTwice(name, at: node) }
  }

  /// Reports a name that means something else already, and says what.
  func reportNameTwice(_ name: String, at node: NodeID) {
    let meaning =
      switch name {
      case "a", "b":
        LocalizedText(th: "ตัวแปรของแบบการตรวจ unique", en: "an element of the check kind unique")
      case _ where hasField(name):
        LocalizedText(th: "ช่องข้อมูลของเรื่อง", en: "a field of the submission")
      case _ where Self.internalNameSet.contains(name):
        LocalizedText(th: "คำของภาษาเกณฑ์", en: "a word of the rule language")
      default: LocalizedText(th: "ตัวแปรหรือชื่อใน define", en: "an element or a definition")
      }
    report(
      .nameTwice,
      LocalizedText(
        th: "ชื่อ “\(name)” ใช้แล้ว: เป็น\(meaning.th)",
        en: "the name \"\(name)\" already means something else: \(meaning.en)"
      ),
      at: node,
      help: LocalizedText(th: "ตั้งชื่ออื่น", en: "choose another name")
    )
  }

  private func isTypeName(_ name: String) -> Bool {
    switch name {
    case "int", "uint", "double", "string", "bool", "bytes", "list", "map", "type", "null_type",
      "th", "regex", "optional", "math", "strings", "cel", "optional_type", "google":
      true
    default: false
    }
  }

  // MARK: Fields

  /// The kinds of the rule, this one first.
  private lazy var ruleKinds: [SubmissionKind] = {
    guard let ids = rule.applicability.kinds else { return context.kinds }
    return ids.compactMap { context.kind($0) }
  }()

  /// Whether one of the kinds of the rule has a field.
  func hasField(_ name: String) -> Bool {
    kind.field(name) != nil || ruleKinds.contains { $0.field(name) != nil }
  }

  /// A field of the submission as the rule sees it, with the kind that has it.
  func rootShape(_ name: String) -> FieldShape? {
    if let field = kind.field(name) {
      return FieldShape(type: field.type, owner: kind, field: field)
    }
    for other in ruleKinds {
      if let field = other.field(name) {
        return FieldShape(type: field.type, owner: other, field: field)
      }
    }
    return nil
  }

  private func declareField(_ name: String) -> Bool {
    guard let shape = rootShape(name) else { return false }
    fieldNames.append(name)
    shapes[name] = shape
    environment.variables[name] = PlanType.celType(of: shape.type, owner: shape.owner.id)
    return true
  }

  /// Whether only other kinds of the rule have the field.
  func isForeign(_ name: String) -> Bool {
    kind.field(name) == nil && !slots.has("params." + name) && rootShape(name) != nil
      && !scope.contains(name)
  }

  /// Says which kinds of submission `related(…)` of a field can give.
  private func declareRelated() {
    let all = context.kinds.map { CELType.record(PlanType.rootName($0.id)) }
    var named: [String: [CELType]] = [:]
    for name in fieldNames {
      guard let target = shapes[name]?.field?.namesSubmission else { continue }
      named[name] = kinds(namedBy: target).map { .record(PlanType.rootName($0.id)) }
    }
    environment.possibleResults[StepMacros.relatedFunction] = { [named] arguments in
      guard case .identifier(let name)? = arguments.last?.kind else { return all }
      return named[name] ?? all
    }
  }

  private func finishReads() {
    for name in fieldNames.sorted() {
      let isOwn = kind.field(name) != nil
      let isList = shapes[name]?.isList ?? false
      let source: RootRead.Source = isOwn ? .field : isList ? .foreignList : .foreign
      reads.append(RootRead(name: name, slot: slots[name], source: source))
    }
  }

  // MARK: Parameters

  private func declareParameterBase(_ name: String) -> Bool { name == "params" }

  private func declareParameters() {
    for parameter in rule.parameters {
      environment.variables["params." + parameter.name] = type(of: parameter.type)
      if let shape = shape(of: parameter.type) { shapes["params." + parameter.name] = shape }
    }
    numberVariables()
    for parameter in rule.parameters {
      parameters.append(
        ParameterRead(slot: slots["params." + parameter.name], declaration: parameter)
      )
    }
  }

  private func numberVariables() {
    slots = SlotTable(environment, adding: context.base, context.baseNames)
  }

  private func type(of type: ParameterDeclaration.ParameterType) -> CELType {
    switch type {
    case .int, .beYear: .int
    case .decimal: PlanType.decimal
    case .money: PlanType.money
    case .bool: .bool
    case .text, .code, .catalogue: .string
    case .date: PlanType.date
    case .list(let element): .list(self.type(of: element))
    }
  }

  private func shape(of type: ParameterDeclaration.ParameterType) -> FieldShape? {
    switch type {
    case .beYear: FieldShape(type: .beYear, owner: kind)
    case .code(let name): codeShape(name)
    case .list(let element):
      shape(of: element).map { FieldShape(type: .list($0.type), owner: $0.owner) }
    default: nil
    }
  }

  /// The codes that a parameter type names: a catalogue by its singular, or a code list.
  private func codeShape(_ name: String) -> FieldShape? {
    let catalogues = [
      "plan": "plans", "step": "steps", "document-type": "document-types", "party": "parties",
    ]
    if let id = catalogues[name] { return FieldShape(type: .catalogue(id), owner: kind) }
    for owner in [kind] + ruleKinds where owner.codeLists[name] != nil {
      return FieldShape(type: .code(name), owner: owner)
    }
    return context.names.has(name) ? FieldShape(type: .catalogue(name), owner: kind) : nil
  }

  // MARK: Definitions

  /// Makes a definition's type known; on the way definitions that it reads.
  func resolveDefinitions(_ names: [String]) {
    for name in names {
      guard let text = pendingDefinitions[name] else { continue }
      if openDefinitions.contains(name) {
        report(
          .definitionCycle,
          LocalizedText(
            th:
              "define “\(name)” อ้างถึงตัวเอง: \((openDefinitions + [name]).joined(separator: " → "))",
            en:
              "definition \"\(name)\" depends on itself: \((openDefinitions + [name]).joined(separator: " → "))"
          ),
          at: text.node
        )
        pendingDefinitions[name] = nil
        continue
      }
      openDefinitions.append(name)
      let formula = self.formula(text)
      openDefinitions.removeLast()
      pendingDefinitions[name] = nil
      environment.variables[name] = formula?.type ?? .error
      shapes[name] = formula?.shape
      if let formula { definitions.append((slots[name], formula)) }
    }
  }

  // MARK: Macros of this kind

  private static func noField(_ name: String) -> LocalizedText {
    LocalizedText(th: "ไม่มีช่องข้อมูล \(name)", en: "there is no field \(name)")
  }

  private func declareMacros() {
    let stages = kind.codeLists["stage"]?.codes.map(\.id) ?? []
    StepMacros.declareStages(in: &environment, stages)
    let own = kind
    let others = ruleKinds
    let standard = environment.macros["has"] ?? []
    environment.macros["has"] = [
      MacroDeclaration("has", isMember: false, arity: 1) {
        macro,
        target,
        arguments throws(MacroError) in
        guard let argument = arguments.first else { return nil }
        if case .identifier(let name) = argument.kind {
          if own.field(name) != nil {
            let root = macro.make(.identifier("submission"))
            return Expression(
              argument.id,
              .select(operand: root, field: name, mode: .test)
            )
          }
          if others.contains(where: { $0.field(name) != nil }) {
            return macro.make(.literal(.bool(false)))
          }
          let fields = ([own] + others).flatMap { $0.root.fields.map(\.name) }
          if let meant = Suggestion.nearest(to: name, among: fields) {
            throw MacroError(at: argument.id, Self.noField(name), help: .didYouMean(meant))
          }
        }
        for declaration in standard where declaration.arity == 1 {
          return try declaration.expand(&macro, target, arguments)
        }
        return nil
      }
    ]
  }
}
