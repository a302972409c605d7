// The declarations of the specification ("List of Standard Definitions") and of optional types, under
// the overload ids that all implementations of CEL share. What they do is built into the planner.

extension Environment {
  /// The standard library: operators, functions, macros, and optional types.
  public static let standard: Environment = {
    var environment = Environment()
    for macro in MacroDeclaration.standard { environment.declare(macro) }
    for function in StandardDeclarations.all { environment.declare(function) }
    return environment
  }()

  /// Adds a macro.
  public mutating func declare(_ macro: MacroDeclaration) {
    macros[macro.name, default: []].append(macro)
  }

  /// Adds a function; overloads are added to those of the same name, and replace those of the same id.
  public mutating func declare(_ function: FunctionDeclaration) {
    guard var known = functions[function.name] else {
      functions[function.name] = function
      return
    }
    for overload in function.overloads {
      known.overloads.removeAll { $0.id == overload.id }
      known.overloads.append(overload)
    }
    functions[function.name] = known
  }

  /// Adds a variable, replacing one of the same name.
  public mutating func declare(variable name: String, _ type: CELType) {
    variables[name] = type
  }
}

/// The tables of standard declarations.
enum StandardDeclarations {
  static var all: [FunctionDeclaration] {
    logic + arithmetic + comparisons + containers + conversions + text + times + optionals
  }

  static let a = CELType.parameter("A")
  static let b = CELType.parameter("B")

  static func function(_ name: String, _ overloads: Overload...) -> FunctionDeclaration {
    FunctionDeclaration(name, overloads)
  }

  static func global(
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    cost: Overload.Cost
  ) -> Overload {
    Overload(id, parameters, result, cost: cost, .builtIn)
  }

  static func member(
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    cost: Overload.Cost
  ) -> Overload {
    Overload(id, parameters, result, isMember: true, cost: cost, .builtIn)
  }

  private static var logic: [FunctionDeclaration] {
    [
      function(Operator.conditional, global("conditional", [.bool, a, a], a, cost: .constant)),
      function(Operator.and, global("logical_and", [.bool, .bool], .bool, cost: .constant)),
      function(Operator.or, global("logical_or", [.bool, .bool], .bool, cost: .constant)),
      function(Operator.not, global("logical_not", [.bool], .bool, cost: .constant)),
      function(
        Operator.notStrictlyFalse,
        global("not_strictly_false", [.bool], .bool, cost: .constant)
      ),
      function(Operator.equals, global("equals", [a, a], .bool, cost: .linear)),
      function(Operator.notEquals, global("not_equals", [a, a], .bool, cost: .linear)),
    ]
  }

  private static var arithmetic: [FunctionDeclaration] {
    let list = CELType.list(a)
    return [
      function(
        Operator.add,
        global("add_int64", [.int, .int], .int, cost: .constant),
        global("add_uint64", [.uint, .uint], .uint, cost: .constant),
        global("add_double", [.double, .double], .double, cost: .constant),
        global("add_string", [.string, .string], .string, cost: .linear),
        global("add_bytes", [.bytes, .bytes], .bytes, cost: .linear),
        global("add_list", [list, list], list, cost: .linear),
        global("add_duration_duration", [.duration, .duration], .duration, cost: .constant),
        global("add_duration_timestamp", [.duration, .timestamp], .timestamp, cost: .constant),
        global("add_timestamp_duration", [.timestamp, .duration], .timestamp, cost: .constant)
      ),
      function(
        Operator.subtract,
        global("subtract_int64", [.int, .int], .int, cost: .constant),
        global("subtract_uint64", [.uint, .uint], .uint, cost: .constant),
        global("subtract_double", [.double, .double], .double, cost: .constant),
        global("subtract_duration_duration", [.duration, .duration], .duration, cost: .constant),
        global(
          "subtract_timestamp_duration",
          [.timestamp, .duration],
          .timestamp,
          cost: .constant
        ),
        global(
          "subtract_timestamp_timestamp",
          [.timestamp, .timestamp],
          .duration,
          cost: .constant
        )
      ),
      function(
        Operator.multiply,
        global("multiply_int64", [.int, .int], .int, cost: .constant),
        global("multiply_uint64", [.uint, .uint], .uint, cost: .constant),
        global("multiply_double", [.double, .double], .double, cost: .constant)
      ),
      function(
        Operator.divide,
        global("divide_int64", [.int, .int], .int, cost: .constant),
        global("divide_uint64", [.uint, .uint], .uint, cost: .constant),
        global("divide_double", [.double, .double], .double, cost: .constant)
      ),
      function(
        Operator.modulo,
        global("modulo_int64", [.int, .int], .int, cost: .constant),
        global("modulo_uint64", [.uint, .uint], .uint, cost: .constant)
      ),
      function(
        Operator.negate,
        global("negate_int64", [.int], .int, cost: .constant),
        global("negate_double", [.double], .double, cost: .constant)
      ),
    ]
  }

  private static var comparisons: [FunctionDeclaration] {
    [
      (Operator.less, "less"), (Operator.lessOrEqual, "less_equals"),
      (Operator.greater, "greater"), (Operator.greaterOrEqual, "greater_equals"),
    ].map { name, prefix in
      let same: [(String, CELType)] = [
        ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double),
        ("string", .string), ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
      ]
      let numbers = same[1...3]
      var overloads = same.map { suffix, type in
        global("\(prefix)_\(suffix)", [type, type], .bool, cost: .constant)
      }
      for (leftName, left) in numbers {
        for (rightName, right) in numbers where left != right {
          overloads.append(
            global("\(prefix)_\(leftName)_\(rightName)", [left, right], .bool, cost: .constant)
          )
        }
      }
      return FunctionDeclaration(name, overloads)
    }
  }

  private static var containers: [FunctionDeclaration] {
    let list = CELType.list(a)
    let map = CELType.map(a, b)
    return [
      function(
        Operator.index,
        global("index_list", [list, .int], a, cost: .constant),
        global("index_map", [map, a], b, cost: .constant),
        global("optional_list_index_int", [.optional(list), .int], .optional(a), cost: .constant),
        global("optional_map_index_value", [.optional(map), a], .optional(b), cost: .constant)
      ),
      function(
        Operator.optionalIndex,
        global("list_optindex_optional_int", [list, .int], .optional(a), cost: .constant),
        global(
          "optional_list_optindex_optional_int",
          [.optional(list), .int],
          .optional(a),
          cost: .constant
        ),
        global("map_optindex_optional_value", [map, a], .optional(b), cost: .constant),
        global(
          "optional_map_optindex_optional_value",
          [.optional(map), a],
          .optional(b),
          cost: .constant
        )
      ),
      function(
        Operator.isIn,
        global("in_list", [a, list], .bool, cost: .linear),
        global("in_map", [a, map], .bool, cost: .constant)
      ),
      function(
        Operator.mapInsert,
        global("cel_@mapInsert_map_map", [map, map], map, cost: .linear),
        global("cel_@mapInsert_map_key_value", [map, a, b], map, cost: .constant)
      ),
      function(
        "size",
        global("size_string", [.string], .int, cost: .linear),
        global("size_bytes", [.bytes], .int, cost: .constant),
        global("size_list", [list], .int, cost: .constant),
        global("size_map", [map], .int, cost: .constant),
        member("string_size", [.string], .int, cost: .linear),
        member("bytes_size", [.bytes], .int, cost: .constant),
        member("list_size", [list], .int, cost: .constant),
        member("map_size", [map], .int, cost: .constant)
      ),
    ]
  }
}
