import CEL
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// Recorded steps.
extension RuleCompilation {
  // before: recorded(later) → recorded(earlier) && date_of(earlier) <= date_of(later).
  func before(_ before: CheckKind.Before, at node: NodeID) -> PartFamily? {
    guard let earlier = stepCode(before.earlier), let later = stepCode(before.later) else {
      return nil
    }
    guard let events = earlierEvents(before, earlier, at: node) else { return nil }
    let applicable = formula(at: node) { builder in
      let step = builder.string(later)
      return builder.recorded(step)
    }
    let condition = formula(at: node) { builder in
      let size = builder.call("size", builder.name("@list"))
      let isRecorded = builder.call(Operator.greater, size, builder.int(0))
      // Records without a day are left aside where another has one.
      let written = builder.field("date", of: builder.name("@x"))
      let isDated = builder.call("filled", written)
      let dated = builder.filter(builder.name("@list"), "@x", isDated)
      let list = builder.call("or_all", dated, builder.name("@list"))
      let date = builder.field("date", of: builder.name("@x"))
      let last = builder.date(of: builder.string(later))
      let test = builder.call(Operator.lessOrEqual, date, last)
      let inOrder = builder.exists(list, "@x", test)
      return builder.call(Operator.and, isRecorded, inOrder)
    }
    guard let applicable, let condition else { return nil }
    let others =
      before.to == nil
      ? nil
      : formula(at: node) { builder in
        let terms = self.eventTests(before, earlier, parties: false, in: &builder)
        let to = self.entryField("to", in: &builder)
        let test = builder.and(terms + [builder.call("filled", to)])
        return builder.filter(builder.name("process"), "entry", test)
      }
    return PartFamily(
      kind: .before,
      key: .fixed(earlier),
      operands: events,
      asked: nil,
      emptyReason: .noElements,
      applicable: (applicable, .notRecorded),
      condition: condition,
      place: .stepOrder(later: later, events: slots["@list"], others: others),
      catalogue: "steps",
      shape: nil
    )
  }

  /// The records of the earlier step that count: of the round, and taken by or addressed to a party.
  private func earlierEvents(
    _ before: CheckKind.Before,
    _ earlier: String,
    at node: NodeID
  ) -> [Operand]? {
    var operands: [Operand] = []
    if let anyRound = before.earlierAnyRound {
      guard let operand = operand(anyRound, "value") else { return nil }
      operands.append(operand)
    }
    var builder = TreeBuilder()
    let terms = eventTests(before, earlier, parties: true, in: &builder)
    let process = records(isAnyRound: before.earlierAnyRound != nil, in: &builder)
    let events = builder.filter(process, "entry", builder.and(terms))
    guard let formula = finish(builder, events, at: node, expecting: nil, shape: nil, text: nil)
    else { return nil }
    environment.variables["@list"] = formula.type
    operands.append(
      Operand(
        slot: slots["@list"],
        name: "events",
        formula: formula,
        constant: nil,
        path: FieldPath(slot: nil, keys: ["process"], shape: rootShape("process")),
        shape: nil
      )
    )
    return operands
  }

  /// The records of steps; where those of any round count, also those of the round before, when that was
  /// supplied.
  private func records(isAnyRound: Bool, in builder: inout TreeBuilder) -> Expression {
    let own = builder.name("process")
    guard isAnyRound else { return own }
    let earlier = builder.field("process", of: builder.name(RuleSetContext.earlierRound))
    let all = builder.call(Operator.add, own, builder.call("or_empty", earlier))
    let only = builder.name("process")
    return builder.call(Operator.conditional, builder.name("@value"), all, only)
  }

  /// The tests of a record of the earlier step: step, round, and the parties where asked for.
  private func eventTests(
    _ before: CheckKind.Before,
    _ earlier: String,
    parties: Bool,
    in builder: inout TreeBuilder
  ) -> [Expression] {
    // An entry without a step records nothing.
    let written = entryField("step", in: &builder)
    var terms = [builder.call("filled", written)]
    let step = entryField("step", in: &builder)
    terms.append(builder.call(Operator.equals, step, builder.string(earlier)))
    terms.append(roundTest(isAny: before.earlierAnyRound != nil, in: &builder))
    for (field, party) in [("by", before.by), ("to", before.to)] where parties {
      guard let party else { continue }
      let found = entryField(field, in: &builder)
      let unsaid = builder.call("blank", found)
      let name = builder.string("parties")
      let code = builder.string(party.text)
      checkCode(party, catalogue: "parties")
      let names = builder.call("same_in", name, found, code)
      terms.append(builder.call(Operator.or, unsaid, names))
    }
    return terms
  }

  /// An event of the current round, or without a round; with `isAny` any event while `@value` holds.
  private func roundTest(isAny: Bool, in builder: inout TreeBuilder) -> Expression {
    let round = entryField("round", in: &builder)
    let unsaid = builder.call("blank", round)
    let current = builder.call(Operator.equals, round, builder.name("round"))
    let counts = builder.call(Operator.or, unsaid, current)
    guard isAny else { return counts }
    return builder.call(Operator.or, builder.name("@value"), counts)
  }

  /// The code of a step that stands for itself.
  func stepCode(_ text: ExpressionText) -> String? {
    checkCode(text, catalogue: "steps") ? text.text : nil
  }

  /// A step in a tree: a code of the list, else CEL that gives one.
  func stepExpression(_ text: ExpressionText, in builder: inout TreeBuilder) -> Expression? {
    if PathSyntax(text.text)?.steps.count == 1 {
      return stepCode(text).map { builder.string($0) }
    }
    let slot = read(text)
    return isUsable(slot) ? builder.splice(slot) : nil
  }

  // steps: rows in order; each row is compared with the nearest recorded row above it.
  func steps(_ rows: [CheckKind.StepRow], at node: NodeID) -> [CompiledStep]? {
    var compiled: [CompiledStep] = []
    for row in rows {
      guard let code = stepCode(row.step) else { return nil }
      var isOptional = false
      var optional: Formula?
      switch row.optional {
      case .expression(let text):
        optional = condition(text)
        if optional == nil { return nil }
      case .literal(let node): isOptional = literal(node, as: .bool)?.0.bool ?? false
      case .literals, nil: break
      }
      compiled.append(
        CompiledStep(code: code, clause: row.clause, isOptional: isOptional, optional: optional)
      )
    }
    return compiled
  }
}
