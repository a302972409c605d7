package import Diagnostics
package import DocumentArena

// Names, versions and texts in two languages.

extension FileDecoder {
  /// The shapes of names.
  package enum NameShape: Sendable {
    /// `grace_days`: names that expressions use.
    case identifier
    /// `annual-action-plan`: codes and ids.
    case code

    package func allows(_ bytes: some Collection<UInt8>) -> Bool {
      guard let first = bytes.first, first >= 0x61, first <= 0x7A else { return false }
      return bytes.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"): true
        case UInt8(ascii: "-"): self == .code
        default: false
        }
      }
    }

    var description: LocalizedText {
      switch self {
      case .identifier:
        LocalizedText(
          th: "ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และ _ โดยขึ้นต้นด้วยตัวอักษร",
          en: "use lower-case letters, digits and _, beginning with a letter"
        )
      case .code:
        LocalizedText(
          th: "ใช้อักษรอังกฤษตัวเล็ก ตัวเลข - และ _ โดยขึ้นต้นด้วยตัวอักษร",
          en: "use lower-case letters, digits, - and _, beginning with a letter"
        )
      }
    }
  }

  /// Checks the form of a name; a mistake is noted.
  @discardableResult
  package func checkName(
    _ name: String,
    _ shape: NameShape,
    at place: @autoclosure () -> Diagnostic.Place
  ) -> Bool {
    if isSound || shape.allows(name.utf8) { return true }
    report(
      .malformedName,
      LocalizedText(
        th: "\(DecodingWords.quoted(name)) ใช้เป็นชื่อไม่ได้",
        en: "\(DecodingWords.quoted(name)) cannot be a name"
      ),
      at: place(),
      help: shape.description
    )
    return false
  }

  /// A name as a value.
  package func name(_ node: NodeID, _ shape: NameShape) -> String? {
    guard let text = text(node), checkName(text, shape, at: value(node)) else { return nil }
    return text
  }

  /// Checks `krong: 1`.
  package func checkVersion(_ mapping: MappingReader) {
    guard let node = mapping.required("krong") else { return }
    guard let version = int(node), version != 1 else { return }
    report(
      .wrongVersion,
      LocalizedText(
        th: "แฟ้มนี้เป็นรูปแบบรุ่น \(version) โปรแกรมนี้อ่านรุ่น 1",
        en: "this file is of version \(version); this program reads version 1"
      ),
      at: value(node)
    )
  }

  /// A text in Thai and English, both required.
  package func localized(_ node: NodeID) -> LocalizedText? {
    guard document.kind(of: node) == .map else {
      wrongType(
        node,
        expected: LocalizedText(
          th: "ข้อความสองภาษา {th: …, en: …}",
          en: "a text in two languages {th: …, en: …}"
        )
      )
      return nil
    }
    guard let mapping = MappingReader(node, self, keys: ["th", "en"]) else { return nil }
    let th = mapping.required("th").flatMap(text)
    let en = mapping.required("en").flatMap(text)
    guard let th, let en else { return nil }
    return LocalizedText(th: th, en: en)
  }

  /// A number that is a key, such as a job or a year.
  package func numericKey(_ node: NodeID, in range: ClosedRange<Int>, what: LocalizedText) -> Int? {
    let name = document.keyName(of: node)
    if let number = Int(name), range.contains(number) { return number }
    report(
      .outOfBounds,
      LocalizedText(
        th:
          "\(DecodingWords.quoted(name)) ไม่ใช่\(what.th) (\(range.lowerBound)–\(range.upperBound))",
        en:
          "\(DecodingWords.quoted(name)) is no \(what.en) (\(range.lowerBound)–\(range.upperBound))"
      ),
      at: key(node)
    )
    return nil
  }
}

/// Ranges and words that several files share.
package enum DecodingBounds {
  /// The jobs of the manual.
  package static let jobs = 1...24
  /// Buddhist-era years that files may name.
  package static let years = 2400...2700
  /// What people call a job.
  package static let job = LocalizedText(th: "เลขงาน", en: "job")
  /// What people call a Buddhist-era year.
  package static let year = LocalizedText(th: "ปี พ.ศ.", en: "year (B.E.)")
}
