/// Bounds the steps of a checked expression from the leaves up.
///
/// Every bound holds for each way that the expression can go: both branches of `?:` are looked at,
/// all operands of `&&` are taken to be computed, folds to visit every element. The bounds follow
/// the counting in the planner: whoever changes what counts there changes it here, and the tests that
/// compare both say so.
struct CostEstimator {
  let program: Program
  let environment: Environment
  let sizes: [Int: SizeBound]

  /// The variables of folds that are in scope, innermost last.
  var locals: [Local] = []

  /// What folds over lists cost that variables in scope own: not yet in any number of steps.
  var owned: [OwnedWalk] = []

  /// A variable of a fold.
  struct Local {
    let name: String
    let size: SizeBound
    /// Whether it stands for each node of a document at most once while its fold runs once.
    var isDistinct = false
  }

  /// A fold over a list inside the node that a variable stands for.
  struct OwnedWalk {
    /// The position of the variable among ``locals``.
    let owner: Int
    /// The most elements for one value of the variable.
    let count: UInt64
    /// The steps of one element.
    let steps: UInt64
  }

  init(_ program: Program, _ sizes: [Int: SizeBound]) {
    self.program = program
    environment = program.environment
    self.sizes = sizes
  }

  /// The bound of the whole expression.
  mutating func whole() -> CostBound { visit(program.checked.syntax.root) }

  /// The bound of a node.
  mutating func visit(_ expression: Expression) -> CostBound {
    if case .identifier(let name) = expression.kind, let local = local(name) {
      return CostBound(steps: 0, size: local)
    }
    if let size = reference(expression) { return CostBound(steps: 0, size: size) }
    switch expression.kind {
    case .literal(let literal): return CostBound(steps: 0, size: Self.size(of: literal))
    case .identifier, .message, .invalid: return CostBound(steps: 0, size: .small)
    case .select(let operand, let field, let mode): return select(operand, field, mode)
    case .call(let function, let target, let arguments):
      return call(expression, function, target, arguments)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .comprehension(let fold): return comprehension(fold)
    }
  }

  /// The bound of the parts together, of which each is computed at most once.
  mutating func visit(_ expressions: [Expression]) -> (steps: UInt64, sizes: [SizeBound]) {
    var steps: UInt64 = 0
    var sizes: [SizeBound] = []
    for expression in expressions {
      let bound = visit(expression)
      steps = steps.plus(bound.steps)
      sizes.append(bound.size)
    }
    return (steps, sizes)
  }

  // MARK: Names

  private func local(_ name: String) -> SizeBound? {
    locals.last { TextComparison.areEqual($0.name, name) }?.size
  }

  /// A variable or constant, also under a name with dots; nil for everything else.
  private func reference(_ expression: Expression) -> SizeBound? {
    switch program.checked.references[expression.id] {
    case .variable(let name): return variable(name, isAbsolute: Self.isAbsolute(expression))
    case .constant(let literal): return Self.size(of: literal)
    case .type: return .small
    case .overloads, nil: break
    }
    guard program.checked.types[expression.id] == nil, let name = qualifiedName(expression) else {
      return nil
    }
    if name.hasPrefix(".") { return variable(String(name.dropFirst()), isAbsolute: true) }
    // What the checker did not resolve is looked up in the container and outwards when it is planned.
    let parts = environment.container.split(separator: ".")
    for count in (0...parts.count).reversed() {
      let candidate = (parts.prefix(count).map(String.init) + [name]).joined(separator: ".")
      if program.slot(of: candidate) != nil { return variable(candidate) }
    }
    return nil
  }

  /// A name that begins with a dot passes by the variables of folds.
  private func variable(_ name: String, isAbsolute: Bool = false) -> SizeBound {
    if !isAbsolute, let local = local(name) { return local }
    if let slot = program.slot(of: name), let size = sizes[slot] { return size }
    return environment.sizes.size(of: environment.variables[name] ?? .dyn)
  }

  private static func isAbsolute(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .identifier(let name): name.hasPrefix(".")
    case .select(let operand, _, _): isAbsolute(operand)
    default: false
    }
  }

  private func qualifiedName(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): local(name) == nil ? name : nil
    case .select(let operand, let field, .plain): qualifiedName(operand).map { $0 + "." + field }
    default: nil
    }
  }

  // MARK: Fields

  private mutating func select(
    _ operand: Expression,
    _ field: String,
    _ mode: Expression.SelectMode
  ) -> CostBound {
    let inner = visit(operand)
    let steps = inner.steps.plus(1)
    if mode == .test { return CostBound(steps: steps, size: .small) }
    var type = program.checked.types[operand.id] ?? .dyn
    if case .optional(let wrapped) = type { type = wrapped }
    if case .record(let record) = type, let field = environment.records[record]?.fields[field] {
      return CostBound(steps: steps, size: size(of: field))
    }
    if case .map = type { return CostBound(steps: steps, size: inner.size.element) }
    return CostBound(steps: steps, size: dynamicField(field, of: inner.size))
  }

  private func size(of field: FieldDeclaration) -> SizeBound {
    let size = field.size ?? environment.sizes.size(of: field.type).stored
    guard case .value(let value) = field.absent else { return size }
    return size.joined(Self.size(of: value))
  }

  /// A field of a value whose type is not known: what is in the value, or the field of that name of
  /// any record.
  private func dynamicField(_ name: String, of operand: SizeBound) -> SizeBound {
    // What has no elements, a text for one, has no fields either.
    var size = operand.count > 0 ? operand.element : .small
    for field in environment.records.fields(named: name) {
      size = size.joined(self.size(of: field))
    }
    return size
  }

  // MARK: Literals

  private static func size(of literal: Literal) -> SizeBound {
    switch literal {
    case .string(let text): .bytes(UInt64(text.string.utf8.count))
    case .bytes(let bytes): .bytes(UInt64(bytes.count))
    default: .small
    }
  }

  private static func size(of value: Value) -> SizeBound {
    switch value.payload {
    case .string(let text): .bytes(UInt64(text.utf8.count))
    case .bytes(let bytes): .bytes(UInt64(bytes.count))
    case .list, .map, .optional: .unlimited
    default: .small
    }
  }

  private mutating func list(_ elements: [Expression.ListElement]) -> CostBound {
    let (steps, sizes) = visit(elements.map(\.value))
    let count = UInt64(elements.count)
    let element = sizes.reduce(SizeBound.small) { $0.joined($1) }
    let weight = sizes.reduce(count) { $0.plus($1.weight) }
    return CostBound(
      steps: steps.plus(count),
      size: .list(count, of: element, weight: weight)
    )
  }

  private mutating func map(_ entries: [Expression.MapEntry]) -> CostBound {
    let keys = visit(entries.map(\.key))
    let values = visit(entries.map(\.value))
    let count = UInt64(entries.count)
    return CostBound(
      steps: keys.steps.plus(values.steps).plus(count),
      size: .map(
        count,
        key: keys.sizes.reduce(SizeBound.small) { $0.joined($1) },
        value: values.sizes.reduce(SizeBound.small) { $0.joined($1) }
      )
    )
  }
}
