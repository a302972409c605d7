extension LinearRegex {
  /// The text with its matches replaced, from the left, at most `limit` of them.
  ///
  /// In the replacement `\0` stands for the whole match, `\1` to `\9` for its groups (empty if a group
  /// took no part) and `\\` for a backslash.
  ///
  /// - Throws: A ``RegexError`` if a backslash names no group; its offset is in the replacement.
  public func replacingMatches(
    in text: String,
    with replacement: String,
    limit: Int = .max
  ) throws(RegexError) -> String {
    let parts = try replacementParts(replacement)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var end = 0
    for match in allMatches(in: text, limit: limit) {
      result.append(contentsOf: bytes[end..<match.utf8Range.lowerBound])
      for part in parts {
        switch part {
        case .text(let literal): result.append(contentsOf: literal)
        case .group(let number):
          if let range = match.groups[number] { result.append(contentsOf: bytes[range]) }
        }
      }
      end = match.utf8Range.upperBound
    }
    result.append(contentsOf: bytes[end...])
    return String(decoding: result, as: UTF8.self)
  }

  private enum ReplacementPart {
    case text([UInt8])
    case group(Int)
  }

  private func replacementParts(_ replacement: String) throws(RegexError) -> [ReplacementPart] {
    let bytes = Array(replacement.utf8)
    var parts: [ReplacementPart] = []
    var literal: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        literal.append(bytes[index])
        index += 1
        continue
      }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let number = Int(next) - 0x30
      if next == UInt8(ascii: "\\") {
        literal.append(next)
      } else if (0...9).contains(number), number <= groupCount {
        parts.append(.text(literal))
        parts.append(.group(number))
        literal = []
      } else {
        let fragment = String(decoding: bytes[index..<min(index + 2, bytes.count)], as: UTF8.self)
        throw RegexError(code: .invalidReplacement, utf8Offset: index, fragment: fragment)
      }
      index += 2
    }
    parts.append(.text(literal))
    return parts
  }
}
