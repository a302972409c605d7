import CLibYAML
import Diagnostics
import SourceText

/// A failure of libyaml in plain words, with its place.
///
/// libyaml has some sixty fixed sentences in the terms of its own grammar. The ones that people meet
/// are told apart here and said in the terms of what they typed.
struct YAMLProblem {
  private let failure: YAMLFailure
  private let source: SourceFile

  init(_ failure: YAMLFailure, _ source: SourceFile) {
    self.failure = failure
    self.source = source
  }

  /// The mistake.
  var diagnostic: Diagnostic {
    if let mistake = unclosed ?? stuckDash { return mistake }
    let words = words
    var notes: [Diagnostic.Note] = []
    var place = place
    if words.isAtOpening || words.opening != nil && isAtEnd {
      place = position(failure.contextMark)
    } else if let opening = words.opening {
      let place = Diagnostic.Place(file: source.name, position: position(failure.contextMark))
      notes = [Diagnostic.Note(opening, at: place)]
    }
    return Diagnostic(
      words.code,
      .error,
      words.message,
      at: Diagnostic.Place(file: source.name, position: place),
      notes: notes,
      help: words.help,
      mends: YAMLMends(source).mends(words.code, at: place)
    )
  }

  /// The mistake behind a text that stumbles over what follows a quoted text of several lines: most
  /// likely its closing quote is missing, and a quote further down was taken for it.
  private var unclosed: Diagnostic? {
    guard failure.kind == YAML_PARSER_ERROR || failure.kind == YAML_SCANNER_ERROR, let place else {
      return nil
    }
    let index = LineIndex(source)
    let end = index.offset(of: place)
    guard let start = QuotedTexts.opening(before: end, in: source.bytes) else { return nil }
    let words = YAMLWords.unclosedQuote
    return Diagnostic(
      words.code,
      .error,
      words.message,
      at: Diagnostic.Place(file: source.name, position: index.position(atOffset: start)),
      notes: [
        Diagnostic.Note(
          LocalizedText(
            th: "จึงอ่านต่อไปถึงเครื่องหมายคำพูดในบรรทัดนี้",
            en: "so it was read on to a quote in this line"
          ),
          at: Diagnostic.Place(file: source.name, position: place)
        )
      ],
      help: words.help
    )
  }

  /// The mistake behind a text that stumbles over the line after `-name: x`: without a blank behind it the
  /// dash begins no entry.
  private var stuckDash: Diagnostic? {
    guard failure.kind == YAML_PARSER_ERROR || failure.kind == YAML_SCANNER_ERROR, let place else {
      return nil
    }
    let index = LineIndex(source)
    let bytes = source.bytes
    for line in [place.line, place.line - 1] where line >= 1 {
      let range = index.range(ofLine: line)
      guard let start = range.first(where: { bytes[$0] != 0x20 }), bytes[start] == 0x2D,
        start + 1 < range.upperBound, Self.isLetter(bytes[start + 1]),
        bytes[start..<range.upperBound].contains(UInt8(ascii: ":"))
      else { continue }
      let words = YAMLWords.stuckDash
      return Diagnostic(
        words.code,
        .error,
        words.message,
        at: Diagnostic.Place(file: source.name, position: index.position(atOffset: start)),
        help: words.help,
        mends: source.bytes == source.utf8Bytes
          ? [
            Mend(
              .proposed,
              LocalizedText(th: "เว้นหนึ่งช่องหลังขีด", en: "put a blank behind the dash"),
              file: source.name,
              span: SourceSpan(start + 1..<start + 1),
              replacement: " "
            )
          ] : []
      )
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: UInt32(clamping: mark.line + 1), column: UInt32(clamping: mark.column + 1))
  }

  private var place: SourcePosition? {
    switch failure.kind {
    case YAML_READER_ERROR: LineIndex(source).position(atOffset: failure.offset)
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR: position(failure.mark)
    default: nil
    }
  }

  /// Whether the text ends where libyaml stopped: then the place where it began tells more.
  private var isAtEnd: Bool { byteAtPlace == nil }

  /// What the mark points at, for the mistakes that one sentence of libyaml stands for.
  private var byteAtPlace: UInt8? {
    guard let place else { return nil }
    let offset = LineIndex(source).offset(of: place)
    let bytes = source.bytes
    return offset < bytes.count ? bytes[offset] : nil
  }

  /// Whether a bracket or quote closes in the same line before the place: the value has ended there.
  private var isBehindClosing: Bool {
    guard let place else { return false }
    let before = source.bytes[..<LineIndex(source).offset(of: place)].reversed()
    let last = before.first { $0 != 0x20 }
    return [0x7D, 0x5D, 0x22, 0x27].contains(last ?? 0)
  }

  private var words: YAMLWords {
    switch failure.kind {
    case YAML_MEMORY_ERROR: return .outOfMemory
    case YAML_READER_ERROR:
      return failure.problem.hasPrefix("control characters") ? .controlCharacter : .encoding
    default: break
    }
    switch failure.problem {
    case "mapping values are not allowed in this context": return .unexpectedColon
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return .tab
    case "found character that cannot start any token":
      return byteAtPlace == 0x09 ? .tab : .reservedCharacter
    case "could not find expected ':'": return .missingColon
    case "found unexpected ':'": return .unexpectedColon
    case "found unexpected end of stream", "found unexpected document indicator":
      return .unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return .invalidEscape
    case "did not find expected ',' or ']'": return .flowList
    case "did not find expected ',' or '}'": return .flowMap
    case "did not find expected '-' indicator":
      return isBehindClosing ? .textBehindClosing : .listIndentation
    case "did not find expected key": return isBehindClosing ? .textBehindClosing : .mapIndentation
    case "block sequence entries are not allowed in this context": return .unexpectedDash
    case "did not find expected node content": return .missingValue
    case "did not find expected <document start>": return .documentStart
    case "did not find expected alphabetic or numeric character": return .anchorName
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      return failure.context.contains("block scalar") ? .blockHead : directiveOrOther
    default: return directiveOrOther
    }
  }

  private var directiveOrOther: YAMLWords {
    let all = failure.context + " " + failure.problem
    if all.contains("directive") || all.contains("incompatible YAML") { return .directive }
    if all.contains("tag") || all.contains("URI") { return .tag }
    return .other(failure.problem)
  }
}
