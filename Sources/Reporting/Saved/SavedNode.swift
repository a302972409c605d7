public import Diagnostics
import DocumentArena
import SourceText

extension DiagnosticCode {
  /// A file that is no saved report, or one of a version that is not known.
  public static let notAReport = DiagnosticCode("REPORT-001")
  /// A saved score that its results do not give.
  public static let scoreDiffers = DiagnosticCode("REPORT-002")
}

/// One value of a saved report, with ways to take it apart; what is not as it should be is thrown.
struct SavedNode {
  let document: Document
  let node: NodeID

  init(_ document: Document, _ node: NodeID) {
    self.document = document
    self.node = node
  }

  func wrong() -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .notAReport,
        .error,
        LocalizedText(
          th: "ไม่ใช่ผลตรวจที่บันทึกไว้ หรือแฟ้มเสียหายตั้งแต่ตรงนี้",
          en: "this is no saved report, or it is damaged from here on"
        ),
        at: Diagnostic.Place(
          file: document.source.name,
          position: document.position(of: node)
        ),
        help: LocalizedText(
          th: "ใช้แฟ้มที่ได้จาก krong check --output json=แฟ้ม โดยไม่แก้ไข",
          en: "give a file that krong check --output json=FILE wrote, unchanged"
        )
      )
    ])
  }

  /// A member that must be there; null is there.
  func member(_ key: String) throws(DiagnosticError) -> SavedNode {
    guard let child = document.child(of: node, key) else { throw wrong() }
    return SavedNode(document, child)
  }

  /// A member with something in it; nil when it is null or absent.
  func value(_ key: String) -> SavedNode? {
    guard let child = document.child(of: node, key), document.kind(of: child) != .null else {
      return nil
    }
    return SavedNode(document, child)
  }

  var isNull: Bool { document.kind(of: node) == .null }

  var elements: [SavedNode] {
    guard document.kind(of: node) == .list else { return [] }
    return document.children(of: node).map { SavedNode(document, $0) }
  }

  /// The elements of a list that must be there.
  func list(_ key: String) throws(DiagnosticError) -> [SavedNode] {
    let child = try member(key)
    guard document.kind(of: child.node) == .list else { throw child.wrong() }
    return child.elements
  }

  func text() throws(DiagnosticError) -> String {
    guard document.kind(of: node) == .string else { throw wrong() }
    return document.text(of: node)
  }

  func text(_ key: String) throws(DiagnosticError) -> String { try member(key).text() }

  func optionalText(_ key: String) throws(DiagnosticError) -> String? {
    guard let child = value(key) else { return nil }
    return try child.text()
  }

  func texts(_ key: String) throws(DiagnosticError) -> [String] {
    var texts: [String] = []
    for element in try list(key) { texts.append(try element.text()) }
    return texts
  }

  /// The texts of a list that earlier versions did not write; none where it is absent.
  func optionalTexts(_ key: String) throws(DiagnosticError) -> [String] {
    value(key) == nil ? [] : try texts(key)
  }

  func int() throws(DiagnosticError) -> Int {
    guard let number = Int(document.text(of: node)) else { throw wrong() }
    return number
  }

  func int(_ key: String) throws(DiagnosticError) -> Int { try member(key).int() }

  func optionalInt(_ key: String) throws(DiagnosticError) -> Int? {
    guard let child = value(key) else { return nil }
    return try child.int()
  }

  func bool(_ key: String, or standard: Bool? = nil) throws(DiagnosticError) -> Bool {
    if let standard, value(key) == nil { return standard }
    let child = try member(key)
    guard document.kind(of: child.node) == .bool else { throw child.wrong() }
    return document.bytes(of: child.node).first == UInt8(ascii: "t")
  }

  func choice<Choice: RawRepresentable>(
    _ key: String,
    _ type: Choice.Type
  ) throws(DiagnosticError) -> Choice where Choice.RawValue == String {
    let child = try member(key)
    guard let choice = type.init(rawValue: try child.text()) else { throw child.wrong() }
    return choice
  }

  func localized() throws(DiagnosticError) -> LocalizedText {
    LocalizedText(th: try text("th"), en: try text("en"))
  }

  func localized(_ key: String) throws(DiagnosticError) -> LocalizedText {
    try member(key).localized()
  }

  func optionalLocalized(_ key: String) throws(DiagnosticError) -> LocalizedText? {
    guard let child = value(key) else { return nil }
    return try child.localized()
  }

  /// A path as ``DocumentPath/description`` writes it.
  func path() throws(DiagnosticError) -> DocumentPath {
    var steps: [DocumentPath.Step] = []
    var name = ""
    var number: Int?
    for scalar in try text().unicodeScalars {
      switch scalar {
      case "." where number == nil, "[" where number == nil:
        if !name.isEmpty { steps.append(.key(name)) }
        name = ""
        if scalar == "[" { number = 0 }
      case "]":
        if let index = number { steps.append(.index(index)) }
        number = nil
      default:
        if let value = number {
          guard (0x30...0x39).contains(scalar.value), value < 1_000_000_000 else { throw wrong() }
          number = value * 10 + Int(scalar.value - 0x30)
        } else {
          name.unicodeScalars.append(scalar)
        }
      }
    }
    if !name.isEmpty { steps.append(.key(name)) }
    return DocumentPath(steps)
  }
}
