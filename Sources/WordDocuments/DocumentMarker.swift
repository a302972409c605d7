// Puts comments into somebody's own document; everything else stays as it is, byte for byte, and old
// comments of ours give way to new ones.

public import OpenXML
import Papers

/// A place in the body of a document, counted as ``WordDocument`` counts.
public enum WordPlace: Hashable, Sendable {
  /// A paragraph, from 1.
  case paragraph(Int)
  /// A cell: table, row and column of the grid, from 1.
  case cell(table: Int, row: Int, column: Int)
}

/// A comment to be put into a document.
public struct WordComment: Sendable {
  /// Where it hangs.
  public let place: WordPlace
  /// What it says; each line becomes a paragraph.
  public let text: String

  /// Makes a comment.
  public init(place: WordPlace, text: String) {
    self.place = place
    self.text = text
  }
}

/// Puts comments into documents.
public struct DocumentMarker {
  private static let author = PackagePatch.author

  private static let type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

  private var patch: PackagePatch
  private let main: String
  private var body: PartPatch
  private let anchors: WordAnchors
  private let marks: [CommentMark]
  private let relations: [Relation]

  /// Opens a document.
  public init(
    _ archive: PackageArchive,
    limits: WordLimits = .standard
  ) throws(PackageProblem) {
    let relation = try Relations.read(archive, of: "").first { $0.isOf("officeDocument") }
    guard let relation else { throw .notPackage }
    main = relation.target
    patch = PackagePatch(archive)
    body = try PartPatch(archive, main, depth: 0)
    relations = try Relations.read(archive, of: main)
    let sink = BodySink(part: main, levels: OutlineLevels(), limits: limits)
    sink.anchors = WordAnchors()
    try archive.parse(main, into: sink)
    if let problem = sink.problem { throw problem }
    guard sink.isDocument else { throw .notPackage }
    anchors = sink.anchors ?? WordAnchors()
    let found = MarkSink()
    try archive.parse(main, into: found)
    marks = found.marks
  }

  /// The document with comments; places that it does not have are passed over.
  public mutating func marked(_ comments: [WordComment]) throws(PackageProblem) -> [UInt8] {
    let part = relations.first { $0.isOf("comments") && patch.archive.part($0.target) != nil }?
      .target
    var list = try part.map { name throws(PackageProblem) in
      try PartPatch(patch.archive, name, depth: 1)
    }
    let next = removeOwn(&list)
    var texts: [String] = []
    for comment in comments {
      guard let anchor = anchors.find(comment.place) else { continue }
      let id = next + texts.count
      hang(id, at: anchor)
      texts.append(Self.markup(comment.text, id: id))
    }
    if !body.isUnchanged { patch.replace(main, with: body.finished) }
    if var list, let part {
      let isKnown = Self.declares(list.source(of: 0))
      let namespace = list.outline.namespace
      for text in texts {
        list.append([isKnown ? text : Self.declared(text, namespace)], into: 0)
      }
      if !list.isUnchanged { patch.replace(part, with: list.finished) }
    } else if !texts.isEmpty {
      try addPart(texts)
    }
    return try patch.finished()
  }

  /// Takes out the comments of an earlier time.
  ///
  /// - Returns: The first id that no comment has.
  private mutating func removeOwn(_ list: inout PartPatch?) -> Int {
    var own: Set<String> = []
    var greatest = marks.compactMap { Int($0.id) }.max() ?? -1
    for (number, element) in (list?.outline.elements ?? []).enumerated()
    where element.depth == 1 && element.name == "comment" {
      let id = element.value("id") ?? ""
      greatest = max(greatest, Int(id) ?? -1)
      guard element.value("author")?.utf8.elementsEqual(Self.author.utf8) ?? false else { continue }
      own.insert(id)
      list?.remove(number)
    }
    for mark in marks where own.contains(mark.id) { body.replace(mark.range, with: "") }
    return min(greatest, 1 << 30) + 1
  }

  private mutating func hang(_ id: Int, at anchor: WordAnchors.Anchor) {
    var (start, end) = ("", "")
    start = Markup.fragment("w:commentRangeStart", ["w:id": String(id)])
    end = Markup.fragment("w:commentRangeEnd", ["w:id": String(id)])
    var reference = Markup.fragment { markup in
      markup.element("w:r") { $0.element("w:commentReference", ["w:id": String(id)]) }
    }
    if !Self.declares(body.source(of: 0)) {
      let namespace = body.outline.namespace
      start = Self.declared(start, namespace)
      end = Self.declared(end, namespace)
      reference = Self.declared(reference, namespace)
    }
    if let close = anchor.end {
      body.insert(start, at: anchor.inside)
      body.insert(end + reference, at: close)
    } else {
      body.open(anchor.tag, around: start + end + reference)
    }
  }

  private mutating func addPart(_ texts: [String]) throws(PackageProblem) {
    let namespace = body.outline.namespace
    let part = patch.freeName("word/krongComments", ".xml")
    let text =
      Markup.fragment { _ in } + "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<w:comments xmlns:w=\"\(namespace)\">" + texts.joined() + "</w:comments>"
    patch.add(part, text, type: Self.type)
    let isStrict = namespace.hasPrefix("http://purl.oclc.org/")
    let base =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : CommonParts.officeRelations
    _ = try patch.link(main, to: part, type: base + "/comments")
  }

  private static func markup(_ text: String, id: Int) -> String {
    Markup.fragment { markup in
      markup.element(
        "w:comment",
        ["w:id": String(id), "w:author": author, "w:initials": "กรอง"]
      ) { markup in
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          PaperMarkup.paragraph(
            PaperParagraph([PaperRun(String(line), size: 14)]),
            &markup
          )
        }
      }
    }
  }

  /// Whether the root gives the namespace the prefix that everybody gives it.
  private static func declares(_ root: ArraySlice<UInt8>) -> Bool {
    let tag = root.prefix { $0 != UInt8(ascii: ">") }
    return tag.dropFirst().starts(with: Array("w:".utf8))
  }

  private static func declared(_ markup: String, _ namespace: String) -> String {
    guard let end = markup.firstIndex(where: { $0 == " " || $0 == ">" || $0 == "/" }) else {
      return markup
    }
    return markup[..<end] + " xmlns:w=\"\(namespace)\"" + markup[end...]
  }
}

/// What ties a comment to the text: the ends of its range, and its sign.
private struct CommentMark {
  let id: String
  let range: Range<Int>
}

private final class MarkSink: XMLSink {
  var marks: [CommentMark] = []
  /// The mark that is open: only its end tells where an element ends that has an end tag.
  private var open: (id: String, start: Range<Int>)?

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard
      name.isNamed("commentRangeStart") || name.isNamed("commentRangeEnd")
        || name.isNamed("commentReference")
    else { return }
    open = (attributes["id"] ?? "", name.range)
  }

  func end(_ name: XMLName) {
    guard let mark = open, name.local.hasPrefix("comment") else { return }
    open = nil
    let end = max(mark.start.upperBound, name.range.upperBound)
    marks.append(CommentMark(id: mark.id, range: mark.start.lowerBound..<end))
  }

  func text(_ text: XMLText) {}
}
