/// Block scalars: `|` keeps its lines, `>` joins them.
extension ScalarScanner {
  /// A line of the source: where it starts, where its text starts and where it ends.
  private struct Line {
    let content: Int
    let end: Int
    var isEmpty: Bool { content >= end }
  }

  func literal(from head: Int) -> ScalarPieces {
    var pieces = ScalarPieces()
    var offset = endOfLine(head)
    let indentation = indentation(after: offset)
    offset += breakLength(offset)
    while pieces.decoded.count < text.count, offset <= source.count {
      let line = line(at: offset, indentation)
      for place in line.content..<max(line.content, line.end) {
        pieces.append(source[place], at: place)
      }
      guard pieces.decoded.count < text.count, breakLength(line.end) > 0 else { break }
      pieces.append(contentsOf: [0x0A], at: line.end)
      offset = line.end + breakLength(line.end)
    }
    pieces.end(at: min(offset, source.count))
    return pieces
  }

  func folded(from head: Int) -> ScalarPieces {
    var pieces = ScalarPieces()
    var offset = endOfLine(head)
    let indentation = indentation(after: offset)
    offset += breakLength(offset)
    // Line ends before the first line are kept.
    var breaks: [Int] = []
    var isFirst = true
    while pieces.decoded.count < text.count, offset <= source.count {
      let line = line(at: offset, indentation)
      if !line.isEmpty {
        appendBreaks(breaks, isInner: !isFirst, &pieces)
        breaks = []
        isFirst = false
        for place in line.content..<line.end { pieces.append(source[place], at: place) }
      }
      guard breakLength(line.end) > 0 else { break }
      breaks.append(line.end)
      offset = line.end + breakLength(line.end)
      if pieces.decoded.count + breaks.count >= text.count, restIsBreaks(pieces.decoded.count) {
        appendBreaks(
          Array(breaks.prefix(text.count - pieces.decoded.count)),
          isInner: false,
          &pieces
        )
      }
    }
    pieces.end(at: min(offset, source.count))
    return pieces
  }

  /// Whether only line ends are left of the text.
  private func restIsBreaks(_ start: Int) -> Bool {
    text[min(start, text.count)...].allSatisfy { $0 == 0x0A }
  }

  /// Adds what the line ends between two lines became: a blank, one less than there are, or all.
  private func appendBreaks(_ breaks: [Int], isInner: Bool, _ pieces: inout ScalarPieces) {
    guard isInner else {
      for place in breaks { pieces.append(contentsOf: [0x0A], at: place) }
      return
    }
    let rest = text[min(pieces.decoded.count, text.count)...]
    if rest.first == 0x20, let place = breaks.first {
      pieces.append(contentsOf: [0x20], at: place)
      return
    }
    let kept = rest.prefix { $0 == 0x0A }.count
    for place in breaks.suffix(kept) { pieces.append(contentsOf: [0x0A], at: place) }
  }

  private func endOfLine(_ start: Int) -> Int {
    var offset = start
    while offset < source.count, breakLength(offset) == 0 { offset += 1 }
    return offset
  }

  private func line(at start: Int, _ indentation: Int) -> Line {
    var content = start
    while content - start < indentation, byte(content) == 0x20 { content += 1 }
    return Line(content: content, end: max(content, endOfLine(content)))
  }

  /// How many blanks before each line belong to the file and not to the text: the first line that
  /// is not empty has some in the source and some in the text.
  private func indentation(after headEnd: Int) -> Int {
    let textStart = text.firstIndex { $0 != 0x0A } ?? text.count
    // Nothing but line ends: whatever blanks the file has are indentation.
    guard textStart < text.count else { return .max }
    let inText = text[textStart...].prefix { $0 == 0x20 }.count
    var offset = headEnd + breakLength(headEnd)
    while offset < source.count {
      var content = offset
      while byte(content) == 0x20 { content += 1 }
      if breakLength(content) == 0, content < source.count {
        return max(0, content - offset - inText)
      }
      let end = endOfLine(content)
      offset = end + max(1, breakLength(end))
    }
    return 0
  }
}
