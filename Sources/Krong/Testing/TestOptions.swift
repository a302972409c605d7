/// What a run of tests is to do.
public struct TestOptions: Sendable {
  /// Rule files, case files and folders of them; nil for all of the folder of rules.
  public var paths: [String]?

  /// A part of the id or title of the rules, or of the names of the tests, that are run.
  public var filter: String?

  /// Whether a rule without tests is a failure.
  public var requiresTests: Bool

  /// Whether it is counted which ways through the rules the tests take.
  public var countsCoverage: Bool

  /// Whether the rules are bent, to see whether the tests notice.
  public var mutates: Bool

  /// How many threads try mutants.
  public var jobs: Int

  /// The folder in which it is remembered what became of mutants; nil for none.
  public var cacheFolder: String?

  /// Makes options; the standard runs all tests and nothing else.
  public init(
    paths: [String]? = nil,
    filter: String? = nil,
    requiresTests: Bool = false,
    countsCoverage: Bool = false,
    mutates: Bool = false,
    jobs: Int = 2,
    cacheFolder: String? = nil
  ) {
    self.paths = paths
    self.filter = filter
    self.requiresTests = requiresTests
    self.countsCoverage = countsCoverage
    self.mutates = mutates
    self.jobs = jobs
    self.cacheFolder = cacheFolder
  }
}
