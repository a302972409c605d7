/// One walk over a text that notes suspected damage.
struct DamageScan {
  private let scalars: [UInt32]
  /// The UTF-8 offset of each code point, and the length of the text at the end.
  private let offsets: [Int]
  private(set) var suspects: [DamageSuspect] = []

  init(text: String) {
    var scalars: [UInt32] = []
    var offsets: [Int] = [0]
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value)
      offsets.append((offsets.last ?? 0) + UTF8.width(scalar))
    }
    self.scalars = scalars
    self.offsets = offsets
  }

  /// Notes everything that the shape of the text gives away.
  mutating func findStructure() {
    var index = 0
    while index < scalars.count {
      index = findSuspect(at: index)
    }
  }

  /// Looks at one place and returns the next place to look at.
  private mutating func findSuspect(at index: Int) -> Int {
    let scalar = scalars[index]
    if scalar < 0x80 { return index + 1 }
    if ThaiScalar.isMark(scalar) || scalar == ThaiScalar.saraAm { return findSigns(at: index) }
    if scalar == ThaiScalar.saraE, at(index + 1) == ThaiScalar.saraE {
      return note(.doubledSaraE, index..<(index + 2), [ThaiScalar.saraAe])
    }
    if ThaiScalar.isLeadingVowel(scalar) { return findLeadingVowel(at: index) }
    if ThaiScalar.isFollowingVowel(scalar) { return findFollowingVowel(at: index) }
    return findForeign(at: index)
  }

  /// Looks at a run of signs, with the ำ or the nikhahit and า in it.
  private mutating func findSigns(at start: Int) -> Int {
    var end = start
    while ThaiScalar.isMark(at(end)) || at(end) == ThaiScalar.saraAm { end += 1 }
    if at(end) == ThaiScalar.saraAa, scalars[start..<end].contains(ThaiScalar.nikhahit) { end += 1 }
    let carrier = at(start - 1)
    let run = Array(scalars[start..<end])
    if run == [ThaiScalar.saraAm] { return findFollowingVowel(at: start) }
    guard ThaiScalar.isConsonant(carrier) else {
      return note(.floatingMark, start..<end, nil)
    }
    let ordered = Self.ordered(run)
    if Self.hasDoubledMark(run) {
      let single = Self.withoutRepeats(ordered)
      return note(.doubledMark, start..<end, Self.hasDoubledMark(single) ? nil : single)
    }
    if ordered == run { return end }
    if run.contains(ThaiScalar.nikhahit), run.contains(ThaiScalar.saraAa) {
      return note(.splitSaraAm, start..<end, ordered)
    }
    let kind: DamageSuspect.Kind =
      run.contains(ThaiScalar.saraAm) ? .markAfterSaraAm : .markOrder
    return note(kind, start..<end, ordered)
  }

  private mutating func findLeadingVowel(at index: Int) -> Int {
    let next = at(index + 1)
    if ThaiScalar.isConsonant(next) || ThaiScalar.isInvisible(next) || ThaiScalar.isMark(next) {
      return index + 1
    }
    if (next >= 0x0900 && next <= 0x0DFF) || next == 0xFFFD || Self.isOldGlyph(next) {
      return index + 1
    }
    return note(.danglingVowel, index..<(index + 1), nil)
  }

  private mutating func findFollowingVowel(at index: Int) -> Int {
    let previous = at(index - 1)
    if previous == 0x20, index >= 2, ThaiScalar.isConsonant(scalars[index - 2]) {
      // Reading machines tear ำ apart and lose its ring: น าเสนอ, ส ำนักงำน.
      let vowel = scalars[index] == ThaiScalar.saraAa ? ThaiScalar.saraAm : scalars[index]
      return note(.tornVowel, (index - 2)..<(index + 1), [scalars[index - 2], vowel])
    }
    let carried =
      ThaiScalar.isConsonant(previous) || ThaiScalar.isMark(previous)
      || (ThaiScalar.isFollowingVowel(previous) && previous != scalars[index])
      || previous == 0x0E24 || ThaiScalar.isInvisible(previous) || previous >= 0xF700
      || (previous >= 0x0900 && previous <= 0x0DFF)
    return carried ? index + 1 : note(.floatingMark, index..<(index + 1), nil)
  }

  /// Looks at a code point that is no Thai vowel or sign.
  private mutating func findForeign(at index: Int) -> Int {
    let scalar = scalars[index]
    if scalar == 0xFFFD { return note(.replacementCharacter, index..<(index + 1), nil) }
    if let meant = Self.oldGlyph(scalar) {
      return note(.privateUse, index..<(index + 1), [meant])
    }
    if ThaiScalar.isInvisible(scalar), ThaiScalar.isThai(at(index - 1)) {
      return note(.invisible, index..<(index + 1), [])
    }
    // Devanagari to Malayalam, and Lao: their letters resemble Thai and replace it in OCR.
    guard Self.isLookalike(scalar) else { return index + 1 }
    var end = index + 1
    while Self.isLookalike(at(end)) { end += 1 }
    let touchesThai = ThaiScalar.isThai(at(index - 1)) || ThaiScalar.isThai(at(end))
    return touchesThai ? note(.foreignScript, index..<end, nil) : end
  }

  /// Notes the common official words that reading machines misread in known ways.
  mutating func findKnownWords() {
    for index in scalars.indices where ThaiScalar.isThai(scalars[index]) {
      for word in MisreadWords.starting(with: scalars[index]) {
        let end = index + word.found.count
        guard end <= scalars.count, scalars[index..<end].elementsEqual(word.found) else { continue }
        guard !word.notBefore.contains(at(end)), !word.notAfter.contains(at(index - 1)) else {
          continue
        }
        guard !ThaiScalar.isMark(at(end)) else { continue }
        _ = note(.knownWord, index..<end, word.right)
      }
    }
  }

  private mutating func note(
    _ kind: DamageSuspect.Kind,
    _ range: Range<Int>,
    _ suggestion: [UInt32]?
  ) -> Int {
    suspects.append(
      DamageSuspect(
        kind: kind,
        utf8Range: offsets[range.lowerBound]..<offsets[range.upperBound],
        found: Self.string(Array(scalars[range])),
        suggestion: suggestion.map(Self.string)
      )
    )
    return range.upperBound
  }

  /// The code point at a place, or 0 outside the text.
  private func at(_ index: Int) -> UInt32 {
    scalars.indices.contains(index) ? scalars[index] : 0
  }
}

extension DamageScan {
  fileprivate static func string(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
  }

  /// The signs as the normaliser orders them, behind a consonant so that none is at the start.
  fileprivate static func ordered(_ run: [UInt32]) -> [UInt32] {
    ThaiNormalizer.normalize("ก" + string(run)).unicodeScalars.dropFirst().map(\.value)
  }

  fileprivate static func hasDoubledMark(_ run: [UInt32]) -> Bool {
    if run.count(where: ThaiScalar.isTone) > 1 { return true }
    if run.count(where: ThaiScalar.isVowelMark) > 1 { return true }
    return Set(run).count != run.count
  }

  fileprivate static func withoutRepeats(_ run: [UInt32]) -> [UInt32] {
    run.enumerated().filter { $0.offset == 0 || run[$0.offset - 1] != $0.element }.map(\.element)
  }

  fileprivate static func isLookalike(_ scalar: UInt32) -> Bool {
    (scalar >= 0x0900 && scalar <= 0x0DFF) || (scalar >= 0x0E80 && scalar <= 0x0EFF)
  }

  fileprivate static func isOldGlyph(_ scalar: UInt32) -> Bool { oldGlyph(scalar) != nil }

  /// The letter or sign behind a glyph number of the old Windows Thai fonts (shifted forms).
  fileprivate static func oldGlyph(_ scalar: UInt32) -> UInt32? {
    guard scalar >= 0xF700, scalar <= 0xF71A else { return nil }
    let meanings: [UInt32] = [
      0x0E10, 0x0E34, 0x0E35, 0x0E36, 0x0E37,  // F700: ฐ without its foot; ิ ี ึ ื moved left
      0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C,  // F705: ่ ้ ๊ ๋ ์ low and left
      0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C,  // F70A: ่ ้ ๊ ๋ ์ low
      0x0E0D, 0x0E31, 0x0E4D, 0x0E47,  // F70F: ญ without its foot; ั ํ ็ moved left
      0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C,  // F713: ่ ้ ๊ ๋ ์ moved left
      0x0E38, 0x0E39, 0x0E3A,  // F718: ุ ู ฺ moved down
    ]
    return meanings[Int(scalar - 0xF700)]
  }
}
