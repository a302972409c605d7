import Catalogues
import Diagnostics
import Submissions

/// The schema of a submission, from its kind.
///
/// It allows what structure findings (STR-001 to STR-003) do not tell; a field that is asked for is named as
/// such and not required, because a draft lacks some and the rules judge that.
struct SubmissionSchema {
  let kind: SubmissionKind
  let catalogues: CatalogueSet

  /// What says nothing: empty, only spaces or dashes.
  private static let blank = "^[\\s\\-‐‑‒–—―]*$"
  /// Digits of any kind, as people type numbers.
  private static let digits = "0-9๐-๙"

  /// A day as yyyy-mm-dd, C.E.
  private static let day =
    "(1[0-9]{3}|2[0-3][0-9]{2}|[๐-๙]{4})-[\(digits)]{1,2}-[\(digits)]{1,2}"

  /// The schema of the whole document.
  var document: JSONSchema {
    var schema = JSONSchema([
      ("type", .text("object")), ("properties", properties(of: kind.root)),
      ("required", .list([.text("kind")])), ("additionalProperties", .flag(false)),
    ])
    let records = recordNames()
    guard !records.isEmpty else { return schema }
    let definitions = records.compactMap { name in
      kind.records[name].map { (name: name, schema: record($0)) }
    }
    schema.set("$defs", .schemas(definitions))
    return schema
  }

  /// The records that fields of the kind reach, in the order in which they are met.
  private func recordNames() -> [String] {
    var names: [String] = []
    var open = [kind.root]
    while let record = open.popLast() {
      for field in record.writtenFields {
        guard case .record(let name) = field.type.element, !names.contains(name) else { continue }
        names.append(name)
        if let inner = kind.records[name] { open.append(inner) }
      }
    }
    return names
  }

  private func record(_ record: RecordType) -> JSONSchema {
    JSONSchema([
      ("type", .list([.text("object"), .text("null"), .text("string")])),
      ("pattern", .text(Self.blank)), ("properties", properties(of: record)),
      ("additionalProperties", .flag(false)),
    ])
  }

  private func properties(of record: RecordType) -> JSONSchema.Value {
    .schemas(
      record.writtenFields.map { ($0.name, schema(of: $0, isRoot: record.name == kind.root.name)) }
    )
  }

  private func schema(of field: Field, isRoot: Bool) -> JSONSchema {
    if isRoot, field.name == "kind" {
      return JSONSchema([("const", .text(kind.id))]).titled(field.label)
    }
    if isRoot, field.name == "job" {
      let jobs = JSONSchema.Value.list(kind.jobs.map { .number(Int64($0)) })
      return JSONSchema([("enum", jobs)]).titled(field.label, more: note(on: field))
    }
    return value(field.type, field).titled(field.label, more: note(on: field))
  }

  /// What the description says beside the label.
  private func note(on field: Field) -> String {
    var notes: [String] = []
    switch field.requirement {
    case .no: break
    case .always: notes.append("ต้องระบุ (required)")
    case .only(let jobs, let stage):
      let inJobs = jobs.map { " งานที่ " + $0.map { String($0) }.joined(separator: ", ") } ?? ""
      let label = kind.codeLists["stage"]?.codes.first { $0.id == stage }?.label.th
      let fromStage = label.map { " ตั้งแต่สถานะ\($0)" } ?? ""
      notes.append("ต้องระบุ\(inJobs)\(fromStage) (required)")
    }
    if !field.clauses.isEmpty { notes.append(field.clauses.joined(separator: ", ")) }
    return notes.map { " · \($0)" }.joined()
  }

  // MARK: Types

  private func value(_ type: FieldType, _ field: Field) -> JSONSchema {
    switch type {
    case .text: text(most: field.mostScalars)
    case .int: number("integer", field, "[+-]?[\(Self.digits)][\(Self.digits),]*(\\.0*)?")
    case .beYear: number("integer", field, "[\(Self.digits)]{4}")
    case .decimal: number("number", field, "[+-]?[\(Self.digits)][\(Self.digits),.]*")
    // The word baht and the sign may stand with an amount.
    case .money: number("number", field, "[^A-Za-z]*[\(Self.digits)].*")
    case .date: written(Self.day)
    case .bool:
      JSONSchema.type("boolean", "null", "string").with("pattern", .text(Self.blank))
    case .code(let name): code(kind.codeLists[name]?.codes.map { ($0.id, $0.label) }, field)
    case .catalogue(let id): item(of: catalogues[id], field)
    case .record(let name): .definition(name)
    case .list(let element): list(of: element, field)
    case .map(let element):
      JSONSchema.type("object", "null", "string").with("pattern", .text(Self.blank))
        .with("maxProperties", .number(Int64(field.maxCount)))
        .with("additionalProperties", .schema(value(element, field)))
    }
  }

  private func text(most: Int) -> JSONSchema {
    JSONSchema.type("string", "number", "null").with("maxLength", .number(Int64(most)))
  }

  private func list(of element: FieldType, _ field: Field) -> JSONSchema {
    JSONSchema.type("array", "null", "string").with("pattern", .text(Self.blank))
      .with("maxItems", .number(Int64(field.maxCount)))
      .with("items", .schema(value(element, field)))
  }

  private func number(_ type: String, _ field: Field, _ written: String) -> JSONSchema {
    var schema = JSONSchema.type(type, "null", "string")
      .with("pattern", .text("\(Self.blank)|^\\s*\(written)\\s*$"))
    if let least = field.minValue { schema.set("minimum", .number(least)) }
    if let most = field.maxValue { schema.set("maximum", .number(most)) }
    return schema
  }

  private func written(_ form: String) -> JSONSchema {
    JSONSchema.type("string", "null").with("pattern", .text("\(Self.blank)|^\\s*\(form)\\s*$"))
  }

  private var nothing: JSONSchema {
    JSONSchema.type("string", "null").with("pattern", .text(Self.blank))
  }

  private func code(_ codes: [(id: String, label: LocalizedText)]?, _ field: Field) -> JSONSchema {
    guard let codes, field.unknownCode != nil else { return text(most: Field.longestCode) }
    return .anyOf([.codes(codes), nothing])
  }

  /// A code of a catalogue; of those that take names as well, also its names.
  private func item(of catalogue: Catalogue?, _ field: Field) -> JSONSchema {
    let items = catalogue?.items ?? []
    let codes = JSONSchema.codes(items.map { ($0.id, $0.name) })
    guard let unknown = field.unknownCode, !items.isEmpty else {
      return text(most: Field.longestCode)
    }
    guard unknown == .notInList else { return .anyOf([codes, nothing]) }
    var names: [String] = []
    for name in items.flatMap({ [$0.name.th, $0.name.en] + $0.aliases }) where !names.contains(name)
    {
      names.append(name)
    }
    return .anyOf([codes, .codes(names), nothing])
  }
}
