import Diagnostics
import DocumentArena
import SourceText

/// Counts lines again in a file with NEL, LS or PS.
///
/// libyaml, as YAML 1.1 says, takes these three characters for line ends; YAML 1.2, editors and this
/// project do not. Files with them are rare, so their places are corrected afterwards.
struct OtherLineEnds {
  private let index: LineIndex
  private let bytes: [UInt8]
  /// Where libyaml's lines begin.
  private let starts: [Int]

  init(_ source: SourceFile) {
    let bytes = source.utf8Bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var offset = 0
    while offset < bytes.count {
      let length = Self.lineEndLength(bytes, offset)
      offset += max(1, length)
      if length > 0 { starts.append(offset) }
    }
    self.bytes = bytes
    self.starts = starts
    index = LineIndex(bytes: bytes)
  }

  /// Whether the two ways of counting differ at all.
  private var isNeeded: Bool { starts.count != index.lineCount }

  private static func lineEndLength(_ bytes: [UInt8], _ offset: Int) -> Int {
    func byte(_ distance: Int) -> UInt8 {
      offset + distance < bytes.count ? bytes[offset + distance] : 0
    }
    switch bytes[offset] {
    case 0x0A: return 1
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && byte(2) & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }

  /// The offset of a place of libyaml.
  func offset(of position: SourcePosition) -> Int {
    let line = Int(position.line) - 1
    guard line >= 0, line < starts.count else { return bytes.count }
    var cursor = UTF8Cursor(bytes[starts[line]...])
    var column: UInt32 = 1
    while column < position.column, cursor.next() != nil { column += 1 }
    return cursor.offset
  }

  /// The place of an offset as libyaml counts.
  func position(atOffset offset: Int) -> SourcePosition {
    let line = (starts.firstIndex { $0 > offset } ?? starts.count) - 1
    var cursor = UTF8Cursor(bytes[starts[max(0, line)]...])
    var column: UInt32 = 1
    while cursor.offset < offset, cursor.next() != nil { column += 1 }
    return SourcePosition(line: UInt32(clamping: max(0, line) + 1), column: column)
  }

  /// A place of libyaml as people count.
  func corrected(_ position: SourcePosition) -> SourcePosition {
    index.position(atOffset: offset(of: position))
  }

  /// The documents with corrected places.
  static func corrected(_ builder: ArenaBuilder) throws(DiagnosticError) -> [Document] {
    let lines = OtherLineEnds(builder.source)
    do throws(DiagnosticError) {
      let documents = try builder.documents()
      return lines.isNeeded ? documents.map(lines.corrected) : documents
    } catch {
      throw lines.corrected(error)
    }
  }

  private func corrected(_ document: Document) -> Document {
    let nodes = document.nodes.enumerated().map { index, node in
      var node = node
      let id = NodeID(UInt32(truncatingIfNeeded: index))
      guard let value = document.position(of: id).map(corrected) else { return node }
      if let key = document.keyPosition(of: id).map(corrected) {
        node.keyLineDistance = UInt16(clamping: value.line &- key.line)
        node.keyColumn = key.column
      }
      node.line = value.line
      node.column = value.column
      return node
    }
    return Document(
      source: document.source,
      nodes: nodes,
      text: document.text,
      keys: document.keys
    )
  }

  /// Mistakes with corrected places.
  func corrected(_ error: DiagnosticError) -> DiagnosticError {
    guard isNeeded else { return error }
    return DiagnosticError(error.diagnostics.map(corrected))
  }

  private func corrected(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(
      diagnostic.code,
      diagnostic.severity,
      diagnostic.message,
      at: corrected(diagnostic.place),
      notes: diagnostic.notes.map { note in
        Diagnostic.Note(note.text, at: note.place.map(corrected))
      },
      help: diagnostic.help
    )
  }

  private func corrected(_ place: Diagnostic.Place) -> Diagnostic.Place {
    Diagnostic.Place(
      file: place.file,
      position: place.position.map(corrected),
      length: place.length
    )
  }
}
