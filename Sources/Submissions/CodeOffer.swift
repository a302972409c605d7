import Diagnostics
import SourceText
import ThaiText

/// What is offered in the place of a code that a list does not have.
///
/// People write what forms call a code, or a part of it: that is looked for before a slip of the pen.
struct CodeOffer {
  /// A list that is longer is not written out.
  private static let mostListed = 12

  /// A part of a name that is shorter says too little.
  private static let shortestPart = 3

  /// The code that is probably meant.
  let suggestion: String?
  /// The codes, in Thai with their names; nil when there are many.
  let allowed: LocalizedText?

  init(for written: String, among codes: [(id: String, name: LocalizedText)]) {
    suggestion =
      Self.called(written, codes) ?? Suggestion.nearest(to: written, among: codes.map(\.id))
    guard codes.count <= Self.mostListed else {
      allowed = nil
      return
    }
    allowed = LocalizedText(
      th: codes.map { "\($0.id) (\($0.name.th))" }.joined(separator: ", "),
      en: codes.map(\.id).joined(separator: ", ")
    )
  }

  /// The code of that name; else the only one in whose name it is found.
  private static func called(
    _ written: String,
    _ codes: [(id: String, name: LocalizedText)]
  ) -> String? {
    let text = ThaiNormalizer.normalize(written)
    let names = codes.map { code in
      [code.name.th, code.name.en].map { ThaiNormalizer.normalize($0) }
    }
    if let index = names.firstIndex(where: { $0.contains { $0.hasSameBytes(as: text) } }) {
      return codes[index].id
    }
    guard text.unicodeScalars.count >= shortestPart else { return nil }
    let partly = names.indices.filter { names[$0].contains { $0.contains(text) } }
    return partly.count == 1 ? codes[partly[0]].id : nil
  }
}
