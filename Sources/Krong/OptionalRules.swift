import Diagnostics

/// The rules that run only when they are selected, by the names of their files.
struct OptionalRules {
  private let files: [(id: String, path: String)]

  init(_ paths: [String]) {
    files = paths.map { (RuleFolder.stem($0), $0) }
  }

  /// The files of those that names select: an id, or the beginning of ids up to a hyphen (`FWK`).
  func files(_ names: [String]) throws(DiagnosticError) -> [String] {
    var chosen: [String] = []
    for name in names {
      let wanted = name.uppercased()
      let found = files.filter { $0.id == wanted || $0.id.hasPrefix(wanted + "-") }
      guard !found.isEmpty else { throw unknown(name) }
      for file in found where !chosen.contains(file.path) { chosen.append(file.path) }
    }
    return chosen
  }

  private func unknown(_ name: String) -> DiagnosticError {
    let ids = files.map(\.id)
    let known = ids.joined(separator: ", ")
    return DiagnosticError([
      Diagnostic(
        .nothingOfThatName,
        .error,
        LocalizedText(
          th: "ไม่มีเกณฑ์ทางเลือก “\(name)”" + (ids.isEmpty ? "" : " (มี \(known))"),
          en: "there is no optional rule “\(name)”" + (ids.isEmpty ? "" : " (there are \(known))")
        ),
        at: Diagnostic.Place(file: "--select", position: nil),
        help: .didYouMean(nearestTo: name.uppercased(), among: ids)
      )
    ])
  }
}
