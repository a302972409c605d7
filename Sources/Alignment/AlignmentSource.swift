public import Catalogues
public import Diagnostics
internal import Synchronization

/// The graph, read when something first asks for it.
///
/// Most checks ask for nothing of it, and must not pay for its files. Shared by all that may ask; what
/// was wrong with the files is kept for the outermost layer, which tells it.
public final class AlignmentSource: Sendable {
  private let load: @Sendable () -> Loaded<AlignmentGraph>
  private let state = Mutex<Loaded<AlignmentGraph>?>(nil)

  /// A source that reads files, or makes a graph otherwise, when it is asked.
  public init(_ load: @escaping @Sendable () -> Loaded<AlignmentGraph>) { self.load = load }

  /// A source of a graph at hand.
  public convenience init(_ graph: AlignmentGraph) {
    self.init { Loaded(graph, []) }
  }

  /// A source of nothing.
  public static let none = AlignmentSource(.empty)

  /// The graph; an empty one when its files could not be used.
  public var graph: AlignmentGraph { loaded.value ?? .empty }

  /// Whether it was asked for.
  public var isRead: Bool { state.withLock { $0 != nil } }

  /// What was wrong with the files; nothing before they were asked for.
  public var diagnostics: [Diagnostic] { state.withLock { $0?.diagnostics ?? [] } }

  private var loaded: Loaded<AlignmentGraph> {
    state.withLock { kept in
      if let kept { return kept }
      let fresh = load()
      kept = fresh
      return fresh
    }
  }
}
