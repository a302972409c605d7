import Catalogues
import Diagnostics
import DocumentArena
import PlanValues
import ThaiText

/// What a value should have been, in words.
enum ExpectedType {
  case text
  case list
  case mapping
  /// A number with commas, which YAML takes apart inside braces.
  case quotedNumber
  /// An amount with parts of a satang.
  case wholeSatang
  case shortText(most: Int)
  case shortList(most: Int)
  case scalar(FieldType, min: Int64?, max: Int64?)

  init(_ type: FieldType, _ field: Field) {
    self = type == .text ? .text : .scalar(type, min: field.minValue, max: field.maxValue)
  }

  var words: LocalizedText {
    switch self {
    case .text: LocalizedText(th: "ข้อความ", en: "text")
    case .list: LocalizedText(th: "รายการ", en: "list")
    case .mapping: LocalizedText(th: "กลุ่มช่องข้อมูล", en: "group of fields")
    case .wholeSatang:
      LocalizedText(
        th: "จำนวนเงิน ทศนิยมไม่เกิน 2 ตำแหน่ง",
        en: "amount with at most 2 decimals"
      )
    case .quotedNumber:
      LocalizedText(
        th: "ตัวเลขในเครื่องหมายคำพูด เพราะในวงเล็บปีกกา { } จุลภาคแยกช่องข้อมูล",
        en: "number in quotes, since inside braces a comma ends it,"
      )
    case .shortText(let most):
      LocalizedText(th: "ข้อความไม่เกิน \(most) อักขระ", en: "text of at most \(most) characters")
    case .shortList(let most):
      LocalizedText(th: "รายการไม่เกิน \(most) รายการ", en: "list of at most \(most) entries")
    case .scalar(let type, let min, let max): Self.bounded(Self.name(type), min, max)
    }
  }

  /// The words for a number that is too large for any field.
  static func largestNumber(_ type: ExpectedType) -> LocalizedText {
    let most =
      if case .scalar(.money, _, _) = type {
        "92,233,720,368,547,758.07"
      } else {
        "9,223,372,036,854,775,807"
      }
    return LocalizedText(th: "ตัวเลขไม่เกิน \(most)", en: "number of at most \(most)")
  }

  private static func name(_ type: FieldType) -> LocalizedText {
    switch type {
    case .int: LocalizedText(th: "จำนวนเต็ม", en: "integer")
    case .decimal, .money: LocalizedText(th: "ตัวเลข", en: "number")
    case .beYear: LocalizedText(th: "ปี พ.ศ.", en: "year in B.E.")
    case .date: LocalizedText(th: "วันที่ (ค.ศ. ปปปป-ดด-วว)", en: "date in C.E., yyyy-mm-dd")
    case .bool: LocalizedText(th: " true (ใช่) หรือ false (ไม่ใช่)", en: "true or false")
    default: LocalizedText(th: "ข้อความ", en: "text")
    }
  }

  private static func bounded(_ name: LocalizedText, _ min: Int64?, _ max: Int64?) -> LocalizedText
  {
    switch (min, max) {
    case (let min?, let max?):
      LocalizedText(th: "\(name.th) \(min) ถึง \(max)", en: "\(name.en) from \(min) to \(max)")
    case (let min?, nil):
      LocalizedText(th: "\(name.th)ตั้งแต่ \(min) ขึ้นไป", en: "\(name.en) of at least \(min)")
    case (nil, let max?):
      LocalizedText(th: "\(name.th)ไม่เกิน \(max)", en: "\(name.en) of at most \(max)")
    case (nil, nil): name
    }
  }
}

extension StructureCheck {
  mutating func wrongType(_ node: NodeID, _ type: ExpectedType) {
    let words = isTooLarge(node, type) ? ExpectedType.largestNumber(type) : type.words
    let values = ["value": shown(node), "type": words.en, "type_th": words.th]
    add(StructureFinding(.wrongType, at: node, values: values))
  }

  /// Whether a value is a number, but one that no field can hold.
  private func isTooLarge(_ node: NodeID, _ type: ExpectedType) -> Bool {
    guard case .scalar(let type, _, nil) = type, [.int, .money].contains(type),
      ![.list, .map].contains(document.kind(of: node))
    else { return false }
    let text = ThaiDigits.toArabic(document.text(of: node))
    let whole = text.utf8.drop { $0 == UInt8(ascii: "-") }.prefix { $0 != UInt8(ascii: ".") }
    let isNumber = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
    return isNumber && whole.count { $0 != UInt8(ascii: ",") } > 16
  }

  /// A value as a sentence shows it: cut to a length, on one line; containers by their brackets.
  func shown(_ node: NodeID) -> String {
    switch document.kind(of: node) {
    case .list: "[…]"
    case .map: "{…}"
    default: ShownText.cut(document.text(of: node), to: 80)
    }
  }

  /// The values of a field that must be unique in a list, or within those of another field.
  mutating func checkUnique(_ field: Field, in list: NodeID) {
    guard let key = document.keys.find(field.name), document.count(of: list) > 1 else { return }
    let group = field.uniqueWithin.flatMap { document.keys.find($0) }
    var known: [[UInt8]: NodeID] = [:]
    for element in document.children(of: list) {
      guard let node = document.child(of: element, key), !document.isBlank(node),
        document.count(of: node) == 0
      else { continue }
      var identity = IDText.key(node, document)
      if let group, let within = document.child(of: element, group), !document.isBlank(within) {
        identity = IDText.key(within, document) + [0] + identity
      } else if field.uniqueWithin != nil {
        identity = [0] + identity
      }
      if let first = known[identity] {
        let values = ["value": shown(node)]
        add(StructureFinding(.duplicateID, at: node, values: values, related: first))
      } else {
        known[identity] = node
      }
    }
  }
}

/// Ids as they are compared: spaces at the ends and the script of digits make no difference.
enum IDText {
  static func key(_ node: NodeID, _ document: Document) -> [UInt8] {
    let bytes = document.bytes(of: node)
    let isSimple = bytes.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    guard !isSimple else { return Array(bytes) }
    return Array(ThaiNormalizer.normalize(document.text(of: node), digits: .arabic).utf8)
  }
}

/// Texts of a submission inside sentences.
enum ShownText {
  /// The text on one line, cut to a number of scalars.
  static func cut(_ text: String, to limit: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == limit {
        scalars.append("…")
        break
      }
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }
}

extension Field {
  /// Whether a number is within the bounds of the field.
  func allows(_ number: Int64) -> Bool {
    (minValue.map { $0 <= number } ?? true) && (maxValue.map { number <= $0 } ?? true)
  }

  /// Whether an exact number is within the bounds of the field.
  func allows(_ number: ExactDecimal) -> Bool {
    let isLarge = minValue.flatMap { ExactDecimal($0) }.map { $0 <= number } ?? true
    let isSmall = maxValue.flatMap { ExactDecimal($0) }.map { number <= $0 } ?? true
    return isLarge && isSmall
  }

  /// Whether an amount is within the bounds of the field, which are in baht.
  func allows(_ amount: Money) -> Bool {
    let isLarge = minValue.flatMap { Money(baht: $0) }.map { $0 <= amount } ?? true
    let isSmall = maxValue.flatMap { Money(baht: $0) }.map { amount <= $0 } ?? true
    return isLarge && isSmall
  }
}

extension Catalogue {
  /// Whether a name or alias of an item is the text, compared as Thai text.
  func hasItem(called text: String) -> Bool {
    items.contains { item in
      ThaiNormalizer.same(item.name.th, text) || ThaiNormalizer.same(item.name.en, text)
        || item.aliases.contains { ThaiNormalizer.same($0, text) }
    }
  }
}
