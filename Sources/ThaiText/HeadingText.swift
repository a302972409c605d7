/// Headings as they are compared: the same to a reader is the same.
package enum HeadingText {
  /// The form in which headings are compared.
  ///
  /// Without spaces, stars and colons, Thai marks in their order, Thai digits as 0–9, Latin letters
  /// small: “วงเงิน (บาท) *” and “วงเงิน(บาท)” are one heading.
  package static func key(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in ThaiNormalizer.normalize(text, digits: .arabic).unicodeScalars {
      switch scalar {
      case " ", "*", ":", "\n", "\t", "\u{A0}": continue
      case "A"..."Z": result.append(Unicode.Scalar(scalar.value + 32) ?? scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a line is a heading, as a reader would say.
  ///
  /// Numbers and bullets in front of both do not count, nor does “ส่วนที่ ๑” or “บทที่ 1”; behind the heading only something
  /// in brackets or behind a dash may follow.
  package static func isHeading(_ line: String, _ wanted: String) -> Bool {
    let asked = key(bare(wanted))
    guard !asked.isEmpty else { return false }
    return [key(bare(line)), key(line)].contains { found in
      guard found.utf8.starts(with: asked.utf8) else { return false }
      let rest = found.unicodeScalars.dropFirst(asked.unicodeScalars.count)
      return rest.first.map { "([-–—/".unicodeScalars.contains($0) } ?? true
    }
  }

  /// A heading without its number, and without the name of its part of the paper.
  private static func bare(_ text: String) -> String {
    let rest = withoutNumber(text)
    for name in ["ส่วนที่", "บทที่", "ตอนที่", "หมวดที่", "หมวด", "ข้อที่", "ข้อ"] where rest.hasPrefix(name) {
      let numbered = String(rest.dropFirst(name.count))
      let bare = withoutNumber(numbered)
      if bare.utf8.count < numbered.utf8.count, hasNumber(numbered) { return bare }
    }
    return rest
  }

  /// A text without the number or bullet in front of it.
  ///
  /// “๑) วัตถุประสงค์” is “วัตถุประสงค์”. A number without a point, bracket or blank behind it belongs to the text.
  package static func withoutNumber(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var index = skipBlanks(scalars, 0)
    let start = index
    if index < scalars.count, "•-–—▪●○◦*".unicodeScalars.contains(scalars[index]) {
      return String(String.UnicodeScalarView(scalars[skipBlanks(scalars, index + 1)...]))
    }
    if index < scalars.count, scalars[index] == "(" { index += 1 }
    let first = index
    while index < scalars.count, isDigit(scalars[index]) || scalars[index] == "." && index > first {
      index += 1
    }
    guard index > first else {
      return String(String.UnicodeScalarView(scalars[start...]))
    }
    let hasPoint = scalars[index - 1] == "."
    let hasBracket = index < scalars.count && scalars[index] == ")"
    if hasBracket { index += 1 }
    let hasBlank = index < scalars.count && isBlank(scalars[index])
    guard hasPoint || hasBracket || hasBlank, index < scalars.count else {
      return String(String.UnicodeScalarView(scalars[start...]))
    }
    return String(String.UnicodeScalarView(scalars[skipBlanks(scalars, index)...]))
  }

  /// Whether a text begins with a number or bullet.
  package static func hasNumber(_ text: String) -> Bool {
    let trimmed = Array(text.unicodeScalars)
    let start = skipBlanks(trimmed, 0)
    return withoutNumber(text).unicodeScalars.count < trimmed.count - start
  }

  /// The number in front of a text when it has one level, and the mark behind it.
  ///
  /// Of “๑๒. ผลที่คาดว่าจะได้รับ” 12 and the point; of “1.2 งบประมาณ” nothing.
  package static func number(_ text: String) -> (value: Int, mark: Unicode.Scalar)? {
    let scalars = Array(text.unicodeScalars.prefix(40))
    var index = skipBlanks(scalars, 0)
    var value = 0
    let first = index
    while index < scalars.count, isDigit(scalars[index]), index < first + 4 {
      value = value * 10 + Int(scalars[index].value & 0xF)
      index += 1
    }
    guard index > first, index + 1 < scalars.count else { return nil }
    let mark = isBlank(scalars[index]) ? " " : scalars[index]
    guard mark == " " || (mark == "." || mark == ")") && !isDigit(scalars[index + 1]) else {
      return nil
    }
    return (value, mark)
  }

  private static func skipBlanks(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start
    while index < scalars.count, isBlank(scalars[index]) { index += 1 }
    return index
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\n"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x0E50...0x0E59).contains(scalar.value)
  }
}
