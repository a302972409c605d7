import Diagnostics
import DocumentReading
import SourceText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds the files under a folder, in an order that depends on their names only.
enum FolderListing {
  /// How deep folders may nest, and how many files one listing may have.
  static let deepest = 32
  static let mostFiles = 100_000

  /// What a path is.
  enum Kind {
    case folder
    case other
    case missing
  }

  /// What a path is; links are followed.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
  }

  /// The files under a folder whose names have one of the ends, sorted by the bytes of their paths.
  ///
  /// Names that begin with a point are left out, and links to folders are not followed, so that no
  /// listing goes round in circles.
  static func files(
    under folder: String,
    endings: [String]
  ) throws(DiagnosticError) -> [String] {
    try entries(under: folder, endings: endings).map(\.path)
  }

  /// A file with what tells whether it has changed.
  struct Entry {
    let path: String
    let stamp: FileStamp
  }

  /// The files of ``files(under:endings:)`` with their stamps.
  static func entries(
    under folder: String,
    endings: [String]
  ) throws(DiagnosticError) -> [Entry] {
    var found: [Entry] = []
    var open: [(path: String, depth: Int)] = [(folder, 0)]
    while let (path, depth) = open.popLast() {
      for name in try names(in: path) {
        let child = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        var status = stat()
        switch kindOfEntry(child, &status) {
        case .folder:
          guard depth < deepest else { throw tooMuch(child) }
          open.append((child, depth + 1))
        case .other where hasEnding(name, endings):
          found.append(Entry(path: child, stamp: FileStamp(status)))
          guard found.count <= mostFiles else { throw tooMuch(folder) }
        case .other, .missing: continue
        }
      }
    }
    return found.sorted { $0.path.precedesInBytes($1.path) }
  }

  /// Whether a name has one of the ends, in small or capital letters.
  static func hasEnding(_ name: String, _ endings: [String]) -> Bool {
    endings.contains { ending in
      name.utf8.count > ending.utf8.count
        && zip(name.utf8.reversed(), ending.utf8.reversed()).allSatisfy { byte, wanted in
          (0x41...0x5A ~= byte ? byte | 0x20 : byte) == wanted
        }
    }
  }

  /// What an entry is; a link to a folder counts as missing, a link to a file as that file.
  private static func kindOfEntry(_ path: String, _ status: inout stat) -> Kind {
    guard unsafe lstat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK:
      guard unsafe stat(path, &status) == 0 else { return .missing }
      return status.st_mode & S_IFMT == S_IFDIR ? .missing : .other
    default: return .other
    }
  }

  /// The names in a folder, in no order; those that begin with a point are left out.
  static func names(in folder: String) throws(DiagnosticError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw unreadable(folder, errno) }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func unreadable(_ folder: String, _ number: Int32) -> DiagnosticError {
    let isMissing = number == ENOENT || number == ENOTDIR
    let message =
      isMissing
      ? LocalizedText(th: "ไม่พบโฟลเดอร์นี้", en: "there is no such folder")
      : LocalizedText(th: "ไม่มีสิทธิ์อ่านโฟลเดอร์นี้", en: "the folder cannot be read")
    let place = Diagnostic.Place(file: folder, position: nil)
    let code = isMissing ? DiagnosticCode.fileMissing : .fileUnreadable
    return DiagnosticError([Diagnostic(code, .error, message, at: place)])
  }

  private static func tooMuch(_ path: String) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .folderTooLarge,
        .error,
        LocalizedText(
          th: "โฟลเดอร์ซ้อนกันลึกเกิน \(deepest) ชั้น หรือมีแฟ้มเกิน \(mostFiles) แฟ้ม",
          en: "folders nest deeper than \(deepest) levels, or hold more than \(mostFiles) files"
        ),
        at: Diagnostic.Place(file: path, position: nil),
        help: LocalizedText(th: "ระบุโฟลเดอร์ย่อยที่ต้องการ", en: "name a smaller folder")
      )
    ])
  }
}
