public import Diagnostics
public import DocumentArena

/// The clauses of the operations manual, word for word, by their citation (`J2 §5.4`).
///
/// Needed to check and to show what rules cite, not to check submissions.
public struct ManualClauses: Sendable {
  /// What the manual is called.
  public let title: LocalizedText

  /// The citations in the order of the manual.
  public let citations: [String]

  /// The clauses that no rule can check, with the reason, in the order of the file.
  public let unchecked: [(citation: String, reason: LocalizedText)]

  private let texts: [String: String]

  /// Puts the clauses together; of two with one citation the first counts.
  public init(
    title: LocalizedText,
    clauses: [(citation: String, text: String)],
    unchecked: [(citation: String, reason: LocalizedText)] = []
  ) {
    self.title = title
    self.unchecked = unchecked
    citations = clauses.map(\.citation)
    texts = Dictionary(
      clauses.map { ($0.citation, $0.text) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The Thai text of a clause; nil when the manual has no such clause.
  public func text(_ citation: String) -> String? { texts[citation] }

  /// Reads `Rules/manual-clauses.yaml`.
  public static func load(_ document: Document) -> Loaded<ManualClauses> {
    let decoder = FileDecoder(document, .catalogue)
    let keys = ["krong", "manual", "title", "clauses", "unchecked"]
    guard let mapping = MappingReader(document.root, decoder, keys: keys) else {
      return Loaded(nil, decoder.diagnostics)
    }
    decoder.checkVersion(mapping)
    _ = mapping.required("manual").flatMap { decoder.name($0, .code) }
    let title = mapping.required("title").flatMap(decoder.localized)
    var clauses: [(citation: String, text: String)] = []
    if let node = mapping.required("clauses"), let entries = MappingReader(node, decoder) {
      for (citation, child) in entries.entries {
        if ClauseCitation(citation.utf8) == nil {
          decoder.report(
            .malformedName,
            ClauseCitation.mistake(citation),
            at: decoder.key(child),
            help: ClauseCitation.help
          )
        }
        if let text = decoder.text(child) { clauses.append((citation, text)) }
      }
    }
    let unchecked = readUnchecked(mapping, among: clauses.map(\.citation), decoder)
    guard let title else { return Loaded(nil, decoder.diagnostics) }
    return Loaded(
      ManualClauses(title: title, clauses: clauses, unchecked: unchecked),
      decoder.diagnostics
    )
  }

  private static func readUnchecked(
    _ mapping: MappingReader,
    among citations: [String],
    _ decoder: FileDecoder
  ) -> [(citation: String, reason: LocalizedText)] {
    guard let node = mapping.optional("unchecked"), let entries = MappingReader(node, decoder)
    else { return [] }
    var unchecked: [(citation: String, reason: LocalizedText)] = []
    let known = Set(citations)
    for (citation, child) in entries.entries {
      if !known.contains(citation) {
        decoder.unknownName(
          citation,
          at: decoder.key(child),
          what: LocalizedText(th: "ข้อของคู่มือ", en: "clause of the manual"),
          among: citations
        )
      }
      if let reason = decoder.localized(child) { unchecked.append((citation, reason)) }
    }
    return unchecked
  }
}

/// A citation of the manual: `J2 §5.4` is job 2, clause 5.4.
public struct ClauseCitation: Hashable, Sendable {
  /// The job.
  public let job: Int
  /// The clause, such as `5.4`.
  public let clause: String

  /// Reads a citation; nil when the text is none.
  public init?(_ text: String) { self.init(text.utf8) }

  /// Reads a citation of UTF-8 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    guard rest.popFirst() == UInt8(ascii: "J") else { return nil }
    var job = 0
    while let byte = rest.first, byte >= 0x30, byte <= 0x39, job < 100 {
      job = job * 10 + Int(byte - 0x30)
      rest.removeFirst()
    }
    guard (1...24).contains(job), rest.starts(with: " §".utf8) else { return nil }
    rest.removeFirst(" §".utf8.count)
    guard Self.isNumbered(rest) else { return nil }
    self.job = job
    clause = String(decoding: rest, as: UTF8.self)
  }

  /// `5.4`, or `4.1(3)` for an item of a list inside a clause.
  private static func isNumbered(_ bytes: ArraySlice<UInt8>) -> Bool {
    var bytes = bytes
    if let open = bytes.firstIndex(of: UInt8(ascii: "(")) {
      let item = bytes[(open + 1)...]
      guard item.count >= 2, item.last == UInt8(ascii: ")"),
        item.dropLast().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      else { return false }
      bytes = bytes[..<open]
    }
    var atStart = true
    for byte in bytes {
      switch byte {
      case 0x30...0x39: atStart = false
      case 0x2E:
        if atStart { return false }
        atStart = true
      default: return false
      }
    }
    return !atStart
  }

  package static func mistake(_ text: String) -> LocalizedText {
    LocalizedText(
      th: "\(DecodingWords.quoted(text)) ไม่ใช่ข้อของคู่มือ",
      en: "\(DecodingWords.quoted(text)) is no clause of the manual"
    )
  }

  package static let help = LocalizedText(
    th: "เขียนเป็น J2 §5.4 คือ งานที่ 2 ข้อ 5.4",
    en: "write J2 §5.4 for job 2, clause 5.4"
  )
}
