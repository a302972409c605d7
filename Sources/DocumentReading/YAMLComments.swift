package import DocumentArena
package import SourceText

/// Puts lines of comment into a YAML file, each begun by a mark by which they are found again, so that
/// the file still reads as the same tree.
package struct YAMLComments {
  /// Lines of comment before a line of the file.
  package struct Entry: Sendable {
    /// The line, from 1; 1 also for what concerns the whole file.
    package let line: Int
    /// One line of comment each.
    package let texts: [String]

    /// Makes an entry.
    package init(line: Int, texts: [String]) {
      self.line = line
      self.texts = texts
    }
  }

  private let source: SourceFile
  private let documents: [Document]
  private let bytes: [UInt8]
  private let lines: LineIndex
  /// The offsets at which lines begin.
  private let starts: [Int]
  private let mark: String

  /// Prepares a file that was read as some documents; `mark` begins each comment, such as `# กรอง▸`.
  package init(_ source: SourceFile, _ documents: [Document], mark: String) {
    self.source = source
    self.documents = documents
    self.mark = mark
    bytes = source.utf8Bytes
    lines = LineIndex(source)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A && offset + 1 < bytes.count {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// The file without the comments of an earlier time.
  package var cleaned: SourceFile {
    let start = Array(mark.utf8)
    guard Self.find(start, in: bytes) else { return source }
    let inside = linesInsideScalars
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for line in 1...lineCount {
      let range = range(ofLine: line)
      let text = bytes[range].drop { $0 == 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      guard text.starts(with: start), inside[line] == nil else {
        kept += bytes[range]
        continue
      }
      // A byte order mark stays where it is.
      if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { kept += [0xEF, 0xBB, 0xBF] }
    }
    return SourceFile(name: source.name, bytes: kept)
  }

  /// The file with comments.
  ///
  /// Where a comment would become part of a text that runs over several lines, it stands before that
  /// text.
  package func marked(_ entries: [Entry]) -> [UInt8] {
    let inside = linesInsideScalars
    var before: [Int: [String]] = [:]
    for entry in entries {
      var line = min(max(1, entry.line), lineCount)
      while let start = inside[line], start < line { line = start }
      before[line, default: []] += entry.texts
    }
    let end: [UInt8] = hasCarriageReturns ? [0x0D, 0x0A] : [0x0A]
    var result: [UInt8] = []
    for line in 1...lineCount {
      var content = bytes[range(ofLine: line)]
      if line == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) {
        result += content.prefix(3)
        content = content.dropFirst(3)
      }
      for text in before[line] ?? [] {
        result += content.prefix { $0 == 0x20 }
        result += Array("\(mark) \(Self.oneLine(text))".utf8) + end
      }
      result += content
    }
    return result
  }

  /// Whether two readings are the same tree: keys, kinds, texts.
  package static func areEqual(_ a: [Document], _ b: [Document]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).allSatisfy { a, b in
      guard a.nodes.count == b.nodes.count else { return false }
      return a.nodes.indices.allSatisfy { index in
        let (one, other) = (a.nodes[index], b.nodes[index])
        let id = NodeID(UInt32(truncatingIfNeeded: index))
        return one.kind == other.kind && one.end == other.end && one.count == other.count
          && a.keyName(of: id).utf8.elementsEqual(b.keyName(of: id).utf8)
          && a.bytes(of: id).elementsEqual(b.bytes(of: id))
      }
    }
  }

  // MARK: Lines

  private var lineCount: Int { starts.count }

  private var hasCarriageReturns: Bool {
    bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
  }

  private func range(ofLine line: Int) -> Range<Int> {
    starts[line - 1]..<(line < starts.count ? starts[line] : bytes.count)
  }

  /// The lines in which a text goes on, with the line in which it began.
  private var linesInsideScalars: [Int: Int] {
    var result: [Int: Int] = [:]
    for document in documents {
      let extent = NodeExtent(document)
      for index in document.nodes.indices {
        let node = NodeID(UInt32(truncatingIfNeeded: index))
        let kind = document.kind(of: node)
        guard kind != .list, kind != .map, let range = extent.range(of: node), !range.isEmpty,
          bytes[range].contains(0x0A)
        else { continue }
        let first = line(at: range.lowerBound)
        let last = line(at: range.upperBound - 1)
        guard last > first else { continue }
        for line in (first + 1)...last where result[line] == nil { result[line] = first }
      }
    }
    return result
  }

  private func line(at offset: Int) -> Int { Int(lines.position(atOffset: offset).line) }

  /// A text on one line: what YAML or a terminal takes for a break or an order becomes a blank.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      let isBreak = isControl || scalar.value == 0x2028 || scalar.value == 0x2029
      line.append(isBreak || scalar.value == 0xFEFF ? " " : scalar)
    }
    return String(line)
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return bytes.indices.dropLast(wanted.count - 1).contains { offset in
      bytes[offset] == first && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
    }
  }
}
