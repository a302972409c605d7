import OpenXML
import Testing

/// The parts of Office files, for tests of their markup.
struct OfficeParts {
  let archive: PackageArchive

  init(_ bytes: [UInt8]) throws {
    archive = try PackageArchive(bytes)
  }

  /// The bytes of a part as text.
  func text(_ part: String) throws -> String {
    String(decoding: try #require(try archive.read(part)), as: UTF8.self)
  }

  /// All elements of a part; reading it shows that it is well-formed.
  func elements(_ part: String) throws -> [XMLOutline.Element] {
    try XMLOutline(archive, part, depth: 60).elements
  }

  /// The elements of a name in a part.
  func elements(_ part: String, _ name: String) throws -> [XMLOutline.Element] {
    try elements(part).filter { $0.name == name }
  }

  /// The parts in XML.
  var parts: [String] {
    archive.parts.map(\.name).filter { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
  }

  /// The children of elements that do not stand in an order of the schema (ISO/IEC 29500-1, annex A).
  func misplaced(_ part: String, in parent: String, order: [String]) throws -> [String] {
    let all = try elements(part)
    var found: [String] = []
    for (number, element) in all.enumerated() where element.name == parent {
      let names = all.filter { $0.parent == number }.map(\.name)
      let places = names.map { order.firstIndex(of: $0) }
      if places.contains(nil) || places.compactMap({ $0 }) != places.compactMap({ $0 }).sorted() {
        found.append("\(parent): \(names.joined(separator: " "))")
      }
    }
    return found
  }
}
