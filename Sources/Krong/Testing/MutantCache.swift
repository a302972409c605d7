import DocumentReading
import SourceText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What is remembered of mutants, so that only rules that have changed are tried again.
///
/// It never changes a result: the key holds the digests of everything that a verdict depends on, and
/// what cannot be read or written is as if it were not there.
struct MutantCache {
  /// What became of the mutants of a rule.
  struct Entry {
    let invalid: Int
    let survivors: [String]
  }

  let folder: String

  private static let mark = "krong mutants 1"
  private static let mostEntries = 4_000

  private var path: String { "\(folder)/mutants.cache" }

  /// The stamp of this build of the program.
  static var program: String {
    guard let stamp = FileStamp(path: "/proc/self/exe") else { return KrongVersion.text }
    return "\(stamp.size) \(stamp.modified) \(stamp.number) \(stamp.device)"
  }

  /// All that is remembered, by key.
  func read() -> [String: Entry] {
    var status = stat()
    // A file of somebody else, or a link, is not ours.
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == getuid(), let source = try? FileReader.read(path)
    else { return [:] }
    let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n")
    guard let first = lines.first, first == Self.mark else { return [:] }
    var entries: [String: Entry] = [:]
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2, let invalid = Int(words[1]) else { continue }
      entries[words[0]] = Entry(invalid: invalid, survivors: Array(words.dropFirst(2)))
    }
    return entries
  }

  /// Remembers results beside those that are known; when there are too many only the new ones.
  func write(_ known: [String: Entry], adding results: [RuleMutants]) {
    var entries = known.count + results.count > Self.mostEntries ? [:] : known
    for result in results {
      entries[result.key] = Entry(invalid: result.invalid, survivors: result.survivors.map(\.id))
    }
    var text = Self.mark + "\n"
    for key in entries.keys.sorted() {
      guard let entry = entries[key] else { continue }
      text += ([key, String(entry.invalid)] + entry.survivors).joined(separator: " ") + "\n"
    }
    RuleCache(folder: folder).makeFolder()
    OutputFile.replace(path, with: Array(text.utf8))
  }
}
