// The types of values as they run, by which dynamic calls choose their overload.
extension Value {
  /// The type of the value; elements of containers are not looked at.
  var type: CELType {
    switch payload {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(nil)
    case .optional: .optional(.dyn)
    case .opaque(let name, _): .opaque(name, [])
    case .network(let address): .opaque(address.typeName, [])
    case .record(let name): .record(name)
    case .unknown, .error: .error
    }
  }

  /// Whether the value may stand where a type is asked for; elements are not looked at.
  func fits(_ type: CELType) -> Bool {
    switch type {
    case .dyn, .parameter, .error: true
    default: self.type.runtimeName == type.runtimeName
    }
  }
}

extension CELType {
  /// The name of the type when it runs: parameters of containers are gone.
  package var runtimeName: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    case .record(let name): name
    case .opaque(let name, _): name
    case .parameter(let name): name
    case .error: "error"
    }
  }
}
