/// An expression whose names and types are resolved: what the planner takes.
///
/// A class, because it is handed about far more often than it is made.
public final class CheckedExpression: Sendable {
  /// What a name or a call refers to.
  public enum Reference: Hashable, Sendable {
    /// A variable, under its fully resolved name.
    case variable(String)
    /// A constant of the environment: an enum value or a type name.
    case constant(Literal)
    /// A type used as a value.
    case type(CELType)
    /// Functions, by the ids of the overloads that fit; more than one where types are dynamic.
    case overloads([String])
  }

  /// The tree.
  public let syntax: SyntaxTree

  /// The type of each node.
  public let types: ExpressionMap<CELType>

  /// What names and calls refer to.
  public let references: ExpressionMap<Reference>

  /// The type of the whole.
  public var type: CELType { types[syntax.root.id] ?? .dyn }

  /// Makes a checked expression.
  public init(
    syntax: SyntaxTree,
    types: ExpressionMap<CELType>,
    references: ExpressionMap<Reference>
  ) {
    self.syntax = syntax
    self.types = types
    self.references = references
  }
}
