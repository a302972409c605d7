public import OpenXML

/// The bounds of a workbook beyond those of its package.
public struct WorkbookLimits: Sendable {
  /// The number of sheets.
  public var sheets = 256

  /// The number of cells that hold something, in one sheet.
  public var cells = 4_000_000

  /// The texts of one sheet, shared ones apart, in bytes.
  public var textBytes = 64 << 20

  /// The limits of the product.
  public static let standard = WorkbookLimits()

  /// Makes the limits of the product, to be lowered by the caller.
  public init() {}
}

/// Reads workbooks.
public enum WorkbookReader {
  /// Reads all sheets of a workbook; chart sheets and others without cells are left out.
  public static func read(
    _ archive: PackageArchive,
    limits: WorkbookLimits = .standard
  ) throws(PackageProblem) -> Workbook {
    let main = try Relations.read(archive, of: "").first { $0.isOf("officeDocument") }
    guard let main else { throw .notPackage }
    let relations = try Relations.read(archive, of: main.target)
    let contents = WorkbookSink()
    try archive.parse(main.target, into: contents)
    guard contents.isWorkbook else { throw .notPackage }
    guard contents.sheets.count <= limits.sheets else { throw .tooManyParts }
    let shared = try SharedStrings.read(
      archive,
      relations.first { $0.isOf("sharedStrings") }?.target
    )
    let formats = try NumberFormats.read(archive, relations.first { $0.isOf("styles") }?.target)
    var sheets: [Sheet] = []
    for entry in contents.sheets {
      let relation = relations.first { $0.id.utf8.elementsEqual(entry.relation.utf8) }
      guard let relation else { throw .damaged(part: main.target) }
      guard relation.isOf("worksheet") else { continue }
      let reader = SheetReader(
        Sheet(
          name: entry.name,
          isHidden: entry.isHidden,
          part: relation.target,
          shared: shared
        ),
        formats: formats,
        from1904: contents.from1904,
        limits: limits
      )
      try archive.parse(relation.target, into: reader)
      if let problem = reader.problem { throw problem }
      sheets.append(reader.sheet)
    }
    return Workbook(sheets: sheets)
  }
}

/// Takes the list of sheets out of the workbook's own part.
private final class WorkbookSink: XMLSink {
  struct Entry {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  var sheets: [Entry] = []
  var from1904 = false
  var isWorkbook = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isNamed("workbook") {
      isWorkbook = name.isIn("spreadsheetml")
    } else if name.isNamed("sheet") {
      let state = attributes["state"] ?? "visible"
      sheets.append(
        Entry(
          name: attributes["name"] ?? "",
          relation: attributes["id"] ?? "",
          isHidden: state != "visible"
        )
      )
    } else if name.isNamed("workbookPr") {
      from1904 = attributes["date1904"].map { $0 == "1" || $0 == "true" } ?? false
    }
  }

  func end(_ name: XMLName) {}

  func text(_ text: XMLText) {}
}
