extension StandardDeclarations {
  static var conversions: [FunctionDeclaration] {
    [
      function(
        "bool",
        global("bool_to_bool", [.bool], .bool, cost: .constant),
        global("string_to_bool", [.string], .bool, cost: .constant)
      ),
      function(
        "int",
        global("int64_to_int64", [.int], .int, cost: .constant),
        global("uint64_to_int64", [.uint], .int, cost: .constant),
        global("double_to_int64", [.double], .int, cost: .constant),
        global("string_to_int64", [.string], .int, cost: .constant),
        global("timestamp_to_int64", [.timestamp], .int, cost: .constant),
        global("duration_to_int64", [.duration], .int, cost: .constant)
      ),
      function(
        "uint",
        global("uint64_to_uint64", [.uint], .uint, cost: .constant),
        global("int64_to_uint64", [.int], .uint, cost: .constant),
        global("double_to_uint64", [.double], .uint, cost: .constant),
        global("string_to_uint64", [.string], .uint, cost: .constant)
      ),
      function(
        "double",
        global("double_to_double", [.double], .double, cost: .constant),
        global("int64_to_double", [.int], .double, cost: .constant),
        global("uint64_to_double", [.uint], .double, cost: .constant),
        global("string_to_double", [.string], .double, cost: .constant)
      ),
      function(
        "string",
        global("string_to_string", [.string], .string, cost: .constant),
        global("bool_to_string", [.bool], .string, cost: .constant),
        global("int64_to_string", [.int], .string, cost: .constant),
        global("uint64_to_string", [.uint], .string, cost: .constant),
        global("double_to_string", [.double], .string, cost: .constant),
        global("bytes_to_string", [.bytes], .string, cost: .linear),
        global("timestamp_to_string", [.timestamp], .string, cost: .constant),
        global("duration_to_string", [.duration], .string, cost: .constant)
      ),
      function(
        "bytes",
        global("bytes_to_bytes", [.bytes], .bytes, cost: .constant),
        global("string_to_bytes", [.string], .bytes, cost: .linear)
      ),
      function(
        "timestamp",
        global("timestamp_to_timestamp", [.timestamp], .timestamp, cost: .constant),
        global("string_to_timestamp", [.string], .timestamp, cost: .constant),
        global("int64_to_timestamp", [.int], .timestamp, cost: .constant)
      ),
      function(
        "duration",
        global("duration_to_duration", [.duration], .duration, cost: .constant),
        global("string_to_duration", [.string], .duration, cost: .constant),
        global("int64_to_duration", [.int], .duration, cost: .constant)
      ),
      function("dyn", global("to_dyn", [a], .dyn, cost: .constant)),
      function("type", global("type", [a], .type(a), cost: .constant)),
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
      member("timestamp_to_\(part)", [.timestamp], .int, cost: .constant),
      member("timestamp_to_\(part)_with_tz", [.timestamp, .string], .int, cost: .constant),
    ]
    if hasDuration {
      overloads.append(member("duration_to_\(part)", [.duration], .int, cost: .constant))
    }
    return FunctionDeclaration(name, overloads)
  }

  static var optionals: [FunctionDeclaration] {
    let optional = CELType.optional(a)
    return [
      function("optional.of", global("optional_of", [a], optional, cost: .constant)),
      function(
        "optional.ofNonZeroValue",
        global("optional_ofNonZeroValue", [a], optional, cost: .constant)
      ),
      function("optional.none", global("optional_none", [], optional, cost: .constant)),
      function(
        "optional.unwrap",
        global("optional_unwrap", [.list(optional)], .list(a), cost: .linear)
      ),
      function(
        "unwrapOpt",
        member("optional_unwrapOpt", [.list(optional)], .list(a), cost: .linear)
      ),
      function("value", member("optional_value", [optional], a, cost: .constant)),
      function("hasValue", member("optional_hasValue", [optional], .bool, cost: .constant)),
      function(
        "or",
        member("optional_or_optional", [optional, optional], optional, cost: .constant)
      ),
      function("orValue", member("optional_orValue_value", [optional, a], a, cost: .constant)),
    ]
  }
}
