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

  private static let mark = "krong rules 1\n"
  private static let prefix = "rules-"
  private static let largest = 16 << 20
  private static let mostFiles = 16

  // MARK: Reading

  /// What is remembered of a folder of rules, if it holds for the files as they are now.
  func find(_ rules: RuleFolder) -> VerifiedRules? {
    guard let program = Self.program(), let file = file(for: rules), let bytes = Self.read(file)
    else { return nil }
    var reader = PackedReader(bytes)
    guard reader.text().utf8.elementsEqual(Self.mark.utf8),
      reader.text().utf8.elementsEqual(KrongVersion.text.utf8), FileStamp(&reader) == program,
      reader.number() == Self.checksum(bytes, from: Self.headLength), !reader.isBroken,
      let known = VerifiedRules(&reader), known.holds(for: rules)
    else { return nil }
    return known
  }

  /// The whole of a file that this user, and nobody else, can have written.
  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0, status.st_size <= largest
    else { return nil }
    let size = Int(status.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let count = unsafe Self.systemRead(descriptor, buffer.baseAddress! + filled, size - filled)
        if count <= 0 { break }
        filled += count
      }
    }
    return bytes.count == size ? bytes : nil
  }

  private static func systemRead(
    _ descriptor: Int32,
    _ start: UnsafeMutableRawPointer,
    _ count: Int
  ) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.read(descriptor, start, count)
    #elseif canImport(Musl)
    unsafe Musl.read(descriptor, start, count)
    #elseif canImport(Darwin)
    unsafe Darwin.read(descriptor, start, count)
    #endif
  }

  // MARK: Writing

  /// Remembers a folder of rules; does nothing where that is not possible.
  func store(_ known: VerifiedRules, of rules: RuleFolder) {
    guard let program = Self.program(), let file = file(for: rules) else { return }
    var content = PackedWriter()
    known.write(to: &content)
    var head = PackedWriter()
    head.text(Self.mark)
    head.text(KrongVersion.text)
    program.write(to: &head)
    head.number(Self.checksum(content.bytes, from: 0))
    guard head.bytes.count == Self.headLength, content.bytes.count < Self.largest / 2 else {
      return
    }
    makeFolder()
    tidy()
    OutputFile.replace(file, with: head.bytes + content.bytes)
  }

  private static var headLength: Int {
    8 + mark.utf8.count + 8 + KrongVersion.text.utf8.count + 5 * 8 + 8
  }

  private func makeFolder() {
    var path = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      path += path.isEmpty && part.isEmpty ? "/" : path.hasSuffix("/") || path.isEmpty ? part : "/" + part
      // What is there already is left as it is.
      if !part.isEmpty { unsafe _ = mkdir(path, 0o700) }
    }
  }

  /// Removes the oldest files, so that the cache cannot grow without end.
  private func tidy() {
    let files = (try? FolderListing.entries(under: folder, endings: [".cache", ".tmp"])) ?? []
    let own = files.filter { $0.path.hasPrefix("\(folder)/\(Self.prefix)") }
      .sorted { $0.stamp.modified > $1.stamp.modified }
    for entry in own.dropFirst(Self.mostFiles - 1) { unsafe _ = unlink(entry.path) }
  }

  // MARK: Names

  /// The file that belongs to a folder of rules, however it is named.
  private func file(for rules: RuleFolder) -> String? {
    FileStamp(path: rules.path).map { stamp in
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

  /// A checksum against damage; it keeps no secret.
  private static func checksum(_ bytes: [UInt8], from start: Int) -> UInt64 {
    guard start <= bytes.count else { return 0 }
    return unsafe bytes.withUnsafeBytes { all in
      var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(all.count - start)
      var position = start
      while position + 8 <= all.count {
        let word = unsafe all.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let (high, low) = (sum ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        sum = high ^ low &+ 0xE703_7ED1_A0B4_28DB
        position += 8
      }
      while position < all.count {
        sum = unsafe (sum ^ UInt64(all[position])) &* 0x0000_0100_0000_01B3
        position += 1
      }
      return sum
    }
  }
}

extension VerifiedRules {
  /// Whether every file is there, as it was, and no other has come.
  func holds(for folder: RuleFolder) -> Bool {
    guard files.count == folder.entries.count else { return false }
    return zip(files, folder.entries).allSatisfy { file, entry in
      file.stamp == entry.stamp && folder.name(of: entry.path).elementsEqual(file.name.utf8)
    }
  }
}
