import Diagnostics
import Spreadsheets
package import Submissions

/// The layout that a kind gives its workbook by itself: what `krong template` writes and what is read
/// back without a mapping of its own.
package struct StandardLayout: Sendable {
  /// A sheet with a list: a row of headings, and a row or several for each element.
  package struct ListSheet: Sendable {
    package let name: String
    package let title: String
    package let tables: [Mapping.Table]
    /// What stands over each column of all tables, with the field below it.
    package let columns: [ListColumn]
  }

  /// A column of a list's sheet.
  package struct ListColumn: Sendable {
    package let heading: String
    package let field: Field?
    package let type: FieldType
    /// The field that holds it, for headings of groups; "" for fields of the element itself.
    package let group: String
  }

  /// A line of the sheet of single values.
  package struct Line: Sendable {
    package let heading: String
    package let path: FieldPath
    package let field: Field
    /// The record that it belongs to.
    package let group: String
  }

  package let kind: SubmissionKind
  package let lines: [Line]
  package let sheets: [ListSheet]

  /// The name of the sheet of single values.
  package static let headerSheet = "ข้อมูลทั่วไป"
  /// The name of the sheet of lists of texts.
  package static let textsSheet = "รายการย่อย"
  /// The heading of the numbers of elements.
  package static let numberHeading = "ลำดับที่"
  /// The name of the hidden sheet that says what kind the workbook is of.
  package static let markerSheet = "_krong"
  /// What stands in its first cell; the kind stands in the next.
  package static let marker = "krong-template-1"
  /// The names of sheets that the template adds.
  package static let instructionsSheet = "คำชี้แจง"
  package static let codesSheet = "_codes"

  /// The names of the sheet of findings in a workbook that was marked, Thai and English; it is never
  /// read as part of the submission.
  package static let findingsSheets = ["ข้อตรวจพบ (กรอง)", "Findings (Krong)"]

  /// The layout as a mapping.
  package var mapping: Mapping {
    var mapping = Mapping(id: kind.id, title: kind.title, kind: kind)
    mapping.isStandard = true
    mapping.singles = lines.map { line in
      Mapping.Single(
        field: line.path,
        sheets: [Self.headerSheet],
        spot: .label([line.heading]),
        isExpected: line.field.requirement == .always && line.path.steps.count == 1
      )
    }
    mapping.tables = sheets.flatMap(\.tables)
    return mapping
  }

  /// Derives the layout of a kind.
  package init(_ kind: SubmissionKind) {
    var builder = LayoutBuilder(kind: kind)
    builder.walk(kind.root, steps: [], group: "")
    builder.finish()
    self.kind = kind
    lines = builder.lines
    // What every submission must have comes first; the sheet of texts holds some of that.
    let ranks = builder.sheets.map { Self.rank($0, kind) }
    sheets = [0, 1, 2].flatMap { rank in
      builder.sheets.indices.filter { ranks[$0] == rank }.map { builder.sheets[$0] }
    }
  }
}

extension StandardLayout {
  /// How far in front a sheet stands: what is always asked for, what sometimes is, the rest.
  private static func rank(_ sheet: ListSheet, _ kind: SubmissionKind) -> Int {
    guard sheet.tables.count == 1, let list = sheet.tables.first?.list,
      case .field(let name)? = list.steps.first, let field = kind.root.field(name)
    else { return 0 }
    switch field.requirement {
    case .always where list.steps.count == 1: return 0
    case .no: return 2
    default: return 1
    }
  }
}

/// Walks through the fields of a kind.
private struct LayoutBuilder {
  let kind: SubmissionKind
  var lines: [StandardLayout.Line] = []
  var sheets: [StandardLayout.ListSheet] = []
  private var texts: [(path: FieldPath, field: Field, group: String)] = []
  private var headings = UniqueNames(longest: 200)
  private var names = UniqueNames(
    longest: 31,
    taken: [
      StandardLayout.headerSheet, StandardLayout.textsSheet, StandardLayout.markerSheet,
      StandardLayout.instructionsSheet, StandardLayout.codesSheet,
    ] + StandardLayout.findingsSheets
  )

  init(kind: SubmissionKind) {
    self.kind = kind
  }

  mutating func walk(_ record: RecordType, steps: [FieldPath.Step], group: String) {
    for field in record.writtenFields {
      let path = FieldPath(steps: steps + [.field(field.name)], type: field.type)
      switch field.type {
      case .record(let name):
        guard let inner = kind.records[name] else { continue }
        walk(inner, steps: path.steps, group: field.label.th)
      case .list(.record(let name)):
        guard let element = kind.records[name] else { continue }
        addList(path, field, element, group)
      case .list: texts.append((path, field, group))
      case .map(let element): addMap(path, field, element, group)
      default:
        let heading = headings.unique(field.label.th, group: group)
        lines.append(StandardLayout.Line(heading: heading, path: path, field: field, group: group))
      }
    }
  }

  /// A sheet for a list of records; lists inside an element go on in the rows below it.
  private mutating func addList(
    _ path: FieldPath,
    _ field: Field,
    _ element: RecordType,
    _ group: String
  ) {
    addSheet(path, field, element, group, isExpected: field.requirement == .always)
  }

  /// A sheet for a mapping with free keys.
  private mutating func addMap(
    _ path: FieldPath,
    _ field: Field,
    _ element: FieldType,
    _ group: String
  ) {
    addSheet(path, field, FieldsReader.entry(of: element), group, isExpected: false)
  }

  private mutating func addSheet(
    _ path: FieldPath,
    _ field: Field,
    _ element: RecordType,
    _ group: String,
    isExpected: Bool
  ) {
    let name = names.unique(SheetName.allowed(field.label.th), group: SheetName.allowed(group))
    var columns = ColumnBuilder(kind: kind, isExpected: isExpected)
    columns.walk(element, steps: [], group: "")
    let table = Mapping.Table(
      list: path,
      sheets: [name],
      header: [],
      headerRows: 1,
      end: .lastRow,
      columns: columns.columns,
      numberHeadings: [StandardLayout.numberHeading]
    )
    sheets.append(
      StandardLayout.ListSheet(
        name: name,
        title: field.label.th,
        tables: [table],
        columns: columns.shown
      )
    )
  }

  /// One sheet for all lists of texts, each in a column of its own.
  mutating func finish() {
    guard !texts.isEmpty else { return }
    var headings = UniqueNames(longest: 200, taken: [StandardLayout.numberHeading])
    var tables: [Mapping.Table] = []
    var shown: [StandardLayout.ListColumn] = []
    for (path, field, group) in texts {
      let heading = headings.unique(field.label.th, group: group)
      let type = field.type.element
      let value = FieldPath(steps: [.field("value")], type: type)
      let column = Mapping.Column(
        field: value,
        headings: [heading],
        constant: nil,
        separators: [],
        isExpected: field.requirement == .always && path.steps.count == 1
      )
      tables.append(
        Mapping.Table(
          list: path,
          sheets: [StandardLayout.textsSheet],
          header: [],
          headerRows: 1,
          end: .lastRow,
          columns: [column],
          numberHeadings: []
        )
      )
      shown.append(
        StandardLayout.ListColumn(heading: heading, field: field, type: type, group: group)
      )
    }
    sheets.append(
      StandardLayout.ListSheet(
        name: StandardLayout.textsSheet,
        title: StandardLayout.textsSheet,
        tables: tables,
        columns: shown
      )
    )
  }
}

/// The columns of a list of records.
private struct ColumnBuilder {
  let kind: SubmissionKind
  private let isExpected: Bool
  var columns: [Mapping.Column] = []
  var shown: [StandardLayout.ListColumn] = []
  private var headings = UniqueNames(longest: 200, taken: [StandardLayout.numberHeading])

  init(kind: SubmissionKind, isExpected: Bool) {
    self.kind = kind
    self.isExpected = isExpected
  }

  mutating func walk(_ record: RecordType, steps: [FieldPath.Step], group: String) {
    for field in record.writtenFields {
      let steps = steps + [.field(field.name)]
      switch field.type {
      case .record(let name):
        guard let inner = kind.records[name] else { continue }
        walk(inner, steps: steps, group: field.label.th)
      case .list(.record(let name)):
        guard let inner = kind.records[name] else { continue }
        walk(inner, steps: steps + [.each], group: field.label.th)
      case .list(let element): add(steps + [.each], field, element, group)
      case .map: continue
      default: add(steps, field, field.type, group)
      }
    }
  }

  private mutating func add(
    _ steps: [FieldPath.Step],
    _ field: Field,
    _ type: FieldType,
    _ group: String
  ) {
    let heading = headings.unique(field.label.th, group: group)
    columns.append(
      Mapping.Column(
        field: FieldPath(steps: steps, type: type),
        headings: [heading],
        constant: nil,
        separators: [],
        isExpected: isExpected && field.requirement == .always
      )
    )
    shown.append(
      StandardLayout.ListColumn(heading: heading, field: field, type: type, group: group)
    )
  }
}
