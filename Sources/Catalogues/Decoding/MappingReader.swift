package import Diagnostics
package import DocumentArena
import SourceText

/// A mapping of one of our own files, with the keys that it may have.
///
/// Making one reports all unknown keys, so that no reader can forget to.
package struct MappingReader {
  /// The mapping.
  package let node: NodeID

  /// Where mistakes go.
  package let decoder: FileDecoder

  private let document: Document

  /// Keys that misspelt keys of the mapping probably mean: they are not told as missing as well.
  private var meant: [String] = []

  /// Opens a mapping; nil, with the mistake noted, when the node is none.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - decoder: Where mistakes go.
  ///   - keys: All keys that the mapping may have.
  package init?(_ node: NodeID, _ decoder: FileDecoder, keys: [String]) {
    self.init(node, decoder)
    guard !decoder.isSound else { return }
    var previous: NodeID?
    for child in document.children(of: node) {
      let name = document.keyName(of: child)
      if !keys.contains(where: { $0 == name }) {
        let near = Suggestion.nearest(to: name, among: keys)
        if let near { meant.append(near) }
        reportUnknown(child, name, keys, near, previous)
      }
      previous = child
    }
  }

  /// Opens a mapping whose keys are names that its author gives.
  package init?(_ node: NodeID, _ decoder: FileDecoder) {
    self.node = node
    self.decoder = decoder
    document = decoder.document
    guard document.kind(of: node) == .map else {
      decoder.wrongType(node, expected: LocalizedText(th: "กลุ่มคีย์ (mapping)", en: "a mapping"))
      return nil
    }
  }

  /// The entries in order, without keys that are the rest of a text that a comma has cut.
  package var entries: [(key: String, node: NodeID)] {
    var entries: [(key: String, node: NodeID)] = []
    for child in document.children(of: node) {
      if document.kind(of: child) == .null, let (_, previous) = entries.last,
        decoder.reportIfCut(previous)
      {
        continue
      }
      entries.append((document.keyName(of: child), child))
    }
    return entries
  }

  /// The value of a key that may be left out; a key without a value is a mistake.
  package func optional(_ key: String) -> NodeID? {
    document.child(of: node, key).flatMap { valued($0, key) }
  }

  /// A value that is there; nil, with the mistake noted, for a key without one.
  private func valued(_ child: NodeID, _ key: String) -> NodeID? {
    guard document.kind(of: child) != .null else {
      reportNoValue(child, key)
      return nil
    }
    return child
  }

  /// The value of a key that must be there.
  package func required(_ key: String) -> NodeID? {
    if let child = document.child(of: node, key) { return valued(child, key) }
    guard !meant.contains(key) else { return nil }
    decoder.report(
      .missingKey,
      LocalizedText(
        th: "ขาดคีย์ \(DecodingWords.quoted(key))",
        en: "the key \(DecodingWords.quoted(key)) is missing"
      ),
      at: ownPlace
    )
    return nil
  }

  /// Whether a key is there, with or without a value.
  package func has(_ key: String) -> Bool { document.child(of: node, key) != nil }

  /// Whether a misspelt key probably means one of some keys.
  package func means(oneOf keys: [String]) -> Bool { meant.contains { keys.contains($0) } }

  /// Where a mistake of the mapping as a whole is shown: at its key, at the root at the first key.
  package var ownPlace: Diagnostic.Place {
    if node == document.root, let first = document.children(of: node).first(where: { _ in true }) {
      return decoder.key(first)
    }
    return decoder.key(node)
  }

  private func reportNoValue(_ child: NodeID, _ key: String) {
    decoder.report(
      .noValue,
      LocalizedText(
        th: "คีย์ \(DecodingWords.quoted(key)) ไม่มีค่า",
        en: "the key \(DecodingWords.quoted(key)) has no value"
      ),
      at: decoder.key(child),
      help: UnquotedText.help(forEmpty: child, decoder)
    )
  }

  private func reportUnknown(
    _ child: NodeID,
    _ name: String,
    _ keys: [String],
    _ near: String?,
    _ previous: NodeID?
  ) {
    let isCut = document.kind(of: child) == .null
    // The rest of an expression that a comma has cut: `{min: min(a.map(m, m.date))}`.
    if isCut, let previous, decoder.reportIfCut(previous) { return }
    decoder.report(
      .unknownKey,
      LocalizedText(
        th: "ไม่รู้จักคีย์ \(DecodingWords.quoted(name))",
        en: "unknown key \(DecodingWords.quoted(name))"
      ),
      at: decoder.key(child),
      help: isCut
        ? UnquotedText.helpForCut(name, keys)
        : DecodingWords.suggestion(for: name, among: keys),
      mends: isCut ? [] : near.map { renaming(child, name, to: $0) } ?? []
    )
  }

  /// The mend of a misspelt key: certain when it is near enough to no other key and the key that was
  /// meant is not given.
  private func renaming(_ child: NodeID, _ name: String, to near: String) -> [Mend] {
    guard !has(near), let span = decoder.span(ofKey: child) else { return [] }
    let isCertain = Suggestion.isSlip(name, for: near)
    return [
      Mend(
        isCertain ? .certain : .proposed,
        .write(near),
        file: document.source.name,
        span: span,
        replacement: near
      )
    ]
  }
}
