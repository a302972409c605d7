public import OpenXML

/// Reads documents.
public enum WordReader {
  /// Reads the body of a document: what was deleted in tracked changes is left out.
  public static func read(
    _ archive: PackageArchive,
    limits: WordLimits = .standard
  ) throws(PackageProblem) -> WordDocument {
    let main = try Relations.read(archive, of: "").first { $0.isOf("officeDocument") }
    guard let main else { throw .notPackage }
    let relations = try Relations.read(archive, of: main.target)
    let levels = try OutlineLevels.read(archive, relations.first { $0.isOf("styles") }?.target)
    let sink = BodySink(part: main.target, levels: levels, limits: limits)
    try archive.parse(main.target, into: sink)
    if let problem = sink.problem { throw problem }
    guard sink.isDocument else { throw .notPackage }
    sink.finish()
    return WordDocument(blocks: sink.blocks)
  }
}

/// The place in the outline that each style gives its paragraphs.
struct OutlineLevels {
  private var levels: [String: Int] = [:]
  private var parents: [String: String] = [:]
  /// The styles of the table of contents and of its title.
  private var contents: Set<String> = []

  /// The level of a style, its own or that of a style that it is based on.
  func level(of style: String) -> Int? { first(of: style) { levels[$0] } }

  /// Whether a style is that of a table of contents, or based on one.
  func isContents(_ style: String) -> Bool {
    let found: Bool? = first(of: style) { contents.contains($0) ? true : nil }
    return found ?? false
  }

  /// What is known of a style, or of the nearest one that it is based on.
  private func first<Value>(of style: String, _ known: (String) -> Value?) -> Value? {
    var style: String? = style
    var steps = 0
    while let name = style, steps < 20 {
      if let value = known(name) { return value }
      style = parents[name]
      steps += 1
    }
    return nil
  }

  /// The names that every word processor gives these styles, whatever they are called on its screen.
  private static func isContents(named name: String) -> Bool {
    let name = name.lowercased()
    guard name.utf8.starts(with: "toc ".utf8) else { return false }
    let rest = name.utf8.dropFirst(4)
    return rest.elementsEqual("heading".utf8)
      || rest.count == 1 && rest.allSatisfy { 0x31...0x39 ~= $0 }
  }

  static func read(
    _ archive: PackageArchive,
    _ part: String?
  ) throws(PackageProblem) -> OutlineLevels {
    guard let part, archive.part(part) != nil else { return OutlineLevels() }
    let sink = StyleSink()
    try archive.parse(part, into: sink)
    return sink.levels
  }

  private final class StyleSink: XMLSink {
    var levels = OutlineLevels()
    private var style: String?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name.isNamed("style") {
        style = attributes["styleId"]
      } else if let style, name.isNamed("name") {
        if OutlineLevels.isContents(named: attributes["val"] ?? "") {
          levels.contents.insert(style)
        }
      } else if let style, name.isNamed("outlineLvl") {
        // 9 stands for text that is no heading.
        guard let level = attributes["val"].flatMap({ Int($0) }), (0..<9).contains(level) else {
          return
        }
        levels.levels[style] = level + 1
      } else if let style, name.isNamed("basedOn") {
        levels.parents[style] = attributes["val"]
      }
    }

    func end(_ name: XMLName) {
      if name.isNamed("style") { style = nil }
    }

    func text(_ text: XMLText) {}
  }
}
