import Diagnostics
import DocumentArena
import DocumentReading
import SourceText

/// A value of JSON that came in; what is not there, or of another type, reads as nil.
struct JSONNode: Sendable {
  private let document: Document
  private let node: NodeID

  private init(_ document: Document, _ node: NodeID) {
    self.document = document
    self.node = node
  }

  /// Reads a message; nil when it is no JSON.
  init?(_ bytes: [UInt8]) {
    var limits = ReadingLimits()
    limits.fileBytes = FrameReader.mostBytes
    limits.scalarBytes = FrameReader.mostBytes
    let source = SourceFile(name: "message", bytes: bytes)
    guard let document = try? JSONReader.readOne(source, limits: limits) else { return nil }
    self.init(document, document.root)
  }

  /// A member of an object.
  subscript(key: String) -> JSONNode? {
    guard let child = document.child(of: node, key), document.kind(of: child) != .null else {
      return nil
    }
    return JSONNode(document, child)
  }

  /// The elements of a list; none for others.
  var elements: [JSONNode] {
    guard document.kind(of: node) == .list else { return [] }
    return document.children(of: node).map { JSONNode(document, $0) }
  }

  var isObject: Bool { document.kind(of: node) == .map }

  var isList: Bool { document.kind(of: node) == .list }

  var string: String? {
    document.kind(of: node) == .string ? document.text(of: node) : nil
  }

  /// The bytes of a text.
  var bytes: [UInt8]? {
    document.kind(of: node) == .string ? Array(document.bytes(of: node)) : nil
  }

  /// A whole number; one that does not fit is cut to the greatest.
  var int: Int? {
    guard document.kind(of: node) == .int else { return nil }
    let text = document.text(of: node)
    return Int(text) ?? (text.hasPrefix("-") ? Int.min : Int.max)
  }

  var bool: Bool? {
    guard document.kind(of: node) == .bool else { return nil }
    return document.bytes(of: node).first == UInt8(ascii: "t")
  }

  /// The id of a request: a number or a text.
  var id: MessageID? {
    if let string { return .string(string) }
    return int.map { .int($0) }
  }
}

/// The id of a request.
enum MessageID: Hashable, Sendable {
  case int(Int)
  case string(String)

  var value: JSONValue {
    switch self {
    case .int(let number): .int(number)
    case .string(let text): .string(text)
    }
  }
}
