/// A link from one part to another (ISO/IEC 29500-2, 9.3).
public struct Relation: Hashable, Sendable {
  /// The id by which the part names it.
  public let id: String
  /// The kind of link, a long address whose last word tells.
  public let type: String
  /// The name of the part that it leads to; for outside links the address.
  public let target: String
  /// Whether it leads out of the package; such links are never followed.
  public let isExternal: Bool

  /// Whether the kind ends in a word, such as `worksheet`; strict and transitional files share it.
  public func isOf(_ word: String) -> Bool {
    !isExternal && type.utf8.reversed().starts(with: "/\(word)".utf8.reversed())
  }
}

/// Reads the links of parts.
public enum Relations {
  /// The links of a part, or of the package itself for the empty name; none where there are no links.
  public static func read(
    _ archive: PackageArchive,
    of part: String
  ) throws(PackageProblem) -> [Relation] {
    let name = self.part(of: part)
    guard archive.part(name) != nil else { return [] }
    let sink = RelationSink(folder: folder(of: part))
    try archive.parse(name, into: sink)
    return sink.relations
  }

  /// The name of the part that holds the links of a part.
  public static func part(of part: String) -> String {
    let folder = folder(of: part)
    let file = part.utf8.count > folder.utf8.count ? part.dropFirst(folder.count) : ""
    return "\(folder)_rels/\(file).rels"
  }

  private static func folder(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "" }
    return String(part[...slash])
  }
}

private final class RelationSink: XMLSink {
  var relations: [Relation] = []
  private let folder: String

  init(folder: String) {
    self.folder = folder
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.isNamed("Relationship"), let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    let isExternal = attributes["TargetMode"] == "External"
    relations.append(
      Relation(
        id: id,
        type: attributes["Type"] ?? "",
        target: isExternal ? target : resolved(target),
        isExternal: isExternal
      )
    )
  }

  func end(_ name: XMLName) {}

  func text(_ text: XMLText) {}

  /// The target as the name of a part; steps up never lead out of the package.
  private func resolved(_ target: String) -> String {
    let whole = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
