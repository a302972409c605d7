import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Foundation
import Krong
import OpenXML
import SourceText
public import Spreadsheets
import Submissions
import Testing

@testable import Intake

/// The kinds and catalogues of the product, and short ways to read files through them.
struct IntakeFixture {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let rules: Workspace = {
    do { return try Workspace.load(root.appendingPathComponent("Rules").path) } catch {
      fatalError("the rules of the product cannot be read: \(error)")
    }
  }()

  static let mappings = ["area-office-plan", "project-proposal-form"].map {
    root.appendingPathComponent("Rules/mappings/\($0).yaml").path
  }

  /// Reads a file; `mapping` names the mapping.
  static func read(
    _ name: String,
    _ bytes: [UInt8],
    mapping: String? = nil,
    heedsBounds: Bool = false
  ) throws -> IntakeResult? {
    var reader = OfficeReader(
      kinds: rules.kinds,
      catalogues: rules.catalogues,
      files: { mappings },
      wanted: mapping,
      heedsBounds: heedsBounds
    )
    let source = SourceFile(name: name, bytes: bytes)
    let file = try #require(OfficeFile(source))
    return try reader.read(source, file, keys: KeyTable(), isNamed: true)
  }

  /// A mapping of its own text.
  static func mapping(_ text: String) throws -> Loaded<Mapping> {
    let document = try DocumentReader.readOne(SourceFile(name: "own.yaml", text: text))
    return MappingLoader.load(document, kinds: rules.kinds)
  }

  /// The value at a path such as `projects.0.name`, with the cell in which it stands.
  static func value(_ path: String, _ document: Document) -> (text: String, cell: String)? {
    var node = document.root
    for part in path.split(separator: ".") {
      var next: NodeID?
      if let number = Int(part), document.kind(of: node) == .list {
        next = Array(document.children(of: node)).dropFirst(number).first
      } else {
        next = document.child(of: node, String(part))
      }
      guard let next else { return nil }
      node = next
    }
    guard let position = document.position(of: node) else { return (document.text(of: node), "") }
    switch document.scheme.spot(position) {
    case .cell(let sheet, let name): return (document.text(of: node), "\(sheet)!\(name)")
    case .paragraph(let number): return (document.text(of: node), "¶\(number)")
    case .tableCell(let table, let row, let column):
      return (document.text(of: node), "T\(table):\(row):\(column)")
    case .line: return (document.text(of: node), "line")
    }
  }
}

/// A workbook of rows, for tests.
struct Rows {
  var sheets: [SheetContent] = []

  mutating func add(
    _ name: String,
    _ rows: [[CellInput?]],
    _ change: (inout SheetContent) -> Void = { _ in }
  ) {
    var sheet = SheetContent(name: name)
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        var style = CellStyle()
        if case .date = cell { style.numberFormat = "yyyy-mm-dd" }
        sheet.set(CellPlace(row: row + 1, column: column + 1), cell, style)
      }
    }
    change(&sheet)
    sheets.append(sheet)
  }

  var bytes: [UInt8] { WorkbookWriter(title: "", sheets: sheets).bytes() }
}

extension CellInput: ExpressibleByStringLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
}
