import Diagnostics
import DocumentArena
import SourceText

/// What comes before and after the reading of any format.
enum ReadableSource {
  /// The file as UTF-8, after the check of its size.
  static func make(
    _ source: SourceFile,
    _ limits: ReadingLimits
  ) throws(DiagnosticError) -> SourceFile {
    guard source.bytes.count <= limits.fileBytes else {
      throw FileProblem.tooLarge.error(source.name, limits)
    }
    guard source.isUTF16 else { return source }
    switch source.validUTF8Bytes() {
    case .success(let bytes): return SourceFile(name: source.name, bytes: bytes)
    case .failure(let invalid):
      let position = LineIndex(source).position(atOffset: invalid.utf8Offset)
      throw DiagnosticError([invalidEncoding(source.name, position, isUTF16: true)])
    }
  }

  /// The only document of a file.
  static func single(
    of documents: [Document],
    _ source: SourceFile,
    _ limits: ReadingLimits
  ) throws(DiagnosticError) -> Document {
    guard let first = documents.first else {
      throw FileProblem.empty.error(source.name, limits)
    }
    guard documents.count == 1 else {
      let position = documents[1].position(of: documents[1].root)
      let problem = LimitProblem.severalDocuments
      throw DiagnosticError([problem.diagnostic(source.name, position, limits)])
    }
    return first
  }

  /// The mistake of bytes that are not text.
  static func invalidEncoding(
    _ name: String,
    _ position: SourcePosition,
    isUTF16: Bool = false
  ) -> Diagnostic {
    let encoding = isUTF16 ? "UTF-16" : "UTF-8"
    return Diagnostic(
      .invalidEncoding,
      .error,
      LocalizedText(
        th: "ตรงนี้ไม่ใช่ข้อความ \(encoding) ที่ถูกต้อง",
        en: "this is not valid \(encoding) text"
      ),
      at: Diagnostic.Place(file: name, position: position),
      help: LocalizedText(
        th: "เปิดแฟ้มแล้วบันทึกใหม่โดยเลือกการเข้ารหัสเป็น UTF-8",
        en: "open the file and save it again with the encoding UTF-8"
      )
    )
  }
}
