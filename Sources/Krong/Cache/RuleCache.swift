import SourceText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where it is remembered which folders of rules were found sound, one file for each folder.
///
/// It never changes a result: what cannot be read, written or understood, or belongs to another user,
/// is as if it were not there.
struct RuleCache {
  /// The folder of the cache.
  let folder: String

  private static let mark = "krong rules 3\n"
  private static let prefix = "rules-"
  private static let largest = 16 << 20
  private static let mostFiles = 16

  // MARK: Reading

  /// What is remembered of a folder of rules; whether it holds for the files as they are now is to be
  /// asked of it.
  func find(_ rules: String) -> VerifiedRules? {
    guard let program = Self.program(), let path = path(for: rules), let file = KeptFile(path),
      file.size <= Self.largest, let head = file.read(from: 0, count: Self.headLength)
    else { return nil }
    var reader = PackedReader(head)
    guard reader.text().utf8.elementsEqual(Self.mark.utf8),
      reader.text().utf8.elementsEqual(KrongVersion.text.utf8), FileStamp(&reader) == program
    else { return nil }
    let checksum: UInt64 = reader.number()
    let count: Int = reader.number()
    guard reader.isAtEnd, let index = file.read(from: Self.headLength, count: count),
      Checksum.of(index[...]) == checksum
    else { return nil }
    var contents = PackedReader(index)
    guard var known = VerifiedRules(&contents) else { return nil }
    known.file = file
    known.fileStart = Self.headLength + count
    return known
  }

  // MARK: Writing

  /// Remembers a folder of rules; does nothing where that is not possible.
  func store(_ known: VerifiedRules, of rules: RuleFolder) {
    guard let program = Self.program(), let file = path(for: rules.path) else { return }
    var index = PackedWriter()
    known.write(to: &index)
    var head = PackedWriter()
    head.text(Self.mark)
    head.text(KrongVersion.text)
    program.write(to: &head)
    head.number(Checksum.of(index.bytes[...]))
    head.number(index.bytes.count)
    let bytes = head.bytes + index.bytes + known.kept
    guard head.bytes.count == Self.headLength, bytes.count <= Self.largest else { return }
    makeFolder()
    tidy()
    OutputFile.replace(file, with: bytes)
  }

  private static var headLength: Int {
    // The number of texts; two texts, each with its length; their numbers; the stamp; checksum and length.
    8 + (8 + mark.utf8.count) + (8 + KrongVersion.text.utf8.count) + 2 * 8 + 5 * 8 + 2 * 8
  }

  /// Makes the folder and those above it.
  func makeFolder() {
    var path = ""
    for part in folder.split(separator: "/") {
      path += path.isEmpty && !folder.hasPrefix("/") ? part : "/" + part
      // What is there already is left as it is.
      unsafe _ = mkdir(path, 0o700)
    }
  }

  /// Removes the oldest files, so that the cache cannot grow without end.
  private func tidy() {
    let names = (try? FolderListing.names(in: folder)) ?? []
    let own = names.filter { $0.hasPrefix(Self.prefix) }.map { "\(folder)/\($0)" }
    guard own.count >= Self.mostFiles else { return }
    let aged = own.map { (path: $0, modified: FileStamp(path: $0)?.modified ?? 0) }
      .sorted { $0.modified > $1.modified }
    for file in aged.dropFirst(Self.mostFiles - 1) { unsafe _ = unlink(file.path) }
  }

  // MARK: Names

  /// The file that belongs to a folder of rules, however it is named.
  private func path(for rules: String) -> String? {
    FileStamp(path: rules).map { stamp in
      let device = String(stamp.device, radix: 16)
      return "\(folder)/\(Self.prefix)\(device)-\(String(stamp.number, radix: 16)).cache"
    }
  }

  /// What tells this build of the program from every other; nil where the system does not tell.
  private static func program() -> FileStamp? {
    #if os(Linux)
    FileStamp(path: "/proc/self/exe")
    #else
    nil
    #endif
  }
}

extension VerifiedRules {
  /// Whether every file is there, as it was, and no other has come.
  func holds(for folder: RuleFolder) -> Bool {
    guard files.count == folder.entries.count else { return false }
    let start = folder.nameStart
    return zip(files, folder.entries).allSatisfy { file, entry in
      file.stamp == entry.stamp && entry.path.utf8.count == start + file.name.utf8.count
        && entry.path.endsInBytes(with: file.name)
    }
  }
}
