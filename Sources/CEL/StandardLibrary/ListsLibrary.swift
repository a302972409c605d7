internal import Diagnostics

// Lists, as cel-go's extension (distinct, flatten, sort, sortBy, slice, lists.range, first, last,
// reverse) and Kubernetes' (sum, min, max, indexOf, lastIndexOf, isSorted). Elements keep their
// origins.
extension Environment {
  mutating func declareLists() {
    declare(Self.listParts + Self.listSearch + Self.listSorting + Self.listSums + Self.listExtremes)
    declare(Self.sortByMacro)
  }

  private static let anyList = CELType.list(.parameter("A"))
  private static let any = CELType.parameter("A")

  private static var listParts: [FunctionDeclaration] {
    [
      .member("slice", "list_slice", [anyList, .int, .int], anyList, cost: .linear) {
        (a) throws(Stop) in
        let list = try a.list(0)
        let end = try a.position(2, upTo: list.count)
        return Value(list: Array(list[try a.position(1, upTo: end)..<end]))
      },
      .member("first", "list_first", [anyList], .optional(any), cost: .linear) { (a) throws(Stop) in
        Value(.optional(try a.list(0).first.map { .some($0) } ?? .none))
      },
      .member("last", "list_last", [anyList], .optional(any), cost: .linear) { (a) throws(Stop) in
        Value(.optional(try a.list(0).last.map { .some($0) } ?? .none))
      },
      .member("reverse", "list_reverse", [anyList], anyList, cost: .linear) { (a) throws(Stop) in
        Value(list: try a.list(0).reversed())
      },
      .member("flatten", "list_flatten", [.list(anyList)], anyList, cost: .linear) {
        (a) throws(Stop) in
        Value(list: try ListParts.flattened(try a.list(0), depth: 1))
      },
      .member("flatten", "list_flatten_int", [.list(.dyn), .int], .list(.dyn), cost: .linear) {
        (a) throws(Stop) in
        let depth = try a.int(1)
        guard depth >= 0 else { throw .error(.indexOutOfRange(depth)) }
        return Value(list: try ListParts.flattened(try a.list(0), depth: depth))
      },
      .global("lists.range", "lists_range", [.int], .list(.int), cost: .linear) {
        (a) throws(Stop) in
        let count = try a.int(0)
        guard count <= ListParts.longestRange else { throw .error(.indexOutOfRange(count)) }
        return Value(list: (0..<max(0, count)).map { Value(.int($0)) })
      },
    ]
  }

  private static var listSearch: [FunctionDeclaration] {
    [
      .comparing("distinct", "list_distinct", [anyList], anyList, cost: .product) {
        (a, context) throws(Stop) in
        Value(list: try ListParts.distinct(try a.list(0), context))
      },
      .comparing("indexOf", "list_a_index_of_int", [anyList, any], .int, cost: .linear) {
        (a, context) throws(Stop) in
        for (index, element) in try a.list(0).enumerated()
        where try context.areEqual(element, a.values[1]) { return Value(.int(Int64(index))) }
        return Value(.int(-1))
      },
      .comparing("lastIndexOf", "list_a_last_index_of_int", [anyList, any], .int, cost: .linear) {
        (a, context) throws(Stop) in
        for (index, element) in try a.list(0).enumerated().reversed()
        where try context.areEqual(element, a.values[1]) { return Value(.int(Int64(index))) }
        return Value(.int(-1))
      },
    ]
  }

  private static var listSorting: [FunctionDeclaration] {
    [
      .member("sort", "list_sort", [anyList], anyList, cost: .sorting) { (a) throws(Stop) in
        let list = try a.list(0)
        return Value(list: try ListParts.sorted(list, by: list, "sort"))
      },
      .member(
        ListParts.sortByKeys,
        "list_sort_by",
        [anyList, .list(.parameter("B"))],
        anyList,
        cost: .sorting
      ) { (a) throws(Stop) in
        Value(list: try ListParts.sorted(try a.list(0), by: try a.list(1), "sortBy"))
      },
      .member("isSorted", "list_is_sorted", [anyList], .bool, cost: .linear) { (a) throws(Stop) in
        let list = try a.list(0)
        for (first, second) in zip(list, list.dropFirst())
        where try ValueOrder.order(first, second, for: "isSorted") == .greater {
          return Value(.bool(false))
        }
        return Value(.bool(true))
      },
    ]
  }

  /// `sum`, as a member and as a function; hosts add overloads for their types.
  private static var listSums: [FunctionDeclaration] {
    var functions: [FunctionDeclaration] = []
    let sums: [(name: String, type: CELType, zero: Value)] = [
      ("uint", .uint, Value(.uint(0))),
      ("double", .double, Value(.double(0))),
      ("duration", .duration, Value(.duration(seconds: 0, nanoseconds: 0))),
    ]
    for isMember in [true, false] {
      let id = { (name: String) in isMember ? "list_\(name)_sum" : "sum_list_\(name)" }
      functions.append(FunctionDeclaration("sum", [intSum(id("int"), isMember: isMember)]))
      for (name, type, zero) in sums {
        let list = CELType.list(type)
        functions.append(
          .comparing("sum", id(name), [list], type, isMember: isMember, cost: .linear) {
            (a, context) throws(Stop) in try ListParts.sum(try a.list(0), from: zero, context)
          }
        )
      }
    }
    return functions
  }

  private static func intSum(_ id: String, isMember: Bool) -> Overload {
    Overload(
      id,
      [.list(.int)],
      .int,
      isMember: isMember,
      cost: .linear,
      .sumBits
    )
  }

  /// `min` and `max`, as members and as functions; of an empty list they are an error.
  private static var listExtremes: [FunctionDeclaration] {
    var functions: [FunctionDeclaration] = []
    let types: [(name: String, type: CELType)] = [
      ("int", .int), ("uint", .uint), ("double", .double), ("string", .string), ("bool", .bool),
      ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
    ]
    for (function, wanted) in [("min", Order.less), ("max", Order.greater)] {
      for (name, type) in types {
        let pick: @Sendable (Arguments) throws(Stop) -> Value = { (a) throws(Stop) in
          try ListParts.extreme(try a.list(0), wanted, function)
        }
        functions += [
          .member(function, "list_\(name)_\(function)", [.list(type)], type, cost: .linear, pick),
          .global(function, "\(function)_list_\(name)", [.list(type)], type, cost: .linear, pick),
        ]
      }
    }
    return functions
  }

  /// `list.sortBy(x, key)`: sorts by the keys, computed once for each element.
  private static var sortByMacro: MacroDeclaration {
    MacroDeclaration("sortBy", isMember: true, arity: 2) {
      (context, target, arguments) throws(MacroError) in
      guard let target,
        let map = MacroDeclaration.standard.first(where: { $0.name == "map" && $0.arity == 2 })
      else { return nil }
      let name = context.freshName("sorted")
      let range = context.identifier(name)
      guard let keys = try map.expand(&context, range, arguments) else { return nil }
      let list = context.identifier(name)
      let sorted = context.call(ListParts.sortByKeys, target: list, keys)
      return context.bind(name, to: target, in: sorted)
    }
  }
}

/// What the functions of lists do.
enum ListParts {
  /// The longest list that `lists.range` makes.
  static let longestRange: Int64 = 1_000_000

  /// What `sortBy` becomes.
  static let sortByKeys = "@sortByAssociatedKeys"

  static func flattened(_ list: [Value], depth: Int64) throws(Stop) -> [Value] {
    var result: [Value] = []
    for element in list {
      if depth > 0, case .list(.elements(let inner)) = element.payload {
        result += try flattened(inner, depth: depth - 1)
      } else {
        result.append(element)
      }
      guard result.count <= longestRange else {
        throw .error(.indexOutOfRange(Int64(result.count)))
      }
    }
    return result
  }

  /// The elements without repeats; those that can be map keys through a set, the others compared one
  /// by one.
  static func distinct(_ list: [Value], _ context: EvaluationContext) throws(Stop) -> [Value] {
    var keys: Set<MapKey> = []
    var others: [Value] = []
    var result: [Value] = []
    for element in list {
      if let key = MapKey(lookingUp: element) {
        if keys.insert(key).inserted { result.append(element) }
        continue
      }
      var isKnown = false
      for other in others where try context.areEqual(other, element) { isKnown = true }
      if !isKnown {
        others.append(element)
        result.append(element)
      }
    }
    return result
  }

  /// A stable sort by keys of one type that has an order.
  static func sorted(
    _ list: [Value],
    by keys: [Value],
    _ function: String
  ) throws(Stop) -> [Value] {
    guard list.count == keys.count else { throw .error(.noSuchOverload(function)) }
    if let first = keys.first {
      for key in keys {
        guard key.fits(first.type) else { throw .error(.noSuchOverload(function)) }
        _ = try ValueOrder.order(first, key, for: function)
      }
    }
    let order = keys.indices.sorted { a, b in
      let order = (try? ValueOrder.order(keys[a], keys[b], for: function)) ?? .equal
      return order == .less || (order == .equal && a < b)
    }
    return order.map { list[$0] }
  }

  static func sum(
    _ list: [Value],
    from zero: Value,
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    guard let add = BuiltIns.find(Operator.add, isMember: false, 2) else { return zero }
    var total = zero
    for element in list { total = try add([total, element], context) }
    return total
  }

  static func extreme(
    _ list: [Value],
    _ wanted: Order,
    _ function: String
  ) throws(Stop) -> Value {
    guard var best = list.first else {
      throw .error(
        .invalidArgument(
          function,
          LocalizedText(th: "รายการว่าง", en: "the list is empty")
        )
      )
    }
    for value in list.dropFirst()
    where try ValueOrder.order(value, best, for: function) == wanted { best = value }
    return best
  }
}
