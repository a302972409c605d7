public import Diagnostics

extension CELType {
  /// The type in words, for people who do not write programs.
  ///
  /// `labels` are the words for the types of the host, see ``Environment/typeLabels``.
  public func words(_ labels: [String: LocalizedText] = [:]) -> LocalizedText {
    switch self {
    case .dyn, .error: LocalizedText(th: "ค่าใดก็ได้", en: "any value")
    case .null: LocalizedText(th: "ค่าว่าง (null)", en: "null")
    case .bool: LocalizedText(th: "ค่าจริงเท็จ", en: "truth value")
    case .int: LocalizedText(th: "จำนวนเต็ม", en: "whole number")
    case .uint: LocalizedText(th: "จำนวนเต็มไม่มีเครื่องหมาย", en: "whole number without a sign")
    case .double: LocalizedText(th: "จำนวนทศนิยม", en: "decimal number")
    case .string: LocalizedText(th: "ข้อความ", en: "text")
    case .bytes: LocalizedText(th: "ไบต์", en: "bytes")
    case .timestamp: LocalizedText(th: "จุดเวลา", en: "timestamp")
    case .duration: LocalizedText(th: "ระยะเวลา", en: "duration")
    case .list(.dyn), .list(.parameter): LocalizedText(th: "รายการ", en: "list")
    case .list(let element): element.words(labels).within(th: "รายการของ", en: "list of ")
    case .map(.dyn, .dyn), .map(.parameter, .parameter):
      LocalizedText(th: "ชุดคีย์กับค่า (map)", en: "map")
    case .map(let key, let value): value.words(labels).inMap(from: key.words(labels))
    case .optional(.dyn), .optional(.parameter):
      LocalizedText(th: "ค่าที่อาจไม่มี", en: "optional value")
    case .optional(let wrapped): wrapped.words(labels).asOptional
    case .type: LocalizedText(th: "ชนิดข้อมูล", en: "type")
    case .record(let name):
      labels[name] ?? Self.words(ofRecord: name)
    case .opaque(let name, _): labels[name] ?? LocalizedText(verbatim: name)
    case .parameter: LocalizedText(th: "ค่าชนิดเดียวกัน", en: "value of the same type")
    }
  }

  /// A host may put a namespace and a slash before the name of a record, which tells people nothing.
  private static func words(ofRecord name: String) -> LocalizedText {
    let plain = name.split(separator: "/").last.map(String.init) ?? name
    return LocalizedText(th: "ระเบียน \(plain)", en: "record \(plain)")
  }

  /// The type in words as part of a sentence: in English with its article.
  func phrase(_ labels: [String: LocalizedText]) -> LocalizedText {
    let words = words(labels)
    switch self {
    case .dyn, .error, .null, .string, .bytes, .parameter: return words
    case .opaque(let name, _) where labels[name] == nil: return words
    case .record(let name) where labels[name] == nil: return words
    default:
      let isVowel = words.en.utf8.first.map { "aeio".utf8.contains($0) } ?? false
      let article = isVowel ? "an" : "a"
      return LocalizedText(th: words.th, en: article + " " + words.en)
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

extension LocalizedText {
  /// The text behind another.
  fileprivate func within(th: String, en: String) -> LocalizedText {
    LocalizedText(th: th + self.th, en: en + self.en)
  }

  /// The words of a map whose values have these.
  fileprivate func inMap(from key: LocalizedText) -> LocalizedText {
    within(th: "ชุดคีย์\(key.th)กับค่า", en: "map from \(key.en) to ")
  }

  /// The words of a value that may be missing.
  fileprivate var asOptional: LocalizedText {
    LocalizedText(th: th + "ที่อาจไม่มี", en: "optional " + en)
  }
}
