import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import SourceText
import Submissions

/// Turns targets into the places that findings show: position, length, label.
struct PlaceNames {
  let scope: SubmissionScope

  func place(_ target: PlaceTarget?) -> FindingPlace {
    let target =
      target ?? PlaceTarget(document: 0, node: scope.submission.document.root, missing: [])
    let index = Int(target.document)
    let document =
      index < scope.documents.count ? scope.documents[index] : scope.submission.document
    let (start, nodes) = scope.paths.path(of: target.node, in: target.document)
    let path = DocumentPath(start.steps + target.missing)
    let (position, length) = spot(target, in: document, start)
    return FindingPlace(
      file: document.source.name,
      path: path,
      position: position,
      length: length,
      isAbsent: !target.missing.isEmpty,
      label: label(path, along: nodes, document),
      scheme: document.scheme
    )
  }

  /// The value of a scalar or of what says nothing, the key of what holds others, and for what is
  /// absent the key of the nearest thing that exists.
  private func spot(
    _ target: PlaceTarget,
    in document: Document,
    _ path: DocumentPath
  ) -> (SourcePosition?, UInt32) {
    let kind = document.kind(of: target.node)
    let isContainer = kind == .list || kind == .map
    let node = document.node(target.node)
    if isContainer, target.missing.isEmpty, node.keyLineDistance == 0, node.key != .none,
      document.isBlank(target.node)
    {
      // `[]` and `{}` beside their key; of a list that holds only blanks the beginning.
      return (document.position(of: target.node), node.count == 0 ? 2 : 1)
    }
    // Nothing at all stands after the key of a null that is not written out.
    let isUnwritten = kind == .null && document.bytes(of: target.node).isEmpty
    if isContainer || !target.missing.isEmpty || isUnwritten {
      if let key = document.keyPosition(of: target.node) {
        return (key, length(of: document.keyName(of: target.node)))
      }
      return (document.position(of: target.node), firstKeyLength(target.node, document))
    }
    let text = document.text(of: target.node)
    let isQuoted = node.style == .singleQuoted || node.style == .doubleQuoted
    let line = Self.firstLine(of: text)
    let shown = isQuoted ? "\"\(line)\"" : line
    return (document.position(of: target.node), length(of: shown))
  }

  /// The text up to the first line feed; one behind a carriage return ends no line here.
  private static func firstLine(of text: String) -> String {
    var last: UInt8 = 0
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if byte == UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
        return String(Substring(text.utf8[..<index]))
      }
      last = byte
    }
    return text
  }

  private func length(of text: String) -> UInt32 {
    UInt32(clamping: max(text.unicodeScalars.count, 1))
  }

  /// An element of a list has no key: its first key is underlined.
  private func firstKeyLength(_ node: NodeID, _ document: Document) -> UInt32 {
    guard document.kind(of: node) == .map,
      let first = document.children(of: node).first(where: { _ in true })
    else { return 1 }
    return length(of: document.keyName(of: first))
  }

  /// What people call a path: โครงการที่ 2 วงเงินงบประมาณ.
  private func label(
    _ path: DocumentPath,
    along nodes: [NodeID],
    _ document: Document
  ) -> LocalizedText {
    let submission = scope.submission
    if document === submission.document, Self.isOffice(path),
      scope.kind.root.field(path.description) == nil
    {
      // What is missing is known by its path only.
      return Self.office(path)
    }
    if document === submission.document {
      return PlaceLabel(submission, catalogues: scope.rules.catalogues)
        .of(path, along: nodes)
    }
    if document === scope.documents.last { return Self.office(path) }
    let name = document.child(of: document.root, "kind").map { document.text(of: $0) } ?? ""
    guard let kind = scope.rules.kind(name) else {
      return LocalizedText(verbatim: path.description)
    }
    return PlaceLabel(
      document: document,
      kind: kind,
      catalogues: scope.rules.catalogues,
      job: submission.job
    ).of(path, along: nodes)
  }

  private static func isOffice(_ path: DocumentPath) -> Bool {
    ["province", "academic_year"].contains(path.description)
  }

  /// A setting of the office, which no submission can supply.
  private static func office(_ path: DocumentPath) -> LocalizedText {
    let name: LocalizedText =
      switch path.description {
      case "province": LocalizedText(th: "จังหวัดของสำนักงาน", en: "the province of the office")
      case "academic_year":
        LocalizedText(th: "ปีการศึกษาของสำนักงาน", en: "the academic year of the office")
      default: LocalizedText(verbatim: path.description)
      }
    return LocalizedText(
      th: "\(name.th) (กำหนดในแฟ้มค่าของสำนักงาน --office)",
      en: "\(name.en) (set in the office file, --office)"
    )
  }
}
