import Catalogues
import Diagnostics
import Submissions

/// The text of an empty submission: every field of its kind, those that are asked for marked.
struct SubmissionSkeleton {
  let kind: SubmissionKind
  let catalogues: CatalogueSet

  /// How deep records are written out, and how many items of a catalogue comments list.
  private static let deepest = 4
  private static let mostItems = 12

  var text: String {
    var text = """
      # yaml-language-server: $schema=schemas/\(kind.id).schema.json
      # \(kind.title.th) (\(kind.title.en))
      # ช่องที่มี * ต้องระบุ ช่องที่ไม่ใช้เว้นว่างหรือลบออกได้ วันที่เป็น ค.ศ. แบบ ปปปป-ดด-วว ปีงบประมาณเป็น พ.ศ.

      """
    for field in kind.root.writtenFields { text += lines(of: field, indent: 0, isRoot: true) }
    return text
  }

  private func lines(of field: Field, indent: Int, isRoot: Bool) -> String {
    let space = String(repeating: " ", count: indent)
    var text = "\(space)# \(mark(field))\(Self.line(field.label.th))\(note(on: field))\n"
    for code in codes(of: field) { text += "\(space)#   \(code.id) = \(Self.line(code.name))\n" }
    text += "\(space)\(field.name):"
    if isRoot, let value = given(field) { return text + " \(value)\n" }
    guard indent < 2 * Self.deepest else { return text + "\n" }
    switch field.type {
    case .record(let name):
      text += "\n"
      for inner in kind.records[name]?.writtenFields ?? [] {
        text += lines(of: inner, indent: indent + 2, isRoot: false)
      }
    case .list(.record(let name)):
      text += "\n" + element(kind.records[name]?.writtenFields ?? [], indent: indent + 2)
    case .list: text += "\n\(space)  -\n"
    default: text += "\n"
    }
    return text
  }

  /// One element of a list: the dash stands before the first field.
  private func element(_ fields: [Field], indent: Int) -> String {
    var text = String(repeating: " ", count: indent) + "-\n"
    for field in fields { text += lines(of: field, indent: indent + 2, isRoot: false) }
    return text
  }

  /// What is known beforehand: the kind, a job, the first stage.
  private func given(_ field: Field) -> String? {
    switch field.name {
    case "kind": kind.id
    case "job": kind.jobs.first.map { String($0) }
    case "stage": kind.codeLists["stage"]?.codes.first?.id
    default: nil
    }
  }

  private func mark(_ field: Field) -> String { field.requirement == .no ? "" : "* " }

  private func note(on field: Field) -> String {
    var notes: [String] = []
    if case .only(let jobs, let stage) = field.requirement {
      if let jobs { notes.append("งานที่ " + jobs.map { String($0) }.joined(separator: ", ")) }
      let label = kind.codeLists["stage"]?.codes.first { $0.id == stage }?.label.th
      if let label { notes.append("ตั้งแต่สถานะ\(label)") }
    }
    if field.name == "job" {
      notes.append("ใช้ได้: " + kind.jobs.map { String($0) }.joined(separator: ", "))
    } else if let form = form(of: field) {
      notes.append(form)
    }
    return notes.isEmpty ? "" : " · " + notes.joined(separator: " · ")
  }

  /// The codes that a field takes; none where they are too many, or known beforehand.
  private func codes(of field: Field) -> [(id: String, name: String)] {
    switch field.type.element {
    case .code("kind"): return []
    case .code(let name): return kind.codeLists[name]?.codes.map { ($0.id, $0.label.th) } ?? []
    case .catalogue(let id):
      let items = catalogues[id]?.items ?? []
      return items.count > Self.mostItems ? [] : items.map { ($0.id, $0.name.th) }
    default: return []
    }
  }

  /// How a value is written, or where its codes are to be seen.
  private func form(of field: Field) -> String? {
    switch field.type.element {
    case .catalogue(let id):
      (catalogues[id]?.items.count ?? 0) > Self.mostItems ? "ดูด้วย krong list items \(id)" : nil
    case .date: "ค.ศ. ปปปป-ดด-วว"
    case .beYear: field.label.th.contains("พ.ศ.") ? nil : "พ.ศ."
    case .bool: "true หรือ false"
    case .map: "คีย์: ค่า"
    default: nil
    }
  }

  /// A text on one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
