internal import DocumentArena

// Selection of fields. Where the record is known when the rule is compiled, the field is found by
// its interned key and read straight as its type; everywhere else by name when it runs.
extension Planner {
  mutating func planSelect(
    _ expression: Expression,
    _ operand: Expression,
    _ field: String,
    _ mode: Expression.SelectMode
  ) -> Code {
    let id = expression.id
    let operand = plan(operand)
    if case .record(let record) = operand.type, let node = operand.node?.run,
      let declaration = schema.records[record]?.fields[field]
    {
      let access = FieldAccess(
        declaration,
        id,
        operand,
        node,
        schema,
        seesAbsence: environment.testsSeeAbsentOperands
      )
      switch mode {
      case .plain: return access.plain()
      case .test: return access.test
      case .optional: return access.optional
      }
    }
    let inner = operand.isPath ? Self.growing(operand.value, field) : operand.value
    switch mode {
    case .plain: return dynamicSelect(id, field, inner)
    case .test: return dynamicTest(id, field, inner)
    case .optional: return dynamicOptional(id, field, inner)
    }
  }

  private func dynamicSelect(
    _ id: ExpressionID,
    _ field: String,
    _ operand: @escaping Run<Value>
  ) -> Code {
    let choices = FieldChoices(field, schema)
    let seesAbsence = environment.testsSeeAbsentOperands
    var code = Code(id, type(of: id)) { (a) throws(Stop) in
      try a.tick()
      let value = try operand(&a)
      do throws(Stop) {
        if case .record(let type) = value.payload, let origin = value.origin {
          if let declaration = choices[type] {
            return try a.context.select(declaration, in: origin)
          }
          if seesAbsence { throw .absent(origin, [.key(field)]) }
        }
        return try a.context.select(field, of: value)
      } catch {
        throw error.placed(at: id)
      }
    }
    code.isPath = true
    return code
  }

  private func dynamicTest(
    _ id: ExpressionID,
    _ field: String,
    _ operand: @escaping Run<Value>
  ) -> Code {
    let seesAbsence = environment.testsSeeAbsentOperands
    let choices = FieldChoices(field, schema)
    let test: Run<Bool> = { (a) throws(Stop) in
      try a.tick()
      guard let value = try Self.tested(operand, seesAbsence, &a) else { return false }
      if seesAbsence, choices.cannotBe(of: value) { return false }
      do throws(Stop) {
        return try a.context.has(field, in: value)
      } catch {
        throw error.placed(at: id)
      }
    }
    return Code(id, bool: test)
  }

  private func dynamicOptional(
    _ id: ExpressionID,
    _ field: String,
    _ operand: @escaping Run<Value>
  ) -> Code {
    let seesAbsence = environment.testsSeeAbsentOperands
    let choices = FieldChoices(field, schema)
    return Code(id, checked.types[id] ?? .optional(.dyn)) { (a) throws(Stop) in
      try a.tick()
      guard let value = try Self.tested(operand, seesAbsence, &a),
        !(seesAbsence && choices.cannotBe(of: value))
      else {
        return Value(.optional(.none))
      }
      do throws(Stop) {
        guard let found = try a.context.selectIfPresent(field, of: value) else {
          return Value(.optional(.none))
        }
        return Value(.optional(.some(found)), origin: found.origin)
      } catch {
        throw error.placed(at: id)
      }
    }
  }

  /// The operand of a test; nil where it is absent and that is an answer.
  private static func tested(
    _ operand: Run<Value>,
    _ seesAbsence: Bool,
    _ a: inout Activation
  ) throws(Stop) -> Value? {
    do throws(Stop) { return try operand(&a) } catch {
      if seesAbsence, error.isAbsence { return nil }
      throw error
    }
  }

  /// The same closure; the path of what is missing grows by the field that is selected from it.
  static func growing<T>(_ run: @escaping Run<T>, _ field: String) -> Run<T> {
    growing(run, .key(field))
  }

  static func growing<T>(_ run: @escaping Run<T>, _ step: DocumentPath.Step) -> Run<T> {
    { (a) throws(Stop) in
      do throws(Stop) { return try run(&a) } catch { throw error.extended(by: step) }
    }
  }
}

/// The fields of one name that records have, when only the evaluation knows which record it is.
private struct FieldChoices: Sendable {
  private let name: String
  private let records: RecordTable

  init(_ name: String, _ schema: Schema) {
    self.name = name
    records = schema.records
  }

  subscript(record: String) -> FieldDeclaration? { records[record]?.fields[name] }

  /// Whether a value is a record that has no field of the name.
  func cannotBe(of value: Value) -> Bool {
    guard case .record(let type) = value.payload else { return false }
    return self[type] == nil
  }
}
