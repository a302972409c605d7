public import Diagnostics
public import PlanValues
public import SourceText

/// What a report was made with: enough to prove the result, and to repeat it.
///
/// It does not depend on the language in which the report is shown.
public struct Receipt: Sendable {
  /// One thing that went in, with the digest of its bytes.
  public struct Item: Hashable, Sendable {
    /// Where the digest comes from.
    private enum Content: Sendable {
      case digest(String)
      case words([UInt64])
      case bytes([UInt8])
    }

    /// The id of a rule, kind or catalogue; the name of a file for inputs and configuration.
    public let name: String

    private let content: Content

    /// The SHA-256 of the bytes, 64 hexadecimal digits.
    ///
    /// Computed when it is asked for, in time linear in the bytes: a report that only goes to a terminal
    /// does not show it, and must not wait for it.
    public var sha256: String {
      switch content {
      case .digest(let digest): digest
      case .words(let words): SHA256.hexDigits(of: words)
      case .bytes(let bytes): SHA256.hexDigest(of: bytes)
      }
    }

    /// Makes an item of a digest that is known.
    public init(name: String, sha256: String) {
      self.name = name
      content = .digest(sha256)
    }

    /// Makes an item of a digest that is known, as numbers of which the first is the most significant.
    package init(name: String, digest: [UInt64]) {
      self.name = name
      content = .words(digest)
    }

    /// Makes an item of the bytes of a file; they are shared, not copied.
    public init(name: String, source: SourceFile) {
      self.name = name
      content = .bytes(source.bytes)
    }

    /// Whether two items have one name and one digest.
    public static func == (a: Item, b: Item) -> Bool { a.name == b.name && a.sha256 == b.sha256 }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  /// The office whose file was used.
  public struct Office: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The name.
    public let name: LocalizedText

    /// Names an office.
    public init(id: String, name: LocalizedText) {
      self.id = id
      self.name = name
    }
  }

  /// A value that an office or a profile sets and that is not the default.
  public struct Setting: Hashable, Sendable {
    /// Who sets it.
    public enum Source: String, Sendable, CaseIterable {
      /// The office file.
      case office
      /// The profile.
      case profile
    }

    /// Who sets it.
    public let source: Source
    /// The name, such as `grace_days`, `J01-PRC-001.min_days_ahead` or `plan_editions.moe-plan`.
    public let name: String
    /// What people call it; nil where it has no other name.
    public let label: LocalizedText?
    /// The value.
    public let value: LocalizedText
    /// What counts where nobody sets it.
    public let standard: LocalizedText

    /// Makes a setting.
    public init(
      source: Source,
      name: String,
      label: LocalizedText?,
      value: LocalizedText,
      standard: LocalizedText
    ) {
      self.source = source
      self.name = name
      self.label = label
      self.value = value
      self.standard = standard
    }
  }

  /// The version of the engine.
  public let engineVersion: String

  /// The day as of which it was judged.
  public let asOf: CalendarDate

  /// Whether the day was given; else it is the day of the check in Thailand.
  public let isDateGiven: Bool

  /// The stage asked for, by its code; nil when each submission's own stage counts.
  public let stage: String?

  /// The profile, by its id; `full` when none was chosen.
  public let profile: String

  /// The office; nil when no office file was used.
  public let office: Office?

  /// What the office and the profile set and is not the default, the profile first.
  public let settings: [Setting]

  /// The rules, in the order of their ids.
  public let rules: [Item]

  /// The kinds, in the order of their ids.
  public let kinds: [Item]

  /// The catalogues, in the order of their ids.
  public let catalogues: [Item]

  /// Shared parameters, office file and waivers, in that order.
  public let configuration: [Item]

  /// The submissions, and those that came along for reference, in the order in which they were read.
  public let inputs: [Item]

  /// The files that submissions name, when they were looked into.
  public let attachments: [Item]

  /// Makes a receipt.
  public init(
    engineVersion: String,
    asOf: CalendarDate,
    isDateGiven: Bool,
    stage: String?,
    profile: String,
    rules: [Item],
    kinds: [Item],
    catalogues: [Item],
    configuration: [Item],
    inputs: [Item],
    attachments: [Item] = [],
    office: Office? = nil,
    settings: [Setting] = []
  ) {
    self.engineVersion = engineVersion
    self.asOf = asOf
    self.isDateGiven = isDateGiven
    self.stage = stage
    self.profile = profile
    self.rules = rules
    self.kinds = kinds
    self.catalogues = catalogues
    self.configuration = configuration
    self.inputs = inputs
    self.attachments = attachments
    self.office = office
    self.settings = settings
  }
}
