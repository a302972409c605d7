public import Diagnostics

extension CELType {
  /// The type in words, for people who do not write programs.
  public var words: LocalizedText {
    switch self {
    case .dyn, .error: LocalizedText(th: "ค่าใดก็ได้", en: "any value")
    case .null: LocalizedText(th: "ค่าว่าง (null)", en: "null")
    case .bool: LocalizedText(th: "ค่าจริงเท็จ", en: "truth value")
    case .int: LocalizedText(th: "จำนวนเต็ม", en: "integer")
    case .uint: LocalizedText(th: "จำนวนเต็มไม่มีเครื่องหมาย", en: "unsigned integer")
    case .double: LocalizedText(th: "จำนวนทศนิยม", en: "decimal number")
    case .string: LocalizedText(th: "ข้อความ", en: "text")
    case .bytes: LocalizedText(th: "ไบต์", en: "bytes")
    case .timestamp: LocalizedText(th: "จุดเวลา", en: "timestamp")
    case .duration: LocalizedText(th: "ระยะเวลา", en: "duration")
    case .list(.dyn), .list(.parameter): LocalizedText(th: "รายการ", en: "list")
    case .list(let element):
      LocalizedText(th: "รายการของ\(element.words.th)", en: "list of \(element.words.en)")
    case .map(.dyn, .dyn), .map(.parameter, .parameter):
      LocalizedText(th: "แผนที่ค่า (map)", en: "map")
    case .map(let key, let value):
      LocalizedText(
        th: "แผนที่จาก\(key.words.th)ไปยัง\(value.words.th)",
        en: "map from \(key.words.en) to \(value.words.en)"
      )
    case .optional(.dyn), .optional(.parameter):
      LocalizedText(th: "ค่าที่อาจไม่มี", en: "optional value")
    case .optional(let wrapped):
      LocalizedText(th: "\(wrapped.words.th)ที่อาจไม่มี", en: "optional \(wrapped.words.en)")
    case .type: LocalizedText(th: "ชนิดข้อมูล", en: "type")
    case .record(let name): LocalizedText(th: "ระเบียน \(name)", en: "record \(name)")
    case .opaque(let name, _): LocalizedText(verbatim: name)
    case .parameter: LocalizedText(th: "ค่าชนิดเดียวกัน", en: "value of the same type")
    }
  }

  /// The type as CEL writes it, such as `list(int)`.
  public var notation: String {
    switch self {
    case .dyn: "dyn"
    case .error: "!error!"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list(let element): "list(\(element.notation))"
    case .map(let key, let value): "map(\(key.notation), \(value.notation))"
    case .optional(let wrapped): "optional_type(\(wrapped.notation))"
    case .type(let of): of.map { "type(\($0.notation))" } ?? "type"
    case .record(let name): name
    case .opaque(let name, let parameters):
      parameters.isEmpty
        ? name : "\(name)(\(parameters.map(\.notation).joined(separator: ", ")))"
    case .parameter(let name): name
    }
  }
}
