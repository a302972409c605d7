import Diagnostics
import SourceText

// Mends of diagnostics, offered where they stand.
extension LanguageServer {
  mutating func codeActions(_ params: JSONNode?) throws(ProtocolError) -> JSONValue {
    let document = try document(params)
    guard let start = TextPosition(params?["range"]?["start"]),
      let end = TextPosition(params?["range"]?["end"])
    else { throw .params("range is missing") }
    // The places of mends are those of the text as it is now.
    diagnoseNow()
    let from = document.lines.offset(of: start, client.encoding)
    let to = max(from, document.lines.offset(of: end, client.encoding))
    let only = params?["context"]?["only"]?.elements.compactMap(\.string) ?? []
    let mends = published[document.path]?.mends ?? []
    var actions: [JSONValue] = []
    if Self.wants("quickfix", only) {
      for mend in mends where mend.range.lowerBound <= to && from <= mend.range.upperBound {
        actions.append(action(mend, document))
      }
    }
    let certain = Self.apart(mends.map(\.mend).filter { $0.certainty == .certain })
    if Self.wants("source.fixAll", only), !certain.isEmpty {
      actions.append([
        "title": .string(
          pick("แก้ไขทุกจุดที่แน่นอน (krong lint --fix)", "mend all that is certain (krong lint --fix)")
        ),
        "kind": "source.fixAll",
        "edit": edit(certain.map { change($0, document) }, document),
      ])
    }
    return .list(actions)
  }

  /// Whether actions of a kind are wanted; kinds are a tree of names.
  private static func wants(_ kind: String, _ only: [String]) -> Bool {
    only.isEmpty
      || only.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.hasPrefix(kind + ".") }
  }

  /// Mends that do not touch each other, in the order of their places.
  private static func apart(_ mends: [Mend]) -> [Mend] {
    var kept: [Mend] = []
    for mend in Set(mends).sorted(by: {
      ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end)
    }) {
      if let last = kept.last, mend.span.start < last.span.end || mend.span == last.span {
        continue
      }
      kept.append(mend)
    }
    return kept
  }

  private func action(_ mend: FileMend, _ document: TextDocument) -> JSONValue {
    .object([
      "title": .string(mend.mend.title[language]),
      "kind": "quickfix",
      "diagnostics": [mend.diagnostic],
      "isPreferred": mend.mend.certainty == .certain ? true : nil,
      "edit": edit([change(mend.mend, document)], document),
    ])
  }

  private func change(_ mend: Mend, _ document: TextDocument) -> JSONValue {
    let range = Int(mend.span.start)..<max(Int(mend.span.start), Int(mend.span.end))
    return [
      "range": document.lines.json(range, client.encoding), "newText": .string(mend.replacement),
    ]
  }

  private func edit(_ changes: [JSONValue], _ document: TextDocument) -> JSONValue {
    guard client.hasVersionedEdits else {
      return ["changes": .object([(key: document.uri, value: .list(changes))])]
    }
    let name: JSONValue = ["uri": .string(document.uri), "version": .int(document.version)]
    return ["documentChanges": [["textDocument": name, "edits": .list(changes)]]]
  }
}
