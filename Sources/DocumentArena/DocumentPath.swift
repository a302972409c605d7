/// The way from the root of a document to a value, present or absent: `projects[2].schedule.start`.
public struct DocumentPath: Hashable, Sendable, CustomStringConvertible {
  /// One step down.
  public enum Step: Hashable, Sendable {
    /// To the value under a key.
    case key(String)
    /// To an element of a list, counted from 0.
    case index(Int)
  }

  /// The steps from the root.
  public var steps: [Step]

  /// Makes a path of steps.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The path one key further down.
  public func appending(_ key: String) -> DocumentPath { DocumentPath(steps + [.key(key)]) }

  /// The path one element further down.
  public func appending(_ index: Int) -> DocumentPath { DocumentPath(steps + [.index(index)]) }

  /// The path as rule authors write it: keys joined by points, list positions in brackets.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
