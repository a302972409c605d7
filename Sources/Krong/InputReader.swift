import Diagnostics
import DocumentArena
import DocumentReading
import Intake
import SourceText
import Submissions

/// Reads the files of submissions and gathers what cannot be read.
struct InputReader {
  private static let endings = [".yaml", ".yml", ".json", ".ndjson", ".jsonl"]

  /// The ends of names of office files, which are taken from folders when a mapping fits them: others
  /// are attachments.
  private static let officeEndings = [".xlsx", ".xlsm", ".docx", ".csv"]

  /// The ends of names, before those above, of files of tests, which stand beside submissions.
  ///
  /// In folders they are passed over.
  private static let besides = [".expected", ".test"]

  private let keys: KeyTable
  private var office: OfficeReader
  private(set) var sources: [SourceFile] = []
  private(set) var problems: [Diagnostic] = []
  /// The files of folders that were passed over for their names.
  private(set) var setAside: [String] = []
  private var known = FileIdentities()
  /// What was read already, and cannot be read twice: pipes, standard input.
  private let atHand: [SourceFile]
  private var documentCount = 0
  /// Office files of folders that could not be opened, with why.
  private var unopened: [(path: String, problems: [Diagnostic])] = []
  private let limit: Int
  /// Told after each file.
  var onRead: (@Sendable (CheckProgress) -> Void)?

  init(
    keys: KeyTable,
    office: OfficeReader,
    atHand: [SourceFile] = [],
    limit: Int = CheckLimits.submissions
  ) {
    self.keys = keys
    self.office = office
    self.atHand = atHand
    self.limit = limit
  }

  /// Reads files, folders and `-`; a file named twice is read once.
  mutating func read(_ paths: [String]) -> [Document] {
    var documents: [Document] = []
    var unread: [String] = []
    for path in paths {
      do {
        let files = try expand(path)
        for file in files {
          guard documentCount < limit else {
            unread.append(file)
            continue
          }
          let read = try readFile(file, isNamed: files == [path])
          documents += read
          documentCount += read.count
          onRead?(.read)
        }
      } catch {
        problems += error.diagnostics
      }
    }
    settleUnopened(documents)
    if let first = unread.first { problems.append(tooMany(first, unread.count)) }
    return documents
  }

  /// An office file of a folder that cannot be opened may be a submission, which must not pass in silence; not
  /// so where a submission names it as an attachment, which is looked into as one.
  private mutating func settleUnopened(_ documents: [Document]) {
    guard !unopened.isEmpty else { return }
    var attached = FileIdentities()
    for document in documents {
      for path in Self.attachments(of: document) {
        if let identity = FileIdentity(path) { _ = attached.insert(identity) }
      }
    }
    for (path, found) in unopened {
      // What was there already cannot be put in once more.
      if let identity = FileIdentity(path), !attached.insert(identity) {
        setAside.append(path)
      } else {
        problems += found
      }
    }
    unopened = []
  }

  /// The paths of the files that a submission names, from its own folder on.
  private static func attachments(of document: Document) -> [String] {
    guard let list = document.child(of: document.root, "documents") else { return [] }
    let name = document.source.name
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    return document.children(of: list).compactMap { entry in
      document.child(of: entry, "file").map { folder + document.text(of: $0) }
    }
  }

  /// Says from which file on nothing was read.
  private func tooMany(_ file: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      .tooManySubmissions,
      .error,
      LocalizedText(
        th: "ตรวจได้ครั้งละไม่เกิน \(limit) เรื่อง ยังไม่ได้ตรวจ \(count) แฟ้มตั้งแต่แฟ้มนี้",
        en:
          "one check takes at most \(limit) submissions; \(count) files from this one on were not checked"
      ),
      at: Diagnostic.Place(file: file, position: nil),
      help: LocalizedText(th: "แบ่งตรวจหลายครั้ง", en: "check them in several runs")
    )
  }

  private mutating func expand(_ path: String) throws(DiagnosticError) -> [String] {
    guard path != "-", FolderListing.kind(of: path) == .folder else { return [path] }
    let endings = Self.endings
    let besides = Self.besides.flatMap { part in endings.map { part + $0 } }
    var files: [String] = []
    for file in try FolderListing.files(under: path, endings: endings + Self.officeEndings) {
      let name = String(file.split(separator: "/").last ?? "")
      // What Excel and Word lay beside a file while it is open.
      if name.hasPrefix("~$") { continue }
      if FolderListing.hasEnding(name, besides) {
        setAside.append(file)
      } else {
        files.append(file)
      }
    }
    guard files.isEmpty else { return files }
    throw DiagnosticError([
      Diagnostic(
        .noSubmissions,
        .error,
        LocalizedText(
          th: "ไม่มีเรื่องที่เสนอในโฟลเดอร์นี้ (แฟ้ม \(endings.joined(separator: " ")))",
          en: "the folder holds no submission (\(endings.joined(separator: " ")))"
        ),
        at: Diagnostic.Place(file: path, position: nil)
      )
    ])
  }

  private static func isFile(_ source: SourceFile, _ path: String) -> Bool {
    source.name.utf8.elementsEqual((path == "-" ? "<stdin>" : path).utf8)
  }

  private mutating func readFile(
    _ path: String,
    isNamed: Bool
  ) throws(DiagnosticError) -> [Document] {
    if path != "-", let identity = FileIdentity(path), !known.insert(identity) { return [] }
    let source: SourceFile
    if let known = atHand.first(where: { Self.isFile($0, path) }) {
      source = known
    } else {
      source = try FileReader.read(path)
    }
    do throws(DiagnosticError) {
      if let file = OfficeFile(source) {
        guard let result = try office.read(source, file, keys: keys, isNamed: isNamed) else {
          setAside.append(path)
          return []
        }
        sources.append(source)
        problems += result.diagnostics
        return result.document.map { [$0] } ?? []
      }
      sources.append(source)
      let documents = try DocumentReader.read(source, keys: keys)
      guard documents.isEmpty else { return documents }
      throw DiagnosticError([
        Diagnostic(
          .fileEmpty,
          .error,
          LocalizedText(th: "แฟ้มไม่มีข้อมูล", en: "the file is empty"),
          at: Diagnostic.Place(file: source.name, position: nil),
          help: LocalizedText(
            th: "ตรวจว่าเลือกแฟ้มถูกต้องและบันทึกแล้ว",
            en: "check that it is the right file and that it was saved"
          )
        )
      ])
    } catch {
      // One file that cannot be read must not keep the others from being checked.
      if !isNamed, OfficeFile(source) != nil {
        unopened.append((path, error.diagnostics))
      } else {
        problems += error.diagnostics
      }
      return []
    }
  }
}
