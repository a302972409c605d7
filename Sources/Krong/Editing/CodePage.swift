public import Diagnostics

/// What `krong explain CODE` says, as Markdown, for editors that open a page from a diagnostic.
public enum CodePage {
  /// The page of a code; nil when there is no such code.
  public static func markdown(of code: String, _ language: Language) -> String? {
    guard let found = ExplainedCodes.all.first(where: { $0.code.text == code }) else { return nil }
    var text = "# \(code) \(found.title[language])\n\n\(found.text[language])\n"
    if let example = found.example { text += "\n```yaml\n\(example)\n```\n" }
    return text
  }

  /// The path of the page of a code in a folder, written when it is not there yet; nil when there is no such code or
  /// it cannot be written.
  public static func file(of code: String, _ language: Language, in folder: String) -> String? {
    let name = "\(code).\(language.rawValue).md"
    let path = "\(folder)/\(name)"
    if FolderListing.kind(of: path) == .other { return path }
    guard let page = markdown(of: code, language) else { return nil }
    let file = OutputFolder.File(name: name, text: page)
    return (try? OutputFolder.write([file], into: folder)) == nil ? nil : path
  }
}
