package import CEL
import Catalogues
import Diagnostics
import SourceText

/// Calls that read the submission without naming it: `recorded("screened")` looks at `process`.
///
/// They become standard CEL over variables that each submission brings along, so the engine needs to
/// know nothing of steps, stages or dockets.
package enum StepMacros {
  /// The recorded steps of the current round, or without a round: first days by step.
  static let steps = "@steps"
  /// The recorded steps of all rounds.
  static let allSteps = "@all_steps"
  /// The other submissions by id.
  static let docket = "@docket"
  /// The position of the stage.
  static let stage = "@stage"

  /// The key under which records of steps that cannot be read stand among the steps.
  package static let doubt = Value(.string(""))

  static let recordedFunction = "@recorded"
  static let dateFunction = "@date_of"
  static let laterFunction = "@recorded_or_later"
  static let suppliedFunction = "@supplied"
  static let relatedFunction = "@related"

  static func declare(in environment: inout Environment, _ names: CatalogueNames) {
    // recorded(step): the step is recorded in the current round, or without a round.
    add("recorded", to: &environment) { context, arguments throws(MacroError) in
      try check(arguments[0], names)
      return isRecorded(arguments[0], &context)
    }
    // recorded_any([steps]): one of the steps is recorded.
    add("recorded_any", to: &environment) { context, arguments throws(MacroError) in
      guard case .list(let elements) = arguments[0].kind, let first = elements.first else {
        throw MacroError(
          at: arguments[0].id,
          LocalizedText(
            th: "recorded_any ต้องการรายการขั้นตอน เช่น recorded_any([\"screened\"])",
            en: "recorded_any takes a list of steps, as in recorded_any([\"screened\"])"
          )
        )
      }
      for element in elements { try check(element.value, names) }
      var result = isRecorded(first.value, &context)
      for element in elements.dropFirst() {
        let next = isRecorded(element.value, &context)
        result = context.make(
          .call(function: Operator.or, target: nil, arguments: [result, next])
        )
      }
      return result
    }
    for (name, function) in [("date_of", dateFunction), ("recorded_or_later", laterFunction)] {
      add(name, to: &environment) { context, arguments throws(MacroError) in
        try check(arguments[0], names)
        let record = context.make(.identifier(steps))
        return context.make(
          .call(function: function, target: nil, arguments: [record, arguments[0]])
        )
      }
    }
    declareDocket(in: &environment)
  }

  private static func declareDocket(in environment: inout Environment) {
    // supplied(id): a submission of that id was supplied beside this one.
    add("supplied", to: &environment) { context, arguments throws(MacroError) in
      let others = context.make(.identifier(docket))
      return context.make(
        .call(function: suppliedFunction, target: nil, arguments: [others, arguments[0]])
      )
    }
    // related(id): that submission; unknown when it was not supplied.
    add("related", to: &environment) { context, arguments throws(MacroError) in
      let others = context.make(.identifier(docket))
      return context.make(
        .call(function: relatedFunction, target: nil, arguments: [others, arguments[0]])
      )
    }
  }

  /// reached(stage): the submission has come to the stage or further.
  static func declareStages(in environment: inout Environment, _ stages: [String]) {
    add("reached", to: &environment) { context, arguments throws(MacroError) in
      guard case .literal(.string(let stage)) = arguments[0].kind,
        let position = stages.firstIndex(where: { Text($0) == stage })
      else {
        var help: LocalizedText?
        switch arguments[0].kind {
        case .identifier(let name) where stages.contains { $0.hasSameBytes(as: name) }:
          help = write(name)
        case .literal(.string(let text)):
          help = .didYouMean(nearestTo: text.string, among: stages)
        default: break
        }
        throw MacroError(
          at: arguments[0].id,
          LocalizedText(
            th: "reached ต้องการสถานะหนึ่งใน \(stages.joined(separator: ", "))",
            en: "reached takes one of the stages \(stages.joined(separator: ", "))"
          ),
          help: help
        )
      }
      let current = context.make(.identifier(StepMacros.stage))
      let wanted = context.make(.literal(.int(Int64(position))))
      return context.make(
        .call(function: Operator.greaterOrEqual, target: nil, arguments: [current, wanted])
      )
    }
  }

  private static func isRecorded(_ step: Expression, _ context: inout MacroContext) -> Expression {
    let record = context.make(.identifier(steps))
    return context.make(
      .call(function: recordedFunction, target: nil, arguments: [record, step])
    )
  }

  /// A step written as a literal must be one of the list.
  private static func check(_ step: Expression, _ names: CatalogueNames) throws(MacroError) {
    if case .identifier(let name) = step.kind, names.item("steps", code: name) != nil {
      throw MacroError(at: step.id, withQuotes(name), help: write(name))
    }
    guard case .literal(.string(let code)) = step.kind, names.has("steps"),
      names.item("steps", code: code.string) == nil
    else { return }
    let known = names.items("steps").map(\.id)
    let hint = Suggestion.nearest(to: code.string, among: known)
    throw MacroError(
      at: step.id,
      LocalizedText(
        th: "ไม่รู้จักขั้นตอน “\(code.string)”",
        en: "unknown step \"\(code.string)\""
      ),
      help: hint.map { .didYouMean($0) }
    )
  }

  private static func withQuotes(_ code: String) -> LocalizedText {
    LocalizedText(
      th: "รหัส \(code) ต้องอยู่ในเครื่องหมายคำพูด",
      en: "the code \(code) needs quotation marks"
    )
  }

  private static func write(_ code: String) -> LocalizedText {
    LocalizedText(th: "ให้เขียน \"\(code)\"", en: "write \"\(code)\"")
  }

  private static func add(
    _ name: String,
    to environment: inout Environment,
    _ expand:
      @escaping @Sendable (inout MacroContext, [Expression]) throws(MacroError) -> Expression
  ) {
    let macro = MacroDeclaration(name, isMember: false, arity: 1) {
      context,
      target,
      arguments throws(MacroError) in
      try expand(&context, arguments)
    }
    environment.macros[name, default: []].append(macro)
  }
}
