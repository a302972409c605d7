import CEL
import Diagnostics
import DocumentArena
import PlanValues
import RuleCompiler
import RuleModel
import Submissions

/// Values of parameters: default, by year, by job, profile, office, the later before the earlier.
enum ParameterValues {
  static func value(
    of parameter: ParameterDeclaration,
    rule: String,
    in scope: SubmissionScope
  ) -> Value {
    var document = parameter.document
    var node = parameter.defaultValue
    if let year = scope.fiscalYear {
      let given = parameter.byFiscalYear.filter { $0.year <= year }.max { $0.year < $1.year }
      if let given { node = given.value }
    }
    if let job = scope.submission.job, let given = parameter.byJob[job] { node = given }
    let sections = scope.settings.parameters + [officeParameters(scope)].compactMap(\.self)
    for section in sections {
      guard let given = override(parameter, rule, section, scope.fiscalYear) else { continue }
      document = section.document
      node = given
    }
    return read(node, in: document, as: parameter.type)
      ?? Value(
        .error(
          EvaluationError(
            LocalizedText(
              th: "อ่านค่าของพารามิเตอร์ \(parameter.name) ไม่ได้",
              en: "the value of parameter \(parameter.name) cannot be read"
            )
          )
        )
      )
  }

  private static func officeParameters(_ scope: SubmissionScope) -> EvaluationSettings.Section? {
    guard let office = scope.settings.office,
      let params = office.document.child(of: office.node, "params")
    else { return nil }
    return EvaluationSettings.Section(document: office.document, node: params)
  }

  /// The value of a section: for this rule alone, else by name, else for all rules that share it.
  private static func override(
    _ parameter: ParameterDeclaration,
    _ rule: String,
    _ section: EvaluationSettings.Section,
    _ year: Int?
  ) -> NodeID? {
    let names = [rule + "." + parameter.name, parameter.shared ?? parameter.name, parameter.name]
    for name in names {
      guard let node = section.document.child(of: section.node, name) else { continue }
      guard section.document.kind(of: node) == .map else { return node }
      return byYear(node, section.document, year)
    }
    return nil
  }

  /// The value of the latest year that has come, of a mapping of years.
  private static func byYear(_ node: NodeID, _ document: Document, _ year: Int?) -> NodeID? {
    var best: (year: Int, node: NodeID)?
    for child in document.children(of: node) {
      guard let from = Int(document.keyName(of: child)), from <= year ?? .min else { continue }
      if from >= best?.year ?? .min { best = (from, child) }
    }
    return best?.node
  }

  /// A node as a value of a type; nil when it is none.
  static func read(
    _ node: NodeID,
    in document: Document,
    as type: ParameterDeclaration.ParameterType
  ) -> Value? {
    let text = document.text(of: node)
    switch type {
    case .int, .beYear: return Int64(text).map { Value(.int($0)) }
    case .decimal:
      return (try? ExactDecimal.read(text)).map {
        Value(.opaque(type: "decimal", bits: $0.micros))
      }
    case .money:
      return (try? Money.read(text)).map { Value(.opaque(type: "money", bits: $0.satang)) }
    case .bool:
      guard document.kind(of: node) == .bool else { return nil }
      return Value(.bool(document.bytes(of: node).first == UInt8(ascii: "t")))
    case .text, .code, .catalogue: return Value(.string(text))
    case .date: return CalendarDate(iso: text).map { Value.day($0) }
    case .list(let element):
      guard document.kind(of: node) == .list else { return nil }
      var values: [Value] = []
      for child in document.children(of: node) {
        guard let value = read(child, in: document, as: element) else { return nil }
        values.append(value)
      }
      return Value(.list(.elements(values)))
    }
  }
}
