/// Looks names up: variables of folds first, then the environment from the container outwards.
///
/// Source: CEL specification, "Name Resolution".
struct NameTable {
  let environment: Environment
  private var scopes: [(variables: [String: CELType], possible: [String: [CELType]])] = []

  init(_ environment: Environment) {
    self.environment = environment
  }

  /// Brings variables into scope; `possible` says what those of type `dyn` can be.
  mutating func enter(_ variables: [String: CELType], possible: [String: [CELType]] = [:]) {
    scopes.append((variables, possible))
  }

  mutating func leave() { if !scopes.isEmpty { scopes.removeLast() } }

  /// The type of a variable of a fold around this place.
  func local(_ name: String) -> CELType? {
    for scope in scopes.reversed() {
      if let type = scope.variables[name] { return type }
    }
    return nil
  }

  /// What a variable of type `dyn` can be; nil for anything.
  func possibleTypes(_ name: String) -> [CELType]? {
    for scope in scopes.reversed() where scope.variables[name] != nil {
      return scope.possible[name]
    }
    return environment.possibleTypes[name]
  }

  /// The names of all variables of folds around this place.
  var localNames: [String] { scopes.flatMap { $0.variables.keys }.filter { !$0.hasPrefix("@") } }

  /// What a name of the environment refers to, with its type.
  func lookUp(_ name: String) -> (reference: CheckedExpression.Reference, type: CELType)? {
    for candidate in environment.candidates(name) {
      if let type = environment.variables[candidate] { return (.variable(candidate), type) }
      if let constant = environment.constants[candidate] {
        return (.constant(constant), constant.type)
      }
      if let type = type(named: candidate) { return (.type(type), .type(type)) }
    }
    return nil
  }

  /// The declaration of a function, under the name that was found.
  func function(_ name: String) -> FunctionDeclaration? {
    for candidate in environment.candidates(name) {
      if let found = environment.functions[candidate] { return found }
    }
    return nil
  }

  private func type(named name: String) -> CELType? {
    if let type = Self.standardTypes[name] { return type }
    if environment.opaqueTypes[name] != nil { return .opaque(name, []) }
    if environment.records[name] != nil { return .record(name) }
    return nil
  }

  /// The types that every environment knows, by the names under which expressions use them.
  static let standardTypes: [String: CELType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "null_type": .null, "type": .type(nil),
    "list": .list(.dyn), "map": .map(.dyn, .dyn), "optional_type": .optional(.dyn),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
  ]

  /// `a.b.c` of a chain of plain selections; nil when it is anything else or begins with a variable
  /// of a fold.
  func qualifiedName(_ expression: Expression) -> String? {
    var parts: [String] = []
    var node = expression
    while case .select(let operand, let field, .plain) = node.kind {
      parts.append(field)
      node = operand
    }
    guard case .identifier(let first) = node.kind, local(first) == nil else { return nil }
    var name = first
    while let part = parts.popLast() { name += "." + part }
    return name
  }
}

extension Literal {
  /// The type of the literal.
  public var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}

extension String {
  /// A name without the dot that makes it absolute.
  package var withoutLeadingDot: String {
    utf8.first == UInt8(ascii: ".") ? String(dropFirst()) : self
  }
}
