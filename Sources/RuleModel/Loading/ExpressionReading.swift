import Catalogues
package import Diagnostics
import DocumentArena

// What may stand in the slots of a rule: expressions, paths, values, literals, codes.

extension FileDecoder {
  private var expressionWords: LocalizedText { LocalizedText(th: "นิพจน์", en: "an expression") }

  /// A condition or another expression; true and false may stand for themselves.
  func expression(_ node: NodeID) -> ExpressionText? {
    switch document.kind(of: node) {
    case .bool: return ExpressionText(document.text(of: node), at: node)
    case .string: break
    case .map:
      wrongType(node, expected: expressionWords, help: Self.quoteHelp("{ }"))
      return nil
    case .list:
      wrongType(node, expected: expressionWords, help: Self.quoteHelp("[ ]"))
      return nil
    default:
      wrongType(node, expected: expressionWords)
      return nil
    }
    guard let text = text(node), !reportIfCut(node) else { return nil }
    return ExpressionText(text, at: node)
  }

  private static func quoteHelp(_ signs: String) -> LocalizedText {
    LocalizedText(
      th: "YAML อ่าน \(signs) เป็นเครื่องหมายของตนเอง ถ้าเป็นนิพจน์ ให้ใส่ในเครื่องหมาย '…'",
      en: "YAML takes \(signs) for signs of its own: put an expression in '…'"
    )
  }

  /// A value: an expression, or a number or truth value that stands for itself.
  func value(ofSlot node: NodeID) -> ValueText? {
    switch document.kind(of: node) {
    case .int, .double, .bool: return .literal(node)
    case .list:
      wrongType(
        node,
        expected: LocalizedText(th: "ค่าเดียว", en: "one value"),
        help: LocalizedText(
          th: "เขียนค่าหรือนิพจน์โดยไม่ใส่วงเล็บเหลี่ยม",
          en: "write the value or expression without brackets"
        )
      )
      return nil
    default: return expression(node).map { .expression($0) }
    }
  }

  /// Values: a list of literals, or an expression that gives a list.
  func values(ofSlot node: NodeID, scope: RuleScope) -> ValueText? {
    guard document.kind(of: node) == .list else {
      return expression(node).map { .expression($0) }
    }
    guard let elements = list(node) else { return nil }
    var isSound = true
    for element in elements where !checkLiteral(element, scope) {
      isSound = false
      // The entries after it are the rest of the same expression.
      if cutTexts.contains(element) { break }
    }
    return isSound ? .literals(elements, list: node) : nil
  }

  private func checkLiteral(_ node: NodeID, _ scope: RuleScope) -> Bool {
    switch document.kind(of: node) {
    case .int, .double, .bool: return true
    case .string: break
    default:
      wrongType(node, expected: LocalizedText(th: "ค่าตามตัวอักษร", en: "a literal"))
      return false
    }
    guard let text = text(node), !reportIfCut(node, isExpression: false) else { return false }
    if ExpressionLook.isLikely(text.utf8) {
      report(
        .expressionInList,
        .error,
        LocalizedText(
          th: "รายการของ YAML เก็บค่าตามตัวอักษร นิพจน์ \(DecodingWords.quoted(text)) จะไม่ถูกคำนวณ",
          en:
            "a YAML list holds literals: the expression \(DecodingWords.quoted(text)) is not computed"
        ),
        at: value(node),
        help: LocalizedText(
          th: "เขียนนิพจน์ที่ให้รายการโดยไม่ใส่วงเล็บเหลี่ยม หรือใช้ value: สำหรับค่าเดียว",
          en: "write an expression that gives a list, without brackets, or `value:` for one value"
        )
      )
      return false
    }
    if scope.names.contains(where: { $0.name == text }) {
      report(
        .literalIsName,
        .warning,
        LiteralName.message(text),
        at: value(node),
        help: LiteralName.help(text)
      )
    }
    return true
  }

  /// The shapes of paths.
  enum PathShape {
    /// `project.schedule`: fields of an element or of the submission.
    case fields
    /// `projects[].alignments`: also through lists.
    case throughLists
  }

  /// A path of fields.
  func path(_ node: NodeID, _ shape: PathShape = .throughLists) -> ExpressionText? {
    guard document.kind(of: node) == .string else {
      wrongType(node, expected: LocalizedText(th: "ทางเดินของช่องข้อมูล", en: "a path of fields"))
      return nil
    }
    guard !reportIfCut(node) else { return nil }
    guard Self.isPath(document.bytes(of: node), shape) else {
      guard let text = text(node) else { return nil }
      report(
        .malformedPath,
        .error,
        LocalizedText(
          th: "\(DecodingWords.quoted(text)) ไม่ใช่ทางเดินของช่องข้อมูล",
          en: "\(DecodingWords.quoted(text)) is no path of fields"
        ),
        at: value(node),
        help: LocalizedText(
          th: "ใช้ชื่อช่องต่อกันด้วยจุด เช่น project.name ส่วนนิพจน์ให้ตั้งชื่อใน define",
          en:
            "join field names by points, as in project.name; give an expression a name in `define`"
        )
      )
      return nil
    }
    return ExpressionText(document.text(of: node), at: node)
  }

  private static func isPath(_ bytes: ArraySlice<UInt8>, _ shape: PathShape) -> Bool {
    var index = bytes.startIndex
    while true {
      guard index < bytes.endIndex, bytes[index] >= 0x61, bytes[index] <= 0x7A else { return false }
      while index < bytes.endIndex {
        let byte = bytes[index]
        let isName = (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        guard isName || byte == UInt8(ascii: "_") else { break }
        index += 1
      }
      if shape == .throughLists, bytes[index...].starts(with: "[]".utf8) { index += 2 }
      if index == bytes.endIndex { return true }
      guard bytes[index] == UInt8(ascii: ".") else { return false }
      index += 1
    }
  }

  /// Several paths in a list.
  func paths(
    _ node: NodeID,
    _ shape: PathShape = .throughLists,
    min: Int = 1
  ) -> [ExpressionText]? {
    let help = LocalizedText(
      th: "เขียนเป็นรายการ เช่น [project.name, project.budget]",
      en: "write a list, such as [project.name, project.budget]"
    )
    guard let elements = list(node, min: min, help: help) else { return nil }
    var result: [ExpressionText] = []
    for element in elements {
      guard let path = path(element, shape) else {
        if cutTexts.contains(element) { break }
        continue
      }
      if let first = result.first(where: { $0.text == path.text }) {
        givenTwice(path.text, at: value(element), first: value(first.node))
      } else {
        result.append(path)
      }
    }
    return result.count == elements.count ? result : nil
  }

  /// One path, or a list of paths.
  func onePathOrMore(_ node: NodeID) -> [ExpressionText]? {
    document.kind(of: node) == .list ? paths(node) : path(node).map { [$0] }
  }

  /// A code of a catalogue as a literal.
  func catalogueCode(
    _ node: NodeID,
    _ catalogue: String,
    _ what: LocalizedText,
    _ context: RuleContext
  ) -> ExpressionText? {
    guard let text = text(node) else { return nil }
    guard let list = context.catalogues[catalogue] else { return ExpressionText(text, at: node) }
    guard list.item(text) != nil else {
      unknownName(text, at: value(node), what: what, among: list.items.map(\.id))
      return nil
    }
    return ExpressionText(text, at: node)
  }

  /// Checks literals against a catalogue; expressions are the compiler's matter.
  func checkCodes(
    _ value: ValueText?,
    _ catalogue: String,
    _ what: LocalizedText,
    _ context: RuleContext
  ) {
    guard case .literals(let nodes, _) = value else { return }
    for node in nodes { _ = catalogueCode(node, catalogue, what, context) }
  }

  /// A sentence in two languages.
  func message(_ node: NodeID) -> MessageTemplate? {
    template(node).map {
      MessageTemplate(
        text: $0.text,
        thai: $0.thai,
        english: $0.english,
        thaiNode: $0.thaiNode,
        englishNode: $0.englishNode
      )
    }
  }
}

/// What is said of a text in a list that is also the name of something.
package enum LiteralName {
  /// What is doubtful.
  package static func message(_ text: String) -> LocalizedText {
    LocalizedText(
      th: "\(DecodingWords.quoted(text)) ในรายการเป็นข้อความ ไม่ใช่ค่าของชื่อนี้",
      en: "\(DecodingWords.quoted(text)) in a list is a text, not the value of that name"
    )
  }

  /// How to write either.
  package static func help(_ text: String) -> LocalizedText {
    LocalizedText(
      th:
        "ถ้าหมายถึงค่า ให้เขียนทั้งรายการเป็นนิพจน์ในเครื่องหมายคำพูด เช่น '[\(text)]' ถ้าหมายถึงข้อความ ให้เขียน '[\"\(text)\"]'",
      en:
        "if the value is meant, write the list as an expression in quotes: '[\(text)]'; if the text is meant, '[\"\(text)\"]'"
    )
  }
}

/// Whether a literal looks like an expression.
enum ExpressionLook {
  /// Calls, comparisons, logic, parameters; Thai text is none.
  static func isLikely(_ text: some Sequence<UInt8>) -> Bool {
    let bytes = Array(text)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    for sign in ["==", "!=", ">=", "<=", "&&", "||"] where contains(bytes, sign.utf8) {
      return true
    }
    if bytes.starts(with: "params.".utf8) || bytes.starts(with: "office.".utf8) { return true }
    for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "(") {
      let before = bytes[index - 1]
      let isName = (before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A
      if isName || before == UInt8(ascii: "_"), bytes.last == UInt8(ascii: ")") { return true }
    }
    return false
  }

  private static func contains(_ bytes: [UInt8], _ part: String.UTF8View) -> Bool {
    let part = Array(part)
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains { start in
      bytes[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
