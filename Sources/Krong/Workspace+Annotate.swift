import Annotation
public import Diagnostics
import DocumentArena
import DocumentReading
import Intake
import OpenXML
import Reporting
import SourceText

/// A copy of a file with what was found in it marked.
public struct AnnotatedCopy: Sendable {
  /// The copy.
  public let bytes: [UInt8]
  /// How many places were marked.
  public let places: Int
  /// How many findings there are.
  public let findings: Int
  /// What was noticed on the way.
  public let diagnostics: [Diagnostic]
}

extension Workspace {
  /// Checks a file and marks in a copy of it what was found.
  ///
  /// A workbook gets notes, colours and a sheet of findings, a Word document comments, a YAML file lines
  /// of comment; everything else stays as it is. Marks of an earlier time give way to the new ones.
  ///
  /// - Parameters:
  ///   - path: The file: `.xlsx`, `.xlsm`, `.docx`, `.yaml`.
  ///   - options: As of which day and stage is judged, and what counts.
  ///   - language: The language of the marks.
  /// - Returns: The copy, how much was marked, and what was noticed on the way.
  /// - Throws: What keeps the file from being read, checked or marked.
  public func annotate(
    _ path: String,
    options: CheckOptions,
    language: Language = .th
  ) throws(DiagnosticError) -> AnnotatedCopy {
    let source = try FileReader.read(path)
    guard let file = OfficeFile(source) else {
      return try annotateText(source, path, options, language)
    }
    let archive = try Self.package(source, file)
    let (report, notes) = try checked(source, options)
    let copy: AnnotatedFile
    do throws(PackageProblem) {
      copy =
        archive.part("word/document.xml") != nil
        ? try DocumentAnnotation.marked(archive, report, language: language)
        : try WorkbookAnnotation.marked(archive, report, language: language)
    } catch {
      throw DiagnosticError([error.diagnostic(path)])
    }
    return AnnotatedCopy(
      bytes: copy.bytes,
      places: copy.places,
      findings: copy.findings,
      diagnostics: notes
    )
  }

  private static func package(
    _ source: SourceFile,
    _ file: OfficeFile
  ) throws(DiagnosticError) -> PackageArchive {
    do throws(PackageProblem) {
      switch file {
      case .csv: break
      case .old: throw PackageProblem.oldOrProtected
      case .falselyNamed: throw PackageProblem.notPackage
      case .package: return try PackageArchive(source.bytes)
      }
    } catch {
      throw DiagnosticError([error.diagnostic(source.name)])
    }
    throw cannotAnnotate(source.name)
  }

  private func annotateText(
    _ source: SourceFile,
    _ path: String,
    _ options: CheckOptions,
    _ language: Language
  ) throws(DiagnosticError) -> AnnotatedCopy {
    guard DocumentFormat(of: source) == .yaml else { throw Self.cannotAnnotate(path) }
    let marked = TextAnnotation(source, try DocumentReader.read(source, format: .yaml))
    let cleaned = marked.cleaned
    let clean = TextAnnotation(cleaned, try DocumentReader.read(cleaned, format: .yaml))
    var (report, notes) = try checked(cleaned, options)
    let (copy, isInPlace) = try clean.marked(report, language: language)
    if !isInPlace { notes.append(Self.movedToTop(path)) }
    return AnnotatedCopy(
      bytes: copy.bytes,
      places: copy.places,
      findings: copy.findings,
      diagnostics: notes
    )
  }

  /// Checks one file that was read already.
  private func checked(
    _ source: SourceFile,
    _ options: CheckOptions
  ) throws(DiagnosticError) -> (report: Report, notes: [Diagnostic]) {
    let check = try check([source.name], options: options, atHand: [source]).check
    let problems = check.report.problems
    guard !check.report.submissions.isEmpty, !problems.contains(where: { $0.severity == .error })
    else { throw DiagnosticError(problems) }
    return (check.report, problems)
  }

  private static func cannotAnnotate(_ path: String) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .cannotAnnotate,
        .error,
        LocalizedText(
          th: "แฟ้มชนิดนี้ใส่เครื่องหมายไม่ได้ (ใส่ได้ใน .xlsx .xlsm .docx .yaml)",
          en:
            "marks cannot be put into a file of this kind (.xlsx, .xlsm, .docx and .yaml can take them)"
        ),
        at: Diagnostic.Place(file: path, position: nil),
        help: LocalizedText(
          th: "แปลงแฟ้มด้วย krong convert เป็น .xlsx หรือ .yaml ก่อน",
          en: "convert it to .xlsx or .yaml with krong convert first"
        )
      )
    ])
  }

  private static func movedToTop(_ path: String) -> Diagnostic {
    Diagnostic(
      .marksAtTop,
      .warning,
      LocalizedText(
        th: "รูปแบบของแฟ้มทำให้แทรกข้อความที่บรรทัดเดิมไม่ได้ จึงรวมไว้ที่หัวแฟ้มพร้อมเลขบรรทัด",
        en: "comments between the lines would change what the file says, so they stand at its top"
      ),
      at: Diagnostic.Place(file: path, position: nil)
    )
  }
}
