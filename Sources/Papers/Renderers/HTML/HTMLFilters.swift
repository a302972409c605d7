import Diagnostics

/// By what the rows of a paper can be chosen, and the rules that hide those that are not.
struct HTMLFilters {
  private struct Value {
    let id: String
    let name: String
  }

  private struct Facet {
    let id: String
    let name: String
    var values: [Value]
  }

  private let facets: [Facet]
  private let language: String
  private let words: HTMLWords

  init(_ paper: Paper) {
    language = paper.language.rawValue
    words = HTMLWords(language: paper.language)
    var facets: [Facet] = []
    for block in paper.sections.flatMap(\.blocks) {
      guard case .table(let table) = block else { continue }
      for mark in table.rows.flatMap(\.marks) { Self.add(mark, to: &facets) }
    }
    // Where there is one value only, there is nothing to choose.
    self.facets = facets.filter { $0.values.count > 1 }
  }

  private static func add(_ mark: PaperMark, to facets: inout [Facet]) {
    let id = HTMLText.identifier(mark.facet)
    let value = HTMLText.identifier(mark.value)
    if !facets.contains(where: { $0.id == id }) {
      facets.append(Facet(id: id, name: mark.facetName, values: []))
    }
    guard let facet = facets.firstIndex(where: { $0.id == id }) else { return }
    guard !facets[facet].values.contains(where: { $0.id == value }) else { return }
    facets[facet].values.append(Value(id: value, name: mark.valueName))
  }

  private func id(_ facet: Facet, _ value: Value) -> String {
    "show-\(language)-\(facet.id)-\(value.id)"
  }

  /// Boxes to tick.
  var controls: String {
    guard !facets.isEmpty else { return "" }
    let groups = facets.map { facet in
      let boxes = facet.values.map { value in
        "<label><input type=\"checkbox\" id=\"\(id(facet, value))\" autocomplete=\"off\" checked> "
          + "\(HTMLText.escaped(value.name))</label>"
      }
      return "<fieldset><legend>\(HTMLText.escaped(facet.name))</legend>\n"
        + boxes.joined(separator: "\n") + "\n</fieldset>\n"
    }
    let title = HTMLText.escaped(words.show)
    return
      "<div class=\"filters\" role=\"group\" aria-label=\"\(title)\">\n<p><strong>\(title)</strong> "
      + "<span class=\"ink-muted\">\(HTMLText.escaped(words.showNote))</span></p>\n"
      + groups.joined() + "</div>\n"
  }

  /// What hides the rows of a box that is not ticked.
  var rules: String {
    facets.flatMap { facet in
      facet.values.map { value in
        ".in-\(language):has(#\(id(facet, value)):not(:checked)) tr[data-\(facet.id)=\"\(value.id)\"]"
          + "{display:none}\n"
      }
    }.joined()
  }
}
