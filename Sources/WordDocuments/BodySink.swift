import OpenXML

/// Takes paragraphs and tables out of the part of the body.
final class BodySink: XMLSink {
  private(set) var blocks: [WordDocument.Block] = []
  private(set) var problem: PackageProblem?
  private(set) var isDocument = false

  private let part: String
  private let levels: OutlineLevels
  private let limits: WordLimits

  /// A table that is being read, with its row and cell.
  private struct OpenTable {
    var rows: [[WordDocument.Cell]] = []
    var column = 1
    var span = 1
    var isContinued = false
    var cellText: [UInt8] = []
    var hasParagraph = false
  }

  private var tables: [OpenTable] = []
  /// Text boxes nest paragraphs in paragraphs; their text joins that of the outer one.
  private var paragraphDepth = 0
  private var style: String?
  private var ownLevel: Int?
  private var text: [UInt8] = []
  private var isInText = false
  private var contents = ContentsTracker()
  /// Whether the paragraph has text in the field of a table of contents.
  private var isInContents = false
  /// The paragraphs in the field of a table of contents that is not closed yet.
  private var openContents: [Int] = []
  /// Whether we are among the places to which tabs go; they bear the name of tabs.
  private var isInTabStops = false
  /// How deep we are in what is not shown: deleted text, and the second form of drawings.
  private var hiddenDepth = 0
  private var paragraphCount = 0
  private var tableCount = 0
  private var blockCount = 0
  private var textBytes = 0

  /// Where paragraphs and cells stand in the part, for those who put something in; nil when nobody asks.
  var anchors: WordAnchors?

  init(part: String, levels: OutlineLevels, limits: WordLimits) {
    self.part = part
    self.levels = levels
    self.limits = limits
  }

  var isDone: Bool { problem != nil }

  private static func isHidden(_ name: XMLName) -> Bool {
    name.isNamed("del") || name.isNamed("moveFrom") || name.isNamed("Fallback")
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if Self.isHidden(name) { hiddenDepth += 1 }
    guard hiddenDepth == 0, name.isIn("wordprocessingml") else { return }
    if name.isNamed("t") {
      isInText = true
    } else if name.isNamed("p") {
      startParagraph()
      if paragraphDepth == 1 { anchors?.begin(name.range) }
    } else if name.isNamed("tabs") {
      isInTabStops = true
    } else if name.isNamed("tab") {
      if paragraphDepth > 0, !isInTabStops { add([9]) }
    } else if name.isNamed("br") || name.isNamed("cr") {
      add([10])
    } else if name.isNamed("noBreakHyphen") {
      add([UInt8(ascii: "-")])
    } else if name.isNamed("pStyle") {
      style = attributes["val"]
    } else if name.isNamed("outlineLvl") {
      ownLevel = attributes["val"].flatMap { Int($0) }
    } else if name.isNamed("tbl") {
      guard tables.count < limits.nestedTables else {
        problem = .tooComplex(part: part)
        return
      }
      tables.append(OpenTable())
    } else {
      contents.start(name, attributes)
      startInTable(name, attributes)
    }
  }

  private func startInTable(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isNamed("document") {
      isDocument = true
    } else if let last = tables.indices.last {
      if name.isNamed("tr") {
        tables[last].rows.append([])
        tables[last].column = 1
      } else if name.isNamed("gridBefore") {
        tables[last].column += attributes["val"].flatMap { Int($0) } ?? 0
      } else if name.isNamed("tc") {
        tables[last].span = 1
        tables[last].isContinued = false
        tables[last].hasParagraph = false
        tables[last].cellText.removeAll()
      } else if name.isNamed("gridSpan") {
        tables[last].span = min(1000, max(1, attributes["val"].flatMap { Int($0) } ?? 1))
      } else if name.isNamed("vMerge") {
        tables[last].isContinued = attributes["val"] != "restart"
      }
    }
  }

  func end(_ name: XMLName) {
    if Self.isHidden(name) {
      hiddenDepth -= 1
      return
    }
    guard hiddenDepth == 0, name.isIn("wordprocessingml") else { return }
    if name.isNamed("t") {
      isInText = false
    } else if name.isNamed("tabs") {
      isInTabStops = false
    } else if name.isNamed("pPr") {
      if paragraphDepth == 1 { anchors?.endProperties(name.range) }
    } else if name.isNamed("p") {
      if paragraphDepth == 1 { anchors?.end(name.range, tables: tables.count) }
      endParagraph()
    } else if name.isNamed("tc") {
      endCell()
    } else if name.isNamed("tbl") {
      endTable()
    } else {
      contents.end(name)
      if !contents.isInField, !openContents.isEmpty { openContents.removeAll() }
    }
  }

  func text(_ text: XMLText) {
    guard hiddenDepth == 0 else { return }
    guard isInText else { return contents.text(text) }
    textBytes += text.count
    guard textBytes <= limits.textBytes else {
      problem = .tooLarge(part: part)
      return
    }
    text.append(to: &self.text)
    if contents.isInField { isInContents = true }
  }

  /// A field that never ends is a mistake of some program, and hides nothing.
  func finish() {
    for index in openContents {
      guard case .paragraph(var paragraph) = blocks[index] else { continue }
      paragraph.isContents = false
      blocks[index] = .paragraph(paragraph)
    }
    openContents.removeAll()
  }

  private func add(_ bytes: [UInt8]) {
    if paragraphDepth > 0 { text += bytes }
  }

  private func count() {
    blockCount += 1
    if blockCount > limits.blocks { problem = .tooLarge(part: part) }
  }

  private func startParagraph() {
    paragraphDepth += 1
    guard paragraphDepth == 1 else {
      if !text.isEmpty { add([10]) }
      return
    }
    style = nil
    ownLevel = nil
    isInContents = false
    text.removeAll(keepingCapacity: true)
    count()
  }

  private func endParagraph() {
    paragraphDepth = max(0, paragraphDepth - 1)
    guard paragraphDepth == 0 else { return }
    if let last = tables.indices.last {
      if tables[last].hasParagraph { tables[last].cellText.append(10) }
      tables[last].hasParagraph = true
      tables[last].cellText += text
      return
    }
    paragraphCount += 1
    let own = ownLevel.flatMap { (0..<9).contains($0) ? $0 + 1 : nil }
    let isMarked = contents.isInControl || style.map { levels.isContents($0) } ?? false
    if isInContents, !isMarked, contents.isInField { openContents.append(blocks.count) }
    blocks.append(
      .paragraph(
        WordDocument.Paragraph(
          number: paragraphCount,
          level: own ?? style.flatMap { levels.level(of: $0) },
          text: String(decoding: text, as: UTF8.self),
          isContents: isMarked || isInContents
        )
      )
    )
  }

  private func endCell() {
    guard let last = tables.indices.last, let row = tables[last].rows.indices.last else { return }
    count()
    // A cell ends with a paragraph, also behind a table inside it.
    while tables[last].cellText.last == 10 { tables[last].cellText.removeLast() }
    tables[last].rows[row].append(
      WordDocument.Cell(
        column: tables[last].column,
        span: tables[last].span,
        isContinued: tables[last].isContinued,
        text: String(decoding: tables[last].cellText, as: UTF8.self)
      )
    )
    if tables.count == 1 { anchors?.endCell(row: row, column: tables[last].column) }
    tables[last].column += tables[last].span
  }

  /// A table inside a cell becomes text of that cell, a line for each row that says something.
  private func endTable() {
    guard let table = tables.popLast() else { return }
    if let outer = tables.indices.last {
      let lines = table.rows
        .map { row in
          row.map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " ")
        }
        .filter { !$0.isEmpty }
      guard !lines.isEmpty else { return }
      if tables[outer].hasParagraph { tables[outer].cellText.append(10) }
      tables[outer].hasParagraph = true
      tables[outer].cellText += Array(lines.joined(separator: "\n").utf8)
      return
    }
    tableCount += 1
    anchors?.endTable()
    blocks.append(.table(WordDocument.Table(number: tableCount, rows: table.rows)))
  }
}
