// Conversions, `type` and `dyn`.
extension BuiltIns {
  static let conversions: [String: [Int: Function]] = [
    "dyn": [1: { (v, _) throws(Stop) in v[0] }],
    "type": [1: { (v, _) throws(Stop) in Value(.type(v[0].type)) }],
    "bool": [1: toBool],
    "int": [1: toInt],
    "uint": [1: toUInt],
    "double": [1: toDouble],
    "string": [1: toString],
    "bytes": [1: toBytes],
    "timestamp": [1: toTimestamp],
    "duration": [1: toDuration],
  ]

  @Sendable
  private static func toBool(_ values: [Value], _: EvaluationContext) throws(Stop) -> Value {
    switch values[0].payload {
    case .bool: return values[0]
    case .string(let text):
      switch Text(text) {
      case Text("1"), Text("t"), Text("true"), Text("TRUE"), Text("True"):
        return Value(.bool(true))
      case Text("0"), Text("f"), Text("false"), Text("FALSE"), Text("False"):
        return Value(.bool(false))
      default: throw .error(.conversion(of: StringLiteral.quoted(text), to: "bool"))
      }
    default: throw .error(.noSuchOverload("bool"))
    }
  }

  @Sendable
  private static func toInt(_ values: [Value], _ context: EvaluationContext) throws(Stop) -> Value {
    let number: Int64?
    switch values[0].payload {
    case .int: return values[0]
    case .uint(let value): number = Int64(exactly: value)
    // Both bounds are out: beside them doubles do not tell neighbours apart.
    case .double(let value):
      number = value > -0x1p63 && value < 0x1p63 ? Int64(value) : nil
    case .string(let text): number = IntegerText.int64(text.utf8)
    case .timestamp(let seconds, _): number = seconds
    case .duration(let seconds, let nanoseconds):
      number = TimeSpan(seconds: seconds, nanoseconds: nanoseconds).total
    default: throw .error(.noSuchOverload("int"))
    }
    guard let number else {
      throw .error(.conversion(of: context.printed(literal: values[0]), to: "int"))
    }
    return Value(.int(number))
  }

  @Sendable
  private static func toUInt(_ values: [Value], _ context: EvaluationContext) throws(Stop) -> Value
  {
    let number: UInt64?
    switch values[0].payload {
    case .uint: return values[0]
    case .int(let value): number = UInt64(exactly: value)
    case .double(let value): number = value >= 0 && value < 0x1p64 ? UInt64(value) : nil
    case .string(let text): number = IntegerText.uint64(text.utf8)
    default: throw .error(.noSuchOverload("uint"))
    }
    guard let number else {
      throw .error(.conversion(of: context.printed(literal: values[0]), to: "uint"))
    }
    return Value(.uint(number))
  }

  @Sendable
  private static func toDouble(_ values: [Value], _: EvaluationContext) throws(Stop) -> Value {
    switch values[0].payload {
    case .double: return values[0]
    case .int(let number): return Value(.double(Double(number)))
    case .uint(let number): return Value(.double(Double(number)))
    case .string(let text):
      guard let number = DoubleText.parse(text) else {
        throw .error(.conversion(of: StringLiteral.quoted(text), to: "double"))
      }
      return Value(.double(number))
    default: throw .error(.noSuchOverload("double"))
    }
  }

  @Sendable
  private static func toString(
    _ values: [Value],
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    switch values[0].payload {
    case .string: return values[0]
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .error(.conversion(of: "bytes", to: "string (UTF-8)"))
      }
      return Value(.string(text))
    case .double(let number): return Value(.string(DoubleText.converted(number)))
    case .bool, .int, .uint, .timestamp, .duration, .opaque, .network:
      return Value(.string(context.printed(values[0])))
    default: throw .error(.noSuchOverload("string"))
    }
  }

  @Sendable
  private static func toBytes(_ values: [Value], _: EvaluationContext) throws(Stop) -> Value {
    switch values[0].payload {
    case .bytes: return values[0]
    case .string(let text): return Value(.bytes(Array(text.utf8)))
    default: throw .error(.noSuchOverload("bytes"))
    }
  }

  @Sendable
  private static func toTimestamp(
    _ values: [Value],
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    let time: Timestamp?
    switch values[0].payload {
    case .timestamp: return values[0]
    case .int(let seconds): time = Timestamp(checking: seconds)
    case .string(let text): time = Timestamp(parsing: text)
    default: throw .error(.noSuchOverload("timestamp"))
    }
    guard let time else {
      throw .error(.conversion(of: context.printed(literal: values[0]), to: "timestamp"))
    }
    return Value(time.payload)
  }

  @Sendable
  private static func toDuration(
    _ values: [Value],
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    let span: TimeSpan?
    switch values[0].payload {
    case .duration: return values[0]
    case .int(let nanoseconds): span = TimeSpan(total: nanoseconds)
    case .string(let text): span = TimeSpan(parsing: text)
    default: throw .error(.noSuchOverload("duration"))
    }
    guard let span else {
      throw .error(.conversion(of: context.printed(literal: values[0]), to: "duration"))
    }
    return Value(span.payload)
  }
}
