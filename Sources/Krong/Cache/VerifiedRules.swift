import Diagnostics
import DocumentArena
import RuleModel
import SourceText
import Submissions

/// What is remembered of a folder of rules of which every file was read and found sound.
///
/// It holds for exactly these files in exactly this state, and for the program that looked at them:
/// a rule is sound only beside the kinds, catalogues and parameters with which it was checked. It says
/// of each rule what a check must know of rules that it does not need.
struct VerifiedRules: Sendable {
  /// A file that was read.
  struct File: Equatable, Sendable {
    /// The path below the folder.
    let name: String
    let stamp: FileStamp
    /// The SHA-256 of its bytes.
    let digest: [UInt64]
    /// Where its document is kept.
    let place: KeptPlace

    static func == (a: File, b: File) -> Bool {
      a.stamp == b.stamp && a.name.hasSameBytes(as: b.name)
    }
  }

  /// A kind without its fields.
  struct KindHead: Sendable {
    let id: String
    let title: LocalizedText
    let jobs: [Int]
    let fieldNames: [String]
    /// The position of its file in ``files``.
    let file: Int
  }

  /// A catalogue without its items.
  struct CatalogueHead: Sendable {
    let id: String
    let file: Int
  }

  /// A rule without what it asks for.
  struct RuleHead: Sendable {
    let id: String
    let title: LocalizedText
    let family: Family
    let severity: Severity
    let weight: Int
    let basis: Basis
    let sources: [String]
    let applicability: Applicability
    let inForce: YearRange?
    let isWaivable: Bool
    let takesParameters: Bool
    let file: Int
  }

  /// All files, in the order of their paths.
  let files: [File]
  /// The envelope first, then the kinds in their order.
  let kinds: [KindHead]
  /// In the order of their files.
  let catalogues: [CatalogueHead]
  /// In the order of their ids.
  let rules: [RuleHead]
  /// The keys of all fields, in the order of their numbers.
  let keys: [String]
  /// The kinds for which every rule that applies to them was compiled; rules that serve none of them were
  /// compiled for one of their own.
  var compiledKinds: [String]
  /// The documents of all files as bytes, when they are to be kept; see ``KeptPlace``.
  var kept: [UInt8] = []
  /// The file in which the documents are kept, and where in it they begin.
  var file: KeptFile?
  var fileStart = 0

  /// The path of a file, where the folder lies at a path.
  func path(_ file: Int, in folder: String) -> String {
    RuleFolder.path(of: files[file].name, in: folder)
  }

  /// The document of a file, under the name that the file has now.
  func document(_ file: Int, name: String) -> Document? {
    self.file?.document(files[file].place, from: fileStart, name: name)
  }
}

// MARK: - Bytes

extension VerifiedRules {
  func write(to writer: inout PackedWriter) {
    writer.list(files) { writer, file in
      writer.text(file.name)
      file.stamp.write(to: &writer)
      writer.list(file.digest) { $0.number($1) }
      file.place.write(to: &writer)
    }
    writer.list(kinds) { writer, kind in
      writer.text(kind.id)
      writer.localized(kind.title)
      writer.list(kind.jobs) { $0.number($1) }
      writer.list(kind.fieldNames) { $0.text($1) }
      writer.number(kind.file)
    }
    writer.list(catalogues) { writer, catalogue in
      writer.text(catalogue.id)
      writer.number(catalogue.file)
    }
    writer.list(rules) { $1.write(to: &$0) }
    writer.list(keys) { $0.text($1) }
    writer.list(compiledKinds) { $0.text($1) }
  }

  /// Reads what was written; nil when it is not whole.
  init?(_ reader: inout PackedReader) {
    files = reader.list { reader in
      File(
        name: reader.text(),
        stamp: FileStamp(&reader),
        digest: reader.list { $0.number() },
        place: KeptPlace(&reader)
      )
    }
    kinds = reader.list { reader in
      KindHead(
        id: reader.text(),
        title: reader.localized(),
        jobs: reader.list { $0.number() },
        fieldNames: reader.list { $0.text() },
        file: reader.number()
      )
    }
    catalogues = reader.list { CatalogueHead(id: $0.text(), file: $0.number()) }
    rules = reader.list { RuleHead(&$0) }
    keys = reader.list { $0.text() }
    compiledKinds = reader.list { $0.text() }
    let places = kinds.map(\.file) + catalogues.map(\.file) + rules.map(\.file)
    guard reader.isAtEnd, !kinds.isEmpty, places.allSatisfy(files.indices.contains) else {
      return nil
    }
  }
}

extension FileStamp {
  func write(to writer: inout PackedWriter) {
    writer.number(size)
    writer.number(modified)
    writer.number(changed)
    writer.number(number)
    writer.number(device)
  }

  init(_ reader: inout PackedReader) {
    self.init(
      size: reader.number(),
      modified: reader.number(),
      changed: reader.number(),
      number: reader.number(),
      device: reader.number()
    )
  }
}

extension VerifiedRules.RuleHead {
  private static let families = Family.allCases
  private static let severities = Severity.allCases
  private static let bases = Basis.allCases

  init(_ rule: Rule, file: Int) {
    id = rule.id
    title = rule.title
    family = rule.family
    severity = rule.severity
    weight = rule.weight
    basis = rule.basis
    sources = rule.sources
    applicability = rule.applicability
    inForce = rule.inForce
    isWaivable = rule.isWaivable
    takesParameters = !rule.parameters.isEmpty
    self.file = file
  }

  func write(to writer: inout PackedWriter) {
    writer.text(id)
    writer.localized(title)
    writer.choice(family)
    writer.choice(severity)
    writer.number(weight)
    writer.choice(basis)
    writer.list(sources) { $0.text($1) }
    writer.optional(applicability.kinds) { $0.list($1) { $0.text($1) } }
    writer.optional(applicability.jobs) { $0.list($1) { $0.number($1) } }
    writer.text(applicability.fromStage)
    writer.optional(inForce) { writer, years in
      writer.optional(years.from) { $0.number($1) }
      writer.optional(years.until) { $0.number($1) }
    }
    writer.flag(isWaivable)
    writer.flag(takesParameters)
    writer.number(file)
  }

  init(_ reader: inout PackedReader) {
    id = reader.text()
    title = reader.localized()
    family = reader.choice(Self.families) ?? .alignment
    severity = reader.choice(Self.severities) ?? .error
    weight = reader.number()
    basis = reader.choice(Self.bases) ?? .text
    sources = reader.list { $0.text() }
    applicability = Applicability(
      kinds: reader.optional { $0.list { $0.text() } },
      jobs: reader.optional { $0.list { $0.number() } },
      fromStage: reader.text()
    )
    inForce = reader.optional { reader in
      YearRange(
        from: reader.optional { $0.number() },
        until: reader.optional { $0.number() }
      )
    }
    isWaivable = reader.flag()
    takesParameters = reader.flag()
    file = reader.number()
  }

  /// The rule as far as it is known, enough to say why it does not apply.
  func rule(in document: Document) -> Rule {
    Rule(
      id: id,
      title: title,
      family: family,
      severity: severity,
      weight: weight,
      basis: basis,
      sources: sources,
      applicability: applicability,
      inForce: inForce,
      isWaivable: isWaivable,
      parameters: [],
      definitions: [],
      when: nil,
      selectors: [],
      whereCondition: nil,
      ifNone: nil,
      items: [],
      message: nil,
      remedy: LocalizedText(th: "", en: ""),
      notes: nil,
      examples: [],
      document: document
    )
  }
}
