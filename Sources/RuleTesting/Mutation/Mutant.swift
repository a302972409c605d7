public import Diagnostics
import SourceText

/// A rule bent at one point.
public struct Mutant: Sendable {
  /// The sorts of bends.
  public enum Kind: String, Sendable, CaseIterable {
    /// A condition says the contrary.
    case negate
    /// An operator is another.
    case sign
    /// An operand of an expression always holds, or never.
    case operand
    /// A branch of `?:` is always taken.
    case branch
    /// An item, a part, an entry of a list or a row is left out.
    case drop
    /// An exemption or guard is left out: `when`, `where`, `unless`, `optional`, `pending`, `match`.
    case exempt
    /// A bound is off by one unit of its type.
    case bound
    /// Any for all, all_of for any_of, min for max, earlier for later, matches for not_matches.
    case swap
    /// A code is another one of its list.
    case code
    /// A number, a truth value or a day is another.
    case value
    /// What it is when there is nothing to look at.
    case none = "if-none"
    /// A softer item has another severity, or none of its own.
    case severity
    /// A rule begins to apply a stage earlier or later, or no longer to a job or kind.
    case scope
  }

  /// What sort of bend.
  public let kind: Kind
  /// Its id in the rule: made of what is bent, not of where it stands, so unrelated edits keep it.
  public let id: String
  /// What was bent, in words.
  public let change: LocalizedText
  /// Where.
  public let place: Diagnostic.Place

  let edits: [SourceEdit]

  /// The file as it is when bent.
  func bytes(of original: [UInt8]) -> [UInt8] {
    var bytes = original
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: edit.text)
    }
    return bytes
  }
}

/// Bytes put in the place of others.
struct SourceEdit: Sendable, Hashable {
  let range: Range<Int>
  let text: [UInt8]

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = Array(text.utf8)
  }
}
