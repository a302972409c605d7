/// One overload of a function: its types, what it costs, and what it does.
///
/// A class, because it is handed about far more often than it is made.
public final class Overload: Sendable {
  /// How the overload is computed.
  ///
  /// Arguments that are errors or unknown never reach a strict implementation: the planner merges
  /// unknowns, and they win over the first error.
  public enum Implementation: Sendable {
    /// On values; an error is a returned ``Value``. Lists and maps of a document arrive as computed
    /// ones (their elements keep their origins); records arrive as references.
    case values(@Sendable ([Value]) -> Value)
    /// On two opaque values (or ints) by their 64 bits, giving a truth value.
    case compareBits(@Sendable (Int64, Int64) -> Bool)
    /// On two opaque values (or ints) by their 64 bits, giving 64 bits of the result type; nil is
    /// overflow.
    case combineBits(@Sendable (Int64, Int64) -> Int64?)
    /// On one list of opaque values (or ints) by their 64 bits, one after the other from a first
    /// value, giving 64 bits of the result type; nil is overflow. A `map` in the argument runs
    /// without making a list.
    case foldBits(initial: Int64, @Sendable (Int64, Int64) -> Int64?)
    /// Adds up one list of opaque values (or ints) by their 64 bits, as `foldBits` would.
    case sumBits
    /// Given all arguments, errors and unknowns included.
    case nonStrict(@Sendable ([Value]) -> Value)
    /// On values, with the documents and the reading rules at hand; lists, maps and records may
    /// still stand in a document and are read through the context.
    case inContext(@Sendable ([Value], EvaluationContext) -> Value)
    /// Given all arguments, errors and unknowns included, with the documents at hand.
    case nonStrictInContext(@Sendable ([Value], EvaluationContext) -> Value)
    /// Given all arguments, errors and unknowns included, with the documents at hand; adds the steps
    /// that it took. Together with reading the arguments they are at most what `cost` says.
    case counting(@Sendable ([Value], EvaluationContext, inout UInt64) -> Value)
    /// Built into the planner (operators, indexing, `size` …).
    case builtIn
  }

  /// The id, unique among all overloads, in the specification's manner: `add_int64`.
  public let id: String

  /// The types of the arguments; of a member function the first is the target.
  public let parameters: [CELType]

  /// The type of the value.
  public let result: CELType

  /// Whether it is called as `target.name(…)`.
  public let isMember: Bool

  /// The cost in steps beside one for the call: per unit of the size of the arguments.
  public let cost: Cost

  /// The largest that a value can be by the sizes of the arguments; nil where its type or the
  /// arguments say it (``CostEstimator``).
  public let size: (@Sendable ([SizeBound]) -> SizeBound)?

  /// What it does.
  public let implementation: Implementation

  /// The parameters of its types, which each call fills anew; most overloads have none.
  let typeParameters: [String]

  /// Makes an overload; its cost is always stated.
  public init(
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    isMember: Bool = false,
    cost: Cost,
    size: (@Sendable ([SizeBound]) -> SizeBound)? = nil,
    _ implementation: Implementation
  ) {
    self.id = id
    self.parameters = parameters
    self.result = result
    self.isMember = isMember
    self.cost = cost
    self.size = size
    self.implementation = implementation
    var names: [String] = []
    for type in parameters + [result] { type.collectParameters(into: &names) }
    typeParameters = names
  }

  /// The growth of the cost of one call; every overload states it.
  public enum Cost: Sendable {
    /// One step.
    case constant
    /// Proportional to the size of the arguments: elements, or text in tens of characters.
    case linear
    /// Proportional to the size of the arguments and its logarithm.
    case sorting
    /// Proportional to the product of the sizes of the arguments; of one argument, to its square.
    case product
    /// What the host says by the sizes of the arguments, beside one step for each of their elements.
    case stated(@Sendable ([CostedSize]) -> UInt64)
  }
}

/// A macro of the host: rewrites a call at parse time.
public struct MacroDeclaration: Sendable {
  /// The name as called.
  public let name: String

  /// Whether it is called as `target.name(…)`.
  public let isMember: Bool

  /// The number of arguments, nil for any number.
  public let arity: Int?

  /// The rewriting; nil leaves the call as it is, a throw is a syntax error at the call.
  public let expand:
    @Sendable (inout MacroContext, Expression?, [Expression]) throws(MacroError) -> Expression?

  /// Makes a macro.
  public init(
    _ name: String,
    isMember: Bool,
    arity: Int?,
    expand:
      @escaping @Sendable (inout MacroContext, Expression?, [Expression]) throws(MacroError) ->
      Expression?
  ) {
    self.name = name
    self.isMember = isMember
    self.arity = arity
    self.expand = expand
  }
}
