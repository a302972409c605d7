/// A normalised text that remembers where each of its code points came from.
public struct NormalizedText: Sendable, Equatable {
  /// The normal form.
  public let text: String

  /// For each code point of `text`, the index of its first code point in the source.
  ///
  /// Indices count Unicode scalars from 0. The entries need not ascend: a tone mark that was
  /// typed after ำ moves in front of it.
  public let sourceScalarIndices: [Int]

  /// How many code points the source has.
  public let sourceScalarCount: Int

  /// The smallest span of source code points that a span of normalised code points came from.
  ///
  /// Gives nil for an empty span or one that leaves the text.
  public func sourceRange(of range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= sourceScalarIndices.count, !range.isEmpty
    else { return nil }
    var low = Int.max
    var high = 0
    for index in range {
      low = min(low, sourceScalarIndices[index])
      high = max(high, sourceScalarIndices[index])
    }
    return low..<(high + 1)
  }

  /// Two texts are equal when their code points and their maps are.
  public static func == (left: NormalizedText, right: NormalizedText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
      && left.sourceScalarIndices == right.sourceScalarIndices
      && left.sourceScalarCount == right.sourceScalarCount
  }
}
