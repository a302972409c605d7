import Alignment
import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Foundation
import RuleCompiler
import RuleModel
import RuleTesting
import SourceText
import Submissions
import TestSupport

/// The kinds, catalogues and shared parameters of Rules/, loaded once for the tests of rules.
struct RuleSet {
  let context: RuleContext
  let compiling: RuleSetContext

  static let shared: Result<RuleSet, any Error> = Result { try RuleSet() }

  private static let rulesFolder = SharedData.packageRoot.appendingPathComponent("Rules")

  init() throws {
    let lists = Self.rulesFolder.appendingPathComponent("catalogues")
    let isFramework = { (url: URL) in url.path.contains("/catalogues/frameworks/") }
    let urls = Self.yamlFiles(in: lists)
    let own = try CatalogueLoader.load(
      urls.filter { !isFramework($0) }.map { try Self.document($0) }
    ).get()
    let graph = try AlignmentLoader.load(
      urls.filter(isFramework).map { try Self.document($0) },
      plans: own["plans"]
    ).get()
    let files = try Self.documents(in: "kinds")
    let envelopes = files.filter { $0.source.name == "envelope.yaml" }
    guard let envelope = envelopes.first else { throw CocoaError(.fileNoSuchFile) }
    let kinds = try KindLoader.load(
      envelope: envelope,
      kinds: files.filter { $0.source.name != "envelope.yaml" },
      catalogues: own
    ).get()
    let catalogues = CatalogueSet(own.ids.compactMap { own[$0] })
    let parameters = try ParameterLoader.load(
      Self.document(Self.rulesFolder.appendingPathComponent("parameters.yaml")),
      kinds: kinds,
      catalogues: catalogues
    ).get()
    context = RuleContext(kinds: kinds, catalogues: catalogues, sharedParameters: parameters)
    compiling = RuleSetContext(
      kinds: kinds,
      catalogues: catalogues,
      alignment: AlignmentSource(graph)
    )
  }

  static func document(_ url: URL) throws -> Document {
    let bytes = [UInt8](try Data(contentsOf: url))
    return try YAMLReader.readOne(SourceFile(name: url.lastPathComponent, bytes: bytes))
  }

  static func documents(in folder: String) throws -> [Document] {
    try yamlFiles(in: rulesFolder.appendingPathComponent(folder)).map { try document($0) }
  }

  /// The YAML files of a folder and its subfolders, in the order of their paths.
  static func yamlFiles(in folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var files: [URL] = []
    while let url = all?.nextObject() as? URL {
      if url.pathExtension == "yaml" { files.append(url) }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// A rule of a file.
  func rule(_ url: URL) -> Loaded<Rule> {
    do {
      return RuleLoader.load(try Self.document(url), in: context, examples: .required)
    } catch let error as DiagnosticError {
      return Loaded(nil, error.diagnostics)
    } catch {
      return Loaded(nil, [])
    }
  }

  /// A rule of a text, its examples left out; the file has the name of the rule.
  func load(_ text: String) throws -> Loaded<Rule> {
    let id = text.split(separator: "\n").first { $0.hasPrefix("rule: ") }?.dropFirst(6) ?? ""
    let source = SourceFile(name: "\(id).yaml", text: text)
    return RuleLoader.load(try YAMLReader.readOne(source), in: context, examples: .skipped)
  }

  /// A rule of a text.
  func rule(_ text: String) throws -> Rule { try load(text).get() }

  /// A rule compiled for all its kinds.
  func compile(_ rule: Rule) -> CompiledRuleSet { CompiledRuleSet([rule], in: compiling) }
}

extension Diagnostic {
  /// The diagnostic as tests show it.
  var line: String {
    let position = place.position.map { "\($0.line):\($0.column)+\(place.length)" } ?? "-"
    return "\(place.file):\(position): \(code.text) \(message.en)"
      + (help.map { " [\($0.en)]" } ?? "")
  }
}
