package import Diagnostics
package import DocumentArena
package import DocumentReading
package import SourceText

/// Writes a YAML file in the one form of the project.
package enum FileLayout {
  /// The file in its form: UTF-8 without byte order mark, lines ended by LF.
  ///
  /// The result is read again before it is given: it has the same tree, whatever the order of keys, and the
  /// same comments.
  ///
  /// - Parameters:
  ///   - source: The file; one YAML document.
  ///   - order: The order of its keys; without it they stay as they are.
  /// - Returns: The bytes.
  /// - Throws: What is wrong with the file, or that it is written in a way that cannot be kept.
  package static func formatted(
    _ source: SourceFile,
    order: (Document) -> KeyOrder?
  ) throws(DiagnosticError) -> [UInt8] {
    let document = try YAMLReader.readOne(source)
    guard let outline = YAMLOutline.outline(of: source) else { throw unusual(source) }
    var reader = LayoutReader(outline)
    guard var tree = reader.read() else { throw unusual(source) }
    if let order = order(document) { tree = tree.ordered(by: order) }
    var printer = LayoutPrinter()
    printer.write(tree)
    guard isSame(source, document, outline, printer.output) else { throw unusual(source) }
    return printer.output
  }

  /// Whether a file and its new form have the same tree and the same comments.
  private static func isSame(
    _ source: SourceFile,
    _ document: Document,
    _ outline: YAMLOutline,
    _ output: [UInt8]
  ) -> Bool {
    guard output != source.bytes else { return true }
    let written = SourceFile(name: source.name, bytes: output)
    guard let new = try? YAMLReader.readOne(written), let after = try? YAMLOutline.read(written)
    else { return false }
    return TreeComparison(document, new).areEqual && comments(outline) == comments(after)
  }

  /// The comments, sorted, since they move with their keys.
  package static func comments(_ outline: YAMLOutline) -> [[UInt8]] {
    outline.comments.map { Array(outline.bytes[$0.range]) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func unusual(_ source: SourceFile) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .layoutUnusual,
        .error,
        LocalizedText(
          th: "จัดรูปแบบแฟ้มนี้ไม่ได้โดยไม่เปลี่ยนความหมายหรือหมายเหตุ แฟ้มจึงคงเดิม",
          en:
            "this file cannot be laid out without a change of meaning or comments, so it is left as it is"
        ),
        at: Diagnostic.Place(file: source.name, position: nil),
        help: LocalizedText(
          th: "ตรวจคีย์ที่ขึ้นต้นด้วย ? บรรทัด % เครื่องหมาย ... และหมายเหตุที่อยู่ก่อนวงเล็บ แล้วเขียนแบบธรรมดา",
          en:
            "look for keys that begin with `?`, lines that begin with %, an explicit end `...`, and comments in unusual places, and write them plainly"
        )
      )
    ])
  }
}

/// Compares two trees without regard to the order of keys.
package struct TreeComparison {
  private let old: Document
  private let new: Document

  /// Two readings.
  package init(_ old: Document, _ new: Document) {
    self.old = old
    self.new = new
  }

  /// Whether both say the same.
  package var areEqual: Bool { areEqual(old.root, new.root) }

  private func areEqual(_ a: NodeID, _ b: NodeID) -> Bool {
    guard old.kind(of: a) == new.kind(of: b), old.count(of: a) == new.count(of: b) else {
      return false
    }
    switch old.kind(of: a) {
    case .map:
      return old.children(of: a).allSatisfy { child in
        new.child(of: b, old.keyName(of: child)).map { areEqual(child, $0) } ?? false
      }
    case .list:
      return zip(old.children(of: a), new.children(of: b)).allSatisfy { areEqual($0, $1) }
    default:
      return old.bytes(of: a).elementsEqual(new.bytes(of: b))
    }
  }
}
