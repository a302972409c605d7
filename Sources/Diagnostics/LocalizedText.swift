// Diagnostics are what Krong says about the files it is asked to read (rules, kinds, catalogues,
// submissions that cannot be read): code, place, cause, way out, in Thai and English. What it says
// about the content of a submission is a finding, in the module Findings.

/// The languages in which everything that people read exists.
public enum Language: String, Sendable, CaseIterable {
  /// Thai, the default.
  case th
  /// English.
  case en
}

/// One text in Thai and in English.
public struct LocalizedText: Hashable, Sendable {
  /// The Thai text.
  public let th: String

  /// The English text.
  public let en: String

  /// Makes a text of its two forms.
  public init(th: String, en: String) {
    self.th = th
    self.en = en
  }

  /// Makes a text that is the same in both languages: names, codes, figures.
  public init(verbatim text: String) {
    self.init(th: text, en: text)
  }

  /// The form in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .th: th
    case .en: en
    }
  }
}
