public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes several files into a folder that need not exist.
public enum OutputFolder {
  /// A file to write; its name may have folders in it.
  public struct File: Sendable {
    /// The name below the folder.
    public let name: String
    /// What is written.
    public let text: String

    /// Makes a file.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Writes files, the folders on the way to them first; files that exist are replaced.
  ///
  /// - Returns: The paths, in order.
  /// - Throws: At the first that cannot be written; those before it stay.
  @discardableResult
  public static func write(
    _ files: [File],
    into folder: String
  ) throws(DiagnosticError) -> [String] {
    var paths: [String] = []
    for file in files {
      let path = folder + "/" + file.name
      try makeFolders(of: path)
      try OutputFile.write(file.text, to: path)
      paths.append(path)
    }
    return paths
  }

  /// Writes files of which none exists yet.
  ///
  /// - Throws: Before anything is written, when one of them exists.
  @discardableResult
  public static func create(
    _ files: [File],
    into folder: String
  ) throws(DiagnosticError) -> [String] {
    let taken = files.map { folder + "/" + $0.name }
      .filter { FolderListing.kind(of: $0) != .missing }
    guard taken.isEmpty else {
      throw DiagnosticError(taken.map(exists))
    }
    return try write(files, into: folder)
  }

  static func exists(_ path: String) -> Diagnostic {
    Diagnostic(
      .outputExists,
      .error,
      LocalizedText(
        th: "มีแฟ้มนี้อยู่แล้ว จึงไม่เขียนทับ",
        en: "this file exists already; nothing is written"
      ),
      at: Diagnostic.Place(file: path, position: nil),
      help: LocalizedText(
        th: "ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมไปก่อน",
        en: "choose another name, or move the old file away first"
      )
    )
  }

  /// Makes the folders on the way to a file.
  private static func makeFolders(of path: String) throws(DiagnosticError) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      let folder = String(path[..<slash])
      end = path.index(after: slash)
      guard !folder.isEmpty, unsafe mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      let cause = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? ""
      throw DiagnosticError([
        Diagnostic(
          .outputNotWritten,
          .error,
          LocalizedText(
            th: "สร้างโฟลเดอร์ไม่ได้ (\(cause))",
            en: "the folder could not be made (\(cause))"
          ),
          at: Diagnostic.Place(file: folder, position: nil),
          help: LocalizedText(
            th: "ตรวจชื่อโฟลเดอร์และสิทธิ์การเขียน",
            en: "check the name and the permission to write there"
          )
        )
      ])
    }
  }
}
