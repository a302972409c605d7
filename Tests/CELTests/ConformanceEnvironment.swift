import CEL
import Diagnostics

/// The environment of a test: all libraries, the test-only macros, and what the test declares.
enum ConformanceEnvironment {
  /// All libraries that the suite asks for; extension libraries are added here.
  static let base: Environment = {
    var environment = Environment.full
    for macro in blockMacros { environment.declare(macro) }
    return environment
  }()

  /// The files whose libraries are not in ``base`` yet.
  static let pending: Set<String> = []

  static func make(for test: ConformanceCase) -> Environment {
    var environment = base
    environment.container = test.container
    if test.disableMacros { environment.macros = [:] }
    for declaration in test.typeEnv {
      if let name = declaration.ident, let type = declaration.type {
        environment.declare(variable: name, type.type)
      } else if let name = declaration.function, let overloads = declaration.overloads {
        environment.declare(
          FunctionDeclaration(
            name,
            overloads.map { overload in
              Overload(
                overload.id,
                overload.params.map(\.type),
                overload.result.type,
                isMember: overload.member,
                cost: .constant,
                .values { _ in Value(.null) }
              )
            }
          )
        )
      }
    }
    return environment
  }

  // MARK: Macros that only the suite has

  /// `cel.block([a, b], e)` binds `cel.index(0)`, `cel.index(1)` … one after the other.
  private static let blockMacros: [MacroDeclaration] = [
    MacroDeclaration("block", isMember: true, arity: 2) {
      (context, target, arguments) throws(MacroError) in
      guard case .identifier("cel") = target?.kind, arguments.count == 2 else { return nil }
      guard case .list(let slots) = arguments[0].kind else {
        throw MacroError(
          at: arguments[0].id,
          LocalizedText(verbatim: "cel.block needs a list literal")
        )
      }
      var body = arguments[1]
      for (index, slot) in slots.enumerated().reversed() {
        body = context.bind("@index\(index)", to: slot.value, in: body)
      }
      return body
    },
    variable("index", arity: 1, prefix: "@index"),
    variable("iterVar", arity: 2, prefix: "@it:"),
    variable("accuVar", arity: 2, prefix: "@ac:"),
  ]

  /// `cel.index(0)` and the like: a variable that no expression can write otherwise.
  private static func variable(_ name: String, arity: Int, prefix: String) -> MacroDeclaration {
    MacroDeclaration(name, isMember: true, arity: arity) {
      (context, target, arguments) throws(MacroError) in
      guard case .identifier("cel") = target?.kind else { return nil }
      var parts: [String] = []
      for argument in arguments {
        guard case .literal(.int(let number)) = argument.kind else {
          throw MacroError(at: argument.id, LocalizedText(verbatim: "a literal number is needed"))
        }
        parts.append(String(number))
      }
      return context.identifier(prefix + parts.joined(separator: ":"))
    }
  }
}
