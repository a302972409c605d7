public import DocumentArena
import SourceText
public import Submissions

/// Puts the facts of attachments into a submission, in the fields that its kind has for them.
public struct FactsInDocument {
  /// A place of the submission that names a file.
  public struct Named: Sendable {
    /// The record in which the name stands.
    let record: NodeID
    /// The field of the facts.
    let field: String
    /// The record type of the facts.
    let type: RecordType
    /// The node of the name.
    public let node: NodeID
    /// The name of the file, as written.
    public let name: String
  }

  private let document: Document
  private let kind: SubmissionKind
  /// The places that name files, in the order of the document.
  public private(set) var named: [Named] = []
  /// Facts that were written by hand.
  public private(set) var written: [NodeID] = []

  /// Looks for the places that name files; the cost is linear in the document.
  public init(_ document: Document, of kind: SubmissionKind) {
    self.document = document
    self.kind = kind
    let root = document.root
    if document.kind(of: root) == .map { visit(root, kind.root) }
  }

  private mutating func visit(_ node: NodeID, _ record: RecordType) {
    for field in record.fields {
      if let source = field.factsOf, case .record(let name) = field.type {
        if let own = document.child(of: node, field.name) { written.append(own) }
        guard let type = kind.records[name], let file = document.child(of: node, source),
          document.kind(of: file) == .string
        else { continue }
        let text = document.text(of: file)
        guard text.unicodeScalars.contains(where: { $0 != " " && $0 != "-" }) else { continue }
        named.append(Named(record: node, field: field.name, type: type, node: file, name: text))
      } else if let child = document.child(of: node, field.name) {
        visit(child, as: field.type)
      }
    }
  }

  private mutating func visit(_ node: NodeID, as type: FieldType) {
    switch (type, document.kind(of: node)) {
    case (.record(let name), .map):
      if let record = kind.records[name] { visit(node, record) }
    case (.list(let element), .list), (.map(let element), .map):
      guard element.isContainer else { return }
      for child in document.children(of: node) { visit(child, as: element) }
    default: break
    }
  }

  /// The submission with facts; what was written by hand in their fields is left out.
  public func filled(_ facts: [AttachmentFacts]) -> Document {
    var writer = Writer(document: document)
    writer.leftOut = Set(written)
    for (named, facts) in zip(named, facts) {
      writer.added[named.record, default: []].append((named, facts))
    }
    writer.copy(document.root)
    return writer.finished
  }

  /// Copies a document and adds nodes on the way.
  private struct Writer {
    let document: Document
    var leftOut: Set<NodeID> = []
    var added: [NodeID: [(Named, AttachmentFacts)]] = [:]
    private var nodes: [Node] = []
    private var text: [UInt8]
    private var keys: KeyTable

    init(document: Document) {
      self.document = document
      text = document.text
      keys = document.keys
      nodes.reserveCapacity(document.nodes.count + 64)
    }

    var finished: Document {
      Document(
        source: document.source,
        nodes: nodes,
        text: text,
        keys: keys,
        scheme: document.scheme
      )
    }

    /// Documents nest no deeper than readers allow.
    mutating func copy(_ id: NodeID) {
      let index = nodes.count
      nodes.append(document.node(id))
      let kind = document.kind(of: id)
      guard kind == .list || kind == .map else {
        nodes[index].end = UInt32(nodes.count)
        return
      }
      var count = 0
      for child in document.children(of: id) where !leftOut.contains(child) {
        copy(child)
        count += 1
      }
      for (named, facts) in added[id] ?? [] {
        add(facts, named)
        count += 1
      }
      nodes[index].count = UInt32(count)
      nodes[index].end = UInt32(nodes.count)
    }

    /// The facts stand where the name of the file stands.
    private mutating func add(_ facts: AttachmentFacts, _ named: Named) {
      let place = document.node(named.node)
      let start = nodes.count
      append(.map, "", key: named.field, place)
      let fields = Set(named.type.fields.map(\.name))
      var count = 0
      for (name, value) in Self.values(facts) where fields.contains(name) {
        count += 1
        switch value {
        case .scalar(let kind, let text): append(kind, text, key: name, place)
        case .list(let texts):
          let list = nodes.count
          append(.list, "", key: name, place)
          for text in texts { append(.string, text, key: nil, place) }
          nodes[list].count = UInt32(texts.count)
          nodes[list].end = UInt32(nodes.count)
        }
      }
      nodes[start].count = UInt32(count)
      nodes[start].end = UInt32(nodes.count)
    }

    private enum Value {
      case scalar(NodeKind, String)
      case list([String])
    }

    /// The facts by the names that kinds give them; what is not known is left out.
    private static func values(_ facts: AttachmentFacts) -> [(String, Value)] {
      var values: [(String, Value)] = []
      func add(_ name: String, _ flag: Bool?) {
        if let flag { values.append((name, .scalar(.bool, flag ? "true" : "false"))) }
      }
      func add(_ name: String, _ number: Int?) {
        if let number { values.append((name, .scalar(.int, String(number)))) }
      }
      add("exists", facts.exists)
      if let kind = facts.kind { values.append(("kind", .scalar(.string, kind.rawValue))) }
      add("bytes", facts.bytes)
      if let digest = facts.sha256 { values.append(("sha256", .scalar(.string, digest))) }
      add("pages", facts.pages)
      add("encrypted", facts.isEncrypted)
      add("damaged", facts.isDamaged)
      add("scanned", facts.isScanned)
      if let headings = facts.headings { values.append(("headings", .list(headings))) }
      return values
    }

    private mutating func append(_ kind: NodeKind, _ value: String, key: String?, _ place: Node) {
      let start = text.count
      text += Array(value.utf8)
      nodes.append(
        Node(
          kind: kind,
          style: .none,
          keyLineDistance: place.keyLineDistance,
          key: key.map { keys.intern($0) } ?? .none,
          line: place.line,
          column: place.column,
          keyColumn: key == nil ? 0 : place.keyColumn,
          end: UInt32(nodes.count + 1),
          first: UInt32(start),
          count: kind == .list || kind == .map ? 0 : UInt32(value.utf8.count)
        )
      )
    }
  }
}
