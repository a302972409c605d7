// Alignment is what plans contain and how it hangs together: the items of national and area plans, with
// their parents, and the rows of crosswalks between plans, as one graph that rules and reports ask.

public import Diagnostics

/// How sure a fact of a framework is.
public enum Confidence: String, Sendable, CaseIterable {
  /// Seen in the source that is named.
  case verified
  /// Follows from something that was seen.
  case inferred
  /// Not compared with any source.
  case unverified
}

/// The items of one plan in one or more of its editions.
public struct Framework: Sendable {
  /// The years in which it is in force, Buddhist Era, inclusive; nil ends are open.
  public struct Years: Hashable, Sendable {
    /// The first year.
    public let from: Int?
    /// The last year.
    public let until: Int?
    /// How sure they are.
    public let confidence: Confidence

    /// Whether one of some years is among them.
    public func overlap(_ years: ClosedRange<Int>) -> Bool {
      (from.map { $0 <= years.upperBound } ?? true)
        && (until.map { years.lowerBound <= $0 } ?? true)
    }
  }

  /// What sort of item it is, and the words that people put before its number.
  public struct ItemKind: Hashable, Sendable {
    /// The code, such as `strategy`.
    public let id: String
    /// What such an item is called.
    public let name: LocalizedText
    /// The words that stand before its number or name: `ยุทธศาสตร์` in `ยุทธศาสตร์ที่ 3`.
    public let words: [String]
  }

  /// The id, which is the name of its file.
  public let id: String
  /// What it is called.
  public let title: LocalizedText
  /// The plan of the registry whose items these are; nil when the registry has none.
  public let plan: String?
  /// The editions of the plan that they are the items of; empty when the registry lists none.
  public let editions: [String]
  /// Who issued it.
  public let issuer: LocalizedText?
  /// When it is in force; nil when that is not known, which counts as always.
  public let years: Years?
  /// Whether all items are here: in a list that is not complete nothing can be said to be missing.
  public let isComplete: Bool
  /// A remark for its users.
  public let note: LocalizedText?
  /// The sorts of items.
  public let kinds: [ItemKind]
  /// The items in the order of the file.
  public let items: [FrameworkItem]
}

/// One item of a framework.
public struct FrameworkItem: Sendable {
  /// The code, such as `NS-3`.
  public let code: String
  /// Codes that other bodies use for it.
  public let otherCodes: [String]
  /// The position of its kind among those of the framework.
  public let kind: Int
  /// Its number among its kind: `3`, `4.1`, `4.a`.
  public let number: String?
  /// The name; in English the Thai one stands in where none is known.
  public let name: LocalizedText
  /// Other wordings.
  public let aliases: [String]
  /// The code of the item that it is part of.
  public let parent: String?
  /// How sure name and code are.
  public let confidence: Confidence
  /// The sources, each an id of the list of sources, a page may follow.
  public let sources: [String]
  /// A remark.
  public let note: String?
}

/// One row of a crosswalk: an item of one plan serves an item of another.
public struct CrosswalkLink: Hashable, Sendable {
  /// In which way.
  public enum Relation: String, Sendable, CaseIterable {
    /// The one was drafted along the other.
    case aligned
    /// Their names agree.
    case sameWording = "same-wording"
    /// The other is what it serves first.
    case main
    /// Both are about one subject.
    case sameSubject = "same-subject"
    /// Both are cited together in a form in use.
    case usedTogether = "used-together"
  }

  /// The code of the item that serves.
  public let from: String
  /// The code of the item that is served.
  public let to: String
  /// In which way.
  public let relation: Relation
  /// How sure it is.
  public let confidence: Confidence
  /// The sources.
  public let sources: [String]
}

/// Where a fact comes from.
public struct FrameworkSource: Hashable, Sendable {
  /// How near to its issuer.
  public enum Kind: String, Sendable, CaseIterable {
    /// The issuer's own page.
    case official
    /// The issuer's document in another place.
    case officialCopy = "official-copy"
    /// Retyped by somebody.
    case secondary
  }

  /// The id.
  public let id: String
  /// How near to its issuer.
  public let kind: Kind
  /// What it is.
  public let title: String
  /// Where it is found.
  public let address: String?
}
