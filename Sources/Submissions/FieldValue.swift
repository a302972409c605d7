public import DocumentArena
public import PlanValues
import ThaiText

/// A scalar of a submission read as the type of its field: what rules compute with.
public enum FieldValue: Hashable, Sendable {
  /// Nothing: null, empty, only spaces or only dashes.
  case blank
  /// Text, or a code as it stands.
  case text(String)
  /// A whole number or a Buddhist-era year.
  case int(Int64)
  /// An exact number.
  case decimal(ExactDecimal)
  /// An amount.
  case money(Money)
  /// A day.
  case date(CalendarDate)
  /// True or false.
  case bool(Bool)
  /// Something that is not of the type: STR-002, or STR-004 for a date in the Buddhist era.
  case unreadable(StructureCode)

  /// Reads a node as a type; lists, mappings and records are unreadable unless they are blank.
  ///
  /// Thai digits count as digits. Numbers, amounts and dates may be written as text, an amount with
  /// commas and the word baht; a text may be written as a number. Truth values are only true and
  /// false. Codes are not looked up.
  public init(_ node: NodeID, as type: FieldType, in document: Document) {
    switch document.kind(of: node) {
    case .null: self = .blank
    case .list, .map:
      self = document.isBlank(node) ? .blank : .unreadable(.wrongType)
    case .bool: self = Self.bool(node, type, document)
    case .int, .double: self = Self.number(node, type, document)
    case .string: self = Self.string(node, type, document)
    }
  }

  private static func bool(_ node: NodeID, _ type: FieldType, _ document: Document) -> FieldValue {
    guard type == .bool else { return .unreadable(.wrongType) }
    return .bool(document.bytes(of: node).first.map { $0 | 0x20 } == UInt8(ascii: "t"))
  }

  private static func number(
    _ node: NodeID,
    _ type: FieldType,
    _ document: Document
  ) -> FieldValue {
    switch type {
    case .text, .code, .catalogue: return .text(document.text(of: node))
    case .int, .beYear:
      let text = document.text(of: node)
      if let whole = Int64(text) ?? ExactDecimal(literal: text)?.whole {
        return year(whole, type)
      }
    case .decimal:
      if let number = ExactDecimal(literal: document.text(of: node)) { return .decimal(number) }
    case .money:
      if let amount = Money(literal: document.text(of: node)) { return .money(amount) }
    default: break
    }
    return .unreadable(.wrongType)
  }

  private static func string(
    _ node: NodeID,
    _ type: FieldType,
    _ document: Document
  ) -> FieldValue {
    let text = document.text(of: node)
    guard !isBlank(text) else { return .blank }
    switch type {
    case .text, .code, .catalogue: return .text(text)
    case .int, .beYear:
      if let whole = ExactDecimal(text)?.whole { return year(whole, type) }
    case .decimal:
      if let number = ExactDecimal(text) { return .decimal(number) }
    case .money:
      if let amount = Money(text) { return .money(amount) }
    case .date: return date(text)
    default: break
    }
    return .unreadable(.wrongType)
  }

  /// Years have four digits; which of them are meant is the rules' matter.
  private static func year(_ number: Int64, _ type: FieldType) -> FieldValue {
    guard type == .beYear, !(1000...9999).contains(number) else { return .int(number) }
    return .unreadable(.wrongType)
  }

  private static func date(_ text: String) -> FieldValue {
    guard let reading = CalendarDate.read(text) else {
      return .unreadable(isBuddhistISO(text) ? .buddhistDate : .wrongType)
    }
    switch reading.form {
    case .ce: return .date(reading.date)
    // Dates are ISO (requirements, section A): 25/06/2025 and 25 June 2025 are not of the type.
    case .ceWritten: return .unreadable(.wrongType)
    case .beTypedAsCE, .be, .beTwoDigits: return .unreadable(.buddhistDate)
    }
  }

  /// A day that only the wrong era makes impossible: 2568-02-29 has the form and a year over 2400.
  private static func isBuddhistISO(_ text: String) -> Bool {
    let parts = ThaiDigits.toArabic(text).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, parts[0].utf8.count == 4 else { return false }
    return numbers[0] > DateReading.lastCommonEraYear && (1...12).contains(numbers[1])
      && (1...31).contains(numbers[2])
  }
}

extension Document {
  /// Whether a value says nothing (requirements, section A).
  ///
  /// That is null, empty, only spaces or only dashes; of a list or mapping, when everything in it is
  /// blank. 0 and false are not. Stops at the first value that says something.
  public func isBlank(_ node: NodeID) -> Bool {
    switch kind(of: node) {
    case .null: return true
    case .bool, .int, .double: return false
    case .string:
      guard let first = bytes(of: node).first else { return true }
      // Most texts begin with a letter or digit; only others need to be looked through.
      if first < 0x80, first > 0x2F { return false }
      return ThaiText.isBlank(text(of: node))
    case .list, .map:
      // Nodes of a subtree follow one another, so no recursion is needed.
      var index = node.rawValue + 1
      let end = self.node(node).end
      while index < end {
        let child = NodeID(index)
        switch kind(of: child) {
        case .list, .map: break
        default: if !isBlank(child) { return false }
        }
        index += 1
      }
      return true
    }
  }
}
