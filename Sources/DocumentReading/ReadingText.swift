/// Small helpers for the sentences of this module.
enum ReadingText {
  /// A name in quotes, cut to a length that fits a sentence.
  static func quoted(_ name: String) -> String {
    let limit = 60
    var scalars = String.UnicodeScalarView()
    var count = 0
    for scalar in name.unicodeScalars {
      if count == limit {
        scalars.append("…")
        break
      }
      scalars.append(scalar)
      count += 1
    }
    return "“\(String(scalars))”"
  }
}
