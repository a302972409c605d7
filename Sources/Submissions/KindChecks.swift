import Catalogues
import Diagnostics
import DocumentArena

/// What can be checked only when a kind is whole: paths, codes and stages that fields name.
struct KindChecks {
  let kind: SubmissionKind
  let decoder: FileDecoder

  init(_ kind: SubmissionKind, _ decoder: FileDecoder) {
    self.kind = kind
    self.decoder = decoder
  }

  /// Checks the fields that the file itself declares.
  func run(_ nodes: [String: [String: NodeID]]) {
    for field in kind.root.fields {
      if let node = nodes[""]?[field.name] { check(field, node, in: kind.root) }
    }
    for (name, fields) in nodes.sorted(by: { $0.key < $1.key }) where !name.isEmpty {
      guard let record = kind.records[name] else { continue }
      for field in record.fields {
        if let node = fields[field.name] { check(field, node, in: record) }
      }
    }
  }

  private func check(_ field: Field, _ node: NodeID, in record: RecordType) {
    checkReference(field, node)
    checkDerivation(field, node)
    checkRequirement(field, node)
    checkDefault(field, node)
    if let source = field.factsOf, record.field(source)?.type != .text {
      decoder.unknownName(
        source,
        at: place(node, "facts_of"),
        what: LocalizedText(th: "ช่องข้อมูลชื่อแฟ้ม", en: "field of the name of a file"),
        among: record.fields.filter { $0.type == .text }.map(\.name)
      )
    }
    if let within = field.uniqueWithin, record.field(within) == nil {
      decoder.unknownName(
        within,
        at: place(node, "unique", "within"),
        what: LocalizedText(th: "ช่องข้อมูล", en: "field"),
        among: record.fields.map(\.name)
      )
    }
  }

  private func checkReference(_ field: Field, _ node: NodeID) {
    guard let path = field.refersTo, kind.fields(onPath: path) == nil else { return }
    // The envelope names lists that only some kinds have.
    guard kind.id != "envelope" else { return }
    decoder.report(
      .pathUnknown,
      .error,
      LocalizedText(
        th: "ไม่มีช่องข้อมูล \(DecodingWords.quoted(path)) ในเรื่องประเภทนี้",
        en: "this kind has no field \(DecodingWords.quoted(path))"
      ),
      at: place(node, "refers_to")
    )
  }

  private func checkDerivation(_ field: Field, _ node: NodeID) {
    let document = decoder.document
    guard !field.derivedByJob.isEmpty, let derive = document.child(of: node, "derive"),
      let values = document.child(of: derive, "values")
    else { return }
    for child in document.children(of: values) {
      guard let job = Int(document.keyName(of: child)) else { continue }
      if !kind.jobs.isEmpty, !kind.jobs.contains(job) {
        decoder.unknownName(
          String(job),
          at: decoder.key(child),
          what: LocalizedText(th: "งานของเรื่องประเภทนี้", en: "job of this kind"),
          among: kind.jobs.map { String($0) }
        )
      }
      checkCode(document.text(of: child), field, decoder.value(child))
    }
  }

  private func checkDefault(_ field: Field, _ node: NodeID) {
    guard case .text(let text) = field.defaultValue else { return }
    checkCode(text, field, place(node, "default"))
  }

  private func checkCode(_ code: String, _ field: Field, _ place: Diagnostic.Place) {
    guard case .code(let name) = field.type, let list = kind.codeLists[name] else { return }
    let codes = list.codes.map(\.id)
    guard !codes.contains(code) else { return }
    decoder.unknownName(
      code,
      at: place,
      what: LocalizedText(th: "ค่าของ \(name)", en: "code of \(name)"),
      among: codes
    )
  }

  private func checkRequirement(_ field: Field, _ node: NodeID) {
    guard case .only(let jobs, let stage) = field.requirement else { return }
    if !kind.jobs.isEmpty, let job = jobs?.first(where: { !kind.jobs.contains($0) }) {
      decoder.unknownName(
        String(job),
        at: place(node, "required", "jobs"),
        what: LocalizedText(th: "งานของเรื่องประเภทนี้", en: "job of this kind"),
        among: kind.jobs.map { String($0) }
      )
    }
    let stages = kind.codeLists["stage"]?.codes.map(\.id) ?? []
    if let stage, !stages.contains(stage) {
      decoder.unknownName(
        stage,
        at: place(node, "required", "from_stage"),
        what: LocalizedText(th: "สถานะ", en: "stage"),
        among: stages
      )
    }
  }

  /// The place of a value under keys of a field, or of the field itself.
  private func place(_ node: NodeID, _ keys: String...) -> Diagnostic.Place {
    var current = node
    for key in keys {
      guard let child = decoder.document.child(of: current, key) else { break }
      current = child
    }
    return current == node ? decoder.key(node) : decoder.value(current)
  }
}

extension SubmissionKind {
  /// The fields along a path such as `previous_resolution.remarks.id`; nil when there is none such.
  ///
  /// Lists are gone through; `[]` may be written after them.
  public func fields(onPath path: String) -> [Field]? {
    var record: RecordType? = root
    var fields: [Field] = []
    for piece in path.split(separator: ".", omittingEmptySubsequences: false) {
      let name = piece.hasSuffix("[]") ? piece.dropLast(2) : piece
      guard let field = record?.field(String(name)) else { return nil }
      fields.append(field)
      if case .record(let name) = field.type.element {
        record = records[name]
      } else {
        record = nil
      }
    }
    return fields
  }
}
