import OpenXML

/// Takes the cells of one sheet out of its part.
final class SheetReader: XMLSink {
  private(set) var sheet: Sheet
  private(set) var problem: PackageProblem?
  private let formats: NumberFormats
  private let from1904: Bool
  private let limits: WorkbookLimits

  private var row = 0
  private var column = 0
  private var place: CellPlace?
  private var type = CellType.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isInValue = false
  private var value: [UInt8] = []

  init(_ sheet: Sheet, formats: NumberFormats, from1904: Bool, limits: WorkbookLimits) {
    self.sheet = sheet
    self.formats = formats
    self.from1904 = from1904
    self.limits = limits
  }

  var isDone: Bool { problem != nil }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isNamed("c") {
      startCell(attributes)
    } else if name.isNamed("v") || name.isNamed("t") {
      isInValue = true
      hasValue = hasValue || name.isNamed("t")
    } else if name.isNamed("f") {
      hasFormula = true
    } else if name.isNamed("row") {
      startRow(attributes)
    } else if name.isNamed("mergeCell") {
      if let range = attributes.bytes("ref").flatMap({ CellRange($0) }) {
        sheet.merged.append(range)
      }
    } else if name.isNamed("col") {
      addColumns(attributes)
    }
  }

  func end(_ name: XMLName) {
    if name.isNamed("v") || name.isNamed("t") {
      isInValue = false
    } else if name.isNamed("c") {
      endCell()
    }
  }

  func text(_ text: XMLText) {
    guard isInValue else { return }
    hasValue = hasValue || text.count > 0
    text.append(to: &value)
  }

  private func startRow(_ attributes: XMLAttributes) {
    row = attributes.number("r") ?? (attributes["r"].flatMap { Int($0) } ?? row + 1)
    column = 0
    if row < 1 || row > CellPlace.lastRow { problem = .damaged(part: sheet.part) }
    if attributes["hidden"].map(Self.isTrue) == true { sheet.hiddenRows.insert(row) }
  }

  private static func isTrue(_ text: String) -> Bool { text == "1" || text == "true" }

  private func addColumns(_ attributes: XMLAttributes) {
    guard attributes["hidden"].map(Self.isTrue) == true,
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), first >= 1, first <= last,
      sheet.hiddenColumns.count < CellPlace.lastColumn
    else { return }
    sheet.hiddenColumns.append(first...min(last, CellPlace.lastColumn))
  }

  /// A place as a cell gives it; one that cannot be read is told apart from none.
  private struct Reference {
    let place: CellPlace?
  }

  /// How the value of a cell is to be read (ISO/IEC 29500-1, 18.18.11); what it does not say is a number.
  private enum CellType {
    case number
    case shared
    case text
    case date
    case boolean
    case failure

    init(_ name: UnsafeBufferPointer<UInt8>) {
      func isNamed(_ word: StaticString) -> Bool {
        unsafe name.elementsEqual(
          UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        )
      }
      self =
        if isNamed("s") {
          .shared
        } else if isNamed("inlineStr") || isNamed("str") {
          .text
        } else if isNamed("d") {
          .date
        } else if isNamed("b") {
          .boolean
        } else if isNamed("e") {
          .failure
        } else {
          .number
        }
    }
  }

  /// A cell without a place follows the one before it.
  private func startCell(_ attributes: XMLAttributes) {
    let reference = unsafe attributes.read("r") { bytes in unsafe Reference(place: CellPlace(bytes))
    }
    if let reference {
      place = reference.place
      if place == nil { problem = .damaged(part: sheet.part) }
    } else {
      place = CellPlace(row: row, column: column + 1)
    }
    column = place?.column ?? column
    type = unsafe attributes.read("t") { bytes in unsafe CellType(bytes) } ?? .number
    style = attributes.number("s") ?? 0
    hasFormula = false
    hasValue = false
    value.removeAll(keepingCapacity: true)
  }

  private func endCell() {
    guard let place, problem == nil else { return }
    self.place = nil
    guard hasValue else {
      if hasFormula { append(.uncomputed, [], at: place) }
      return
    }
    switch type {
    case .shared: appendShared(at: place)
    case .text: append(.text, EscapedText.resolved(value), at: place)
    case .date: append(.date, EscapedText.resolved(value), at: place)
    case .boolean: append(.boolean, value, at: place)
    case .failure: append(.failure, value, at: place)
    case .number: appendNumber(at: place)
    }
  }

  private func appendShared(at place: CellPlace) {
    var number: Int?
    if !value.isEmpty, value.count < 10, value.allSatisfy({ 0x30...0x39 ~= $0 }) {
      number = value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let number, number < sheet.shared.count else {
      problem = .damaged(part: sheet.part)
      return
    }
    add(.text, isShared: true, UInt32(number), at: place)
  }

  /// A number that cannot be what its format says stays a text, for the mapping to complain about.
  private func appendNumber(at place: CellPlace) {
    switch formats.meaning(ofStyle: style) {
    case .date:
      if let date = SerialDate.iso(value, from1904: from1904) {
        append(.date, Array(date.utf8), at: place)
        return
      }
    case .percentage:
      if let text = CellNumber.decimal(value, shift: 2) {
        append(.percentage, Array(text.utf8), at: place)
        return
      }
    case .number: break
    }
    if let text = CellNumber.decimal(value) {
      append(.number, Array(text.utf8), at: place)
    } else {
      append(.text, value, at: place)
    }
  }

  private func append(_ kind: PackedCell.Kind, _ text: [UInt8], at place: CellPlace) {
    add(kind, isShared: false, sheet.texts.intern(text), at: place)
  }

  private func add(_ kind: PackedCell.Kind, isShared: Bool, _ text: UInt32, at place: CellPlace) {
    // Cells out of order, or twice: no program writes that, and look-up relies on the order.
    if let last = sheet.cells.last, last.place >= place {
      problem = .damaged(part: sheet.part)
      return
    }
    guard sheet.cells.count < limits.cells, sheet.texts.byteCount <= limits.textBytes else {
      problem = .tooLarge(part: sheet.part)
      return
    }
    sheet.cells.append(
      PackedCell(
        row: UInt32(place.row),
        column: UInt16(place.column),
        kind: kind,
        isShared: isShared,
        text: text
      )
    )
  }
}
