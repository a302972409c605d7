public import DocumentArena
public import PlanValues
public import RuleModel

/// A case file: submissions, settings, and what rules must make of them.
public struct CaseFile: Sendable {
  /// Something that is written in the case file, or stands in a file of its own.
  public enum Source: Sendable {
    /// It is written here.
    case inline(NodeID)
    /// It stands in a file, whose path is relative to the case file.
    case file(String, NodeID)
  }

  /// One case.
  public struct Case: Sendable {
    /// Which case of the file, from 1.
    public var number: Int
    /// Its name, where it has one.
    public var name: String?
    /// The submission.
    public var submission: Source
    /// The day as of which it is judged.
    public var asOf: CalendarDate?
    /// The stage as if which it is judged.
    public var stage: String?
    /// What is set about the office.
    public var office: Source?
    /// Values of parameters: a mapping in the case file.
    public var params: NodeID?
    /// Other submissions that this one may refer to.
    public var with: [Source]
    /// The waivers.
    public var waivers: Source?
    /// What is stated, rule by rule.
    public var statements: [StatedResult]
    /// The outcomes that all other rules may have.
    public var others: [String]?
    /// The node of the case.
    public var node: NodeID
  }

  /// The file.
  public let document: Document
  /// Its cases, in order.
  public let cases: [Case]

  /// The paths of all files that the cases name, each once, with the node that names it first.
  public var files: [(path: String, node: NodeID)] {
    var found: [(path: String, node: NodeID)] = []
    for entry in cases {
      let sources =
        [entry.submission] + entry.with + [entry.office, entry.waivers].compactMap(\.self)
      for case .file(let path, let node) in sources
      where !found.contains(where: { $0.path.utf8.elementsEqual(path.utf8) }) {
        found.append((path, node))
      }
    }
    return found
  }
}
