public import Foundation

/// The folder of shared conformance and domain data that tests read but do not carry.
public enum SharedData {
  /// The folder named by `KRONG_SHARED`, else `shared` beside the package; nil when there is none.
  public static let folder: URL? = {
    var candidates: [URL] = []
    if let path = ProcessInfo.processInfo.environment["KRONG_SHARED"] {
      candidates.append(URL(fileURLWithPath: path))
    }
    candidates.append(packageRoot.deletingLastPathComponent().appendingPathComponent("shared"))
    return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The root of the package.
  public static var packageRoot: URL {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// A file of the folder, or nil when the folder or the file is absent.
  public static func file(_ path: String) -> URL? {
    guard let url = folder?.appendingPathComponent(path) else { return nil }
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Whether a file of the folder is there, for `.enabled(if:)`.
  public static func has(_ path: String) -> Bool { file(path) != nil }
}
