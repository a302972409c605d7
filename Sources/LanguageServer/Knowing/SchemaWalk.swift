import Diagnostics
import Schemas

/// The way through a schema along a document: which keys and values belong where.
struct SchemaWalk: Sendable {
  let root: JSONSchema
  /// The schema of fragments of submissions, in files that hold some.
  var fragment: JSONSchema?

  /// A key or value that the schema knows, with what it means.
  struct Known: Sendable {
    let text: String
    let label: LocalizedText?
    /// Both languages, and when it is asked for.
    let description: String?
    let isRequired: Bool
  }

  /// A schema with the document in which its references lead.
  struct Part: Sendable {
    let schema: JSONSchema
    let base: JSONSchema
  }

  /// The schemas of the value at the end of some steps, not yet divided into alternatives.
  func parts(at steps: [LooseYAML.Step]) -> [Part] {
    var current = [Part(schema: root, base: root)]
    for step in steps {
      current = current.flatMap { alternatives($0) }.flatMap { next($0, step) }
      guard !current.isEmpty else { return [] }
    }
    return current
  }

  private func next(_ part: Part, _ step: LooseYAML.Step) -> [Part] {
    let schema = part.schema
    switch step {
    case .key(let key):
      if case .schemas(let properties)? = schema["properties"],
        let found = properties.first(where: { $0.name == key })
      {
        return [Part(schema: found.schema, base: part.base)]
      }
      if case .schema(let other)? = schema["additionalProperties"] {
        return [Part(schema: other, base: part.base)]
      }
      return []
    case .index:
      guard case .schema(let element)? = schema["items"] else { return [] }
      if case .values(catalogue: let catalogue)? = schema.role {
        return [Part(schema: element.playing(.literal(catalogue: catalogue)), base: part.base)]
      }
      return [Part(schema: element, base: part.base)]
    }
  }

  /// The schemas among which one may choose: references followed, alternatives apart, each with the role of the
  /// whole where it has none of its own.
  func alternatives(_ part: Part, depth: Int = 0) -> [Part] {
    guard depth < 8 else { return [] }
    let schema = part.schema
    if schema.role == .fragment, let fragment { return [Part(schema: fragment, base: fragment)] }
    if case .text(let reference)? = schema["$ref"],
      let target = definition(reference, part.base)
    {
      return alternatives(Part(schema: target, base: part.base), depth: depth + 1)
    }
    guard case .list(let choices)? = schema["anyOf"], schema["properties"] == nil else {
      return [part]
    }
    return choices.flatMap { choice -> [Part] in
      guard case .schema(let inner) = choice else { return [] }
      let own = inner.role == nil ? schema.role.map(inner.playing) ?? inner : inner
      return alternatives(Part(schema: own, base: part.base), depth: depth + 1)
    }
  }

  private func definition(_ reference: String, _ base: JSONSchema) -> JSONSchema? {
    let prefix = "#/$defs/"
    guard reference.hasPrefix(prefix), case .schemas(let definitions)? = base["$defs"] else {
      return nil
    }
    let name = reference.dropFirst(prefix.count)
    return definitions.first { $0.name == name }?.schema
  }

  // MARK: What belongs there

  /// The keys of mappings that may stand at the end of some steps.
  func keys(at steps: [LooseYAML.Step]) -> [(known: Known, schema: Part)] {
    var found: [(known: Known, schema: Part)] = []
    for part in parts(at: steps).flatMap({ alternatives($0) }) {
      guard case .schemas(let properties)? = part.schema["properties"] else { continue }
      let required = Self.texts(part.schema["required"])
      for (name, schema) in properties where !found.contains(where: { $0.known.text == name }) {
        let inner = Part(schema: schema, base: part.base)
        let titled = titled(inner)
        let known = Known(
          text: name,
          label: titled?.label,
          description: titled.flatMap { Self.text($0["description"]) },
          isRequired: required.contains(name)
        )
        found.append((known, inner))
      }
    }
    return found
  }

  /// Keys of which a mapping holds only one, such as the check kinds; empty where there is no such choice.
  func choice(at steps: [LooseYAML.Step]) -> Set<String> {
    var names: Set<String> = []
    for part in parts(at: steps).flatMap({ alternatives($0) }) {
      guard case .list(let choices)? = part.schema["oneOf"] else { continue }
      for case .schema(let schema) in choices { names.formUnion(Self.texts(schema["required"])) }
    }
    return names
  }

  /// The codes that may stand at the end of some steps.
  func values(at steps: [LooseYAML.Step]) -> [Known] {
    var found: [Known] = []
    for part in parts(at: steps).flatMap({ alternatives($0) }) {
      for text in Self.constants(part.schema) where !found.contains(where: { $0.text == text }) {
        // What is said of a list of codes says nothing of each.
        let isOwn = part.schema["const"] != nil
        found.append(
          Known(
            text: text,
            label: isOwn ? part.schema.label : nil,
            description: isOwn ? Self.text(part.schema["description"]) : nil,
            isRequired: false
          )
        )
      }
    }
    return found
  }

  /// The roles of a value at the end of some steps.
  func roles(at steps: [LooseYAML.Step]) -> Set<JSONSchema.Role> {
    var roles: Set<JSONSchema.Role> = []
    for part in parts(at: steps) {
      if let role = part.schema.role { roles.insert(role) }
      for alternative in alternatives(part) {
        if let role = alternative.schema.role { roles.insert(role) }
      }
    }
    return roles
  }

  /// Whether a mapping may stand there, or a list.
  func allows(_ type: String, at steps: [LooseYAML.Step]) -> Bool {
    parts(at: steps).flatMap { alternatives($0) }.contains { part in
      switch part.schema["type"] {
      case .text(let name)?: name == type
      case .list(let names)?: names.contains { if case .text(type) = $0 { true } else { false } }
      default: false
      }
    }
  }

  /// The schema that says what it is for: itself, or what its reference leads to.
  private func titled(_ part: Part) -> JSONSchema? {
    if part.schema.label != nil { return part.schema }
    return alternatives(part).lazy.map(\.schema).first { $0.label != nil }
  }

  private static func constants(_ schema: JSONSchema) -> [String] {
    switch (schema["const"], schema["enum"]) {
    case (.text(let text)?, _): [text]
    case (.number(let number)?, _): [String(number)]
    case (_, .list(let values)?):
      values.compactMap { value in
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        default: nil
        }
      }
    default:
      text(schema["type"]) == "boolean" ? ["true", "false"] : []
    }
  }

  private static func text(_ value: JSONSchema.Value?) -> String? {
    if case .text(let text)? = value { return text }
    return nil
  }

  private static func texts(_ value: JSONSchema.Value?) -> [String] {
    guard case .list(let values)? = value else { return [] }
    return values.compactMap { text($0) }
  }
}
