public import Diagnostics
import DocumentReading
public import Reporting

/// Reports that were saved with `--output json=FILE`.
public enum SavedReport {
  /// Reads a report; the scores are computed anew from its results.
  ///
  /// - Throws: What keeps the file from being read, or that it is no report of ours.
  public static func read(_ path: String) throws(DiagnosticError) -> Report {
    let source = try FileReader.read(path)
    return try ReportReader.read(try DocumentReader.readOne(source))
  }
}
