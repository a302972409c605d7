extension StandardDeclarations {
  static var conversions: [FunctionDeclaration] {
    [
      function(
        "bool",
        global("bool_to_bool", [.bool], .bool),
        global("string_to_bool", [.string], .bool)
      ),
      function(
        "int",
        global("int64_to_int64", [.int], .int),
        global("uint64_to_int64", [.uint], .int),
        global("double_to_int64", [.double], .int),
        global("string_to_int64", [.string], .int),
        global("timestamp_to_int64", [.timestamp], .int),
        global("duration_to_int64", [.duration], .int)
      ),
      function(
        "uint",
        global("uint64_to_uint64", [.uint], .uint),
        global("int64_to_uint64", [.int], .uint),
        global("double_to_uint64", [.double], .uint),
        global("string_to_uint64", [.string], .uint)
      ),
      function(
        "double",
        global("double_to_double", [.double], .double),
        global("int64_to_double", [.int], .double),
        global("uint64_to_double", [.uint], .double),
        global("string_to_double", [.string], .double)
      ),
      function(
        "string",
        global("string_to_string", [.string], .string),
        global("bool_to_string", [.bool], .string),
        global("int64_to_string", [.int], .string),
        global("uint64_to_string", [.uint], .string),
        global("double_to_string", [.double], .string),
        global("bytes_to_string", [.bytes], .string, cost: .linear),
        global("timestamp_to_string", [.timestamp], .string),
        global("duration_to_string", [.duration], .string)
      ),
      function(
        "bytes",
        global("bytes_to_bytes", [.bytes], .bytes),
        global("string_to_bytes", [.string], .bytes, cost: .linear)
      ),
      function(
        "timestamp",
        global("timestamp_to_timestamp", [.timestamp], .timestamp),
        global("string_to_timestamp", [.string], .timestamp),
        global("int64_to_timestamp", [.int], .timestamp)
      ),
      function(
        "duration",
        global("duration_to_duration", [.duration], .duration),
        global("string_to_duration", [.string], .duration),
        global("int64_to_duration", [.int], .duration)
      ),
      function("dyn", global("to_dyn", [a], .dyn)),
      function("type", global("type", [a], .type(a))),
    ]
  }

  static var text: [FunctionDeclaration] {
    [
      function("contains", member("contains_string", [.string, .string], .bool, cost: .product)),
      function(
        "startsWith",
        member("starts_with_string", [.string, .string], .bool, cost: .linear)
      ),
      function("endsWith", member("ends_with_string", [.string, .string], .bool, cost: .linear)),
      function(
        "matches",
        global("matches", [.string, .string], .bool, cost: .product),
        member("matches_string", [.string, .string], .bool, cost: .product)
      ),
    ]
  }

  static var times: [FunctionDeclaration] {
    [
      timeFunction("getFullYear", "year"), timeFunction("getMonth", "month"),
      timeFunction("getDayOfYear", "day_of_year"), timeFunction("getDayOfMonth", "day_of_month"),
      timeFunction("getDate", "day_of_month_1_based"), timeFunction("getDayOfWeek", "day_of_week"),
      timeFunction("getHours", "hours", hasDuration: true),
      timeFunction("getMinutes", "minutes", hasDuration: true),
      timeFunction("getSeconds", "seconds", hasDuration: true),
      timeFunction("getMilliseconds", "milliseconds", hasDuration: true),
    ]
  }

  /// A part of a timestamp, in UTC or in a time zone; some also of a duration.
  private static func timeFunction(
    _ name: String,
    _ part: String,
    hasDuration: Bool = false
  ) -> FunctionDeclaration {
    var overloads = [
      member("timestamp_to_\(part)", [.timestamp], .int),
      member("timestamp_to_\(part)_with_tz", [.timestamp, .string], .int),
    ]
    if hasDuration { overloads.append(member("duration_to_\(part)", [.duration], .int)) }
    return FunctionDeclaration(name, overloads)
  }

  static var optionals: [FunctionDeclaration] {
    let optional = CELType.optional(a)
    return [
      function("optional.of", global("optional_of", [a], optional)),
      function("optional.ofNonZeroValue", global("optional_ofNonZeroValue", [a], optional)),
      function("optional.none", global("optional_none", [], optional)),
      function(
        "optional.unwrap",
        global("optional_unwrap", [.list(optional)], .list(a), cost: .linear)
      ),
      function(
        "unwrapOpt",
        member("optional_unwrapOpt", [.list(optional)], .list(a), cost: .linear)
      ),
      function("value", member("optional_value", [optional], a)),
      function("hasValue", member("optional_hasValue", [optional], .bool)),
      function("or", member("optional_or_optional", [optional, optional], optional)),
      function("orValue", member("optional_orValue_value", [optional, a], a)),
    ]
  }
}
