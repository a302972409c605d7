public import Foundation

/// A folder of one test's own; removed when the value goes out of scope.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("krong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a file in it, existing or not.
  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Copies the rules of the project into it, under their own name.
  @discardableResult
  public func copyRules() throws -> URL {
    let rules = url.appendingPathComponent("Rules")
    try FileManager.default.copyItem(
      at: SharedData.packageRoot.appendingPathComponent("Rules"),
      to: rules
    )
    return rules
  }

  /// Writes a file and returns its path.
  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a file of text and returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }
}
