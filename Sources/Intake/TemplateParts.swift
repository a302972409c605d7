import Catalogues
import Diagnostics
import Spreadsheets
import Submissions

/// How the cells of a template look.
struct TemplateLooks {
  private static let base = CellStyle().with {
    $0.fontSize = 14
    $0.isWrapped = true
  }
  private static let bordered = base.with { $0.hasBorder = true }

  let text = base
  let title = CellStyle().with {
    $0.fontSize = 18
    $0.isBold = true
  }
  let heading = bordered.with {
    $0.isBold = true
    $0.alignment = .center
    $0.fillColor = "DCE6F1"
  }
  let requiredHeading = bordered.with {
    $0.isBold = true
    $0.alignment = .center
    $0.fillColor = "FFE699"
  }
  let group = bordered.with {
    $0.isBold = true
    $0.fillColor = "EDEDED"
  }
  let label = bordered.with { $0.fillColor = "F7F7F7" }
  let help = bordered.with {
    $0.textColor = "595959"
    $0.fillColor = "F7F7F7"
    $0.fontSize = 12
  }
  let number = bordered.with {
    $0.alignment = .center
    $0.isLocked = false
  }
  let sum = bordered.with {
    $0.isBold = true
    $0.fillColor = "E2EFDA"
    $0.numberFormat = "#,##0.00"
  }
  let sumLabel = bordered.with {
    $0.isBold = true
    $0.fillColor = "E2EFDA"
  }

  /// A cell for a value of a type.
  func value(_ type: FieldType, isLocked: Bool) -> CellStyle {
    Self.bordered.with { style in
      style.isLocked = isLocked
      if isLocked { style.fillColor = "EDEDED" }
      switch type {
      case .money: style.numberFormat = "#,##0.00"
      case .date:
        style.numberFormat = "yyyy-mm-dd"
        style.alignment = .center
      case .text, .code, .catalogue: style.numberFormat = "@"
      default: break
      }
    }
  }

  /// The width of a column for values of a type, in characters.
  func width(_ type: FieldType) -> Double {
    switch type {
    case .money: 20
    case .date, .int, .beYear, .bool: 16
    case .decimal: 16
    case .code, .catalogue: 26
    default: 30
    }
  }
}

/// What is said about a field beside its cell.
struct FieldHelp {
  let text: String

  init(_ field: Field, _ type: FieldType) {
    var parts: [String] = []
    switch field.requirement {
    case .no: break
    case .always: parts.append("ต้องกรอก")
    case .only(let jobs, let stage):
      var text = "ต้องกรอก"
      if let jobs {
        text += "สำหรับงานที่ " + jobs.map { String($0) }.joined(separator: ", ")
      }
      if stage != nil { text += jobs == nil ? "ตั้งแต่รับเรื่องแล้ว" : " ตั้งแต่รับเรื่องแล้ว" }
      parts.append(text)
    }
    switch type.element {
    case .date: parts.append("วันที่ ปี ค.ศ. เช่น 2025-11-05")
    case .beYear: parts.append("ปี พ.ศ. สี่หลัก")
    case .money: parts.append("จำนวนเงิน (บาท)")
    case .code, .catalogue, .bool: parts.append("เลือกจากรายการ")
    default: break
    }
    let clauses = field.clauses.compactMap(Self.clause)
    if !clauses.isEmpty { parts.append("ที่มา: คู่มือ " + clauses.joined(separator: "; ")) }
    text = parts.joined(separator: " · ")
  }

  /// `J2 §4.1` as people say it.
  private static func clause(_ text: String) -> String? {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let job = parts.first, job.hasPrefix("J") else { return nil }
    let clause = parts.count > 1 ? " ข้อ " + parts[1].filter { $0 != "§" } : ""
    return "งานที่ \(job.dropFirst())\(clause)"
  }
}

/// The hidden sheet of the names that drop-downs offer, one list a column.
struct CodeColumns {
  private let kind: SubmissionKind
  private let catalogues: CatalogueSet
  private var columns: [(type: FieldType, names: CodeNames)] = []

  init(_ kind: SubmissionKind, _ catalogues: CatalogueSet) {
    self.kind = kind
    self.catalogues = catalogues
  }

  /// The name of a code.
  func name(of code: String, in type: FieldType) -> String? {
    CodeNames(type, in: kind, catalogues)?.name(code)
  }

  /// What may be typed into a cell.
  struct Rule {
    var validation: CellValidation

    /// The rule for some cells.
    func with(_ range: CellRange, _ title: String) -> CellValidation {
      var validation = validation
      validation.range = range
      // Excel shows at most 32 characters of a heading.
      validation.promptTitle = String(String.UnicodeScalarView(title.unicodeScalars.prefix(32)))
      return validation
    }
  }

  /// The rule for the values of a field; nil where anything may be typed.
  mutating func rule(_ field: Field, _ type: FieldType, of kind: SubmissionKind) -> Rule? {
    let anywhere = CellRange(CellPlace(row: 1, column: 1), CellPlace(row: 1, column: 1))
    func rule(_ rule: CellValidation.Rule, _ prompt: String, isStrict: Bool) -> Rule {
      Rule(
        validation: CellValidation(
          range: anywhere,
          rule: rule,
          prompt: prompt,
          isStrict: isStrict,
          refusal: prompt
        )
      )
    }
    switch type.element {
    case .date: return rule(.date, "วันที่ ปี ค.ศ. เช่น 2025-11-05", isStrict: false)
    case .money, .decimal: return rule(.number, "พิมพ์เป็นตัวเลข", isStrict: false)
    case .beYear: return rule(.whole(2400, 2700), "ปี พ.ศ. สี่หลัก เช่น 2569", isStrict: false)
    case .int:
      guard let least = field.minValue, let most = field.maxValue else { return nil }
      let jobs = kind.jobs.map { String($0) }.joined(separator: ", ")
      let prompt = field.name == "job" ? "งานที่ \(jobs)" : "จำนวนเต็ม \(least) ถึง \(most)"
      return rule(.whole(Int(least), Int(most)), prompt, isStrict: false)
    case .code, .catalogue, .bool:
      guard let range = range(of: type.element) else { return nil }
      let isStrict = field.unknownCode != nil
      return rule(.list(range), "เลือกจากรายการ", isStrict: isStrict)
    default: return nil
    }
  }

  private mutating func range(of type: FieldType) -> String? {
    var index = columns.firstIndex { $0.type == type }
    if index == nil, let names = CodeNames(type, in: kind, catalogues), !names.shown.isEmpty {
      columns.append((type, names))
      index = columns.count - 1
    }
    guard let index else { return nil }
    let letters = CellPlace.columnName(index + 1)
    let last = columns[index].names.shown.count
    return "\(StandardLayout.codesSheet)!$\(letters)$1:$\(letters)$\(last)"
  }

  /// The sheet, once all rules are made.
  func sheet(_ looks: TemplateLooks) -> SheetContent {
    var sheet = SheetContent(name: StandardLayout.codesSheet)
    sheet.isHidden = true
    for (index, column) in columns.enumerated() {
      for (row, name) in column.names.shown.enumerated() {
        sheet.set(CellPlace(row: row + 1, column: index + 1), .text(name), looks.text)
      }
    }
    return sheet
  }
}
