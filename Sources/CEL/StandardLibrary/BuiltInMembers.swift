// Member functions of the standard library: texts, times and optionals.
extension BuiltIns {
  static let texts: [String: [Int: Function]] = [
    "contains": [2: onTexts("contains") { TextSearch.contains($0, $1) }],
    "startsWith": [2: onTexts("startsWith") { $0.starts(with: $1) }],
    "endsWith": [2: onTexts("endsWith") { $0.reversed().starts(with: $1.reversed()) }],
  ]

  private static func onTexts(
    _ function: String,
    _ test: @escaping @Sendable ([UInt8], [UInt8]) -> Bool
  ) -> Function {
    { (values, _) throws(Stop) in
      guard case .string(let text) = values[0].payload, case .string(let part) = values[1].payload
      else { throw .error(.noSuchOverload(function)) }
      return Value(.bool(test(Array(text.utf8), Array(part.utf8))))
    }
  }

  // MARK: Times

  static let times: [String: [Int: Function]] = [
    "getFullYear": date("getFullYear") { $0.year },
    "getMonth": date("getMonth") { $0.month - 1 },
    "getDate": date("getDate") { $0.day },
    "getDayOfMonth": date("getDayOfMonth") { $0.day - 1 },
    "getDayOfWeek": date("getDayOfWeek") { $0.weekday },
    "getDayOfYear": date("getDayOfYear") { $0.dayOfYear },
    "getHours": clock("getHours", { $0.hour }) { $0.total / (3_600 * TimeSpan.perSecond) },
    "getMinutes": clock("getMinutes", { $0.minute }) { $0.total / (60 * TimeSpan.perSecond) },
    "getSeconds": clock("getSeconds", { $0.second }) { $0.total / TimeSpan.perSecond },
    "getMilliseconds": [1: milliseconds, 2: milliseconds],
  ]

  private static func date(
    _ name: String,
    _ part: @escaping @Sendable (CivilTime) -> Int64
  ) -> [Int: Function] {
    clock(name, part, nil)
  }

  /// A part of a timestamp, in UTC or in the zone of a second argument, and of a duration.
  private static func clock(
    _ name: String,
    _ part: @escaping @Sendable (CivilTime) -> Int64,
    _ whole: (@Sendable (TimeSpan) -> Int64)?
  ) -> [Int: Function] {
    let function: Function = { (values, _) throws(Stop) in
      switch values[0].payload {
      case .timestamp(let seconds, _):
        let offset = try values.count > 1 ? offset(values[1], at: seconds, name) : 0
        return Value(.int(part(CivilTime(seconds: seconds + offset))))
      case .duration(let seconds, let nanoseconds):
        guard values.count == 1, let whole else { throw .error(.noSuchOverload(name)) }
        return Value(.int(whole(TimeSpan(seconds: seconds, nanoseconds: nanoseconds))))
      default: throw .error(.noSuchOverload(name))
      }
    }
    return [1: function, 2: function]
  }

  private static func offset(
    _ zone: Value,
    at seconds: Int64,
    _ name: String
  ) throws(Stop) -> Int64 {
    guard case .string(let zone) = zone.payload else { throw .error(.noSuchOverload(name)) }
    guard let offset = TimeZoneOffset.seconds(of: zone, at: seconds) else {
      throw .error(.conversion(of: StringLiteral.quoted(zone), to: "time zone"))
    }
    return offset
  }

  /// The milliseconds of the second, of a timestamp and of a duration.
  @Sendable
  private static func milliseconds(_ values: [Value], _: EvaluationContext) throws(Stop) -> Value {
    switch values[0].payload {
    case .timestamp(let seconds, let nanoseconds):
      if values.count > 1 { _ = try offset(values[1], at: seconds, "getMilliseconds") }
      return Value(.int(Int64(nanoseconds / 1_000_000)))
    case .duration(_, let nanoseconds) where values.count == 1:
      return Value(.int(Int64(nanoseconds / 1_000_000)))
    default: throw .error(.noSuchOverload("getMilliseconds"))
    }
  }

  // MARK: Optionals

  static let optionalMakers: [String: [Int: Function]] = [
    "optional.none": [0: { (_, _) throws(Stop) in Value(.optional(.none)) }],
    "optional.of": [
      1: { (v, _) throws(Stop) in Value(.optional(.some(v[0])), origin: v[0].origin) }
    ],
    "optional.ofNonZeroValue": [
      1: { (v, c) throws(Stop) in
        c.isZero(v[0])
          ? Value(.optional(.none)) : Value(.optional(.some(v[0])), origin: v[0].origin)
      }
    ],
    "optional.unwrap": [1: unwrap],
  ]

  static let optionalMembers: [String: [Int: Function]] = [
    "hasValue": [
      1: { (v, _) throws(Stop) in
        switch v[0].payload {
        case .optional(.some): return Value(.bool(true))
        case .optional(.none): return Value(.bool(false))
        default: throw .error(.noSuchOverload("hasValue"))
        }
      }
    ],
    "value": [
      1: { (v, _) throws(Stop) in
        switch v[0].payload {
        case .optional(.some(let inner)): return inner
        case .optional(.none): throw .error(.emptyOptional)
        default: throw .error(.noSuchOverload("value"))
        }
      }
    ],
    "unwrapOpt": [1: unwrap],
  ]

  /// The contents of the optionals of a list that are not empty.
  @Sendable
  private static func unwrap(_ values: [Value], _ context: EvaluationContext) throws(Stop) -> Value
  {
    guard case .list(let list) = values[0].payload else {
      throw .error(.noSuchOverload("unwrapOpt"))
    }
    var kept: [Value] = []
    for element in try context.settledElements(list) {
      switch element.payload {
      case .optional(.some(let inner)): kept.append(inner)
      case .optional(.none): break
      default: throw .error(.noSuchOverload("unwrapOpt"))
      }
    }
    return Value(.list(.elements(kept)))
  }
}

extension EvaluationContext {
  /// Whether a value is the zero of its type: empty, 0, false, null, none.
  func isZero(_ value: Value) -> Bool {
    switch value.payload {
    case .null, .optional(.none): true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let list): count(list) == 0
    case .map(let map): count(map) == 0
    case .duration(let seconds, let nanoseconds): seconds == 0 && nanoseconds == 0
    case .timestamp(let seconds, let nanoseconds): seconds == 0 && nanoseconds == 0
    default: false
    }
  }
}

/// Search in bytes.
enum TextSearch {
  /// Whether the bytes hold the part.
  static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    find(part, in: bytes, from: 0) != nil
  }

  /// The first place of the part at or after an offset; Horspool's method, so long texts are mostly
  /// skipped, at worst the product of the lengths.
  static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let last = part.last else { return start <= bytes.count ? start : nil }
    var skips = [Int](repeating: part.count, count: 256)
    for (index, byte) in part.dropLast().enumerated() { skips[Int(byte)] = part.count - 1 - index }
    var position = max(0, start)
    while position + part.count <= bytes.count {
      let end = bytes[position + part.count - 1]
      if end == last, bytes[position..<position + part.count].elementsEqual(part) {
        return position
      }
      position += skips[Int(end)]
    }
    return nil
  }
}
