// Intake turns what people work with, Excel workbooks, CSV files and Word documents, into documents
// of the arena, each value at the cell or paragraph in which it stands. Which cell means which field is
// data: a mapping, written by an office or derived from a kind. Nothing after it knows of cells.

package import Diagnostics
package import Spreadsheets
package import Submissions

/// What the cells of a workbook, or the paragraphs of a Word document, mean.
package struct Mapping: Sendable {
  /// A constant that no cell holds.
  package struct Constant: Sendable {
    package let field: FieldPath
    package let text: String
  }

  /// Where a single value stands.
  package struct Single: Sendable {
    /// How its cell is found.
    package enum Spot: Sendable {
      /// At a fixed place.
      case cell(CellPlace)
      /// To the right of a label.
      case label([String])
    }

    package let field: FieldPath
    package let sheets: [String]
    package let spot: Spot
    /// Whether a workbook without it lacks something that people should hear of.
    package var isExpected = true
  }

  /// A column of a table.
  package struct Column: Sendable {
    package let field: FieldPath
    /// The headings under which it may stand; of a constant none.
    package let headings: [String]
    package let constant: String?
    /// What separates the entries of a list in one cell; empty for one entry a row.
    package let separators: [String]
    /// Whether a workbook without it lacks something that people should hear of.
    package let isExpected: Bool
  }

  /// Where a table ends.
  package enum End: Sendable {
    /// At the last row that holds something.
    case lastRow
    /// Before the first blank row.
    case blankRow
    /// Before the row whose first text begins with one of these.
    case text([String])
  }

  /// A list of the submission as a table.
  package struct Table: Sendable {
    package let list: FieldPath
    /// The sheets, by name; none for all that have the headings.
    package let sheets: [String]
    /// The headings that the row of headings has in any case.
    package let header: [String]
    /// How many rows the headings take; nil for one, or two where two have more of the headings.
    package let headerRows: Int?
    package let end: End
    package let columns: [Column]
    /// The headings of the number of an element: not a field, but where it is given an element begins.
    package let numberHeadings: [String]
  }

  /// A section of a Word document.
  package struct Section: Sendable {
    package let field: FieldPath
    package let headings: [String]
    /// The columns of its table, for lists of records; nil when its paragraphs hold the value.
    package let columns: [Column]?
    /// Which side of a dash or `ถึง` is meant, of two; nil for the whole text.
    package let side: Int?
  }

  /// The name, such as `area-office-plan-2569`.
  package let id: String
  package let title: LocalizedText
  /// The kind of submission.
  package let kind: SubmissionKind
  package var constants: [Constant] = []
  package var singles: [Single] = []
  package var tables: [Table] = []
  package var sections: [Section] = []
  /// Whether it was derived from the kind.
  package var isStandard = false
}

extension Mapping {
  /// Whether one of its own entries gives the kind; else the kind is that of the mapping.
  var givesKind: Bool {
    let steps: [FieldPath.Step] = [.field("kind")]
    return constants.contains { $0.field.steps == steps }
      || singles.contains { $0.field.steps == steps }
      || sections.contains { $0.field.steps == steps }
  }

  /// The way to the kind of a submission.
  var kindPath: FieldPath? { try? FieldPath.read("kind", below: kind.root, in: kind) }
}

/// The way from the submission to a value, lists on it known.
package struct FieldPath: Hashable, Sendable {
  /// One step down.
  package enum Step: Hashable, Sendable {
    /// To a field of a record.
    case field(String)
    /// To each element of a list.
    case each
    /// To one element of a list, from 0.
    case element(Int)
  }

  package var steps: [Step]
  /// The type of what stands at its end.
  package let type: FieldType

  /// The path of a column of a list of single values, as one to the element itself.
  var asElement: FieldPath { FieldPath(steps: [], type: type) }

  /// The path as mappings write it.
  package var text: String {
    steps.compactMap { step in
      switch step {
      case .field(let name): name
      case .each: nil
      case .element(let number): String(number)
      }
    }.joined(separator: ".")
  }
}

/// Why a path is none.
package struct PathProblem: Error {
  /// The part that is not known.
  let part: String
  /// What could stand there.
  let among: [String]
}

extension FieldPath {
  /// Reads a path below a record, such as `schedule.start` or `alignments.0.plan`.
  ///
  /// With `toList` the path may end at a list; else the end of a list means each of its elements.
  package static func read(
    _ text: String,
    below record: RecordType,
    in kind: SubmissionKind,
    toList: Bool = false
  ) throws(PathProblem) -> FieldPath {
    var steps: [Step] = []
    var type = FieldType.record(record.name)
    var current: RecordType? = record
    for part in text.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      if case .list(let element) = type {
        if let number = Int(part), (0..<100).contains(number) {
          steps.append(.element(number))
          (type, current) = (element, Self.record(element, kind))
          continue
        }
        steps.append(.each)
        (type, current) = (element, Self.record(element, kind))
      }
      guard let record = current, let field = record.field(part) else {
        throw PathProblem(part: part, among: current?.fields.map(\.name) ?? [])
      }
      steps.append(.field(part))
      (type, current) = (field.type, Self.record(field.type, kind))
    }
    if !toList, case .list(let element) = type {
      steps.append(.each)
      type = element
    }
    return FieldPath(steps: steps, type: type)
  }

  private static func record(_ type: FieldType, _ kind: SubmissionKind) -> RecordType? {
    guard case .record(let name) = type else { return nil }
    return kind.records[name]
  }
}
