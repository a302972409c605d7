import Catalogues
public import Diagnostics
import DocumentArena
import DocumentReading
import Intake
import SourceText
import Submissions

/// A format that submissions are converted to.
public enum ConversionFormat: String, Sendable, CaseIterable {
  /// YAML.
  case yaml
  /// JSON.
  case json
  /// An Excel workbook in the layout of its kind.
  case xlsx

  /// The format that the end of a name says; nil for others.
  public init?(fileName: String) {
    let ends: [(String, ConversionFormat)] = [
      (".yaml", .yaml), (".yml", .yaml), (".json", .json), (".xlsx", .xlsx),
    ]
    guard let found = ends.first(where: { FolderListing.hasEnding(fileName, [$0.0]) }) else {
      return nil
    }
    self = found.1
  }
}

/// What came of a conversion.
public struct Conversion: Sendable {
  /// The file in the format that was asked for.
  public let bytes: [UInt8]
  /// What was noticed on the way, and what was lost.
  public let diagnostics: [Diagnostic]
}

extension Workspace {
  /// The workbook of a kind, blank for filling in.
  ///
  /// - Throws: When there is no such kind.
  public func template(of id: String) throws(DiagnosticError) -> [UInt8] {
    guard let kind = kinds[id] else { throw unknownKind(id) }
    var writer = TemplateWriter(kind, catalogues)
    return writer.bytes()
  }

  /// Converts a submission to another format, and says what that cannot hold.
  ///
  /// - Parameters:
  ///   - path: A file of any format that can be checked.
  ///   - format: The format to write.
  ///   - mapping: The mapping by which an office file is read.
  /// - Returns: The file in the other format, and what was lost.
  /// - Throws: What keeps the file from being read or converted.
  public func convert(
    _ path: String,
    to format: ConversionFormat,
    mapping: String? = nil
  ) throws(DiagnosticError) -> Conversion {
    var reader = InputReader(keys: KeyTable(), office: officeReader(mapping: mapping))
    let documents = reader.read([path])
    let problems = Diagnostic.sorted(reader.problems)
    guard !problems.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(problems)
    }
    guard documents.count == 1, let document = documents.first else {
      throw cannotConvert(
        path,
        LocalizedText(
          th: "แปลงได้ครั้งละหนึ่งเรื่อง แต่มี \(documents.count) เรื่อง",
          en: "one submission is converted at a time, but there are \(documents.count)"
        )
      )
    }
    let isOffice = document.scheme != .lines
    let text = DocumentText(document, leavesOutBlank: isOffice)
    switch format {
    case .yaml: return Conversion(bytes: Array(text.yaml.utf8), diagnostics: problems)
    case .json: return Conversion(bytes: Array(text.json.utf8), diagnostics: problems)
    case .xlsx:
      let (bytes, losses) = try workbook(of: document, path)
      return Conversion(bytes: bytes, diagnostics: problems + losses)
    }
  }

  /// The workbook with the values of a submission; it is read back, to say what it does not hold.
  private func workbook(
    of document: Document,
    _ path: String
  ) throws(DiagnosticError) -> (bytes: [UInt8], losses: [Diagnostic]) {
    guard let kind = SubmissionReader.read(document, kinds: kinds, catalogues: catalogues).knownKind
    else {
      throw cannotConvert(
        path,
        LocalizedText(
          th: "ไม่ได้ระบุประเภทเรื่อง (kind) จึงไม่รู้ว่าใช้แบบกรอกใด",
          en: "the kind is not given, so it is not known which workbook to use"
        )
      )
    }
    var writer = TemplateWriter(kind, catalogues, values: document)
    let bytes = writer.bytes()
    let source = SourceFile(name: path, bytes: bytes)
    var office = officeReader(mapping: nil)
    let read = try office.read(source, .package, keys: document.keys, isNamed: true)
    guard let copy = read?.document else {
      throw DiagnosticError(read?.diagnostics ?? [])
    }
    let lost = DocumentComparison(document, copy, kind, catalogues).lost
    return (bytes, lost.map { Self.loss($0, path) })
  }

  private static func loss(_ path: DocumentPath, _ file: String) -> Diagnostic {
    Diagnostic(
      .conversionLoss,
      .warning,
      LocalizedText(
        th: "แบบกรอก Excel เก็บค่าของ \(path) ตามเดิมไม่ได้",
        en: "the workbook cannot hold \(path) as it is"
      ),
      at: Diagnostic.Place(file: file, position: nil)
    )
  }

  private func cannotConvert(_ path: String, _ message: LocalizedText) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .cannotConvert,
        .error,
        message,
        at: Diagnostic.Place(file: path, position: nil)
      )
    ])
  }

  private func unknownKind(_ id: String) -> DiagnosticError {
    let names = kinds.kinds.map(\.id)
    return DiagnosticError([
      Diagnostic(
        .nothingOfThatName,
        .error,
        LocalizedText(th: "ไม่มีประเภทเรื่อง “\(id)”", en: "there is no kind “\(id)”"),
        at: Diagnostic.Place(file: "template", position: nil),
        help: .didYouMean(nearestTo: id, among: names)
          ?? LocalizedText(verbatim: names.joined(separator: ", "))
      )
    ])
  }
}

extension Submission {
  /// The kind, if the submission names one that there is.
  fileprivate var knownKind: SubmissionKind? { isKindKnown ? kind : nil }
}
