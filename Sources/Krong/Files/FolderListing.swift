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

  /// What lies in one folder, sorted; the names stand one after the other in one block of bytes.
  ///
  /// A folder of rules is listed at each start, so no text is made of a name before it is known to be needed.
  private struct Children {
    struct Child {
      let start: Int
      let count: Int
      /// Nil for folders, behind whose names a stroke stands.
      let stamp: FileStamp?
    }

    private var names: [UInt8] = []
    private(set) var list: [Child] = []

    mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ stamp: FileStamp?) {
      let start = names.count
      unsafe names.append(contentsOf: name)
      if stamp == nil { names.append(UInt8(ascii: "/")) }
      list.append(Child(start: start, count: names.count - start, stamp: stamp))
    }

    /// Sorts by the bytes of the names.
    mutating func sort() {
      unsafe names.withUnsafeBytes { names in
        list.sort { a, b in
          let common = min(a.count, b.count)
          let order = unsafe memcmp(
            names.baseAddress.unsafelyUnwrapped + a.start,
            names.baseAddress.unsafelyUnwrapped + b.start,
            common
          )
          return order == 0 ? a.count < b.count : order < 0
        }
      }
    }

    /// The path of a child, without the stroke of a folder.
    func path(of child: Child, in folder: String) -> String {
      let count = child.stamp == nil ? child.count - 1 : child.count
      let name = names[child.start..<child.start + count]
      let length = folder.utf8.count
      return unsafe String(unsafeUninitializedCapacity: length + count) { place in
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: place[length...])
        unsafe _ = place.initialize(from: folder.utf8)
        unsafe _ = rest.initialize(from: name)
        return length + count
      }
    }
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
    let children = unsafe children(in: stream, endings)
    let start = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    for child in children.list {
      let path = children.path(of: child, in: start)
      if let stamp = child.stamp {
        found.append(Entry(path: path, stamp: stamp))
        guard found.count <= mostFiles else { throw tooMuch(folder) }
      } else {
        guard depth < deepest else { throw tooMuch(path) }
        try add(path, depth: depth + 1, endings, to: &found)
      }
    }
  }

  /// The folders in a folder, and the files whose names have one of the ends.
  private static func children(in stream: DirectoryStream, _ endings: [String]) -> Children {
    // The system finds a name in a folder that is open sooner than a path from the top.
    let descriptor = unsafe dirfd(stream)
    var children = Children()
    while let entry = unsafe readdir(stream) {
      let type = unsafe Int32(entry.pointee.d_type)
      unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let text = unsafe bytes.assumingMemoryBound(to: UInt8.self)
        guard let start = text.baseAddress else { return }
        let name = unsafe UnsafeBufferPointer(rebasing: text[..<(text.firstIndex(of: 0) ?? 0)])
        guard unsafe name.first != UInt8(ascii: "."), unsafe isText(name) else { return }
        let isWanted = unsafe hasEnding(name, endings)
        // What the folder itself says of an entry need not be asked for.
        if type == Int32(DT_REG), !isWanted { return }
        if type == Int32(DT_DIR) { return unsafe children.add(name, nil) }
        var status = stat()
        let path = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
        switch unsafe kindOfEntry(path, in: descriptor, &status) {
        case .folder: unsafe children.add(name, nil)
        case .other where isWanted: unsafe children.add(name, FileStamp(status))
        case .other, .missing: return
        }
      }
    }
    children.sort()
    return children
  }

  /// Whether a name is text; no other path could be made of it.
  private static func isText(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe name.allSatisfy { $0 < 0x80 } || String(validating: name, as: UTF8.self) != nil
  }

  /// Whether a name has one of the ends, in small or capital letters.
  static func hasEnding(_ name: String, _ endings: [String]) -> Bool {
    var name = name
    return name.withUTF8 { unsafe hasEnding($0, endings) }
  }

  private static func hasEnding(
    _ name: UnsafeBufferPointer<UInt8>,
    _ endings: [String]
  ) -> Bool {
    for ending in endings {
      let rest = name.count - ending.utf8.count
      guard rest > 0 else { continue }
      var position = rest
      var isThere = true
      for wanted in ending.utf8 where isThere {
        let byte = unsafe name[position]
        isThere = (0x41...0x5A ~= byte ? byte | 0x20 : byte) == wanted
        position += 1
      }
      if isThere { return true }
    }
    return false
  }

  /// What an entry is; a link to a folder counts as missing, a link to a file as that file.
  private static func kindOfEntry(
    _ name: UnsafePointer<CChar>,
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
