import Catalogues
import Diagnostics
import DocumentReading
import SourceText

// Words and figures that programs read in different ways, and `#` where a text was meant.

extension TextTraps {
  private static let truthWords: Set<String> = ["yes", "no", "on", "off", "y", "n"]

  /// `no`, `yes`, `on`, `off`: text here, truth values in programs that read YAML 1.1.
  mutating func word(_ node: YAMLOutline.Node, isKey: Bool) {
    guard node.form == .scalar, node.range.count <= 3,
      let first = bytes[node.range].first, first != UInt8(ascii: "\""), first != UInt8(ascii: "'")
    else { return }
    let text = String(decoding: bytes[node.range], as: UTF8.self)
    guard Self.truthWords.contains(text.lowercased()) else { return }
    found.append(
      Diagnostic(
        .truthWord,
        .warning,
        isKey
          ? LocalizedText(
            th: "\(DecodingWords.quoted(text)) เป็นคีย์ที่โปรแกรมอื่นอ่านเป็นค่าจริงหรือเท็จ",
            en: "other programs read the key \(DecodingWords.quoted(text)) as a truth value"
          )
          : LocalizedText(
            th: "\(DecodingWords.quoted(text)) ตรงนี้เป็นข้อความ แต่โปรแกรมอื่นอ่านเป็นค่าจริงหรือเท็จ",
            en:
              "\(DecodingWords.quoted(text)) is a text here, but other programs read a truth value"
          ),
        at: place(node.range),
        help: LocalizedText(
          th: "ใส่เครื่องหมายคำพูด \"\(text)\" ถ้าเป็นข้อความ หรือเขียน true หรือ false ถ้าเป็นค่าจริงหรือเท็จ",
          en: "quote it, \"\(text)\", if it is a text; write true or false if it is a truth value"
        ),
        mends: [mend(.certain, .write("\"\(text)\""), node.range, "\"\(text)\"")]
      )
    )
  }

  /// `007`, `0o17`, `0x1F`, `1_000`, `12:30`: figures of which programs make different numbers.
  mutating func figure(_ node: YAMLOutline.Node) {
    let text = bytes[node.range]
    guard let shape = FigureShape(text) else { return }
    let written = String(decoding: text, as: UTF8.self)
    let quoted = mend(
      shape.isText ? .certain : .proposed,
      .write("\"\(written)\""),
      node.range,
      "\"\(written)\""
    )
    let number = shape.plain.map { mend(.proposed, .write($0), node.range, $0) }
    let mends = (shape.isText ? [quoted, number] : [number, quoted]).compactMap(\.self)
    found.append(
      Diagnostic(
        .ambiguousFigure,
        .warning,
        LocalizedText(
          th: "\(DecodingWords.quoted(written)) \(shape.words.th)",
          en: "\(DecodingWords.quoted(written)) \(shape.words.en)"
        ),
        at: place(node.range),
        help: LocalizedText(
          th: "ใส่เครื่องหมายคำพูดถ้าเป็นรหัสหรือเวลา เขียนเลขธรรมดาถ้าเป็นจำนวน",
          en: "quote it if it is a code or a time; write a plain number if it is an amount"
        ),
        mends: mends
      )
    )
  }

  /// `{amount: 1,000}`: a number and a key `000` without a value.
  mutating func cutNumbers(inPairs node: YAMLOutline.Node) {
    for index in stride(from: 3, to: node.children.count, by: 2) {
      let isBare = bytes[node.children[index].range].isEmpty
      guard isBare else { continue }
      cutNumber(node.children[index - 2], before: node.children[index - 1])
    }
  }

  /// `[1,000]`: two numbers.
  mutating func cutNumbers(inList node: YAMLOutline.Node) {
    for (number, rest) in zip(node.children, node.children.dropFirst()) {
      cutNumber(number, before: rest)
    }
  }

  /// Three digits right behind the comma, as nobody writes a number of its own.
  private mutating func cutNumber(_ number: YAMLOutline.Node, before rest: YAMLOutline.Node) {
    let start = number.range
    let end = rest.range
    guard start.upperBound + 1 == end.lowerBound, bytes[start.upperBound] == UInt8(ascii: ","),
      Self.isNumber(bytes[start], digits: 1...3), Self.isNumber(bytes[end], digits: 3...3)
    else { return }
    let whole = start.lowerBound..<end.upperBound
    let written = String(decoding: bytes[whole], as: UTF8.self)
    let plain = written.filter { $0 != "," }
    found.append(
      Diagnostic(
        .numberCut,
        .warning,
        LocalizedText(
          th: "จุลภาคตัดจำนวน \(written) เป็นสองค่า เพราะอยู่ใน { } หรือ [ ]",
          en: "the comma cuts \(written) into two values, since it stands in { } or [ ]"
        ),
        at: place(whole),
        help: LocalizedText(
          th: "เขียน \(plain) หรือ \"\(written)\"",
          en: "write \(plain) or \"\(written)\""
        ),
        mends: [mend(.proposed, .write(plain), whole, plain)]
      )
    )
  }

  /// Digits, perhaps with a sign in front and satang behind.
  private static func isNumber(_ text: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Bool {
    var text = text
    if digits.lowerBound == 1, text.first == UInt8(ascii: "-") { text = text.dropFirst() }
    let whole = text.prefix { 0x30...0x39 ~= $0 }
    let rest = text.dropFirst(whole.count)
    guard digits.contains(whole.count) else { return false }
    return rest.isEmpty
      || rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// A comment that directly follows an unquoted text: the rest of a sentence, most likely.
  mutating func cutByComment(_ node: YAMLOutline.Node, _ key: String?, _ outline: YAMLOutline) {
    let end = node.range.upperBound
    guard end + 1 < bytes.count, bytes[end] == 0x20, bytes[end + 1] == UInt8(ascii: "#") else {
      return
    }
    let after = end + 2 < bytes.count ? bytes[end + 2] : 0x0A
    let isSentence = key.map { ["th", "en", "notes", "name", "reason"].contains($0) } ?? false
    // `# ` is how remarks begin, `#3` is how people write a number.
    guard after > 0x20, after != UInt8(ascii: "#") || isSentence else {
      guard isSentence, after == 0x20 else { return }
      return reportCut(node, outline)
    }
    reportCut(node, outline)
  }

  private mutating func reportCut(_ node: YAMLOutline.Node, _ outline: YAMLOutline) {
    let start = node.range.upperBound + 1
    guard let comment = outline.comment(at: start) else { return }
    let whole = node.range.lowerBound..<comment.range.upperBound
    let quoted = YAMLQuotes.around(String(decoding: bytes[whole], as: UTF8.self))
    found.append(
      Diagnostic(
        .cutByComment,
        .warning,
        LocalizedText(
          th: "ข้อความขาดตรงนี้ เพราะ YAML ถือว่า # และทุกอย่างหลังจากนั้นเป็นหมายเหตุ",
          en: "the text ends here: YAML takes # and all that follows for a comment"
        ),
        at: place(comment.range),
        help: LocalizedText(
          th: "ใส่ข้อความทั้งหมดในเครื่องหมายคำพูด ถ้าเป็นหมายเหตุจริง ให้เว้นอย่างน้อยสองช่องก่อน #",
          en: "quote the whole text; if a comment was meant, leave two blanks before the #"
        ),
        mends: [mend(.proposed, .write(quoted), whole, quoted)]
      )
    )
  }

  /// Lines of a block text that look like comments and are part of the text.
  mutating func commentLines(_ node: YAMLOutline.Node, _ key: String?) {
    let isSentence = key.map { ["th", "en", "notes"].contains($0) } ?? false
    var start = node.range.lowerBound
    while start < node.range.upperBound {
      let end = bytes[start..<node.range.upperBound].firstIndex(of: 0x0A) ?? node.range.upperBound
      let line = start..<end
      let first = line.first { bytes[$0] != 0x20 } ?? end
      let isHeader = start == node.range.lowerBound
      let sign =
        first < end && bytes[first] == UInt8(ascii: "#") ? first : isSentence ? inner(line) : nil
      if !isHeader, let sign {
        let blanks = bytes[line.lowerBound..<sign].reversed().prefix { $0 == 0x20 }.count
        let removed =
          sign == first ? line.lowerBound..<min(end + 1, bytes.count) : (sign - blanks)..<end
        found.append(
          Diagnostic(
            .commentInText,
            .warning,
            LocalizedText(
              th: "ในข้อความหลายบรรทัด (| หรือ >) บรรทัดที่มี # ไม่ใช่หมายเหตุ แต่เป็นส่วนหนึ่งของข้อความ",
              en: "in a text of several lines (| or >) this is no comment: it is part of the text"
            ),
            at: place(sign..<end),
            help: LocalizedText(
              th: "ย้ายหมายเหตุไปไว้ก่อนคีย์ของข้อความ",
              en: "put the comment before the key of the text"
            ),
            mends: [
              mend(.proposed, LocalizedText(th: "ลบออก", en: "delete it"), removed, "")
            ]
          )
        )
      }
      start = end + 1
    }
  }

  private func inner(_ line: Range<Int>) -> Int? {
    line.dropFirst().first {
      bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1] == 0x20
        && ($0 + 1 < line.upperBound ? bytes[$0 + 1] == 0x20 : true)
    }
  }
}

/// The form of a figure that is read in several ways.
private struct FigureShape {
  let words: LocalizedText
  /// The same as a plain number, where that is clear.
  let plain: String?
  /// Whether Krong takes it for a text, so that quotes change nothing.
  let isText: Bool

  init?(_ text: ArraySlice<UInt8>) {
    let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard let first = digits.first, Self.isDigit(first), digits.count > 1 else { return nil }
    let second = digits[digits.startIndex + 1]
    if first == UInt8(ascii: "0"), digits.allSatisfy(Self.isDigit) {
      let rest = digits.drop { $0 == UInt8(ascii: "0") }
      plain = rest.isEmpty ? "0" : String(decoding: rest, as: UTF8.self)
      words = LocalizedText(
        th: "ขึ้นต้นด้วยศูนย์ บางโปรแกรมอ่านเป็นเลขฐานแปด และเลขศูนย์ข้างหน้าจะหายไป",
        en: "begins with a zero: some programs read it in base eight, and the zero is lost"
      )
      isText = false
    } else if first == UInt8(ascii: "0"), [0x6F, 0x78, 0x62].contains(second | 0x20),
      digits.dropFirst(2).allSatisfy({ Self.isDigit($0) || (0x61...0x66).contains($0 | 0x20) })
    {
      plain = nil
      words = LocalizedText(
        th: "เป็นเลขฐานแปดหรือฐานสิบหก ซึ่งแต่ละโปรแกรมอ่านไม่เหมือนกัน",
        en: "is a number in base eight or sixteen, which programs read in different ways"
      )
      isText = second | 0x20 == 0x62
    } else if digits.contains(UInt8(ascii: "_")),
      digits.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: "_") })
    {
      plain = String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
      words = LocalizedText(
        th: "มี _ คั่น จึงเป็นข้อความในแฟ้มนี้ ไม่ใช่จำนวน",
        en: "has a _ in it, so it is a text here and no number"
      )
      isText = true
    } else if Self.isTime(digits) {
      plain = nil
      words = LocalizedText(
        th: "ดูเหมือนเวลา บางโปรแกรมอ่านเป็นจำนวนฐานหกสิบ",
        en: "looks like a time: some programs read it as a number in base sixty"
      )
      isText = true
    } else {
      return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whole numbers joined by colons, those after the first below sixty.
  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1 else { return false }
    return parts.enumerated().allSatisfy { index, part in
      !part.isEmpty && part.count <= (index == 0 ? 4 : 2) && part.allSatisfy(isDigit)
        && (index == 0 || part.count == 1 || part[part.startIndex] < UInt8(ascii: "6"))
    }
  }
}
