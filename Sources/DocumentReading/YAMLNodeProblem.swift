import Diagnostics
import SourceText

/// A mistake of keys and aliases, which libyaml does not look at, and its sentences.
enum YAMLNodeProblem {
  case keyNotText
  case mergeKey
  case undefinedAlias(String)
  case recursiveAlias(String)
  case tooMuchExpansion

  func diagnostic(
    _ name: String,
    _ place: SourcePosition,
    _ limits: ReadingLimits
  ) -> Diagnostic {
    let parts = parts(limits)
    return Diagnostic(
      parts.code,
      .error,
      parts.message,
      at: Diagnostic.Place(file: name, position: place, length: UInt32(clamping: length)),
      help: parts.help
    )
  }

  /// The star and the name of an alias are underlined.
  private var length: Int {
    switch self {
    case .undefinedAlias(let name), .recursiveAlias(let name): name.utf8.count + 1
    case .mergeKey: 2
    default: 1
    }
  }

  private func parts(
    _ limits: ReadingLimits
  ) -> (code: DiagnosticCode, message: LocalizedText, help: LocalizedText) {
    switch self {
    case .keyNotText:
      (
        .yamlKeyNotText,
        LocalizedText(
          th: "คีย์ต้องเป็นข้อความ ไม่ใช่รายการหรือกลุ่มข้อมูล",
          en: "a key must be a text, not a list or a mapping"
        ),
        LocalizedText(
          th: "ถ้าเป็นข้อความที่ขึ้นต้นด้วย [ หรือ { ให้ใส่เครื่องหมายคำพูด",
          en: "quote a text that begins with [ or {"
        )
      )
    case .mergeKey:
      (
        .yamlMergeKey,
        LocalizedText(
          th: "คีย์ << รวมกลุ่มข้อมูลได้เฉพาะใน YAML 1.1 แฟ้มนี้อ่านตาม YAML 1.2 ซึ่งไม่มีการรวม",
          en: "the key << merges mappings in YAML 1.1 only; files are read as YAML 1.2"
        ),
        LocalizedText(
          th: "เขียนช่องข้อมูลให้ครบในแต่ละกลุ่ม หรืออ้างถึงทั้งค่าด้วย *ชื่อ",
          en: "write all fields in each mapping, or refer to a whole value with *name"
        )
      )
    case .undefinedAlias(let name):
      (
        .yamlUndefinedAlias,
        LocalizedText(
          th: "ไม่มีค่าชื่อ &\(name) ก่อนหน้านี้ให้ *\(name) อ้างถึง",
          en: "there is no &\(name) before this for *\(name) to refer to"
        ),
        LocalizedText(
          th: "ถ้าเป็นข้อความที่ขึ้นต้นด้วย * ให้ใส่เครื่องหมายคำพูด",
          en: "quote a text that begins with *"
        )
      )
    case .recursiveAlias(let name):
      (
        .yamlRecursiveAlias,
        LocalizedText(
          th: "*\(name) อยู่ภายใน &\(name) ของตนเอง",
          en: "*\(name) stands inside its own &\(name)"
        ),
        LocalizedText(
          th: "เขียนค่าออกมาแทนการอ้างถึง",
          en: "write the value out instead of referring to it"
        )
      )
    case .tooMuchExpansion:
      (
        .yamlAliasExpansion,
        LocalizedText(
          th: "การอ้างถึงด้วย * ทำให้แฟ้มขยายเกิน \(limits.aliasNodes) ค่า",
          en: "references with * add more than \(limits.aliasNodes) values to the file"
        ),
        LocalizedText(
          th: "ลดการอ้างถึงที่ซ้อนกัน",
          en: "use fewer references inside references"
        )
      )
    }
  }
}
