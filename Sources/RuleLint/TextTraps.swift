import Catalogues
import Diagnostics
import DocumentReading
import SourceText
import ThaiText

/// Finds what people type and YAML reads otherwise than it looks: invisible and wide characters, marks in
/// another order, words and figures that other programs read as something else, texts cut by `#`.
struct TextTraps {
  let source: SourceFile
  let bytes: [UInt8]
  let lines: LineIndex
  var found: [Diagnostic] = []

  /// The traps of a file; those of a file that is no YAML are only its characters.
  static func diagnostics(of source: SourceFile) -> [Diagnostic] {
    guard !source.bytes.isEmpty, source.bytes == source.utf8Bytes else { return [] }
    var traps = TextTraps(source)
    guard let outline = try? YAMLOutline.read(source) else {
      traps.characters(in: 0..<source.bytes.count, .unknown)
      return traps.found
    }
    traps.visit(outline.root, key: nil, isExample: false, outline)
    traps.structure(outline)
    return traps.found
  }

  private init(_ source: SourceFile) {
    self.source = source
    bytes = source.bytes
    lines = LineIndex(source)
  }

  /// Where a character stands.
  enum Place {
    /// A file that is no YAML: nobody knows.
    case unknown
    case structure
    case key
    case plain
    case quoted
  }

  private mutating func visit(
    _ node: YAMLOutline.Node,
    key: String?,
    isExample: Bool,
    _ outline: YAMLOutline
  ) {
    switch node.form {
    case .nothing: break
    case .mapping: pairs(node, isExample, outline)
    case .flow where node.isFlowMapping: pairs(node, isExample, outline)
    case .list, .flow:
      if node.form == .flow { cutNumbers(inList: node) }
      for child in node.children { visit(child, key: key, isExample: isExample, outline) }
    case .scalar, .block: scalar(node, key, isExample, outline)
    }
  }

  private mutating func pairs(_ node: YAMLOutline.Node, _ isExample: Bool, _ outline: YAMLOutline) {
    if node.isFlowMapping { cutNumbers(inPairs: node) }
    for index in stride(from: 0, to: node.children.count - 1, by: 2) {
      let name = node.children[index]
      characters(in: name.range, .key)
      word(name, isKey: true)
      let text = String(decoding: name.text, as: UTF8.self)
      visit(
        node.children[index + 1],
        key: text,
        isExample: isExample || text == "examples" || text == "cases",
        outline
      )
    }
  }

  private mutating func scalar(
    _ node: YAMLOutline.Node,
    _ key: String?,
    _ isExample: Bool,
    _ outline: YAMLOutline
  ) {
    let isPlain = isPlain(node)
    characters(in: node.range, isPlain ? .plain : .quoted)
    if node.form == .block { commentLines(node, key) }
    // Fragments of submissions are data: what is odd in them is often what they test.
    if !isExample { spelling(node) }
    guard isPlain else { return }
    if !isExample {
      word(node, isKey: false)
      figure(node)
    }
    cutByComment(node, key, outline)
  }

  private func isPlain(_ node: YAMLOutline.Node) -> Bool {
    guard node.form == .scalar, let first = bytes[node.range].first else { return false }
    return ![UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*")].contains(first)
  }

  /// What stands between the nodes, without comments.
  private mutating func structure(_ outline: YAMLOutline) {
    var taken = [Bool](repeating: false, count: bytes.count)
    func take(_ node: YAMLOutline.Node) {
      if node.form == .scalar || node.form == .block {
        for offset in node.range { taken[offset] = true }
      }
      for child in node.children { take(child) }
    }
    take(outline.root)
    for comment in outline.comments {
      for offset in comment.range { taken[offset] = true }
    }
    var start = 0
    while start < bytes.count {
      guard !taken[start] else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, !taken[end] { end += 1 }
      characters(in: start..<end, .structure)
      start = end
    }
  }

  func place(_ range: Range<Int>) -> Diagnostic.Place {
    var length = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { length += 1 }
    return Diagnostic.Place(
      file: source.name,
      position: lines.position(atOffset: range.lowerBound),
      length: UInt32(clamping: length)
    )
  }

  func mend(
    _ certainty: Mend.Certainty,
    _ title: LocalizedText,
    _ range: Range<Int>,
    _ replacement: String
  ) -> Mend {
    Mend(
      certainty,
      title,
      file: source.name,
      span: SourceSpan(range),
      replacement: replacement
    )
  }
}

// MARK: - Characters

extension TextTraps {
  /// Invisible and wide characters, each run once.
  private mutating func characters(in range: Range<Int>, _ place: Place) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      // All of them take two bytes or more, and begin with one of these.
      guard [0xC2, 0xE2, 0xE3, 0xEF].contains(bytes[offset]),
        let trap = OddCharacter(at: offset, in: bytes), !(offset == 0 && trap.isMark)
      else {
        offset += 1
        continue
      }
      var end = offset + trap.length
      var replacement = trap.replacement
      while end < range.upperBound, let next = OddCharacter(at: end, in: bytes),
        next.name == trap.name
      {
        replacement += next.replacement
        end += next.length
      }
      report(trap, offset..<end, replacement, place)
      offset = end
    }
  }

  private mutating func report(
    _ trap: OddCharacter,
    _ range: Range<Int>,
    _ replacement: String,
    _ where: Place
  ) {
    let isReadWrong = [.unknown, .structure, .key].contains(`where`)
    found.append(
      Diagnostic(
        trap.isInvisible ? .invisibleCharacter : .wideCharacter,
        isReadWrong ? .error : .warning,
        trap.message,
        at: place(range),
        help: trap.isInvisible
          ? LocalizedText(
            th: "ลบออกแล้วพิมพ์ใหม่ด้วยแป้นพิมพ์ (มักติดมาจากการคัดลอกจาก Word, PDF หรือเว็บ)",
            en:
              "delete it and type the text anew (it often comes with text copied from Word, PDF or the web)"
          )
          : LocalizedText(
            th: "พิมพ์เป็นอักขระธรรมดา “\(replacement)”",
            en: "type the usual character “\(replacement)”"
          ),
        mends: mends(range, replacement, `where`)
      )
    )
  }

  /// The edits for a run of odd characters.
  ///
  /// Nothing in the place of what has no width is certain, and so is a blank between words. A blank before a
  /// key would indent it: there people decide. A wide sign inside a text may become one that YAML reads.
  private func mends(_ range: Range<Int>, _ replacement: String, _ place: Place) -> [Mend] {
    let deletion = LocalizedText(th: "ลบออก", en: "delete it")
    guard !replacement.isEmpty else { return [mend(.certain, deletion, range, "")] }
    guard replacement.utf8.allSatisfy({ $0 == 0x20 }) else {
      let isSign = !replacement.utf8.allSatisfy(Self.isLetter)
      let isSafe = place == .structure || place == .key || !isSign
      return [mend(isSafe ? .certain : .proposed, .write(replacement), range, replacement)]
    }
    let blank = LocalizedText(th: "เปลี่ยนเป็นช่องว่างธรรมดา", en: "write a usual blank")
    var before = range.lowerBound
    while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
    let beginsLine = before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D
    guard beginsLine else { return [mend(.certain, blank, range, replacement)] }
    return [
      mend(.proposed, deletion, range, ""), mend(.proposed, blank, range, replacement),
    ]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x20
  }

  /// A run of Thai text; what of it is typed otherwise is told, each stretch once.
  private mutating func spelling(_ range: Range<Int>) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if doubledMarks(text, range) { return }
    let normal = ThaiNormalizer.normalizeWithOffsets(text)
    let hasOdd = range.contains { OddCharacter(at: $0, in: bytes) != nil }
    guard !hasOdd, !normal.text.utf8.elementsEqual(text.utf8) else { return }
    let old = Array(text.unicodeScalars)
    let new = Array(normal.text.unicodeScalars)
    let same = CommonEnds(old, new)
    let tail = same.tail
    // From the letter that carries the marks, so that people see what is meant.
    var start = same.head
    while start > 0, start < old.count, Self.standsOnLetter(old[start]) { start -= 1 }
    let wrong = String(String.UnicodeScalarView(old[start..<(old.count - tail)]))
    let right = String(String.UnicodeScalarView(new[start..<(new.count - tail)]))
    let lead = String(String.UnicodeScalarView(old[..<start])).utf8.count
    let first = range.lowerBound + lead
    report(first..<(first + wrong.utf8.count), right)
  }

  /// Marks typed twice on one letter, which most fonts show as one; the usual order of marks would only
  /// hide them.
  private mutating func doubledMarks(_ text: String, _ range: Range<Int>) -> Bool {
    let doubled = ThaiDamage.suspects(in: text).filter { $0.kind == .doubledMark }
    for suspect in doubled {
      var start = range.lowerBound + suspect.utf8Range.lowerBound
      let end = range.lowerBound + suspect.utf8Range.upperBound
      // From the letter that carries the marks; Thai letters have three bytes.
      start = max(start - 3, range.lowerBound)
      let letter = String(decoding: bytes[start..<(end - suspect.found.utf8.count)], as: UTF8.self)
      report(doubled: start..<end, letter + suspect.found, suspect.suggestion.map { letter + $0 })
    }
    return !doubled.isEmpty
  }

  private mutating func report(doubled range: Range<Int>, _ found: String, _ right: String?) {
    let shown = DecodingWords.quoted(right ?? found)
    report(
      range,
      LocalizedText(
        th: "ตรงนี้พิมพ์สระหรือวรรณยุกต์ซ้ำบนอักษรเดียวกัน แม้จะดูเหมือน \(shown)",
        en: "this looks like \(shown), but a vowel or tone mark is typed twice on one letter"
      ),
      help: LocalizedText(
        th: "ลบตัวที่เกินออก" + (right == nil ? "" : " หรือใช้ --fix"),
        en: "take away the one too many" + (right == nil ? "" : ", or use --fix")
      ),
      right
    )
  }

  /// Whether a scalar is a mark above or below a letter, or ำ.
  private static func standsOnLetter(_ scalar: Unicode.Scalar) -> Bool {
    ThaiScalar.isMark(scalar.value) || scalar.value == ThaiScalar.saraAm
  }

  private mutating func report(_ range: Range<Int>, _ right: String) {
    let shown = DecodingWords.quoted(right)
    report(
      range,
      LocalizedText(
        th: "ตรงนี้พิมพ์ด้วยอักขระหรือลำดับที่ต่างจากปกติ แม้จะดูเหมือน \(shown)",
        en: "this looks like \(shown) but is typed with other characters or in another order"
      ),
      help: LocalizedText(
        th: "เช่น ำ ที่พิมพ์เป็น ํ กับ า, แ ที่พิมพ์เป็น เ สองตัว หรือวรรณยุกต์ก่อนสระ พิมพ์ใหม่ หรือใช้ --fix",
        en:
          "such as ำ typed as ํ and า, แ as two เ, or a tone mark before its vowel: type it anew, or use --fix"
      ),
      right
    )
  }

  /// What is written otherwise than it looks; `right` is what was meant, where that can be told.
  private mutating func report(
    _ range: Range<Int>,
    _ message: LocalizedText,
    help: LocalizedText,
    _ right: String?
  ) {
    let mends = right.map { [mend(.certain, .write($0), range, $0)] } ?? []
    found.append(
      Diagnostic(.thaiSpelling, .warning, message, at: place(range), help: help, mends: mends)
    )
  }

  /// Thai marks in an order or a spelling that looks right and is another text.
  private mutating func spelling(_ node: YAMLOutline.Node) {
    var offset = node.range.lowerBound
    while offset < node.range.upperBound {
      var end = offset
      while end < node.range.upperBound, bytes[end] >= 0x80 { end += 1 }
      if end > offset, bytes[offset..<end].contains(0xE0) {
        spelling(offset..<end)
      }
      offset = max(end, offset + 1)
    }
  }
}
