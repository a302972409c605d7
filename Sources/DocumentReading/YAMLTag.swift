import Diagnostics
import DocumentArena
import SourceText

/// An explicit tag of YAML, and what it makes of a value.
struct YAMLTag {
  private static let corePrefix = "tag:yaml.org,2002:"

  /// The name in the core schema, such as `int`; nil for every other tag.
  private let coreName: Substring?

  @unsafe
  init(_ text: UnsafePointer<UInt8>) {
    let text = unsafe String(cString: text)
    coreName = text.hasPrefix(Self.corePrefix) ? text.dropFirst(Self.corePrefix.count) : nil
  }

  /// The kind of a scalar with this tag, or nil when its text does not fit the tag.
  func kind(of text: UnsafeBufferPointer<UInt8>) -> NodeKind? {
    let plain = unsafe CoreSchema.kind(of: text)
    switch coreName {
    case "null": return plain == .null ? .null : nil
    case "bool": return plain == .bool ? .bool : nil
    case "int": return plain == .int ? .int : nil
    case "float": return plain == .double || plain == .int ? .double : nil
    case "seq", "map", "set", "omap", "pairs": return nil
    default: return .string
    }
  }

  /// Whether a list or mapping may bear this tag.
  func fits(isMap: Bool) -> Bool {
    switch coreName {
    case "null", "bool", "int", "float", "str", "binary", "timestamp": false
    case "map", "set": isMap
    case "seq", "omap", "pairs": !isMap
    default: true
    }
  }

  /// The mistake of a value that does not fit.
  func mismatch(_ name: String, _ place: SourcePosition) -> Diagnostic {
    let tag = "!!\(coreName ?? "")"
    return Diagnostic(
      .yamlTagMismatch,
      .error,
      LocalizedText(th: "ค่านี้ไม่ใช่ \(tag)", en: "this value is no \(tag)"),
      at: Diagnostic.Place(file: name, position: place),
      help: LocalizedText(
        th: "ลบ \(tag) ออก หรือแก้ค่าให้ตรง",
        en: "remove \(tag), or correct the value"
      )
    )
  }
}
