/// A message of JSON-RPC 2.0 that came in.
enum Message: Sendable {
  case request(id: MessageID, method: String, params: JSONNode?)
  case notification(method: String, params: JSONNode?)
  /// An answer of the client to something that we asked.
  case response
  /// What cannot be read as a message, with the error to answer.
  case invalid(id: MessageID?, ProtocolError)

  /// Reads the bytes of a message.
  init(_ bytes: [UInt8]) {
    guard let node = JSONNode(bytes) else {
      self = .invalid(id: nil, .parse)
      return
    }
    guard node.isObject else {
      // Batches were taken out of the protocol of editors.
      self = .invalid(id: nil, .invalidRequest)
      return
    }
    let id = node["id"]?.id
    guard let method = node["method"]?.string else {
      let isResponse = node["result"] != nil || node["error"] != nil || id != nil
      self = isResponse ? .response : .invalid(id: id, .invalidRequest)
      return
    }
    if let id {
      self = .request(id: id, method: method, params: node["params"])
    } else if node["id"] == nil {
      self = .notification(method: method, params: node["params"])
    } else {
      self = .invalid(id: nil, .invalidRequest)
    }
  }
}

/// The errors of the protocol, with their numbers.
struct ProtocolError: Error, Sendable {
  let code: Int
  let message: String

  static let parse = ProtocolError(code: -32700, message: "the message is no JSON")
  static let invalidRequest = ProtocolError(code: -32600, message: "this is no valid message")
  static let notInitialized = ProtocolError(code: -32002, message: "initialize comes first")
  static let cancelled = ProtocolError(code: -32800, message: "the request was cancelled")

  static func unknown(_ method: String) -> ProtocolError {
    ProtocolError(code: -32601, message: "there is no method \(method)")
  }

  static func params(_ what: String) -> ProtocolError {
    ProtocolError(code: -32602, message: what)
  }

  static func failed(_ what: String) -> ProtocolError {
    ProtocolError(code: -32803, message: what)
  }
}
