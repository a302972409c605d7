// Schemas writes JSON Schemas (draft 2020-12) of the project's own files and of submissions, from the key
// tables of the strict readers and from the kinds, for editors that complete and check while one types.

package import Diagnostics
import Reporting

/// A JSON Schema, or a part of one: members in the order in which they are written.
package struct JSONSchema: Sendable {
  /// A value of JSON.
  package indirect enum Value: Sendable {
    /// A text.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// A truth value.
    case flag(Bool)
    /// A list.
    case list([Value])
    /// Another schema.
    case schema(JSONSchema)
    /// Schemas by name.
    case schemas([(name: String, schema: JSONSchema)])
  }

  /// What the text of a value is, beyond what a schema can say: for our own editor support.
  package enum Role: Hashable, Sendable {
    /// A CEL expression.
    case expression
    /// A CEL expression, a number or a truth value.
    case value
    /// A list of literals, or an expression; the literals are codes of the catalogue where one is named.
    case values(catalogue: String?)
    /// One of those literals.
    case literal(catalogue: String?)
    /// A path of fields that may go through lists.
    case path
    /// A field of an element, or of the submission where there is none.
    case fields
    /// A sentence with placeholders.
    case template
    /// The id of a rule.
    case rule
    /// A mapping whose keys are ids of rules.
    case ruleKeys
    /// A clause of the manual.
    case clause
    /// The name of a shared parameter.
    case sharedParameter
    /// A mapping whose keys are shared parameters, or `RULE.name`.
    case settingKeys
    /// The name of a profile.
    case profile
    /// A fragment of a submission.
    case fragment
    /// The type of a field.
    case fieldType
    /// The id of a catalogue.
    case catalogue
  }

  /// The members.
  package private(set) var members: [(name: String, value: Value)] = []

  /// What the text of a value is; not a part of the schema that is written.
  package private(set) var role: Role?

  /// What it is for, which the title and the description say.
  package private(set) var label: LocalizedText?

  private var ownGaps: [String] = []

  /// Keys that a table of keys and a schema do not share, here and below; empty when both agree.
  package var gaps: [String] { ownGaps + members.flatMap { Self.gaps(of: $0.value) } }

  /// A schema with some members; with none it allows everything.
  package init(_ members: [(name: String, value: Value)] = []) {
    self.members = members
  }

  /// Adds a member.
  package mutating func set(_ name: String, _ value: Value) {
    members.append((name, value))
  }

  /// The same schema with a member more.
  package func with(_ name: String, _ value: Value) -> JSONSchema {
    var schema = self
    schema.set(name, value)
    return schema
  }

  /// The same schema for texts of a role.
  package func playing(_ role: Role) -> JSONSchema {
    var schema = self
    schema.role = role
    return schema
  }

  /// A member by its name.
  package subscript(name: String) -> Value? { members.first { $0.name == name }?.value }

  private static func gaps(of value: Value) -> [String] {
    switch value {
    case .text, .number, .flag: []
    case .list(let values): values.flatMap(gaps)
    case .schema(let schema): schema.gaps
    case .schemas(let entries): entries.flatMap(\.schema.gaps)
    }
  }

  /// The schema with the texts that editors show: the Thai name, and both languages.
  package func titled(_ th: String, _ en: String) -> JSONSchema {
    titled(LocalizedText(th: th, en: en))
  }

  /// The schema with the texts that editors show.
  package func titled(_ text: LocalizedText, more: String = "") -> JSONSchema {
    var schema = JSONSchema([
      ("title", .text(text.th)), ("description", .text("\(text.th) (\(text.en))\(more)")),
    ])
    schema.members += members
    schema.ownGaps = ownGaps
    schema.role = role
    schema.label = text
    return schema
  }
}

// MARK: - Parts

extension JSONSchema {
  /// Anything.
  package static let anything = JSONSchema()

  /// The same schema as a document of its own: with the version of the language, and a title.
  package func asDocument(_ title: LocalizedText) -> JSONSchema {
    var schema = titled(title)
    let version = "https://json-schema.org/draft/2020-12/schema"
    schema.members.insert(("$schema", .text(version)), at: 0)
    return schema
  }

  /// A schema of a type, or of several.
  package static func type(_ names: String...) -> JSONSchema {
    JSONSchema([
      ("type", names.count == 1 ? .text(names[0]) : .list(names.map { .text($0) }))
    ])
  }

  /// A text that says something; YAML reads some texts as numbers, which do as well.
  package static let text = type("string", "number").with("pattern", .text("\\S"))

  /// A text of a form, as a regular expression.
  package static func text(like pattern: String) -> JSONSchema {
    type("string").with("pattern", .text(pattern))
  }

  /// A truth value.
  package static let flag = type("boolean")

  /// A whole number.
  package static func whole(_ range: ClosedRange<Int64>? = nil) -> JSONSchema {
    let schema = type("integer")
    guard let range else { return schema }
    return schema.with("minimum", .number(range.lowerBound))
      .with("maximum", .number(range.upperBound))
  }

  /// One of some codes.
  package static func codes(_ codes: [String]) -> JSONSchema {
    JSONSchema([("enum", .list(codes.map { .text($0) }))])
  }

  /// One of some codes, each with what it means.
  package static func codes(_ codes: [(id: String, label: LocalizedText)]) -> JSONSchema {
    anyOf(codes.map { JSONSchema([("const", constant($0.id))]).titled($0.label) })
  }

  /// A code as YAML reads it: one that looks like a number is a number there.
  private static func constant(_ code: String) -> Value {
    Int64(code).map { .number($0) } ?? .text(code)
  }

  /// A list.
  package static func list(of element: JSONSchema, min: Int = 1, max: Int? = nil) -> JSONSchema {
    var schema = type("array")
    if min > 0 { schema.set("minItems", .number(Int64(min))) }
    if let max { schema.set("maxItems", .number(Int64(max))) }
    schema.set("items", .schema(element))
    return schema
  }

  /// What fits one or more of some schemas.
  package static func anyOf(_ schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema([("anyOf", .list(schemas.map { .schema($0) }))])
  }

  /// One value, or a list of them.
  package static func oneOrMore(_ element: JSONSchema) -> JSONSchema {
    anyOf([element, list(of: element)])
  }

  /// What is described under `$defs`.
  package static func definition(_ name: String) -> JSONSchema {
    JSONSchema([("$ref", .text("#/$defs/\(name)"))])
  }

  /// A mapping whose keys its author gives.
  package static func mapping(
    of element: JSONSchema,
    keysLike pattern: String? = nil,
    min: Int = 0,
    max: Int? = nil
  ) -> JSONSchema {
    var schema = type("object")
    if let pattern { schema.set("propertyNames", .schema(text(like: pattern))) }
    if min > 0 { schema.set("minProperties", .number(Int64(min))) }
    if let max { schema.set("maxProperties", .number(Int64(max))) }
    schema.set("additionalProperties", .schema(element))
    return schema
  }

  /// A mapping with the keys of a table, in its order.
  ///
  /// - Parameters:
  ///   - keys: The table of keys, which the strict reader uses.
  ///   - required: The keys that must be there.
  ///   - exactlyOne: Keys of which one is given.
  ///   - atLeastOne: Keys of which one or more are given.
  ///   - schemas: What each key holds. A key without a schema, or a schema without a key, is a gap.
  /// - Returns: The schema.
  package static func object(
    _ keys: [String],
    required: [String] = [],
    exactlyOne: [String] = [],
    atLeastOne: [String] = [],
    _ schemas: KeyValuePairs<String, JSONSchema>
  ) -> JSONSchema {
    object(
      keys,
      required: required,
      exactlyOne: exactlyOne,
      atLeastOne: atLeastOne,
      described: schemas.map { ($0.key, $0.value) }
    )
  }

  /// The same for schemas that are put together.
  package static func object(
    _ keys: [String],
    required: [String] = [],
    exactlyOne: [String] = [],
    atLeastOne: [String] = [],
    described schemas: [(name: String, schema: JSONSchema)]
  ) -> JSONSchema {
    var object = type("object")
    let properties = keys.map { key in
      (name: key, schema: schemas.first { $0.name == key }?.schema ?? .anything)
    }
    object.set("properties", .schemas(properties))
    if !required.isEmpty { object.set("required", .list(required.map { .text($0) })) }
    if !exactlyOne.isEmpty { object.set("oneOf", Self.choice(of: exactlyOne)) }
    if !atLeastOne.isEmpty { object.set("anyOf", Self.choice(of: atLeastOne)) }
    object.set("additionalProperties", .flag(false))
    let described = schemas.map(\.name)
    object.ownGaps += keys.filter { !described.contains($0) }
    object.ownGaps += (described + required + exactlyOne + atLeastOne).filter { !keys.contains($0) }
    return object
  }

  private static func choice(of keys: [String]) -> Value {
    .list(keys.map { .schema(JSONSchema([("required", .list([.text($0)]))])) })
  }
}

// MARK: - Writing

extension JSONSchema {
  /// The schema as JSON; it ends with a line feed.
  package var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text + "\n"
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, value) in members {
        writer.key(name)
        Self.write(value, to: &writer)
      }
    }
  }

  private static func write(_ value: Value, to writer: inout JSONWriter) {
    switch value {
    case .text(let text): writer.string(text)
    case .number(let number): writer.number(String(number))
    case .flag(let flag): writer.number(flag ? "true" : "false")
    case .list(let values): writer.list(values) { write($1, to: &$0) }
    case .schema(let schema): schema.write(to: &writer)
    case .schemas(let entries):
      writer.object { writer in
        for (name, schema) in entries {
          writer.key(name)
          schema.write(to: &writer)
        }
      }
    }
  }
}
