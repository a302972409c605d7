public import Diagnostics

/// What was supplied together, and how its parts refer to each other.
public struct Docket: Sendable {
  /// A submission that was supplied but not judged.
  public struct Companion: Hashable, Sendable {
    /// Why it was supplied.
    public enum Role: String, Sendable, CaseIterable {
      /// An earlier round of one that is judged.
      case earlierRound = "earlier-round"
      /// It came along to be looked up.
      case lookedUp = "looked-up"
    }

    /// The submission.
    public let submission: Name
    /// Why it was supplied.
    public let role: Role

    /// Makes a companion.
    public init(submission: Name, role: Role) {
      self.submission = submission
      self.role = role
    }
  }

  /// What a submission is known by.
  public struct Name: Hashable, Sendable {
    /// The file.
    public let file: String
    /// The id.
    public let id: String?
    /// The round.
    public let round: Int
    /// The kind's id.
    public let kind: String?
    /// The title.
    public let title: String?

    /// Makes a name.
    public init(file: String, id: String?, round: Int, kind: String?, title: String?) {
      self.file = file
      self.id = id
      self.round = round
      self.kind = kind
      self.title = title
    }
  }

  /// A value that names another submission.
  public struct Reference: Sendable {
    /// What became of it.
    public enum State: String, Sendable, CaseIterable {
      /// It was supplied.
      case found
      /// It was not supplied, so nothing was compared with it.
      case notSupplied = "not-supplied"
      /// It is of a kind that does not belong there.
      case wrongKind = "wrong-kind"
      /// A submission names itself.
      case itself
      /// It is not an earlier, or not a later, round of the same submission.
      case wrongRound = "wrong-round"
      /// Several that were supplied have this id and round.
      case ambiguous
    }

    /// The file of the submission that refers.
    public let file: String
    /// Its id.
    public let id: String?
    /// The value.
    public let place: FindingPlace
    /// What is written there.
    public let written: String
    /// What became of it.
    public let state: State
    /// The submission that was found, whether it is the right one or not.
    public let target: Name?
    /// The id that is probably meant, where nothing was found.
    public let suggestion: String?

    /// Makes a reference.
    public init(
      file: String,
      id: String?,
      place: FindingPlace,
      written: String,
      state: State,
      target: Name?,
      suggestion: String? = nil
    ) {
      self.file = file
      self.id = id
      self.place = place
      self.written = written
      self.state = state
      self.target = target
      self.suggestion = suggestion
    }

    /// Whether it names something that cannot be meant.
    public var isBroken: Bool { state != .found && state != .notSupplied }
  }

  /// Several submissions with one id and one round.
  public struct Duplicate: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The round.
    public let round: Int
    /// Their files, in the order in which they were read.
    public let files: [String]

    /// Makes a duplicate.
    public init(id: String, round: Int, files: [String]) {
      self.id = id
      self.round = round
      self.files = files
    }
  }

  /// The submissions that were not judged.
  public let companions: [Companion]
  /// The references of those that were judged, in their order.
  public let references: [Reference]
  /// The ids that occur more than once.
  public let duplicates: [Duplicate]
  /// Waivers of submissions that were not judged, for those who look for a slip in an id.
  public let strayWaivers: [LocalizedText]

  /// Puts a docket together.
  public init(
    companions: [Companion] = [],
    references: [Reference] = [],
    duplicates: [Duplicate] = [],
    strayWaivers: [LocalizedText] = []
  ) {
    self.companions = companions
    self.references = references
    self.duplicates = duplicates
    self.strayWaivers = strayWaivers
  }
}
