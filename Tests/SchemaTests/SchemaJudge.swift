import Foundation
import Schemas

/// Judges values by schemas, as far as the schemas of this project go; a word that it does not know is a fault.
struct SchemaJudge {
  private let definitions: [(name: String, schema: JSONSchema)]
  private let root: JSONSchema
  private let expressions = Expressions()

  init(_ schema: JSONSchema) {
    root = schema
    if case .schemas(let entries) = schema.members.first(where: { $0.name == "$defs" })?.value {
      definitions = entries
    } else {
      definitions = []
    }
  }

  func allows(_ value: JSONTree) throws -> Bool { try allows(value, root) }

  struct UnknownWord: Error { let word: String }

  private func allows(_ value: JSONTree, _ schema: JSONSchema) throws -> Bool {
    for (word, rule) in schema.members where try !allows(value, word, rule, schema) { return false }
    return true
  }

  private func allows(
    _ value: JSONTree,
    _ word: String,
    _ rule: JSONSchema.Value,
    _ schema: JSONSchema
  ) throws -> Bool {
    switch (word, rule) {
    case ("title", _), ("description", _), ("$schema", _), ("$defs", _): return true
    case ("type", .text(let type)): return has(value, type)
    case ("type", .list(let types)):
      return types.contains { if case .text(let type) = $0 { has(value, type) } else { false } }
    case ("const", let constant): return equal(value, constant)
    case ("enum", .list(let constants)): return constants.contains { equal(value, $0) }
    case ("pattern", .text(let pattern)):
      guard case .text(let text) = value else { return true }
      return try expressions.match(text, pattern)
    case ("maxLength", .number(let most)):
      guard case .text(let text) = value else { return true }
      return text.unicodeScalars.count <= Int(most)
    case ("minimum", .number(let bound)): return number(value).map { $0 >= Double(bound) } ?? true
    case ("maximum", .number(let bound)): return number(value).map { $0 <= Double(bound) } ?? true
    case ("anyOf", .list(let schemas)): return try count(value, schemas) > 0
    case ("oneOf", .list(let schemas)): return try count(value, schemas) == 1
    case ("$ref", .text(let name)):
      let target = definitions.first { "#/$defs/\($0.name)" == name }
      guard let target else { throw UnknownWord(word: name) }
      return try allows(value, target.schema)
    default: return try allowsInside(value, word, rule, schema)
    }
  }

  private func allowsInside(
    _ value: JSONTree,
    _ word: String,
    _ rule: JSONSchema.Value,
    _ schema: JSONSchema
  ) throws -> Bool {
    switch (word, rule) {
    case ("minItems", .number(let least)):
      return items(value).map { $0.count >= Int(least) } ?? true
    case ("maxItems", .number(let most)): return items(value).map { $0.count <= Int(most) } ?? true
    case ("items", .schema(let schema)):
      return try items(value)?.allSatisfy { try allows($0, schema) } ?? true
    case ("minProperties", .number(let least)):
      return members(value).map { $0.count >= Int(least) } ?? true
    case ("maxProperties", .number(let most)):
      return members(value).map { $0.count <= Int(most) } ?? true
    case ("required", .list(let names)):
      guard let members = members(value) else { return true }
      return names.allSatisfy { name in members.contains { equal(.text($0.key), name) } }
    case ("propertyNames", .schema(let schema)):
      return try members(value)?.allSatisfy { try allows(.text($0.key), schema) } ?? true
    case ("properties", .schemas(let schemas)):
      return try members(value)?.allSatisfy { member in
        guard let own = schemas.first(where: { $0.name == member.key }) else { return true }
        return try allows(member.value, own.schema)
      } ?? true
    case ("additionalProperties", let rule):
      return try members(value)?.allSatisfy { member in
        if case .schemas(let known) = schema.members.first(where: { $0.name == "properties" })?
          .value,
          known.contains(where: { $0.name == member.key })
        {
          return true
        }
        switch rule {
        case .flag(let isAllowed): return isAllowed
        case .schema(let schema): return try allows(member.value, schema)
        default: throw UnknownWord(word: word)
        }
      } ?? true
    default: throw UnknownWord(word: word)
    }
  }

  private func count(_ value: JSONTree, _ schemas: [JSONSchema.Value]) throws -> Int {
    try schemas.count { rule in
      guard case .schema(let schema) = rule else { return false }
      return try allows(value, schema)
    }
  }

  private func has(_ value: JSONTree, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.text, "string"),
      (.list, "array"), (.object, "object"):
      true
    case (.number(let text), "integer"): Double(text).map { $0 == $0.rounded() } ?? false
    default: false
    }
  }

  private func equal(_ value: JSONTree, _ constant: JSONSchema.Value) -> Bool {
    switch (value, constant) {
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.number(let text), .number(let number)): Double(text) == Double(number)
    case (.bool(let a), .flag(let b)): a == b
    default: false
    }
  }

  private func number(_ value: JSONTree) -> Double? {
    if case .number(let text) = value { Double(text) } else { nil }
  }

  private func items(_ value: JSONTree) -> [JSONTree]? {
    if case .list(let items) = value { items } else { nil }
  }

  private func members(_ value: JSONTree) -> [(key: String, value: JSONTree)]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// Regular expressions by pattern, made once.
  private final class Expressions {
    private var made: [String: NSRegularExpression] = [:]

    func match(_ text: String, _ pattern: String) throws -> Bool {
      let expression = try made[pattern] ?? NSRegularExpression(pattern: pattern)
      made[pattern] = expression
      let range = NSRange(text.startIndex..., in: text)
      return expression.firstMatch(in: text, range: range) != nil
    }
  }
}
