import Krong
import RuleModel
import Schemas
import Submissions

/// Where what a word stands for is defined.
struct DefinitionFinder {
  let place: Place
  /// The text of a file as it is now.
  let read: (String) -> [UInt8]?

  /// A place in a file.
  struct Target {
    let path: String
    let lines: TextLines
    let range: Range<Int>
  }

  func target(_ referent: Referent) -> Target? {
    let knowledge = place.knowledge
    switch referent {
    case .field(let field, let record, let owner): return self.field(field.name, record, owner)
    case .local(let local): return here(local.range)
    case .definition(let definition): return here(definition.range)
    case .parameter(let parameter, _): return here(parameter.range)
    case .sharedParameter(let parameter):
      return knowledge.parameterFile.flatMap { find($0, ["shared_params", parameter.name]) }
    case .rule(let rule): return value(rule.document.source.name, ["rule"])
    case .item(let item, let catalogue):
      return knowledge.catalogueFiles[catalogue].flatMap { find($0, ["items", item.id]) }
    case .code(let code, let list, let owner): return self.code(code.id, list, owner)
    case .frameworkItem(let item, let framework):
      let file = knowledge.frameworkFiles.first {
        FileAddress.name(of: $0).hasPrefix(framework.id + ".")
      }
      return file.flatMap { find($0, ["items", item.code]) }
    case .clause(let citation, _):
      return knowledge.clauseFile.flatMap { find($0, ["clauses", citation]) }
    case .kind(let kind): return knowledge.kindFiles[kind.id].flatMap { value($0, ["kind"]) }
    case .catalogue(let catalogue):
      return knowledge.catalogueFiles[catalogue.id].flatMap { value($0, ["catalogue"]) }
    case .profile(let name):
      let file = knowledge.profileFiles.first { FileAddress.name(of: $0).hasPrefix(name + ".") }
      return file.flatMap { value($0, ["profile"]) }
    case .type(let name): return type(name)
    case .key, .function, .value: return nil
    }
  }

  private func here(_ range: Range<Int>) -> Target {
    Target(path: place.document.path, lines: place.document.lines, range: range)
  }

  /// A field of a kind; those of all kinds stand in the envelope.
  private func field(_ name: String, _ record: String?, _ owner: SubmissionKind) -> Target? {
    let keys = record.map { ["types", $0, "fields", name] } ?? ["fields", name]
    return inKind(owner, keys)
  }

  private func code(_ id: String, _ list: String, _ owner: SubmissionKind) -> Target? {
    inKind(owner, ["types", list, "codes", id])
  }

  private func inKind(_ owner: SubmissionKind, _ keys: [String]) -> Target? {
    let files = [owner.id, "envelope"].compactMap { place.knowledge.kindFiles[$0] }
    return files.lazy.compactMap { find($0, keys) }.first
  }

  private func type(_ name: String) -> Target? {
    if case .own(.kind) = place.sort, let own = find(place.document.path, ["types", name]) {
      return own
    }
    return place.knowledge.kindFiles["envelope"].flatMap { find($0, ["types", name]) }
  }

  /// The last of some keys in a file.
  private func find(_ path: String, _ keys: [String]) -> Target? {
    guard let bytes = read(path), let last = keys.last else { return nil }
    let yaml = LooseYAML(bytes)
    let steps = keys.dropLast().map { LooseYAML.Step.key($0) }
    guard let map = yaml.node(steps, from: yaml.roots.first),
      let entry = yaml.nodes[map].entries.first(where: { $0.key.utf8.elementsEqual(last.utf8) })
    else { return nil }
    return Target(path: path, lines: TextLines(bytes), range: entry.keyRange)
  }

  /// The value under some keys of a file.
  private func value(_ path: String, _ keys: [String]) -> Target? {
    guard let bytes = read(path) else { return nil }
    let yaml = LooseYAML(bytes)
    let node = yaml.node(keys.map { .key($0) }, from: yaml.roots.first)
    let range = node.map { yaml.nodes[$0].range } ?? 0..<0
    return Target(path: path, lines: TextLines(bytes), range: range)
  }
}
