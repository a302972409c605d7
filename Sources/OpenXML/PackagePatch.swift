/// Changes and adds parts of a package; all others are copied as they are packed, byte for byte.
public struct PackagePatch: Sendable {
  /// Who writes notes and comments into files of others; by it they are found again.
  public static let author = "กรอง (Krong)"

  /// The package as it was.
  public let archive: PackageArchive

  private var changed: [(name: String, bytes: [UInt8])] = []
  private var types: [(part: String, type: String)] = []
  private var endings: [(ending: String, type: String)] = []
  private var links: [(part: String, relations: [Relation])] = []

  private static let contentTypes = "[Content_Types].xml"

  /// Starts with a package as it is.
  public init(_ archive: PackageArchive) {
    self.archive = archive
  }

  /// Puts other bytes into a part that is there.
  public mutating func replace(_ part: String, with bytes: [UInt8]) {
    if let index = changed.firstIndex(where: { $0.name.utf8.elementsEqual(part.utf8) }) {
      changed[index].bytes = bytes
    } else {
      changed.append((part, bytes))
    }
  }

  /// Adds a part; its type is named in the list of contents.
  public mutating func add(_ part: String, _ text: String, type: String) {
    replace(part, with: Array(text.utf8))
    types.append((part, type))
  }

  /// Adds a part whose type is named by the ending of its name.
  public mutating func add(_ part: String, _ text: String, ending: String, type: String) {
    replace(part, with: Array(text.utf8))
    endings.append((ending, type))
  }

  /// Links a part to another one.
  ///
  /// - Returns: The id by which the part names the link.
  public mutating func link(
    _ part: String,
    to target: String,
    type: String
  ) throws(PackageProblem) -> String {
    var taken = Set(try Relations.read(archive, of: part).map(\.id))
    let own = links.first { $0.part.utf8.elementsEqual(part.utf8) }?.relations ?? []
    taken.formUnion(own.map(\.id))
    var number = 1
    while taken.contains("krong\(number)") { number += 1 }
    let relation = Relation(
      id: "krong\(number)",
      type: type,
      target: "/" + target,
      isExternal: false
    )
    if let index = links.firstIndex(where: { $0.part.utf8.elementsEqual(part.utf8) }) {
      links[index].relations.append(relation)
    } else {
      links.append((part, [relation]))
    }
    return relation.id
  }

  /// A name for a new part that no part has: `xl/comments1.xml`, `xl/comments2.xml` and so on.
  public func freeName(_ start: String, _ end: String) -> String {
    let taken = Set(archive.parts.map { Array($0.name.utf8) } + changed.map { Array($0.name.utf8) })
    var number = 1
    while taken.contains(Array("\(start)\(number)\(end)".utf8)) { number += 1 }
    return "\(start)\(number)\(end)"
  }

  /// The package with its changes.
  public func finished() throws(PackageProblem) -> [UInt8] {
    var patch = self
    try patch.writeTypes()
    try patch.writeLinks()
    var writer = PackageWriter()
    for part in archive.parts {
      if let new = patch.changed.first(where: { $0.name.utf8.elementsEqual(part.name.utf8) }) {
        writer.add(part.name, new.bytes)
      } else {
        try writer.copy(part, from: archive)
      }
    }
    for part in patch.changed where archive.part(part.name) == nil {
      writer.add(part.name, part.bytes)
    }
    return writer.finished()
  }

  private mutating func writeTypes() throws(PackageProblem) {
    guard !types.isEmpty || !endings.isEmpty else { return }
    var part = try PartPatch(archive, Self.contentTypes)
    var known = Set(
      part.outline.elements.compactMap { $0.value("Extension").map { $0.lowercased() } }
    )
    var defaults: [String] = []
    for (ending, type) in endings where known.insert(ending).inserted {
      defaults.append(
        Markup.fragment("Default", ["Extension": ending, "ContentType": type])
      )
    }
    // A type by ending comes before those by name.
    let first = part.outline.elements.first { $0.depth == 1 && $0.name == "Override" }
    if first != nil {
      for text in defaults { part.insert(text, before: ["Override"]) }
    } else {
      part.append(defaults, into: 0)
    }
    part.append(
      types.map {
        Markup.fragment("Override", ["PartName": "/" + $0.part, "ContentType": $0.type])
      },
      into: 0
    )
    replace(Self.contentTypes, with: part.finished)
  }

  private mutating func writeLinks() throws(PackageProblem) {
    for (source, relations) in links {
      let name = Relations.part(of: source)
      let elements = relations.map {
        Markup.fragment("Relationship", ["Id": $0.id, "Type": $0.type, "Target": $0.target])
      }
      if archive.part(name) != nil {
        var part = try PartPatch(archive, name)
        part.append(elements, into: 0)
        replace(name, with: part.finished)
      } else {
        let empty = CommonParts.relations([])
        replace(name, with: Array(empty.replacingEnd(with: elements.joined()).utf8))
      }
    }
  }
}

extension String {
  /// Puts elements before the end tag of the root of a part that we wrote ourselves.
  fileprivate func replacingEnd(with elements: String) -> String {
    guard let end = utf8.lastIndex(of: UInt8(ascii: "<")) else { return self }
    return self[..<end] + elements + self[end...]
  }
}

extension Markup {
  /// One empty element, without the declaration that begins a part.
  public static func fragment(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> String {
    fragment { $0.element(name, attributes) }
  }

  /// Elements without the declaration that begins a part.
  public static func fragment(_ content: (inout Markup) -> Void) -> String {
    var markup = Markup(isWhole: false)
    content(&markup)
    return markup.text
  }
}
