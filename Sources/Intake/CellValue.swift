import DocumentArena
import SourceText
import Spreadsheets
import Submissions
import ThaiText

/// What a cell holds as a scalar of the arena.
struct CellValue {
  let kind: NodeKind
  let text: String

  static let null = CellValue(kind: .null, text: "")

  /// Whether it says nothing.
  var isBlank: Bool {
    switch kind {
    case .null: true
    case .string: ThaiText.isBlank(text)
    default: false
    }
  }

  /// Reads a cell for a field of a type; names of codes become the codes.
  init(_ content: CellContent, as type: FieldType, _ names: CodeNames?) {
    switch content {
    case .text(let text): self.init(text: text, as: type, names)
    case .number(let text): self.init(number: text, as: type)
    case .percentage(let text): self.init(number: text, as: type)
    case .date(let iso): self.init(date: iso, as: type)
    case .boolean(let isTrue): self.init(kind: .bool, text: isTrue ? "true" : "false")
    case .failure(let text): self = Self.unreadable(text, as: type)
    case .uncomputed: self = Self.unreadable("= (สูตรที่ยังไม่ได้คำนวณ)", as: type)
    }
  }

  /// Reads a text for a field of a type.
  init(text: String, as type: FieldType, _ names: CodeNames?) {
    if type == .decimal, let number = PercentText.number(text) {
      self.init(kind: .string, text: number)
      return
    }
    guard let names, let code = names.code(text) else {
      self.init(kind: .string, text: text)
      return
    }
    self.init(kind: type == .bool ? .bool : .string, text: code)
  }

  /// A constant of a mapping; plain digits are a number where one is asked for.
  init(constant text: String, as type: FieldType, _ names: CodeNames?) {
    let isNumber = [.int, .beYear, .money, .decimal].contains(type)
    if isNumber, text.utf8.count <= 15, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      self.init(number: text, as: type)
    } else {
      self.init(text: text, as: type, names)
    }
  }

  private init(kind: NodeKind, text: String) {
    self.kind = kind
    self.text = text
  }

  private init(number text: String, as type: FieldType) {
    let isWhole = !text.utf8.contains(UInt8(ascii: "."))
    self.init(kind: isWhole ? .int : .double, text: text)
  }

  /// A day with a time is the day, where a day is asked for.
  private init(date iso: String, as type: FieldType) {
    self.init(kind: .string, text: type == .date ? String(iso.prefix { $0 != "T" }) : iso)
  }

  /// Something that is there but cannot be read: of the wrong type for every field, so that rules take
  /// it for unknown and never for absent.
  private static func unreadable(_ text: String, as type: FieldType) -> CellValue {
    CellValue(kind: type == .bool ? .string : .bool, text: text)
  }
}

/// Percentages as people type them: `80%`, `ร้อยละ 80`, `๘๐ %`.
///
/// A cell with the format of a percentage reads as the number that people see, and so does the text.
private enum PercentText {
  private static let words = ["ร้อยละ", "เปอร์เซ็นต์", "%", "％"]

  /// The number without the word or sign, which stands in front or behind; nil for all other texts.
  static func number(_ text: String) -> String? {
    let trimmed = ListText.trimmed(text)
    for word in words {
      let rest: String
      if trimmed.hasPrefix(word) {
        rest = String(trimmed.dropFirst(word.count))
      } else if trimmed.hasSuffix(word) {
        rest = String(trimmed.dropLast(word.count))
      } else {
        continue
      }
      let number = ListText.trimmed(rest)
      let isNumber = number.unicodeScalars.allSatisfy { scalar in
        ("0"..."9").contains(scalar) || ("๐"..."๙").contains(scalar) || scalar == "."
          || scalar == ","
      }
      return isNumber && !number.isEmpty ? number : nil
    }
    return nil
  }
}
