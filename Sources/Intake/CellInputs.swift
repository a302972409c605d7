import Catalogues
import DocumentArena
import PlanValues
import Spreadsheets
import Submissions

/// Values of a submission as they are written into cells.
struct CellInputs {
  let document: Document
  let kind: SubmissionKind
  let catalogues: CatalogueSet
  private var names: [FieldType: CodeNames] = [:]

  init(_ document: Document, _ kind: SubmissionKind, _ catalogues: CatalogueSet) {
    self.document = document
    self.kind = kind
    self.catalogues = catalogues
  }

  /// What a cell shows for a value of a type; nil for nothing, and for what no cell can hold.
  mutating func input(_ node: NodeID, as type: FieldType) -> CellInput? {
    guard !document.isBlank(node), document.kind(of: node) != .list,
      document.kind(of: node) != .map
    else { return nil }
    let text = document.text(of: node)
    switch (type, FieldValue(node, as: type, in: document)) {
    case (.date, .date(let date)): return .date(date.formatted(.iso))
    case (.int, .int(let number)), (.beYear, .int(let number)): return .number(String(number))
    case (.money, .money), (.decimal, .decimal):
      return Self.number(text).map { .number($0) } ?? .text(text)
    case (.code, _), (.catalogue, _), (.bool, .bool):
      return .text(names(type)?.name(text) ?? text)
    default: return .text(text)
    }
  }

  private mutating func names(_ type: FieldType) -> CodeNames? {
    if let known = names[type] { return known }
    let found = CodeNames(type, in: kind, catalogues)
    names[type] = found
    return found
  }

  /// A number that Excel can keep exactly, without commas; nil for all others.
  static func number(_ text: String) -> String? {
    var digits = 0
    var points = 0
    var result: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-") where index == 0: break
      case UInt8(ascii: ","): continue
      default: return nil
      }
      result.append(byte)
    }
    guard (1...15).contains(digits), points <= 1 else { return nil }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The rows of one element: its own values in the first, entries of inner lists below each other.
struct ElementRows {
  /// The values by row and column of the mapping.
  private(set) var cells: [(row: Int, column: Int, node: NodeID)] = []
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  /// Lays out an element from a row on; gives the number of rows that it takes, at least one.
  mutating func lay(_ node: NodeID?, _ shape: Shape, from row: Int) -> Int {
    guard let node else { return 1 }
    switch shape.content {
    case .leaf(_, let column):
      if !document.isBlank(node) { cells.append((row, column, node)) }
      return 1
    case .record:
      var rows = 1
      for child in shape.children {
        rows = max(rows, lay(document.child(of: node, child.key), child, from: row))
      }
      return rows
    case .each:
      guard let element = shape.children.first, document.kind(of: node) == .list else { return 1 }
      var rows = 0
      for child in document.children(of: node) where !document.isBlank(child) {
        rows += lay(child, element, from: row + rows)
      }
      return max(1, rows)
    case .elements: return 1
    }
  }
}
