/// Tells whether files have changed since it was last asked, by their stamps; reads no file.
public struct FileWatch {
  private let paths: [String]
  private var stamps: [String: FileStamp] = [:]

  /// Begins to watch files, and folders with all YAML files below them.
  public init(_ paths: [String]) {
    self.paths = paths
    stamps = current()
  }

  /// Whether a file has changed, come or gone.
  public mutating func hasChanged() -> Bool {
    let now = current()
    defer { stamps = now }
    return now != stamps
  }

  private func current() -> [String: FileStamp] {
    var found: [String: FileStamp] = [:]
    for path in paths {
      guard FolderListing.kind(of: path) == .folder else {
        found[path] = FileStamp(path: path)
        continue
      }
      for entry in (try? FolderListing.entries(under: path, endings: [".yaml", ".yml"])) ?? [] {
        found[entry.path] = entry.stamp
      }
    }
    return found
  }
}
