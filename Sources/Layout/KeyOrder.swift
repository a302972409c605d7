// Layout writes our own YAML files in one form: keys in their order, the same indentation everywhere, every
// comment kept. It knows how files are written, not what they mean; what keys there are and in which order
// the key tables of the readers say, through the schemas.

package import Schemas

/// The order of the keys of a mapping and of what stands below it, from a JSON Schema.
package struct KeyOrder: Sendable {
  private let schema: JSONSchema
  private let definitions: [(name: String, schema: JSONSchema)]

  /// The order that a schema tells.
  package init(_ schema: JSONSchema) {
    self.schema = schema
    definitions = Self.schemas(schema, "$defs")
  }

  private init(_ schema: JSONSchema, _ definitions: [(name: String, schema: JSONSchema)]) {
    self.schema = schema
    self.definitions = definitions
  }

  /// The keys in order, of the alternative that has most of the keys given; nil where the author names them.
  func keys(of given: [String]) -> [String]? {
    let tables = alternatives.map { Self.schemas($0, "properties").map(\.name) }
    let best = tables.max { Self.common($0, given) < Self.common($1, given) }
    guard let best, Self.common(best, given) > 0 else { return nil }
    return best
  }

  /// What is said of the value of a key; nil when nothing is.
  func value(of key: String, among given: [String]) -> KeyOrder? {
    let fitting = alternatives.sorted {
      Self.common(Self.schemas($0, "properties").map(\.name), given)
        > Self.common(Self.schemas($1, "properties").map(\.name), given)
    }
    for one in fitting {
      if let found = Self.schemas(one, "properties").first(where: { $0.name == key }) {
        return KeyOrder(found.schema, definitions)
      }
    }
    return alternatives.lazy.compactMap { Self.member($0, "additionalProperties") }.first
      .map { KeyOrder($0, definitions) }
  }

  /// What is said of the elements of a list.
  var element: KeyOrder? {
    alternatives.lazy.compactMap { Self.member($0, "items") }.first
      .map { KeyOrder($0, definitions) }
  }

  /// The schema itself and those of which one fits, definitions looked up.
  private var alternatives: [JSONSchema] { expand(schema, depth: 0) }

  private func expand(_ schema: JSONSchema, depth: Int) -> [JSONSchema] {
    guard depth < 8 else { return [] }
    var found = [schema]
    for (name, value) in schema.members {
      switch (name, value) {
      case ("$ref", .text(let reference)):
        let definition = definitions.first { "#/$defs/\($0.name)" == reference }
        if let definition { found += expand(definition.schema, depth: depth + 1) }
      case ("anyOf", .list(let values)), ("oneOf", .list(let values)):
        for case .schema(let one) in values { found += expand(one, depth: depth + 1) }
      default: continue
      }
    }
    return found
  }

  private static func common(_ keys: [String], _ given: [String]) -> Int {
    given.count { keys.contains($0) }
  }

  private static func schemas(
    _ schema: JSONSchema,
    _ name: String
  ) -> [(name: String, schema: JSONSchema)] {
    for (member, value) in schema.members where member == name {
      if case .schemas(let entries) = value { return entries }
    }
    return []
  }

  private static func member(_ schema: JSONSchema, _ name: String) -> JSONSchema? {
    for (member, value) in schema.members where member == name {
      if case .schema(let schema) = value { return schema }
    }
    return nil
  }
}
