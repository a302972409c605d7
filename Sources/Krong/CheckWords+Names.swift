import Catalogues
import Diagnostics
import DocumentArena
import RuleCompiler
import RuleModel
import Submissions

// The names of fields, codes and values in sentences.
extension CheckWords {
  mutating func say(_ depth: Int, _ th: String, _ en: String) {
    // An expression in a Thai sentence stands between spaces.
    let words = pick(th, en).split(separator: " ").joined(separator: " ")
    lines.append((depth, words))
  }

  func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func code(_ expression: ExpressionText) -> String {
    "`" + expression.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "`"
  }

  /// The labels of fields of an entry; else their names.
  func plain(_ fields: [ExpressionText], of entry: FieldShape?) -> String {
    fields.map { field in
      guard let label = entry?.member(field.text)?.field?.label else { return " \(code(field)) " }
      return pick("“\(label.th)”", "“\(label.en)”")
    }.joined(separator: ", ")
  }

  static func expression(_ value: ValueText) -> ExpressionText? {
    if case .expression(let expression) = value { return expression }
    return nil
  }

  func shape(_ field: Field) -> FieldShape {
    FieldShape(type: field.type, owner: kind, field: field)
  }

  /// The label of a code of a closed list; else the text.
  func label(_ text: String, _ codes: CodeList?) -> String {
    codes?.codes.first { $0.id.utf8.elementsEqual(text.utf8) }?.label[language] ?? text
  }

  func joined(_ lists: [ExpressionText], _ word: String) -> String {
    let thai = word == "or" ? " หรือ" : " และ"
    return lists.map { name($0) }.joined(separator: pick(thai, " \(word) "))
  }

  /// The label of the field that a path leads to, in quotes; else the expression.
  func name(_ expression: ExpressionText) -> String {
    guard let label = shape(expression)?.field?.label else {
      return " \(code(expression)) "
    }
    return pick("“\(label.th)”", "“\(label.en)”")
  }

  mutating func bind(_ name: String, _ lists: [ExpressionText]) {
    locals[name] = lists.compactMap { shape($0)?.element }.first
  }

  func shape(_ expression: ExpressionText) -> FieldShape? {
    guard let path = PathSyntax(expression.text) else { return nil }
    var steps = path.steps[...]
    var shape: FieldShape?
    if let local = locals[path.base] {
      shape = local
    } else {
      if path.base == "submission" { steps = steps.dropFirst() }
      shape = steps.first.flatMap { kind.root.field($0.name) }.map { self.shape($0) }
    }
    for (index, step) in steps.enumerated() {
      if index > 0 { shape = shape?.member(step.name) }
      if step.throughList, index < steps.count - 1 { shape = shape?.element }
    }
    return shape
  }

  func step(_ expression: ExpressionText) -> String {
    literal(expression.text, of: "steps")
  }

  /// The name of a code of a catalogue; else the text.
  func literal(_ text: String, of catalogue: String?) -> String {
    let code = String(text.drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" })
    return catalogue.flatMap { catalogues[$0]?.item(code)?.name[language] } ?? text
  }

  func value(
    _ value: ValueText,
    of catalogue: String? = nil,
    _ codes: CodeList? = nil
  ) -> String {
    switch value {
    case .expression(let expression):
      guard let parameter = parameter(expression.text) else { return name(expression) }
      let document = parameter.document
      let node = parameter.defaultValue
      let items = document.children(of: node)
      guard document.kind(of: node) == .list else {
        return " \(literal(document.text(of: node), of: catalogue)) (\(expression.text))"
      }
      let texts = items.map { label(literal(document.text(of: $0), of: catalogue), codes) }
      return texts.joined(separator: ", ") + " (\(expression.text))"
    case .literal(let node): return " \(literal(rule.document.text(of: node), of: catalogue)) "
    case .literals(let nodes, _):
      return nodes.map { label(literal(rule.document.text(of: $0), of: catalogue), codes) }
        .joined(separator: ", ")
    }
  }

  func parameter(_ text: String) -> ParameterDeclaration? {
    guard text.hasPrefix("params.") else { return nil }
    let name = text.dropFirst("params.".count)
    return rule.parameters.first { $0.name == name }
  }
}
