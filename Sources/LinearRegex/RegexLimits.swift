/// The limits that keep every pattern's cost bounded, in one place.
public enum RegexLimits {
  /// Longest pattern, in UTF-8 bytes.
  public static let patternBytes = 10_000
  /// Deepest nesting of groups.
  public static let nestingDepth = 250
  /// Largest count in `{n,m}`, and largest product of nested counts (as in RE2).
  public static let repeatCount = 1000
  /// Largest compiled program, in instructions.
  public static let instructions = 60_000
  /// Largest automaton that is built in full, in states.
  static let eagerStates = 128
  /// Largest number of steps that are worked out for that.
  static let eagerSteps = 6_000
  /// Largest program for which that is tried.
  static let eagerInstructions = 1_000
  /// Largest product of instructions and classes of bytes for which it is tried at once: working out all
  /// steps of a pattern of Thai words costs far more than the few that its first texts take.
  static let eagerProduct = 400
  /// After how many searches it is tried for the others.
  static let searchesBeforeTable = 200
  /// Largest number of states that a search keeps before it starts afresh.
  static let cachedStates = 1_024
  /// Largest number of instructions in all states that a search keeps.
  static let cachedInstructions = 400_000
  /// How many caches are kept for the next searches.
  static let pooledCaches = 8
}
