import Alignment
import CEL
import Catalogues
import Diagnostics
import DocumentArena
import PlanValues
import RuleCompiler
import Submissions
import ThaiText

/// Values as sentences write them (language reference, "Messages").
enum MessageText {
  /// What stands for a value that is missing.
  static let missing = "–"

  /// A value by its type and by what the kind says about it.
  static func text(
    _ value: Value,
    _ shape: FieldShape?,
    name: String,
    form: Placeholder.Form = .and,
    _ language: Language,
    in scope: SubmissionScope
  ) -> String {
    switch value.payload {
    case .string(let text): return string(text, shape, language, in: scope)
    case .int(let number): return plural(String(number), number, form)
    case .uint(let number): return String(number)
    case .bool(let flag):
      return language == .th ? (flag ? "ใช่" : "ไม่ใช่") : (flag ? "yes" : "no")
    case .list: return list(value, shape, name: name, form: form, language, in: scope)
    case .optional(.some(let wrapped)):
      return text(wrapped, shape, name: name, form: form, language, in: scope)
    case .record: return element(value, shape, language, in: scope)
    case .unknown, .error, .null, .optional(.none): return missing
    default: break
    }
    if let node = value.planNode {
      return PlanItemText.label(node, in: scope.rules.alignment.graph)[language]
    }
    if let amount = value.money { return amount.formatted() }
    if let date = value.date { return date.formatted(language == .th ? .thai : .english) }
    if let number = value.decimal {
      return isPercentage(name) ? number.formatted(places: 2) : number.formatted()
    }
    return scope.context.text(of: value)
  }

  /// Percentages are known by the names of their fields.
  private static func isPercentage(_ name: String) -> Bool {
    name.hasSuffix("_pct") || name.hasSuffix("percent") || name.hasSuffix("percentage")
  }

  private static func plural(_ text: String, _ number: Int64, _ form: Placeholder.Form) -> String {
    guard case .plural(let one, let many) = form else { return text }
    return text + " " + (number == 1 ? one : many)
  }

  private static func string(
    _ text: String,
    _ shape: FieldShape?,
    _ language: Language,
    in scope: SubmissionScope
  ) -> String {
    guard !isBlank(text) else { return missing }
    if let code = shape?.codes?.codes.first(where: { $0.id.utf8.elementsEqual(text.utf8) }) {
      return code.label[language]
    }
    if let catalogue = shape?.catalogue {
      return code(text, catalogue: catalogue, in: scope)[language]
    }
    return text
  }

  /// The name of a code in the words of the submission's job; a text that is no code stays as it is.
  static func code(_ text: String, catalogue: String, in scope: SubmissionScope) -> LocalizedText {
    guard let item = scope.rules.names.item(catalogue, text) else {
      return LocalizedText(verbatim: text)
    }
    return scope.submission.job.flatMap { item.nameByJob[$0] } ?? item.name
  }

  private static func list(
    _ value: Value,
    _ shape: FieldShape?,
    name: String,
    form: Placeholder.Form,
    _ language: Language,
    in scope: SubmissionScope
  ) -> String {
    let elements = scope.context.elements(of: value) ?? []
    guard !elements.isEmpty else {
      return name == "nearest" ? PlanItemText.none[language] : missing
    }
    let inner = shape?.element ?? shape
    let texts = elements.map { text($0, inner, name: name, language, in: scope) }
    return joined(texts, form, language)
  }

  static func joined(_ texts: [String], _ form: Placeholder.Form, _ language: Language) -> String {
    var conjunction = ThaiTextJoin.Conjunction.and
    if case .or = form { conjunction = .or }
    return ThaiTextJoin.list(
      texts,
      conjunction: conjunction,
      language: language == .th ? .th : .en
    )
  }

  /// Names joined with "and" in both languages.
  static func joined(_ names: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      th: joined(names.map(\.th), .and, .th),
      en: joined(names.map(\.en), .and, .en)
    )
  }

  private static func element(
    _ value: Value,
    _ shape: FieldShape?,
    _ language: Language,
    in scope: SubmissionScope
  ) -> String {
    guard let origin = value.origin else { return missing }
    let path = scope.paths.path(of: origin.node, in: origin.document).path
    var number = 1
    if case .index(let index)? = path.steps.last { number = index + 1 }
    return ElementLabel.text(value, shape, number: number, language, in: scope) ?? missing
  }

  // MARK: Clauses

  /// Clauses of the manual in words: งานที่ 2 ข้อ 5.1 และ 5.4.
  ///
  /// Those of the submission's job where the rule has any. Other sources stay as written.
  static func clauses(_ sources: [String], job: Int?, _ language: Language) -> String {
    var byJob: [(job: Int, numbers: [String])] = []
    var others: [String] = []
    for source in sources {
      guard let clause = clause(source) else {
        others.append(source)
        continue
      }
      if let index = byJob.firstIndex(where: { $0.job == clause.job }) {
        byJob[index].numbers.append(clause.number)
      } else {
        byJob.append((clause.job, [clause.number]))
      }
    }
    if let job, byJob.contains(where: { $0.job == job }) { byJob.removeAll { $0.job != job } }
    var texts: [String] = []
    for entry in byJob {
      let numbers = ThaiTextJoin.list(
        entry.numbers,
        language: language == .th ? .th : .en,
        separator: .comma,
        limit: 50
      )
      texts.append(
        language == .th ? "งานที่ \(entry.job) ข้อ \(numbers)" : "job \(entry.job) §\(numbers)"
      )
    }
    return joined(texts + others, .and, language)
  }

  /// `J2 §5.4` as job and number.
  private static func clause(_ source: String) -> (job: Int, number: String)? {
    guard source.utf8.first == UInt8(ascii: "J"), let section = source.firstIndex(of: "§") else {
      return nil
    }
    let job = source[source.index(after: source.startIndex)..<section].filter { $0 != " " }
    let number = source[source.index(after: section)...]
    return Int(job).map { ($0, String(number)) }
  }
}

/// What people call an element of a list.
enum ElementLabel {
  /// The label of the kind with its fields filled in; the shorter one when one of them is blank.
  static func text(
    _ element: Value,
    _ shape: FieldShape?,
    number: Int,
    _ language: Language,
    in scope: SubmissionScope
  ) -> String? {
    guard let record = shape?.record else { return nil }
    if let label = record.elementLabel,
      let text = filled(label[language], element, shape, number, language, in: scope)
    {
      return text
    }
    return record.blankElementLabel.flatMap {
      filled($0[language], element, shape, number, language, in: scope)
    }
  }

  /// The short label, without the name.
  static func short(
    _ shape: FieldShape?,
    number: Int,
    _ language: Language,
    in scope: SubmissionScope
  ) -> String? {
    guard let label = shape?.record?.blankElementLabel else { return nil }
    return filled(label[language], Value(.null), shape, number, language, in: scope)
  }

  private static func filled(
    _ label: String,
    _ element: Value,
    _ shape: FieldShape?,
    _ number: Int,
    _ language: Language,
    in scope: SubmissionScope
  ) -> String? {
    var result = ""
    var rest = label[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      // Where elements have a number of their own (agenda items), that is it.
      if name == "number", shape?.member(name) == nil {
        result += String(number)
        continue
      }
      guard case .record = element.payload else { return nil }
      let value = scope.context.field(name, of: element)
      let text = MessageText.text(
        value,
        shape?.member(name),
        name: name,
        language,
        in: scope
      )
      if text == MessageText.missing { return nil }
      result += text
    }
    return result + rest
  }
}

/// The sentence for a list without elements where there must be some.
enum NoElementsSentence {
  static func text(_ label: LocalizedText?) -> LocalizedText {
    LocalizedText(
      th: "ยังไม่มี" + (label?.th ?? "รายการ") + "แม้แต่รายการเดียว",
      en: "There is not a single entry in " + (label?.en ?? "the list")
    )
  }
}
