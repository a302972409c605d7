import CEL
import Foundation

/// One file of the public conformance suite of CEL, as JSON (format: README beside the data).
struct ConformanceFile: Decodable {
  let file: String
  let tests: [ConformanceCase]

  /// The folder of the data; nil when it is not there, and then the tests are reported as skipped.
  static let folder: URL? = {
    let variable = ProcessInfo.processInfo.environment["KRONG_SHARED"]
    let shared =
      variable.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("conformance/cel")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The files that hold tests without protobuf.
  static let names = [
    "basic", "bindings_ext", "block_ext", "comparisons", "conversions", "encoders_ext", "fields",
    "fp_math", "integer_math", "lists", "logic", "macros", "macros2", "math_ext", "namespace",
    "network_ext", "optionals", "parse", "plumbing", "string", "string_ext", "timestamps",
    "type_deduction",
  ]

  /// Reads one file.
  static func load(_ name: String) throws -> ConformanceFile {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
    return try JSONDecoder().decode(ConformanceFile.self, from: data)
  }

  /// The tests that need no protobuf.
  var plainTests: [ConformanceCase] { tests.filter { !$0.needsProto } }
}

/// One test.
struct ConformanceCase: Decodable, CustomStringConvertible {
  let section: String
  let name: String
  let expr: String
  let disableCheck: Bool
  let disableMacros: Bool
  let checkOnly: Bool
  let container: String
  let typeEnv: [ConformanceDeclaration]
  let bindings: [String: ConformanceValue]
  let needsProto: Bool
  let value: ConformanceValue?
  let error: [String]?
  let deducedType: ConformanceType?

  var description: String { "\(section)/\(name): \(expr)" }

  /// What evaluating must give; true when the test does not say.
  var expected: ConformanceExpectation {
    if error != nil { return .error }
    return .value(value ?? .bool(true))
  }

  private enum Key: String, CodingKey {
    case section, name, expr, disableCheck, disableMacros, checkOnly, container, typeEnv, bindings
    case needsProto, value, error, deducedType
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    section = try box.decode(String.self, forKey: .section)
    name = try box.decode(String.self, forKey: .name)
    expr = try box.decode(String.self, forKey: .expr)
    disableCheck = try box.decode(Bool.self, forKey: .disableCheck)
    disableMacros = try box.decode(Bool.self, forKey: .disableMacros)
    checkOnly = try box.decode(Bool.self, forKey: .checkOnly)
    container = try box.decode(String.self, forKey: .container)
    needsProto = try box.decode(Bool.self, forKey: .needsProto)
    typeEnv = try box.decode([ConformanceDeclaration].self, forKey: .typeEnv)
    error = try box.decodeIfPresent([String].self, forKey: .error)
    if needsProto {
      bindings = [:]
      value = nil
      deducedType = nil
    } else {
      bindings = try box.decode([String: ConformanceValue].self, forKey: .bindings)
      value = try box.decodeIfPresent(ConformanceValue.self, forKey: .value)
      deducedType = try box.decodeIfPresent(ConformanceType.self, forKey: .deducedType)
    }
  }
}

/// What a test expects of the evaluation.
enum ConformanceExpectation {
  case value(ConformanceValue)
  /// Any error; the text is not compared.
  case error
}

/// A value of the suite.
indirect enum ConformanceValue: Decodable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([ConformanceValue])
  case map([(ConformanceValue, ConformanceValue)])
  case type(String)
  case timestamp(seconds: Int64, nanoseconds: Int32)
  case duration(seconds: Int64, nanoseconds: Int32)

  private enum Key: String, CodingKey {
    case null, bool, int, uint, double, bits, string, bytes, list, map, type, timestamp, duration
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    guard let key = box.allKeys.first(where: { $0 != .bits }) else {
      throw ConformanceValue.unreadable(decoder)
    }
    switch key {
    case .null, .bits: self = .null
    case .bool: self = .bool(try box.decode(Bool.self, forKey: key))
    case .int: self = .int(try Self.number(box.decode(String.self, forKey: key), decoder))
    case .uint: self = .uint(try Self.number(box.decode(String.self, forKey: key), decoder))
    case .double:
      let bits = try box.decode(String.self, forKey: .bits)
      guard let pattern = UInt64(bits, radix: 16) else { throw Self.unreadable(decoder) }
      self = .double(Double(bitPattern: pattern))
    case .string: self = .string(try box.decode(String.self, forKey: key))
    case .bytes: self = .bytes(Array(try box.decode(Data.self, forKey: key)))
    case .list: self = .list(try box.decode([ConformanceValue].self, forKey: key))
    case .map:
      let pairs = try box.decode([[ConformanceValue]].self, forKey: key)
      self = .map(try pairs.map { try Self.pair($0, decoder) })
    case .type: self = .type(try box.decode(String.self, forKey: key))
    case .timestamp, .duration:
      var parts = try box.nestedUnkeyedContainer(forKey: key)
      let seconds: Int64 = try Self.number(parts.decode(String.self), decoder)
      let nanoseconds = try parts.decode(Int32.self)
      self =
        key == .timestamp
        ? .timestamp(seconds: seconds, nanoseconds: nanoseconds)
        : .duration(seconds: seconds, nanoseconds: nanoseconds)
    }
  }

  private static func pair(
    _ parts: [ConformanceValue],
    _ decoder: any Decoder
  ) throws -> (ConformanceValue, ConformanceValue) {
    guard parts.count == 2 else { throw unreadable(decoder) }
    return (parts[0], parts[1])
  }

  private static func number<Number: LosslessStringConvertible>(
    _ text: String,
    _ decoder: any Decoder
  ) throws -> Number {
    guard let number = Number(text) else { throw unreadable(decoder) }
    return number
  }

  private static func unreadable(_ decoder: any Decoder) -> DecodingError {
    .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no value of the suite"))
  }
}

/// A type of the suite.
struct ConformanceType: Decodable {
  let type: CELType

  private enum Key: String, CodingKey {
    case list, map, type, param, abstract
  }

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      type = try Self.simple(name, decoder)
      return
    }
    let box = try decoder.container(keyedBy: Key.self)
    if box.contains(.list) {
      type = .list(try box.decode(ConformanceType.self, forKey: .list).type)
    } else if box.contains(.map) {
      let parts = try box.decode([ConformanceType].self, forKey: .map)
      type = .map(parts[0].type, parts[1].type)
    } else if box.contains(.param) {
      type = .parameter(try box.decode(String.self, forKey: .param))
    } else if box.contains(.abstract) {
      var parts = try box.nestedUnkeyedContainer(forKey: .abstract)
      let name = try parts.decode(String.self)
      let parameters = try parts.decode([ConformanceType].self).map(\.type)
      type =
        name == "optional_type" && parameters.count == 1
        ? .optional(parameters[0]) : .opaque(name, parameters)
    } else {
      type = .type(try box.decodeIfPresent(ConformanceType.self, forKey: .type)?.type)
    }
  }

  private static func simple(_ name: String, _ decoder: any Decoder) throws -> CELType {
    let types: [String: CELType] = [
      "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
      "bytes": .bytes, "dyn": .dyn, "null": .null, "timestamp": .timestamp, "duration": .duration,
    ]
    guard let type = types[name] else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no type of the suite: \(name)")
      )
    }
    return type
  }
}

/// A declaration of a test: a variable or a function.
struct ConformanceDeclaration: Decodable {
  let ident: String?
  let type: ConformanceType?
  let function: String?
  let overloads: [OverloadOfSuite]?

  struct OverloadOfSuite: Decodable {
    let id: String
    let params: [ConformanceType]
    let result: ConformanceType
    let member: Bool
  }

  private enum Key: String, CodingKey {
    case ident, type, function, overloads
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    ident = try box.decodeIfPresent(String.self, forKey: .ident)
    function = try box.decodeIfPresent(String.self, forKey: .function)
    // Types of protobuf are not read; the tests that use them are left out.
    type = try? box.decodeIfPresent(ConformanceType.self, forKey: .type)
    overloads = try? box.decodeIfPresent([OverloadOfSuite].self, forKey: .overloads)
  }
}
