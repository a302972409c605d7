import CEL
import DocumentArena
import RuleCompiler
import SourceText

// Expressions: their text is bent token by token and operand by operand.
extension MutantMaker {
  /// A condition as a whole says the contrary, and is bent inside.
  mutating func bendCondition(_ node: NodeID) {
    let text = document.text(of: node)
    replace(
      .negate,
      node,
      with: "!(\(text))",
      "กลับความ \(source(of: node))",
      "negates \(source(of: node))"
    )
    bendExpression(node)
  }

  /// Bends an expression at its operators, literals and folds.
  mutating func bendExpression(_ node: NodeID) {
    guard document.kind(of: node) == .string else { return bendLiteral(node) }
    let text = document.text(of: node)
    guard let tree = Parser.parse(text, in: context.base).tree else { return }
    for site in DecisionSite.all(in: tree, at: node) { bend(site, text, node) }
    let tokens = ExpressionToken.all(in: text)
    for (index, token) in tokens.enumerated() {
      for (other, kind) in bent(token, before: index > 0 ? tokens[index - 1] : nil) {
        edit(kind, node, text, token.span, other)
      }
    }
  }

  /// Each operand of a chain taken out, or denied; each branch of `?:` always taken.
  private mutating func bend(_ site: DecisionSite, _ text: String, _ node: NodeID) {
    if site.function == Operator.conditional {
      for value in ["true", "false"] { edit(.branch, node, text, site.spans[0], value) }
      return
    }
    let neutral = site.function == Operator.and ? "true" : "false"
    for (span, words) in zip(site.spans, site.texts) {
      edit(.operand, node, text, span, neutral)
      // A comparison is denied by its sign, and a negation by its own.
      let isPlain = !words.contains("=") && !words.contains("<") && !words.contains(">")
      if isPlain, !words.hasPrefix("!") { edit(.negate, node, text, span, "!(\(words))") }
    }
  }

  /// What may stand in the place of a token.
  private func bent(
    _ token: ExpressionToken,
    before: ExpressionToken?
  ) -> [(String, Mutant.Kind)] {
    switch token.kind {
    case .sign:
      let isUnary = token.text == "!" || token.text == "-"
      if token.text == "!" { return [("", .negate)] }
      if isUnary, before == nil || before.map({ $0.kind.isSign }) ?? false { return [] }
      return Self.signs[token.text].map { $0.map { ($0, .sign) } } ?? []
    case .bool: return [(token.text == "true" ? "false" : "true", .value)]
    case .int:
      guard let number = Int64(token.text) else { return [] }
      return [(String(number + 1), .value)] + (number > 0 ? [(String(number - 1), .value)] : [])
    case .string(let code):
      return other(than: code, except: []).map { [("\"\($0)\"", .code)] } ?? []
    case .name: return Self.names[token.text].map { [($0, .swap)] } ?? []
    }
  }

  private static let signs = [
    "==": ["!="], "!=": ["=="], "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"],
    "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"],
  ]

  private static let names = [
    "all": "exists", "exists": "all", "min": "max", "max": "min",
    "fiscal_year_start": "fiscal_year_end", "fiscal_year_end": "fiscal_year_start",
    "startsWith": "endsWith", "recorded_or_later": "recorded",
  ]

  private mutating func edit(
    _ kind: Mutant.Kind,
    _ node: NodeID,
    _ text: String,
    _ span: SourceSpan,
    _ other: String
  ) {
    let bytes = Array(text.utf8)
    let (start, end) = (Int(span.start), Int(span.end))
    guard start <= end, end <= bytes.count else { return }
    let old = String(decoding: bytes[start..<end], as: UTF8.self)
    let new = String(decoding: bytes[..<start] + Array(other.utf8) + bytes[end...], as: UTF8.self)
    let shown = other.isEmpty ? "–" : other
    let number = occurrence(of: old, before: start, in: bytes)
    replace(
      kind,
      node,
      with: new,
      "\(key(node)): \(old)\(number) เป็น \(shown)",
      "\(key(node)): \(old)\(number) becomes \(shown) in \(source(of: node))"
    )
  }

  /// Which one of several, for texts that occur more than once: ` #2`.
  private func occurrence(of text: String, before start: Int, in bytes: [UInt8]) -> String {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty else { return "" }
    var count = 0
    var index = 0
    while index + wanted.count <= start {
      if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { count += 1 }
      index += 1
    }
    return count > 0 ? " #\(count + 1)" : ""
  }
}

extension ExpressionToken.Kind {
  fileprivate var isSign: Bool {
    if case .sign = self { true } else { false }
  }
}
