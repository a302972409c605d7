import ThaiText

/// The form in which citations, codes and names are compared.
///
/// Thai text in its normal form, Thai digits as 0–9, Latin letters small, without spaces, hyphens and
/// other punctuation; a point stays between two digits or letters (`4.1`, `4.a`), a slash stays.
/// UTF-16 units: all of Thai is one unit a sign.
enum CitationKey {
  /// How many signs of a citation are looked at.
  static let limit = 600

  static func make(_ text: String) -> [UInt16] {
    let normal = ThaiNormalizer.normalize(text, digits: .arabic)
    var key: [UInt16] = []
    var isAfterPoint = false
    for unit in normal.utf16 {
      if key.count == limit { break }
      switch unit {
      case 0x30...0x39, 0x61...0x7A: append(unit)
      case 0x41...0x5A: append(unit | 0x20)
      case 0x2E: isAfterPoint = key.last.map(isPlain) ?? false
      case 0x2F: append(unit)
      case 0...0x7F, 0xA0, 0xB7, 0x2010...0x2027, 0x3000...0x303F: isAfterPoint = false
      default:
        isAfterPoint = false
        key.append(unit)
      }
    }
    return key

    func append(_ unit: UInt16) {
      if isAfterPoint, unit != 0x2F { key.append(0x2E) }
      isAfterPoint = false
      key.append(unit)
    }
  }

  /// Whether a unit is a Latin letter or a digit.
  static func isPlain(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || (0x61...0x7A).contains(unit)
  }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// Where the one first stands in the other.
  static func firstIndex(of part: [UInt16], in text: [UInt16], from start: Int = 0) -> Int? {
    guard let head = part.first, part.count <= text.count else { return nil }
    var index = start
    let last = text.count - part.count
    while index <= last {
      if text[index] == head, text[index..<(index + part.count)].elementsEqual(part) {
        return index
      }
      index += 1
    }
    return nil
  }
}

/// The distance between two keys.
enum CitationDistance {
  /// The least number of signs to put in, leave out or change, or nil when it is above a limit.
  ///
  /// Only cells near the diagonal are computed: the cost is at most length × (2 × limit + 1).
  static func between(_ a: [UInt16], _ b: [UInt16], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    let far = limit + 1
    var row = (0...b.count).map { $0 <= limit ? $0 : far }
    for i in 1...max(a.count, 1) where i <= a.count {
      let low = max(1, i - limit)
      let high = min(b.count, i + limit)
      var diagonal = row[low - 1]
      row[low - 1] = low == 1 ? min(i, far) : far
      var least = row[low - 1]
      if low <= high {
        for j in low...high {
          let above = j == i + limit ? far : row[j]
          let change = a[i - 1] == b[j - 1] ? diagonal : diagonal + 1
          diagonal = row[j]
          row[j] = min(change, above + 1, row[j - 1] + 1, far)
          least = min(least, row[j])
        }
      }
      if least > limit { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
