import SourceText

extension Parser {
  /// The call, or what the macro of its name makes of it.
  mutating func expandMacro(
    _ call: Parsed,
    _ name: String,
    nameAt: Token,
    target: Expression?,
    _ arguments: [Expression]
  ) -> Parsed {
    guard !isStopped, let candidates = environment.macros[name] else { return call }
    let fitting = candidates.first {
      $0.isMember == (target != nil) && ($0.arity == nil || $0.arity == arguments.count)
    }
    guard let macro = fitting else {
      return noteGroupedNumber(since: nameAt.start) ? invalid(call) : call
    }
    if arguments.contains(where: { $0.kind == .invalid }) {
      return invalid(call)
    }
    var context = MacroContext(
      nextID: UInt32(clamping: spans.count + 1),
      names: macroNames,
      environment: environment,
      expansionDepth: expansionDepth,
      call: call.expression.id
    )
    let expansion: Expression?
    do {
      expansion = try macro.expand(&context, target, arguments)
    } catch {
      if noteGroupedNumber(since: nameAt.start) { return invalid(call) }
      let span = error.at == call.expression.id ? nameAt.span : span(of: error.at)
      note(.celMacro, at: span ?? nameAt.span, error.message, help: error.help)
      return invalid(call)
    }
    macroNames = context.names
    takeNodes(of: context, call)
    guard let expansion else { return call }
    if case .select = expansion.kind {
      // `has(a.b)` prints from the selection itself.
    } else {
      macroCalls[expansion.id] = call.expression
    }
    let depth = call.depth + context.addedDepth
    guard depth <= environment.limits.maxDepth else {
      stopTooDeep(at: call.start)
      return invalid(call.start, call.end)
    }
    return Parsed(expression: expansion, start: call.start, end: call.end, depth: depth)
  }

  private func invalid(_ call: Parsed) -> Parsed {
    Parsed(
      expression: Expression(call.expression.id, .invalid),
      start: call.start,
      end: call.end,
      depth: 1
    )
  }

  private func span(of id: ExpressionID) -> SourceSpan? {
    let index = Int(id.rawValue) - 1
    return index >= 0 && index < spans.count ? spans[index] : nil
  }

  /// Gives the nodes that a macro made their places.
  private mutating func takeNodes(of context: MacroContext, _ call: Parsed) {
    let callSpan = SourceSpan(
      start: UInt32(clamping: call.start),
      end: UInt32(clamping: call.end)
    )
    while spans.count + 1 < Int(context.nextID) {
      let id = ExpressionID(UInt32(clamping: spans.count + 1))
      let original = context.copies[id].flatMap { self.span(of: $0) }
      spans.append(original ?? callSpan)
      if let source = context.copies[id], let written = macroCalls[source] {
        macroCalls[id] = written
      }
    }
  }
}
