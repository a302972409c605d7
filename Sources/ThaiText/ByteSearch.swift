/// Comparing texts by their bytes, and substring search in linear time (Knuth, Morris, Pratt).
enum ByteSearch {
  /// Whether two texts have the same bytes.
  static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  /// The first place where `needle` stands in `haystack`, or nil; 0 for an empty needle.
  static func firstIndex(of needle: [UInt8], in haystack: [UInt8]) -> Int? {
    guard !needle.isEmpty else { return 0 }
    guard needle.count <= haystack.count else { return nil }
    let borders = borders(of: needle)
    var matched = 0
    for (index, byte) in haystack.enumerated() {
      while matched > 0, needle[matched] != byte { matched = borders[matched - 1] }
      if needle[matched] == byte { matched += 1 }
      if matched == needle.count { return index + 1 - matched }
    }
    return nil
  }

  /// For each prefix of the needle, the length of its longest proper border.
  private static func borders(of needle: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: needle.count)
    var length = 0
    for index in needle.indices.dropFirst() {
      while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
      if needle[index] == needle[length] { length += 1 }
      borders[index] = length
    }
    return borders
  }
}
