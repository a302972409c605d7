/// The code points of a pattern, with the place that is being read.
struct PatternReader {
  private let scalars: [UInt32]
  private(set) var index = 0

  init(_ pattern: String) { scalars = pattern.unicodeScalars.map(\.value) }

  var isAtEnd: Bool { index >= scalars.count }

  /// The code point so far ahead, or nil beyond the end.
  func peek(_ distance: Int = 0) -> UInt32? {
    let place = index + distance
    return scalars.indices.contains(place) ? scalars[place] : nil
  }

  func looking(at character: Unicode.Scalar) -> Bool { peek() == character.value }

  func looking(atText text: String) -> Bool {
    var distance = 0
    for scalar in text.unicodeScalars {
      guard peek(distance) == scalar.value else { return false }
      distance += 1
    }
    return true
  }

  mutating func advance(_ count: Int = 1) { index = min(index + count, scalars.count) }

  mutating func next() -> UInt32? {
    guard let scalar = peek() else { return nil }
    index += 1
    return scalar
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard looking(at: character) else { return false }
    index += 1
    return true
  }

  mutating func move(to index: Int) { self.index = min(max(index, 0), scalars.count) }

  /// The text between two places, at most 40 code points of it.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    let end = min(range.upperBound, scalars.count, range.lowerBound + 40)
    guard range.lowerBound < end else { return "" }
    for scalar in scalars[range.lowerBound..<end] {
      view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return String(view)
  }

  /// An error about the part of the pattern from `start` to where the reader stands.
  func error(_ code: RegexError.Code, from start: Int) -> RegexError {
    error(code, start..<max(index, start + 1))
  }

  func error(_ code: RegexError.Code, _ range: Range<Int>) -> RegexError {
    var offset = 0
    for scalar in scalars.prefix(range.lowerBound) {
      offset += Unicode.Scalar(scalar).map { UTF8.width($0) } ?? 3
    }
    return RegexError(code: code, utf8Offset: offset, fragment: text(range))
  }
}
