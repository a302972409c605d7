import OpenXML

/// The notes of one sheet of somebody's workbook: takes out those of an earlier time, adds others.
///
/// A cell can have but one note. Where a person wrote one already, ours is put behind its words; a note
/// of a thread of comments, which Excel writes itself, is left alone.
struct NotesPatch {
  /// Begins our words in a note of somebody else.
  private static let parting = "── กรอง ──\n"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  private struct Note {
    let element: Int
    let place: CellPlace
    let isOwn: Bool
    let isThread: Bool
  }

  /// Whether there are notes of an earlier time.
  private(set) var hasMarks = false

  private let commentsPart: String?
  private let drawingPart: String?
  private var comments: PartPatch?
  private var drawing: [UInt8]?
  private var notes: [Note] = []
  private var authors = 0
  private var ownAuthor: Int?
  private var added: [(place: CellPlace, text: String)] = []
  private var boxes: [(place: CellPlace, text: String)] = []

  init(_ archive: PackageArchive, of sheet: String) throws(PackageProblem) {
    let relations = try Relations.read(archive, of: sheet)
    func target(_ word: String) -> String? {
      relations.first { $0.isOf(word) && archive.part($0.target) != nil }?.target
    }
    commentsPart = target("comments")
    drawingPart = target("vmlDrawing")
    if let drawingPart { drawing = try archive.read(drawingPart) }
    guard let commentsPart else { return }
    let comments = try PartPatch(archive, commentsPart, depth: 2)
    let outline = comments.outline
    if let list = outline.child("authors") {
      let names = outline.children(of: list)
      authors = names.count
      ownAuthor = names.firstIndex {
        outline.elements[$0].text.utf8.elementsEqual(WorkbookMarker.author.utf8)
      }
      let threads = names.indices.filter { outline.elements[names[$0]].text.hasPrefix("tc=") }
      let nameless = names.indices.filter { index in
        outline.elements[names[index]].text.utf8.allSatisfy { $0 <= 0x20 }
      }
      readNotes(comments, Set(threads), Set(nameless))
    }
    self.comments = comments
    hasMarks =
      notes.contains(where: \.isOwn)
      || ByteText.contains(comments.source(of: 0), Self.parting.filter { $0 != "\n" })
  }

  /// LibreOffice writes no names of authors; then ours are known by how they begin.
  private mutating func readNotes(
    _ comments: PartPatch,
    _ threads: Set<Int>,
    _ nameless: Set<Int>
  ) {
    let outline = comments.outline
    guard let list = outline.child("commentList") else { return }
    for number in outline.children(of: list) {
      let element = outline.elements[number]
      guard let place = element.value("ref").flatMap({ CellPlace(Array($0.utf8)) }) else {
        continue
      }
      let author = element.value("authorId").flatMap { Int($0) }
      notes.append(
        Note(
          element: number,
          place: place,
          isOwn: author.map { author in
            author == ownAuthor
              || nameless.contains(author) && Self.beginsLikeOurs(comments.source(of: number))
          } ?? false,
          isThread: author.map { threads.contains($0) } ?? false
        )
      )
    }
  }

  /// Whether the first line of a note is that of a finding: its severity, a dot, and the id of a rule.
  private static func beginsLikeOurs(_ source: ArraySlice<UInt8>) -> Bool {
    guard let start = ByteText.first("<t>", in: source) ?? ByteText.first("<t ", in: source),
      let open = source[start...].firstIndex(of: UInt8(ascii: ">")),
      let end = ByteText.first("</t>", in: source[open...])
    else { return false }
    let text = source[(open + 1)..<end]
    let stops = [ByteText.first("&#10;", in: text), text.firstIndex { $0 == 0x0A || $0 == 0x0D }]
    let line = text[..<(stops.compactMap(\.self).min() ?? end)]
    guard let dot = ByteText.first(" · ", in: line) else { return false }
    let parts = line[(dot + " · ".utf8.count)...].split(
      separator: UInt8(ascii: "-"),
      omittingEmptySubsequences: false
    )
    return parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
      }
  }

  /// Takes out the notes of an earlier time and puts in others.
  mutating func write(_ wanted: [(place: CellPlace, text: String)]) {
    for note in notes where note.isOwn {
      comments?.remove(note.element)
      removeBox(at: note.place)
    }
    let others = notes.filter { !$0.isOwn && !$0.isThread }
    for note in others {
      let text = wanted.first { $0.place == note.place }?.text
      rewrite(note, text)
    }
    let taken = Set(notes.filter { !$0.isOwn }.map(\.place))
    added = wanted.filter { !taken.contains($0.place) }
    boxes = added
  }

  /// Puts our words behind those of somebody else, in the place of ours of an earlier time.
  private mutating func rewrite(_ note: Note, _ text: String?) {
    guard let comments else { return }
    let source = comments.source(of: note.element)
    let old = Self.ownWords(in: source)
    guard text != nil || old != nil else { return }
    if let old { self.comments?.replace(old, with: "") }
    guard let text, let end = Self.last("</", "text>", in: source) else { return }
    let words = Markup.fragment { NotesPart.write("\n" + Self.parting + text, &$0) }
    // A note of plain text has no pieces; ours would be the only one.
    if let plain = Self.plainText(in: source) {
      self.comments?.insert("<r>", at: plain.lowerBound)
      self.comments?.insert("</r>", at: plain.upperBound)
    }
    self.comments?.insert(words, at: end)
  }

  /// The bytes of our words: the piece that holds nothing else, or the end of a text that a program has
  /// made of all pieces.
  private static func ownWords(in source: ArraySlice<UInt8>) -> Range<Int>? {
    let parting = parting.filter { $0 != "\n" }
    guard let mark = ByteText.first(parting, in: source),
      let end = ByteText.first("</t>", in: source[mark...])
    else { return nil }
    var start = mark
    while start > source.startIndex, [0x0A, 0x0D, 0x20].contains(source[start - 1]) { start -= 1 }
    for sign in ["&#10;", "_x000a_"] {
      let length = sign.utf8.count
      if start - length >= source.startIndex,
        source[(start - length)..<start].elementsEqual(sign.utf8)
      {
        start -= length
      }
    }
    let isPieceOfOurs =
      source[start - 1] == UInt8(ascii: ">") && source[(end + 4)...].starts(with: "</r>".utf8)
    guard isPieceOfOurs, let piece = lastStart("<r>", in: source[..<start]) else {
      return start..<end
    }
    return piece..<(end + 8)
  }

  private static func lastStart(_ text: String, in source: ArraySlice<UInt8>) -> Int? {
    var found: Int?
    var from = source.startIndex
    while let next = ByteText.first(text, in: source[from...]) {
      found = next
      from = next + 1
    }
    return found
  }

  private static func last(
    _ open: String,
    _ name: String,
    in source: ArraySlice<UInt8>
  ) -> Int? {
    var found: Int?
    var from = source.startIndex
    while let next = ByteText.first(open, in: source[from...]) {
      // A prefix may stand between.
      let rest = source[(next + 2)...].prefix { $0 != UInt8(ascii: ">") }
      if (String(decoding: rest, as: UTF8.self) + ">").hasSuffix(name) { found = next }
      from = next + 2
    }
    return found
  }

  /// The bytes of `<t>…</t>` when it stands in the note itself and not in a piece of it.
  private static func plainText(in source: ArraySlice<UInt8>) -> Range<Int>? {
    guard !ByteText.contains(source, "<r>"),
      let start = ByteText.first("<t>", in: source) ?? ByteText.first("<t ", in: source),
      let end = ByteText.first("</t>", in: source[start...])
    else { return nil }
    return start..<(end + 4)
  }

  // MARK: Boxes

  /// Takes out the box of the note of a cell; the markup of boxes need not be sound XML.
  private mutating func removeBox(at place: CellPlace) {
    guard let drawing else { return }
    var from = 0
    while let start = ByteText.first("<v:shape ", in: drawing[from...]),
      let close = ByteText.first("</v:shape>", in: drawing[start...])
    {
      let end = close + "</v:shape>".utf8.count
      let shape = drawing[start..<end]
      if ByteText.contains(shape, "ObjectType=\"Note\""),
        ByteText.contains(shape, "<x:Row>\(place.row - 1)</x:Row>"),
        ByteText.contains(shape, "<x:Column>\(place.column - 1)</x:Column>")
      {
        self.drawing?.removeSubrange(start..<end)
        return
      }
      from = end
    }
  }

  private mutating func addBoxes() {
    guard !boxes.isEmpty else { return }
    var content = ""
    let type = "krong"
    if drawing.map({ !ByteText.contains($0[...], "id=\"krong\"") }) ?? true {
      content += NotesPart.shapeType(id: type)
    }
    var number = 0
    for box in boxes {
      func isTaken() -> Bool {
        drawing.map { ByteText.contains($0[...], "id=\"krong\(number)\"") } ?? false
      }
      number += 1
      while isTaken() { number += 1 }
      content += NotesPart.shape(id: "krong\(number)", type: type, box.place, box.text)
    }
    guard var old = drawing, let end = Self.last("</", "xml>", in: old[...]) else {
      drawing = Array(NotesPart.drawing(content).utf8)
      return
    }
    old.insert(contentsOf: Self.declared(content).utf8, at: end)
    drawing = old
  }

  /// Boxes that name their namespaces themselves, for a part that may name others.
  private static func declared(_ content: String) -> String {
    let names =
      " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
      + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
    var result = ""
    for piece in content.split(separator: "<", omittingEmptySubsequences: true) {
      let isOuter = piece.hasPrefix("v:shape ") || piece.hasPrefix("v:shapetype ")
      guard isOuter, let space = piece.firstIndex(of: " ") else {
        result += "<" + piece
        continue
      }
      result += "<" + piece[..<space] + names + piece[space...]
    }
    return result
  }

  // MARK: Writing

  /// Writes the parts.
  ///
  /// - Returns: The id of the link to boxes that the sheet did not have before.
  mutating func finish(
    into patch: inout PackagePatch,
    _ names: OfficeNames,
    _ sheet: String
  ) throws(PackageProblem) -> String? {
    let before = drawing
    addBoxes()
    try writeComments(into: &patch, names, sheet)
    guard let drawing else { return nil }
    if let drawingPart {
      let old = try patch.archive.read(drawingPart)
      if old != drawing { patch.replace(drawingPart, with: drawing) }
      return nil
    }
    guard before == nil else { return nil }
    let part = patch.freeName("xl/drawings/krong", ".vml")
    patch.add(
      part,
      String(decoding: drawing, as: UTF8.self),
      ending: "vml",
      type: "application/vnd.openxmlformats-officedocument.vmlDrawing"
    )
    return try patch.link(sheet, to: part, type: names.relation("vmlDrawing"))
  }

  private mutating func writeComments(
    into patch: inout PackagePatch,
    _ names: OfficeNames,
    _ sheet: String
  ) throws(PackageProblem) {
    guard var comments, let commentsPart else {
      guard !added.isEmpty else { return }
      let part = patch.freeName("xl/krongComments", ".xml")
      let text = NotesPart(added).comments(by: WorkbookMarker.author)
      patch.add(part, text, type: Self.type + "comments+xml")
      _ = try patch.link(sheet, to: part, type: names.relation("comments"))
      return
    }
    if !added.isEmpty, let list = comments.outline.child("commentList") {
      if ownAuthor == nil, let authors = comments.outline.child("authors") {
        let name = Markup.fragment { $0.element("author", text: WorkbookMarker.author) }
        comments.append([name], into: authors)
      }
      let id = ownAuthor ?? authors
      comments.append(added.map { NotesPart.comment($0.place, $0.text, author: id) }, into: list)
    }
    if !comments.isUnchanged { patch.replace(commentsPart, with: comments.finished) }
  }
}
