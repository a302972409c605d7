/// The parts that every package has, whatever it holds: types of contents, links, properties.
public enum CommonParts {
  /// The beginning of the kinds of links between Office parts.
  public static let officeRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// The part of the types of contents: by ending, and by the names of parts.
  ///
  /// Links, XML and the properties are named in any case.
  public static func contentTypes(
    defaults: [(ending: String, type: String)] = [],
    overrides: [(part: String, type: String)]
  ) -> String {
    let endings = [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
      ("xml", "application/xml"),
    ]
    let properties = (
      "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
    )
    var markup = Markup()
    markup.element("Types", ["xmlns": package + "/content-types"]) { markup in
      for (ending, type) in endings + defaults {
        markup.element("Default", ["Extension": ending, "ContentType": type])
      }
      for (part, type) in overrides + [properties] {
        markup.element("Override", ["PartName": part, "ContentType": type])
      }
    }
    return markup.text
  }

  /// The links of the package itself: to its main part and to its properties.
  public static func packageRelations(main: String) -> String {
    relations([
      (officeRelations + "/officeDocument", main),
      (package + "/relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  /// The part that holds the links of another part, with the ids `rId1`, `rId2` and so on.
  public static func relations(_ links: [(type: String, target: String)]) -> String {
    var markup = Markup()
    markup.element("Relationships", ["xmlns": package + "/relationships"]) { markup in
      for (index, link) in links.enumerated() {
        markup.element(
          "Relationship",
          ["Id": "rId\(index + 1)", "Type": link.type, "Target": link.target]
        )
      }
    }
    return markup.text
  }

  /// The part of the properties: what the file is about, and neither time nor author.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - subject: What it is about; left out where it is empty.
  ///   - language: The language, such as `th-TH`; left out where it is empty.
  /// - Returns: The part.
  public static func properties(
    title: String,
    subject: String = "",
    language: String = ""
  ) -> String {
    var markup = Markup()
    markup.element(
      "cp:coreProperties",
      [
        "xmlns:cp": package + "/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      ]
    ) { markup in
      markup.element("dc:title", text: title)
      if !subject.isEmpty { markup.element("dc:subject", text: subject) }
      if !language.isEmpty { markup.element("dc:language", text: language) }
    }
    return markup.text
  }
}
