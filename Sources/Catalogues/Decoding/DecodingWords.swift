package import Diagnostics
package import DocumentArena

/// The recurring words of the sentences about our own files.
package enum DecodingWords {
  /// A name in quotes, cut to a length that fits a sentence.
  package static func quoted(_ name: String) -> String {
    let limit = 60
    var scalars = String.UnicodeScalarView()
    for (count, scalar) in name.unicodeScalars.enumerated() {
      if count == limit {
        scalars.append("…")
        break
      }
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return "“\(String(scalars))”"
  }

  /// What a node is, in words.
  package static func kind(_ kind: NodeKind) -> LocalizedText {
    switch kind {
    case .null: LocalizedText(th: "ช่องว่าง", en: "nothing")
    case .bool: LocalizedText(th: "ค่าจริงหรือเท็จ", en: "a truth value")
    case .int: LocalizedText(th: "จำนวนเต็ม", en: "a whole number")
    case .double: LocalizedText(th: "ตัวเลข", en: "a number")
    case .string: LocalizedText(th: "ข้อความ", en: "a text")
    case .list: LocalizedText(th: "รายการ (list)", en: "a list")
    case .map: LocalizedText(th: "กลุ่มคีย์ (mapping)", en: "a mapping")
    }
  }

  /// Names after one another: `a, b, c`; after forty the rest is counted.
  package static func list(_ names: some Collection<String>) -> LocalizedText {
    let shown = names.prefix(40).joined(separator: ", ")
    let rest = names.count - 40
    guard rest > 0 else { return LocalizedText(verbatim: shown) }
    return LocalizedText(th: "\(shown) และอีก \(rest) ชื่อ", en: "\(shown) and \(rest) more")
  }

  private static var mostBesideName: Int { 12 }

  /// "did you mean", where a name is near, and what is allowed.
  package static func suggestion(
    for name: String,
    among names: [String]
  ) -> LocalizedText? {
    let allowed = list(names)
    guard let near = Suggestion.nearest(to: name, among: names) else {
      guard !names.isEmpty else { return nil }
      return LocalizedText(
        th: "ใช้ได้ที่นี่: \(allowed.th)",
        en: "allowed here: \(allowed.en)"
      )
    }
    // Beside a name that fits, a long list only hides it.
    guard names.count <= mostBesideName else {
      return LocalizedText(
        th: "หมายถึง \(quoted(near)) หรือไม่",
        en: "did you mean \(quoted(near))?"
      )
    }
    return LocalizedText(
      th: "หมายถึง \(quoted(near)) หรือไม่ (ใช้ได้ที่นี่: \(allowed.th))",
      en: "did you mean \(quoted(near))? (allowed here: \(allowed.en))"
    )
  }
}
