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

#if canImport(Darwin)
private typealias DirectoryStream = UnsafeMutablePointer<DIR>
#else
private typealias DirectoryStream = OpaquePointer
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
    try add(folder, depth: 0, endings, to: &found)
    return found
  }

  /// Adds what is in one folder, in the order of the paths: that of the names, with a stroke behind
  /// those of folders.
  private static func add(
    _ folder: String,
    depth: Int,
    _ endings: [String],
    to found: inout [Entry]
  ) throws(DiagnosticError) {
    guard let stream = unsafe opendir(folder) else { throw unreadable(folder, errno) }
    defer { unsafe _ = closedir(stream) }
    // The system finds a name in a folder that is open sooner than a path from the top.
    let descriptor = unsafe dirfd(stream)
    var children: [(name: String, stamp: FileStamp?)] = []
    for name in unsafe names(in: stream) {
      var status = stat()
      switch kindOfEntry(name, in: descriptor, &status) {
      case .folder: children.append((name + "/", nil))
      case .other where hasEnding(name, endings): children.append((name, FileStamp(status)))
      case .other, .missing: continue
      }
    }
    children.sort { $0.name.precedesInBytes($1.name) }
    let start = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    for (name, stamp) in children {
      if let stamp {
        found.append(Entry(path: start + name, stamp: stamp))
        guard found.count <= mostFiles else { throw tooMuch(folder) }
      } else {
        let child = start + name.dropLast()
        guard depth < deepest else { throw tooMuch(child) }
        try add(child, depth: depth + 1, endings, to: &found)
      }
    }
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
  private static func kindOfEntry(
    _ name: String,
    in folder: Int32,
    _ status: inout stat
  ) -> Kind {
    guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK:
      guard unsafe fstatat(folder, name, &status, 0) == 0 else { return .missing }
      return status.st_mode & S_IFMT == S_IFDIR ? .missing : .other
    default: return .other
    }
  }

  /// The names in a folder, in no order; those that begin with a point are left out.
  static func names(in folder: String) throws(DiagnosticError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw unreadable(folder, errno) }
    defer { unsafe _ = closedir(stream) }
    return unsafe names(in: stream)
  }

  private static func names(in stream: DirectoryStream) -> [String] {
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
