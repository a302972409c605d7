import CEL
import ThaiText

/// Equality as the rule language means it: text as Thai text, numbers by value.
enum Sameness {
  /// The text by which two spellings of one Thai text are equal, as ``ThaiNormalizer/same(_:_:)`` says.
  static func key(_ text: String) -> Text { Text(ThaiNormalizer.normalize(text, digits: .arabic)) }

  /// Whether two texts are the same: byte by byte, else as Thai text.
  static func same(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8) || ThaiNormalizer.same(a, b)
  }

  /// Whether two known values are the same.
  static func same(_ a: Value, _ b: Value, _ context: EvaluationContext) -> Bool {
    switch (a.payload, b.payload) {
    case (.string(let a), .string(let b)): return same(a, b)
    case (.opaque(let a, let x), .opaque(let b, let y)): return a == b && x == y
    case (.opaque(let type, let bits), .int(let whole)):
      return equal(type, bits, whole)
    case (.int(let whole), .opaque(let type, let bits)):
      return equal(type, bits, whole)
    case (.list, .list):
      let left = context.elements(of: a) ?? []
      let right = context.elements(of: b) ?? []
      return left.count == right.count
        && zip(left, right).allSatisfy { same($0, $1, context) }
    case (.map, .map): return areSameMaps(a, b, context)
    default: return context.equal(a, b) ?? false
    }
  }

  /// Whether two maps have the same value under each key; linear where the keys are texts.
  private static func areSameMaps(_ a: Value, _ b: Value, _ context: EvaluationContext) -> Bool {
    var values: [Text: Value] = [:]
    for (key, value) in context.entries(of: b) ?? [] {
      guard let key = key.string else { return context.equal(a, b) ?? false }
      values[Text(key)] = value
    }
    let entries = context.entries(of: a) ?? []
    return entries.count == values.count
      && entries.allSatisfy { key, value in
        key.string.flatMap { values[Text($0)] }.map { same(value, $0, context) } ?? false
      }
  }

  private static func equal(_ type: String, _ bits: Int64, _ whole: Int64) -> Bool {
    switch type {
    case PlanType.moneyName: AmountFunctions.compare(bits, whole, scale: 100) == 0
    case PlanType.decimalName: AmountFunctions.compare(bits, whole, scale: 1_000_000) == 0
    default: false
    }
  }

  /// Whether a value of an entry agrees with what is asked for: the same, or a list that holds it.
  static func agrees(_ found: Value, _ asked: Value, _ context: EvaluationContext) -> Bool {
    if case .list = found.payload, !isList(asked) {
      return (context.elements(of: found) ?? []).contains { same($0, asked, context) }
    }
    return same(found, asked, context)
  }

  private static func isList(_ value: Value) -> Bool {
    if case .list = value.payload { return true }
    return false
  }
}
